#include "plan/rename.h"

#include "base/arena.h"
#include "plan/plan.h"
#include "plan/rename/name_form.h"
#include "plan/rename/rename_draft.h"
#include "text/source.h"

enum { LONGEST_NAME = 400 /* bytes */ };

pl_str pl_rename_text(const struct pl_rename_draft *draft,
                      struct pl_range range)
{
    return pl_range_text(draft->plan->text, range);
}

void pl_rename_replace(struct pl_rename_draft *draft, struct pl_range range,
                       pl_str text)
{
    if (!pl_str_eq(pl_rename_text(draft, range), text)) {
        *PL_VEC_PUSH(draft->arena, &draft->edits) =
            (struct pl_edit){range, pl_arena_copy(draft->arena, text)};
    }
}

void pl_rename_all(struct pl_rename_draft *draft, enum pl_occurrence_role role)
{
    const struct pl_symbol *symbol = draft->symbol;
    for (uint32_t i = 0; i < symbol->end - symbol->first; i++) {
        const struct pl_occurrence *it =
            pl_symbol_occurrence(draft->symbols, symbol, i);
        if (it->role == role) {
            pl_rename_replace(draft, it->range, draft->name);
        }
    }
}

bool pl_rename_is_taken(struct pl_rename_draft *draft, pl_str what,
                        uint32_t offset)
{
    const struct pl_lines *lines = &draft->plan->source->lines;
    size_t line = pl_lines_position(lines, offset).line;
    pl_str place = pl_plan_address(draft->scratch, draft->plan, offset);
    bool is_told = place.len > 0 && !pl_str_eq(place, what);
    return PL_FAIL(draft->error, "%.*s is there already, in line %zu%s%.*s%s",
                   PL_STR_ARG(what), line, is_told ? " (" : "",
                   PL_STR_ARG(is_told ? place : (pl_str){0}),
                   is_told ? ")" : "");
}

bool pl_rename_is_taken_by(struct pl_rename_draft *draft,
                           const struct pl_symbol *symbol)
{
    pl_str title = pl_symbol_title(draft->scratch, draft->symbols, symbol);
    bool has_number = !pl_range_is_empty(symbol->number);
    return pl_rename_is_taken(
        draft, title, has_number ? symbol->number.start : symbol->name.start);
}

/* The long form as it stands at its definition, where it is the one meant. */
static struct pl_range defined_form(const struct pl_symbols *symbols,
                                    struct pl_symbol_hit hit)
{
    struct pl_arena *scratch = pl_arena_new();
    pl_str text = symbols->plan->text;
    struct pl_range defined = hit.symbol->name;
    bool is_alike =
        pl_name_is_alike(scratch, pl_range_text(text, defined),
                         pl_range_text(text, hit.occurrence->range));
    pl_arena_free(scratch);
    return is_alike ? defined : hit.occurrence->range;
}

/* Why what a cursor is on cannot be renamed, or false. */
static bool can_rename(const struct pl_symbols *symbols,
                       struct pl_symbol_hit hit, struct pl_error *error)
{
    if (!hit.symbol) {
        return PL_FAIL(error, "nothing that can be renamed stands here");
    }
    if (hit.other) {
        return PL_FAIL(error, "two numbers are meant here: put the cursor on "
                              "one of them");
    }
    if (hit.symbol->kind == PL_SYMBOL_INSTRUMENT) {
        pl_str number = pl_range_text(symbols->plan->text, hit.symbol->number);
        return PL_FAIL(error, "\"%.*s\" is the number of another document",
                       PL_STR_ARG(number));
    }
    return true;
}

