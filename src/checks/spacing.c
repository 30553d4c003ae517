/* spacing: more than one space between two words.
 *
 * Two spaces after a full stop are left alone where the document does so as a
 * habit, and in Markdown, whose readers see one; long runs of spaces are
 * layout, and so is what stands in one line with them, behind a label ("NOTE 1:
 * ..."), beside signs of mark-up and mathematics, in a formula or in a tag.
 * Params: "in", "notIn" (see scope.h). Message: {before}, {after}: the words
 * around it. */
#include <assert.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/chars.h"
#include "base/search.h"
#include "checks/checks.h"
#include "checks/shared/gaps.h"
#include "checks/shared/params.h"
#include "plan/plan.h"
#include "text/source.h"

enum {
    LAYOUT = 4,      /* spaces from which a run is layout */
    RARE = 8,        /* single spaces after a full stop for each double one */
    INDENT = 8,      /* spaces before a line that make it layout */
    LINE = 160,      /* bytes around a run that are looked at */
    WIDE_RUNS = 3,   /* runs in a block, one at least in every so many words, */
    WIDE_WORDS = 16, /* that are how it was set */
    LABEL = 24,      /* bytes of a label ("NOTE 1:") */
    GAP = 3,         /* spaces that part the columns of a line of few words */
    FEW_WORDS = 8,
};

struct params {
    struct pl_scope scope;
};

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    static const char *const keys[] = {"in", "notIn"};
    struct params *params = PL_PARAMS(arena, rule, struct params, 0);
    return pl_json_only_keys(json, keys, PL_COUNT(keys), error) &&
           pl_scope_load(arena, json, &params->scope, error);
}

/* A run of spaces in a gap. */
struct spaces {
    struct pl_range range;
    bool ends_sentence; /* after a full stop or its like */
    bool is_layout;     /* at the edge of a line, next to a tab, or long */
};

/* Of a line, of a cell, of mark-up or of a formula. */
static bool is_edge(char c)
{
    static const pl_str edges = PL_STR("|<>{}+=*_-`^~\\");
    return pl_is_space(c) || pl_str_find_char(edges, c, 0) != PL_NOWHERE;
}

/* Whether the line of a place is set with spaces. */
static bool is_in_set_line(pl_str text, uint32_t at)
{
    uint32_t run = 0;
    uint32_t start = at;
    while (start > 0 && at - start < LINE && text.data[start - 1] != '\n') {
        start--;
    }
    uint32_t indent = start;
    while (start < text.len && text.data[start] == ' ') {
        start++; /* a small indent is none of it */
    }
    if (start - indent >= INDENT) {
        return true;
    }
    for (uint32_t i = start; i < text.len && i < at + LINE; i++) {
        char c = text.data[i];
        if (c == '\n' && i >= at) {
            break;
        }
        run = c == ' ' ? run + 1 : 0;
        if (run >= LAYOUT) {
            return true;
        }
    }
    return false;
}

/* The first run of spaces at or after `from`; empty when there is none. */
static struct spaces next_spaces(const struct pl_plan *plan,
                                 struct pl_range gap, uint32_t from)
{
    pl_str text = plan->text;
    while (from < gap.end && text.data[from] != ' ') {
        from++;
    }
    uint32_t end = from;
    while (end < gap.end && text.data[end] == ' ') {
        end++;
    }
    char before = from > 0 ? text.data[from - 1] : '\n';
    char after = end < text.len ? text.data[end] : '\n';
    return (struct spaces){
        .range = {from, end},
        .ends_sentence = before == '.' || before == '?' || before == '!' ||
                         before == ':' || before == ';',
        .is_layout = end - from >= LAYOUT || is_edge(before) || is_edge(after),
    };
}

/* Between the "<" and the ">" of a tag, which begins in the line. */
static bool is_in_tag(pl_str text, uint32_t at)
{
    uint32_t start = at;
    while (start > 0 && at - start < LINE && text.data[start - 1] != '\n' &&
           text.data[start - 1] != '<' && text.data[start - 1] != '>') {
        start--;
    }
    return start > 0 && text.data[start - 1] == '<' &&
           (pl_is_letter(text.data[start]) || text.data[start] == '/');
}

