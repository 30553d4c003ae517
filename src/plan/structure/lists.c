/* Lists, from the markers of their items. */
#include "plan/structure/draft.h"

#include <string.h>

#include "base/attr.h"
#include "base/chars.h"

enum {
    MAX_DEPTH = 8, /* of nested lists; deeper ones begin anew */
    NESTED = 2,    /* columns that a nested bullet stands further in */
    AHEAD = 12,    /* items whose text is on its way at a time */
};

/* How a marker is written: items of one list are written alike. */
struct style {
    char open;    /* '(' or 0 */
    char close;   /* ')', '.', ':' or 0 */
    char kind;    /* '1', 'a', 'A'; the first byte of a bullet */
    char bullet2; /* its second byte: bullets outside ASCII differ there */
};

struct open_list {
    uint32_t list;
    struct style style;
    uint32_t indent; /* of its items */
    uint32_t last_item;
};

struct lister {
    struct pl_draft *draft;
    struct open_list open[MAX_DEPTH];
    size_t depth;
    uint32_t last_block; /* of the last item; PL_NONE at first */
};

/* A marker and the ways it can be read. */
struct marker {
    struct pl_range range;
    struct style style;
    struct pl_label label; /* no parts: a bullet */
    struct pl_label roman; /* no parts: no Roman number of one letter */
    uint32_t indent;       /* bytes of blanks before it in its line */
};

static struct style style_of(pl_str marker)
{
    struct style style = {0};
    size_t at = 0;
    if (marker.data[0] == '(') {
        style.open = '(';
        at++;
    }
    char last = marker.data[marker.len - 1];
    style.close = last == ')' || last == '.' || last == ':' ? last : 0;
    char c = at < marker.len ? marker.data[at] : 0;
    style.kind = pl_is_digit(c)   ? '1'
                 : pl_is_lower(c) ? 'a'
                 : pl_is_upper(c) ? 'A'
                                  : c;
    if (pl_is_wide(c) && at + 2 < marker.len) {
        style.bullet2 = marker.data[at + 2];
    }
    return style;
}

static uint32_t indent_of(pl_str text, uint32_t at)
{
    uint32_t start = at;
    while (start > 0 && pl_is_space(text.data[start - 1]) &&
           text.data[start - 1] != '\n') {
        start--;
    }
    return at - start;
}

static struct marker read_marker(const struct pl_draft *draft,
                                 struct pl_range range)
{
    pl_str text = pl_range_text(draft->text, range);
    struct marker marker = {.range = range,
                            .style = style_of(text),
                            .indent = indent_of(draft->text, range.start)};
    if (!pl_is_letter(marker.style.kind) && !pl_is_digit(marker.style.kind)) {
        return marker;
    }
    if (!pl_label_parse(text, &marker.label)) {
        marker.label = (struct pl_label){0};
    } else if (!pl_label_as_roman(marker.label, text, &marker.roman)) {
        marker.roman = (struct pl_label){0};
    }
    return marker;
}

static bool same_style(struct style a, struct style b)
{
    return memcmp(&a, &b, sizeof(a)) == 0;
}

static uint8_t last_style(struct pl_label label)
{
    return label.parts[label.count - 1].style;
}

/* Whether the marker, read one way or the other, comes right after the last
 * item of an open list; `*label` is that reading. */
static bool goes_on(const struct lister *l, const struct open_list *open,
                    const struct marker *marker, struct pl_label *label)
{
    if (!same_style(open->style, marker->style)) {
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
static bool are_level(const struct open_list *open, const struct marker *marker)
{
    return marker->indent < open->indent + NESTED &&
           open->indent < marker->indent + NESTED;
}

/* Whether the marker is at least written like the list's and is not a new
 * beginning: a gap or a double rather than another list. */
static bool belongs(const struct lister *l, const struct open_list *open,
                    const struct marker *marker, struct pl_label *label)
{
    if (!same_style(open->style, marker->style)) {
        return false;
    }
    if (!marker->label.count) {
        *label = marker->label;
        return are_level(open, marker) ||
               (open == l->open && marker->indent < open->indent);
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
                                    const struct marker *marker, uint32_t block,
                                    bool is_inline)
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

/* "i" where no "h" came before begins a list of Roman numbers. */
static bool is_first_roman(const struct marker *marker)
{
    return marker->roman.count &&
           marker->roman.parts[marker->roman.count - 1].value == 1;
}

/* A bullet ends the lists whose bullets stand further in. */
static void leave_deeper(struct lister *l, const struct marker *marker)
{
    while (l->depth > 0 && !marker->label.count &&
           l->open[l->depth - 1].indent >= marker->indent + NESTED) {
        l->depth--;
    }
}

/* The list that the marker goes on with, innermost first; NULL: a new one. */
static struct open_list *find_list(struct lister *l,
                                   const struct marker *marker, bool resumes,
                                   struct pl_label *label)
{
    for (size_t d = l->depth; d-- > 0;) {
        if (goes_on(l, &l->open[d], marker, label)) {
            l->depth = d + 1;
            return &l->open[d];
        }
    }
    bool is_new = resumes || is_first_roman(marker);
    for (size_t d = l->depth; d-- > 0 && !is_new;) {
        if (belongs(l, &l->open[d], marker, label)) {
            l->depth = d + 1;
            return &l->open[d];
        }
    }
    if (resumes) {
        l->depth = 0;
    }
    leave_deeper(l, marker);
    return NULL;
}

static uint32_t add_item(struct lister *l, const struct marker *marker,
                         uint32_t block, bool is_inline)
{
    struct pl_draft *draft = l->draft;
    bool resumes = l->last_block != PL_NONE && block > l->last_block + 1;
    struct pl_label label = marker->label;
    struct open_list *open = find_list(l, marker, resumes, &label);
    if (!open) {
        label = is_first_roman(marker) ? marker->roman : marker->label;
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
        struct marker marker = read_marker(draft, span->range);
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
        struct marker marker = read_marker(l->draft, block->marker);
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
