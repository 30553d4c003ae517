#include "text/word/read/settings.h"

#include "base/arena.h"
#include "base/map.h"
#include "text/word/model.h"
#include "text/word/number/numbering.h"
#include "text/word/read/attribute.h"
#include "text/word/read/definitions.h"
#include "text/word/read/note_rule.h"

struct reading {
    struct pl_word_file *word;
    struct pl_word_note_rule notes[PL_WORD_NOTE_KINDS];
    struct pl_word_note_rule *rule; /* one of them, which is read; or NULL */
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
    if (!reading->rule) {
        return;
    }
    if (element->name == PL_WD_NUM_FMT) {
        pl_word_note_rule_format(reading->rule, value);
    } else if (element->name == PL_WD_NUM_START) {
        pl_word_note_rule_start(reading->rule, value);
    } else {
        pl_word_note_rule_restart(reading->rule, value);
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
        reading->rule = &reading->notes[0];
        break;
    case PL_WD_ENDNOTE_PR:
        reading->rule = &reading->notes[1];
        break;
    case PL_WD_NUM_FMT:
    case PL_WD_NUM_START:
    case PL_WD_NUM_RESTART:
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
        reading->rule = NULL;
    }
}

static bool read_part(struct reading *reading, struct pl_zip *zip, pl_str part,
                      struct pl_error *error)
{
    struct pl_word_definition_reader reader = {on_start, on_end, reading};
    return pl_word_definitions_read(zip, part, &reader, error);
}

/* What a section does not say is as in the document's settings, and what they
 * do not say is as Word has it. */
static void complete_sections(struct pl_arena *arena,
                              const struct pl_word_note_rule *notes,
                              struct pl_word_file *word)
{
    static const struct pl_word_note_rule usual[PL_WORD_NOTE_KINDS] = {
        {PL_WORD_FORMAT_DECIMAL, PL_WORD_COUNTED_ON, 1},
        {PL_WORD_FORMAT_LOWER_ROMAN, PL_WORD_COUNTED_ON, 1},
    };
    struct pl_word_section *sections =
        pl_arena_array(arena, word->sections_count + 1, sizeof(*sections));
    for (uint32_t i = 0; i < word->sections_count; i++) {
        sections[i] = word->sections[i];
        for (size_t k = 0; k < PL_WORD_NOTE_KINDS; k++) {
            pl_word_note_rule_complete(&sections[i].notes[k], &notes[k]);
            pl_word_note_rule_complete(&sections[i].notes[k], &usual[k]);
        }
    }
    word->sections = sections;
}

bool pl_word_settings_read(struct pl_arena *arena, struct pl_zip *zip,
                           pl_str part, struct pl_word_file *word,
                           struct pl_error *error)
{
    struct reading reading = {.word = word};
    for (size_t i = 0; i < PL_WORD_NOTE_KINDS; i++) {
        reading.notes[i] = pl_word_note_rule_empty();
    }
    if (!read_part(&reading, zip, part, error)) {
        return false;
    }
    complete_sections(arena, reading.notes, word);
    return true;
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
