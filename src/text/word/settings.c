#include "text/word/settings.h"

#include "base/arena.h"
#include "base/map.h"
#include "text/word/attribute.h"
#include "text/word/definitions.h"
#include "text/word/model.h"
#include "text/word/numbering.h"

struct reading {
    struct pl_word_file *word;
    struct pl_word_note_rule *notes; /* whose properties are read, or NULL */
    struct pl_word_comment *comments;
    struct pl_map *by_para; /* comments by the id of their last paragraph */
};

static uint32_t comment_by(const struct reading *reading, pl_str para)
{
    return para.len > 0 ? pl_map_get(reading->by_para, para) : PL_NONE;
}

static void take_thread(struct reading *reading,
                        const struct pl_xml_element *element)
{
    uint32_t at = comment_by(reading, pl_xml_get(element, PL_WD_AT_PARA_ID));
    if (at != PL_NONE) {
        struct pl_word_comment *comment = &reading->comments[at];
        comment->is_resolved =
            pl_word_is_on(pl_xml_get(element, PL_WD_AT_DONE), false);
        comment->parent =
            comment_by(reading, pl_xml_get(element, PL_WD_AT_PARENT));
    }
}

static void take_note_rule(struct reading *reading,
                           const struct pl_xml_element *element)
{
    pl_str value = pl_xml_get(element, PL_WD_AT_VAL);
    uint32_t start = pl_word_number(value);
    if (reading->notes && element->name == PL_WD_NUM_FMT) {
        reading->notes->format = (uint8_t)pl_word_format_of(value);
    } else if (reading->notes && start != PL_NONE) {
        reading->notes->start = start;
    }
}

static bool on_start(void *context, const struct pl_xml_element *element,
                     struct pl_error *error)
{
    struct reading *reading = context;
    (void)error;
    switch (element->name) {
    case PL_WD_TRACK_REVISIONS:
        reading->word->tracks_changes =
            pl_word_is_on(pl_xml_get(element, PL_WD_AT_VAL), true);
        break;
    case PL_WD_EVEN_AND_ODD:
        reading->word->has_even_pages =
            pl_word_is_on(pl_xml_get(element, PL_WD_AT_VAL), true);
        break;
    case PL_WD_PROTECTION:
        reading->word->is_protected =
            pl_word_is_on(pl_xml_get(element, PL_WD_AT_ENFORCEMENT), false);
        break;
    case PL_WD_FOOTNOTE_PR:
        reading->notes = &reading->word->footnotes;
        break;
    case PL_WD_ENDNOTE_PR:
        reading->notes = &reading->word->endnotes;
        break;
    case PL_WD_NUM_FMT:
    case PL_WD_NUM_START:
        take_note_rule(reading, element);
        break;
    case PL_WD_COMMENT_EX:
        if (reading->by_para) {
            take_thread(reading, element);
        }
        break;
    default:
        break;
    }
    return true;
}

static void on_end(void *context, uint16_t name)
{
    struct reading *reading = context;
    if (name == PL_WD_FOOTNOTE_PR || name == PL_WD_ENDNOTE_PR) {
        reading->notes = NULL;
    }
}

static bool read_part(struct reading *reading, struct pl_zip *zip, pl_str part,
                      struct pl_error *error)
{
    struct pl_word_definition_reader reader = {on_start, on_end, reading};
    return pl_word_definitions_read(zip, part, &reader, error);
}

bool pl_word_settings_read(struct pl_arena *arena, struct pl_zip *zip,
                           pl_str part, struct pl_word_file *word,
                           struct pl_error *error)
{
    (void)arena;
    struct reading reading = {.word = word};
    word->footnotes = (struct pl_word_note_rule){PL_WORD_FORMAT_DECIMAL, 1};
    word->endnotes = (struct pl_word_note_rule){PL_WORD_FORMAT_LOWER_ROMAN, 1};
    return read_part(&reading, zip, part, error);
}

/* Word names a comment by its last paragraph there ([MS-DOCX] 2.5.2.1). */
bool pl_word_threads_read(struct pl_arena *arena, struct pl_zip *zip,
                          pl_str part, struct pl_word_file *word,
                          struct pl_error *error)
{
    uint32_t count = word->comments_count;
    struct reading reading = {
        .word = word,
        .comments = pl_arena_array(arena, count + 1, sizeof(*reading.comments)),
        .by_para = pl_map_new(arena, count),
    };
    for (uint32_t i = 0; i < count; i++) {
        reading.comments[i] = word->comments[i];
        uint32_t story = word->comments[i].story;
        if (story != PL_NONE &&
            word->stories[story].para_end > word->stories[story].first_para) {
            pl_map_put(reading.by_para,
                       word->paras[word->stories[story].para_end - 1].id, i);
        }
    }
    word->comments = reading.comments;
    return read_part(&reading, zip, part, error);
}
