/* brackets: a bracket that is never closed, or was never opened.
 *
 * A bracket may be closed a few blocks further on (a list in parentheses); the
 * ")" of an enumerator ("a)", "12)") or of a note at the end of a table's cell
 * has no partner and needs none. Params: "in", "notIn" (see scope.h). Message:
 * {bracket}, {fault}. */
#include <assert.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/chars.h"
#include "base/utf8.h"
#include "checks/checks.h"
#include "checks/shared/gaps.h"
#include "checks/shared/params.h"
#include "plan/plan.h"

enum {
    REACH = 20, /* blocks after which nobody closes a bracket */
    DEPTH = 64, /* open brackets among which a partner is sought */
    LABEL = 4,  /* characters of an enumerator in the line */
    SEEN = 256, /* bytes of a block without words that are looked at */
};

struct params {
    struct pl_scope scope;
};

struct bracket {
    uint32_t at;
    uint32_t block;
};

/* Where a walk is among the "$$" of a block. */
struct formula {
    const struct pl_block *block;
    size_t next; /* sign; PL_NOWHERE */
    bool is_open;
};

struct walk {
    struct pl_run *run;
    bool has_formulas; /* in "$$" */
    struct formula formula;
    uint32_t block; /* index of the block that the walk is in */
    PL_VEC(struct bracket) open;
};

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    static const char *const keys[] = {"in", "notIn"};
    struct params *params = PL_PARAMS(arena, rule, struct params, 0);
    return pl_json_only_keys(json, keys, PL_COUNT(keys), error) &&
           pl_scope_load(arena, json, &params->scope, error);
}

static char partner_of(char c)
{
    switch (c) {
    case ')':
        return '(';
    case ']':
        return '[';
    default:
        return '\0';
    }
}

static bool is_opening(char c)
{
    return c == '(' || c == '[';
}

/* ":)" or ":-(" on its own. */
static bool is_face(pl_str text, uint32_t at)
{
    at -= at > 1 && text.data[at - 1] == '-' ? 1 : 0;
    return at > 1 && (text.data[at - 1] == ':' || text.data[at - 1] == ';') &&
           pl_is_space(text.data[at - 2]);
}

/* The "](" of a Markdown link, which its address begins with. */
static bool ends_link_text(pl_str text, uint32_t at)
{
    return text.data[at] == ']' && at + 1 < text.len &&
           text.data[at + 1] == '(';
}

static bool is_roman(char c)
{
    return c == 'i' || c == 'v' || c == 'x';
}

/* "a", "iv", "12", "1.2" or "3c". */
static bool is_label(pl_str text)
{
    bool roman = true;
    bool number = true;
    for (size_t i = 0; i < text.len; i++) {
        bool last = i > 0 && i + 1 == text.len;
        roman = roman && is_roman(text.data[i]);
        number = number &&
                 (last || pl_is_digit(text.data[i]) || text.data[i] == '.');
    }
    return text.len == 1 || (roman && text.len <= LABEL) ||
           (number && text.len < LABEL);
}

static bool is_letter_before(pl_str text, uint32_t at, uint32_t from)
{
    size_t len;
    return at > from && pl_utf8_is_letter(pl_utf8_decode(
                            text, pl_utf8_before(text, at), &len));
}

/* Whether the ")" at `at` ends an enumerator in the line. */
static bool is_enumerator(pl_str text, uint32_t at, uint32_t from)
{
    uint32_t start = at;
    while (start > from &&
           (pl_is_alnum(text.data[start - 1]) || text.data[start - 1] == '.')) {
        start--;
    }
    return text.data[at] == ')' && start < at &&
           !is_letter_before(text, start, from) &&
           is_label(pl_str_slice(text, start, at));
}

/* "أ )": one letter of any script, at the beginning of the line. */
static bool is_lettered(pl_str text, uint32_t at, uint32_t from)
{
    uint32_t end = at;
    while (end > from && text.data[end - 1] == ' ') {
        end--;
    }
    size_t start = end > from ? pl_utf8_before(text, end) : from;
    size_t len;
    return text.data[at] == ')' && start == from && start < end &&
           pl_utf8_is_letter(pl_utf8_decode(text, start, &len)) &&
           start + len == end;
}

