/* token.h - the semantic tokens of a document. */
#ifndef PLANLINT_LSP_FEATURES_TOKEN_H
#define PLANLINT_LSP_FEATURES_TOKEN_H

#include <stddef.h>
#include <stdint.h>

#include "base/range.h"

struct pl_arena;
struct pl_lsp_revision;

/* The legend, in the order of the capability in feature.def. The names are
 * the standard ones of LSP 3.17, so that every colour theme knows them. */
enum pl_lsp_token_type {
    PL_LSP_TOKEN_NAMESPACE,   /* the number of a section or an annex */
    PL_LSP_TOKEN_CLASS,       /* a goal, a target, a priority */
    PL_LSP_TOKEN_NUMBER,      /* the number of a paragraph or of a citation */
    PL_LSP_TOKEN_ENUM_MEMBER, /* the marker of a list item */
    PL_LSP_TOKEN_STRUCT,      /* a figure or a table */
    PL_LSP_TOKEN_DECORATOR,   /* a footnote mark */
    PL_LSP_TOKEN_TYPE,        /* an acronym */
    PL_LSP_TOKEN_COMMENT,     /* a margin comment, a directive */
    PL_LSP_TOKEN_STRING,      /* an address, code */
};

enum pl_lsp_token_modifier { PL_LSP_TOKEN_DEFINITION = 1 << 0 };

enum { PL_LSP_TOKEN_NUMBERS = 5 /* that the protocol has for a token */ };

/* The tokens that touch a range, in the protocol's numbers: each line and
 * column relative to the token before. In the arena. */
struct pl_lsp_tokens {
    const uint32_t *numbers;
    size_t count; /* PL_LSP_TOKEN_NUMBERS for each token */
};
struct pl_lsp_tokens pl_lsp_tokens_of(struct pl_arena *arena,
                                      struct pl_lsp_revision *revision,
                                      struct pl_range range);

#endif