/* A tab or line end, or spaces of a line that was set with them. */
static bool is_set_before(pl_str text, uint32_t at)
{
    static const pl_str no_break = PL_STR("\u00A0");
    char c = text.data[at - 1];
    return c == '\n' || c == '\t' ||
           (at > 1 && c == ' ' && text.data[at - 2] == ' ') ||
           pl_str_ends(pl_str_slice(text, 0, at), no_break);
}

/* Behind a colon and a few words that the line begins with. */
static bool is_after_label(pl_str text, const struct pl_block *block,
                           uint32_t at)
{
    if (text.data[at - 1] != ':') {
        return false;
    }
    uint32_t start = at;
    while (start > block->content.start && at - start <= LABEL &&
           !is_set_before(text, start)) {
        start--;
    }
    return at - start <= LABEL;
}

/* Behind the number of what is quoted, which is not read as one: "(i)  the". */
static bool is_after_quoted_number(const struct pl_plan *plan,
                                   const struct pl_block *block, uint32_t at)
{
    enum { LONGEST = 10 }; /* bytes, with a quotation mark before it */
    if (block->kind != PL_BLOCK_QUOTE || at - block->content.start > LONGEST) {
        return false;
    }
    pl_str number = pl_str_slice(plan->text, block->content.start, at);
    char last = number.len > 0 ? number.data[number.len - 1] : ' ';
    return (last == ')' || last == '.' || pl_is_digit(last)) &&
           pl_str_find_char(number, ' ', 0) == PL_NOWHERE;
}

/* A line of a few words in columns. */
static bool is_in_columns(const struct pl_plan *plan,
                          const struct pl_block *block, struct pl_range range)
{
    static const pl_str marks = PL_STR(".,;?!");
    pl_str text = pl_str_trim(pl_range_text(plan->text, block->content));
    return range.end - range.start >= GAP &&
           block->word_end - block->first_word < FEW_WORDS &&
           pl_str_find_char(marks, text.data[text.len - 1], 0) == PL_NOWHERE;
}

/* Behind the label of a note in the line ("[1:  These ..."), where converters
 * leave the space that was after the mark. */
static bool is_after_note_label(const struct pl_plan *plan, uint32_t at)
{
    uint32_t low =
        PL_FIRST_FROM(plan->footnotes, plan->footnotes_count, label.end, at);
    return low < plan->footnotes_count && plan->footnotes[low].label.end == at;
}

struct doubled {
    struct pl_range range;
    bool ends_sentence;
};

/* Doubled spaces, and how many of them end a sentence. */
struct found {
    struct pl_run *run;
    const struct pl_block *block;
    size_t in_block; /* index of the first one of the block */
    PL_VEC(struct doubled) spaces;
    size_t doubled_ends;
};

/* Many of them in few words are how the block was set. */
static bool is_set_wide(const struct found *found)
{
    size_t runs = 0;
    for (size_t i = found->in_block; i < found->spaces.len; i++) {
        runs += !found->spaces.items[i].ends_sentence;
    }
    size_t words = found->block->word_end - found->block->first_word;
    return runs >= WIDE_RUNS && runs * WIDE_WORDS > words;
}

static void begin_block(struct found *found, const struct pl_block *block)
{
    if (found->block && is_set_wide(found)) {
        found->spaces.len = found->in_block;
    }
    found->in_block = found->spaces.len;
    found->block = block;
}

/* Of more than two spaces it is certain after a mark only. */
static bool is_safe(const struct pl_run *run, struct pl_range range)
{
    static const pl_str marks = PL_STR(".,;:?!");
    char before = run->plan->text.data[range.start - 1];
    return range.end - range.start == 2 ||
           pl_str_find_char(marks, before, 0) != PL_NOWHERE;
}

static void report(struct pl_run *run, struct pl_range range)
{
    const struct pl_words *words = run->plan->words;
    uint32_t after = pl_words_at(words, range.end);
    struct pl_finding *finding =
        PL_FINDING(run, range, {"before", pl_word_text(words, after - 1)},
                   {"after", pl_word_text(words, after)});
    pl_finding_fix(run->findings, finding, is_safe(run, range),
                   (struct pl_edit){range, PL_STR(" ")}, PL_NO_ARGS);
}

