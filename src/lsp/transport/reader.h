/* reader.h - waits for the client's bytes, for the end of the process that
 * started the server, and for being called. */
#ifndef PLANLINT_LSP_TRANSPORT_READER_H
#define PLANLINT_LSP_TRANSPORT_READER_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

struct pl_lsp_inbox;

struct pl_lsp_reader {
    int file;
    int alarm; /* an eventfd: look at the two below, and at the inbox */
    const _Atomic int64_t *parent; /* 0: none */
    const atomic_bool *is_over;
    struct pl_lsp_inbox *inbox;
};

enum pl_lsp_reader_end {
    PL_LSP_READER_OVER,    /* as `is_over` says */
    PL_LSP_READER_AT_END,  /* nothing more can be read */
    PL_LSP_READER_ORPHANED /* the parent is gone */
};

/* Whether a process can be seen. One that cannot when it is named lives in
 * another container; only what was seen can be found to be gone. */
bool pl_lsp_process_is_there(int64_t id);

/* Reads messages into the inbox until one of these. */
enum pl_lsp_reader_end pl_lsp_reader_run(const struct pl_lsp_reader *reader);

#endif
