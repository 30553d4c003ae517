#include "base/edit.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/order.h"
#include "base/vec.h"

static int by_place(const void *a, const void *b)
{
    struct pl_range left = ((const struct pl_edit *)a)->range;
    struct pl_range right = ((const struct pl_edit *)b)->range;
    int order = pl_order(left.start, right.start);
    return order ? order : pl_order(left.end, right.end);
}

void pl_edits_sort(struct pl_edit *edits, size_t count)
{
    if (count > 1) {
        qsort(edits, count, sizeof(*edits), by_place);
    }
}

static size_t size_after(pl_str text, struct pl_edits edits)
{
    size_t size = text.len;
    for (size_t i = 0; i < edits.count; i++) {
        struct pl_range range = edits.items[i].range;
        assert(range.start <= range.end && range.end <= text.len);
        size -= range.end - range.start;
        size += edits.items[i].text.len;
    }
    return size;
}

static char *put(char *out, pl_str s)
{
    if (s.len > 0) {
        memcpy(out, s.data, s.len);
    }
    return out + s.len;
}

pl_str pl_edits_apply(struct pl_arena *arena, pl_str text,
                      struct pl_edits edits)
{
    size_t size = size_after(text, edits);
    char *after = pl_arena_alloc(arena, size + 1);
    char *out = after;
    uint32_t at = 0;
    for (size_t i = 0; i < edits.count; i++) {
        const struct pl_edit *it = &edits.items[i];
        assert(at <= it->range.start);
        out = put(out, pl_str_slice(text, at, it->range.start));
        out = put(out, it->text);
        at = it->range.end;
    }
    put(out, pl_str_slice(text, at, text.len));
    return (pl_str){after, size};
}

/* The edits that are being made: what is kept of the old text, in its order,
 * and what is put in between. */
struct joined {
    struct pl_arena *arena;
    PL_VEC(struct pl_edit) edits;
    uint32_t kept_to; /* in the old text */
    struct pl_buf text;
};

static void keep(struct joined *joined, struct pl_range kept)
{
    if (joined->text.len > 0 || kept.start > joined->kept_to) {
        *PL_VEC_PUSH(joined->arena, &joined->edits) = (struct pl_edit){
            .range = {joined->kept_to, kept.start},
            .text = pl_buf_str(&joined->text),
        };
        joined->text = pl_buf_in(joined->arena);
    }
    joined->kept_to = kept.end;
}

/* A place in the text that `first` makes. */
struct reader {
    struct pl_edits first;
    size_t next;     /* of its edits */
    size_t in_text;  /* bytes of the text of that edit that are behind */
    uint32_t in_old; /* the place in the old text */
};

/* Over the next `count` bytes, or to the end; `joined` takes them (NULL: they
 * are left out). */
static void advance(struct reader *reader, size_t count, struct joined *joined)
{
    while (count > 0 && reader->in_old < UINT32_MAX) {
        const struct pl_edit *next = reader->next < reader->first.count
                                         ? &reader->first.items[reader->next]
                                         : NULL;
        uint32_t old_end = next ? next->range.start : UINT32_MAX;
        bool in_text = next && reader->in_old == old_end;
        size_t left = in_text ? next->text.len - reader->in_text
                              : old_end - reader->in_old;
        size_t taken = left < count ? left : count;
        count -= taken;
        if (!in_text) {
            uint32_t end = reader->in_old + (uint32_t)taken;
            if (joined) {
                keep(joined, (struct pl_range){reader->in_old, end});
            }
            reader->in_old = end;
            continue;
        }
        if (joined) {
            pl_buf_add(&joined->text, pl_str_slice(next->text, reader->in_text,
                                                   reader->in_text + taken));
        }
        reader->in_text += taken;
        if (taken == left) {
            reader->in_old = next->range.end;
            reader->in_text = 0;
            reader->next++;
        }
    }
}

struct pl_edits pl_edits_join(struct pl_arena *arena, struct pl_edits first,
                              struct pl_edits second)
{
    struct joined joined = {.arena = arena, .text = pl_buf_in(arena)};
    struct reader reader = {.first = first};
    uint32_t at = 0;
    for (size_t i = 0; i < second.count; i++) {
        const struct pl_edit *it = &second.items[i];
        advance(&reader, it->range.start - at, &joined);
        pl_buf_add(&joined.text, it->text);
        advance(&reader, it->range.end - it->range.start, NULL);
        at = it->range.end;
    }
    advance(&reader, SIZE_MAX, &joined);
    return (struct pl_edits){joined.edits.items, joined.edits.len};
}

struct pl_edits pl_edits_invert(struct pl_arena *arena, pl_str text,
                                struct pl_edits edits)
{
    struct pl_edit *made = pl_arena_array(arena, edits.count, sizeof(*made));
    uint32_t at = 0;     /* in the text that the edits make */
    uint32_t in_old = 0; /* the same place in `text` */
    for (size_t i = 0; i < edits.count; i++) {
        const struct pl_edit *it = &edits.items[i];
        at += it->range.start - in_old;
        in_old = it->range.end;
        made[i].range.start = at;
        at += (uint32_t)it->text.len;
        made[i].range.end = at;
        made[i].text = pl_range_text(text, it->range);
    }
    return (struct pl_edits){made, edits.count};
}
