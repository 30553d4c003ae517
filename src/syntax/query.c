#include "syntax/query.h"

#include <tree_sitter/api.h>

#include "base/arena.h"
#include "base/nearest.h"
#include "base/regex.h"
#include "syntax/pool.h"
#include "syntax/query_predicate.h"
#include "syntax/query_shape.h"
#include "syntax/runtime.h"
#include "syntax/tree.h"

enum {
    MAX_TEXT = 16 * 1024, /* bytes of a query */
    MAX_UNDER_WAY = 256,  /* matches that have begun and not ended */
    MAX_MATCHES = 100 * 1000,
};

struct pl_query {
    TSQuery *query;
    struct pl_predicates predicates;
};

struct pl_query_search {
    struct pl_arena *arena;
    const struct pl_query *query;
    const struct pl_tree *tree;
    pl_str text;
    TSQueryCursor *cursor;
    struct pl_regex **regexes; /* of the predicates; NULL: not #match? */
    PL_VEC(struct pl_capture) captures;
    size_t count;
    bool gave_up;
};

static void release_query(void *query)
{
    ts_query_delete(query);
}

static void release_cursor(void *cursor)
{
    ts_query_cursor_delete(cursor);
}

static void release_regex(void *regex)
{
    pl_regex_free(regex);
}

static pl_str nearest_node(pl_str name)
{
    const TSLanguage *language = tree_sitter_plan();
    struct pl_nearest nearest = pl_nearest_to(name);
    for (uint32_t i = 0; i < ts_language_symbol_count(language); i++) {
        if (ts_language_symbol_type(language, (TSSymbol)i) ==
            TSSymbolTypeRegular) {
            pl_nearest_offer(&nearest, pl_str_from(ts_language_symbol_name(
                                           language, (TSSymbol)i)));
        }
    }
    return nearest.best;
}

static pl_str nearest_field(pl_str name)
{
    const TSLanguage *language = tree_sitter_plan();
    struct pl_nearest nearest = pl_nearest_to(name);
    for (uint32_t i = 1; i <= ts_language_field_count(language); i++) {
        pl_nearest_offer(&nearest, pl_str_from(ts_language_field_name_for_id(
                                       language, (TSFieldId)i)));
    }
    return nearest.best;
}

static bool fail_syntax(pl_str text, size_t offset, struct pl_error *error)
{
    if (offset >= text.len) {
        return PL_FAIL(error, "the query ends too soon: a bracket or a string "
                              "is not closed");
    }
    pl_str rest = pl_str_slice(text, offset, text.len);
    pl_str found = pl_str_slice(pl_str_split(&rest, '\n'), 0, 24);
    return PL_FAIL(error,
                   "expected \"(node)\", \"[choices]\", \"field:\", "
                   "\"@capture\", \"(#predicate?)\" or a closing bracket, "
                   "found \"%.*s\"",
                   PL_STR_ARG(found));
}

static bool fail(TSQueryError kind, pl_str text, size_t offset,
                 struct pl_error *error)
{
    pl_str name = pl_query_name_at(text, offset);
    switch (kind) {
    case TSQueryErrorNodeType:
        return PL_FAIL(error, "there is no node \"%.*s\"" PL_NEAREST,
                       PL_STR_ARG(name), PL_NEAREST_ARG(nearest_node(name)));
    case TSQueryErrorField:
        return PL_FAIL(error, "there is no field \"%.*s\"" PL_NEAREST,
                       PL_STR_ARG(name), PL_NEAREST_ARG(nearest_field(name)));
    case TSQueryErrorCapture:
        return PL_FAIL(error,
                       "no node of this pattern is captured as \"@%.*s\"",
                       PL_STR_ARG(name));
    case TSQueryErrorStructure:
        return PL_FAIL(error,
                       "this can never match: such a node never stands there");
    case TSQueryErrorNone:
    case TSQueryErrorSyntax:
    case TSQueryErrorLanguage:
        break;
    }
    return fail_syntax(text, offset, error);
}

static bool is_bounded(pl_str text, size_t *offset, struct pl_error *error)
{
    *offset = 0;
    if (pl_str_trim(text).len == 0) {
        return PL_FAIL(error, "the query is empty");
    }
    if (text.len > MAX_TEXT) {
        return PL_FAIL(error, "the query has more than %d bytes", MAX_TEXT);
    }
    switch (pl_query_shape(text, offset)) {
    case PL_QUERY_TOO_DEEP:
        return PL_FAIL(error, "brackets are nested more than %d deep",
                       PL_QUERY_MAX_DEPTH);
    case PL_QUERY_REPEATS_NOTHING:
        return PL_FAIL(error, "what is repeated here may be nothing at all: "
                              "one \"*\", \"+\" or \"?\" is enough");
    case PL_QUERY_UNKNOWN_FIELD:
        return fail(TSQueryErrorField, text, *offset, error);
    case PL_QUERY_SOUND:
        break;
    }
    return true;
}

