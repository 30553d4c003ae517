#include "lsp/message.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/chars.h"
#include "base/utf8.h"
#include "lsp/request.h"

enum { ESCAPE = 6 }; /* bytes of "\u1234" */

/* What is not UTF-8 becomes U+FFFD, a byte each. A copy in the arena. */
static struct pl_buf repair_bytes(struct pl_arena *arena, pl_str bytes)
{
    static const pl_str mark = PL_STR("\xEF\xBB\xBF");
    if (pl_str_starts(bytes, mark)) {
        bytes = pl_str_slice(bytes, mark.len, bytes.len);
    }
    struct pl_buf out = pl_buf_in(arena);
    pl_buf_reserve(&out, bytes.len + 1);
    while (bytes.len > 0) {
        size_t valid = pl_utf8_validate(bytes);
        pl_buf_add(&out, pl_str_slice(bytes, 0, valid));
        if (valid < bytes.len) {
            pl_buf_add_code_point(&out, 0xFFFD);
            valid++;
        }
        bytes = pl_str_slice(bytes, valid, bytes.len);
    }
    return out;
}

static uint32_t hex_value(char c)
{
    return pl_is_digit(c) ? (uint32_t)(c - '0')
                          : (uint32_t)(pl_to_lower(c) - 'a' + 10);
}

/* The unit of the escape at `at`; false when there is none. */
static bool read_escape(pl_str text, size_t at, uint32_t *unit)
{
    if (text.len - at < ESCAPE || text.data[at] != '\\' ||
        text.data[at + 1] != 'u') {
        return false;
    }
    *unit = 0;
    for (size_t i = at + 2; i < at + ESCAPE; i++) {
        if (!pl_is_hex(text.data[i])) {
            return false;
        }
        *unit = *unit << 4 | hex_value(text.data[i]);
    }
    return true;
}

static bool is_high(uint32_t unit)
{
    return unit >= 0xD800 && unit <= 0xDBFF;
}

static bool is_low(uint32_t unit)
{
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

/* Steps over the escape at `at`; half a pair is replaced. */
static size_t repair_escape(char *text, size_t len, size_t at)
{
    pl_str all = {text, len};
    uint32_t unit;
    uint32_t low;
    if (!read_escape(all, at, &unit)) {
        return at + 2;
    }
    if (is_high(unit) && at + ESCAPE < len &&
        read_escape(all, at + ESCAPE, &low) && is_low(low)) {
        return at + 2 * (size_t)ESCAPE;
    }
    if (is_high(unit) || is_low(unit)) {
        memcpy(text + at, "\\ufffd", ESCAPE); /* as long as what it replaces */
    }
    return at + ESCAPE;
}

/* Editors that count in UTF-16 do send halves of pairs. */
static void repair_escapes(char *text, size_t len)
{
    size_t at = pl_str_find_char((pl_str){text, len}, '\\', 0);
    while (at < len) {
        at = repair_escape(text, len, at);
        at = pl_str_find_char((pl_str){text, len}, '\\', at);
    }
}

static pl_str repair(struct pl_arena *arena, pl_str bytes)
{
    struct pl_buf text = repair_bytes(arena, bytes);
    repair_escapes(text.data, text.len);
    return pl_buf_str(&text);
}

static void set_wrong(struct pl_lsp_message *message, enum pl_lsp_code code,
                      const char *what)
{
    message->kind = PL_LSP_MESSAGE_WRONG;
    message->code = code;
    message->what = pl_arena_strndup(message->arena, what, strlen(what));
}

static bool is_id(struct pl_json id)
{
    enum pl_json_kind kind = pl_json_kind(id);
    return kind == PL_JSON_NUMBER || kind == PL_JSON_STRING ||
           kind == PL_JSON_NULL;
}

static bool has_version(struct pl_json root)
{
    struct pl_json version = pl_json_get(root, "jsonrpc");
    return pl_json_kind(version) == PL_JSON_NOTHING ||
           pl_str_eq(pl_json_raw(version), (pl_str)PL_STR("\"2.0\""));
}

static void read_call(struct pl_lsp_message *message, struct pl_json root)
{
    struct pl_error unused;
    struct pl_json id = pl_json_get(root, "id");
    struct pl_json method = pl_json_get(root, "method");
    if (!pl_json_as_string(message->arena, method, &message->method, &unused)) {
        set_wrong(message, PL_LSP_INVALID_REQUEST,
                  "\"method\" must be a string");
    } else if (id.item && !is_id(id)) {
        set_wrong(message, PL_LSP_INVALID_REQUEST,
                  "\"id\" must be a number, a string or null");
    } else {
        message->kind =
            id.item ? PL_LSP_MESSAGE_REQUEST : PL_LSP_MESSAGE_NOTIFICATION;
        message->params = pl_json_get(root, "params");
    }
}

static void read_root(struct pl_lsp_message *message, struct pl_json root)
{
    struct pl_json id = pl_json_get(root, "id");
    struct pl_json result = pl_json_get(root, "result");
    if (is_id(id)) {
        message->id = pl_json_raw(id);
    }
    if (pl_json_kind(root) != PL_JSON_OBJECT) {
        set_wrong(message, PL_LSP_INVALID_REQUEST,
                  "a message must be one object");
    } else if (!has_version(root)) {
        set_wrong(message, PL_LSP_INVALID_REQUEST,
                  "\"jsonrpc\" must be \"2.0\"");
    } else if (pl_json_get(root, "method").item) {
        read_call(message, root);
    } else if (result.item || pl_json_get(root, "error").item) {
        message->kind = PL_LSP_MESSAGE_RESPONSE;
        message->result = result;
    } else {
        set_wrong(message, PL_LSP_INVALID_REQUEST, "\"method\" is missing");
    }
}

struct pl_lsp_message *pl_lsp_message_read(pl_str bytes)
{
    struct pl_arena *arena = pl_arena_new();
    struct pl_lsp_message *message = pl_arena_alloc(arena, sizeof(*message));
    message->arena = arena;
    struct pl_json root;
    struct pl_error error;
    if (pl_json_open_message(arena, repair(arena, bytes), &root, &error)) {
        read_root(message, root);
    } else {
        set_wrong(message, PL_LSP_PARSE_ERROR, error.message);
    }
    return message;
}

void pl_lsp_message_free(struct pl_lsp_message *message)
{
    if (message) {
        pl_arena_free(message->arena);
    }
}

pl_str pl_lsp_message_uri(const struct pl_lsp_message *message)
{
    struct pl_error unused;
    struct pl_json document = pl_json_get(message->params, "textDocument");
    struct pl_json uri = pl_json_get(document, "uri");
    pl_str found = {0};
    if (pl_json_kind(uri) != PL_JSON_STRING ||
        !pl_json_as_string(message->arena, uri, &found, &unused)) {
        return (pl_str){0};
    }
    return found;
}
