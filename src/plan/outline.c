/* Sections from headings: which are a table of contents, what damaged numbers
 * mean, and how sections nest. */
#include "plan/draft.h"

#include "base/chars.h"
#include "base/map.h"
#include "base/utf8.h"

enum {
    TOC_RUN = 3,       /* headings in a row that may be a table of contents */
    TOC_GAP = 2,       /* blocks between two of its lines that belong to it */
    MAX_CHAIN = PL_LABEL_MAX_PARTS,
    FORWARD = 4, /* siblings that may be missing before a damaged number */
};

/* ----- tables of contents ----- */

/* What a heading is compared by: letters and digits of number and title, in
 * lower case, without the page number that may end it. */
static pl_str heading_key(struct pl_arena *arena, pl_str text,
                          const struct pl_block *block)
{
    pl_str line = pl_range_text(text, block->range);
    size_t end = line.len;
    while (end > 0 && pl_is_digit(line.data[end - 1])) {
        end--;
    }
    bool has_page = end < line.len && end > 0 &&
                    (line.data[end - 1] == '\t' || line.data[end - 1] == '.');
    line = pl_str_slice(line, 0, has_page ? end : line.len);
    struct pl_buf key = pl_buf_in(arena);
    for (size_t i = 0; i < line.len; i++) {
        if (pl_is_alnum(line.data[i]) || pl_is_wide(line.data[i])) {
            pl_buf_add_char(&key, pl_to_lower(line.data[i]));
        }
    }
    return pl_buf_str(&key);
}

static bool is_heading_like(const struct pl_block *block)
{
    return block->kind == PL_BLOCK_HEADING || block->kind == PL_BLOCK_TOC;
}

/* Marks [from, to) as a table of contents from its first to its last line
 * that stands again as a heading further on. */
static void settle_toc_run(struct pl_draft *draft, size_t from, size_t to,
                           const bool *comes_again)
{
    size_t first = to;
    size_t last = from;
    size_t count = 0;
    for (size_t i = from; i < to; i++) {
        if (comes_again[i]) {
            first = first == to ? i : first;
            last = i + 1;
            count++;
        }
    }
    if (count < TOC_RUN || count * 2 < last - first) {
        return;
    }
    for (size_t i = first; i < last; i++) {
        draft->blocks.items[i].kind = PL_BLOCK_TOC;
    }
}

/* A run of headings with nothing below them that come again later. */
static void find_repeated_toc(struct pl_draft *draft)
{
    size_t count = draft->blocks.len;
    bool *comes_again = pl_arena_array(draft->scratch, count + 1, sizeof(bool));
    struct pl_map *later = pl_map_new(draft->scratch, count / 8);
    for (size_t i = count; i-- > 0;) {
        if (is_heading_like(&draft->blocks.items[i])) {
            pl_str key = heading_key(draft->scratch, draft->text,
                                     &draft->blocks.items[i]);
            comes_again[i] = key.len > 0 &&
                             pl_map_get(later, key) != PL_MAP_NONE;
            if (draft->blocks.items[i].kind == PL_BLOCK_HEADING) {
                pl_map_put(later, key, (uint32_t)i);
            }
        }
    }
    for (size_t i = 0; i < count;) {
        size_t end = i;
        while (end < count && is_heading_like(&draft->blocks.items[end])) {
            end++;
        }
        if (end - i >= TOC_RUN) {
            settle_toc_run(draft, i, end, comes_again);
        }
        i = end + 1;
    }
}

/* Lines between two lines of a table of contents belong to it. */
static void fill_toc(struct pl_draft *draft)
{
    size_t last = SIZE_MAX;
    for (size_t i = 0; i < draft->blocks.len; i++) {
        if (draft->blocks.items[i].kind != PL_BLOCK_TOC) {
            continue;
        }
        if (last != SIZE_MAX && i - last <= TOC_GAP + 1) {
            for (size_t k = last + 1; k < i; k++) {
                draft->blocks.items[k].kind = PL_BLOCK_TOC;
            }
        }
        last = i;
    }
}

/* ----- labels ----- */

