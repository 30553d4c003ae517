/* period: the years that the plan is for, against the years in its text.
 *
 * Params: "fault": "stale" (the period before this one), "title" (another one
 * than the user gave) or "target-year" (the targets are for other years);
 * "past", for "stale", words of a sentence that is about earlier years;
 * "subject", words one of which a heading or a cell must have.
 * Message: {years}, as they stand in the text, and {period}, of the plan. */
#include "base/arena.h"
#include "base/array.h"
#include "base/buf.h"
#include "checks/checks.h" // IWYU pragma: keep (declares ours)
#include "checks/shared/params.h"
#include "lint/settings.h"
#include "plan/plan.h"

enum fault { FAULT_STALE, FAULT_TITLE, FAULT_TARGET_YEAR };

static const char *const fault_names[] = {
    [FAULT_STALE] = "stale",
    [FAULT_TITLE] = "title",
    [FAULT_TARGET_YEAR] = "target-year",
};

struct params {
    size_t fault;                  /* enum fault */
    struct pl_words_param past;    /* words of a sentence about earlier years */
    struct pl_words_param subject; /* of a heading about the plan */
};

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    struct params *params =
        PL_PARAMS(arena, rule, struct params, .fault = PL_NO_CHOICE);
    static const char *const keys[] = {"fault", "past", "subject"};
    struct pl_params reader = {arena, json, error};
    return pl_json_only_keys(json, keys, PL_COUNT(keys), error) &&
           pl_params_choice(&reader, "fault", PL_CHOICES(fault_names),
                            &params->fault) &&
           pl_params_words(&reader, "past", &params->past) &&
           pl_params_words(&reader, "subject", &params->subject);
}

struct period {
    uint32_t from; /* years; 0: not known */
    uint32_t to;
};

/* What the user says comes before what the title says. */
static struct period period_of(const struct pl_run *run)
{
    const struct pl_settings *settings = run->settings;
    if (settings && settings->period_from) {
        return (struct period){settings->period_from, settings->period_to};
    }
    return (struct period){run->plan->period.from, run->plan->period.to};
}

static pl_str write_period(struct pl_arena *arena, struct period period)
{
    struct pl_buf text = pl_buf_in(arena);
    pl_buf_add_number(&text, period.from);
    pl_buf_add_char(&text, '-');
    pl_buf_add_number(&text, period.to);
    return pl_buf_str(&text);
}

/* The period in the manner of another one ("2024\u20132027"), or nothing when
 * that does not write both years out. */
static pl_str write_like(struct pl_arena *arena, struct period period,
                         pl_str like)
{
    pl_str from = pl_arena_number(arena, period.from);
    pl_str to = pl_arena_number(arena, period.to);
    bool has_years = like.len > from.len + to.len &&
                     pl_is_digit(like.data[3]) &&
                     pl_is_digit(like.data[like.len - 4]);
    if (!has_years || from.len != 4 || to.len != 4) {
        return (pl_str){NULL, 0};
    }
    pl_str between = pl_str_slice(like, 4, like.len - 4);
    return pl_str_from(pl_arena_printf(arena, "%.*s%.*s%.*s", PL_STR_ARG(from),
                                       PL_STR_ARG(between), PL_STR_ARG(to)));
}

/* ----- stale: the period before this one ----- */

static bool ends_sentence(pl_str text, uint32_t at)
{
    return text.data[at] == '.' || text.data[at] == ';' ||
           text.data[at] == '\t';
}

enum { MAX_SENTENCE = 400 }; /* bytes that are read each way */

/* The sentence of its block that a place is in. */
static struct pl_range sentence_at(const struct pl_plan *plan,
                                   const struct pl_years *years)
{
    const struct pl_block *block = &plan->blocks[years->block];
    struct pl_range sentence = years->range;
    while (sentence.start > block->range.start &&
           years->range.start - sentence.start < MAX_SENTENCE &&
           !ends_sentence(plan->text, sentence.start - 1)) {
        sentence.start--;
    }
    while (sentence.end < block->range.end &&
           sentence.end - years->range.end < MAX_SENTENCE &&
           !ends_sentence(plan->text, sentence.end)) {
        sentence.end++;
    }
    return sentence;
}

