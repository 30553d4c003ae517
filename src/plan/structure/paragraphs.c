/* Numbered paragraphs: which lines they are, and which numbers are none. */
#include "plan/structure/draft.h"

#include "base/attr.h"
#include "base/chars.h"
#include "base/utf8.h"

enum {
    FEWEST_PARAGRAPHS = 4, /* "1. ..." that make numbered paragraphs */
    FEWEST_RESUMED = 2,    /* of them that go on after something else */
    AHEAD = 12,            /* blocks whose text is on its way at a time */
};

static bool is_dotted_number(const struct pl_draft *draft,
                             const struct pl_block *block,
                             struct pl_label *label)
{
    if (block->kind != PL_BLOCK_ITEM) {
        return false;
    }
    pl_str marker = pl_range_text(draft->text, block->marker);
    return marker.len > 1 && marker.data[marker.len - 1] == '.' &&
           pl_is_digit(marker.data[0]) && pl_label_parse(marker, label) &&
           label->count == 1;
}

/* How the numbers with a full stop go on. */
struct flow_of_numbers {
    size_t count;
    size_t following; /* that are the next ones */
    size_t resumed;   /* of them, after something else */
    size_t across;    /* that go on where they come first below a heading */
    size_t afresh;    /* that begin again there */
};

static struct flow_of_numbers flow_of(const struct pl_draft *draft)
{
    struct flow_of_numbers flow = {0};
    struct pl_label before = {0};
    struct pl_label label;
    size_t last = 0;
    bool has_heading = false;
    for (size_t i = 0; i < draft->blocks.len; i++) {
        const struct pl_block *block = &draft->blocks.items[i];
        has_heading = has_heading || block->kind == PL_BLOCK_HEADING;
        if (!is_dotted_number(draft, block, &label)) {
            continue;
        }
        bool follows = before.count && pl_label_follows(before, label);
        bool goes_on =
            before.count && pl_label_compare(before, label) < 0 && has_heading;
        flow.count++;
        flow.following += follows;
        flow.resumed += follows && i - last > 1;
        flow.across += goes_on;
        flow.afresh += before.count && has_heading && !goes_on;
        before = label;
        last = i;
        has_heading = false;
    }
    return flow;
}

/* The numbers run through the document, over headings and other blocks. In
 * Markdown only headings tell: there a list begins anew below each. On printed
 * pages the notes at their feet go on, too. */
static bool numbers_run_through(const struct pl_draft *draft)
{
    struct flow_of_numbers flow = flow_of(draft);
    size_t steps = flow.count ? flow.count - 1 : 0;
    bool is_text = !pl_draft_is_markdown(draft);
    bool runs_on = is_text && flow.following * 5 >= steps * 4 &&
                   flow.resumed >= FEWEST_RESUMED;
    bool crosses = draft->wrap_width == 0 && flow.across >= FEWEST_RESUMED &&
                   flow.afresh * 4 <= flow.across &&
                   flow.following * 4 >= steps * 3;
    return flow.count >= FEWEST_PARAGRAPHS && (runs_on || crosses);
}

static void settle_dotted_numbers(struct pl_draft *draft)
{
    struct pl_label label;
    if (!numbers_run_through(draft)) {
        return;
    }
    for (size_t i = 0; i < draft->blocks.len; i++) {
        if (is_dotted_number(draft, &draft->blocks.items[i], &label)) {
            draft->blocks.items[i].kind = PL_BLOCK_PARAGRAPH;
        }
    }
}

static void add_paragraph(struct pl_draft *draft, uint32_t at)
{
    struct pl_block *block = &draft->blocks.items[at];
    struct pl_label label;
    if (!pl_label_parse(pl_range_text(draft->text, block->marker), &label)) {
        return;
    }
    block->detail = (uint32_t)draft->paragraphs.len;
    *PL_VEC_PUSH(draft->scratch, &draft->paragraphs) = (struct pl_paragraph){
        .label = label,
        .number = block->marker,
        .block = at,
        .is_empty = pl_range_is_empty(block->content),
    };
}

static bool are_near(struct pl_label a, struct pl_label b)
{
    enum { FARTHEST = 20 };
    uint32_t low = a.parts[0].value;
    uint32_t high = b.parts[0].value;
    return a.count > 1 || b.count > 1 ||
           (low < high ? high - low : low - high) <= FARTHEST;
}

static bool goes_on_in_lower_case(const struct pl_draft *draft,
                                  const struct pl_paragraph *paragraph)
{
    const struct pl_block *block = &draft->blocks.items[paragraph->block];
    pl_str text = pl_range_text(draft->text, block->content);
    size_t len = 0;
    return text.len && pl_utf8_is_lower(pl_utf8_decode(text, 0, &len));
}

/* A number far from the paragraphs before and after it belongs to the line when
 * no sentence begins after it: "97 per cent of the stations ...". */
static bool is_far_number(const struct pl_draft *draft, size_t kept, size_t at)
{
    const struct pl_paragraph *items = draft->paragraphs.items;
    bool has_next = at + 1 < draft->paragraphs.len;
    if (kept == 0 && !has_next) {
        return items[at].label.count == 1 &&
               items[at].label.parts[0].value > 1 &&
               goes_on_in_lower_case(draft, &items[at]);
    }
    return goes_on_in_lower_case(draft, &items[at]) &&
           !(kept > 0 && are_near(items[kept - 1].label, items[at].label)) &&
           !(has_next && are_near(items[at].label, items[at + 1].label));
}

static void drop_far_numbers(struct pl_draft *draft)
{
    size_t kept = 0;
    for (size_t i = 0; i < draft->paragraphs.len; i++) {
        struct pl_paragraph paragraph = draft->paragraphs.items[i];
        struct pl_block *block = &draft->blocks.items[paragraph.block];
        if (is_far_number(draft, kept, i)) {
            pl_block_drop_marker(block);
        } else {
            block->detail = (uint32_t)kept;
            draft->paragraphs.items[kept++] = paragraph;
        }
    }
    draft->paragraphs.len = kept;
}

/* For all paragraphs at once. */
static void make_room(struct pl_draft *draft)
{
    size_t count = 0;
    for (size_t i = 0; i < draft->blocks.len; i++) {
        count += pl_block_is_numbered(&draft->blocks.items[i]);
    }
    draft->paragraphs.items =
        pl_arena_array(draft->scratch, count, sizeof(struct pl_paragraph));
    draft->paragraphs.cap = count;
}

void pl_draft_number(struct pl_draft *draft)
{
    settle_dotted_numbers(draft);
    make_room(draft);
    for (uint32_t i = 0; i < draft->blocks.len; i++) {
        if (i + AHEAD < draft->blocks.len) {
            PL_PREFETCH(draft->text.data +
                        draft->blocks.items[i + AHEAD].range.start);
        }
        if (pl_block_is_numbered(&draft->blocks.items[i])) {
            add_paragraph(draft, i);
        }
    }
    drop_far_numbers(draft);
}