struct outliner {
    struct pl_draft *draft;
    struct pl_label chain[MAX_CHAIN + 1]; /* the last label of each depth */
    uint32_t parents[MAX_CHAIN + 1];      /* its section */
    uint32_t annex;      /* section that holds the numbered ones; or PL_NONE */
    uint32_t title;      /* the last title section below `chain`; or PL_NONE */
    bool has_numbers;    /* a numbered section since the annex began */
    uint8_t depth;       /* of the last numbered section; 0: none */
};

static bool is_part_keyword(pl_str marker)
{
    return marker.len && pl_is_letter(marker.data[0]) &&
           pl_str_find_char(marker, ' ', 0) != PL_NOWHERE;
}

/* The label of "ANNEX 1", "Appendix B": its last word. */
static struct pl_label part_label(pl_str marker)
{
    size_t from = marker.len;
    while (from > 0 && !pl_is_space(marker.data[from - 1])) {
        from--;
    }
    struct pl_label label;
    pl_str typed = pl_str_slice(marker, from, marker.len);
    if (!pl_label_parse(typed, &label)) {
        label = (struct pl_label){0};
    }
    struct pl_label roman;
    bool letters_mean_roman = typed.len == 1 && (typed.data[0] == 'I' ||
                              typed.data[0] == 'V' || typed.data[0] == 'X');
    if (letters_mean_roman && pl_label_as_roman(label, typed, &roman)) {
        return roman;
    }
    return label;
}

/* Whether a label may stand after the last one: a first child, the next
 * sibling, or the next sibling of an ancestor. */
static bool is_expected(const struct outliner *o, struct pl_label label)
{
    if (o->depth == 0) {
        return true;
    }
    struct pl_label last = o->chain[o->depth];
    if (pl_label_is_ancestor(last, label) && label.count == last.count + 1) {
        return true;
    }
    for (uint8_t d = 1; d <= o->depth; d++) {
        if (pl_label_follows(o->chain[d], label)) {
            return true;
        }
    }
    return false;
}

static size_t digits_of(struct pl_label label, char *out, size_t size)
{
    size_t len = 0;
    for (uint8_t i = 0; i < label.count; i++) {
        char digits[12];
        size_t n = 0;
        for (uint32_t v = label.parts[i].value; v > 0 || n == 0; v /= 10) {
            digits[n++] = (char)('0' + v % 10);
        }
        while (n > 0 && len < size) {
            out[len++] = digits[--n];
        }
    }
    return len;
}

/* Whether `label` without its dots is what was typed. */
static bool lost_its_dots(struct pl_label label, pl_str typed)
{
    char digits[64];
    size_t len = digits_of(label, digits, sizeof(digits));
    return label.count > 1 && pl_str_eq(typed, (pl_str){digits, len});
}

/* "22" after 2.1: the label near the last one that reads so without dots. */
static bool repair(const struct outliner *o, pl_str typed,
                   struct pl_label *label)
{
    if (o->depth == 0) {
        return false;
    }
    struct pl_label child = o->chain[o->depth];
    if (child.count < PL_LABEL_MAX_PARTS) {
        child.parts[child.count++] = (struct pl_label_part){.value = 1};
        if (lost_its_dots(child, typed)) {
            *label = child;
            return true;
        }
    }
    for (uint8_t d = o->depth; d >= 1; d--) {
        struct pl_label next = o->chain[d];
        for (int i = 0; i < FORWARD; i++) {
            next = pl_label_next(next);
            if (lost_its_dots(next, typed)) {
                *label = next;
                return true;
            }
        }
    }
    return false;
}

/* A number without dots that is far from what is expected is damaged when
 * putting a dot back makes it fit. */
static struct pl_label understand(const struct outliner *o, pl_str typed,
                                  bool *is_damaged)
{
    struct pl_label label;
    *is_damaged = false;
    if (!pl_label_parse(typed, &label)) {
        return (struct pl_label){0};
    }
    bool one_number = label.count == 1 && label.parts[0].value >= 11 &&
                      label.parts[0].style == PL_LABEL_DECIMAL &&
                      !label.parts[0].letter && !label.parts[0].bis;
    if (one_number && !is_expected(o, label)) {
        *is_damaged = repair(o, typed, &label);
    }
    return label;
}

