#include "plan/entities/entity_settle.h"

#include "base/arena.h"
#include "base/map.h"
#include "plan/entities/entity_key.h"

enum { ROW_BITS = 8 }; /* of a family; the rest is a qualifier */

struct settling {
    struct pl_arena *arena;
    pl_str text;
    struct pl_entity_line *lines;
    size_t count;
};

static void set_family(struct settling *r, struct pl_entity_line *line,
                       uint32_t family)
{
    struct pl_entity_key key =
        pl_entity_key_of(line->text.kind, family, line->text.label);
    line->family = family;
    line->key = pl_arena_copy(r->arena, (pl_str){key.bytes, key.len});
}

static bool has_same_name(pl_str text, const struct pl_entity_line *a,
                          const struct pl_entity_line *b)
{
    return pl_str_eq_ignore_case(pl_range_text(text, a->text.name),
                                 pl_range_text(text, b->text.name));
}

static bool is_named(const struct pl_entity_line *line)
{
    return !pl_range_is_empty(line->text.name);
}

/* Whether a line introduces an entity although `first` does already: the same
 * number is given twice. */
static bool is_second(pl_str text, const struct pl_entity_line *first,
                      const struct pl_entity_line *line)
{
    if (line->prominence != first->prominence) {
        return false;
    }
    if (line->prominence == PL_PROMINENCE_CELL &&
        has_same_name(text, first, line)) {
        return false; /* a row may be told again */
    }
    if (is_named(first) != is_named(line)) {
        return false;
    }
    return line->place == first->place ||
           (line->prominence == PL_PROMINENCE_HEADING &&
            !has_same_name(text, first, line));
}

/* Whether the lines of a kind have Roman numbers, of which "I" and "V" look
 * like letters. */
static void read_romans(struct settling *r)
{
    bool has_roman[PL_ENTITY_KIND_COUNT] = {false};
    pl_str text = r->text;
    for (uint32_t i = 0; i < r->count; i++) {
        const struct pl_entity_text *it = &r->lines[i].text;
        has_roman[it->kind] |= it->label.count == 1 &&
                               it->label.parts[0].style == PL_LABEL_UPPER_ROMAN;
    }
    for (uint32_t i = 0; i < r->count; i++) {
        struct pl_entity_text *it = &r->lines[i].text;
        struct pl_label roman;
        if (has_roman[it->kind] && it->label.count == 1 &&
            it->label.parts[0].style == PL_LABEL_UPPER &&
            pl_label_as_roman(it->label, pl_range_text(text, it->number),
                              &roman)) {
            it->label = roman;
        }
    }
}

/* Lines that look like entities only beside others of their kind: weak ones,
 * and "Task 1: ..." outside headings. */
static bool is_doubtful(const struct pl_entity_line *line)
{
    if (line->what == PL_ENTITY_LINE_GROUP) {
        return false;
    }
    bool is_plain = line->text.kind == PL_ENTITY_GOAL ||
                    line->text.kind == PL_ENTITY_TARGET ||
                    line->text.kind == PL_ENTITY_OBJECTIVE ||
                    line->text.kind == PL_ENTITY_PRIORITY;
    return line->text.is_weak ||
           (line->prominence < PL_PROMINENCE_HEADING && !is_plain);
}

static void drop_lonely(struct settling *r)
{
    struct pl_map *first = pl_map_new(r->arena, r->count);
    bool *has_others =
        pl_arena_array(r->arena, r->count + 1, sizeof(*has_others));
    for (uint32_t i = 0; i < r->count; i++) {
        const struct pl_entity_line *line = &r->lines[i];
        char key[sizeof(uint32_t) + 1] = {0};
        key[pl_entity_key_put(key, line->text.row)] = (char)line->text.is_weak;
        uint32_t other = pl_map_get_or_add(
            first, pl_arena_copy(r->arena, (pl_str){key, sizeof(key)}), i);
        has_others[other] |=
            !pl_label_eq(r->lines[other].text.label, line->text.label);
        has_others[i] = has_others[other];
    }
    size_t kept = 0;
    for (uint32_t i = 0; i < r->count; i++) {
        struct pl_entity_line *line = &r->lines[i];
        if (!is_doubtful(line) || has_others[i]) {
            r->lines[kept++] = *line;
        }
    }
    r->count = kept;
}

/* Nouns with and without a qualifier are one family, unless a number is
 * introduced with both. */
