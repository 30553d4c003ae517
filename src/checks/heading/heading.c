/* heading: headings that are not written as the others of their level are.
 *
 * Params: "fault", one of the names below; "least", how many must agree before
 * another one is strange; "smallWords", which keep a small letter in a title
 * that is set in capitals. What a message has:
 *
 *   "stop"      {match}, {count}, {total}: a full stop at the end
 *   "case"      {match}, {usual} ("sentence case"), {count}, {total}
 *   "capitals"  {match}, {count}, {total}: capitals throughout
 *   "title"     {match}, {count}, {total}: all of a level in title case
 *   "bare"      {number}: a number without a title among others with one */
#include "checks/heading/heading.h"

#include "base/arena.h"
#include "base/array.h"
#include "checks/checks.h" // IWYU pragma: keep (declares ours)
#include "checks/shared/params.h"
#include "checks/shared/phrase.h"
#include "plan/plan.h"

enum fault {
    FAULT_STOP,
    FAULT_CASE,
    FAULT_CAPITALS,
    FAULT_TITLE,
    FAULT_BARE,
    FAULT_COUNT
};

static const char *const fault_names[FAULT_COUNT] = {
    [FAULT_STOP] = "stop",         [FAULT_CASE] = "case",
    [FAULT_CAPITALS] = "capitals", [FAULT_TITLE] = "title",
    [FAULT_BARE] = "bare",
};

enum {
    USUAL_LEAST = 4, /* headings that agree, when the rule does not say */
    STRANGE = 5,     /* of this many headings one may be strange */
    MAX_LEVEL = 16,  /* deeper ones are compared with those of this level */
    MAX_NUMBER = 1000,
};

struct params {
    size_t fault; /* enum fault */
    size_t least;
    struct pl_words_param small_words;
};

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    static const char *const keys[] = {"fault", "least", "smallWords"};
    struct params *params =
        PL_PARAMS(arena, rule, struct params, .fault = PL_NO_CHOICE,
                  .least = USUAL_LEAST);
    struct pl_params reader = {arena, json, error};
    return pl_json_only_keys(json, keys, PL_COUNT(keys), error) &&
           pl_params_choice(&reader, "fault", PL_CHOICES(fault_names),
                            &params->fault) &&
           pl_params_size(&reader, "least", MAX_NUMBER, &params->least) &&
           pl_params_words(&reader, "smallWords", &params->small_words);
}

/* The headings of one level: how many are as the fault has it, and how many
 * are as they should be. */
struct level {
    uint32_t faulty;
    uint32_t usual;
    bool is_told;
};

struct judge {
    struct pl_run *run;
    const struct params *params;
    struct pl_headings headings;
    struct level levels[2][MAX_LEVEL]; /* without and with numbers */
};

static struct level *level_of(struct judge *judge, const struct pl_heading *it)
{
    uint32_t level = it->section->level;
    level = level < MAX_LEVEL ? level : MAX_LEVEL - 1;
    return &judge->levels[it->section->label.count > 0][level];
}

/* ----- what each fault looks at ----- */

static bool is_faulty(const struct judge *judge, const struct pl_heading *it)
{
    switch ((enum fault)judge->params->fault) {
    case FAULT_STOP:
        return !pl_range_is_empty(it->stop);
    case FAULT_CASE:
    case FAULT_TITLE:
        return it->style == PL_HEADING_TITLE;
    case FAULT_CAPITALS:
        return it->style == PL_HEADING_CAPITALS;
    case FAULT_BARE:
        return it->is_bare;
    case FAULT_COUNT:
    default:
        return false;
    }
}

static bool is_usual(const struct judge *judge, const struct pl_heading *it)
{
    switch ((enum fault)judge->params->fault) {
    case FAULT_CASE:
    case FAULT_TITLE:
        return it->style == PL_HEADING_SENTENCE;
    case FAULT_CAPITALS:
        return it->style == PL_HEADING_SENTENCE ||
               it->style == PL_HEADING_TITLE;
    case FAULT_STOP:
    case FAULT_BARE:
        return !it->is_bare && !is_faulty(judge, it);
    case FAULT_COUNT:
    default:
        return false;
    }
}

static void count_levels(struct judge *judge)
{
    for (size_t i = 0; i < judge->headings.count; i++) {
        const struct pl_heading *it = &judge->headings.items[i];
        struct level *level = level_of(judge, it);
        level->faulty += is_faulty(judge, it);
        level->usual += is_usual(judge, it);
    }
}

static bool is_few(const struct judge *judge, uint32_t few, uint32_t many)
{
    uint32_t allowed = (few + many) / STRANGE;
    return few > 0 && many >= judge->params->least &&
           few <= (allowed ? allowed : 1);
}

/* ----- findings ----- */

struct told {
    struct pl_range range;
    pl_str usual;
    uint32_t count;
    uint32_t total;
};

static struct pl_finding *report(const struct judge *judge,
                                 const struct pl_heading *it, struct told told)
{
    struct pl_run *run = judge->run;
    return PL_FINDING(
        run, told.range, {"match", pl_range_text(run->plan->text, it->text)},
        {"number", pl_range_text(run->plan->text, it->section->number)},
        {"usual", told.usual},
        {"count", pl_arena_number(run->arena, told.count)},
        {"total", pl_arena_number(run->arena, told.total)});
}

static void offer_without_stop(const struct judge *judge,
                               struct pl_finding *finding,
                               const struct pl_heading *it)
{
    pl_finding_fix(judge->run->findings, finding, false,
                   (struct pl_edit){it->stop, {NULL, 0}}, PL_NO_ARGS);
}

/* One of few that are not as the others. */
static void judge_strange(struct judge *judge, const struct pl_heading *it)
{
    static const pl_str sentence = PL_STR("sentence case");
    static const pl_str title = PL_STR("title case");
    const struct level *level = level_of(judge, it);
    uint32_t total = level->faulty + level->usual;
    if (is_faulty(judge, it) && is_few(judge, level->faulty, level->usual)) {
        struct told told = {it->is_bare ? it->section->number : it->text,
                            sentence, level->usual, total};
        struct pl_finding *finding = report(judge, it, told);
        if (judge->params->fault == FAULT_STOP) {
            offer_without_stop(judge, finding, it);
        }
    }
    if (judge->params->fault == FAULT_CASE && is_usual(judge, it) &&
        is_few(judge, level->usual, level->faulty)) {
        report(judge, it, (struct told){it->text, title, level->faulty, total});
    }
}

/* The first of a level that is set in capitals as a whole. */
static void judge_title(struct judge *judge, const struct pl_heading *it)
{
    struct level *level = level_of(judge, it);
    if (!level->is_told && is_faulty(judge, it) &&
        level->faulty >= judge->params->least &&
        level->usual * STRANGE <= level->faulty) {
        level->is_told = true;
        report(judge, it,
               (struct told){it->text,
                             {NULL, 0},
                             level->faulty,
                             level->faulty + level->usual});
    }
}

static void run(struct pl_run *run)
{
    const struct params *params = run->rule->params;
    struct pl_word_set small_words = pl_word_set_of(run, &params->small_words);
    struct judge judge = {.run = run,
                          .params = params,
                          .headings = pl_headings_of(run, &small_words)};
    count_levels(&judge);
    for (size_t i = 0; i < judge.headings.count; i++) {
        if (params->fault == FAULT_TITLE) {
            judge_title(&judge, &judge.headings.items[i]);
        } else {
            judge_strange(&judge, &judge.headings.items[i]);
        }
    }
}

const struct pl_check pl_check_heading = {
    .name = "heading", .load = load, .run = run};
