#include "support/lsp_folder.h"

#include "cmocka_wrap.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"

int lsp_folder_set_up(void **state)
{
    static struct lsp_folder it;
    char here[900];
    *state = &it;
    if (!getcwd(here, sizeof(here))) {
        return -1;
    }
    snprintf(it.path, sizeof(it.path), "%s/lsp-folder.XXXXXX", here);
    if (!mkdtemp(it.path) || chdir(it.path) != 0) {
        return -1;
    }
    it.client = lsp_client_start();
    return mkdir(".git", 0777) + mkdir("a", 0777) + mkdir("b", 0777) +
           mkdir("rules", 0777);
}

int lsp_folder_tear_down(void **state)
{
    struct lsp_folder *it = *state;
    char command[1100];
    lsp_client_stop(it->client);
    snprintf(command, sizeof(command), "rm -r '%s'", it->path);
    return chdir("..") == 0 ? system(command) : -1;
}

void lsp_folder_write(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
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
