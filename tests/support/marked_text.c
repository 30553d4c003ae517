#include "marked_text.h"

#include <assert.h>
#include <stdlib.h>

#include "cmocka_wrap.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/order.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "plan_from_text.h"

struct reader {
    struct pl_arena *arena;
    PL_VEC(struct marked_file) files;
    struct pl_buf text;
    PL_VEC(uint32_t) cursors;
    PL_VEC(struct pl_range) ranges;
    PL_VEC(uint32_t) columns; /* of the last line: the offset of each */
};

static int by_start(const void *a, const void *b)
{
    const struct pl_range *left = a;
    const struct pl_range *right = b;
    int order = pl_order(left->start, right->start);
    return order ? order : pl_order(left->end, right->end);
}

static void end_file(struct reader *reader)
{
    if (!reader->files.items) {
        return;
    }
    struct marked_file *file = &reader->files.items[reader->files.len - 1];
    file->text = pl_arena_copy(reader->arena, pl_buf_str(&reader->text));
    file->cursors = reader->cursors.items;
    file->cursor_count = reader->cursors.len;
    if (reader->ranges.len > 1) {
        qsort(reader->ranges.items, reader->ranges.len,
              sizeof(*reader->ranges.items), by_start);
    }
    file->ranges = reader->ranges.items;
    file->range_count = reader->ranges.len;
}

static void begin_file(struct reader *reader, pl_str name)
{
    assert(reader->files.items || reader->files.len == reader->files.cap);
    if (reader->files.len > 0) {
        end_file(reader);
    }
    struct reader fresh = {.arena = reader->arena, .files = reader->files};
    fresh.text = pl_buf_in(reader->arena);
    *reader = fresh;
    *PL_VEC_PUSH(reader->arena, &reader->files) = (struct marked_file){
        .name = pl_arena_strndup(reader->arena, name.data, name.len)};
}

static bool is_mark_line(pl_str line)
{
    bool has_mark = false;
    for (size_t i = 0; i < line.len; i++) {
        if (line.data[i] != '^' && line.data[i] != ' ') {
            return false;
        }
        has_mark |= line.data[i] == '^';
    }
    return has_mark;
}

static uint32_t offset_of_column(const struct reader *reader, size_t column)
{
    if (column >= reader->columns.len) {
        fail_msg("a mark stands behind the end of its line, in column %zu",
                 column + 1);
    }
    return reader->columns.items ? reader->columns.items[column] : 0;
}

static void read_marks(struct reader *reader, pl_str line)
{
    for (size_t i = 0; i < line.len;) {
        size_t end = i;
        while (end < line.len && line.data[end] == '^') {
            end++;
        }
        if (end > i) {
            *PL_VEC_PUSH(reader->arena, &reader->ranges) = (struct pl_range){
                offset_of_column(reader, i), offset_of_column(reader, end)};
        }
        i = end + 1;
    }
}

static bool is_escape(pl_str line, size_t at)
{
    char next = at + 1 < line.len ? line.data[at + 1] : '\0';
    return line.data[at] == '\\' &&
           (next == '|' || (at == 0 && (next == '^' || next == '%')));
}

static void add_column(struct reader *reader)
{
    *PL_VEC_PUSH(reader->arena, &reader->columns) = (uint32_t)reader->text.len;
}

static void read_line(struct reader *reader, pl_str line)
{
    reader->columns.len = 0;
    for (size_t i = 0; i < line.len;) {
        add_column(reader);
        if (line.data[i] == '|') {
            *PL_VEC_PUSH(reader->arena, &reader->cursors) =
                (uint32_t)reader->text.len;
            i++;
            continue;
        }
        if (is_escape(line, i)) {
            i++;
            add_column(reader);
        }
        size_t len;
        pl_utf8_decode(line, i, &len);
        pl_buf_add(&reader->text, pl_str_slice(line, i, i + len));
        i += len;
    }
    add_column(reader);
}

struct marked_text marked_text_read(struct pl_arena *arena, const char *text)
{
    struct reader reader = {.arena = arena};
    pl_str rest = pl_str_from(text);
    pl_str header = pl_str_from("%! ");
    if (!pl_str_starts(rest, header)) {
        begin_file(&reader, pl_str_from("plan.md"));
    }
    while (rest.len > 0) {
        size_t end = pl_str_find_char(rest, '\n', 0);
        bool has_end = end != PL_NOWHERE;
        pl_str line = pl_str_split(&rest, '\n');
        if (pl_str_starts(line, header)) {
            begin_file(&reader, pl_str_slice(line, header.len, line.len));
        } else if (is_mark_line(line)) {
            read_marks(&reader, line);
        } else {
            read_line(&reader, line);
            pl_buf_add_text(&reader.text, has_end ? "\n" : "");
        }
    }
    end_file(&reader);
    return (struct marked_text){reader.files.items, reader.files.len};
}

const struct marked_file *marked_text_file(struct marked_text marked)
{
    const struct marked_file *found = NULL;
    size_t cursors = 0;
    for (size_t i = 0; i < marked.count; i++) {
        cursors += marked.files[i].cursor_count;
        found = marked.files[i].cursor_count > 0 ? &marked.files[i] : found;
    }
    if (cursors != 1) {
        fail_msg("%zu cursors instead of one", cursors);
    }
    return found;
}

const struct pl_plan *marked_file_plan(struct pl_arena *arena,
                                       const struct marked_file *file)
{
    bool is_markdown = pl_str_ends(pl_str_from(file->name), pl_str_from(".md"));
    return is_markdown ? plan_from_markdown(arena, file->text.data)
                       : plan_from_text(arena, file->text.data);
}

static const char *list_ranges(struct pl_arena *arena, pl_str text,
                               const struct pl_range *ranges, size_t count)
{
    struct pl_buf out = pl_buf_in(arena);
    for (size_t i = 0; i < count; i++) {
        pl_buf_addf(&out, " %u-%u", ranges[i].start, ranges[i].end);
        pl_buf_addf(&out, " \"%.*s\"",
                    PL_STR_ARG(pl_range_text(text, ranges[i])));
    }
    pl_buf_add_char(&out, '\0');
    return out.data;
}

void assert_marked_ranges(const struct marked_file *file,
                          const struct pl_range *ranges, size_t count)
{
    bool is_same = count == file->range_count;
    for (size_t i = 0; is_same && i < count; i++) {
        is_same = ranges[i].start == file->ranges[i].start &&
                  ranges[i].end == file->ranges[i].end;
    }
    if (!is_same) {
        struct pl_arena *arena = pl_arena_new();
        fail_msg(
            "found:%s\nexpected:%s",
            list_ranges(arena, file->text, ranges, count),
            list_ranges(arena, file->text, file->ranges, file->range_count));
    }
}
