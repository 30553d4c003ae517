/* textDocument/completion: numbers that there are, footnotes, acronyms, names
 * and terms of the house, directives and rules. */
#include "base/arena.h"
#include "checks/term/preferred.h"
#include "lint/ruleset.h"
#include "lint/setup.h"
#include "lint/suppress.h"
#include "lsp/features/completion_context.h"
#include "lsp/features/features.h"
#include "lsp/features/preview.h"
#include "plan/plan.h"
#include "plan/symbols.h"

enum {
    LEAST_TYPED = 2,    /* bytes, before words of the document are offered */
    LEAST_OF_TERM = 4,  /* the same for terms of the house, which are many */
    LONGEST_DETAIL = 80 /* bytes */
};

/* Source: LSP 3.17, CompletionItemKind. */
enum item_kind {
    ITEM_TEXT = 1,
    ITEM_CLASS = 7,
    ITEM_KEYWORD = 14,
    ITEM_REFERENCE = 18,
    ITEM_CONSTANT = 21,
};

struct completion {
    struct pl_lsp_request *request;
    struct pl_lsp_revision *revision;
    const struct pl_plan *plan;
    struct pl_completion_context context;
    pl_str typed;
    size_t count; /* items so far: their order */
};

struct item {
    enum item_kind kind;
    pl_str label; /* what is written, too */
    pl_str detail;
};

static void write_item(struct completion *it, struct item item)
{
    struct pl_arena *arena = it->request->arena;
    struct pl_json_writer *out = it->request->out;
    pl_write_object(out, NULL, PL_JSON_COMPACT);
    pl_write_str(out, "label", item.label);
    pl_write_size(out, "kind", item.kind);
    if (item.detail.len > 0) {
        pl_write_str(out, "detail",
                     pl_lsp_preview(arena, item.detail, LONGEST_DETAIL));
    }
    pl_write_text(out, "sortText",
                  pl_arena_printf(arena, "%05zu", it->count++));
    pl_write_object(out, "textEdit", PL_JSON_COMPACT);
    pl_lsp_write_range(out, "range", it->revision, it->context.typed);
    pl_write_str(out, "newText", item.label);
    pl_write_end(out);
    pl_write_end(out);
}

static bool begins_as_typed(const struct completion *it, pl_str word)
{
    return it->typed.len < word.len &&
           pl_str_eq_ignore_case(pl_str_slice(word, 0, it->typed.len),
                                 it->typed);
}

static bool is_caption(const struct completion *it,
                       const struct pl_symbol *symbol,
                       enum pl_caption_kind kind)
{
    return symbol->kind == PL_SYMBOL_CAPTION &&
           it->plan->captions[symbol->index].kind == kind;
}

/* Whether such a reference can mean the symbol. */
static bool is_meant(const struct completion *it,
                     const struct pl_symbol *symbol)
{
    switch (it->context.reference) {
    case PL_REFERENCE_PARAGRAPH:
        return symbol->kind == PL_SYMBOL_PARAGRAPH;
    case PL_REFERENCE_SECTION:
        return symbol->kind == PL_SYMBOL_SECTION;
    case PL_REFERENCE_ANNEX:
        return symbol->kind == PL_SYMBOL_ANNEX;
    case PL_REFERENCE_FOOTNOTE:
        return symbol->kind == PL_SYMBOL_FOOTNOTE;
    case PL_REFERENCE_TABLE:
        return is_caption(it, symbol, PL_CAPTION_TABLE);
    case PL_REFERENCE_FIGURE:
        return is_caption(it, symbol, PL_CAPTION_FIGURE);
    case PL_REFERENCE_BOX:
        return is_caption(it, symbol, PL_CAPTION_BOX);
    case PL_REFERENCE_GOAL:
    case PL_REFERENCE_OBJECTIVE:
    case PL_REFERENCE_TARGET:
    case PL_REFERENCE_ITEM:
    case PL_REFERENCE_ARTICLE:
        break;
    }
    return false;
}

static bool is_wanted(const struct completion *it,
                      const struct pl_symbol *symbol)
{
    if (it->context.kind == PL_COMPLETION_ENTITY) {
        return symbol->kind == PL_SYMBOL_ENTITY &&
               it->plan->entities[symbol->index].kind == it->context.entity;
    }
    return it->context.kind == PL_COMPLETION_FOOTNOTE
               ? symbol->kind == PL_SYMBOL_FOOTNOTE
               : is_meant(it, symbol);
}

/* The label as it stands where it is defined. */
static pl_str label_of(const struct completion *it,
                       const struct pl_symbols *symbols,
                       const struct pl_symbol *symbol)
{
    for (uint32_t i = 0; i < symbol->end - symbol->first; i++) {
        const struct pl_occurrence *occurrence =
            pl_symbol_occurrence(symbols, symbol, i);
        if (occurrence->is_definition &&
            occurrence->role == PL_OCCURRENCE_NUMBER) {
            return pl_range_text(it->plan->text, occurrence->range);
        }
    }
    return (pl_str){0};
}

