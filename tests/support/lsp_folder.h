/* lsp_folder.h - a fresh folder with an editor that has it open.
 *
 * A repository of its own, with the folders a, b and rules; the test works in
 * it. */
#ifndef PLANLINT_TESTS_SUPPORT_LSP_FOLDER_H
#define PLANLINT_TESTS_SUPPORT_LSP_FOLDER_H

#include "support/lsp_client.h"

/* Paragraph 2 stands twice, which is an error (PL103). */
#define DOUBLED                                              \
    "1\tPiers are kept clean.\n\n2\tPiers are kept dry.\n\n" \
    "2\tQuays are kept clean.\n\n3\tBoats are kept at the pier.\n"

struct lsp_folder {
    char path[1024]; /* absolute */
    struct lsp_client *client;
};

/* For cmocka: *state is a struct lsp_folder. */
int lsp_folder_set_up(void **state);
int lsp_folder_tear_down(void **state);

void lsp_folder_write(const char *path, const char *text);

/* Of a relative path; in the client's arena. */
const char *lsp_folder_uri(struct lsp_folder *it, const char *path);

/* `capabilities` and `options` are JSON, or NULL for none; `folders` likewise,
 * or NULL for the fresh one. */
void lsp_folder_initialize(struct lsp_folder *it, const char *capabilities,
                           const char *folders, const char *options);

/* Opens DOUBLED. */
void lsp_folder_open(struct lsp_folder *it, const char *path,
                     const char *language);

#endif
