#include "text/word/view/places.h"

#include "base/arena.h"
#include "text/word/model.h"

static const struct pl_range nowhere = {PL_NONE, PL_NONE};

static struct pl_range *new_ranges(struct pl_arena *arena, uint32_t count)
{
    struct pl_range *ranges =
        pl_arena_array(arena, (size_t)count + 1, sizeof(*ranges));
    for (uint32_t i = 0; i < count; i++) {
        ranges[i] = nowhere;
    }
    return ranges;
}

static void extend(struct pl_range *range, struct pl_range by)
{
    if (range->start == PL_NONE) {
        *range = by;
    }
    range->end = by.end;
}

static struct pl_range segment_range(const struct pl_word_view *view,
                                     uint32_t segment)
{
    uint32_t next = segment + 1;
    uint32_t end = next < view->segment_count ? view->segments[next].start
                                              : (uint32_t)view->text.len;
    return (struct pl_range){view->segments[segment].start, end};
}

/* Text of a piece, or a number it stands for; what tells of a comment stands at
 * the end of its line. */
static bool is_in_place(const struct pl_word_view *view,
                        const struct pl_word_segment *segment)
{
    return segment->piece != PL_NONE &&
           view->word->pieces[segment->piece].kind != PL_WORD_COMMENT_MARK;
}

const struct pl_word_places *pl_word_places_of(struct pl_arena *arena,
                                               const struct pl_word_view *view)
{
    struct pl_range *pieces = new_ranges(arena, view->word->pieces_count);
    struct pl_range *paras = new_ranges(arena, view->word->paras_count);
    struct pl_range *labels = new_ranges(arena, view->word->paras_count);
    for (uint32_t i = 0; i < view->segment_count; i++) {
        const struct pl_word_segment *it = &view->segments[i];
        struct pl_range range = segment_range(view, i);
        if (is_in_place(view, it)) {
            extend(&pieces[it->piece], range);
        } else if (it->kind == PL_WORD_LABEL && it->piece == PL_NONE) {
            extend(&labels[it->para], range);
        }
        if (it->kind != PL_WORD_MADE && it->para != PL_NONE) {
            extend(&paras[it->para], range);
        }
    }
    struct pl_word_places *places = pl_arena_alloc(arena, sizeof(*places));
    *places = (struct pl_word_places){view, pieces, paras, labels};
    return places;
}

struct pl_range pl_word_place_of(const struct pl_word_places *places,
                                 uint32_t para, uint32_t first, uint32_t end)
{
    struct pl_range range = nowhere;
    for (uint32_t i = first; i < end; i++) {
        if (places->pieces[i].start != PL_NONE) {
            extend(&range, places->pieces[i]);
        }
    }
    if (range.start == PL_NONE && para != PL_NONE) {
        range = places->paras[para];
        range.end = range.start;
    }
    return range.start < range.end ? pl_range_trim(places->view->text, range)
                                   : range;
}

struct pl_range pl_word_place_of_label(const struct pl_word_places *places,
                                       uint32_t para)
{
    if (para == PL_NONE) {
        return nowhere;
    }
    struct pl_range label = places->labels[para];
    if (label.start != PL_NONE) {
        return pl_range_trim(places->view->text, label);
    }
    label.start = places->paras[para].start;
    label.end = label.start;
    return label;
}