static pl_str detail_of(const struct completion *it,
                        const struct pl_symbol *symbol)
{
    struct pl_range range =
        pl_range_is_empty(symbol->name) ? symbol->extent : symbol->name;
    return pl_range_text(it->plan->text, range);
}

static void write_numbers(struct completion *it)
{
    const struct pl_symbols *symbols = pl_lsp_revision_symbols(it->revision);
    for (uint32_t i = 0; i < symbols->count; i++) {
        const struct pl_symbol *symbol = &symbols->items[i];
        bool is_first_double = symbol->next_double >= i;
        pl_str label = is_wanted(it, symbol) && is_first_double
                           ? label_of(it, symbols, symbol)
                           : (pl_str){0};
        if (label.len > 0) {
            write_item(it, (struct item){ITEM_REFERENCE, label,
                                         detail_of(it, symbol)});
        }
    }
}

static pl_str long_form_of(const struct completion *it,
                           const struct pl_acronym *acronym)
{
    return acronym->expansion_count > 0
               ? pl_range_text(it->plan->text, acronym->expansions[0].long_form)
               : (pl_str){0};
}

static void write_acronyms(struct completion *it)
{
    for (uint32_t i = 0; i < it->plan->acronyms_count; i++) {
        const struct pl_acronym *acronym = &it->plan->acronyms[i];
        if (begins_as_typed(it, acronym->name)) {
            write_item(it, (struct item){ITEM_CONSTANT, acronym->name,
                                         long_form_of(it, acronym)});
        }
    }
}

static void write_names(struct completion *it)
{
    for (uint32_t i = 0; i < it->plan->entities_count; i++) {
        const struct pl_entity *entity = &it->plan->entities[i];
        pl_str name = pl_range_text(it->plan->text, entity->name);
        bool is_name = name.len <= LONGEST_DETAIL &&
                       pl_str_find_char(name, '\n', 0) == PL_NOWHERE;
        if (is_name && begins_as_typed(it, name)) {
            write_item(
                it, (struct item){ITEM_CLASS, name,
                                  pl_str_from(pl_entity_name(entity->kind))});
        }
    }
}

static void write_terms(struct completion *it)
{
    static const pl_str detail = PL_STR("preferred term");
    struct pl_preferred_terms terms = pl_preferred_terms(
        it->request->arena, pl_lsp_revision_setup(it->revision)->ruleset);
    for (size_t i = 0; i < terms.count; i++) {
        if (begins_as_typed(it, terms.items[i])) {
            write_item(it, (struct item){ITEM_TEXT, terms.items[i], detail});
        }
    }
}

static void write_words(struct completion *it)
{
    if (it->typed.len >= LEAST_TYPED) {
        write_acronyms(it);
        write_names(it);
    }
    if (it->typed.len >= LEAST_OF_TERM) {
        write_terms(it);
    }
}

static void write_directives(struct completion *it)
{
    for (size_t i = 0; pl_directive_at(i).len > 0; i++) {
        write_item(it, (struct item){ITEM_KEYWORD, pl_directive_at(i), {0}});
    }
}

static void write_rules(struct completion *it)
{
    const struct pl_ruleset *ruleset =
        pl_lsp_revision_setup(it->revision)->ruleset;
    for (size_t i = 0; i < ruleset->count; i++) {
        const struct pl_rule *rule = &ruleset->rules[i];
        if (rule->severity != PL_SEVERITY_OFF) {
            write_item(it, (struct item){ITEM_KEYWORD, rule->id, rule->name});
        }
    }
}

static void write_items(struct completion *it)
{
    switch (it->context.kind) {
    case PL_COMPLETION_NONE:
        break;
    case PL_COMPLETION_WORD:
        write_words(it);
        break;
    case PL_COMPLETION_REFERENCE:
    case PL_COMPLETION_ENTITY:
    case PL_COMPLETION_FOOTNOTE:
        write_numbers(it);
        break;
    case PL_COMPLETION_DIRECTIVE:
        write_directives(it);
        break;
    case PL_COMPLETION_RULE:
        write_rules(it);
        break;
    }
}

void pl_lsp_completion(struct pl_lsp_request *request)
{
    struct pl_lsp_place place = pl_lsp_request_place(request);
    if (!place.revision || pl_lsp_revision_text(place.revision)->is_word) {
        return;
    }
    struct completion it = {
        .request = request,
        .revision = place.revision,
        .plan = pl_lsp_revision_plan(place.revision),
    };
    it.context = pl_completion_context_at(it.plan, place.offset);
    it.typed = pl_range_text(it.plan->text, it.context.typed);
    pl_write_object(request->out, PL_LSP_RESULT, PL_JSON_COMPACT);
    pl_write_bool(request->out, "isIncomplete",
                  it.context.kind == PL_COMPLETION_WORD);
    pl_write_array(request->out, "items", PL_JSON_COMPACT);
    write_items(&it);
    pl_write_end(request->out);
    pl_write_end(request->out);
}
