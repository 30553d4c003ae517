#include "checks/shared/scope.h"

#include "base/arena.h"
#include "base/chars.h"
#include "base/nearest.h"
#include "plan/plan.h"

static const struct {
    const char *name;
    enum pl_block_kind kind;
} kinds[] = {
    {"heading", PL_BLOCK_HEADING}, {"paragraph", PL_BLOCK_PARAGRAPH},
    {"item", PL_BLOCK_ITEM},       {"cell", PL_BLOCK_CELL},
    {"quote", PL_BLOCK_QUOTE},     {"note", PL_BLOCK_NOTE},
};
enum {
    KIND_COUNT = sizeof(kinds) / sizeof(*kinds),
    MACRO = 160,     /* bytes of a macro that are looked at */
    MAX_NESTED = 64, /* spans in a note before a place that are looked at */
};

static uint32_t bit_of(enum pl_block_kind kind)
{
    return UINT32_C(1) << (uint32_t)kind;
}

static uint32_t all_prose(void)
{
    uint32_t bits = 0;
    for (size_t i = 0; i < KIND_COUNT; i++) {
        bits |= bit_of(kinds[i].kind);
    }
    return bits;
}

static bool unknown_kind(struct pl_json list, pl_str name,
                         struct pl_error *error)
{
    struct pl_nearest nearest = pl_nearest_to(name);
    for (size_t i = 0; i < KIND_COUNT; i++) {
        pl_nearest_offer(&nearest, pl_str_from(kinds[i].name));
    }
    if (nearest.best.len) {
        return PL_FAIL_AT(error, pl_json_place(list),
                          "there is no kind of block \"%.*s\", did you mean "
                          "\"%.*s\"?",
                          PL_STR_ARG(name), PL_STR_ARG(nearest.best));
    }
    return PL_FAIL_AT(error, pl_json_place(list),
                      "there is no kind of block \"%.*s\"", PL_STR_ARG(name));
}

/* Adds the bits of the kinds that a member lists. */
static bool read_kinds(struct pl_arena *arena, struct pl_json params,
                       const char *key, uint32_t *bits, struct pl_error *error)
{
    struct pl_json_strings names = {0};
    if (!pl_json_strings_or(arena, params, key, &names, error)) {
        return false;
    }
    for (size_t i = 0; i < names.count; i++) {
        size_t k = 0;
        while (k < KIND_COUNT &&
               !pl_str_eq(names.items[i], pl_str_from(kinds[k].name))) {
            k++;
        }
        if (k == KIND_COUNT) {
            return unknown_kind(pl_json_get(params, key), names.items[i],
                                error);
        }
        *bits |= bit_of(kinds[k].kind);
    }
    return true;
}

bool pl_scope_load(struct pl_arena *arena, struct pl_json params,
                   struct pl_scope *scope, struct pl_error *error)
{
    uint32_t in = 0;
    uint32_t not_in = 0;
    if (!read_kinds(arena, params, "in", &in, error) ||
        !read_kinds(arena, params, "notIn", &not_in, error)) {
        return false;
    }
    if (in || not_in) {
        scope->left_out = not_in | (in ? all_prose() & ~in : 0);
    }
    return true;
}

bool pl_scope_has(struct pl_scope scope, const struct pl_block *block)
{
    return (bit_of(block->kind) & all_prose() & ~scope.left_out) != 0;
}

const struct pl_block *pl_scope_block(struct pl_scope scope,
                                      const struct pl_plan *plan,
                                      uint32_t offset)
{
    uint32_t index = pl_plan_block_at(plan, offset);
    if (index == PL_NONE || !pl_scope_has(scope, &plan->blocks[index])) {
        return NULL;
    }
    return &plan->blocks[index];
}

const struct pl_block *pl_scope_next_block(struct pl_scope scope,
                                           const struct pl_plan *plan,
                                           uint32_t offset, uint32_t *cursor)
{
    const struct pl_block *blocks = plan->blocks;
    uint32_t step = 1;
    while (*cursor + step < plan->blocks_count &&
           blocks[*cursor + step].range.start <= offset) {
        *cursor += step;
        step *= 2;
    }
    for (step /= 2; step > 0; step /= 2) {
        if (*cursor + step < plan->blocks_count &&
            blocks[*cursor + step].range.start <= offset) {
            *cursor += step;
        }
    }
    bool found = *cursor < plan->blocks_count &&
                 blocks[*cursor].range.start <= offset &&
                 pl_scope_has(scope, &blocks[*cursor]);
    return found ? &blocks[*cursor] : NULL;
}

static bool overlap(struct pl_range a, struct pl_range b)
{
    return a.start < b.end && b.start < a.end;
}

static bool is_inside(struct pl_range inner, struct pl_range outer)
{
    return outer.start <= inner.start && inner.end <= outer.end;
}

bool pl_scope_is_prose(const struct pl_plan *plan, const struct pl_block *block,
                       struct pl_range range)
{
    uint32_t end = pl_plan_span_from(plan, block, range.end);
    for (uint32_t i = end; i > block->first_span && end - i < MAX_NESTED; i--) {
        const struct pl_span *span = &plan->spans[i - 1];
        bool allowed =
            span->kind == PL_SPAN_TAB ||
            (span->kind == PL_SPAN_FOOTNOTE && is_inside(range, span->range));
        if (!allowed && overlap(span->range, range)) {
            return false;
        }
    }
    return true;
}

const struct pl_span *pl_scope_span_before(const struct pl_plan *plan,
                                           const struct pl_block *block,
                                           uint32_t offset)
{
    uint32_t end = pl_plan_span_from(plan, block, offset);
    return end > block->first_span ? &plan->spans[end - 1] : NULL;
}

bool pl_scope_is_in_macro(pl_str text, uint32_t at)
{
    uint32_t start = at;
    while (start > 0 && at - start < MACRO && text.data[start - 1] != '\n' &&
           text.data[start - 1] != '[' && text.data[start - 1] != ']') {
        start--;
    }
    return start > 2 && text.data[start - 1] == '[' &&
           text.data[start - 2] == ':' && pl_is_letter(text.data[start - 3]);
}

bool pl_scope_is_quotation(const struct pl_plan *plan,
                           const struct pl_block *block)
{
    static const pl_str marks[][2] = {
        {PL_STR("\u201C"), PL_STR("\u201D")},
        {PL_STR("\u00AB"), PL_STR("\u00BB")},
        {PL_STR("\""), PL_STR("\"")},
    };
    pl_str text = pl_range_text(plan->text, block->content);
    if (text.len == 0 || pl_is_alnum(text.data[0])) {
        return false;
    }
    for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
        if (pl_str_starts(text, marks[i][0]) &&
            pl_str_ends(text, marks[i][1])) {
            return true;
        }
    }
    return false;
}
