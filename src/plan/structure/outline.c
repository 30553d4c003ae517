/* Sections from headings: what damaged numbers mean, how sections nest. */
#include "plan/structure/draft.h"

#include "base/array.h"
#include "base/chars.h"
#include "base/utf8.h"
#include "plan/structure/chain.h"

struct outliner {
    struct pl_draft *draft;
    struct pl_chain chain;
    uint32_t parents[PL_CHAIN_MAX + 1]; /* sections of the chain, by depth */
    uint32_t annex;     /* section that holds the numbered ones; or PL_NONE */
    bool annex_is_bare; /* nothing has stood below the annex's heading yet */
};

static const struct {
    pl_str word;
    enum pl_part_kind kind;
} part_words[] = {
#define PL_PART_WORD(word, kind) {PL_STR(word), PL_PART_##kind},
#include "plan/structure/part_word.def"
#undef PL_PART_WORD
};

/* By the word that a heading's number begins with. */
enum pl_part_kind pl_part_kind_of(pl_str number)
{
    pl_str word = pl_utf8_letters(number);
    for (size_t i = 0; i < PL_COUNT(part_words); i++) {
        if (pl_utf8_lowers_to(word, part_words[i].word)) {
            return word.len < number.len ? part_words[i].kind : PL_PART_NONE;
        }
    }
    return PL_PART_NONE;
}

/* Chapters and sections are numbered through, the others stand apart. */
static bool is_apart(enum pl_part_kind kind)
{
    return kind != PL_PART_NONE && kind != PL_PART_CHAPTER &&
           kind != PL_PART_SECTION;
}

/* Length of "Annex A" at the beginning of a title, or 0. */
static size_t part_prefix(pl_str title)
{
    size_t at = pl_utf8_letters(title).len;
    struct pl_label label;
    if (!is_apart(pl_part_kind_of(title))) {
        return 0;
    }
    size_t from = at + 1;
    size_t end = from;
    while (end < title.len &&
           (pl_is_alnum(title.data[end]) || title.data[end] == '.')) {
        end++;
    }
    pl_str typed = pl_str_slice(title, from, end);
    return title.data[at] == ' ' && pl_label_parse(typed, &label) ? end : 0;
}

/* The label of "ANNEX 1", "Appendix B": what stands after the word. */
static pl_str part_label(pl_str number)
{
    size_t from = number.len;
    while (from > 0 && pl_is_alnum(number.data[from - 1])) {
        from--;
    }
    return pl_str_slice(number, from, number.len);
}

static uint32_t atx_level(const struct pl_draft *draft, size_t at)
{
    const struct pl_block *block = &draft->blocks.items[at];
    pl_str marker = pl_range_text(draft->text, block->marker);
    uint32_t level = 0;
    while (level < marker.len && pl_is_heading_sign(marker.data[level])) {
        level++;
    }
    if (level == 0 && pl_draft_is_markdown(draft)) {
        bool is_second =
            at + 1 < draft->blocks.len &&
            draft->text.data[draft->blocks.items[at + 1].range.start] == '-';
        return is_second ? 2 : 1; /* underlined */
    }
    return level;
}

/* The marker without the "#" of Markdown or the "=" of AsciiDoc. */
static struct pl_range number_of(const struct pl_draft *draft,
                                 const struct pl_block *block)
{
    struct pl_range number = block->marker;
    while (number.start < number.end &&
           (pl_is_heading_sign(draft->text.data[number.start]) ||
            pl_is_space(draft->text.data[number.start]))) {
        number.start++;
    }
    return number;
}

/* Where an anchor ends the title: "Aims <a id="aims"></a>", "Aims {#aims}". */
static uint32_t anchor_start(pl_str text, struct pl_range title)
{
    static const pl_str anchors[] = {PL_STR(" <a "), PL_STR(" {#")};
    pl_str line = pl_range_text(text, title);
    for (size_t i = 0; i < PL_COUNT(anchors); i++) {
        size_t at = pl_str_find(line, anchors[i], 0);
        if (at != PL_NOWHERE && at > 0) {
            return title.start + (uint32_t)at;
        }
    }
    return title.end;
}

