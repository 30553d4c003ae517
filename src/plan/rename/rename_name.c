/* Names: of goals, priorities and whatever else has one, titles, and what
 * acronyms stand for. Each use keeps its capitals and its line ends. */
#include "base/arena.h"
#include "plan/plan.h"
#include "plan/rename/name_form.h"
#include "plan/rename/rename_draft.h"

static bool is_in_table(const struct pl_rename_draft *draft, uint32_t offset)
{
    uint32_t block = pl_plan_block_at(draft->plan, offset);
    return block != PL_NONE && draft->plan->blocks[block].kind == PL_BLOCK_CELL;
}

static struct pl_range range_of(const struct pl_rename_draft *draft,
                                pl_str piece)
{
    uint32_t start = (uint32_t)(piece.data - draft->plan->text.data);
    return (struct pl_range){start, start + (uint32_t)piece.len};
}

static size_t count_words(pl_str name)
{
    size_t count = 0;
    while (pl_name_word(&name).len > 0) {
        count++;
    }
    return count;
}

/* Word for word, so that what is between the words stays. */
static void replace_words(struct pl_rename_draft *draft, pl_str form,
                          pl_str name)
{
    for (pl_str word; (word = pl_name_word(&form)).len > 0;) {
        pl_rename_replace(draft, range_of(draft, word), pl_name_word(&name));
    }
}

static pl_str up_to(pl_str whole, pl_str rest)
{
    return pl_str_slice(whole, 0, (size_t)(rest.data - whole.data));
}

/* As many words as before its first line end stay before it. */
static void replace_wrapped(struct pl_rename_draft *draft, pl_str form,
                            pl_str name, size_t words)
{
    pl_str rest = form;
    pl_str first = {0};
    pl_str new_rest = name;
    bool is_wrapped = false;
    while (words > 1 && rest.len > 0 && !is_wrapped) {
        pl_str word = pl_name_word(&rest);
        first =
            pl_str_slice(form, 0, (size_t)(word.data - form.data) + word.len);
        pl_str gap = pl_str_slice(form, first.len, form.len - rest.len);
        is_wrapped = pl_str_find_char(gap, '\n', 0) != PL_NOWHERE;
        if (words-- > 1) {
            pl_name_word(&new_rest);
        }
    }
    if (!is_wrapped || rest.len == 0) {
        pl_rename_replace(draft, range_of(draft, form), name);
        return;
    }
    pl_rename_replace(draft, range_of(draft, first),
                      pl_str_trim(up_to(name, new_rest)));
    pl_rename_replace(draft, range_of(draft, rest), new_rest);
}

static void replace(struct pl_rename_draft *draft, struct pl_range range)
{
    pl_str form = pl_rename_text(draft, range);
    pl_str name = pl_name_like(draft->scratch, draft->name, draft->now, form);
    size_t words = count_words(name);
    if (words == count_words(form)) {
        replace_words(draft, form, name);
    } else if (pl_str_find_char(form, '\n', 0) != PL_NOWHERE) {
        replace_wrapped(draft, form, name, words);
    } else {
        pl_rename_replace(draft, range, name);
    }
}

/* A name that differs from the one at the cursor in more than its capitals is
 * another name of the same thing, and stays. */
static bool check_places(struct pl_rename_draft *draft,
                         const struct pl_symbol *symbol)
{
    bool has_bar = pl_str_find_char(draft->name, '|', 0) != PL_NOWHERE;
    for (uint32_t i = 0; has_bar && i < symbol->end - symbol->first; i++) {
        const struct pl_occurrence *it =
            pl_symbol_occurrence(draft->symbols, symbol, i);
        if (it->role == draft->at->role &&
            is_in_table(draft, it->range.start)) {
            return PL_FAIL(draft->error, "\"|\" would end the cell of a table "
                                         "that the name stands in");
        }
    }
    return true;
}

static void replace_all(struct pl_rename_draft *draft,
                        const struct pl_symbol *symbol)
{
    for (uint32_t i = 0; i < symbol->end - symbol->first; i++) {
        const struct pl_occurrence *it =
            pl_symbol_occurrence(draft->symbols, symbol, i);
        if (it->role == draft->at->role &&
            pl_name_is_alike(draft->scratch, draft->now,
                             pl_rename_text(draft, it->range))) {
            replace(draft, it->range);
        }
    }
}

/* Whether two symbols are of a kind that has each name once. */
static bool is_same_kind(const struct pl_rename_draft *draft,
                         const struct pl_symbol *other)
{
    const struct pl_symbol *own = draft->symbol;
    const struct pl_section *sections = draft->plan->sections;
    if (own->kind != other->kind) {
        return false;
    }
    return own->kind != PL_SYMBOL_SECTION ||
           sections[own->index].parent == sections[other->index].parent;
}

/* Defined twice: "Goal 1: Safe Entry" in a table and as a heading. */
static bool is_same_thing(const struct pl_rename_draft *draft,
                          const struct pl_symbol *other)
{
    const struct pl_symbol *own = draft->symbol;
    if (own == other) {
        return true;
    }
    if (own->kind != PL_SYMBOL_ENTITY || other->kind != PL_SYMBOL_ENTITY) {
        return false;
    }
    const struct pl_entity *entities = draft->plan->entities;
    bool is_numbered = own->label.count > 0 && other->label.count > 0;
    return entities[own->index].kind == entities[other->index].kind &&
           (!is_numbered || pl_label_eq(own->label, other->label)) &&
           pl_name_is_alike(draft->scratch, draft->now,
                            pl_rename_text(draft, other->name));
}

bool pl_rename_name(struct pl_rename_draft *draft)
{
    const struct pl_symbols *symbols = draft->symbols;
    for (uint32_t i = 0; i < symbols->count; i++) {
        const struct pl_symbol *it = &symbols->items[i];
        bool is_own = is_same_thing(draft, it);
        if (!is_own && is_same_kind(draft, it) &&
            pl_name_is_alike(draft->scratch, draft->name,
                             pl_rename_text(draft, it->name))) {
            return pl_rename_is_taken_by(draft, it);
        }
        if (is_own && !check_places(draft, it)) {
            return false;
        }
    }
    for (uint32_t i = 0; i < symbols->count; i++) {
        if (is_same_thing(draft, &symbols->items[i])) {
            replace_all(draft, &symbols->items[i]);
        }
    }
    return true;
}
