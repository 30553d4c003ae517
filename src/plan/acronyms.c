#include "plan/acronyms.h"

#include <assert.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/chars.h"
#include "base/map.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "plan/acronym_definitions.h"
#include "plan/acronym_forms.h"
#include "plan/capitals.h"
#include "plan/long_uses.h"
#include "plan/plan.h"

enum {
    MAX_PARTS = 4,       /* of a compound: DVD-ROM, WG-ITU-T */
    MAX_UNDEFINED = 6,   /* characters of a part of one never spelled out */
    MOSTLY_CAPITALS = 8, /* times more often than in small letters */
};

/* A name that may be an acronym. */
struct entry {
    pl_str name;
    bool is_mixed;
    bool is_compound;        /* ITU-T, CWG-SFP */
    bool is_letter_compound; /* ITU-T: its parts say nothing */
    bool is_split; /* a compound of two acronyms, each of which counts */
    bool is_acronym;
    uint32_t proper; /* occurrences with capitals of its own */
    uint32_t use_count;
    uint32_t expansion_count;
    uint32_t first; /* offset of the first occurrence */
};

struct occurrence {
    uint32_t entry;
    uint32_t first; /* words [first, end) */
    uint32_t end;
    bool is_definition;
};

struct found_expansion {
    uint32_t entry;
    struct pl_expansion expansion;
};

struct builder {
    struct pl_arena *arena;
    struct pl_plan *plan;
    const struct pl_words *words;
    struct pl_acronym_forms forms;
    struct pl_map *names;
    uint32_t *entry_of_form;      /* of a form alone: its entry + 1, or 0 */
    const uint32_t *small_counts; /* of each fold, in small letters */
    PL_VEC(struct entry) entries;
    PL_VEC(struct occurrence) occurrences;
    PL_VEC(struct found_expansion) expansions;
};

static pl_str base_text(const struct builder *b, uint32_t at)
{
    return pl_str_slice(pl_word_text(b->words, at), 0,
                        pl_acronym_form_at(&b->forms, at)->base_len);
}

static bool is_hyphen(pl_str gap)
{
    return pl_str_eq(gap, (pl_str)PL_STR("-")) ||
           pl_str_eq(gap, (pl_str)PL_STR("\u2010")) ||
           pl_str_eq(gap, (pl_str)PL_STR("\u2011"));
}

static bool is_hyphenated(const struct builder *b, uint32_t at)
{
    return is_hyphen(pl_range_text(b->words->text, pl_word_gap(b->words, at)));
}

/* The end of the acronym of several parts that begins at `at`; at + 1 when it
 * has one. */
static uint32_t compound_end(const struct builder *b, uint32_t at,
                             uint32_t limit)
{
    uint32_t end = at + 1;
    limit = limit - at > MAX_PARTS ? at + MAX_PARTS : limit;
    while (end < limit && is_hyphenated(b, end)) {
        const struct pl_acronym_form *before =
            pl_acronym_form_at(&b->forms, end - 1);
        const struct pl_acronym_form *next = pl_acronym_form_at(&b->forms, end);
        bool is_bare = before->base_len == pl_word_text(b->words, end - 1).len;
        if (!is_bare || (next->shape != PL_ACRONYM_CAPITALS &&
                         next->shape != PL_ACRONYM_LETTER)) {
            break;
        }
        end++;
    }
    return end;
}

/* With plain hyphens, whichever were typed. */
static pl_str compound_name(const struct builder *b, uint32_t first,
                            uint32_t end)
{
    pl_str last = base_text(b, end - 1);
    uint32_t start = b->words->items[first].start;
    size_t stop = b->words->items[end - 1].start + last.len;
    pl_str typed = pl_str_slice(b->words->text, start, stop);
    bool is_plain = true;
    for (uint32_t at = first + 1; at < end; at++) {
        struct pl_range gap = pl_word_gap(b->words, at);
        is_plain = is_plain && gap.end - gap.start == 1;
    }
    if (is_plain) {
        return typed;
    }
    struct pl_buf name = pl_buf_in(b->arena);
    for (uint32_t at = first; at < end; at++) {
        pl_buf_add(&name, base_text(b, at));
        if (at + 1 < end) {
            pl_buf_add_char(&name, '-');
        }
    }
    return pl_buf_str(&name);
}