bool pl_query_compile(struct pl_arena *arena, pl_str text,
                      const struct pl_query **query, size_t *error_offset,
                      struct pl_error *error)
{
    if (!is_bounded(text, error_offset, error)) {
        return false;
    }
    uint32_t offset;
    TSQueryError kind;
    pl_pool_install();
    TSQuery *made = ts_query_new(tree_sitter_plan(), text.data,
                                 (uint32_t)text.len, &offset, &kind);
    *error_offset = offset;
    if (!made) {
        return fail(kind, text, offset, error);
    }
    pl_arena_adopt(arena, made, release_query);
    *error_offset = 0;
    if (ts_query_capture_count(made) == 0) {
        return PL_FAIL(error, "the query captures nothing: put a name such as "
                              "\"@place\" after a node");
    }
    struct pl_query *result = pl_arena_alloc(arena, sizeof(*result));
    struct pl_query_source source = {arena, text, made};
    result->query = made;
    *query = result;
    return pl_predicates_read(&source, &result->predicates, error_offset,
                              error);
}

uint32_t pl_query_capture_count(const struct pl_query *query)
{
    return ts_query_capture_count(query->query);
}

pl_str pl_query_capture_name(const struct pl_query *query, uint32_t capture)
{
    uint32_t len;
    const char *name =
        ts_query_capture_name_for_id(query->query, capture, &len);
    return (pl_str){name, len};
}

uint32_t pl_query_capture(const struct pl_query *query, pl_str name)
{
    for (uint32_t i = 0; i < pl_query_capture_count(query); i++) {
        if (pl_str_eq(pl_query_capture_name(query, i), name)) {
            return i;
        }
    }
    return PL_NONE;
}

static void compile_regexes(struct pl_query_search *search)
{
    const struct pl_predicates *predicates = &search->query->predicates;
    search->regexes = pl_arena_array(search->arena, predicates->list.len,
                                     sizeof(struct pl_regex *));
    for (size_t i = 0; i < predicates->list.len; i++) {
        const struct pl_predicate *it = &predicates->list.items[i];
        struct pl_error unused; /* it was compiled before */
        if (it->kind == PL_PREDICATE_MATCH &&
            pl_regex_compile(it->words[0], 0, &search->regexes[i], NULL,
                             &unused)) {
            pl_arena_adopt(search->arena, search->regexes[i], release_regex);
        }
    }
}

struct pl_query_search *pl_query_search_new(struct pl_arena *arena,
                                            const struct pl_query *query,
                                            const struct pl_tree *tree,
                                            pl_str text)
{
    struct pl_query_search *search = pl_arena_alloc(arena, sizeof(*search));
    search->arena = arena;
    search->query = query;
    search->tree = tree;
    search->text = text;
    search->cursor = ts_query_cursor_new();
    pl_arena_adopt(arena, search->cursor, release_cursor);
    compile_regexes(search);
    ts_query_cursor_set_match_limit(search->cursor, MAX_UNDER_WAY);
    ts_query_cursor_exec(search->cursor, query->query,
                         ts_tree_root_node(tree->tree));
    return search;
}

static void take_captures(struct pl_query_search *search,
                          const TSQueryMatch *found)
{
    search->captures.len = 0;
    for (uint16_t i = 0; i < found->capture_count; i++) {
        struct pl_range range =
            pl_tree_range(search->tree, found->captures[i].node, 0);
        *PL_VEC_PUSH(search->arena, &search->captures) = (struct pl_capture){
            found->captures[i].index, pl_range_trim(search->text, range)};
    }
}

static bool all_hold(struct pl_query_search *search, uint32_t pattern,
                     const struct pl_query_match *match)
{
    const struct pl_predicates *predicates = &search->query->predicates;
    for (size_t i = 0; i < predicates->list.len; i++) {
        struct pl_predicate_case it = {&predicates->list.items[i],
                                       search->regexes[i], match, search->text};
        if (it.predicate->pattern == pattern &&
            !pl_predicate_holds(&it, &search->gave_up)) {
            return false;
        }
    }
    return true;
}

bool pl_query_search_next(struct pl_query_search *search,
                          struct pl_query_match *match)
{
    TSQueryMatch found;
    while (!search->gave_up &&
           ts_query_cursor_next_match(search->cursor, &found)) {
        search->gave_up = ++search->count > MAX_MATCHES;
        take_captures(search, &found);
        *match = (struct pl_query_match){search->captures.items,
                                         search->captures.len};
        if (all_hold(search, found.pattern_index, match)) {
            return true;
        }
    }
    search->gave_up |= ts_query_cursor_did_exceed_match_limit(search->cursor);
    return false;
}

bool pl_query_search_gave_up(const struct pl_query_search *search)
{
    return search->gave_up;
}
