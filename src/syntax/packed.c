#include "syntax/packed.h"

#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/range.h"
#include "base/search.h"
#include "base/utf8.h"
#include "syntax/running.h"

enum {
    /* Lines of at least so many bytes stay as they are: the scanner cuts their
     * text at a certain character, which may not be in a run. */
    LONG_LINE = 8192,
    SHORTEST = PL_UTF8_MAX, /* run that takes no more room as one character */

    /* U+D0000 and what follows, where Unicode has no characters: how many
     * characters a run has, and how many of them follow its last space: 0
     * without a space, FARTHEST for all numbers from there on. */
    FIRST_RUN = 0xD0000,
    WIDTH = 8,
    FARTHEST = 7,
};

struct packer {
    struct pl_arena *arena;
    struct pl_packed *packed;
    pl_str text;
    char *out;
    size_t length; /* of `out` */
    size_t taken;  /* of the text */
};

static void copy_until(struct packer *it, size_t end)
{
    memcpy(it->out + it->length, it->text.data + it->taken, end - it->taken);
    it->length += end - it->taken;
    it->taken = end;
}

static uint32_t tail_of(pl_str text)
{
    uint32_t tail = 0;
    size_t at = text.len;
    while (at > 0 && text.data[at - 1] != ' ' && tail < FARTHEST) {
        at--;
        tail += ((unsigned char)text.data[at] & 0xC0) != 0x80;
    }
    return at == 0 ? 0 : tail;
}

static void pack(struct packer *it, struct pl_range run, bool is_wide)
{
    copy_until(it, run.start);
    pl_str text = pl_range_text(it->text, run);
    size_t width = is_wide ? pl_utf8_count(text) : text.len;
    it->length +=
        pl_utf8_encode(FIRST_RUN + WIDTH * (uint32_t)width + tail_of(text),
                       it->out + it->length);
    it->taken = run.end;
    *PL_VEC_PUSH(it->arena, &it->packed->runs) =
        (struct pl_packed_run){(uint32_t)it->length, run.end};
}

/* One that the text has by itself becomes another that is as plain. */
static void replace_run(struct packer *it, size_t at)
{
    static const pl_str plain = PL_STR("\xF4\x8F\xBF\xBD");
    if (it->text.data[at] != '\xF3') {
        return;
    }
    size_t len;
    uint32_t c = pl_utf8_decode(it->text, at, &len);
    if (c >= FIRST_RUN && c - FIRST_RUN <= 0xFFFF) {
        copy_until(it, at);
        memcpy(it->out + it->length, plain.data, plain.len);
        it->length += plain.len;
        it->taken = at + plain.len;
    }
}

static void pack_line(struct packer *it, size_t start, size_t line_end)
{
    struct pl_running running = {.text = it->text, .at_start = true};
    bool is_long = line_end - start >= LONG_LINE;
    for (size_t at = start; at < line_end;) {
        size_t end = pl_running_end(&running, at);
        if (end > at) {
            struct pl_range part = pl_running_part(&running, at, end);
            if (!is_long && part.start + SHORTEST <= part.end) {
                pack(it, part, running.is_wide);
            }
        }
        if (end < line_end) {
            replace_run(it, end);
            end = pl_running_pass(&running, end);
        }
        at = end;
    }
}

void pl_packed_init(struct pl_arena *arena, struct pl_packed *packed,
                    pl_str text)
{
    *packed = (struct pl_packed){0};
    struct packer packer = {.arena = arena,
                            .packed = packed,
                            .text = text,
                            .out = pl_arena_alloc(arena, text.len)};
    for (size_t at = 0; at < text.len;) {
        size_t newline = pl_str_find_char(text, '\n', at);
        size_t end = newline == PL_NOWHERE ? text.len : newline + 1;
        pack_line(&packer, at, end);
        at = end;
    }
    copy_until(&packer, text.len);
    pl_arena_shrink(arena, packer.out, text.len, packer.length);
    packed->bytes = (pl_str){packer.out, packer.length};
}

size_t pl_packed_runs_before(const struct pl_packed *packed, size_t from,
                             uint32_t at)
{
    const struct pl_packed_run *runs = packed->runs.items;
    size_t step = 1;
    while (from + step <= packed->runs.len && runs[from + step - 1].end <= at) {
        from += step;
        step *= 2;
    }
    size_t left = packed->runs.len - from;
    size_t most = step - 1 < left ? step - 1 : left;
    return most == 0
               ? from
               : from + PL_FIRST_FROM(runs + from, (uint32_t)most, end, at + 1);
}

uint32_t pl_packed_origin(const struct pl_packed *packed, size_t from,
                          uint32_t at)
{
    size_t before = pl_packed_runs_before(packed, from, at);
    if (before == 0) {
        return at;
    }
    struct pl_packed_run run = packed->runs.items[before - 1];
    return run.origin + (at - run.end);
}