/* ----- sections ----- */

static uint32_t atx_level(const struct pl_draft *draft, size_t at)
{
    const struct pl_block *block = &draft->blocks.items[at];
    pl_str marker = pl_range_text(draft->text, block->marker);
    uint32_t level = 0;
    while (level < marker.len && marker.data[level] == '#') {
        level++;
    }
    if (level == 0 && draft->source->format == PL_FORMAT_MARKDOWN) {
        bool is_second = at + 1 < draft->blocks.len &&
                         draft->text.data[draft->blocks.items[at + 1]
                                              .range.start] == '-';
        return is_second ? 2 : 1; /* underlined */
    }
    return level;
}

static pl_str typed_number(const struct pl_draft *draft,
                           const struct pl_block *block,
                           struct pl_range *number)
{
    *number = block->marker;
    while (number->start < number->end &&
           (draft->text.data[number->start] == '#' ||
            pl_is_space(draft->text.data[number->start]))) {
        number->start++;
    }
    return pl_range_text(draft->text, *number);
}

/* The heading's words: to the first margin comment, note or tab. */
static struct pl_range title_of(const struct pl_draft *draft,
                                const struct pl_block *block)
{
    struct pl_range title = block->content;
    for (uint32_t i = block->first_span; i < block->span_end; i++) {
        const struct pl_span *span = &draft->spans.items[i];
        bool ends_title = span->kind != PL_SPAN_CODE &&
                          span->kind != PL_SPAN_ENUMERATOR;
        if (ends_title && span->range.start >= title.start &&
            span->range.start < title.end) {
            title.end = span->range.start;
            break;
        }
    }
    while (title.end > title.start &&
           (pl_is_space(draft->text.data[title.end - 1]) ||
            draft->text.data[title.end - 1] == '#')) {
        title.end--;
    }
    return title;
}

static struct pl_section *add_section(struct pl_draft *draft, size_t heading)
{
    struct pl_section *section = PL_VEC_PUSH(draft->scratch, &draft->sections);
    const struct pl_block *block = &draft->blocks.items[heading];
    section->heading = (uint32_t)heading;
    section->parent = PL_NONE;
    section->level = 1;
    section->title = title_of(draft, block);
    section->subtitle = (struct pl_range){section->title.end,
                                          section->title.end};
    return section;
}

static void nest(struct pl_draft *draft, struct pl_section *section,
                 uint32_t parent)
{
    section->parent = parent;
    section->level =
        parent == PL_NONE ? 1 : draft->sections.items[parent].level + 1;
}

static void enter_annex(struct outliner *o, struct pl_section *section,
                        uint32_t index)
{
    section->kind = PL_SECTION_ANNEX;
    section->label =
        part_label(pl_range_text(o->draft->text, section->number));
    o->annex = index;
    o->depth = 0;
    o->has_numbers = false;
    o->title = PL_NONE;
}

static uint32_t parent_of_number(const struct outliner *o,
                                 struct pl_label label)
{
    for (uint8_t d = o->depth; d >= 1; d--) {
        if (d < label.count && pl_label_is_ancestor(o->chain[d], label)) {
            return o->parents[d];
        }
    }
    return o->annex;
}

static void enter_number(struct outliner *o, struct pl_section *section,
                         uint32_t index)
{
    section->kind = PL_SECTION_NUMBERED;
    nest(o->draft, section, parent_of_number(o, section->label));
    uint8_t depth = section->label.count;
    for (uint8_t d = (uint8_t)(o->depth + 1); d < depth; d++) {
        o->chain[d] = section->label; /* depths that were skipped */
        o->chain[d].count = d;
        o->parents[d] = section->parent;
    }
    o->chain[depth] = section->label;
    o->parents[depth] = index;
    o->depth = depth;
    o->has_numbers = true;
    o->title = PL_NONE;
}

