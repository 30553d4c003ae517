/* lsp_shapes.h - whether what a server says has the form that the Language
 * Server Protocol 3.17 gives it. */
#ifndef PLANLINT_TESTS_SUPPORT_LSP_SHAPES_H
#define PLANLINT_TESTS_SUPPORT_LSP_SHAPES_H

#include "base/json.h"

struct pl_arena;

/* What is wrong with a value of a shape such as "Location[]|null", in the
 * arena; NULL: nothing. */
const char *lsp_shape_fault(struct pl_arena *arena, struct pl_json value,
                            const char *shape);

/* What is wrong with a message from the server; `method` is that of the
 * request that it answers, if it is an answer. */
const char *lsp_message_fault(struct pl_arena *arena, struct pl_json message,
                              const char *method);

#endif
