/* Any messages, a line for each, to a server that was initialized and has a
 * document open: each is read, and the server answers and ends. */
#include "fuzz_support.h"

#include <stdbool.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/str.h"
#include "base/utf8.h"
#include "lsp/message.h"
#include "lsp/server.h"
#include "lsp/transport/frame.h"

static const pl_str beginning[] = {
    PL_STR("{\"id\":1,\"method\":\"initialize\",\"params\":{\"capabilities\":"
           "{\"textDocument\":{\"documentSymbol\":{"
           "\"hierarchicalDocumentSymbolSupport\":true}}}}}"),
    PL_STR("{\"method\":\"initialized\",\"params\":{}}"),
    PL_STR(
        "{\"method\":\"textDocument/didOpen\",\"params\":{\"textDocument\":"
        "{\"uri\":\"file:///p.txt\",\"version\":1,\"text\":"
        "\"1 A\\n1 The the Union (HU), see paragraph 3.\\r\\n2 Goal 1.\"}}}"),
};

static void add_frame(struct pl_buf *out, pl_str body)
{
    pl_buf_addf(out, "Content-Length: %zu\r\n\r\n", body.len);
    pl_buf_add(out, body);
}

static void try_message(pl_str body)
{
    struct pl_lsp_message *message = pl_lsp_message_read(body);
    REQUIRE(pl_utf8_validate(message->method) == message->method.len);
    REQUIRE(message->kind != PL_LSP_MESSAGE_REQUEST || message->id.len > 0);
    REQUIRE(message->kind != PL_LSP_MESSAGE_WRONG || message->what);
    pl_str uri = pl_lsp_message_uri(message);
    REQUIRE(pl_utf8_validate(uri) == uri.len);
    pl_lsp_message_free(message);
}

/* A file in memory that holds these bytes and is to be read from its start. */
static int file_of(pl_str bytes)
{
    int file = memfd_create("session", MFD_CLOEXEC);
    REQUIRE(file >= 0);
    REQUIRE(write(file, bytes.data, bytes.len) == (ssize_t)bytes.len);
    REQUIRE(lseek(file, 0, SEEK_SET) == 0);
    return file;
}

/* Of what the server wrote: all of it is frames of JSON. */
static void check_output(int file)
{
    struct pl_lsp_frame frame;
    size_t framed = 0;
    off_t end = lseek(file, 0, SEEK_END);
    REQUIRE(end >= 0 && lseek(file, 0, SEEK_SET) == 0);
    pl_lsp_frame_init(&frame);
    for (ssize_t got = 1; got > 0;) {
        size_t size;
        char *room = pl_lsp_frame_room(&frame, &size);
        got = read(file, room, size);
        pl_lsp_frame_add(&frame, got > 0 ? (size_t)got : 0);
        pl_str body;
        while (pl_lsp_frame_next(&frame, &body)) {
            struct pl_lsp_message *message = pl_lsp_message_read(body);
            REQUIRE(message->kind != PL_LSP_MESSAGE_WRONG);
            pl_lsp_message_free(message);
            framed++;
        }
    }
    pl_lsp_frame_clear(&frame);
    REQUIRE(framed > 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct pl_arena *arena = pl_arena_new();
    struct pl_buf session = pl_buf_in(arena);
    for (size_t i = 0; i < sizeof(beginning) / sizeof(*beginning); i++) {
        add_frame(&session, beginning[i]);
    }
    pl_str rest = {(const char *)data, size};
    while (rest.len > 0) {
        pl_str line = pl_str_split(&rest, '\n');
        try_message(line);
        add_frame(&session, line);
    }
    int in = file_of(pl_buf_str(&session));
    int out = file_of((pl_str){"", 0});
    pl_lsp_serve(in, out);
    check_output(out);
    close(in);
    close(out);
    pl_arena_free(arena);
    return 0;
}