/* The heading's words: to the first margin comment, note, tab or anchor. */
static struct pl_range title_of(const struct pl_draft *draft,
                                const struct pl_block *block)
{
    struct pl_range title = block->content;
    for (uint32_t i = block->first_span; i < block->span_end; i++) {
        const struct pl_span *span = &draft->spans.items[i];
        bool ends_title =
            span->kind != PL_SPAN_CODE && span->kind != PL_SPAN_ENUMERATOR;
        if (ends_title && span->range.start >= title.start &&
            span->range.start < title.end) {
            title.end = span->range.start;
            break;
        }
    }
    title.end = anchor_start(draft->text, title);
    while (title.end > title.start &&
           (pl_is_space(draft->text.data[title.end - 1]) ||
            pl_is_heading_sign(draft->text.data[title.end - 1]))) {
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
    section->number = number_of(draft, block);
    section->title = title_of(draft, block);
    section->subtitle =
        (struct pl_range){section->title.end, section->title.end};
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
    static const struct pl_chain no_numbers;
    bool is_damaged;
    pl_str typed = part_label(pl_range_text(o->draft->text, section->number));
    section->kind = PL_SECTION_ANNEX;
    section->label = pl_chain_understand(&no_numbers, typed, &is_damaged);
    o->chain.depth = 0;
    o->annex = index;
    o->annex_is_bare = true;
}

static uint32_t parent_of_number(const struct outliner *o,
                                 struct pl_label label, uint8_t depth)
{
    for (uint8_t d = (uint8_t)(depth - 1); d >= 1; d--) {
        bool is_above =
            label.count == 1 ||
            pl_label_is_ancestor(o->chain.labels[d], label) ||
            o->chain.labels[d].parts[0].style != label.parts[0].style;
        if (d <= o->chain.depth && is_above) {
            return o->parents[d];
        }
    }
    return o->annex;
}

static void enter_number(struct outliner *o, struct pl_section *section,
                         uint32_t index)
{
    uint8_t depth = pl_chain_depth_of(&o->chain, section->label);
    uint8_t before = o->chain.depth;
    section->kind = PL_SECTION_NUMBERED;
    nest(o->draft, section, parent_of_number(o, section->label, depth));
    pl_chain_enter(&o->chain, section->label);
    for (uint8_t d = (uint8_t)(before + 1); d < depth; d++) {
        o->parents[d] = section->parent;
    }
    o->parents[depth] = index;
}

static void enter_title(struct outliner *o, struct pl_section *section)
{
    uint8_t depth = o->chain.depth;
    section->kind = PL_SECTION_TITLE;
    nest(o->draft, section, depth ? o->parents[depth] : o->annex);
}

/* ".8": what it means, or that it is the beginning of the title. */
static void complete_label(const struct outliner *o, struct pl_section *section,
                           pl_str typed)
{
    section->label = pl_chain_complete(&o->chain, typed);
    section->is_damaged = section->label.count > 0;
    if (!section->is_damaged) {
        section->title.start = section->number.start;
        section->number.end = section->number.start;
    }
}

/* The kind and label of a section, from the number in its heading. */
static void enter(struct outliner *o, struct pl_section *section,
                  uint32_t index)
{
    pl_str number = pl_range_text(o->draft->text, section->number);
    section->part_kind = pl_part_kind_of(number);
    if (is_apart(section->part_kind)) {
        enter_annex(o, section, index);
        return;
    }
    pl_str typed = section->part_kind ? part_label(number) : number;
    if (typed.len) {
        section->label =
            pl_chain_understand(&o->chain, typed, &section->is_damaged);
        if (typed.data[0] == '.') {
            complete_label(o, section, typed);
        }
    }
    if (section->label.count) {
        enter_number(o, section, index);
    } else {
        enter_title(o, section);
    }
    o->annex_is_bare = false;
}

/* The line below "SECTION 2" is its title, the one below "ANNEX 1 TO ..." its
 * second line. */
static bool gives_title(struct outliner *o, size_t at)
{
    struct pl_draft *draft = o->draft;
    if (draft->sections.len == 0) {
        return false;
    }
    struct pl_section *last = &draft->sections.items[draft->sections.len - 1];
    if (last->heading + 1 != at) {
        return false;
    }
    struct pl_range title = title_of(draft, &draft->blocks.items[at]);
    if (last->kind == PL_SECTION_NUMBERED && pl_range_is_empty(last->title)) {
        last->title = title;
        return true;
    }
    if (last->kind == PL_SECTION_ANNEX && o->annex_is_bare) {
        last->subtitle = title;
        return true;
    }
    return false;
}

/* A number far beyond the headings so far belongs to the line: "1096 days". */
static bool is_far_number(const struct outliner *o,
                          const struct pl_block *block)
{
    enum { FARTHEST_FIRST = 200, FARTHEST_STEP = 20 };
    pl_str typed = pl_range_text(o->draft->text, block->marker);
    bool is_damaged = false;
    struct pl_label label = pl_chain_understand(&o->chain, typed, &is_damaged);
    if (is_damaged || label.count != 1 ||
        label.parts[0].style != PL_LABEL_DECIMAL) {
        return false;
    }
    uint8_t depth = pl_chain_depth_of(&o->chain, label);
    bool is_first = depth > o->chain.depth;
    uint32_t before = is_first ? 0 : o->chain.labels[depth].parts[0].value;
    return label.parts[0].value >
           (is_first ? FARTHEST_FIRST : before + FARTHEST_STEP);
}

static void add_plain_heading(struct outliner *o, size_t at)
{
    struct pl_block *block = &o->draft->blocks.items[at];
    if (is_far_number(o, block)) {
        pl_block_drop_marker(block);
        return;
    }
    if (pl_range_is_empty(block->marker) && gives_title(o, at)) {
        return;
    }
    uint32_t index = (uint32_t)o->draft->sections.len;
    struct pl_section *section = add_section(o->draft, at);
    enter(o, section, index);
}

/* "## Annex A: Indicators": the annex's label is in the title. */
static void take_part_from_title(const struct pl_draft *draft,
                                 struct pl_section *section)
{
    pl_str title = pl_range_text(draft->text, section->title);
    size_t len = part_prefix(title);
    if (len == 0 || !pl_range_is_empty(section->number)) {
        return;
    }
    section->number.start = section->title.start;
    section->number.end = section->title.start + (uint32_t)len;
    while (len < title.len && !pl_is_alnum(title.data[len]) &&
           !pl_is_wide(title.data[len])) {
        len++;
    }
    section->title.start += (uint32_t)len;
}

/* Markdown says its levels; numbers are only labels. */
static void add_atx_heading(struct outliner *o, size_t at)
{
    struct pl_draft *draft = o->draft;
    uint32_t index = (uint32_t)draft->sections.len;
    struct pl_section *section = add_section(draft, at);
    take_part_from_title(draft, section);
    enter(o, section, index);
    section->level = atx_level(draft, at);
    section->parent = PL_NONE;
    uint32_t above = index ? index - 1 : PL_NONE;
    while (above != PL_NONE &&
           draft->sections.items[above].level >= section->level) {
        above = draft->sections.items[above].parent;
    }
    section->parent = above;
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
            struct pl_section *parent = &draft->sections.items[section->parent];
            if (parent->subtree_end < section->subtree_end) {
                parent->subtree_end = section->subtree_end;
            }
        }
    }
}

void pl_draft_outline(struct pl_draft *draft)
{
    bool is_markdown = pl_draft_is_markdown(draft);
    struct outliner o = {.draft = draft, .annex = PL_NONE};
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
