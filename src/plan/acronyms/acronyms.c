#include "plan/acronyms.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/chars.h"
#include "base/utf8.h"
#include "plan/acronyms/acronym_draft.h"
#include "plan/acronyms/long_uses.h"
#include "plan/acronyms/reading_parts.h"
#include "plan/entities/roles.h"
#include "plan/plan.h"

enum {
    MAX_UNDEFINED = 6,   /* characters of a part of one never spelled out */
    MOSTLY_CAPITALS = 8, /* times more often than in small letters */
};

/* An ordinary word that is put in capitals now and then. */
static bool is_ordinary_word(const struct pl_acronym_draft *b, pl_str word,
                             uint32_t proper)
{
    uint32_t form = pl_words_form(b->words, word);
    if (form == PL_NONE) {
        return false; /* only seen as "ICTs" */
    }
    uint32_t small = b->small_counts[b->words->forms[form].fold];
    return b->forms.items[form].is_emphasis || small * MOSTLY_CAPITALS > proper;
}

static bool has_digit(pl_str name)
{
    for (size_t i = 0; i < name.len; i++) {
        if (pl_is_digit(name.data[i])) {
            return true;
        }
    }
    return false;
}

/* Whether capitals that nobody spells out are an acronym all the same: not a
 * word, a number, a code ("WGS84") or a placeholder. */
static bool is_undefined_acronym(const struct pl_acronym_draft *b,
                                 const struct pl_acronym_entry *it)
{
    pl_str rest = it->name;
    while (rest.len > 0) {
        pl_str part = pl_str_split(&rest, '-');
        if (pl_utf8_count(part) > MAX_UNDEFINED ||
            (pl_utf8_count(part) > 1 &&
             is_ordinary_word(b, part, it->proper))) {
            return false;
        }
    }
    return !has_digit(it->name) && !pl_acronym_is_roman(it->name) &&
           !pl_acronym_is_filler(it->name);
}

/* "SDGS", where the document spells SDG out: a plural in capitals. */
static bool is_plural_in_capitals(const struct pl_acronym_draft *b, pl_str name)
{
    if (name.len < 3 || name.data[name.len - 1] != 'S') {
        return false;
    }
    uint32_t singular =
        pl_map_get(b->names, pl_str_slice(name, 0, name.len - 1));
    return singular != PL_NONE &&
           b->entries.items[singular].expansion_count > 0;
}

static bool is_acronym(const struct pl_acronym_draft *b,
                       const struct pl_acronym_entry *it)
{
    return it->expansion_count > 0 ||
           (!it->is_mixed && it->proper > 0 && !it->is_split &&
            is_undefined_acronym(b, it) && !is_plural_in_capitals(b, it->name));
}

/* "CWG-SFP" is one acronym, "UNICEF-WHO" two that are known by themselves. */
static void split_compounds(struct pl_acronym_draft *b)
{
    for (size_t i = 0; i < b->occurrences.len; i++) {
        const struct pl_acronym_occurrence *it = &b->occurrences.items[i];
        struct pl_acronym_entry *whole = &b->entries.items[it->entry];
        if (!whole->is_compound || whole->is_letter_compound ||
            whole->expansion_count > 0) {
            continue;
        }
        bool is_split = true;
        for (uint32_t at = it->first; at < it->end && is_split; at++) {
            uint32_t part = pl_acronym_draft_entry_at(b, at);
            is_split = part != PL_NONE && b->entries.items[part].proper > 0;
        }
        whole->is_split = is_split;
    }
}

static bool is_use(const struct pl_acronym_draft *b, uint32_t entry)
{
    return entry != PL_NONE && b->entries.items[entry].is_acronym;
}

/* Calls for each use of an acronym: counts it, or stores it in `uses`, which
 * has an array for each entry. */
static void add_use(struct pl_acronym_draft *b, uint32_t **uses, uint32_t entry,
                    uint32_t word)
{
    if (!is_use(b, entry)) {
        return;
    }
    struct pl_acronym_entry *it = &b->entries.items[entry];
    if (uses) {
        uses[entry][it->use_count] = word;
    }
    it->use_count++;
}

