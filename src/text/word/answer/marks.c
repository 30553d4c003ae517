#include "text/word/answer/marks.h"

#include <assert.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/vec.h"
#include "text/package/opc.h"
#include "text/package/xml.h"
#include "text/package/zip.h"
#include "text/word/answer/ids.h"
#include "text/word/answer/splice.h"
#include "text/word/read/attribute.h"

enum name {
    COMMENT,
    RANGE_START,
    RANGE_END,
    REFERENCE,
    RUN,
    RUN_PROPERTIES,
    AT_ID,
    NAME_COUNT
};

static const struct pl_xml_name names[NAME_COUNT] = {
    [COMMENT] = {PL_XML_W, "comment"},
    [RANGE_START] = {PL_XML_W, "commentRangeStart"},
    [RANGE_END] = {PL_XML_W, "commentRangeEnd"},
    [REFERENCE] = {PL_XML_W, "commentReference"},
    [RUN] = {PL_XML_W, "r"},
    [RUN_PROPERTIES] = {PL_XML_W, "rPr"},
    [AT_ID] = {PL_XML_W, "id"},
};

/* An element that is open. */
struct open {
    struct pl_range tag;
    bool goes;       /* with all that is in it */
    bool has_ours;   /* of a run: a reference to a comment of ours */
    bool has_others; /* of a run: anything else */
};

struct reading {
    const struct pl_word_marks *marks;
    struct pl_map *ours; /* ids of comments that go */
    PL_VEC(struct open) stack;
    PL_VEC(struct pl_range) gone; /* in the part that is read */
};

bool pl_word_comment_is_ours(const struct pl_word_file *word, uint32_t index)
{
    static const pl_str author = PL_STR(PL_WORD_AUTHOR);
    if (!pl_str_eq(word->comments[index].author, author)) {
        return false;
    }
    for (uint32_t i = 0; i < word->comments_count; i++) {
        if (word->comments[i].parent == index) {
            return false;
        }
    }
    return true;
}

static struct pl_map *ids_of_ours(const struct pl_word_marks *marks)
{
    const struct pl_word_file *word = marks->word;
    struct pl_map *ours = pl_map_new(marks->arena, 16);
    for (uint32_t i = 0; marks->splices && i < word->comments_count; i++) {
        if (pl_word_comment_is_ours(word, i)) {
            pl_map_put(ours, word->comments[i].id, i);
        }
    }
    return ours;
}

static struct open *top(struct reading *reading)
{
    size_t len = reading->stack.len;
    return len > 0 ? &reading->stack.items[len - 1] : NULL;
}

static bool on_start(void *context, const struct pl_xml_element *element,
                     struct pl_error *error)
{
    struct reading *reading = context;
    struct open *outer = top(reading);
    (void)error;
    pl_str id = pl_xml_get(element, AT_ID);
    bool is_mark = element->name <= REFERENCE;
    bool goes = (outer && outer->goes) ||
                (is_mark && pl_map_get(reading->ours, id) != PL_NONE);
    if (outer && element->name == REFERENCE && goes) {
        outer->has_ours = true;
    } else if (outer && element->name != RUN_PROPERTIES) {
        outer->has_others = true;
    }
    uint32_t number = id.len > 0 ? pl_word_number(id) : PL_NONE;
    if (!goes && number != PL_NONE) {
        pl_word_ids_use(reading->marks->ids, number);
    }
    assert(reading->stack.items || reading->stack.len == reading->stack.cap);
    *PL_VEC_PUSH(reading->marks->arena, &reading->stack) =
        (struct open){.tag = element->tag, .goes = goes};
    return true;
}

/* A run that has only a reference goes with it. */
static bool on_end(void *context, uint16_t name, struct pl_range tag,
                   struct pl_error *error)
{
    struct reading *reading = context;
    struct open open = reading->stack.items[--reading->stack.len];
    const struct open *outer = top(reading);
    (void)error;
    bool is_bare_run = name == RUN && open.has_ours && !open.has_others;
    bool is_outermost = open.goes && (!outer || !outer->goes);
    struct pl_range whole = {open.tag.start, tag.end};
    size_t *count = &reading->gone.len;
    while (is_bare_run && *count > 0 &&
           reading->gone.items[*count - 1].start >= whole.start) {
        (*count)--;
    }
    if (is_bare_run || is_outermost) {
        *PL_VEC_PUSH(reading->marks->arena, &reading->gone) = whole;
    }
    return true;
}

static const uint32_t rank_gone = UINT32_MAX; /* after all others */

static bool take_out(struct reading *reading, pl_str name,
                     struct pl_error *error)
{
    struct pl_word_splice_part *part;
    if (reading->gone.len == 0) {
        return true;
    }
    if (!pl_word_splices_part(reading->marks->splices, name, &part, error)) {
        return false;
    }
    for (size_t i = 0; i < reading->gone.len; i++) {
        pl_word_splice(part, reading->gone.items[i], rank_gone, (pl_str){0});
    }
    return true;
}

static bool read_part(struct reading *reading, pl_str name,
                      struct pl_error *error)
{
    struct pl_xml_reader xml = {.names = {names, NAME_COUNT},
                                .start = on_start,
                                .end = on_end,
                                .context = reading};
    size_t entry = pl_zip_find(reading->marks->zip, name);
    reading->stack.len = 0;
    reading->gone.len = 0;
    return entry == PL_NOWHERE ||
           (pl_opc_read_part(reading->marks->zip, entry, &xml, error) &&
            take_out(reading, name, error));
}

bool pl_word_marks_read(const struct pl_word_marks *marks,
                        struct pl_error *error)
{
    struct reading reading = {.marks = marks, .ours = ids_of_ours(marks)};
    for (uint32_t i = 0; i < marks->word->parts_count; i++) {
        if (!read_part(&reading, marks->word->parts[i].name, error)) {
            return false;
        }
    }
    return true;
}
