/* Notes and comments: many stories in a part of their own. */
#include "text/word/story/reader.h"

static bool separates(const struct pl_xml_element *element)
{
    pl_str type = pl_xml_get(element, PL_WN_AT_TYPE);
    return type.len > 0 && !pl_str_eq(type, (pl_str)PL_STR("normal"));
}

void pl_word_start_note(struct pl_word_story_reader *reader,
                        const struct pl_xml_element *element)
{
    if (!separates(element)) {
        reader->story = pl_word_add_story(
            reader, reader->kind, pl_xml_get(element, PL_WN_AT_ID), PL_NONE);
    }
}

void pl_word_start_comment(struct pl_word_story_reader *reader,
                           const struct pl_xml_element *element)
{
    pl_word_start_note(reader, element);
    struct pl_word_comment *comment =
        &pl_word_draft_comment(reader->draft, pl_xml_get(element, PL_WN_AT_ID))
             ->comment;
    comment->author =
        pl_word_keep(reader, pl_xml_get(element, PL_WN_AT_AUTHOR));
    comment->date = pl_word_keep(reader, pl_xml_get(element, PL_WN_AT_DATE));
    comment->story = reader->story;
}

void pl_word_end_note(struct pl_word_story_reader *reader)
{
    reader->story = PL_NONE;
    pl_word_drop_fields(reader, 0);
}
