/* uri.h - between the URIs of documents and paths of files. Source: RFC 3986,
 * and "URI" in the Language Server Protocol 3.17. */
#ifndef PLANLINT_LSP_URI_H
#define PLANLINT_LSP_URI_H

#include "base/str.h"

struct pl_arena;

/* With what is written as "%20" as it is meant: the same for all ways in which
 * clients write the URI of one document. Terminated, in the arena. */
const char *pl_lsp_uri_decode(struct pl_arena *arena, pl_str uri);

/* The path of "file:///a%20b", "/a b"; NULL for what is no file of this
 * machine. Terminated, in the arena. */
const char *pl_lsp_uri_path(struct pl_arena *arena, pl_str uri);

/* The URI of an absolute path, in the arena. */
const char *pl_lsp_uri_from_path(struct pl_arena *arena, const char *path);

#endif
