/* Numbers: of sections, paragraphs, items, goals and the like, with every
 * reference to them, and with the numbers that begin with theirs. */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/chars.h"
#include "plan/plan.h"
#include "plan/rename/name_form.h"
#include "plan/rename/rename_draft.h"
#include "plan/rename/rename_room.h"
#include "plan/symbols/label_core.h"

/* A number and what it becomes. */
struct change {
    const struct pl_symbol *symbol;
    struct pl_label from;
    struct pl_label to;
    pl_str text; /* of `to`, as typed */
};

static bool is_mark(char c)
{
    return c == '(' || c == ')' || c == '.' || c == ':' || c == ' ';
}

/* Hyphens join parts as dots do. */
static bool parse(struct pl_arena *scratch, pl_str text, struct pl_label *label)
{
    struct pl_buf dotted = pl_buf_in(scratch);
    for (size_t i = 0; i < text.len; i++) {
        pl_buf_add_char(&dotted, text.data[i] == '-' ? '.' : text.data[i]);
    }
    return pl_label_parse(pl_buf_str(&dotted), label);
}

/* The label in what was typed: "c" for "c)". */
static bool read_label(const struct pl_rename_draft *draft,
                       struct change *change)
{
    struct pl_range all = {0, (uint32_t)draft->name.len};
    struct pl_range core = pl_label_core(draft->name, all);
    bool is_bare = true;
    for (uint32_t i = 0; i < all.end; i++) {
        is_bare &= pl_range_has(core, i) || is_mark(draft->name.data[i]);
    }
    change->text = pl_range_text(draft->name, core);
    if (!is_bare || !parse(draft->scratch, change->text, &change->to)) {
        return PL_FAIL(draft->error, "\"%.*s\" is no number",
                       PL_STR_ARG(draft->name));
    }
    return true;
}

static bool is_roman(struct pl_label label)
{
    uint8_t style = label.parts[label.count - 1].style;
    return style == PL_LABEL_LOWER_ROMAN || style == PL_LABEL_UPPER_ROMAN;
}

static bool is_decimal(struct pl_label label)
{
    return label.parts[label.count - 1].style == PL_LABEL_DECIMAL;
}

/* The new number is of the kind that its neighbours have: "c" among "a" and
 * "b", "2.4" among "2.1" and "2.2". */
static bool check_style(const struct pl_rename_draft *draft,
                        struct change *change)
{
    struct pl_label from = change->from;
    struct pl_label roman;
    if (is_roman(from) && pl_label_as_roman(change->to, change->text, &roman)) {
        change->to = roman;
    }
    bool is_free = change->symbol->kind == PL_SYMBOL_ANNEX;
    if (!is_free && (from.count != change->to.count ||
                     is_decimal(from) != is_decimal(change->to))) {
        return PL_FAIL(draft->error,
                       "\"%.*s\" is not numbered in the way of \"%.*s\"",
                       PL_STR_ARG(change->text), PL_STR_ARG(draft->now));
    }
    return true;
}

/* Of the text of a label the part after its first `count` parts. */
static pl_str after_parts(pl_str text, size_t count)
{
    size_t at = 0;
    for (; at < text.len && count > 0; at++) {
        char c = text.data[at];
        count -= (c == '.' || c == '-') && at > 0;
    }
    return count > 0 ? (pl_str){0} : pl_str_slice(text, at, text.len);
}

static size_t count_parts(pl_str text)
{
    size_t count = 1;
    for (size_t i = 1; i < text.len; i++) {
        count += text.data[i] == '.' || text.data[i] == '-';
    }
    return count;
}

/* In the capitals of the use; of "9.3.1-3" the 3 alone. */
static pl_str text_for(const struct pl_rename_draft *draft,
                       const struct change *change, pl_str form)
{
    if (count_parts(form) < change->from.count &&
        pl_label_same_parent(change->from, change->to)) {
        return after_parts(change->text, change->to.count - 1u);
    }
    return pl_name_is_alike(draft->scratch, draft->now, form)
               ? pl_name_like(draft->scratch, change->text, draft->now, form)
               : change->text;
}

static void replace_numbers(struct pl_rename_draft *draft,
                            const struct change *change)
{
    const struct pl_symbol *symbol = change->symbol;
    for (uint32_t i = 0; i < symbol->end - symbol->first; i++) {
        const struct pl_occurrence *it =
            pl_symbol_occurrence(draft->symbols, symbol, i);
        if (it->role == PL_OCCURRENCE_NUMBER) {
            pl_str form = pl_rename_text(draft, it->range);
            pl_rename_replace(draft, it->range, text_for(draft, change, form));
        }
    }
}

