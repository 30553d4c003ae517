/* outline.h - the parts of a plan as the outlines of editors show them. */
#ifndef PLANLINT_LSP_FEATURES_OUTLINE_H
#define PLANLINT_LSP_FEATURES_OUTLINE_H

#include <stddef.h>
#include <stdint.h>

#include "base/range.h"
#include "base/str.h"

struct pl_arena;
struct pl_symbols;

/* Source: LSP 3.17, SymbolKind. */
enum pl_lsp_symbol_kind {
    PL_LSP_SYMBOL_NONE = 0,      /* not shown */
    PL_LSP_SYMBOL_MODULE = 2,    /* an annex */
    PL_LSP_SYMBOL_NAMESPACE = 3, /* a section */
    PL_LSP_SYMBOL_CLASS = 5,     /* a goal, a priority and the like */
    PL_LSP_SYMBOL_STRING = 15,   /* a paragraph */
    PL_LSP_SYMBOL_STRUCT = 23,   /* a figure, a table */
};

struct pl_lsp_outline_item {
    enum pl_lsp_symbol_kind kind;
    pl_str name; /* "2.1 Overall framework", "27 The Union promotes …" */
    struct pl_range whole;
    struct pl_range selection; /* inside `whole` */
    uint32_t parent;           /* an item before it, whose `whole` holds its
                                  own; PL_NONE */
    uint32_t depth;            /* 0: without a parent; bounded */
};

struct pl_lsp_outline {
    const struct pl_lsp_outline_item *items; /* in document order */
    uint32_t count;
};

/* In the arena. Linear. */
struct pl_lsp_outline pl_lsp_outline_of(struct pl_arena *arena,
                                        const struct pl_symbols *symbols);

#endif
