/* The list of abbreviations of a document, against its text. */
#include <stdlib.h>

#include "base/chars.h"
#include "checks/acronym/acronym.h"
#include "checks/checks.h"
#include "plan/entities/roles.h"
#include "plan/plan.h"

enum { LEAST_ENTRIES = 4 }; /* of a list that is judged */

/* A line of a list of abbreviations. */
struct entry {
    const struct pl_acronym *acronym;
    const struct pl_expansion *expansion;
};

struct entries {
    PL_VEC(struct entry) all; /* in the order of the document */
};

static int by_place(const void *a, const void *b)
{
    const struct entry *left = a;
    const struct entry *right = b;
    uint32_t first = left->expansion->acronym.start;
    uint32_t second = right->expansion->acronym.start;
    return (first > second) - (first < second);
}

static struct entries collect_entries(const struct pl_run *run)
{
    struct entries entries = {0};
    for (uint32_t i = 0; i < run->plan->acronyms_count; i++) {
        const struct pl_acronym *it = &run->plan->acronyms[i];
        for (uint32_t k = 0; k < it->expansion_count; k++) {
            if (it->expansions[k].is_entry) {
                *PL_VEC_PUSH(run->arena, &entries.all) =
                    (struct entry){it, &it->expansions[k]};
            }
        }
    }
    if (entries.all.len > 1) {
        qsort(entries.all.items, entries.all.len, sizeof(*entries.all.items),
              by_place);
    }
    return entries;
}

static bool is_one_word(pl_str words)
{
    return words.len > 0 && pl_str_find_char(words, ' ', 0) == PL_NOWHERE &&
           pl_str_find_char(words, '-', 0) == PL_NOWHERE;
}

/* "PAR: paragraph, REP: replace": signs that stand in a table, the same in
 * each issue, and no acronyms. */
static bool is_legend(const struct pl_run *run, const struct entries *entries)
{
    size_t short_ones = 0;
    for (size_t i = 0; i < entries->all.len; i++) {
        short_ones += is_one_word(
            pl_acronym_long_form(run, entries->all.items[i].expansion));
    }
    return short_ones * 2 >= entries->all.len;
}

/* None when they are a legend. */
static struct entries read_entries(const struct pl_run *run)
{
    struct entries entries = collect_entries(run);
    return is_legend(run, &entries) ? (struct entries){0} : entries;
}

/* The section of its list, though the line may look like a heading in it. */
static uint32_t list_of(const struct pl_plan *plan, const struct entry *entry)
{
    uint32_t section = plan->blocks[entry->expansion->block].section;
    bool is_list = section == PL_NONE ||
                   pl_role_of_section(plan, section) == PL_ROLE_ABBREVIATIONS;
    return is_list ? section : plan->sections[section].parent;
}

/* The next letter or digit from `*at` on, in lower case; 0 at the end. */
static int letter_at(pl_str name, size_t *at)
{
    while (*at < name.len && !pl_is_alnum(name.data[*at]) &&
           !pl_is_wide(name.data[*at])) {
        (*at)++;
    }
    if (*at == name.len) {
        return 0;
    }
    char letter = pl_to_lower(name.data[(*at)++]);
    return (int)(unsigned char)letter;
}

/* Letter by letter: neither capitals nor hyphens count. */
static int compare_names(pl_str a, pl_str b)
{
    size_t i = 0;
    size_t k = 0;
    for (;;) {
        int left = letter_at(a, &i);
        int right = letter_at(b, &k);
        if (left != right || left == 0) {
            return left - right;
        }
    }
}

/* Nearly sorted lists have entries out of place; others have another order. */
static bool is_sorted(const struct entries *entries)
{
    size_t wrong = 0;
    for (size_t i = 1; i < entries->all.len; i++) {
        wrong += compare_names(entries->all.items[i - 1].acronym->name,
                               entries->all.items[i].acronym->name) > 0;
    }
    return wrong * 4 <= entries->all.len;
}

/* An entry is out of place after one that should follow it, unless that one is
 * out of place itself: then the one before both is not greater. */
static void judge_order(struct pl_run *run, const struct entry *before,
                        const struct entry *it)
{
    pl_str name = it->acronym->name;
    if (compare_names(before->acronym->name, name) <= 0) {
        return;
    }
    struct pl_finding *finding = pl_acronym_is_subject(
        PL_FINDING(run, it->expansion->acronym, {"acronym", name},
                   {"before", before->acronym->name}),
        it->acronym);
    pl_finding_relate(run->findings, finding, before->expansion->acronym,
                      "stands before it");
}