static void each_use(struct pl_acronym_draft *b, uint32_t **uses)
{
    for (size_t i = 0; i < b->entries.len; i++) {
        b->entries.items[i].use_count = 0;
    }
    for (size_t i = 0; i < b->occurrences.len; i++) {
        const struct pl_acronym_occurrence *it = &b->occurrences.items[i];
        if (it->is_definition) {
            continue;
        }
        if (!b->entries.items[it->entry].is_split) {
            add_use(b, uses, it->entry, it->first);
            continue;
        }
        for (uint32_t at = it->first; at < it->end; at++) {
            add_use(b, uses, pl_acronym_draft_entry_at(b, at), at);
        }
    }
}

/* The arrays of all acronyms, sliced out of one. */
static uint32_t **collect_uses(struct pl_acronym_draft *b)
{
    each_use(b, NULL);
    uint32_t **uses = pl_arena_array(b->scratch, b->entries.len, sizeof(*uses));
    for (size_t i = 0; i < b->entries.len; i++) {
        uses[i] = pl_arena_array(b->arena, b->entries.items[i].use_count,
                                 sizeof(**uses));
    }
    each_use(b, uses);
    return uses;
}

static struct pl_expansion **collect_expansions(struct pl_acronym_draft *b)
{
    struct pl_expansion **lists =
        pl_arena_array(b->scratch, b->entries.len, sizeof(*lists));
    for (size_t i = 0; i < b->entries.len; i++) {
        lists[i] = pl_arena_array(b->arena, b->entries.items[i].expansion_count,
                                  sizeof(**lists));
        b->entries.items[i].expansion_count = 0;
    }
    for (size_t i = 0; i < b->expansions.len; i++) {
        const struct pl_acronym_found *it = &b->expansions.items[i];
        lists[it->entry][b->entries.items[it->entry].expansion_count++] =
            it->expansion;
    }
    return lists;
}

static struct pl_long_uses index_long_forms(struct pl_acronym_draft *b)
{
    struct pl_range *defined =
        pl_arena_array(b->scratch, b->expansions.len, sizeof(*defined));
    for (size_t i = 0; i < b->expansions.len; i++) {
        defined[i] = b->expansions.items[i].expansion.long_form;
    }
    return pl_long_uses_new(b->scratch, b->plan, defined,
                            (uint32_t)b->expansions.len);
}

static void find_long_uses(struct pl_acronym_draft *b,
                           struct pl_long_uses *uses,
                           struct pl_acronym *acronym)
{
    if (acronym->expansion_count == 0 ||
        pl_range_is_empty(acronym->expansions[0].long_form)) {
        return;
    }
    const struct pl_expansion *first = &acronym->expansions[0];
    struct pl_word_run span = {
        pl_words_at(b->words, first->long_form.start),
        pl_words_at(b->words, first->long_form.end),
    };
    uint32_t after = pl_words_at(b->words, first->acronym.end);
    after = after < span.end ? span.end : after;
    acronym->long_uses = pl_long_uses_find(b->arena, uses, span, after,
                                           &acronym->long_use_count);
}

static int by_first(const void *a, const void *b)
{
    const struct pl_acronym_entry *left =
        *(const struct pl_acronym_entry *const *)a;
    const struct pl_acronym_entry *right =
        *(const struct pl_acronym_entry *const *)b;
    return (left->first > right->first) - (left->first < right->first);
}

/* The acronyms among the entries, in order of first occurrence. */
static const struct pl_acronym_entry **sort_entries(struct pl_acronym_draft *b,
                                                    uint32_t *count)
{
    const struct pl_acronym_entry **sorted =
        pl_arena_array(b->scratch, b->entries.len + 1, sizeof(*sorted));
    uint32_t n = 0;
    for (size_t i = 0; i < b->entries.len; i++) {
        if (b->entries.items[i].is_acronym) {
            sorted[n++] = &b->entries.items[i];
        }
    }
    qsort(sorted, n, sizeof(const struct pl_acronym_entry *), by_first);
    *count = n;
    return sorted;
}