/* The title right below "ANNEX 1" is the annex's own. */
static bool is_subtitle(const struct outliner *o, size_t heading)
{
    return o->annex != PL_NONE && !o->has_numbers && o->title == PL_NONE &&
           o->draft->sections.len == o->annex + 1 &&
           o->draft->sections.items[o->annex].heading + 1 == heading;
}

static void enter_title(struct outliner *o, struct pl_section *section,
                        uint32_t index)
{
    section->kind = PL_SECTION_TITLE;
    nest(o->draft, section, o->depth ? o->parents[o->depth] : o->annex);
    o->title = index;
}

static void number_section(struct outliner *o, struct pl_section *section,
                           const struct pl_block *block)
{
    pl_str typed = typed_number(o->draft, block, &section->number);
    if (typed.len && !is_part_keyword(typed)) {
        section->label = understand(o, typed, &section->is_damaged);
    }
}

static void add_plain_heading(struct outliner *o, size_t at)
{
    const struct pl_block *block = &o->draft->blocks.items[at];
    bool has_marker = !pl_range_is_empty(block->marker);
    if (!has_marker && is_subtitle(o, at)) {
        o->draft->sections.items[o->annex].subtitle = title_of(o->draft, block);
        return;
    }
    uint32_t index = (uint32_t)o->draft->sections.len;
    struct pl_section *section = add_section(o->draft, at);
    number_section(o, section, block);
    if (is_part_keyword(pl_range_text(o->draft->text, section->number))) {
        enter_annex(o, section, index);
    } else if (section->label.count) {
        enter_number(o, section, index);
    } else {
        enter_title(o, section, index);
    }
}

/* Markdown says its levels; numbers are only labels. */
static void add_atx_heading(struct outliner *o, size_t at)
{
    struct pl_draft *draft = o->draft;
    const struct pl_block *block = &draft->blocks.items[at];
    uint32_t index = (uint32_t)draft->sections.len;
    struct pl_section *section = add_section(draft, at);
    number_section(o, section, block);
    section->kind =
        section->label.count ? PL_SECTION_NUMBERED : PL_SECTION_TITLE;
    section->level = atx_level(draft, at);
    for (uint32_t i = index; i-- > 0;) {
        if (draft->sections.items[i].level < section->level) {
            section->parent = i;
            break;
        }
        uint32_t up = draft->sections.items[i].parent;
        i = up == PL_NONE ? 0 : up + 1; /* no older one is nearer */
    }
    if (section->label.count) {
        o->depth = section->label.count;
        o->chain[o->depth] = section->label;
    }
}

static void close_sections(struct pl_draft *draft)
{
    size_t count = draft->sections.len;
    for (size_t i = 0; i < count; i++) {
        struct pl_section *section = &draft->sections.items[i];
        section->first_block = section->heading + 1;
        section->block_end = i + 1 < count
                                 ? draft->sections.items[i + 1].heading
                                 : (uint32_t)draft->blocks.len;
        section->subtree_end = (uint32_t)i + 1;
        for (uint32_t b = section->heading; b < section->block_end; b++) {
            draft->blocks.items[b].section = (uint32_t)i;
        }
    }
    for (size_t i = count; i-- > 0;) {
        const struct pl_section *section = &draft->sections.items[i];
        if (section->parent != PL_NONE) {
            struct pl_section *parent =
                &draft->sections.items[section->parent];
            if (parent->subtree_end < section->subtree_end) {
                parent->subtree_end = section->subtree_end;
            }
        }
    }
}

void pl_draft_outline(struct pl_draft *draft)
{
    bool is_markdown = draft->source->format == PL_FORMAT_MARKDOWN;
    find_repeated_toc(draft);
    fill_toc(draft);
    struct outliner o = {.draft = draft, .annex = PL_NONE, .title = PL_NONE};
    for (size_t i = 0; i < draft->blocks.len; i++) {
        if (draft->blocks.items[i].kind != PL_BLOCK_HEADING) {
            continue;
        }
        if (is_markdown || atx_level(draft, i) > 0) {
            add_atx_heading(&o, i);
        } else {
            add_plain_heading(&o, i);
        }
    }
    close_sections(draft);
}