/* "(1<TAB>...", as lines of right-to-left texts begin. */
static bool is_mirrored(pl_str text, uint32_t at, uint32_t to)
{
    uint32_t end = at + 1;
    while (end < to && pl_is_alnum(text.data[end])) {
        end++;
    }
    return text.data[at] == '(' && end > at + 1 && end < to &&
           text.data[end] == '\t' && is_label(pl_str_slice(text, at + 1, end));
}

static void report(struct walk *walk, uint32_t at, const char *fault)
{
    struct pl_range range = {at, at + 1};
    pl_str bracket = pl_range_text(walk->run->plan->text, range);
    PL_FINDING(walk->run, range, {"bracket", bracket},
               {"fault", pl_str_from(fault)});
}

/* The open bracket that `c` closes, or PL_NOWHERE; the nearest one, in this
 * block or not far before it. */
static size_t find_open(const struct walk *walk, char c)
{
    pl_str text = walk->run->plan->text;
    for (size_t i = walk->open.len; i > 0; i--) {
        const struct bracket *it = &walk->open.items[i - 1];
        if (walk->block - it->block > REACH || walk->open.len - i >= DEPTH) {
            return PL_NOWHERE;
        }
        if (text.data[it->at] == partner_of(c)) {
            return i - 1;
        }
    }
    return PL_NOWHERE;
}

/* "https://example.org[the text]": the address took the opening bracket. */
static bool was_opened_in_address(const struct pl_plan *plan,
                                  const struct pl_block *block, uint32_t at)
{
    const struct pl_span *span = pl_scope_span_before(plan, block, at);
    return span && span->kind == PL_SPAN_URL &&
           pl_str_find_char(pl_range_text(plan->text, span->range), '[', 0) !=
               PL_NOWHERE;
}

/* "None b)", the mark of a note in a table that lost its height. */
static bool ends_cell(const struct pl_plan *plan, const struct pl_block *block,
                      uint32_t at)
{
    pl_str rest = pl_str_slice(plan->text, at + 1, block->range.end);
    return block->kind == PL_BLOCK_CELL && plan->text.data[at] == ')' &&
           pl_str_trim(rest).len == 0;
}

/* ")" alone at the end of a line, as forms have them beside their parties. */
static bool is_rule_of_form(pl_str text, uint32_t at)
{
    uint32_t end = at + 1;
    while (end < text.len && text.data[end] == ' ') {
        end++;
    }
    bool ends_line = end == text.len || text.data[end] == '\n';
    bool before_ss =
        pl_str_starts(pl_str_slice(text, end, text.len), (pl_str)PL_STR("ss."));
    return text.data[at] == ')' && (ends_line || before_ss) &&
           (at == 0 || pl_is_space(text.data[at - 1]) ||
            text.data[at - 1] == '>');
}

static void take_closing(struct walk *walk, const struct pl_block *block,
                         uint32_t at)
{
    pl_str text = walk->run->plan->text;
    size_t open = find_open(walk, text.data[at]);
    bool here =
        open != PL_NOWHERE && walk->open.items[open].block == walk->block;
    if (!here &&
        (is_enumerator(text, at, block->content.start) ||
         is_lettered(text, at, block->content.start) ||
         is_rule_of_form(text, at) || ends_cell(walk->run->plan, block, at))) {
        return;
    }
    if (open == PL_NOWHERE) {
        if (text.data[at] != ']' ||
            !was_opened_in_address(walk->run->plan, block, at)) {
            report(walk, at, "was never opened");
        }
        return;
    }
    for (size_t i = open + 1; i < walk->open.len; i++) {
        walk->open.items[i - 1] = walk->open.items[i];
    }
    walk->open.len--;
}

/* Whether a line of code or the like, which no gap is in, closes a bracket:
 * "(see" before "`the file`)". */
static bool is_closed_without_words(const struct pl_plan *plan,
                                    struct bracket open)
{
    char opening = plan->text.data[open.at];
    char closing = opening == '(' ? ')' : ']';
    for (uint32_t i = open.block + 1;
         i < plan->blocks_count && i - open.block <= REACH; i++) {
        const struct pl_block *block = &plan->blocks[i];
        pl_str text = pl_range_text(plan->text, block->range);
        if (block->first_word == block->word_end &&
            pl_str_find_char(pl_str_slice(text, 0, SEEN), closing, 0) !=
                PL_NOWHERE) {
            return true;
        }
    }
    return false;
}

