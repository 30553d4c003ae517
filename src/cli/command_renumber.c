#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "cli/answering.h"
#include "cli/command.h"
#include "cli/document.h"
#include "cli/place.h"
#include "cli/replace.h"
#include "cli/session.h"
#include "cli/tracking.h"
#include "plan/plan.h"
#include "plan/renumber.h"
#include "report/diff.h"
#include "report/visible.h"
#include "report/word_place.h"
#include "text/rewrite.h"
#include "text/source.h"

enum { MAX_DIGITS = 5 };

static enum pl_renumber_style style_of(const struct pl_session *session)
{
    const char *given = pl_session_value(session, PL_OPTION_STYLE);
    if (given && strcmp(given, "bis") == 0) {
        return PL_RENUMBER_BIS;
    }
    return given && strcmp(given, "letter") == 0 ? PL_RENUMBER_LETTER
                                                 : PL_RENUMBER_PLAIN;
}

/* The number that --start gives. */
static bool read_start(struct pl_session *session, uint16_t *first)
{
    const char *given = pl_session_value(session, PL_OPTION_START);
    pl_str digits = pl_str_from(given);
    uint32_t value = 0;
    *first = 0;
    if (!given) {
        return true;
    }
    for (size_t i = 0; i < digits.len && digits.len <= MAX_DIGITS; i++) {
        bool is_digit = pl_is_digit(digits.data[i]);
        value = is_digit ? value * 10 + (uint32_t)(digits.data[i] - '0')
                         : UINT16_MAX + 1;
    }
    if (value == 0 || value > UINT16_MAX) {
        pl_session_complainf(session, "--start \"%s\" is no number from 1 on",
                             given);
        return false;
    }
    *first = (uint16_t)value;
    return true;
}

/* The place that --from gives, and the kind of what is there. */
static bool read_place(struct pl_session *session, const struct pl_plan *plan,
                       struct pl_renumber_request *request)
{
    const char *from = pl_session_value(session, PL_OPTION_FROM);
    struct pl_error error;
    if (!from) {
        return true;
    }
    if (!pl_place_find(plan, pl_str_from(from), &request->offset, &error)) {
        pl_session_complain(session, &error);
        return false;
    }
    struct pl_renumber_spot spot;
    if (pl_renumber_series_at(plan, request->offset, &spot)) {
        request->kind = spot.kind;
    }
    return true;
}

static bool read_request(struct pl_session *session, const struct pl_plan *plan,
                         struct pl_renumber_request *request)
{
    const char *kind = pl_session_value(session, PL_OPTION_KIND);
    *request = (struct pl_renumber_request){
        .kind = PL_RENUMBER_PARAGRAPHS,
        .style = style_of(session),
        .offset = PL_NONE,
    };
    if (!read_start(session, &request->first) ||
        !read_place(session, plan, request)) {
        return false;
    }
    /* Options are checked before. */
    return !kind ||
           pl_renumber_kind_from_plural(pl_str_from(kind), &request->kind);
}

/* What is wrong with a request shows in its result. */
static bool is_sensible(struct pl_session *session,
                        struct pl_renumber_request request,
                        const struct pl_renumbered *result)
{
    const char *plural = pl_renumber_plural(request.kind);
    if (request.offset != PL_NONE && result->series == 0) {
        pl_session_complainf(session, "there are no numbered %s from %s on",
                             plural, pl_session_value(session, PL_OPTION_FROM));
        return false;
    }
    if (request.first > 0 && result->series > 1) {
        pl_session_complainf(session,
                             "there are %u series of %s: say by --from which "
                             "one starts with %u",
                             result->series, plural, request.first);
        return false;
    }
    return true;
}

static void add_count(struct pl_buf *out, uint32_t count, const char *noun)
{
    pl_buf_addf(out, "%u %s%s", count, noun, count == 1 ? "" : "s");
}

/* On standard error: what was left alone and why, and a summary. */
static void say(const struct pl_session *session, const struct pl_plan *plan,
                const struct pl_renumbered *result)
{
    struct pl_buf out = pl_buf_in(session->arena);
    for (uint32_t i = 0; i < result->left_count; i++) {
        const struct pl_renumber_left *it = &result->left[i];
        pl_place_add(&out, plan, it->range);
        pl_buf_addf(&out, "stays: %s\n", pl_renumber_reason_text(it->reason));
    }
    add_count(&out, result->numbers, "number");
    pl_buf_add_text(&out, " and ");
    add_count(&out, result->references, "reference");
    pl_buf_addf(&out, " change, ");
    add_count(&out, result->left_count, "place");
    pl_buf_add_text(&out, result->left_count == 1 ? " stays\n" : " stay\n");
    fflush(stdout);
    fwrite(out.data, 1, out.len, stderr);
}

/* Of a Word file the difference is one of its text. */
static bool edits_to_show(struct pl_session *session,
                          const struct pl_source *source, struct pl_edits edits,
                          struct pl_edits *in_file)
{
    struct pl_error error;
    if (source->view) {
        *in_file = edits;
        return true;
    }
    bool ok = pl_source_rewrite(session->arena, source, edits, in_file, &error);
    if (!ok) {
        pl_session_complain(session, &error);
    }
    return ok;
}

/* The file with the changes, or its text for standard input. */
static bool write_back(struct pl_session *session, const struct pl_plan *plan,
                       struct pl_edits in_file)
{
    const char *path = session->options.arguments[0];
    pl_str before = plan->source->bytes;
    pl_str after = pl_edits_apply(session->arena, before, in_file);
    struct pl_error error;
    if (strcmp(path, "-") == 0) {
        pl_output_write(&session->output, after);
        return true;
    }
    if (in_file.count > 0 &&
        !pl_replace(session->arena, path, before, after, &error)) {
        pl_session_complain(session, &error);
        return false;
    }
    return true;
}

