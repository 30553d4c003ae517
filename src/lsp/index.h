/* index.h - the plans in the folders of the workspace that are not open in the
 * editor: what is found in them and what they are made of.
 *
 * Files are read when they are asked for and have changed; of each only what
 * is to be told is kept. For the worker alone. */
#ifndef PLANLINT_LSP_INDEX_H
#define PLANLINT_LSP_INDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lsp/marks.h"
#include "lsp/report.h"

struct pl_arena;
struct pl_lsp_index;
struct pl_lsp_server;

struct pl_lsp_entry {
    const char *path;
    const char *uri;
    uint64_t stamp;         /* of the file as it was read; 0: it was not */
    struct pl_arena *arena; /* of what follows */
    struct pl_lsp_report report;
    struct pl_lsp_marks marks;
};

struct pl_lsp_index *pl_lsp_index_new(void);
void pl_lsp_index_free(struct pl_lsp_index *index); /* takes NULL */

/* Files have come or gone: the list is made again. */
void pl_lsp_index_list_again(struct pl_lsp_index *index);

/* Rules have changed: everything is made again. */
void pl_lsp_index_read_again(struct pl_lsp_index *index);

/* Before work with the list begins: it is made again when it is old and nobody
 * says what changes. */
void pl_lsp_index_begin(struct pl_lsp_server *server);

/* Looks at one more folder; false when the list is complete. */
bool pl_lsp_index_step(struct pl_lsp_server *server);

/* Another number, another list. */
uint32_t pl_lsp_index_number(const struct pl_lsp_index *index);

/* Entries by path, in order. Valid until the list is made again. */
size_t pl_lsp_index_count(const struct pl_lsp_index *index);

/* As it was read last, if it was. */
const struct pl_lsp_entry *pl_lsp_index_at(const struct pl_lsp_index *index,
                                           size_t at);

/* Reads the file of an entry if it has changed; NULL when the work was broken
 * off. A file that is gone has an empty report and no marks. */
const struct pl_lsp_entry *pl_lsp_index_read(struct pl_lsp_server *server,
                                             size_t at);

#endif
