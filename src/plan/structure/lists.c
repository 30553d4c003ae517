/* Lists, from the markers of their items. */
#include "plan/structure/draft.h"

#include "base/attr.h"
#include "plan/structure/markers.h"

enum {
    MAX_DEPTH = 8, /* of nested lists; deeper ones begin anew */
    NESTED = 2,    /* columns that a nested bullet stands further in */
    OUTER = 4,  /* columns that a number of an outer list stands further out */
    AHEAD = 12, /* items whose text is on its way at a time */
};

struct open_list {
    uint32_t list;
    struct pl_marker_style style;
    uint32_t indent; /* of its items */
    uint32_t last_item;
};

struct lister {
    struct pl_draft *draft;
    struct open_list open[MAX_DEPTH];
    size_t depth;
    uint32_t last_block; /* of the last item; PL_NONE at first */
};

static uint8_t last_style(struct pl_label label)
{
    return label.parts[label.count - 1].style;
}

/* Whether the marker, read one way or the other, comes right after the last
 * item of an open list; `*label` is that reading. */
static bool goes_on(const struct lister *l, const struct open_list *open,
                    const struct pl_marker *marker, struct pl_label *label)
{
    if (!pl_marker_is_alike(open->style, marker->style)) {
        return false;
    }
    struct pl_label last = l->draft->items.items[open->last_item].label;
    const struct pl_label readings[] = {marker->label, marker->roman};
    for (size_t i = 0; i < 2; i++) {
        if (readings[i].count && last.count &&
            last_style(readings[i]) == last_style(last) &&
            pl_label_follows(last, readings[i])) {
            *label = readings[i];
            return true;
        }
    }
    return false;
}

/* Whether a bullet stands as far in as those of a list. */
static bool are_level(const struct open_list *open,
                      const struct pl_marker *marker)
{
    return marker->indent < open->indent + NESTED &&
           open->indent < marker->indent + NESTED;
}

/* Whether the marker is at least written like the list's and is not a new
 * beginning: a gap or a double rather than another list. */
static bool belongs(const struct lister *l, const struct open_list *open,
                    const struct pl_marker *marker, struct pl_label *label)
{
    if (!pl_marker_is_alike(open->style, marker->style)) {
        return false;
    }
    if (!marker->label.count) {
        *label = marker->label;
        return are_level(open, marker) ||
               (open == l->open && marker->indent < open->indent);
    }
    if (marker->indent + OUTER <= open->indent) {
        return false;
    }
    struct pl_label last = l->draft->items.items[open->last_item].label;
    const struct pl_label readings[] = {marker->label, marker->roman};
    for (size_t i = 0; i < 2; i++) {
        if (readings[i].count && last.count &&
            last_style(readings[i]) == last_style(last) &&
            readings[i].parts[readings[i].count - 1].value != 1) {
            *label = readings[i];
            return true;
        }
    }
    return false;
}

static uint32_t intro_of(const struct pl_draft *draft, uint32_t block,
                         bool is_inline)
{
    if (is_inline && draft->blocks.items[block].kind != PL_BLOCK_ITEM) {
        return block;
    }
    if (block == 0) {
        return PL_NONE;
    }
    enum pl_block_kind kind = draft->blocks.items[block - 1].kind;
    return kind == PL_BLOCK_PARAGRAPH || kind == PL_BLOCK_ITEM ? block - 1
                                                               : PL_NONE;
}

/* A new list: nested in the innermost open one. */
static struct open_list *begin_list(struct lister *l,
                                    const struct pl_marker *marker,
                                    uint32_t block, bool is_inline)
{
    struct pl_draft *draft = l->draft;
    if (l->depth == MAX_DEPTH) {
        l->depth = 0;
    }
    uint32_t parent = l->depth ? l->open[l->depth - 1].last_item : PL_NONE;
    struct open_list *open = &l->open[l->depth++];
    *open = (struct open_list){.list = (uint32_t)draft->lists.len,
                               .style = marker->style,
                               .indent = marker->indent,
                               .last_item = PL_NONE};
    *PL_VEC_PUSH(draft->scratch, &draft->lists) = (struct pl_list){
        .first_item = (uint32_t)draft->items.len,
        .intro = intro_of(draft, block, is_inline),
        .parent = parent,
        .is_inline = is_inline,
        .is_bullet = marker->label.count == 0,
    };
    return open;
}