/* The numbers "2.1" and "2.2" go with the 2. */
static void replace_beginnings(struct pl_rename_draft *draft,
                               const struct change *change,
                               const struct pl_symbol *below)
{
    for (uint32_t i = 0; i < below->end - below->first; i++) {
        const struct pl_occurrence *it =
            pl_symbol_occurrence(draft->symbols, below, i);
        pl_str form = pl_rename_text(draft, it->range);
        pl_str rest = after_parts(form, change->from.count);
        if (it->role != PL_OCCURRENCE_NUMBER || rest.len == 0) {
            continue;
        }
        uint32_t end = it->range.end - (uint32_t)rest.len - 1;
        struct pl_label label;
        struct pl_range beginning = {it->range.start, end};
        if (parse(draft->scratch, pl_rename_text(draft, beginning), &label) &&
            pl_label_eq(label, change->from)) {
            pl_rename_replace(draft, beginning, change->text);
        }
    }
}

static bool is_under(const struct pl_plan *plan, uint32_t entity,
                     uint32_t ancestor)
{
    while (entity != PL_NONE && entity != ancestor) {
        entity = plan->entities[entity].parent;
    }
    return entity == ancestor;
}

/* Whether the number of `it` begins with the one that changes, and belongs to
 * what has it. */
static bool is_below(const struct pl_rename_draft *draft,
                     const struct change *change, const struct pl_symbol *it)
{
    const struct pl_symbol *own = change->symbol;
    if (!pl_label_is_ancestor(change->from, it->label)) {
        return false;
    }
    if (own->kind == PL_SYMBOL_ENTITY) {
        return it->kind == PL_SYMBOL_ENTITY &&
               is_under(draft->plan, it->index, own->index);
    }
    return own->kind == PL_SYMBOL_SECTION &&
           (it->kind == PL_SYMBOL_SECTION || it->kind == PL_SYMBOL_PARAGRAPH) &&
           pl_range_has(own->extent, it->number.start);
}

static struct pl_label moved(const struct change *change, struct pl_label label)
{
    uint8_t rest = (uint8_t)(label.count - change->from.count);
    struct pl_label to = change->to;
    if (to.count + rest > PL_LABEL_MAX_PARTS) {
        return label;
    }
    memcpy(to.parts + to.count, label.parts + change->from.count,
           rest * sizeof(to.parts[0]));
    to.count = (uint8_t)(to.count + rest);
    return to;
}

static bool check_room(struct pl_rename_draft *draft,
                       const struct change *change)
{
    const struct pl_symbol *taken =
        pl_rename_room_find(draft, change->symbol, change->to);
    if (taken) {
        return pl_rename_is_taken_by(draft, taken);
    }
    for (uint32_t i = 0; i < draft->symbols->count; i++) {
        const struct pl_symbol *it = &draft->symbols->items[i];
        if (is_below(draft, change, it)) {
            taken = pl_rename_room_find(draft, it, moved(change, it->label));
            if (taken && !is_below(draft, change, taken)) {
                return pl_rename_is_taken_by(draft, taken);
            }
        }
    }
    return true;
}

static void apply(struct pl_rename_draft *draft, const struct change *change)
{
    replace_numbers(draft, change);
    for (uint32_t i = 0; i < draft->symbols->count; i++) {
        const struct pl_symbol *it = &draft->symbols->items[i];
        if (is_below(draft, change, it)) {
            replace_beginnings(draft, change, it);
        }
    }
}

/* Where a symbol's number is defined; PL_NONE. */
static uint32_t defined_at(const struct pl_symbols *symbols,
                           const struct pl_symbol *symbol)
{
    for (uint32_t i = 0; i < symbol->end - symbol->first; i++) {
        const struct pl_occurrence *it =
            pl_symbol_occurrence(symbols, symbol, i);
        if (it->is_definition && it->role == PL_OCCURRENCE_NUMBER) {
            return it->range.start;
        }
    }
    return PL_NONE;
}

/* Whether `it` has its number from the same place: section 2 that is goal 2. */
static bool is_one(const struct pl_rename_draft *draft,
                   const struct pl_symbol *it)
{
    if (it == draft->symbol) {
        return true;
    }
    uint32_t own = defined_at(draft->symbols, draft->symbol);
    return own != PL_NONE && it->label.count > 0 &&
           pl_range_has(it->number, own) &&
           defined_at(draft->symbols, it) == own;
}

bool pl_rename_label(struct pl_rename_draft *draft)
{
    struct change change = {.symbol = draft->symbol,
                            .from = draft->symbol->label};
    if (change.from.count == 0 || !read_label(draft, &change)) {
        return change.from.count == 0
                   ? PL_FAIL(draft->error, "it has no number of its own")
                   : false;
    }
    if (!check_style(draft, &change)) {
        return false;
    }
    for (uint32_t i = 0; i < draft->symbols->count; i++) {
        change.symbol = &draft->symbols->items[i];
        if (is_one(draft, change.symbol) && !check_room(draft, &change)) {
            return false;
        }
    }
    for (uint32_t i = 0; i < draft->symbols->count; i++) {
        change.symbol = &draft->symbols->items[i];
        if (is_one(draft, change.symbol)) {
            apply(draft, &change);
        }
    }
    return true;
}
