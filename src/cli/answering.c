#include "cli/answering.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/chars.h"
#include "base/file.h"
#include "cli/command.h"
#include "cli/replace.h"
#include "cli/session.h"
#include "plan/plan.h"
#include "report/visible.h"
#include "text/package/zip.h"
#include "text/refuse.h"
#include "text/source.h"
#include "text/word/model.h"
#include "text/word/view/view.h"

/* ----- when ----- */

static bool is_date(pl_str text)
{
    static const pl_str form = PL_STR("0000-00-00T00:00:00Z");
    for (size_t i = 0; text.len == form.len && i < form.len; i++) {
        char c = form.data[i];
        if (c == '0' ? !pl_is_digit(text.data[i]) : text.data[i] != c) {
            return false;
        }
    }
    return text.len == form.len;
}

static pl_str date_of(struct pl_arena *arena, time_t when)
{
    enum { ROOM = 32 };
    char *date = pl_arena_alloc(arena, ROOM);
    struct tm parts;
    if (!gmtime_r(&when, &parts)) {
        return (pl_str){0};
    }
    return (pl_str){date, strftime(date, ROOM, "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

/* SOURCE_DATE_EPOCH is what makes builds reproducible. */
static bool read_date(struct pl_answering *it)
{
    const char *given = pl_session_value(it->session, PL_OPTION_DATE);
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    if (given) {
        it->date = pl_str_from(given);
        if (!is_date(it->date)) {
            pl_session_complainf(it->session,
                                 "--date \"%s\" is not like "
                                 "2026-05-04T09:30:00Z",
                                 given);
            return false;
        }
        return true;
    }
    time_t when = epoch ? (time_t)strtoll(epoch, NULL, 10) : time(NULL);
    it->date = date_of(it->session->arena, when);
    return true;
}

/* ----- where to ----- */

static bool is_in_place(const struct pl_answering *it)
{
    return pl_options_has(&it->session->options, PL_OPTION_IN_PLACE);
}

static bool has_place(struct pl_answering *it)
{
    const char *output = pl_session_value(it->session, PL_OPTION_OUTPUT);
    const char *command = pl_command_at(it->session->options.command)->name;
    if (!output == !is_in_place(it)) {
        pl_session_complainf(it->session,
                             "%s writes a copy to -o FILE, or changes the file "
                             "with --in-place: give one of them",
                             command);
        return false;
    }
    if (output && strcmp(output, "-") != 0 &&
        pl_file_kind(output) != PL_FILE_MISSING) {
        pl_session_complainf(
            it->session, "%s is there already, so it is left as it is%s",
            output,
            strcmp(output, it->path) == 0 ? " (--in-place changes it)" : "");
        return false;
    }
    return true;
}

/* ----- what ----- */

/* Not trouble: the file is written all the same. */
static void warn(const struct pl_answering *it, const char *what)
{
    struct pl_buf out = pl_buf_in(it->session->arena);
    pl_visible_add_text(&out, pl_str_from(it->path));
    pl_buf_addf(&out, ": %s\n", what);
    fwrite(out.data, 1, out.len, stderr);
}

static void warn_of(const struct pl_answering *it,
                    const struct pl_word_file *word)
{
    if (word->is_signed) {
        warn(it, "is signed; the signature does not hold for what is written");
    }
    if (word->is_protected) {
        warn(it, "is protected against changes; what is written is, too");
    }
}

static const char *use_for_texts(enum pl_command_id command)
{
    if (command == PL_COMMAND_FIX) {
        return "--fix changes texts";
    }
    return command == PL_COMMAND_RENUMBER ? "renumber --write changes texts"
                                          : "check reports on texts";
}

bool pl_answering_begin(struct pl_answering *it, struct pl_session *session)
{
    const struct pl_options *options = &session->options;
    *it = (struct pl_answering){.session = session};
    it->path = options->argument_count > 0 ? options->arguments[0] : "";
    if (!pl_document_open(session, 0, &it->document) || !has_place(it) ||
        !read_date(it)) {
        return false;
    }
    const struct pl_word_view *view = it->document.plan->source->view;
    if (!view) {
        pl_session_complainf(session, "%s: not a Word file; planlint %s",
                             it->path, use_for_texts(options->command));
        return false;
    }
    if (view->word->is_open_document) {
        pl_session_complainf(session,
                             "%s: an OpenDocument text is only read; %s",
                             it->path, PL_REFUSE_CONVERSION);
        return false;
    }
    if (is_in_place(it) && strcmp(it->path, "-") == 0) {
        pl_session_complainf(session, "standard input has no place: give -o");
        return false;
    }
    warn_of(it, view->word);
    return true;
}

bool pl_answering_open(const struct pl_answering *it, pl_str bytes,
                       struct pl_zip **zip)
{
    struct pl_error error;
    bool ok = pl_zip_open(it->session->arena, it->path, bytes, zip, &error);
    if (!ok) {
        pl_session_complain(it->session, &error);
    }
    return ok;
}

bool pl_answering_end(const struct pl_answering *it, pl_str bytes)
{
    struct pl_session *session = it->session;
    struct pl_error error;
    pl_str before = it->document.plan->source->bytes;
    if (!is_in_place(it)) {
        pl_output_write(&session->output, bytes);
        return true;
    }
    bool ok = pl_str_eq(before, bytes) ||
              pl_replace(session->arena, it->path, before, bytes, &error);
    if (!ok) {
        pl_session_complain(session, &error);
    }
    return ok;
}
