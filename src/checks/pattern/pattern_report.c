/* What is told of a match, and which matches are told. */
#include "base/arena.h"
#include "base/map.h"
#include "base/regex.h"
#include "checks/pattern/pattern_evidence.h"
#include "checks/pattern/pattern_params.h"
#include "checks/pattern/pattern_search.h"
#include "checks/shared/scope.h"
#include "lint/check.h"
#include "plan/plan.h"
#include "text/source.h"
#include "text/word/view/view.h"

enum { MAX_ARGS = PL_PATTERN_MAX_MARK + 4 };

/* {match} and {1} to {9}; returns how many there are. */
static size_t groups_of(const struct pl_match *match, pl_str subject,
                        struct pl_arg args[MAX_ARGS])
{
    static const char *const names[] = {"match", "1", "2", "3", "4",
                                        "5",     "6", "7", "8", "9"};
    size_t count = 0;
    while (count < match->group_count && count <= PL_PATTERN_MAX_MARK) {
        pl_str value = {NULL, 0};
        if (match->start[count] != PL_NOWHERE) {
            value =
                pl_str_slice(subject, match->start[count], match->end[count]);
        }
        args[count] = (struct pl_arg){names[count], value};
        count++;
    }
    return count;
}

/* {before} and {after}; returns how many there are. */
static size_t neighbours_of(const struct pl_pattern_search *search,
                            struct pl_range match, struct pl_arg args[2])
{
    const struct pl_words *words = search->run->plan->words;
    uint32_t first = pl_words_at(words, match.start);
    uint32_t after = pl_words_at(words, match.end);
    size_t count = 0;
    if (first > search->block->first_word) {
        args[count++] =
            (struct pl_arg){"before", pl_word_text(words, first - 1)};
    }
    if (after < search->block->word_end) {
        args[count++] = (struct pl_arg){"after", pl_word_text(words, after)};
    }
    return count;
}

/* Whether word `at` and the one before it are spelled like those at `like`,
 * whatever the case, with the replacement between them. */
static bool has_evidence(const struct pl_pattern_search *search,
                         struct pl_range match, bool word_is_enough)
{
    const struct pl_pattern_params *params = search->params;
    struct pl_evidence evidence = {
        .arena = search->run->arena,
        .words = search->run->plan->words,
        .joint = params->replace.count ? params->replace.items[0]
                                       : (pl_str){NULL, 0},
        .known = &params->known,
        .word_is_enough = word_is_enough,
    };
    uint32_t after = pl_words_at(evidence.words, match.end);
    return after > search->block->first_word &&
           after < search->block->word_end && pl_evidence_has(&evidence, after);
}

static bool is_safe(const struct pl_pattern_search *search,
                    struct pl_range match)
{
    return search->params->safe &&
           (search->params->attested != PL_ATTESTED_WORD ||
            has_evidence(search, match, false));
}

/* The last of `args` is for {new}. An alternative that says the same as one
 * before it, or nothing new, is left out. */
static void offer_fixes(const struct pl_pattern_search *search,
                        struct pl_finding *finding, struct pl_args args,
                        struct pl_arg *new_text)
{
    struct pl_run *run = search->run;
    const struct pl_words_param *replace = &search->params->replace;
    pl_str last = pl_range_text(run->plan->text, finding->range);
    bool safe = replace->count == 1 && is_safe(search, finding->range);
    for (size_t i = 0; run->rule->fix.len > 0 && i < replace->count; i++) {
        pl_str text = pl_str_from(pl_template_fill(
            run->arena, replace->items[i], args.items, args.count));
        if (!pl_str_eq(text, last)) {
            new_text->value = text;
            pl_finding_fix(run->findings, finding, safe,
                           (struct pl_edit){finding->range, text}, args);
        }
        last = text;
    }
}

/* What is reported of a match in `window`. */
static struct pl_range range_of(const struct pl_pattern_search *search,
                                const struct pl_match *match,
                                struct pl_range window)
{
    size_t mark = search->params->mark;
    if (mark >= match->group_count || match->start[mark] == PL_NOWHERE) {
        mark = 0;
    }
    return (struct pl_range){window.start + (uint32_t)match->start[mark],
                             window.start + (uint32_t)match->end[mark]};
}

static bool is_code_word(struct pl_pattern_search *search,
                         struct pl_range range)
{
    if (!search->code_words) {
        search->code_words = pl_evidence_code_words(search->run);
    }
    pl_str text = pl_range_text(search->run->plan->text, range);
    return pl_map_get(search->code_words, text) != PL_NONE;
}

/* Whether it is what a content control of a Word file asks for. */
static bool is_prompt(const struct pl_plan *plan, struct pl_range range)
{
    const struct pl_word_view *view = plan->source->view;
    if (!view) {
        return false;
    }
    const struct pl_word_segment *segment =
        pl_word_view_place(view, range.start).segment;
    return segment && segment->piece != PL_NONE &&
           view->word->pieces[segment->piece].kind == PL_WORD_PLACEHOLDER;
}

static bool is_wanted(struct pl_pattern_search *search, struct pl_range range)
{
    const struct pl_pattern_params *params = search->params;
    const struct pl_plan *plan = search->run->plan;
    return !pl_range_is_empty(range) &&
           pl_scope_is_prose(plan, search->block, range) &&
           (!params->not_quoted ||
            !pl_scope_is_quotation(plan, search->block)) &&
           (params->attested == PL_ATTESTED_NO ||
            has_evidence(search, range,
                         params->attested == PL_ATTESTED_WORD)) &&
           (!params->not_code || !is_code_word(search, range)) &&
           (!params->not_prompt || !is_prompt(plan, range));
}

void pl_pattern_report(struct pl_pattern_search *search,
                       const struct pl_match *match, struct pl_range window)
{
    struct pl_run *run = search->run;
    struct pl_range range = range_of(search, match, window);
    if (!is_wanted(search, range)) {
        return;
    }
    search->count++;
    if (search->is_counting) {
        return;
    }
    struct pl_arg args[MAX_ARGS];
    size_t count =
        groups_of(match, pl_range_text(run->plan->text, window), args);
    count += neighbours_of(search, range, args + count);
    args[count] = (struct pl_arg){.name = "new"};
    struct pl_finding *finding =
        pl_findings_add(run->findings, run->rule, range, args, count);
    offer_fixes(search, finding, (struct pl_args){args, count + 1},
                &args[count]);
}
