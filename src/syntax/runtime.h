/* runtime.h - tree-sitter's side of a tree; for this folder alone. */
#ifndef PLANLINT_SYNTAX_RUNTIME_H
#define PLANLINT_SYNTAX_RUNTIME_H

#include <tree_sitter/api.h>

struct pl_tree {
    TSTree *tree;
};

const TSLanguage *tree_sitter_plan(void); /* grammar/src/parser.c */

#endif
