#include "syntax/tree.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include <tree_sitter/api.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "syntax/packed.h"
#include "syntax/pool.h"
#include "syntax/runtime.h"

enum { MAX_SYMBOLS = 256 };

struct pl_tree_walk {
    const struct pl_tree *tree;
    TSTreeCursor cursor;
    size_t runs;                /* that end before the node */
    uint8_t kinds[MAX_SYMBOLS]; /* by symbol: enum pl_node_kind, or
                                   PL_NODE_KIND_COUNT */
    uint32_t depth;
    bool has_started;
    bool is_at_token; /* which has no children */
};

static void *checked(void *memory)
{
    if (!memory) {
        abort(); /* as tree-sitter itself does when memory runs out */
    }
    return memory;
}

static const char *read_bytes(void *bytes, uint32_t at, TSPoint point,
                              uint32_t *length)
{
    (void)point;
    pl_str rest = pl_str_slice(*(const pl_str *)bytes, at, SIZE_MAX);
    *length = (uint32_t)rest.len;
    return rest.data;
}

/* In the tree's pool, which was entered. `old` is the tree of a text like it,
 * with its edit, or NULL. */
static void parse(struct pl_tree *tree, const TSTree *old)
{
    TSParser *parser = checked(ts_parser_new());
    bool has_language = ts_parser_set_language(parser, tree_sitter_plan());
    assert(has_language);
    (void)has_language;
    TSInput input = {&tree->packed.bytes, read_bytes, TSInputEncodingUTF8};
    tree->tree = checked(ts_parser_parse(parser, old, input));
    ts_parser_delete(parser);
}

/* An owner of `pool`. */
static struct pl_tree *new_tree(pl_str text, struct pl_pool *pool)
{
    assert(text.len < UINT32_MAX);
    struct pl_tree *tree = checked(calloc(1, sizeof(*tree)));
    tree->pool = pool;
    tree->arena = pl_arena_new();
    pl_packed_init(tree->arena, &tree->packed,
                   text.data ? text : (pl_str)PL_STR(""));
    return tree;
}

struct pl_tree *pl_tree_parse(pl_str text)
{
    struct pl_tree *tree = new_tree(text, pl_pool_new(text.len));
    pl_pool_enter(tree->pool);
    parse(tree, NULL);
    pl_pool_leave();
    return tree;
}

void pl_tree_free(struct pl_tree *tree)
{
    if (tree) {
        if (pl_pool_release(tree->pool)) {
            pl_pool_enter(tree->pool);
            ts_tree_delete(tree->tree);
            pl_pool_leave();
        }
        pl_arena_free(tree->arena);
        free(tree);
    }
}

/* Bytes that both begin with, up to the beginning of a character. */
static size_t common_start(pl_str a, pl_str b)
{
    size_t most = a.len < b.len ? a.len : b.len;
    size_t at = 0;
    while (at + 8 <= most && memcmp(a.data + at, b.data + at, 8) == 0) {
        at += 8;
    }
    while (at < most && a.data[at] == b.data[at]) {
        at++;
    }
    size_t in_a = pl_utf8_start(a, at);
    size_t in_b = pl_utf8_start(b, at);
    return in_a < in_b ? in_a : in_b;
}

static bool is_inside_character(pl_str text, size_t at)
{
    return at < text.len && ((unsigned char)text.data[at] & 0xC0) == 0x80;
}

/* Bytes that both end with, from the beginning of a character on; `most` at
 * most. */
static size_t common_end(pl_str a, pl_str b, size_t most)
{
    size_t len = 0;
    while (len < most && a.data[a.len - len - 1] == b.data[b.len - len - 1]) {
        len++;
    }
    while (len > 0 && is_inside_character(a, a.len - len)) {
        len--;
    }
    return len;
}

/* The point at `offset`, where `point` is the one at `from` before it. */
static TSPoint point_after(TSPoint point, pl_str text, uint32_t from,
                           uint32_t offset)
{
    size_t newline = pl_str_find_char(text, '\n', from);
    size_t line = PL_NOWHERE;
    while (newline < offset) { /* PL_NOWHERE is not */
        point.row++;
        line = newline + 1;
        newline = pl_str_find_char(text, '\n', line);
    }
    point.column = line == PL_NOWHERE ? point.column + (offset - from)
                                      : offset - (uint32_t)line;
    return point;
}