static uint32_t find_or_add_name(struct builder *b, uint32_t first,
                                 uint32_t end)
{
    pl_str name = compound_name(b, first, end);
    uint32_t next = (uint32_t)b->entries.len;
    uint32_t entry = pl_map_get_or_add(b->names, name, next);
    if (entry != next) {
        return entry;
    }
    const struct pl_acronym_form *head = pl_acronym_form_at(&b->forms, first);
    const struct pl_acronym_form *tail = pl_acronym_form_at(&b->forms, end - 1);
    *PL_VEC_PUSH(b->arena, &b->entries) = (struct entry){
        .name = name,
        .is_mixed = head->shape == PL_ACRONYM_MIXED,
        .is_compound = end - first > 1,
        .is_letter_compound =
            end - first > 1 && (head->shape == PL_ACRONYM_LETTER ||
                                tail->shape == PL_ACRONYM_LETTER),
        .first = b->words->items[first].start,
    };
    return next;
}

static uint32_t find_or_add(struct builder *b, uint32_t first, uint32_t end)
{
    uint32_t *known = &b->entry_of_form[b->words->items[first].form];
    if (end - first > 1) {
        return find_or_add_name(b, first, end);
    }
    if (*known == 0) {
        *known = find_or_add_name(b, first, end) + 1;
    }
    return *known - 1;
}

static bool follows_number(const struct builder *b, uint32_t at)
{
    return at > 0 && pl_is_digit(pl_word_text(b->words, at - 1).data[0]) &&
           pl_word_is_joined(b->words, at);
}

/* The words from `at` on that are written like an acronym: their end, or `at`
 * when they are not. */
static uint32_t acronym_end(const struct builder *b,
                            const struct pl_block *block, uint32_t at)
{
    const struct pl_acronym_form *form = pl_acronym_form_at(&b->forms, at);
    switch ((enum pl_acronym_shape)form->shape) {
    case PL_ACRONYM_NONE:
        return at;
    case PL_ACRONYM_MIXED:
        return at + 1;
    case PL_ACRONYM_LETTER: {
        uint32_t end = compound_end(b, at, block->word_end);
        bool has_acronym = false;
        for (uint32_t i = at; i < end; i++) {
            has_acronym |=
                pl_acronym_form_at(&b->forms, i)->shape == PL_ACRONYM_CAPITALS;
        }
        return has_acronym ? end : at;
    }
    case PL_ACRONYM_CAPITALS:
        break;
    }
    bool is_unit = form->is_unit && follows_number(b, at);
    return is_unit ? at : compound_end(b, at, block->word_end);
}

static void add_occurrence(struct builder *b, uint32_t block, uint32_t first,
                           uint32_t end)
{
    uint32_t entry = find_or_add(b, first, end);
    assert(b->entries.items);
    struct pl_acronym_place place = {
        .name = b->entries.items[entry].name,
        .first = first,
        .end = end,
        .block = block,
    };
    struct pl_expansion found;
    bool is_definition =
        pl_acronym_definition_at(b->plan, &b->forms, &place, &found);
    if (is_definition) {
        *PL_VEC_PUSH(b->arena, &b->expansions) =
            (struct found_expansion){entry, found};
        b->entries.items[entry].expansion_count++;
    }
    *PL_VEC_PUSH(b->arena, &b->occurrences) =
        (struct occurrence){entry, first, end, is_definition};
}