/* The next marker of the same style near a block; false: none. */
static bool next_alike(const struct lister *l, const struct pl_marker *marker,
                       uint32_t block, struct pl_marker *next)
{
    enum { FARTHEST = 8 };
    const struct pl_draft *draft = l->draft;
    for (size_t i = block + 1; i < draft->blocks.len && i <= block + FARTHEST;
         i++) {
        const struct pl_block *it = &draft->blocks.items[i];
        if (it->kind == PL_BLOCK_HEADING || pl_block_is_numbered(it)) {
            return false;
        }
        if (it->kind == PL_BLOCK_ITEM) {
            *next = pl_marker_read(draft, it->marker);
            if (pl_marker_is_alike(next->style, marker->style)) {
                return true;
            }
        }
    }
    return false;
}

static bool is_value(struct pl_label label, uint32_t value)
{
    return label.count == 1 && label.parts[0].value == value;
}

/* Whether "g" came last in a list that is written so. */
static bool comes_after_g(const struct lister *l,
                          const struct pl_marker *marker)
{
    enum { LETTER_G = 7 };
    for (size_t d = l->depth; d-- > 0;) {
        const struct open_list *open = &l->open[d];
        if (pl_marker_is_alike(open->style, marker->style)) {
            return is_value(l->draft->items.items[open->last_item].label,
                            LETTER_G);
        }
    }
    return false;
}

/* Whether "i" is a letter: before "j", or after "g" and not before "ii". */
static bool is_letter_i(const struct lister *l, const struct pl_marker *marker,
                        uint32_t block)
{
    enum { LETTER_J = 10, ROMAN_II = 2 };
    struct pl_marker next;
    if (!next_alike(l, marker, block, &next)) {
        return comes_after_g(l, marker);
    }
    return is_value(next.label, LETTER_J) ||
           (comes_after_g(l, marker) && !is_value(next.label, ROMAN_II));
}

/* "i" where no "h" came before begins a list of Roman numbers. */
static bool is_first_roman(const struct lister *l,
                           const struct pl_marker *marker, uint32_t block)
{
    return marker->roman.count &&
           marker->roman.parts[marker->roman.count - 1].value == 1 &&
           !is_letter_i(l, marker, block);
}

/* Whether an item after other blocks may go on with a list although its number
 * is not the next one: "3)" begins no list. */
static bool may_resume(const struct lister *l, const struct open_list *open,
                       struct pl_label label)
{
    enum { FARTHEST = 2 };
    struct pl_label last = l->draft->items.items[open->last_item].label;
    if (!label.count || label.count != last.count) {
        return false;
    }
    uint32_t low = last.parts[last.count - 1].value;
    uint32_t high = label.parts[label.count - 1].value;
    return (low < high ? high - low : low - high) <= FARTHEST;
}

/* How an item that does not simply go on may begin. */
struct start {
    bool resumes;  /* other blocks stand before it */
    bool is_roman; /* with "i", which begins a list */
};

/* A bullet ends the lists whose bullets stand further in. */
static void leave_deeper(struct lister *l, const struct pl_marker *marker)
{
    while (l->depth > 0 && !marker->label.count &&
           l->open[l->depth - 1].indent >= marker->indent + NESTED) {
        l->depth--;
    }
}

/* The list that the marker goes on with, innermost first; NULL: a new one. */
static struct open_list *find_list(struct lister *l,
                                   const struct pl_marker *marker,
                                   struct start start, struct pl_label *label)
{
    for (size_t d = l->depth; d-- > 0;) {
        if (goes_on(l, &l->open[d], marker, label)) {
            l->depth = d + 1;
            return &l->open[d];
        }
    }
    for (size_t d = l->depth; d-- > 0 && !start.is_roman;) {
        if (belongs(l, &l->open[d], marker, label) &&
            (!start.resumes || may_resume(l, &l->open[d], *label))) {
            l->depth = d + 1;
            return &l->open[d];
        }
    }
    if (start.resumes) {
        l->depth = 0;
    }
    leave_deeper(l, marker);
    return NULL;
}

