#include "support/lsp_folder.h"

#include "cmocka_wrap.h"

#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "temp_folder.h"

int lsp_folder_set_up(void **state)
{
    static struct lsp_folder it;
    *state = &it;
    if (temp_folder_enter(it.path) != 0) {
        return -1;
    }
    it.client = lsp_client_start();
    return mkdir(".git", 0777) + mkdir("a", 0777) + mkdir("b", 0777) +
           mkdir("rules", 0777);
}

int lsp_folder_tear_down(void **state)
{
    struct lsp_folder *it = *state;
    lsp_client_stop(it->client);
    return temp_folder_leave(it->path);
}

void lsp_folder_write(const char *path, const char *text)
{
    make_file(path, text);
}

const char *lsp_folder_uri(struct lsp_folder *it, const char *path)
{
    return pl_arena_printf(it->client->arena, "file://%s/%s", it->path, path);
}

void lsp_folder_initialize(struct lsp_folder *it, const char *capabilities,
                           const char *folders, const char *options)
{
    struct pl_arena *arena = it->client->arena;
    if (!folders) {
        folders = pl_arena_printf(
            arena, "[{\"uri\":\"file://%s\",\"name\":\"x\"}]", it->path);
    }
    const char *params = pl_arena_printf(
        arena,
        "{\"processId\":%d,\"capabilities\":%s,\"workspaceFolders\":%s,"
        "\"initializationOptions\":%s}",
        (int)getpid(), capabilities ? capabilities : "{}", folders,
        options ? options : "null");
    lsp_client_call(it->client, "initialize", params);
    lsp_client_notify(it->client, "initialized", "{}");
}

void lsp_folder_open(struct lsp_folder *it, const char *path,
                     const char *language)
{
    lsp_client_sendf(it->client,
                     "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\","
                     "\"params\":{\"textDocument\":{\"uri\":\"%s\","
                     "\"languageId\":\"%s\",\"version\":1,\"text\":%s}}}",
                     lsp_folder_uri(it, path), language,
                     lsp_client_quoted(it->client, pl_str_from(DOUBLED)));
}