static void read_block(struct builder *b, uint32_t index)
{
    const struct pl_block *block = &b->plan->blocks[index];
    enum { UNKNOWN, NO, YES } shouts = UNKNOWN;
    uint32_t end;
    for (uint32_t at = block->first_word; at < block->word_end; at = end) {
        end = acronym_end(b, block, at);
        if (end == at) {
            end++;
            continue;
        }
        if (pl_capitals_in_code(b->words, at)) {
            continue;
        }
        add_occurrence(b, index, at, end);
        if (shouts == UNKNOWN) {
            shouts = pl_capitals_fill_block(&b->forms, block) ? YES : NO;
        }
        bool is_proper =
            shouts == NO && !pl_capitals_run_at(&b->forms, block, at);
        uint32_t entry = b->occurrences.items[b->occurrences.len - 1].entry;
        b->entries.items[entry].proper += is_proper;
    }
}

/* How often each word is written in small letters, or with one capital. */
static const uint32_t *count_small(const struct builder *b)
{
    uint32_t *counts =
        pl_arena_array(b->arena, b->words->form_count, sizeof(*counts));
    for (uint32_t i = 0; i < b->words->form_count; i++) {
        const struct pl_form *form = &b->words->forms[i];
        if ((form->flags & PL_FORM_LOWER) &&
            b->forms.items[i].shape == PL_ACRONYM_NONE) {
            counts[form->fold] += form->count;
        }
    }
    return counts;
}

