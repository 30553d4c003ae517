#include "report/json_writer.h"

#include <assert.h>

#include "base/utf8.h"

struct pl_json_writer pl_json_writer_to(struct pl_buf *out)
{
    return (struct pl_json_writer){.out = out};
}

static void write_escape(struct pl_buf *out, unsigned char c)
{
    static const char short_forms[] = {
        ['"'] = '"',  ['\\'] = '\\', ['\b'] = 'b', ['\f'] = 'f',
        ['\n'] = 'n', ['\r'] = 'r',  ['\t'] = 't',
    };
    if (c < sizeof(short_forms) && short_forms[c]) {
        pl_buf_add_char(out, '\\');
        pl_buf_add_char(out, short_forms[c]);
    } else {
        pl_buf_addf(out, "\\u%04x", c);
    }
}

static bool needs_escape(char c)
{
    return (unsigned char)c < 0x20 || c == '"' || c == '\\' || c == 0x7f;
}

static void write_escaped(struct pl_buf *out, pl_str valid)
{
    size_t done = 0;
    for (size_t at = 0; at < valid.len; at++) {
        if (needs_escape(valid.data[at])) {
            pl_buf_add(out, pl_str_slice(valid, done, at));
            write_escape(out, (unsigned char)valid.data[at]);
            done = at + 1;
        }
    }
    pl_buf_add(out, pl_str_slice(valid, done, valid.len));
}

static void write_string(struct pl_buf *out, pl_str value)
{
    pl_buf_add_char(out, '"');
    while (value.len > 0) {
        size_t valid = pl_utf8_validate(value);
        write_escaped(out, pl_str_slice(value, 0, valid));
        if (valid < value.len) {
            pl_buf_add_code_point(out, 0xfffd);
            valid++;
        }
        value = pl_str_slice(value, valid, value.len);
    }
    pl_buf_add_char(out, '"');
}

static void write_line_start(struct pl_json_writer *writer)
{
    pl_buf_add_char(writer->out, '\n');
    pl_buf_add_repeated(writer->out, ' ', 2 * writer->depth);
}

/* What comes before a value: comma, line start, key. */
static void write_lead(struct pl_json_writer *writer, const char *key)
{
    bool is_inline = writer->inline_from > 0;
    if (writer->has_members) {
        pl_buf_add_char(writer->out, ',');
    }
    if (writer->depth > 0 && !is_inline) {
        write_line_start(writer);
    } else if (writer->has_members && !writer->is_compact) {
        pl_buf_add_char(writer->out, ' ');
    }
    if (key) {
        write_string(writer->out, pl_str_from(key));
        pl_buf_add_text(writer->out, writer->is_compact ? ":" : ": ");
    }
    writer->has_members = true;
}

static void open_value(struct pl_json_writer *writer, const char *key,
                       enum pl_json_layout layout, bool is_array)
{
    write_lead(writer, key);
    pl_buf_add_char(writer->out, is_array ? '[' : '{');
    assert(writer->depth < PL_JSON_WRITER_DEPTH);
    uint64_t bit = (uint64_t)1 << (writer->depth % 64);
    uint64_t *word = &writer->is_array[writer->depth / 64];
    *word = is_array ? *word | bit : *word & ~bit;
    writer->depth++;
    writer->has_members = false;
    if (layout != PL_JSON_LAID_OUT && writer->inline_from == 0) {
        writer->inline_from = writer->depth;
        writer->is_compact = layout == PL_JSON_COMPACT;
    }
}

void pl_write_object(struct pl_json_writer *writer, const char *key,
                     enum pl_json_layout layout)
{
    open_value(writer, key, layout, false);
}

void pl_write_array(struct pl_json_writer *writer, const char *key,
                    enum pl_json_layout layout)
{
    open_value(writer, key, layout, true);
}

void pl_write_end(struct pl_json_writer *writer)
{
    assert(writer->depth > 0);
    bool laid_out = writer->inline_from == 0 && writer->has_members;
    if (writer->inline_from == writer->depth) {
        writer->inline_from = 0;
        writer->is_compact = false;
    }
    writer->depth--;
    if (laid_out) {
        write_line_start(writer);
    }
    uint64_t word = writer->is_array[writer->depth / 64];
    bool is_array = (word >> (writer->depth % 64)) & 1;
    pl_buf_add_char(writer->out, is_array ? ']' : '}');
    writer->has_members = true;
}

void pl_write_str(struct pl_json_writer *writer, const char *key, pl_str value)
{
    write_lead(writer, key);
    write_string(writer->out, value);
}

void pl_write_text(struct pl_json_writer *writer, const char *key,
                   const char *value)
{
    pl_write_str(writer, key, pl_str_from(value));
}

void pl_write_size(struct pl_json_writer *writer, const char *key, size_t value)
{
    write_lead(writer, key);
    pl_buf_add_number(writer->out, value);
}

void pl_write_bool(struct pl_json_writer *writer, const char *key, bool value)
{
    write_lead(writer, key);
    pl_buf_add_text(writer->out, value ? "true" : "false");
}

void pl_write_null(struct pl_json_writer *writer, const char *key)
{
    write_lead(writer, key);
    pl_buf_add_text(writer->out, "null");
}

void pl_write_raw(struct pl_json_writer *writer, const char *key, pl_str json)
{
    write_lead(writer, key);
    pl_buf_add(writer->out, json);
}
