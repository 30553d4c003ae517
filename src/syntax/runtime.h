/* runtime.h - tree-sitter's side of a tree; for this folder alone. */
#ifndef PLANLINT_SYNTAX_RUNTIME_H
#define PLANLINT_SYNTAX_RUNTIME_H

#include <tree_sitter/api.h>

#include "base/range.h"
#include "syntax/packed.h"

struct pl_arena;
struct pl_pool;

struct pl_tree {
    TSTree *tree;         /* of the packed text */
    struct pl_pool *pool; /* of its nodes */
    struct pl_packed packed;
    struct pl_arena *arena; /* of `packed` */
};

/* Where a node is in the text. `runs` are known to end before it; see
 * pl_packed_origin(). */
static inline struct pl_range pl_tree_range(const struct pl_tree *tree,
                                            TSNode node, size_t runs)
{
    return (struct pl_range){
        pl_packed_origin(&tree->packed, runs, ts_node_start_byte(node)),
        pl_packed_origin(&tree->packed, runs, ts_node_end_byte(node))};
}

const TSLanguage *tree_sitter_plan(void); /* grammar/src/parser.c */

#endif