/* An ordinary word that is put in capitals now and then. */
static bool is_ordinary_word(const struct builder *b, pl_str word,
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
static bool is_undefined_acronym(const struct builder *b,
                                 const struct entry *it)
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

static bool is_acronym(const struct builder *b, const struct entry *it)
{
    return it->expansion_count > 0 ||
           (!it->is_mixed && it->proper > 0 && !it->is_split &&
            is_undefined_acronym(b, it));
}

/* The entry of one part of a compound, or PL_NONE. */
static uint32_t part_entry(const struct builder *b, uint32_t at)
{
    return pl_map_get(b->names, base_text(b, at));
}

/* "CWG-SFP" is one acronym, "UNICEF-WHO" two that are known by themselves. */
static void split_compounds(struct builder *b)
{
    for (size_t i = 0; i < b->occurrences.len; i++) {
        const struct occurrence *it = &b->occurrences.items[i];
        struct entry *whole = &b->entries.items[it->entry];
        if (!whole->is_compound || whole->is_letter_compound ||
            whole->expansion_count > 0) {
            continue;
        }
        bool is_split = true;
        for (uint32_t at = it->first; at < it->end && is_split; at++) {
            uint32_t part = part_entry(b, at);
            is_split = part != PL_NONE && b->entries.items[part].proper > 0;
        }
        whole->is_split = is_split;
    }
}

static bool is_use(const struct builder *b, uint32_t entry)
{
    return entry != PL_NONE && b->entries.items[entry].is_acronym;
}

/* Calls for each use of an acronym: counts it, or stores it in `uses`, which
 * has an array for each entry. */
static void add_use(struct builder *b, uint32_t **uses, uint32_t entry,
                    uint32_t word)
{
    if (!is_use(b, entry)) {
        return;
    }
    struct entry *it = &b->entries.items[entry];
    if (uses) {
        uses[entry][it->use_count] = word;
    }
    it->use_count++;
}

static void each_use(struct builder *b, uint32_t **uses)
{
    for (size_t i = 0; i < b->entries.len; i++) {
        b->entries.items[i].use_count = 0;
    }
    for (size_t i = 0; i < b->occurrences.len; i++) {
        const struct occurrence *it = &b->occurrences.items[i];
        if (it->is_definition) {
            continue;
        }
        if (!b->entries.items[it->entry].is_split) {
            add_use(b, uses, it->entry, it->first);
            continue;
        }
        for (uint32_t at = it->first; at < it->end; at++) {
            add_use(b, uses, part_entry(b, at), at);
        }
    }
}

/* The arrays of all acronyms, sliced out of one. */
static uint32_t **collect_uses(struct builder *b)
{
    each_use(b, NULL);
    uint32_t **uses = pl_arena_array(b->arena, b->entries.len, sizeof(*uses));
    for (size_t i = 0; i < b->entries.len; i++) {
        uses[i] = pl_arena_array(b->arena, b->entries.items[i].use_count,
                                 sizeof(**uses));
    }
    each_use(b, uses);
    return uses;
}

static struct pl_expansion **collect_expansions(struct builder *b)
{
    struct pl_expansion **lists =
        pl_arena_array(b->arena, b->entries.len, sizeof(*lists));
    for (size_t i = 0; i < b->entries.len; i++) {
        lists[i] = pl_arena_array(b->arena, b->entries.items[i].expansion_count,
                                  sizeof(**lists));
        b->entries.items[i].expansion_count = 0;
    }
    for (size_t i = 0; i < b->expansions.len; i++) {
        const struct found_expansion *it = &b->expansions.items[i];
        lists[it->entry][b->entries.items[it->entry].expansion_count++] =
            it->expansion;
    }
    return lists;
}

static struct pl_long_uses index_long_forms(struct builder *b)
{
    struct pl_range *defined =
        pl_arena_array(b->arena, b->expansions.len, sizeof(*defined));
    for (size_t i = 0; i < b->expansions.len; i++) {
        defined[i] = b->expansions.items[i].expansion.long_form;
    }
    return pl_long_uses_new(b->arena, b->plan, defined,
                            (uint32_t)b->expansions.len);
}

static void find_long_uses(struct builder *b, struct pl_long_uses *uses,
                           struct pl_acronym *acronym)
{
    if (acronym->expansion_count == 0 ||
        pl_range_is_empty(acronym->expansions[0].long_form)) {
        return;
    }
    const struct pl_expansion *first = &acronym->expansions[0];
    struct pl_word_span span = {
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
    const struct entry *left = *(const struct entry *const *)a;
    const struct entry *right = *(const struct entry *const *)b;
    return (left->first > right->first) - (left->first < right->first);
}

/* The acronyms among the entries, in order of first occurrence. */
static const struct entry **sort_entries(struct builder *b, uint32_t *count)
{
    const struct entry **sorted =
        pl_arena_array(b->arena, b->entries.len + 1, sizeof(*sorted));
    uint32_t n = 0;
    for (size_t i = 0; i < b->entries.len; i++) {
        if (b->entries.items[i].is_acronym) {
            sorted[n++] = &b->entries.items[i];
        }
    }
    qsort(sorted, n, sizeof(const struct entry *), by_first);
    *count = n;
    return sorted;
}

static void store_acronyms(struct builder *b)
{
    uint32_t **uses = collect_uses(b);
    struct pl_expansion **expansions = collect_expansions(b);
    uint32_t count = 0;
    const struct entry **sorted = sort_entries(b, &count);
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
    b->plan->acronyms = acronyms;
    b->plan->acronyms_count = count;
}

/* A part of a split compound occurs where the compound does. */
static void move_first(struct builder *b)
{
    for (size_t i = 0; i < b->occurrences.len; i++) {
        const struct occurrence *it = &b->occurrences.items[i];
        if (!b->entries.items[it->entry].is_split) {
            continue;
        }
        for (uint32_t at = it->first; at < it->end; at++) {
            struct entry *part = &b->entries.items[part_entry(b, at)];
            uint32_t start = b->words->items[at].start;
            part->first = start < part->first ? start : part->first;
        }
    }
}

void pl_acronyms_build(struct pl_arena *arena, struct pl_plan *plan)
{
    struct builder b = {
        .arena = arena,
        .plan = plan,
        .words = plan->words,
        .forms = pl_acronym_forms_build(arena, plan->words),
        .names = pl_map_new(arena, 64),
        .entry_of_form =
            pl_arena_array(arena, plan->words->form_count, sizeof(uint32_t)),
    };
    b.small_counts = count_small(&b);
    for (uint32_t i = 0; i < plan->blocks_count; i++) {
        read_block(&b, i);
    }
    split_compounds(&b);
    move_first(&b);
    for (size_t i = 0; i < b.entries.len; i++) {
        b.entries.items[i].is_acronym = is_acronym(&b, &b.entries.items[i]);
    }
    store_acronyms(&b);
}