/* A line of a notation, such as "version  Version;". */
static bool is_notation(const struct pl_plan *plan,
                        const struct pl_block *block)
{
    static const pl_str ends = PL_STR(";{}");
    assert(block);
    pl_str text = pl_range_text(plan->text, block->range);
    return block->kind == PL_BLOCK_PARAGRAPH && text.len &&
           pl_range_is_empty(block->marker) &&
           pl_str_find_char(ends, text.data[text.len - 1], 0) != PL_NOWHERE;
}

/* Nothing but prose, and none of its marks, notes and addresses beside it. */
static bool is_amid_prose(const struct pl_plan *plan,
                          const struct pl_block *block, struct pl_range range)
{
    struct pl_range around = {range.start - 1, range.end + 1};
    return pl_scope_is_prose(plan, block, around) &&
           !is_notation(plan, block) &&
           !is_after_note_label(plan, range.start) &&
           !is_after_quoted_number(plan, block, range.start) &&
           !is_in_columns(plan, block, range) &&
           !pl_scope_is_in_macro(plan->text, range.start) &&
           !is_in_set_line(plan->text, range.start) &&
           !is_in_tag(plan->text, range.start);
}

static bool is_seen(const struct pl_plan *plan, const struct spaces *it)
{
    return !it->ends_sentence || plan->source->format != PL_FORMAT_MARKDOWN;
}

static void read_gap(struct found *found, const struct pl_gap *gap)
{
    const struct pl_plan *plan = found->run->plan;
    for (uint32_t from = gap->range.start; from < gap->range.end;) {
        struct spaces it = next_spaces(plan, gap->range, from);
        from = it.range.end + 1;
        if (it.range.end - it.range.start > 1 && !it.is_layout &&
            is_amid_prose(plan, gap->block, it.range)) {
            found->doubled_ends += it.ends_sentence;
            if (is_after_label(plan->text, gap->block, it.range.start) ||
                !is_seen(plan, &it)) {
                continue;
            }
            *PL_VEC_PUSH(found->run->arena, &found->spaces) =
                (struct doubled){it.range, it.ends_sentence};
        }
    }
}

static void find_doubled(struct found *found, struct pl_scope scope)
{
    struct pl_gap_kinds kinds = {0};
    pl_gap_kinds_add(&kinds, PL_GAP_SPACES);
    struct pl_gaps gaps = pl_gaps_of(found->run, scope, &kinds);
    struct pl_gap gap;
    while (pl_gaps_next(&gaps, &gap)) {
        if (gap.block != found->block) {
            begin_block(found, gap.block);
        }
        if (pl_gap_is_inside(&gap)) {
            read_gap(found, &gap);
        }
    }
    begin_block(found, NULL);
}

/* Single spaces after a full stop or its like, up to `enough`. */
static size_t count_single_ends(struct pl_run *run, size_t enough)
{
    const struct params *params = run->rule->params;
    struct pl_gap_kinds kinds = {0};
    pl_gap_kinds_add(&kinds, PL_GAP_STOP);
    pl_gap_kinds_add(&kinds, PL_GAP_COMMA);
    pl_gap_kinds_add(&kinds, PL_GAP_OTHER);
    struct pl_gaps gaps = pl_gaps_of(run, params->scope, &kinds);
    struct pl_gap gap;
    size_t count = 0;
    while (count < enough && pl_gaps_next(&gaps, &gap)) {
        struct spaces it = next_spaces(run->plan, gap.range, gap.range.start);
        count += pl_gap_is_inside(&gap) && it.ends_sentence &&
                 it.range.end - it.range.start == 1;
    }
    return count;
}

static void run(struct pl_run *run)
{
    const struct params *params = run->rule->params;
    struct found found = {.run = run};
    find_doubled(&found, params->scope);
    size_t rare = found.doubled_ends * RARE;
    bool is_habit = rare > 0 && count_single_ends(run, rare) < rare;
    for (size_t i = 0; i < found.spaces.len; i++) {
        if (!is_habit || !found.spaces.items[i].ends_sentence) {
            report(run, found.spaces.items[i].range);
        }
    }
}

const struct pl_check pl_check_spacing = {
    .name = "spacing", .load = load, .run = run};
