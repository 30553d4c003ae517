/* stamp.h - whether a file has changed, told from the outside. */
#ifndef PLANLINT_LSP_STAMP_H
#define PLANLINT_LSP_STAMP_H

#include <stdint.h>

/* Another number when the file is another one; 0: there is none. */
uint64_t pl_lsp_stamp_of_file(const char *path);

/* The same of a folder and of all files in it. */
uint64_t pl_lsp_stamp_of_folder(const char *path);

#endif