static uint32_t add_item(struct lister *l, const struct pl_marker *marker,
                         uint32_t block, bool is_inline)
{
    struct pl_draft *draft = l->draft;
    bool resumes = l->last_block != PL_NONE && block > l->last_block + 1;
    struct pl_label label = marker->label;
    bool is_roman = is_first_roman(l, marker, block);
    struct open_list *open =
        find_list(l, marker, (struct start){resumes, is_roman}, &label);
    if (!open) {
        label = is_roman ? marker->roman : marker->label;
        open = begin_list(l, marker, block, is_inline);
    }
    uint32_t index = (uint32_t)draft->items.len;
    if (open->last_item != PL_NONE) {
        draft->items.items[open->last_item].next = index;
    }
    open->last_item = index;
    draft->lists.items[open->list].item_count++;
    *PL_VEC_PUSH(draft->scratch, &draft->items) = (struct pl_item){
        .label = label,
        .marker = marker->range,
        .content = {marker->range.end, draft->blocks.items[block].range.end},
        .list = open->list,
        .next = PL_NONE,
        .block = block,
    };
    l->last_block = block;
    return index;
}

/* The enumerators inside a block; `first` is the item the block itself is. */
static void add_inline_items(struct lister *l, uint32_t at, uint32_t first)
{
    struct pl_draft *draft = l->draft;
    const struct pl_block *block = &draft->blocks.items[at];
    uint32_t before = first;
    for (uint32_t i = block->first_span; i < block->span_end; i++) {
        const struct pl_span *span = &draft->spans.items[i];
        if (span->kind != PL_SPAN_ENUMERATOR) {
            continue;
        }
        struct pl_marker marker = pl_marker_read(draft, span->range);
        uint32_t item = add_item(l, &marker, at, true);
        struct pl_list *list =
            &draft->lists.items[draft->items.items[item].list];
        list->is_inline |= first != PL_NONE && list->first_item == first;
        if (before != PL_NONE) {
            draft->items.items[before].content.end = span->range.start;
        }
        before = item;
    }
}

static void add_block_items(struct lister *l, uint32_t at)
{
    struct pl_block *block = &l->draft->blocks.items[at];
    uint32_t first = PL_NONE;
    if (block->kind == PL_BLOCK_ITEM) {
        struct pl_marker marker = pl_marker_read(l->draft, block->marker);
        first = add_item(l, &marker, at, false);
        block->detail = first;
    } else {
        l->depth = 0; /* lists inside a paragraph are its own */
    }
    add_inline_items(l, at, first);
    if (block->kind != PL_BLOCK_ITEM) {
        l->depth = 0;
    }
}

static bool has_enumerator(const struct pl_draft *draft,
                           const struct pl_block *block)
{
    for (uint32_t i = block->first_span; i < block->span_end; i++) {
        if (draft->spans.items[i].kind == PL_SPAN_ENUMERATOR) {
            return true;
        }
    }
    return false;
}

/* For all items at once. */
static void make_room(struct pl_draft *draft)
{
    size_t count = 0;
    for (size_t i = 0; i < draft->blocks.len; i++) {
        count += draft->blocks.items[i].kind == PL_BLOCK_ITEM;
    }
    for (size_t i = 0; i < draft->spans.len; i++) {
        count += draft->spans.items[i].kind == PL_SPAN_ENUMERATOR;
    }
    draft->items.items =
        pl_arena_array(draft->scratch, count, sizeof(struct pl_item));
    draft->items.cap = count;
}

static void trim_items(struct pl_draft *draft)
{
    for (size_t i = 0; i < draft->items.len; i++) {
        if (i + AHEAD < draft->items.len) {
            struct pl_range next = draft->items.items[i + AHEAD].content;
            PL_PREFETCH(draft->text.data + next.start);
            PL_PREFETCH(draft->text.data + next.end);
        }
        struct pl_item *item = &draft->items.items[i];
        item->content = pl_range_trim(draft->text, item->content);
    }
}

void pl_draft_list(struct pl_draft *draft)
{
    struct lister l = {.draft = draft, .last_block = PL_NONE};
    make_room(draft);
    for (uint32_t i = 0; i < draft->blocks.len; i++) {
        const struct pl_block *block = &draft->blocks.items[i];
        if (block->kind == PL_BLOCK_HEADING || pl_block_is_numbered(block)) {
            l.depth = 0;
        }
        if (block->kind == PL_BLOCK_ITEM || has_enumerator(draft, block)) {
            add_block_items(&l, i);
        }
    }
    trim_items(draft);
}
