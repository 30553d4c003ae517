/* Sections of the body, for how their notes are numbered. */
#include "base/arena.h"
#include "text/word/read/note_rule.h"
#include "text/word/story/reader.h"

static bool is_note_property(uint16_t name)
{
    return name == PL_WN_FOOTNOTE_PR || name == PL_WN_ENDNOTE_PR;
}

static void start_section(struct pl_word_story_reader *reader)
{
    const struct pl_word_open_para *open = pl_word_open(reader);
    *PL_VEC_PUSH(reader->draft->arena, &reader->draft->sections) =
        (struct pl_word_section){
            .last_para = open ? open->id : PL_NONE,
            .notes = {pl_word_note_rule_empty(), pl_word_note_rule_empty()},
        };
}

static void take_property(struct pl_word_note_rule *rule,
                          const struct pl_xml_element *element)
{
    pl_str value = pl_xml_get(element, PL_WN_AT_VAL);
    if (element->name == PL_WN_NUM_FMT) {
        pl_word_note_rule_format(rule, value);
    } else if (element->name == PL_WN_NUM_START) {
        pl_word_note_rule_start(rule, value);
    } else if (element->name == PL_WN_NUM_RESTART) {
        pl_word_note_rule_restart(rule, value);
    }
}

void pl_word_start_section_property(struct pl_word_story_reader *reader,
                                    const struct pl_xml_element *element)
{
    size_t count = reader->draft->sections.len;
    bool is_outside = reader->kind != PL_WORD_BODY || reader->boxes.len > 0;
    if (is_outside) {
        return;
    }
    if (element->name == PL_WN_SECT_PR) {
        start_section(reader);
    } else if (count > 0 && is_note_property(pl_word_outer(reader)->name)) {
        bool is_endnote = pl_word_outer(reader)->name == PL_WN_ENDNOTE_PR;
        take_property(
            &reader->draft->sections.items[count - 1].notes[is_endnote],
            element);
    }
}