/* One edit that makes the one text of the other, whatever was done to it. */
static TSInputEdit difference(pl_str before, pl_str after)
{
    size_t least = before.len < after.len ? before.len : after.len;
    uint32_t start = (uint32_t)common_start(before, after);
    size_t end = common_end(before, after, least - start);
    uint32_t old_end = (uint32_t)(before.len - end);
    uint32_t new_end = (uint32_t)(after.len - end);
    TSPoint point = point_after((TSPoint){0, 0}, after, 0, start);
    return (TSInputEdit){
        .start_byte = start,
        .old_end_byte = old_end,
        .new_end_byte = new_end,
        .start_point = point,
        .old_end_point = point_after(point, before, start, old_end),
        .new_end_point = point_after(point, after, start, new_end),
    };
}

struct pl_tree *pl_tree_reparse(const struct pl_tree *old, pl_str text)
{
    struct pl_tree *tree = new_tree(text, pl_pool_share(old->pool));
    TSInputEdit edit = difference(old->packed.bytes, tree->packed.bytes);
    pl_pool_enter(tree->pool);
    TSTree *edited = checked(ts_tree_copy(old->tree));
    ts_tree_edit(edited, &edit);
    parse(tree, edited);
    ts_tree_delete(edited);
    pl_pool_leave();
    return tree;
}

static enum pl_node_kind kind_from_name(const char *name)
{
    static const char *const names[] = {
#define PL_NODE(constant, name, children) [PL_NODE_##constant] = (name),
#include "syntax/node.def"
#undef PL_NODE
    };
    for (size_t i = 0; i < PL_NODE_KIND_COUNT; i++) {
        if (strcmp(names[i], name) == 0) {
            return (enum pl_node_kind)i;
        }
    }
    return PL_NODE_KIND_COUNT;
}

struct pl_tree_walk *pl_tree_walk_new(const struct pl_tree *tree)
{
    struct pl_tree_walk *walk = checked(calloc(1, sizeof(*walk)));
    const TSLanguage *language = ts_tree_language(tree->tree);
    uint32_t symbols = ts_language_symbol_count(language);
    assert(symbols <= MAX_SYMBOLS);
    memset(walk->kinds, PL_NODE_KIND_COUNT, sizeof(walk->kinds));
    for (uint32_t i = 0; i < symbols; i++) {
        if (ts_language_symbol_type(language, (TSSymbol)i) ==
            TSSymbolTypeRegular) {
            walk->kinds[i] = (uint8_t)kind_from_name(
                ts_language_symbol_name(language, (TSSymbol)i));
        }
    }
    walk->tree = tree;
    walk->cursor = ts_tree_cursor_new(ts_tree_root_node(tree->tree));
    return walk;
}

static bool is_token(uint8_t kind)
{
    static const bool tokens[] = {
#define PARENT false
#define TOKEN true
#define PL_NODE(constant, name, children) [PL_NODE_##constant] = (children),
#include "syntax/node.def"
#undef PL_NODE
#undef PARENT
#undef TOKEN
    };
    return kind < PL_NODE_KIND_COUNT && tokens[kind];
}

static bool step(struct pl_tree_walk *walk)
{
    if (!walk->has_started) {
        walk->has_started = true;
        return true;
    }
    if (!walk->is_at_token && ts_tree_cursor_goto_first_child(&walk->cursor)) {
        walk->depth++;
        return true;
    }
    while (!ts_tree_cursor_goto_next_sibling(&walk->cursor)) {
        if (!ts_tree_cursor_goto_parent(&walk->cursor)) {
            return false;
        }
        walk->depth--;
    }
    return true;
}

bool pl_tree_walk_next(struct pl_tree_walk *walk, struct pl_node *node)
{
    while (step(walk)) {
        TSNode found = ts_tree_cursor_current_node(&walk->cursor);
        TSSymbol symbol = ts_node_symbol(found);
        uint8_t kind =
            symbol < MAX_SYMBOLS ? walk->kinds[symbol] : PL_NODE_KIND_COUNT;
        walk->is_at_token = is_token(kind);
        if (kind != PL_NODE_KIND_COUNT) {
            node->kind = (enum pl_node_kind)kind;
            walk->runs = pl_packed_runs_before(&walk->tree->packed, walk->runs,
                                               ts_node_start_byte(found));
            node->range = pl_tree_range(walk->tree, found, walk->runs);
            node->depth = walk->depth;
            return true;
        }
    }
    return false;
}

void pl_tree_walk_free(struct pl_tree_walk *walk)
{
    if (walk) {
        ts_tree_cursor_delete(&walk->cursor);
        free(walk);
    }
}