static void store_acronyms(struct pl_acronym_draft *b, struct pl_plan *plan)
{
    uint32_t **uses = collect_uses(b);
    struct pl_expansion **expansions = collect_expansions(b);
    uint32_t count = 0;
    const struct pl_acronym_entry **sorted = sort_entries(b, &count);
    struct pl_acronym *acronyms =
        pl_arena_array(b->arena, count, sizeof(*acronyms));
    struct pl_long_uses long_uses = {.plan = b->plan};
    if (b->expansions.len > 0) {
        long_uses = index_long_forms(b);
    }
    for (uint32_t i = 0; i < count; i++) {
        size_t entry = (size_t)(sorted[i] - b->entries.items);
        acronyms[i] = (struct pl_acronym){
            .name = sorted[i]->name,
            .uses = uses[entry],
            .use_count = sorted[i]->use_count,
            .expansions = expansions[entry],
            .expansion_count = sorted[i]->expansion_count,
        };
        find_long_uses(b, &long_uses, &acronyms[i]);
    }
    plan->acronyms = acronyms;
    plan->acronyms_count = count;
}

/* A part of a split compound occurs where the compound does. */
static void move_first(struct pl_acronym_draft *b)
{
    for (size_t i = 0; i < b->occurrences.len; i++) {
        const struct pl_acronym_occurrence *it = &b->occurrences.items[i];
        if (!b->entries.items[it->entry].is_split) {
            continue;
        }
        for (uint32_t at = it->first; at < it->end; at++) {
            struct pl_acronym_entry *part =
                &b->entries.items[pl_acronym_draft_entry_at(b, at)];
            uint32_t start = b->words->items[at].start;
            part->first = start < part->first ? start : part->first;
        }
    }
}

/* From here on lines that spell acronyms out are a list without a heading. */
enum { LIST_LINES = 3 };

static bool has_list_heading(const struct pl_plan *plan)
{
    for (uint32_t i = 0; i < plan->sections_count; i++) {
        enum pl_role role = pl_role_of_section(plan, i);
        if (role == PL_ROLE_ABBREVIATIONS || role == PL_ROLE_DEFINITIONS) {
            return true;
        }
    }
    return false;
}

static bool has_list(const struct pl_plan *plan)
{
    uint32_t lines = 0;
    for (uint32_t i = 0; i < plan->acronyms_count; i++) {
        const struct pl_acronym *it = &plan->acronyms[i];
        lines += it->expansion_count > 0 && it->expansions[0].is_listed;
    }
    return lines >= LIST_LINES || has_list_heading(plan);
}

struct pl_range pl_acronym_use_range(const struct pl_plan *plan,
                                     const struct pl_acronym *acronym,
                                     uint32_t use)
{
    const struct pl_words *words = plan->words;
    uint32_t at = acronym->uses[use];
    pl_str rest = acronym->name;
    pl_str part = pl_str_split(&rest, '-');
    uint32_t start = words->items[at].start;
    size_t before = pl_str_find(pl_word_text(words, at), part, 0);
    start += before != PL_NOWHERE ? (uint32_t)before : 0;
    uint32_t end = start + (uint32_t)part.len;
    while (rest.len > 0 && at + 1 < words->count) {
        part = pl_str_split(&rest, '-'); /* whatever hyphen the text has */
        end = words->items[++at].start + (uint32_t)part.len;
    }
    return (struct pl_range){start, end};
}

void pl_acronyms_build(struct pl_arena *arena, struct pl_plan *plan)
{
    struct pl_arena *scratch = pl_arena_new();
    struct pl_acronym_draft draft = pl_acronym_draft_read(arena, scratch, plan);
    split_compounds(&draft);
    move_first(&draft);
    for (size_t i = 0; i < draft.entries.len; i++) {
        struct pl_acronym_entry *entry = &draft.entries.items[i];
        entry->is_acronym = is_acronym(&draft, entry);
    }
    store_acronyms(&draft, plan);
    pl_reading_parts_find(arena, plan);
    plan->has_abbreviations = has_list(plan);
    pl_arena_free(scratch);
}
