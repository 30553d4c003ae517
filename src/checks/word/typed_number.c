/* typed-number: a number is typed where Word numbers by itself.
 *
 * Params: "fault": "double": the paragraph has both, the automatic one and one
 * of the same depth that is typed; "heading": a heading has a typed number,
 * while at least three others of its level have automatic ones. Message:
 * {typed}, {automatic} (of the paragraph, or of another heading). */
#include "base/arena.h"
#include "base/chars.h"
#include "checks/checks.h" // IWYU pragma: keep (declares ours)
#include "checks/shared/params.h"
#include "checks/word/facts.h"
#include "lint/check.h"
#include "lint/finding.h"
#include "plan/label.h"
#include "plan/plan.h"
#include "text/word/read/attribute.h"
#include "text/word/read/styles.h"

enum fault { DOUBLE, HEADING };

static const char *const fault_names[] = {
    [DOUBLE] = "double", [HEADING] = "heading"};

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    struct pl_params reader = {arena, json, error};
    return pl_params_load_choice(&reader, rule, "fault",
                                 PL_CHOICES(fault_names));
}

enum { MOST_DIGITS = 3, ENOUGH = 3 /* automatic numbers of a level */ };

/* A number at `start`, which cannot be the first word of a sentence: it has a
 * stop or a tab after it, or parts. Empty: there is none. */
static struct pl_range number_from(pl_str text, uint32_t start)
{
    uint32_t at = start;
    uint32_t digits = 0;
    uint32_t stops = 0;
    while (at < text.len && digits <= MOST_DIGITS &&
           (pl_is_digit(text.data[at]) || text.data[at] == '.')) {
        bool is_stop = text.data[at] == '.';
        digits = is_stop ? 0 : digits + 1;
        stops += is_stop;
        at++;
    }
    bool is_parted = stops > 0 || (at < text.len && text.data[at] == '\t');
    bool is_ended = at < text.len && pl_is_blank(text.data[at]);
    bool is_number = at > start && pl_is_digit(text.data[start]) && is_parted &&
                     is_ended && digits <= MOST_DIGITS;
    return (struct pl_range){start, is_number ? at : start};
}

static uint32_t depth_of(pl_str number)
{
    struct pl_label label;
    bool is_decimal = pl_label_parse(number, &label) && label.count > 0 &&
                      label.parts[0].style == PL_LABEL_DECIMAL;
    return is_decimal ? label.count : 0;
}

static void report(struct pl_run *run, struct pl_range typed, pl_str automatic)
{
    PL_FINDING(run, typed, {"typed", pl_range_text(run->plan->text, typed)},
               {"automatic", automatic});
}

static void find_double(struct pl_run *run, const struct pl_word_facts *facts,
                        uint32_t para)
{
    const struct pl_word_label *label = &facts->labels[para];
    pl_str text = run->plan->text;
    struct pl_range range = facts->places->labels[para];
    if (label->is_bullet || label->text.len == 0 || range.start == PL_NONE) {
        return;
    }
    uint32_t start = range.end;
    while (start < text.len && pl_is_blank(text.data[start])) {
        start++;
    }
    struct pl_range typed = number_from(text, start);
    uint32_t depth = depth_of(pl_range_text(text, typed));
    if (depth > 0 && depth == depth_of(label->text)) {
        report(run, typed, label->text);
    }
}

/* The automatic numbers of a level of headings. */
struct level {
    uint32_t count;
    uint32_t depth; /* of the first */
    uint32_t typed_count;
    pl_str first;
};

static uint32_t level_of(const struct pl_word_facts *facts, uint32_t para)
{
    const struct pl_word_para *it = &facts->word->paras[para];
    bool is_body = facts->word->stories[it->story].kind == PL_WORD_BODY;
    return is_body && !it->is_toc && it->table == PL_NONE
               ? pl_word_outline_level(facts->word->styles, it)
               : PL_WORD_NO_OUTLINE;
}

static void count_levels(const struct pl_word_facts *facts,
                         struct level levels[PL_WORD_NO_OUTLINE])
{
    for (uint32_t i = 0; i < facts->word->paras_count; i++) {
        pl_str label = facts->labels[i].text;
        uint32_t level =
            label.len > 0 ? level_of(facts, i) : PL_WORD_NO_OUTLINE;
        if (level < PL_WORD_NO_OUTLINE && depth_of(label) > 0) {
            struct level *it = &levels[level];
            it->first = it->count == 0 ? label : it->first;
            it->depth = it->count == 0 ? depth_of(label) : it->depth;
            it->count++;
        }
    }
}

static bool is_heading(const struct pl_plan *plan, uint32_t offset)
{
    uint32_t at = pl_plan_block_at(plan, offset);
    return at != PL_NONE && plan->blocks[at].kind == PL_BLOCK_HEADING;
}

/* The typed number of a heading; `level` NULL: there is none. */
struct typed {
    struct level *level;
    struct pl_range range;
};

static struct typed typed_at(const struct pl_plan *plan,
                             const struct pl_word_facts *facts,
                             struct level *levels, uint32_t para)
{
    uint32_t start = facts->places->paras[para].start;
    uint32_t level = facts->labels[para].text.len == 0 && start != PL_NONE
                         ? level_of(facts, para)
                         : PL_WORD_NO_OUTLINE;
    struct typed none = {NULL, {0, 0}};
    if (level >= PL_WORD_NO_OUTLINE || levels[level].count < ENOUGH ||
        !is_heading(plan, start)) {
        return none;
    }
    struct pl_range range = number_from(plan->text, start);
    uint32_t depth = depth_of(pl_range_text(plan->text, range));
    return depth > 0 && depth == levels[level].depth
               ? (struct typed){&levels[level], range}
               : none;
}

/* Where most are typed, that is the manner of the document. */
static void find_headings(struct pl_run *run, const struct pl_word_facts *facts)
{
    struct level levels[PL_WORD_NO_OUTLINE] = {0};
    uint32_t count = facts->word->paras_count;
    count_levels(facts, levels);
    for (uint32_t i = 0; i < count; i++) {
        struct typed typed = typed_at(run->plan, facts, levels, i);
        if (typed.level) {
            typed.level->typed_count++;
        }
    }
    for (uint32_t i = 0; i < count; i++) {
        struct typed typed = typed_at(run->plan, facts, levels, i);
        if (typed.level && typed.level->typed_count < typed.level->count) {
            report(run, typed.range, typed.level->first);
        }
    }
}

static void run_typed_number(struct pl_run *run)
{
    size_t fault = pl_params_choice_of(run->rule);
    const struct pl_word_facts *facts = pl_word_facts(run);
    if (facts && fault == HEADING) {
        find_headings(run, facts);
    }
    for (uint32_t i = 0;
         facts && fault == DOUBLE && i < facts->word->paras_count; i++) {
        find_double(run, facts, i);
    }
}

const struct pl_check pl_check_typed_number = {
    .name = "typed-number",
    .load = load,
    .run = run_typed_number,
};