/* Gives up on what was opened too long ago. */
static void report_lost(struct walk *walk, uint32_t block, uint32_t reach)
{
    size_t lost = 0;
    while (lost < walk->open.len &&
           block - walk->open.items[lost].block >= reach) {
        struct bracket open = walk->open.items[lost++];
        if (!is_closed_without_words(walk->run->plan, open)) {
            report(walk, open.at, "is never closed");
        }
    }
    for (size_t i = lost; lost > 0 && i < walk->open.len; i++) {
        walk->open.items[i - lost] = walk->open.items[i];
    }
    walk->open.len -= lost;
}

/* "(M&amp;C)": whether one word is in the parentheses that end at `at`, though
 * "C)" could be an enumerator. */
static bool closes_word(const struct walk *walk, uint32_t at)
{
    pl_str text = walk->run->plan->text;
    size_t open = find_open(walk, text.data[at]);
    assert(open == PL_NOWHERE || walk->open.items);
    if (open == PL_NOWHERE || walk->open.items[open].block != walk->block) {
        return false;
    }
    static const pl_str others = PL_STR(" \t\n([])/");
    uint32_t i = walk->open.items[open].at + 1;
    while (i < at && pl_str_find_char(others, text.data[i], 0) == PL_NOWHERE) {
        i++;
    }
    return i == at;
}

/* "$$]0,1[$$". Places come in order, so that no sign is looked for twice. */
static bool is_in_formula(struct walk *walk, const struct pl_block *block,
                          uint32_t at)
{
    static const pl_str sign = PL_STR("$$");
    struct formula *formula = &walk->formula;
    pl_str text = pl_str_slice(walk->run->plan->text, 0, block->range.end);
    if (formula->block != block) {
        *formula = (struct formula){
            .block = block,
            .next = walk->has_formulas
                        ? pl_str_find(text, sign, block->range.start)
                        : PL_NOWHERE,
        };
    }
    while (formula->next < at) {
        formula->is_open = !formula->is_open;
        formula->next = pl_str_find(text, sign, formula->next + sign.len);
    }
    return formula->is_open && formula->next != PL_NOWHERE;
}

static void read_gap(struct walk *walk, const struct pl_gap *gap)
{
    const struct pl_plan *plan = walk->run->plan;
    for (uint32_t at = gap->range.start; at < gap->range.end; at++) {
        char c = plan->text.data[at];
        bool counts = (is_opening(c) || partner_of(c)) &&
                      !is_face(plan->text, at) &&
                      (ends_link_text(plan->text, at) ||
                       (c == ')' && closes_word(walk, at)) ||
                       pl_scope_is_prose(plan, gap->block,
                                         (struct pl_range){at, at + 1}));
        if (!counts) {
            continue;
        }
        if (is_mirrored(plan->text, at, gap->block->range.end) ||
            is_in_formula(walk, gap->block, at)) {
            continue;
        }
        if (is_opening(c)) {
            *PL_VEC_PUSH(walk->run->arena, &walk->open) =
                (struct bracket){at, walk->block};
        } else {
            take_closing(walk, gap->block, at);
        }
    }
}

static void run(struct pl_run *run)
{
    const struct params *params = run->rule->params;
    struct walk walk = {.run = run,
                        .has_formulas =
                            pl_str_find(run->plan->text, (pl_str)PL_STR("$$"),
                                        0) != PL_NOWHERE};
    struct pl_gap_kinds kinds = {0};
    pl_gap_kinds_add(&kinds, PL_GAP_ROUND);
    pl_gap_kinds_add(&kinds, PL_GAP_SQUARE);
    struct pl_gaps gaps = pl_gaps_of(run, params->scope, &kinds);
    struct pl_gap gap;
    while (pl_gaps_next(&gaps, &gap)) {
        uint32_t block = (uint32_t)(gap.block - run->plan->blocks);
        if (block != walk.block) {
            walk.block = block;
            report_lost(&walk, block, REACH + 1);
        }
        read_gap(&walk, &gap);
    }
    report_lost(&walk, UINT32_MAX, 0);
}

const struct pl_check pl_check_brackets = {
    .name = "brackets", .load = load, .run = run};
