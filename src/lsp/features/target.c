#include "lsp/features/target.h"

#include "plan/symbols.h"

/* An acronym that is nowhere spelled out is shown where it is first used. */
static bool first_use(const struct pl_symbols *symbols,
                      const struct pl_symbol *symbol,
                      struct pl_lsp_target *target)
{
    if (symbol->kind != PL_SYMBOL_ACRONYM || symbol->first == symbol->end) {
        return false;
    }
    target->name = pl_symbol_occurrence(symbols, symbol, 0)->range;
    target->whole = target->name;
    return true;
}

static bool is_within(struct pl_range inner, struct pl_range outer)
{
    return outer.start <= inner.start && inner.end <= outer.end;
}

bool pl_lsp_target_of(const struct pl_symbols *symbols,
                      const struct pl_symbol *symbol,
                      struct pl_lsp_target *target)
{
    struct pl_range name =
        pl_range_is_empty(symbol->number) ? symbol->name : symbol->number;
    if (pl_range_is_empty(name)) {
        return first_use(symbols, symbol, target);
    }
    target->name = name;
    target->whole = symbol->extent;
    if (!is_within(name, target->whole)) {
        target->whole = name;
    }
    return true;
}
