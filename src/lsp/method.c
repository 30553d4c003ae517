#include "lsp/method.h"

#include "base/array.h"
#include "lsp/features/features.h"

static const struct {
    pl_str method;
    pl_lsp_handler *handler;
} requests[] = {
#define PL_LSP_REQUEST(method, handler) {PL_STR(method), handler},
#define PL_LSP_NOTIFICATION(method, listener)
#include "lsp/method.def"
#undef PL_LSP_REQUEST
#undef PL_LSP_NOTIFICATION
#define PL_LSP_FEATURE(method, name, capability, value) \
    {PL_STR(method), pl_lsp_##name},
#include "lsp/features/feature.def"
#undef PL_LSP_FEATURE
};

static const struct {
    pl_str method;
    pl_lsp_listener *listener;
} notifications[] = {
#define PL_LSP_REQUEST(method, handler)
#define PL_LSP_NOTIFICATION(method, listener) {PL_STR(method), listener},
#include "lsp/method.def"
#undef PL_LSP_REQUEST
#undef PL_LSP_NOTIFICATION
};

pl_lsp_handler *pl_lsp_handler_of(pl_str method)
{
    for (size_t i = 0; i < PL_COUNT(requests); i++) {
        if (pl_str_eq(requests[i].method, method)) {
            return requests[i].handler;
        }
    }
    return NULL;
}

pl_lsp_listener *pl_lsp_listener_of(pl_str method)
{
    for (size_t i = 0; i < PL_COUNT(notifications); i++) {
        if (pl_str_eq(notifications[i].method, method)) {
            return notifications[i].listener;
        }
    }
    return NULL;
}