void pl_acronym_list_order(struct pl_run *run)
{
    struct entries entries = read_entries(run);
    if (entries.all.len < LEAST_ENTRIES || !is_sorted(&entries)) {
        return;
    }
    for (size_t i = 1; i < entries.all.len; i++) {
        const struct entry *before = &entries.all.items[i - 1];
        const struct entry *it = &entries.all.items[i];
        if (list_of(run->plan, before) == list_of(run->plan, it)) {
            judge_order(run, before, it);
        }
    }
}

/* Neither used nor spelled out in a sentence. */
static bool is_used(const struct pl_acronym *it)
{
    bool is_used = it->use_count > 0;
    for (uint32_t i = 0; i < it->expansion_count; i++) {
        is_used |= !it->expansions[i].is_entry;
    }
    return is_used;
}

void pl_acronym_entry_unused(struct pl_run *run)
{
    struct entries entries = read_entries(run);
    if (entries.all.len < LEAST_ENTRIES) {
        return;
    }
    for (size_t i = 0; i < entries.all.len; i++) {
        const struct entry *it = &entries.all.items[i];
        if (!is_used(it->acronym)) {
            pl_acronym_is_subject(
                PL_FINDING(run, it->expansion->acronym,
                           {"acronym", it->acronym->name},
                           {"long", pl_acronym_long_form(run, it->expansion)}),
                it->acronym);
        }
    }
}

static bool has_entry(const struct pl_acronym *it)
{
    for (uint32_t i = 0; i < it->expansion_count; i++) {
        if (it->expansions[i].is_entry) {
            return true;
        }
    }
    return false;
}

static bool stands_in(const struct pl_plan *plan, uint32_t block,
                      uint32_t section)
{
    return block != PL_NONE && plan->blocks[block].section == section;
}

/* In a line of the list, beside the words of another language, say. */
static bool is_in_list(const struct pl_plan *plan, const struct pl_acronym *it,
                       uint32_t list)
{
    bool is_there = false;
    for (uint32_t i = 0; i < it->expansion_count && list != PL_NONE; i++) {
        is_there |= stands_in(plan, it->expansions[i].block, list);
    }
    for (uint32_t i = 0; i < it->use_count && list != PL_NONE; i++) {
        uint32_t start = plan->words->items[it->uses[i]].start;
        is_there |= stands_in(plan, pl_plan_block_at(plan, start), list);
    }
    return is_there;
}

/* Where a sentence of the text itself, not of a foreword, spells it out. */
static const struct pl_expansion *own_expansion(const struct pl_run *run,
                                                const struct pl_acronym *it)
{
    const struct pl_plan *plan = run->plan;
    for (uint32_t i = 0; i < it->expansion_count; i++) {
        const struct pl_expansion *expansion = &it->expansions[i];
        uint32_t part = pl_acronym_part(plan, expansion->block);
        bool is_text =
            part == PL_NONE || plan->sections[part].kind == PL_SECTION_ANNEX;
        if (is_text && !expansion->is_listed &&
            pl_acronym_is_in_scope(run, expansion) &&
            !pl_acronym_is_aside(run, expansion->acronym)) {
            return expansion;
        }
    }
    return NULL;
}

void pl_acronym_entry_missing(struct pl_run *run)
{
    struct entries entries = read_entries(run);
    if (entries.all.len < LEAST_ENTRIES) {
        return;
    }
    const struct pl_expansion *list = entries.all.items[0].expansion;
    uint32_t section = list_of(run->plan, &entries.all.items[0]);
    for (uint32_t i = 0; i < run->plan->acronyms_count; i++) {
        const struct pl_acronym *it = &run->plan->acronyms[i];
        const struct pl_expansion *own = own_expansion(run, it);
        if (!own || has_entry(it) || is_in_list(run->plan, it, section) ||
            !pl_acronym_is_used_enough(run, it) ||
            pl_known_acronyms_find(run, it->name)) {
            continue;
        }
        struct pl_finding *finding = pl_acronym_is_subject(
            PL_FINDING(run, own->acronym, {"acronym", it->name},
                       {"count", pl_arena_number(run->arena, it->use_count)}),
            it);
        pl_finding_relate(run->findings, finding, list->acronym,
                          "the list begins here");
    }
}
