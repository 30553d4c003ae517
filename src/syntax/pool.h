/* pool.h - the memory of trees: handed out in pieces, released as a whole.
 *
 * tree-sitter asks for memory node by node. A tree, and those that are grown
 * from it and share its nodes, have a pool: what is freed in it is used again
 * by the next of them, and with the last tree it is released without a look
 * at any node. A pool is for one thread at a time. */
#ifndef PLANLINT_SYNTAX_POOL_H
#define PLANLINT_SYNTAX_POOL_H

#include <stdbool.h>
#include <stddef.h>

struct pl_pool;

/* For what asks tree-sitter for memory without a pool: must come before. */
void pl_pool_install(void);

/* For one owner, and a text of that many bytes. */
struct pl_pool *pl_pool_new(size_t text_size);

struct pl_pool *pl_pool_share(struct pl_pool *pool); /* with one more */

/* One owner less; false when there is none left and the pool is gone. */
bool pl_pool_release(struct pl_pool *pool);

/* From enter to leave, all that tree-sitter allocates in this thread, and all
 * that it frees, is of the pool. */
void pl_pool_enter(struct pl_pool *pool);
void pl_pool_leave(void);

#endif
