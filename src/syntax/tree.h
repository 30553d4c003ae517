/* tree.h - the syntax tree of a text; tree-sitter's only door is this folder.
 *
 * Every text has a tree without errors. A tree is immutable; an edit makes a
 * new one that shares what did not change. */
#ifndef PLANLINT_SYNTAX_TREE_H
#define PLANLINT_SYNTAX_TREE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/range.h"
#include "base/str.h"

struct pl_tree;

/* Kinds of node that the plan model reads; see grammar/README.md. */
enum pl_node_kind {
#define PL_NODE(constant, name, children) PL_NODE_##constant,
#include "syntax/node.def"
#undef PL_NODE
    PL_NODE_KIND_COUNT
};

/* Parses valid UTF-8 with "\n" line ends (a text of struct pl_source). The
 * text is not needed after. */
struct pl_tree *pl_tree_parse(pl_str text);
void pl_tree_free(struct pl_tree *tree); /* takes NULL */

/* The tree of `text`, made of the tree of a text that is like it; `old` stays
 * as it is. */
struct pl_tree *pl_tree_reparse(const struct pl_tree *old, pl_str text);

struct pl_node {
    enum pl_node_kind kind;
    struct pl_range range;
    uint32_t depth; /* 0: the document */
};

/* All nodes of the kinds above in document order, parents first. */
struct pl_tree_walk;
struct pl_tree_walk *pl_tree_walk_new(const struct pl_tree *tree);
bool pl_tree_walk_next(struct pl_tree_walk *walk, struct pl_node *node);
void pl_tree_walk_free(struct pl_tree_walk *walk); /* takes NULL */

#endif
