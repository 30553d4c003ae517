/* Acronyms as symbols: where they are spelled out and used, in any form. */
#include "plan/plan.h"
#include "plan/symbols/definition.h"

/* The name in a form of it, "ICT" of "ICTs". */
static struct pl_range name_within(const struct pl_plan *plan, pl_str name,
                                   struct pl_range form)
{
    size_t at = pl_str_find(pl_range_text(plan->text, form), name, 0);
    if (at == PL_NOWHERE) {
        return form;
    }
    uint32_t start = form.start + (uint32_t)at;
    return (struct pl_range){start, start + (uint32_t)name.len};
}

/* To the end of the last word that it has a part of. */
static struct pl_range with_ending(const struct pl_plan *plan,
                                   struct pl_range range)
{
    uint32_t next = pl_words_at(plan->words, range.end);
    if (next > 0) {
        struct pl_range last = pl_word_range(plan->words, next - 1);
        range.end = last.end > range.end ? last.end : range.end;
    }
    return range;
}

static void define_acronym(struct pl_symbol_draft *draft, uint32_t at,
                           const struct pl_acronym *acronym)
{
    for (uint32_t i = 0; i < acronym->expansion_count; i++) {
        const struct pl_expansion *it = &acronym->expansions[i];
        pl_symbol_draft_define(
            draft, at,
            (struct pl_symbol_place){
                PL_OCCURRENCE_NUMBER,
                name_within(draft->plan, acronym->name, it->acronym),
                it->acronym});
        pl_symbol_draft_define(draft, at,
                               (struct pl_symbol_place){PL_OCCURRENCE_LONG_FORM,
                                                        it->long_form,
                                                        it->long_form});
    }
}

static void use_acronym(struct pl_symbol_draft *draft, uint32_t at,
                        const struct pl_acronym *acronym)
{
    for (uint32_t i = 0; i < acronym->use_count; i++) {
        struct pl_range range = pl_acronym_use_range(draft->plan, acronym, i);
        pl_symbol_draft_use(
            draft, at,
            (struct pl_symbol_place){PL_OCCURRENCE_NUMBER, range,
                                     with_ending(draft->plan, range)});
    }
    for (uint32_t i = 0; i < acronym->long_use_count; i++) {
        struct pl_range range = acronym->long_uses[i];
        pl_symbol_draft_use(
            draft, at,
            (struct pl_symbol_place){PL_OCCURRENCE_LONG_FORM, range, range});
    }
}

void pl_symbol_draft_add_acronyms(struct pl_symbol_draft *draft)
{
    const struct pl_plan *plan = draft->plan;
    for (uint32_t i = 0; i < plan->acronyms_count; i++) {
        const struct pl_acronym *it = &plan->acronyms[i];
        struct pl_symbol symbol = {.kind = PL_SYMBOL_ACRONYM, .index = i};
        if (it->expansion_count > 0) {
            symbol.number = it->expansions[0].acronym;
            symbol.name = it->expansions[0].long_form;
            symbol.extent = pl_definition_span(symbol.number, symbol.name);
        } else if (it->use_count > 0) {
            symbol.number = pl_acronym_use_range(plan, it, 0);
        } else {
            continue;
        }
        uint32_t at = pl_symbol_draft_add(draft, symbol);
        define_acronym(draft, at, it);
        use_acronym(draft, at, it);
    }
}
