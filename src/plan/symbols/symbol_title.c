/* What a person calls a symbol. */
#include "base/buf.h"
#include "base/chars.h"
#include "base/utf8.h"
#include "plan/plan.h"
#include "plan/symbols/symbol_draft.h"

/* With single spaces for whatever white space is there. */
static void add_words(struct pl_buf *out, pl_str text)
{
    bool is_owed = false;
    size_t len;
    size_t first = out->len;
    for (size_t i = 0; i < text.len; i += len) {
        bool is_space = pl_utf8_is_space(pl_utf8_decode(text, i, &len)) ||
                        pl_is_space(text.data[i]);
        if (!is_space) {
            pl_buf_add_text(out, is_owed && out->len > first ? " " : "");
            pl_buf_add(out, pl_str_slice(text, i, i + len));
        }
        is_owed = is_space;
    }
}

/* "target 2.1", or the name where there is no number. */
static void add_kind(struct pl_buf *out, const struct pl_plan *plan,
                     const struct pl_symbol *symbol, const char *kind)
{
    pl_buf_add_text(out, kind);
    pl_buf_add_char(out, ' ');
    if (symbol->label.count > 0) {
        pl_label_write(out, symbol->label);
    } else if (pl_range_is_empty(symbol->name)) {
        add_words(out, pl_range_text(plan->text, symbol->number));
    } else {
        pl_buf_add_char(out, '"');
        add_words(out, pl_range_text(plan->text, symbol->name));
        pl_buf_add_char(out, '"');
    }
}

/* "ANNEX 1" as "Annex 1". */
static void add_annex(struct pl_buf *out, pl_str number)
{
    size_t word = 0;
    while (word < number.len && pl_is_letter(number.data[word])) {
        word++;
    }
    for (size_t i = 0; i < word; i++) {
        char c = number.data[i];
        pl_buf_add_char(out, i > 0 ? pl_to_lower(c) : c);
    }
    pl_buf_add_char(out, ' ');
    add_words(out, pl_str_slice(number, word, number.len));
}

/* "item b) of paragraph 5" */
static void add_item(struct pl_buf *out, const struct pl_plan *plan,
                     const struct pl_symbol *symbol)
{
    pl_buf_add_text(out, "item ");
    pl_buf_add(out, pl_range_text(plan->text, symbol->number));
    uint32_t block = pl_plan_block_at(plan, symbol->number.start);
    uint32_t paragraph =
        block == PL_NONE ? PL_NONE : pl_plan_paragraph_at(plan, block);
    if (paragraph != PL_NONE &&
        plan->blocks[plan->paragraphs[paragraph].block].section ==
            plan->blocks[block].section) {
        pl_buf_add_text(out, " of paragraph ");
        pl_label_write(out, plan->paragraphs[paragraph].label);
    }
}

/* "considering a)" */
static void add_clause_item(struct pl_buf *out, const struct pl_plan *plan,
                            const struct pl_symbol *symbol)
{
    const struct pl_clause_item *it = &plan->clause_items[symbol->index];
    add_words(out, pl_range_text(plan->text, plan->clauses[it->clause].name));
    pl_buf_add_char(out, ' ');
    pl_buf_add(out, pl_range_text(plan->text, symbol->number));
}

static void add_instrument(struct pl_buf *out, const struct pl_plan *plan,
                           const struct pl_symbol *symbol)
{
    pl_buf_add(out, plan->citations[symbol->index].instrument);
    pl_buf_add_char(out, ' ');
    add_words(out, pl_range_text(plan->text, symbol->number));
}

static void add_title(struct pl_buf *out, const struct pl_plan *plan,
                      const struct pl_symbol *symbol)
{
    pl_str number = pl_range_text(plan->text, symbol->number);
    switch (symbol->kind) {
    case PL_SYMBOL_SECTION:
    case PL_SYMBOL_PARAGRAPH:
        add_kind(out, plan, symbol, pl_symbol_kind_name(symbol->kind));
        break;
    case PL_SYMBOL_ANNEX:
        add_annex(out, number);
        break;
    case PL_SYMBOL_ITEM:
        add_item(out, plan, symbol);
        break;
    case PL_SYMBOL_CLAUSE_ITEM:
        add_clause_item(out, plan, symbol);
        break;
    case PL_SYMBOL_ENTITY:
        add_kind(out, plan, symbol,
                 pl_entity_name(plan->entities[symbol->index].kind));
        break;
    case PL_SYMBOL_CAPTION:
        add_words(out, number);
        break;
    case PL_SYMBOL_FOOTNOTE:
        pl_buf_add_text(out, "footnote ");
        pl_buf_add(out, plan->footnotes[symbol->index].id);
        break;
    case PL_SYMBOL_ACRONYM:
        pl_buf_add(out, plan->acronyms[symbol->index].name);
        break;
    case PL_SYMBOL_INSTRUMENT:
        add_instrument(out, plan, symbol);
        break;
    case PL_SYMBOL_LINK:
        pl_buf_add_text(out, "link ");
        pl_buf_add(out, pl_str_slice(number, 0, number.len - 1));
        break;
    case PL_SYMBOL_KIND_COUNT:
        break;
    }
}

pl_str pl_symbol_title(struct pl_arena *arena, const struct pl_symbols *symbols,
                       const struct pl_symbol *symbol)
{
    struct pl_buf out = pl_buf_in(arena);
    add_title(&out, symbols->plan, symbol);
    return pl_buf_str(&out);
}
