#include "lsp/features/token.h"

#include <stdlib.h>

#include "base/order.h"
#include "base/vec.h"
#include "lsp/revision.h"
#include "plan/plan.h"
#include "plan/symbols.h"

struct token {
    struct pl_range range; /* within one line */
    enum pl_lsp_token_type type;
    uint32_t modifiers;
};

struct tokens {
    struct pl_arena *arena;
    pl_str text;
    struct pl_range within;
    PL_VEC(struct token) list;
};

static enum pl_lsp_token_type type_of(enum pl_symbol_kind kind)
{
    static const enum pl_lsp_token_type types[PL_SYMBOL_KIND_COUNT] = {
        [PL_SYMBOL_SECTION] = PL_LSP_TOKEN_NAMESPACE,
        [PL_SYMBOL_ANNEX] = PL_LSP_TOKEN_NAMESPACE,
        [PL_SYMBOL_PARAGRAPH] = PL_LSP_TOKEN_NUMBER,
        [PL_SYMBOL_ITEM] = PL_LSP_TOKEN_ENUM_MEMBER,
        [PL_SYMBOL_CLAUSE_ITEM] = PL_LSP_TOKEN_ENUM_MEMBER,
        [PL_SYMBOL_ENTITY] = PL_LSP_TOKEN_CLASS,
        [PL_SYMBOL_CAPTION] = PL_LSP_TOKEN_STRUCT,
        [PL_SYMBOL_FOOTNOTE] = PL_LSP_TOKEN_DECORATOR,
        [PL_SYMBOL_ACRONYM] = PL_LSP_TOKEN_TYPE,
        [PL_SYMBOL_INSTRUMENT] = PL_LSP_TOKEN_NUMBER,
        [PL_SYMBOL_LINK] = PL_LSP_TOKEN_STRING,
    };
    return types[kind];
}

static bool touches(struct pl_range a, struct pl_range b)
{
    return a.start <= b.end && b.start <= a.end;
}

/* One token for each line of a range. */
static void add(struct tokens *tokens, struct pl_range range,
                enum pl_lsp_token_type type, uint32_t modifiers)
{
    uint32_t start = range.start;
    while (start < range.end && touches(range, tokens->within)) {
        size_t at = pl_str_find_char(tokens->text, '\n', start);
        uint32_t end = at < range.end ? (uint32_t)at : range.end;
        if (start < end) {
            *PL_VEC_PUSH(tokens->arena, &tokens->list) =
                (struct token){{start, end}, type, modifiers};
        }
        start = end + 1;
    }
}

static void add_occurrences(struct tokens *tokens,
                            const struct pl_symbols *symbols)
{
    for (uint32_t i = 0; i < symbols->occurrence_count; i++) {
        const struct pl_occurrence *it = &symbols->occurrences[i];
        if (it->role == PL_OCCURRENCE_NUMBER) {
            add(tokens, it->range, type_of(symbols->items[it->symbol].kind),
                it->is_definition ? PL_LSP_TOKEN_DEFINITION : 0);
        }
    }
}

static void add_marks(struct tokens *tokens, const struct pl_plan *plan)
{
    for (uint32_t i = 0; i < plan->spans_count; i++) {
        const struct pl_span *span = &plan->spans[i];
        if (span->kind == PL_SPAN_COMMENT) {
            add(tokens, span->range, PL_LSP_TOKEN_COMMENT, 0);
        } else if (span->kind == PL_SPAN_URL || span->kind == PL_SPAN_CODE) {
            add(tokens, span->range, PL_LSP_TOKEN_STRING, 0);
        }
    }
    for (uint32_t i = 0; i < plan->blocks_count; i++) {
        if (plan->blocks[i].kind == PL_BLOCK_DIRECTIVE) {
            add(tokens, plan->blocks[i].range, PL_LSP_TOKEN_COMMENT, 0);
        }
    }
}

/* Of two that begin together the longer comes first. */
static int compare(const void *a, const void *b)
{
    const struct token *first = a;
    const struct token *second = b;
    int order = pl_order(first->range.start, second->range.start);
    order = order ? order : pl_order(second->range.end, first->range.end);
    return order ? order : pl_order(first->type, second->type);
}

/* Tokens may not overlap: what begins inside of another is left out. */
static void drop_overlapping(struct tokens *tokens)
{
    size_t kept = 0;
    uint32_t end = 0;
    for (size_t i = 0; i < tokens->list.len; i++) {
        struct token token = tokens->list.items[i];
        if (token.range.start >= end) {
            tokens->list.items[kept++] = token;
            end = token.range.end;
        }
    }
    tokens->list.len = kept;
}

static struct pl_lsp_tokens encode(const struct tokens *tokens,
                                   const struct pl_lsp_revision *revision)
{
    size_t count = tokens->list.len * PL_LSP_TOKEN_NUMBERS;
    uint32_t *numbers =
        pl_arena_array(tokens->arena, count + 1, sizeof(*numbers));
    struct pl_lsp_position last = {0, 0};
    uint32_t *to = numbers;
    for (size_t i = 0; i < tokens->list.len; i++) {
        const struct token *it = &tokens->list.items[i];
        struct pl_lsp_position start =
            pl_lsp_revision_position(revision, it->range.start);
        struct pl_lsp_position end =
            pl_lsp_revision_position(revision, it->range.end);
        bool same_line = start.line == last.line;
        *to++ = start.line - last.line;
        *to++ = start.character - (same_line ? last.character : 0);
        *to++ = end.character - start.character;
        *to++ = it->type;
        *to++ = it->modifiers;
        last = start;
    }
    return (struct pl_lsp_tokens){numbers, count};
}

struct pl_lsp_tokens pl_lsp_tokens_of(struct pl_arena *arena,
                                      struct pl_lsp_revision *revision,
                                      struct pl_range range)
{
    const struct pl_plan *plan = pl_lsp_revision_plan(revision);
    struct tokens tokens = {
        .arena = arena, .text = plan->text, .within = range};
    add_occurrences(&tokens, pl_lsp_revision_symbols(revision));
    add_marks(&tokens, plan);
    if (tokens.list.len > 0) {
        qsort(tokens.list.items, tokens.list.len, sizeof(struct token),
              compare);
    }
    drop_overlapping(&tokens);
    return encode(&tokens, revision);
}