bool pl_rename_prepare(struct pl_arena *arena, const struct pl_symbols *symbols,
                       uint32_t offset, struct pl_rename_target *target,
                       struct pl_error *error)
{
    struct pl_symbol_hit hit = pl_symbol_at(symbols, offset);
    if (!can_rename(symbols, hit, error)) {
        return false;
    }
    target->range = hit.occurrence->range;
    bool is_number = hit.occurrence->role == PL_OCCURRENCE_NUMBER;
    struct pl_range now =
        is_number ? target->range : defined_form(symbols, hit);
    target->placeholder =
        pl_name_in_line(arena, pl_range_text(symbols->plan->text, now));
    return true;
}

static bool is_plain(pl_str name)
{
    for (size_t i = 0; i < name.len; i++) {
        unsigned char c = (unsigned char)name.data[i];
        if (c < 0x20 || c == 0x7f) {
            return false;
        }
    }
    return true;
}

/* What no name of any kind may be. */
static bool check_name(pl_str name, struct pl_error *error)
{
    if (name.len == 0) {
        return PL_FAIL(error, "the new name is empty");
    }
    if (!is_plain(name)) {
        return PL_FAIL(error, "the new name has a line end, a tab or a "
                              "control character in it");
    }
    if (name.len > LONGEST_NAME) {
        return PL_FAIL(error, "the new name has more than %d bytes",
                       (int)LONGEST_NAME);
    }
    return true;
}

static bool rename_number(struct pl_rename_draft *draft)
{
    switch (draft->symbol->kind) {
    case PL_SYMBOL_ACRONYM:
        return pl_rename_acronym(draft);
    case PL_SYMBOL_FOOTNOTE:
        return pl_rename_footnote(draft);
    case PL_SYMBOL_LINK:
        return pl_rename_link(draft);
    case PL_SYMBOL_SECTION:
    case PL_SYMBOL_ANNEX:
    case PL_SYMBOL_PARAGRAPH:
    case PL_SYMBOL_ITEM:
    case PL_SYMBOL_CLAUSE_ITEM:
    case PL_SYMBOL_ENTITY:
    case PL_SYMBOL_CAPTION:
        return pl_rename_label(draft);
    case PL_SYMBOL_INSTRUMENT:
    case PL_SYMBOL_KIND_COUNT:
        break;
    }
    return true;
}

/* In order; of two at one place the first counts. */
static struct pl_edits settled(struct pl_rename_draft *draft)
{
    struct pl_edit *items = draft->edits.items;
    size_t kept = 0;
    pl_edits_sort(items, draft->edits.len);
    for (size_t i = 0; i < draft->edits.len; i++) {
        if (kept == 0 || items[i].range.start >= items[kept - 1].range.end) {
            items[kept++] = items[i];
        }
    }
    return (struct pl_edits){items, kept};
}

static bool rename_with(struct pl_rename_draft *draft, struct pl_symbol_hit hit)
{
    bool is_number = hit.occurrence->role == PL_OCCURRENCE_NUMBER;
    struct pl_range now =
        is_number ? hit.occurrence->range : defined_form(draft->symbols, hit);
    draft->symbol = hit.symbol;
    draft->at = hit.occurrence;
    draft->now = pl_rename_text(draft, now);
    return pl_str_eq(draft->now, draft->name) ||
           (is_number ? rename_number(draft) : pl_rename_name(draft));
}

bool pl_rename(struct pl_arena *arena, const struct pl_symbols *symbols,
               uint32_t offset, pl_str new_name, struct pl_edits *edits,
               struct pl_error *error)
{
    struct pl_symbol_hit hit = pl_symbol_at(symbols, offset);
    struct pl_rename_draft draft = {
        .arena = arena,
        .symbols = symbols,
        .plan = symbols->plan,
        .name = pl_str_trim(new_name),
        .error = error,
    };
    *edits = (struct pl_edits){0};
    if (!can_rename(symbols, hit, error) || !check_name(draft.name, error)) {
        return false;
    }
    draft.scratch = pl_arena_new();
    bool is_done = rename_with(&draft, hit);
    if (is_done) {
        *edits = settled(&draft);
    }
    pl_arena_free(draft.scratch);
    return is_done;
}
