/* method.h - what the server does with each request and notification, in one
 * table made from method.def. */
#ifndef PLANLINT_LSP_METHOD_H
#define PLANLINT_LSP_METHOD_H

#include "base/str.h"
#include "lsp/request.h"

struct pl_lsp_message;
struct pl_lsp_server;

/* What is done about a notification; it is not answered. */
typedef void pl_lsp_listener(struct pl_lsp_server *server,
                             struct pl_lsp_message *message);

#define PL_LSP_REQUEST(method, handler) pl_lsp_handler handler;
#define PL_LSP_NOTIFICATION(method, listener) pl_lsp_listener listener;
#include "lsp/method.def"
#undef PL_LSP_REQUEST
#undef PL_LSP_NOTIFICATION

pl_lsp_handler *pl_lsp_handler_of(pl_str method);   /* NULL: unknown */
pl_lsp_listener *pl_lsp_listener_of(pl_str method); /* NULL: unknown */

#endif