static bool has_word(const struct pl_plan *plan, struct pl_range range,
                     const struct pl_words_param *list)
{
    const struct pl_words *words = plan->words;
    for (uint32_t i = pl_words_at(words, range.start);
         i < words->count && words->items[i].start < range.end; i++) {
        if (pl_words_param_has(list, pl_word_text(words, i))) {
            return true;
        }
    }
    return false;
}

static bool speaks_of_past(const struct pl_run *run,
                           const struct pl_years *years)
{
    const struct params *params = run->rule->params;
    return has_word(run->plan, sentence_at(run->plan, years), &params->past);
}

static bool is_acronym(const struct pl_form *form)
{
    return form->text.len >= 2 && (form->flags & PL_FORM_UPPER) &&
           !(form->flags & (PL_FORM_LOWER | PL_FORM_DIGIT));
}

/* Whether a body that the title does not name is named in the sentence: then
 * the years may be those of its plan. */
static bool speaks_of_another(const struct pl_run *run,
                              const struct pl_years *years)
{
    const struct pl_plan *plan = run->plan;
    const struct pl_words *words = plan->words;
    struct pl_range sentence = sentence_at(plan, years);
    pl_str title = {0};
    if (plan->period.from > 0) {
        title =
            pl_range_text(plan->text, plan->blocks[plan->period.block].range);
    }
    for (uint32_t i = pl_words_at(words, sentence.start);
         i < words->count && words->items[i].start < sentence.end; i++) {
        if (is_acronym(&words->forms[words->items[i].form]) &&
            pl_str_find(title, pl_word_text(words, i), 0) == PL_NOWHERE) {
            return true;
        }
    }
    return false;
}

/* As long as the plan's period, and ending just before it. */
static bool is_period_before(struct period period, const struct pl_years *years)
{
    return period.from > 0 && years->to > years->from &&
           years->to + 1 == period.from &&
           years->to - years->from == period.to - period.from;
}

static void relate_title(struct pl_run *run, struct pl_finding *finding)
{
    if (run->plan->period.from > 0) {
        pl_finding_relate(run->findings, finding, run->plan->period.range,
                          "the period of the plan");
    }
}

static struct pl_finding *report(struct pl_run *run, struct pl_range years,
                                 struct period period)
{
    struct pl_finding *finding =
        PL_FINDING(run, years, {"years", pl_range_text(run->plan->text, years)},
                   {"period", write_period(run->arena, period)});
    relate_title(run, finding);
    return finding;
}

/* In a sentence; in a heading, a cell or the header of a page, which say less,
 * with a word that tells that they are about the plan. */
static bool is_about_plan(const struct pl_run *run,
                          const struct pl_years *years)
{
    const struct params *params = run->rule->params;
    const struct pl_block *block = &run->plan->blocks[years->block];
    bool is_short = block->kind == PL_BLOCK_HEADING ||
                    block->kind == PL_BLOCK_CELL ||
                    pl_plan_is_margin(run->plan, years->block);
    return block->kind == PL_BLOCK_PARAGRAPH || block->kind == PL_BLOCK_ITEM ||
           (is_short && has_word(run->plan, block->content, &params->subject));
}

static void offer_period(struct pl_run *run, struct pl_finding *finding,
                         struct period period)
{
    pl_str old = pl_range_text(run->plan->text, finding->range);
    pl_str text = write_like(run->arena, period, old);
    if (text.len) {
        pl_finding_fix(run->findings, finding, false,
                       (struct pl_edit){finding->range, text},
                       PL_ARGS({"period", text}));
    }
}

