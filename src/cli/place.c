#include "cli/place.h"

#include "base/arena.h"
#include "base/chars.h"
#include "base/utf8.h"
#include "plan/plan.h"
#include "plan/renumber.h"
#include "text/source.h"

enum { MAX_DIGITS = 9 };

static bool read_number(pl_str digits, size_t *number)
{
    *number = 0;
    for (size_t i = 0; i < digits.len; i++) {
        if (!pl_is_digit(digits.data[i])) {
            return false;
        }
        *number = *number * 10 + (size_t)(digits.data[i] - '0');
    }
    return digits.len > 0 && digits.len <= MAX_DIGITS;
}

/* A column of a line, or where its text begins for 0. */
static uint32_t offset_in(const struct pl_source *source, struct pl_range line,
                          size_t column)
{
    if (column == 0) {
        struct pl_range trimmed = pl_range_trim(source->text, line);
        return pl_range_is_empty(trimmed) ? line.start : trimmed.start;
    }
    size_t at = line.start;
    for (size_t len; at < line.end && column > 1; at += len, column--) {
        pl_utf8_decode(source->text, at, &len);
    }
    return (uint32_t)at;
}

static bool find_line(const struct pl_plan *plan, size_t line, size_t column,
                      uint32_t *offset, struct pl_error *error)
{
    const struct pl_source *source = plan->source;
    if (line == 0 || line > source->lines.count) {
        return PL_FAIL(error, "%s has no line %zu, it has %zu", source->path,
                       line, source->lines.count);
    }
    struct pl_range range = pl_lines_range(&source->lines, line);
    *offset = offset_in(source, range, column);
    return true;
}

/* How an address is looked for: whole or its end, of numbers or of all. */
struct search {
    const struct pl_plan *plan;
    struct pl_arena *scratch;
    pl_str place;
    bool is_end;
    bool is_numbered;
    uint32_t found[2]; /* the first ones */
    size_t count;
};

static bool is_place(const struct search *s, pl_str address)
{
    static const pl_str separator = PL_STR(", ");
    if (!s->is_end || address.len <= s->place.len) {
        return pl_str_eq_ignore_case(address, s->place);
    }
    pl_str before = pl_str_slice(address, 0, address.len - s->place.len);
    pl_str end = pl_str_slice(address, before.len, address.len);
    return pl_str_ends(before, separator) &&
           pl_str_eq_ignore_case(end, s->place);
}

static void look_at(struct search *s, uint32_t offset)
{
    struct pl_renumber_spot spot;
    if (s->is_numbered && (!pl_renumber_series_at(s->plan, offset, &spot) ||
                           pl_range_is_empty(spot.number))) {
        return;
    }
    if (s->count < 2 &&
        is_place(s, pl_plan_address(s->scratch, s->plan, offset))) {
        s->found[s->count++] = offset;
    }
    pl_arena_reset(s->scratch);
}

static void look_everywhere(struct search *s)
{
    const struct pl_plan *plan = s->plan;
    uint32_t item = 0;
    for (uint32_t i = 0; i < plan->blocks_count; i++) {
        const struct pl_block *block = &plan->blocks[i];
        look_at(s, block->range.start);
        for (; item < plan->items_count && plan->items[item].block <= i;
             item++) {
            if (plan->items[item].marker.start > block->range.start) {
                look_at(s, plan->items[item].marker.start);
            }
        }
    }
}

static size_t line_of(const struct pl_plan *plan, uint32_t offset)
{
    return pl_lines_position(&plan->source->lines, offset).line;
}

/* Numbers before what only stands with one, whole addresses before ends. */
static bool find_address(struct search *s, uint32_t *offset,
                         struct pl_error *error)
{
    for (unsigned round = 0; round < 4 && s->count == 0; round++) {
        s->is_end = round & 1U;
        s->is_numbered = round < 2;
        look_everywhere(s);
    }
    if (s->count == 0) {
        return PL_FAIL(error, "%s has no place \"%.*s\"", s->plan->source->path,
                       PL_STR_ARG(s->place));
    }
    if (s->count > 1 && s->is_numbered) {
        return PL_FAIL(error,
                       "\"%.*s\" is in %s more than once, in line %zu and in "
                       "line %zu: give a line",
                       PL_STR_ARG(s->place), s->plan->source->path,
                       line_of(s->plan, s->found[0]),
                       line_of(s->plan, s->found[1]));
    }
    *offset = s->found[0];
    return true;
}

bool pl_place_find(const struct pl_plan *plan, pl_str place, uint32_t *offset,
                   struct pl_error *error)
{
    size_t line;
    size_t column = 0;
    size_t colon = pl_str_find_char(place, ':', 0);
    size_t digits = colon == PL_NOWHERE ? place.len : colon;
    bool has_column = colon != PL_NOWHERE;
    if (read_number(pl_str_slice(place, 0, digits), &line) &&
        (!has_column ||
         read_number(pl_str_slice(place, digits + 1, place.len), &column))) {
        return find_line(plan, line, column, offset, error);
    }
    struct search search = {
        .plan = plan, .scratch = pl_arena_new(), .place = place};
    bool ok = find_address(&search, offset, error);
    pl_arena_free(search.scratch);
    return ok;
}