static enum pl_exit show(struct pl_session *session, const struct pl_plan *plan,
                         struct pl_edits in_file)
{
    struct pl_buf diff = pl_buf_in(session->arena);
    const struct pl_source *source = plan->source;
    pl_diff_add(&diff, source->path,
                source->view ? source->text : source->bytes, in_file);
    pl_output_write(&session->output, pl_buf_str(&diff));
    return diff.len > 0 ? PL_EXIT_FINDINGS : PL_EXIT_CLEAN;
}

/* ----- Word files ----- */

struct renumbering {
    struct pl_session *session;
    struct pl_answering answering; /* with --tracked */
    struct pl_open_document document;
    struct pl_tracking tracking; /* of a Word file */
};

static bool has(const struct renumbering *it, enum pl_option_id option)
{
    return pl_options_has(&it->session->options, option);
}

static bool goes_together(const struct renumbering *it)
{
    if (has(it, PL_OPTION_TRACKED) && has(it, PL_OPTION_WRITE)) {
        pl_session_complainf(it->session,
                             "--write changes texts and --tracked Word files: "
                             "give one of them");
        return false;
    }
    bool is_stray = !has(it, PL_OPTION_TRACKED) &&
                    (has(it, PL_OPTION_IN_PLACE) || has(it, PL_OPTION_DATE));
    if (is_stray) {
        pl_session_complainf(it->session, "--%s goes with --tracked",
                             has(it, PL_OPTION_IN_PLACE) ? "in-place" : "date");
    }
    return !is_stray;
}

static bool open_word(struct renumbering *it)
{
    struct pl_error error;
    const struct pl_source *source = it->document.plan->source;
    if (has(it, PL_OPTION_WRITE)) {
        pl_session_complainf(it->session,
                             "%s: a Word file is not changed as a text is: "
                             "--tracked instead of --write writes the numbers "
                             "as tracked changes",
                             source->path);
        return false;
    }
    bool ok =
        pl_tracking_begin(&it->tracking, it->session->arena, source, &error);
    if (!ok) {
        pl_session_complain(it->session, &error);
    }
    return ok;
}

static bool open(struct renumbering *it)
{
    bool ok = goes_together(it);
    if (ok && has(it, PL_OPTION_TRACKED)) {
        ok = pl_answering_begin(&it->answering, it->session);
        it->document = it->answering.document;
    } else if (ok) {
        ok = pl_document_open(it->session, 0, &it->document);
    }
    return ok && (!it->document.plan->source->view || open_word(it));
}

/* Says of an edit that no tracked change can make that it is none. */
static bool can_track(const struct renumbering *it, struct pl_edits edits)
{
    const struct pl_plan *plan = it->document.plan;
    const struct pl_edit *edit = pl_tracking_hindrance(&it->tracking, edits);
    if (edit) {
        struct pl_position at =
            pl_lines_position(&plan->source->lines, edit->range.start);
        pl_str text = pl_visible_one_line(it->session->arena, edit->text);
        pl_session_complainf(it->session,
                             "%s:%zu:%zu: \"%.*s\" cannot be put there as a "
                             "tracked change",
                             plan->source->path, at.line, at.column,
                             PL_STR_ARG(text));
    }
    return !edit;
}

static enum pl_exit write_tracked(struct renumbering *it, struct pl_edits edits)
{
    struct pl_error error;
    pl_str bytes = it->document.plan->source->bytes;
    if (!can_track(it, edits)) {
        return PL_EXIT_TROUBLE;
    }
    if (edits.count > 0 && !pl_tracking_write(&it->tracking, it->answering.date,
                                              edits, &bytes, &error)) {
        pl_session_complain(it->session, &error);
        return PL_EXIT_TROUBLE;
    }
    return pl_answering_end(&it->answering, bytes) ? PL_EXIT_CLEAN
                                                   : PL_EXIT_TROUBLE;
}

static enum pl_exit write_or_show(const struct renumbering *it,
                                  struct pl_edits edits)
{
    struct pl_edits in_file;
    const struct pl_plan *plan = it->document.plan;
    const struct pl_word_view *view = plan->source->view;
    bool may_track = view && !view->word->is_open_document;
    if (may_track && !can_track(it, edits)) {
        return PL_EXIT_TROUBLE;
    }
    if (!edits_to_show(it->session, plan->source, edits, &in_file)) {
        return PL_EXIT_TROUBLE;
    }
    if (has(it, PL_OPTION_WRITE)) {
        return write_back(it->session, plan, in_file) ? PL_EXIT_CLEAN
                                                      : PL_EXIT_TROUBLE;
    }
    return show(it->session, plan, in_file);
}

enum pl_exit pl_command_renumber(struct pl_session *session)
{
    struct renumbering it = {.session = session};
    struct pl_renumber_request request;
    if (!open(&it) || !read_request(session, it.document.plan, &request)) {
        return PL_EXIT_TROUBLE;
    }
    const struct pl_plan *plan = it.document.plan;
    request.keeper = plan->source->view ? &it.tracking.keeper : NULL;
    struct pl_renumbered result = pl_renumber(session->arena, plan, request);
    if (!is_sensible(session, request, &result)) {
        return PL_EXIT_TROUBLE;
    }
    enum pl_exit status = has(&it, PL_OPTION_TRACKED)
                              ? write_tracked(&it, result.edits)
                              : write_or_show(&it, result.edits);
    if (status != PL_EXIT_TROUBLE) {
        say(session, plan, &result);
    }
    return status;
}