static void find_stale(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    struct period period = period_of(run);
    for (uint32_t i = 0; i < plan->years_count; i++) {
        const struct pl_years *years = &plan->years[i];
        bool is_title = plan->period.from > 0 &&
                        pl_range_has(plan->blocks[plan->period.block].range,
                                     years->range.start);
        if (is_title || !is_period_before(period, years) ||
            !is_about_plan(run, years) || speaks_of_past(run, years) ||
            speaks_of_another(run, years)) {
            continue;
        }
        offer_period(run, report(run, years->range, period), period);
    }
}

/* ----- title: another period than the user's ----- */

static void find_title(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    struct period period = period_of(run);
    bool differs =
        period.from != plan->period.from || period.to != plan->period.to;
    if (plan->period.from > 0 && differs) {
        PL_FINDING(run, plan->period.range,
                   {"years", pl_range_text(plan->text, plan->period.range)},
                   {"period", write_period(run->arena, period)});
    }
}

/* ----- target-year: targets for another time ----- */

static bool is_one_of(pl_str word, const char *const *list)
{
    for (; *list; list++) {
        if (pl_str_eq_ignore_case(word, pl_str_from(*list))) {
            return true;
        }
    }
    return false;
}

/* "by 2030", "by the end of 2030". */
static bool follows_by(const struct pl_plan *plan, const struct pl_years *years)
{
    static const char *const between[] = {"the", "end",  "of", "late",
                                          "mid", "year", NULL};
    const struct pl_words *words = plan->words;
    const struct pl_block *block = &plan->blocks[years->block];
    uint32_t at = pl_words_at(words, years->range.start);
    while (at > block->first_word && at < words->count &&
           pl_word_is_joined(words, at) &&
           is_one_of(pl_word_text(words, at - 1), between)) {
        at--;
    }
    return at > 0 && at < words->count && pl_word_is_joined(words, at) &&
           pl_str_eq_ignore_case(pl_word_text(words, at - 1),
                                 pl_str_from("by"));
}

/* Marks the blocks that set targets: the targets, and the headers of their
 * groups, which mention the goal. */
static bool *target_blocks(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    bool *blocks =
        pl_arena_array(run->scratch, plan->blocks_count + 1, sizeof(*blocks));
    bool *has_targets =
        pl_arena_array(run->scratch, plan->blocks_count + 1, sizeof(*blocks));
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        const struct pl_entity *entity = &plan->entities[i];
        if (entity->kind == PL_ENTITY_TARGET) {
            blocks[entity->block] = true;
            has_targets[entity->block] = true;
        }
    }
    for (uint32_t i = 0; i < plan->mentions_count; i++) {
        const struct pl_mention *mention = &plan->mentions[i];
        uint32_t next = mention->block + 1;
        if (mention->kind == PL_ENTITY_GOAL && next < plan->blocks_count &&
            has_targets[next]) {
            blocks[mention->block] = true;
        }
    }
    return blocks;
}

static void find_target_years(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    struct period period = period_of(run);
    if (period.from == 0) {
        return;
    }
    const bool *blocks = target_blocks(run);
    for (uint32_t i = 0; i < plan->years_count; i++) {
        const struct pl_years *years = &plan->years[i];
        bool is_outside = years->to < period.from || years->to > period.to;
        if (years->from != years->to || !is_outside || !blocks[years->block] ||
            !follows_by(plan, years)) {
            continue;
        }
        report(run, years->range, period);
    }
}

static void run_period(struct pl_run *run)
{
    static void (*const finders[])(struct pl_run *) = {
        [FAULT_STALE] = find_stale,
        [FAULT_TITLE] = find_title,
        [FAULT_TARGET_YEAR] = find_target_years,
    };
    const struct params *params = run->rule->params;
    finders[params->fault](run);
}

const struct pl_check pl_check_period = {
    .name = "period",
    .load = load,
    .run = run_period,
};
