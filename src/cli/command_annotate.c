#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "cli/answering.h"
#include "cli/command.h"
#include "cli/session.h"
#include "lint/lint.h"
#include "lint/rule.h"
#include "lint/setup.h"
#include "plan/plan.h"
#include "report/visible.h"
#include "text/source.h"
#include "text/word/answer/annotate.h"
#include "text/word/model.h"

enum {
    MOST = 200, /* comments */
    MOST_RELATED = 5,
    QUOTED = 60 /* bytes */
};

struct annotating {
    struct pl_answering answering;
    struct pl_arena *arena;
    const struct pl_plan *plan;
    struct pl_findings findings;
    PL_VEC(struct pl_word_note) notes;
};

/* ----- the text of a comment ----- */

static void add_quote(const struct annotating *it, struct pl_buf *out,
                      struct pl_range range)
{
    pl_str whole = pl_str_trim(pl_range_text(it->plan->text, range));
    size_t end = whole.len < QUOTED ? whole.len : QUOTED;
    while (end > 0 && end < whole.len && (whole.data[end] & 0xC0) == 0x80) {
        end--;
    }
    pl_str line = pl_visible_one_line(it->arena, pl_str_slice(whole, 0, end));
    if (line.len > 0) {
        pl_buf_addf(out, ": \"%.*s%s\"", PL_STR_ARG(line),
                    end < whole.len ? "..." : "");
    }
}

/* A comment on a header, a note or a text box stands beside it. */
static void add_story(const struct annotating *it, struct pl_buf *out,
                      uint32_t offset)
{
    enum pl_word_story_kind story =
        pl_word_view_story(it->plan->source->view, offset);
    if (story != PL_WORD_BODY) {
        pl_buf_addf(out, ", in the %s", pl_word_story_name(story));
    }
}

static pl_str text_of(const struct annotating *it,
                      const struct pl_finding *finding)
{
    struct pl_buf out = pl_buf_in(it->arena);
    pl_buf_add_text(&out, pl_severity_name(finding->severity));
    add_story(it, &out, finding->range.start);
    pl_buf_addf(&out, ": %s [%.*s]", finding->message,
                PL_STR_ARG(finding->rule->id));
    for (size_t i = 0; i < finding->related.len && i < MOST_RELATED; i++) {
        pl_buf_addf(&out, "\n%s", finding->related.items[i].message);
        add_quote(it, &out, finding->related.items[i].range);
    }
    if (finding->fixes.len > 0) {
        pl_buf_addf(&out, "\nfix: %s", finding->fixes.items[0].title);
    }
    return pl_buf_str(&out);
}

/* ----- which findings ----- */

static void add_notes(struct annotating *it, enum pl_severity severity)
{
    for (size_t i = 0; i < it->findings.list.len && it->notes.len < MOST; i++) {
        const struct pl_finding *finding = it->findings.list.items[i];
        if (finding->severity == severity) {
            *PL_VEC_PUSH(it->arena, &it->notes) = (struct pl_word_note){
                .range = finding->range, .text = text_of(it, finding)};
        }
    }
}

static size_t count_from(const struct annotating *it, enum pl_severity least)
{
    size_t count = 0;
    for (size_t i = 0; i < it->findings.list.len; i++) {
        count += it->findings.list.items[i]->severity >= least;
    }
    return count;
}

/* The most severe ones, and a word on the others. */
static void choose(struct annotating *it)
{
    enum pl_severity least = PL_SEVERITY_INFO;
    const char *given =
        pl_session_value(it->answering.session, PL_OPTION_SEVERITY);
    if (given && !pl_severity_from_name(pl_str_from(given), &least)) {
        least = PL_SEVERITY_INFO; /* options are checked before */
    }
    for (unsigned severity = PL_SEVERITY_ERROR; severity >= least; severity--) {
        add_notes(it, (enum pl_severity)severity);
    }
    size_t all = count_from(it, least);
    if (all > it->notes.len) {
        const char *text = pl_arena_printf(
            it->arena,
            "%zu places; the %zu most severe have a comment, the others are "
            "in the report of planlint check",
            all, it->notes.len);
        *PL_VEC_PUSH(it->arena, &it->notes) = (struct pl_word_note){
            .is_about_all = true, .text = pl_str_from(text)};
    }
}

/* ----- the file ----- */

static bool write_notes(const struct annotating *it, pl_str date,
                        struct pl_word_annotated *annotated)
{
    const struct pl_source *source = it->plan->source;
    struct pl_word_answer answer = {.view = source->view, .date = date};
    struct pl_word_notes notes = {it->notes.items, it->notes.len};
    struct pl_error error;
    if (!pl_answering_open(&it->answering, source->bytes, &answer.zip)) {
        return false;
    }
    bool ok = pl_word_annotate(it->arena, &answer, notes, annotated, &error);
    if (!ok) {
        pl_session_complain(it->answering.session, &error);
    }
    return ok;
}

/* Of the comments that are there from before; empty. */
static pl_str date_before(const struct annotating *it)
{
    const struct pl_word_file *word = it->plan->source->view->word;
    for (uint32_t i = 0; i < word->comments_count; i++) {
        const struct pl_word_comment *comment = &word->comments[i];
        if (pl_str_eq(comment->author, (pl_str)PL_STR("planlint"))) {
            return comment->date;
        }
    }
    return (pl_str){0};
}

/* Whether the same comments are there already, from whatever day. */
static bool is_annotated(const struct annotating *it,
                         struct pl_word_annotated *annotated)
{
    pl_str date = date_before(it);
    return date.len > 0 && write_notes(it, date, annotated) &&
           pl_str_eq(annotated->bytes, it->plan->source->bytes);
}

static enum pl_exit annotate(struct annotating *it)
{
    const struct pl_answering *answering = &it->answering;
    struct pl_word_annotated annotated;
    if (!is_annotated(it, &annotated) &&
        !write_notes(it, answering->date, &annotated)) {
        return PL_EXIT_TROUBLE;
    }
    if (!pl_answering_end(answering, annotated.bytes)) {
        return PL_EXIT_TROUBLE;
    }
    if (!pl_options_has(&answering->session->options, PL_OPTION_QUIET)) {
        fprintf(stderr, "%zu comment%s\n", annotated.placed,
                annotated.placed == 1 ? "" : "s");
    }
    return PL_EXIT_CLEAN;
}

enum pl_exit pl_command_annotate(struct pl_session *session)
{
    struct annotating it = {.arena = session->arena};
    if (!pl_answering_begin(&it.answering, session)) {
        return PL_EXIT_TROUBLE;
    }
    const struct pl_setup *setup = it.answering.document.setup;
    struct pl_lint_options options = {.settings = &setup->config.settings};
    it.plan = it.answering.document.plan;
    it.findings = pl_lint(it.arena, it.plan, setup->ruleset, &options).findings;
    choose(&it);
    return annotate(&it);
}
