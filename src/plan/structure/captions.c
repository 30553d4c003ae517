#include "plan/structure/captions.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/chars.h"
#include "base/vec.h"
#include "plan/plan.h"
#include "plan/references/number_list.h"
#include "plan/words/block_walk.h"
#include "plan/words/marked_words.h"
#include "plan/words/scan.h"
#include "text/source.h"

enum {
    LONGEST_CAPTION = 400, /* bytes, where no punctuation tells */
    LONGEST_ALT = 1000,    /* bytes of an image's description */
    LONGEST_MARKUP = 200,  /* bytes before a caption */
    CENTRED = 8,           /* blanks before a line that stands alone */
};

static const struct {
    const char *word;
    enum pl_caption_kind kind;
} caption_words[] = {
#define PL_CAPTION_WORD(word, kind) {word, PL_CAPTION_##kind},
#include "plan/structure/caption_word.def"
#undef PL_CAPTION_WORD
};
enum { WORD_COUNT = sizeof(caption_words) / sizeof(caption_words[0]) };

struct builder {
    struct pl_arena *arena;
    struct pl_plan *plan;
    PL_VEC(struct pl_caption) captions;
};

static bool may_hold_caption(enum pl_block_kind kind)
{
    return kind == PL_BLOCK_HEADING || kind == PL_BLOCK_PARAGRAPH ||
           kind == PL_BLOCK_CELL || kind == PL_BLOCK_QUOTE;
}

/* Whether the word begins a line far inside the margin, among the lines of a
 * paragraph, as captions do in a text made from a page. */
static bool is_centred(pl_str text, uint32_t word)
{
    uint32_t at = word;
    while (at > 0 && text.data[at - 1] == ' ') {
        at--;
    }
    return word - at >= CENTRED && at > 0 && text.data[at - 1] == '\n';
}

static uint32_t line_end(pl_str text, uint32_t from, uint32_t limit)
{
    size_t end = pl_str_find_char(text, '\n', from);
    return end < limit ? (uint32_t)end : limit;
}

/* The title ends before a note or a comment. */
static uint32_t title_end(const struct pl_plan *plan, uint32_t block,
                          uint32_t from)
{
    const struct pl_block *it = &plan->blocks[block];
    for (uint32_t i = it->first_span; i < it->span_end; i++) {
        enum pl_span_kind kind = plan->spans[i].kind;
        if (plan->spans[i].range.start >= from &&
            (kind == PL_SPAN_COMMENT || kind == PL_SPAN_FOOTNOTE ||
             kind == PL_SPAN_FOOTNOTE_MARK)) {
            return plan->spans[i].range.start;
        }
    }
    return it->range.end;
}

/* Whether nothing but mark-up stands before a caption: "<b>", "![", "**". */
static bool is_first(const struct pl_plan *plan, uint32_t block, uint32_t word)
{
    static const pl_str image = PL_STR("![");
    struct pl_scan scan = {plan->text, plan->blocks[block].content.start, word};
    if (pl_str_ends(pl_str_slice(plan->text, 0, word), image)) {
        return true;
    }
    if (!may_hold_caption(plan->blocks[block].kind) || word < scan.at) {
        return false;
    }
    if (word > scan.at && is_centred(plan->text, word)) {
        return true;
    }
    if (word - scan.at > LONGEST_MARKUP) {
        return false;
    }
    while (scan.at < word) {
        if (pl_scan_char(&scan, '<')) {
            while (scan.at < word && !pl_scan_char(&scan, '>')) {
                scan.at++;
            }
        } else if (!pl_scan_blanks(&scan) && !pl_scan_char(&scan, '!') &&
                   !pl_scan_char(&scan, '[')) {
            return false;
        }
    }
    return true;
}

/* The end of a line of mark-up, or of an image's description. */
static bool ends_markup(const struct pl_scan *scan)
{
    char c = pl_scan_peek(scan, 0);
    return c == ']' || (c == '<' && pl_scan_peek(scan, 1) == '/');
}

static bool read_separator(struct pl_scan *scan)
{
    return pl_scan_char(scan, ':') || pl_scan_char(scan, '.') ||
           pl_scan_char(scan, '|') || pl_scan_dash(scan);
}

/* "Table 2-1 Features of the set" is a caption, "Table 2 lists ..." is not. */
static bool is_title(const struct pl_scan *scan)
{
    uint32_t len = scan->end - scan->at;
    char first = pl_scan_peek(scan, 0);
    return len < LONGEST_CAPTION &&
           (pl_is_upper(first) || pl_is_digit(first)) &&
           scan->text.data[scan->end - 1] != '.';
}

/* What follows the number: false when it is prose. */
static bool read_title(struct pl_scan *scan)
{
    pl_scan_blanks(scan);
    if (scan->at == scan->end || ends_markup(scan)) {
        return true;
    }
    bool has_separator = read_separator(scan);
    while (pl_scan_blanks(scan) || pl_scan_char(scan, '\t')) {
        has_separator |= pl_scan_peek(scan, 0) == '\t';
    }
    return has_separator || is_title(scan);
}

/* A line of a list of tables or figures: a page number after a tab. */
static bool ends_with_page(pl_str text, struct pl_range range)
{
    uint32_t at = range.end;
    while (at > range.start && pl_is_digit(text.data[at - 1])) {
        at--;
    }
    return at < range.end && at > range.start && text.data[at - 1] == '\t';
}

static struct pl_range trimmed(pl_str text, uint32_t from, uint32_t to)
{
    to = pl_scan_back(text, from, to);
    return (struct pl_range){from, to};
}

