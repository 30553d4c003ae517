#include "syntax/tree.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include <tree_sitter/api.h>

#include "syntax/packed.h"
#include "syntax/runtime.h"

enum { MAX_SYMBOLS = 256 };

struct pl_tree_walk {
    TSTreeCursor cursor;
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

static const char *read_packed(void *packed, uint32_t at, TSPoint point,
                               uint32_t *length)
{
    (void)point;
    return pl_packed_read(packed, at, length);
}

static struct pl_tree *parse(const TSTree *old, pl_str text)
{
    assert(text.len < UINT32_MAX);
    TSParser *parser = checked(ts_parser_new());
    bool has_language = ts_parser_set_language(parser, tree_sitter_plan());
    assert(has_language);
    (void)has_language;
    struct pl_packed packed;
    pl_packed_init(&packed, text);
    TSInput input = {&packed, read_packed, TSInputEncodingUTF8};
    struct pl_tree *tree = checked(malloc(sizeof(*tree)));
    tree->tree = checked(ts_parser_parse(parser, old, input));
    ts_parser_delete(parser);
    return tree;
}

struct pl_tree *pl_tree_parse(pl_str text)
{
    return parse(NULL, text.data ? text : (pl_str)PL_STR(""));
}

void pl_tree_free(struct pl_tree *tree)
{
    if (tree) {
        ts_tree_delete(tree->tree);
        free(tree);
    }
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

struct pl_tree *pl_tree_reparse(const struct pl_tree *old, pl_str old_text,
                                struct pl_tree_edit edit, pl_str text)
{
    TSTree *edited = checked(ts_tree_copy(old->tree));
    TSPoint start = point_after((TSPoint){0, 0}, text, 0, edit.start);
    TSInputEdit input = {
        .start_byte = edit.start,
        .old_end_byte = edit.old_end,
        .new_end_byte = edit.new_end,
        .start_point = start,
        .old_end_point = point_after(start, old_text, edit.start, edit.old_end),
        .new_end_point = point_after(start, text, edit.start, edit.new_end),
    };
    ts_tree_edit(edited, &input);
    struct pl_tree *tree = parse(edited, text);
    ts_tree_delete(edited);
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
            node->range.start = ts_node_start_byte(found);
            node->range.end = ts_node_end_byte(found);
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
