/* textDocument/semanticTokens: full, full/delta and range. */
#include "lsp/features/semantic_tokens.h"

#include <string.h>

#include "base/arena.h"
#include "lsp/features/features.h"
#include "lsp/features/token.h"
#include "lsp/request.h"
#include "plan/plan.h"

/* What was told last of one document. */
struct told {
    struct told *next;
    struct pl_arena *arena; /* its own */
    pl_str uri;
    size_t id; /* "resultId" */
    struct pl_lsp_tokens tokens;
};

struct pl_lsp_token_memory {
    struct pl_arena *arena;
    struct told *first;
    size_t last_id;
};

struct pl_lsp_token_memory *pl_lsp_token_memory_new(void)
{
    struct pl_arena *arena = pl_arena_new();
    struct pl_lsp_token_memory *memory = pl_arena_alloc(arena, sizeof(*memory));
    memory->arena = arena;
    return memory;
}

void pl_lsp_token_memory_forget(struct pl_lsp_token_memory *memory, pl_str uri)
{
    struct told **at = &memory->first;
    while (*at && !pl_str_eq((*at)->uri, uri)) {
        at = &(*at)->next;
    }
    struct told *found = *at;
    if (found) {
        *at = found->next;
        pl_arena_free(found->arena);
    }
}

void pl_lsp_token_memory_free(struct pl_lsp_token_memory *memory)
{
    while (memory->first) {
        pl_lsp_token_memory_forget(memory, memory->first->uri);
    }
    pl_arena_free(memory->arena);
}

static const struct told *told_of(const struct pl_lsp_token_memory *memory,
                                  pl_str uri)
{
    const struct told *it = memory->first;
    while (it && !pl_str_eq(it->uri, uri)) {
        it = it->next;
    }
    return it;
}

/* Returns the id under which it is remembered. */
static size_t remember(struct pl_lsp_token_memory *memory, pl_str uri,
                       struct pl_lsp_tokens tokens)
{
    pl_lsp_token_memory_forget(memory, uri);
    struct pl_arena *arena = pl_arena_new();
    struct told *told = pl_arena_alloc(arena, sizeof(*told));
    uint32_t *numbers =
        pl_arena_array(arena, tokens.count + 1, sizeof(*numbers));
    memcpy(numbers, tokens.numbers, tokens.count * sizeof(*numbers));
    *told = (struct told){
        .next = memory->first,
        .arena = arena,
        .uri = pl_arena_copy(arena, uri),
        .id = ++memory->last_id,
        .tokens = {numbers, tokens.count},
    };
    memory->first = told;
    return told->id;
}

static void write_numbers(struct pl_json_writer *out,
                          struct pl_lsp_tokens tokens, size_t from, size_t to)
{
    pl_write_array(out, "data", PL_JSON_COMPACT);
    for (size_t i = from; i < to; i++) {
        pl_write_size(out, NULL, tokens.numbers[i]);
    }
    pl_write_end(out);
}

static void write_id(struct pl_lsp_request *request, size_t id)
{
    pl_write_str(request->out, "resultId", pl_arena_number(request->arena, id));
}

static pl_str uri_of(const struct pl_lsp_revision *revision)
{
    return pl_str_from(pl_lsp_revision_text(revision)->uri);
}

static struct pl_lsp_tokens all_of(struct pl_lsp_request *request,
                                   struct pl_lsp_revision *revision)
{
    uint32_t end = (uint32_t)pl_lsp_revision_plan(revision)->text.len;
    return pl_lsp_tokens_of(request->arena, revision,
                            (struct pl_range){0, end});
}

static void write_full(struct pl_lsp_request *request,
                       struct pl_lsp_revision *revision,
                       struct pl_lsp_tokens tokens)
{
    pl_write_object(request->out, PL_LSP_RESULT, PL_JSON_COMPACT);
    write_id(request, remember(request->tokens, uri_of(revision), tokens));
    write_numbers(request->out, tokens, 0, tokens.count);
    pl_write_end(request->out);
}

void pl_lsp_semantic_tokens(struct pl_lsp_request *request)
{
    struct pl_lsp_revision *revision = pl_lsp_request_document(request);
    if (revision) {
        write_full(request, revision, all_of(request, revision));
    }
}

/* One edit: what lies between the tokens that both begin and end with. */
static void write_difference(struct pl_json_writer *out,
                             struct pl_lsp_tokens before,
                             struct pl_lsp_tokens after)
{
    size_t least = before.count < after.count ? before.count : after.count;
    size_t start = 0;
    while (start < least && before.numbers[start] == after.numbers[start]) {
        start++;
    }
    size_t end = 0;
    while (end < least - start && before.numbers[before.count - end - 1] ==
                                      after.numbers[after.count - end - 1]) {
        end++;
    }
    pl_write_array(out, "edits", PL_JSON_COMPACT);
    if (start + end < before.count || start + end < after.count) {
        pl_write_object(out, NULL, PL_JSON_COMPACT);
        pl_write_size(out, "start", start);
        pl_write_size(out, "deleteCount", before.count - start - end);
        write_numbers(out, after, start, after.count - end);
        pl_write_end(out);
    }
    pl_write_end(out);
}

/* In full where the client asks for the difference to another answer. */
void pl_lsp_semantic_tokens_delta(struct pl_lsp_request *request)
{
    struct pl_lsp_revision *revision = pl_lsp_request_document(request);
    pl_str id = {0};
    struct pl_error error;
    if (!revision) {
        return;
    }
    if (!pl_json_string_or(request->arena, request->params, "previousResultId",
                           &id, &error)) {
        pl_lsp_fail(request, PL_LSP_INVALID_PARAMS, "%s", error.message);
        return;
    }
    struct pl_lsp_tokens tokens = all_of(request, revision);
    const struct told *told = told_of(request->tokens, uri_of(revision));
    if (!told || !pl_str_eq(pl_arena_number(request->arena, told->id), id)) {
        write_full(request, revision, tokens);
        return;
    }
    pl_write_object(request->out, PL_LSP_RESULT, PL_JSON_COMPACT);
    write_difference(request->out, told->tokens, tokens);
    write_id(request, remember(request->tokens, uri_of(revision), tokens));
    pl_write_end(request->out);
}

void pl_lsp_semantic_tokens_range(struct pl_lsp_request *request)
{
    struct pl_lsp_revision *revision = pl_lsp_request_document(request);
    struct pl_range range;
    if (!revision ||
        !pl_lsp_request_range(request, revision,
                              pl_json_get(request->params, "range"), &range)) {
        return;
    }
    struct pl_lsp_tokens tokens =
        pl_lsp_tokens_of(request->arena, revision, range);
    pl_write_object(request->out, PL_LSP_RESULT, PL_JSON_COMPACT);
    write_numbers(request->out, tokens, 0, tokens.count);
    pl_write_end(request->out);
}
