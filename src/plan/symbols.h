/* symbols.h - whatever a plan defines or numbers and then points at, and every
 * place where it does: what editors navigate by and rename.
 *
 * Built from a plan when it is wanted, in time linear in it but for sorting;
 * lives in the arena given and borrows from the plan. */
#ifndef PLANLINT_PLAN_SYMBOLS_H
#define PLANLINT_PLAN_SYMBOLS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/range.h"
#include "base/str.h"
#include "plan/label.h"

struct pl_arena;
struct pl_plan;

/* What a symbol is, and which array of the plan its `index` counts in. */
enum pl_symbol_kind {
#define PL_SYMBOL(constant, name) PL_SYMBOL_##constant,
#include "plan/symbol.def"
#undef PL_SYMBOL
    PL_SYMBOL_KIND_COUNT
    /* SECTION, ANNEX: sections. ITEM: items that have a label. INSTRUMENT: the
     * first of its citations. LINK: none (PL_NONE). The others: the arrays of
     * their names. */
};

const char *pl_symbol_kind_name(enum pl_symbol_kind kind); /* "section" */

/* What is one thing under two aspects is one symbol: an outcome that is an
 * item of a list is an ENTITY, "a)" under "considering" a CLAUSE_ITEM. A
 * section that is the heading of a goal stays one of its own. */
struct pl_symbol {
    enum pl_symbol_kind kind;
    uint32_t index;
    struct pl_label label;  /* no parts when it has no number */
    struct pl_range number; /* as typed where it is defined, with what belongs
                               to it: "2.1", "b)", "ANNEX 1", "[^x]:", "ICTs";
                               may be empty */
    struct pl_range name;   /* title, name, long form; may be empty */
    struct pl_range extent; /* a section to the end of its last descendant, a
                               paragraph or an item with the items below it, a
                               footnote with its text; empty when the plan
                               defines it nowhere */
    uint32_t next_double;   /* the next symbol with the same number in the same
                               series, in a circle; itself when there is none */
    uint32_t first;         /* its occurrences: by_symbol[first, end) */
    uint32_t end;
};

enum pl_occurrence_role {
    PL_OCCURRENCE_NUMBER,    /* its number, label, id, or the acronym */
    PL_OCCURRENCE_NAME,      /* its title or name */
    PL_OCCURRENCE_LONG_FORM, /* what an acronym stands for */
};

/* A piece of text that stands for a symbol. */
struct pl_occurrence {
    uint32_t symbol;
    enum pl_occurrence_role role;
    bool is_definition; /* where the symbol is defined; else a use */
    bool is_contents;   /* in a table of contents */
    bool has_number;    /* a name with its number: "Goal 1: Safe Entry" */
    uint32_t pair;      /* the other end of "3 to 7", an occurrence; PL_NONE */
    struct pl_range range; /* the label alone: the "b" of "b)", the "x" of
                              "[^x]", the "ICT" of "ICTs"; or the name */
    struct pl_range reach; /* where a cursor means it: with the word before
                              ("paragraph 12"), the brackets, the ending */
};

struct pl_symbols {
    const struct pl_plan *plan;
    const struct pl_symbol *items; /* by the start of number or name */
    uint32_t count;
    const struct pl_occurrence *occurrences; /* by the start of their reach */
    uint32_t occurrence_count;
    const uint32_t *by_symbol; /* occurrences, grouped by symbol; those of one
                                  ascend */
    const uint32_t *outer; /* of each occurrence one before it whose reach does
                              not end before its own begins; PL_NONE */
};

const struct pl_symbols *pl_symbols_build(struct pl_arena *arena,
                                          const struct pl_plan *plan);

/* What a cursor is on. */
struct pl_symbol_hit {
    const struct pl_symbol *symbol; /* NULL: none */
    const struct pl_occurrence *occurrence;
    const struct pl_occurrence *other; /* of "paragraphs 3 to 7", when the
                                          cursor is on neither number: the other
                                          end; else NULL */
};

/* The innermost symbol at an offset. A cursor directly after a word counts as
 * on it, but what begins there comes first. On words of running text ("see")
 * there is none. */
struct pl_symbol_hit pl_symbol_at(const struct pl_symbols *symbols,
                                  uint32_t offset);

/* The occurrence of that rank of a symbol, below end - first. */
static inline const struct pl_occurrence *
pl_symbol_occurrence(const struct pl_symbols *symbols,
                     const struct pl_symbol *symbol, uint32_t rank)
{
    return &symbols->occurrences[symbols->by_symbol[symbol->first + rank]];
}

/* How often it is used: numbers, names and long forms of one phrase count
 * once, definitions and tables of contents not at all. */
uint32_t pl_symbol_use_count(const struct pl_symbols *symbols,
                             const struct pl_symbol *symbol);

/* What a person calls it: "target 2.1", "ICT", "footnote 3", "section 2.1",
 * "Annex 1", "item b) of paragraph 5", "goal "Safe Entry""; in the arena. */
pl_str pl_symbol_title(struct pl_arena *arena, const struct pl_symbols *symbols,
                       const struct pl_symbol *symbol);

#endif
