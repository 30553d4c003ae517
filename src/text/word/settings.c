#include "text/word/settings.h"

#include "base/arena.h"
#include "base/map.h"
#include "text/package/opc.h"
#include "text/package/xml.h"
#include "text/package/zip.h"
#include "text/word/attribute.h"
#include "text/word/model.h"
#include "text/word/numbering.h"

enum name {
    TRACK_REVISIONS,
    PROTECTION,
    FOOTNOTE_PR,
    ENDNOTE_PR,
    NUM_FMT,
    NUM_START,
    COMMENT_EX,
    AT_VAL,
    AT_ENFORCEMENT,
    AT_PARA_ID,
    AT_PARENT,
    AT_DONE,
    NAME_COUNT
};

static const struct pl_xml_name names[NAME_COUNT] = {
    [TRACK_REVISIONS] = {PL_XML_W, "trackRevisions"},
    [PROTECTION] = {PL_XML_W, "documentProtection"},
    [FOOTNOTE_PR] = {PL_XML_W, "footnotePr"},
    [ENDNOTE_PR] = {PL_XML_W, "endnotePr"},
    [NUM_FMT] = {PL_XML_W, "numFmt"},
    [NUM_START] = {PL_XML_W, "numStart"},
    [COMMENT_EX] = {PL_XML_W15, "commentEx"},
    [AT_VAL] = {PL_XML_W, "val"},
    [AT_ENFORCEMENT] = {PL_XML_W, "enforcement"},
    [AT_PARA_ID] = {PL_XML_W15, "paraId"},
    [AT_PARENT] = {PL_XML_W15, "paraIdParent"},
    [AT_DONE] = {PL_XML_W15, "done"},
};

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
    uint32_t at = comment_by(reading, pl_xml_get(element, AT_PARA_ID));
    if (at != PL_NONE) {
        struct pl_word_comment *comment = &reading->comments[at];
        comment->is_resolved =
            pl_word_is_on(pl_xml_get(element, AT_DONE), false);
        comment->parent = comment_by(reading, pl_xml_get(element, AT_PARENT));
    }
}

static void take_note_rule(struct reading *reading,
                           const struct pl_xml_element *element)
{
    pl_str value = pl_xml_get(element, AT_VAL);
    uint32_t start = pl_word_number(value);
    if (reading->notes && element->name == NUM_FMT) {
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
    case TRACK_REVISIONS:
        reading->word->tracks_changes =
            pl_word_is_on(pl_xml_get(element, AT_VAL), true);
        break;
    case PROTECTION:
        reading->word->is_protected =
            pl_word_is_on(pl_xml_get(element, AT_ENFORCEMENT), false);
        break;
    case FOOTNOTE_PR:
        reading->notes = &reading->word->footnotes;
        break;
    case ENDNOTE_PR:
        reading->notes = &reading->word->endnotes;
        break;
    case NUM_FMT:
    case NUM_START:
        take_note_rule(reading, element);
        break;
    case COMMENT_EX:
        if (reading->by_para) {
            take_thread(reading, element);
        }
        break;
    default:
        break;
    }
    return true;
}

static bool on_end(void *context, uint16_t name, struct pl_range tag,
                   struct pl_error *error)
{
    struct reading *reading = context;
    (void)tag;
    (void)error;
    if (name == FOOTNOTE_PR || name == ENDNOTE_PR) {
        reading->notes = NULL;
    }
    return true;
}

static bool read_part(struct reading *reading, struct pl_zip *zip, pl_str part,
                      struct pl_error *error)
{
    struct pl_xml_reader reader = {.names = {names, NAME_COUNT},
                                   .start = on_start,
                                   .end = on_end,
                                   .context = reading};
    return part.len == 0 ||
           pl_opc_read_part(zip, pl_zip_find(zip, part), &reader, error);
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