static void find_families(struct settling *r)
{
    struct pl_map *first = pl_map_new(r->arena, r->count);
    struct pl_map *split = pl_map_new(r->arena, 8); /* rows */
    pl_str text = r->text;
    for (uint32_t i = 0; i < r->count; i++) {
        struct pl_entity_line *line = &r->lines[i];
        set_family(r, line, line->text.row);
        if (line->what == PL_ENTITY_LINE_GROUP) {
            continue;
        }
        uint32_t at = pl_map_get_or_add(first, line->key, i);
        const struct pl_entity_line *other = &r->lines[at];
        if (other->text.qualifier != line->text.qualifier &&
            other->prominence == line->prominence &&
            !has_same_name(text, other, line)) {
            char *row = pl_arena_alloc(r->arena, sizeof(uint32_t));
            pl_entity_key_put(row, line->family);
            pl_map_put(split, (pl_str){row, sizeof(uint32_t)}, 1);
        }
    }
    for (uint32_t i = 0; i < r->count && pl_map_count(split) > 0; i++) {
        struct pl_entity_line *line = &r->lines[i];
        char row[sizeof(uint32_t)];
        pl_entity_key_put(row, line->family);
        if (pl_map_get(split, (pl_str){row, sizeof(row)}) != PL_NONE) {
            set_family(r, line,
                       line->family | (line->text.qualifier + 1) << ROW_BITS);
        }
    }
}

/* "Target 1.1" alone in a cell: what its row is about, when the plan has names
 * for its targets elsewhere. */
static bool is_pointer(const struct pl_entity_line *line, const bool *are_named)
{
    return line->is_alone && are_named[line->text.kind];
}

/* "Objective 1" alone in the first cell of several rows groups them. */
static bool is_repeated(const struct pl_entity_line *line,
                        const uint32_t *repeats)
{
    return line->is_alone && line->is_again && repeats[line->text.kind] > 1;
}

static void point(struct pl_entity_line *line)
{
    uint32_t end = line->text.number.end;
    line->what = PL_ENTITY_LINE_MENTION;
    line->text.name = (struct pl_range){end, end};
    line->text.range.end = end;
}

/* Numbers alone in cells that stand there again, by kind. */
static void count_repeats(struct settling *r, uint32_t *repeats)
{
    struct pl_map *first = pl_map_new(r->arena, r->count);
    for (uint32_t i = 0; i < r->count; i++) {
        struct pl_entity_line *line = &r->lines[i];
        if (line->is_alone) {
            line->is_again = pl_map_get_or_add(first, line->key, i) != i;
            repeats[line->text.kind] += line->is_again;
        }
    }
}

static void find_named(const struct settling *r, bool *are_named)
{
    for (uint32_t i = 0; i < r->count; i++) {
        const struct pl_entity_line *line = &r->lines[i];
        are_named[line->text.kind] |= line->what != PL_ENTITY_LINE_GROUP &&
                                      !line->is_alone &&
                                      !pl_range_is_empty(line->text.name);
    }
}

static bool is_better(const struct pl_entity_line *line,
                      const struct pl_entity_line *other)
{
    return line->prominence == other->prominence
               ? is_named(line) && !is_named(other)
               : line->prominence > other->prominence;
}

/* The first of the most prominent lines of each number introduces it. */
static void tell_mentions(struct settling *r)
{
    struct pl_map *best = pl_map_new(r->arena, r->count);
    bool are_named[PL_ENTITY_KIND_COUNT] = {false};
    uint32_t repeats[PL_ENTITY_KIND_COUNT] = {0};
    find_named(r, are_named);
    count_repeats(r, repeats);
    for (uint32_t i = 0; i < r->count; i++) {
        struct pl_entity_line *line = &r->lines[i];
        if (line->what == PL_ENTITY_LINE_GROUP || is_pointer(line, are_named)) {
            continue;
        }
        uint32_t other = pl_map_get_or_add(best, line->key, i);
        if (is_better(line, &r->lines[other])) {
            pl_map_put(best, line->key, i);
        }
    }
    for (uint32_t i = 0; i < r->count; i++) {
        struct pl_entity_line *line = &r->lines[i];
        if (line->what == PL_ENTITY_LINE_GROUP) {
            continue;
        }
        if (is_pointer(line, are_named) || is_repeated(line, repeats)) {
            point(line);
            continue;
        }
        uint32_t first = pl_map_get(best, line->key);
        bool is_entity =
            i == first || is_second(r->text, &r->lines[first], line);
        line->what = is_entity ? PL_ENTITY_LINE_ENTITY : PL_ENTITY_LINE_MENTION;
    }
}

size_t pl_entity_lines_settle(struct pl_arena *arena, pl_str text,
                              struct pl_entity_line *lines, size_t count)
{
    struct settling settling = {arena, text, lines, count};
    read_romans(&settling);
    drop_lonely(&settling);
    find_families(&settling);
    tell_mentions(&settling);
    return settling.count;
}
