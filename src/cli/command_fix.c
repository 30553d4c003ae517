#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"
#include "cli/answering.h"
#include "cli/command.h"
#include "cli/session.h"
#include "lint/fix.h"
#include "lint/lint.h"
#include "lint/setup.h"
#include "plan/plan.h"
#include "report/word_place.h"
#include "text/source.h"
#include "text/word/answer/tracked.h"
#include "text/word/view/view.h"

enum { MAX_ROUNDS = 10 };

struct fixing {
    struct pl_answering answering;
    struct pl_arena *arena;
    const struct pl_plan *plan; /* as it is now */
    size_t fixed;
    size_t left;
};

static struct pl_findings find(const struct fixing *it)
{
    const struct pl_setup *setup = it->answering.document.setup;
    struct pl_lint_options options = {.settings = &setup->config.settings};
    return pl_lint(it->arena, it->plan, setup->ruleset, &options).findings;
}

static bool takes(struct pl_word_tracker *tracker, const struct pl_fix *fix)
{
    for (size_t i = 0; i < fix->edits.len; i++) {
        if (!pl_word_tracker_takes(tracker, &fix->edits.items[i])) {
            return false;
        }
    }
    return true;
}

/* On standard error. */
static void say_left(struct fixing *it, const struct pl_finding *finding)
{
    struct pl_buf out = pl_buf_in(it->arena);
    pl_place_add(&out, it->plan, finding->range);
    pl_buf_addf(&out, "left alone, no plain text: %s\n", finding->message);
    fwrite(out.data, 1, out.len, stderr);
    it->left++;
}

/* Leaves the findings whose safe fix can be a tracked change. */
static void keep_possible(struct fixing *it, struct pl_word_tracker *tracker,
                          struct pl_findings *findings, bool is_first)
{
    size_t kept = 0;
    for (size_t i = 0; i < findings->list.len; i++) {
        struct pl_finding *finding = findings->list.items[i];
        if (finding->fixes.len == 0 || !finding->fixes.items[0].safe) {
            continue;
        }
        if (takes(tracker, &finding->fixes.items[0])) {
            findings->list.items[kept++] = finding;
        } else if (is_first) {
            say_left(it, finding);
        }
    }
    findings->list.len = kept;
}

static bool read_again(struct fixing *it, pl_str bytes, struct pl_error *error)
{
    struct pl_source *source;
    struct pl_source_choice choice = {.view = PL_WORD_VIEW_FINAL};
    const struct pl_setup *setup = it->answering.document.setup;
    if (!pl_source_read_as(it->arena, it->plan->source->path, bytes, choice,
                           &source, error)) {
        return false;
    }
    it->plan = pl_plan_read_with(it->arena, source,
                                 &setup->config.settings.vocabulary);
    return true;
}

static enum pl_severity least_severity(const struct fixing *it)
{
    enum pl_severity least = PL_SEVERITY_INFO;
    const char *given =
        pl_session_value(it->answering.session, PL_OPTION_SEVERITY);
    bool is_known = given && pl_severity_from_name(pl_str_from(given), &least);
    return is_known ? least : PL_SEVERITY_INFO;
}

/* False after a complaint; `is_done` when there was nothing to fix. */
static bool fix_once(struct fixing *it, bool is_first, bool *is_done)
{
    struct pl_error error;
    struct pl_word_answer answer = {.view = it->plan->source->view,
                                    .date = it->answering.date};
    if (!pl_answering_open(&it->answering, it->plan->source->bytes,
                           &answer.zip)) {
        return false;
    }
    struct pl_word_tracker *tracker = pl_word_tracker_new(it->arena, &answer);
    struct pl_findings findings = find(it);
    keep_possible(it, tracker, &findings, is_first);
    struct pl_fix_choice choice = pl_fix_choose(
        it->arena, it->plan->text, &findings, least_severity(it), false);
    pl_str bytes;
    *is_done = choice.edits.count == 0;
    if (*is_done) {
        return true;
    }
    if (!pl_word_tracker_write(tracker, choice.edits, &bytes, &error) ||
        !read_again(it, bytes, &error)) {
        pl_session_complain(it->answering.session, &error);
        return false;
    }
    it->fixed += choice.findings;
    return true;
}

static void say(const struct fixing *it)
{
    if (!pl_options_has(&it->answering.session->options, PL_OPTION_QUIET)) {
        fprintf(stderr, "%zu fixed, %zu left alone\n", it->fixed, it->left);
    }
}

enum pl_exit pl_command_fix(struct pl_session *session)
{
    struct fixing it = {.arena = session->arena};
    if (!pl_options_has(&session->options, PL_OPTION_TRACKED)) {
        pl_session_complainf(session, "fix needs --tracked, for Word files; "
                                      "planlint --fix changes texts");
        return PL_EXIT_TROUBLE;
    }
    if (!pl_answering_begin(&it.answering, session)) {
        return PL_EXIT_TROUBLE;
    }
    it.plan = it.answering.document.plan;
    bool is_done = false;
    for (int round = 0; !is_done && round < MAX_ROUNDS; round++) {
        if (!fix_once(&it, round == 0, &is_done)) {
            return PL_EXIT_TROUBLE;
        }
    }
    if (!pl_answering_end(&it.answering, it.plan->source->bytes)) {
        return PL_EXIT_TROUBLE;
    }
    say(&it);
    return PL_EXIT_CLEAN;
}
