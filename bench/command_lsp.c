#include <stdio.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "measure.h"
#include "options.h"
#include "random.h"
#include "report/json_writer.h"
#include "subject.h"
#include "talk.h"

enum {
    ANNEX = 38 * 1000,
    EDITS_A_RUN = 10,
    BURST = 500,
    PAUSE = 20000, /* microseconds: an editor shows no more in less */
    SEED = 4,
};

#define DOCUMENT "\"textDocument\":{\"uri\":\"file:///plans/annex.plan\""
#define METHOD "{\"jsonrpc\":\"2.0\",\"method\":"

struct task {
    struct pl_times wall; /* until the answer was there */
    struct pl_times busy; /* processor time of the server */
};

struct start {
    double wall;
    double busy;
};

struct bench {
    struct pl_arena *arena;
    const struct pl_subject *subject;
    struct pl_talk talk;
    struct pl_random random;
    size_t lines;
    size_t version;
    struct task opening;
    struct task editing;
    struct task asking; /* after a burst, until there are findings, too */
};

static struct start start(const struct bench *it)
{
    return (struct start){pl_wall_now(), pl_talk_busy(&it->talk)};
}

static void add(struct bench *it, struct task *task, struct start start)
{
    *PL_VEC_PUSH(it->arena, &task->wall.list) = pl_wall_now() - start.wall;
    *PL_VEC_PUSH(it->arena, &task->busy.list) =
        pl_talk_busy(&it->talk) - start.busy;
}

/* No pause of the server's own is measured. */
static bool begin(struct bench *it, pl_str profile)
{
    if (!pl_talk_begin(&it->talk)) {
        return false;
    }
    pl_talk_sayf(&it->talk,
                 "{\"jsonrpc\":\"2.0\",\"id\":\"first\",\"method\":"
                 "\"initialize\",\"params\":{\"capabilities\":{},"
                 "\"initializationOptions\":{\"debounce\":0,"
                 "\"profile\":\"%.*s\"}}}",
                 PL_STR_ARG(profile));
    bool ok = pl_talk_hear(&it->talk, "\"first\"", NULL);
    pl_talk_sayf(&it->talk, METHOD "\"initialized\",\"params\":{}}");
    return ok;
}

static bool hear_version(struct bench *it, const char *and_also)
{
    char part[64];
    snprintf(part, sizeof(part), "\"version\":%zu,", it->version);
    return pl_talk_hear(&it->talk, part, and_also);
}

static bool open_document(struct bench *it)
{
    struct pl_arena *arena = pl_arena_new();
    struct pl_buf message = pl_buf_in(arena);
    struct pl_json_writer writer = pl_json_writer_to(&message);
    pl_buf_addf(&message,
                METHOD "\"textDocument/didOpen\",\"params\":{" DOCUMENT
                       ",\"languageId\":\"plan\",\"version\":%zu,\"text\":",
                ++it->version);
    pl_write_str(&writer, NULL, it->subject->bytes);
    pl_buf_add_text(&message, "}}}");
    struct start began = start(it);
    pl_talk_say(&it->talk, pl_buf_str(&message));
    bool ok = hear_version(it, NULL);
    add(it, &it->opening, began);
    pl_arena_free(arena);
    return ok;
}

static void close_document(struct bench *it)
{
    pl_talk_sayf(&it->talk, METHOD
                 "\"textDocument/didClose\",\"params\":{" DOCUMENT "}}}");
}

/* At the beginning of a line, as a letter or a line of its own. */
static void edit(struct bench *it)
{
    size_t line = pl_random_below(&it->random, (uint32_t)it->lines);
    const char *text = pl_random_one_in(&it->random, 8) ? "\\n" : "x";
    pl_talk_sayf(&it->talk,
                 METHOD "\"textDocument/didChange\",\"params\":{" DOCUMENT
                        ",\"version\":%zu},\"contentChanges\":[{\"range\":{"
                        "\"start\":{\"line\":%zu,\"character\":4},"
                        "\"end\":{\"line\":%zu,\"character\":4}},"
                        "\"text\":\"%s\"}]}}",
                 ++it->version, line, line, text);
}

static bool edit_and_wait(struct bench *it)
{
    usleep(PAUSE);
    struct start began = start(it);
    edit(it);
    bool ok = hear_version(it, NULL);
    add(it, &it->editing, began);
    return ok;
}

static bool edit_much_and_ask(struct bench *it)
{
    struct start began = start(it);
    for (size_t i = 0; i < BURST; i++) {
        edit(it);
    }
    pl_talk_sayf(&it->talk,
                 "{\"jsonrpc\":\"2.0\",\"id\":\"asked %zu\",\"method\":"
                 "\"textDocument/hover\",\"params\":{" DOCUMENT
                 "},\"position\":{\"line\":3,\"character\":2}}}",
                 it->version);
    char part[64];
    snprintf(part, sizeof(part), "\"asked %zu\"", it->version);
    bool ok = hear_version(it, part);
    add(it, &it->asking, began);
    return ok;
}

static bool run(struct bench *it, size_t runs)
{
    bool ok = true;
    for (size_t i = 0; ok && i < runs; i++) {
        ok = open_document(it);
        for (size_t at = 0; ok && at < EDITS_A_RUN; at++) {
            ok = edit_and_wait(it);
        }
        ok = ok && edit_much_and_ask(it);
        close_document(it);
    }
    return ok;
}

static void print(const char *name, struct task *task)
{
    printf("  %-26s %8.2f %8.2f %8.2f    %8.2f %8.2f\n", name,
           pl_times_quantile(&task->wall, 0.5),
           pl_times_quantile(&task->wall, 0.95),
           pl_times_quantile(&task->wall, 1),
           pl_times_quantile(&task->busy, 0.5),
           pl_times_quantile(&task->busy, 0.95));
}

static void print_all(struct bench *it)
{
    printf("%s, %zu bytes, milliseconds\n", it->subject->name,
           it->subject->bytes.len);
    printf("  %-26s %8s %8s %8s    %8s %8s\n", "", "median", "p95", "worst",
           "busy", "p95");
    print("open, until findings", &it->opening);
    print("edit, until findings", &it->editing);
    print("500 edits, then a question", &it->asking);
}

static size_t count_lines(pl_str text)
{
    size_t count = 1;
    for (size_t at = pl_str_find_char(text, '\n', 0); at != PL_NOWHERE;
         at = pl_str_find_char(text, '\n', at + 1)) {
        count++;
    }
    return count;
}

static bool measure(struct pl_arena *arena, const struct pl_subject *subject,
                    const struct pl_bench_options *options)
{
    struct bench it = {.arena = arena,
                       .subject = subject,
                       .random = {.state = SEED},
                       .lines = count_lines(subject->bytes)};
    bool ok = begin(&it, options->profile);
    ok = ok && run(&it, options->runs);
    pl_talk_end(&it.talk);
    print_all(&it);
    return ok;
}

int pl_bench_lsp(const struct pl_bench_options *options)
{
    struct pl_arena *arena = pl_arena_new();
    struct pl_subject subject;
    size_t bytes = options->bytes ? options->bytes : ANNEX;
    bool ok = pl_subject_make(arena, options, bytes, &subject) &&
              measure(arena, &subject, options);
    pl_arena_free(arena);
    return ok ? 0 : 2;
}