static void add_caption(struct builder *b, enum pl_caption_kind kind,
                        struct pl_range word, uint32_t block)
{
    const struct pl_plan *plan = b->plan;
    struct pl_scan scan = {plan->text, word.end,
                           title_end(plan, block, word.end)};
    if (word.start > plan->blocks[block].content.start &&
        is_centred(plan->text, word.start)) {
        scan.end = line_end(plan->text, word.end, scan.end);
    }
    pl_scan_char(&scan, '.');
    struct pl_number number;
    if (!pl_scan_blanks(&scan) ||
        !pl_number_read(&scan, PL_NUMBER_LETTERS | PL_NUMBER_HYPHENS,
                        &number) ||
        number.base_count < number.label.count) {
        return;
    }
    if (!read_title(&scan) ||
        ends_with_page(plan->text, plan->blocks[block].range)) {
        return;
    }
    *PL_VEC_PUSH(b->arena, &b->captions) = (struct pl_caption){
        .kind = kind,
        .label = number.label,
        .range = {word.start, number.range.end},
        .title = trimmed(plan->text, scan.at, scan.end),
        .block = block,
    };
}

static void find_captions(struct builder *b, struct pl_arena *scratch)
{
    const struct pl_plan *plan = b->plan;
    uint8_t *marks = pl_marks_new(scratch, plan->words);
    for (size_t i = 0; i < WORD_COUNT; i++) {
        pl_marks_set(marks, plan->words, caption_words[i].word,
                     (uint8_t)(i + 1));
    }
    pl_marks_spread(marks, plan->words);
    struct pl_marked_words found =
        pl_marked_words_find(scratch, plan->words, marks);
    struct pl_block_walk walk = {.plan = plan};
    for (size_t i = 0; i < found.count; i++) {
        pl_marked_words_ahead(&found, plan->words, i);
        struct pl_range word = pl_word_range(plan->words, found.items[i].word);
        uint32_t block = pl_block_walk_to(&walk, word.start);
        if (block != PL_NONE && is_first(plan, block, word.start) &&
            pl_is_upper(plan->text.data[word.start])) {
            add_caption(b, caption_words[found.items[i].mark - 1].kind, word,
                        block);
        }
    }
}

static bool is_code(const struct pl_plan *plan, uint32_t block)
{
    return block == PL_NONE || plan->blocks[block].kind == PL_BLOCK_CODE ||
           plan->blocks[block].kind == PL_BLOCK_MARKUP ||
           plan->blocks[block].kind == PL_BLOCK_DIRECTIVE;
}

static void add_image(struct builder *b, struct pl_range range,
                      struct pl_range alt)
{
    uint32_t block = pl_plan_block_at(b->plan, range.start);
    if (!is_code(b->plan, block)) {
        *PL_VEC_PUSH(b->arena, &b->captions) = (struct pl_caption){
            .kind = PL_CAPTION_FIGURE,
            .range = range,
            .title = alt,
            .block = block,
            .is_image = true,
        };
    }
}

/* "![alt](file.png)" and "<img ...>" of Markdown. */
static void find_markdown_images(struct builder *b)
{
    pl_str text = b->plan->text;
    size_t at = 0;
    while ((at = pl_str_find(text, (pl_str)PL_STR("!["), at)) != PL_NOWHERE) {
        uint32_t start = (uint32_t)at;
        pl_str near = pl_str_slice(text, 0, at + LONGEST_ALT);
        size_t line_end = pl_str_find_char(near, '\n', at);
        size_t end = pl_str_find_char(near, ']', at);
        at += 2;
        if (end != PL_NOWHERE && end < line_end) {
            struct pl_range range = {start, (uint32_t)end + 1};
            add_image(b, range, (struct pl_range){start + 2, (uint32_t)end});
            at = end;
        }
    }
    at = 0;
    while ((at = pl_str_find(text, (pl_str)PL_STR("<img "), at)) !=
           PL_NOWHERE) {
        struct pl_range range = {(uint32_t)at, (uint32_t)at + 4};
        add_image(b, range, (struct pl_range){range.end, range.end});
        at += 5;
    }
}

/* An image that Word's own description stands for in a text: the sentence
 * that it adds to a description made by a machine. */
static void find_described_images(struct builder *b)
{
    const struct pl_words *words = b->plan->words;
    uint32_t form = pl_words_form(words, (pl_str)PL_STR("generated"));
    for (uint32_t i = 0; form != PL_NONE && i < words->forms[form].count; i++) {
        uint32_t word = words->postings[words->forms[form].first_posting + i];
        if (word > 0 && word + 1 < words->count &&
            pl_str_eq(pl_word_text(words, word - 1), (pl_str)PL_STR("AI")) &&
            pl_str_eq(pl_word_text(words, word + 1),
                      (pl_str)PL_STR("content"))) {
            struct pl_range range = {words->items[word - 1].start,
                                     pl_word_range(words, word + 1).end};
            add_image(b, range, range);
        }
    }
}

static int by_place(const void *a, const void *b)
{
    const struct pl_caption *first = a;
    const struct pl_caption *second = b;
    return (first->range.start > second->range.start) -
           (first->range.start < second->range.start);
}

void pl_captions_build(struct pl_arena *arena, struct pl_plan *plan)
{
    struct builder b = {.arena = arena, .plan = plan};
    struct pl_arena *scratch = pl_arena_new();
    find_captions(&b, scratch);
    find_described_images(&b);
    if (plan->source->format == PL_FORMAT_MARKDOWN ||
        plan->source->format == PL_FORMAT_WORD) {
        find_markdown_images(&b);
    }
    pl_arena_free(scratch);
    if (b.captions.len > 0) {
        qsort(b.captions.items, b.captions.len, sizeof(*b.captions.items),
              by_place);
    }
    plan->captions = b.captions.items;
    plan->captions_count = (uint32_t)b.captions.len;
}
