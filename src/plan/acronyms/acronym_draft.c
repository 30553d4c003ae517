#include "plan/acronyms/acronym_draft.h"

#include <assert.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/chars.h"
#include "plan/acronyms/acronym_definitions.h"
#include "plan/acronyms/capitals.h"
#include "plan/plan.h"
#include "plan/words/marked_words.h"

enum { MAX_PARTS = 4 }; /* of a compound: DVD-ROM, WG-ITU-T */

enum { ACRONYM_MARK = 1 << 0 }; /* of words that are written like one */

static pl_str base_text(const struct pl_acronym_draft *b, uint32_t at)
{
    const struct pl_acronym_form *form = pl_acronym_form_at(&b->forms, at);
    return pl_str_slice(pl_word_text(b->words, at), form->base_start,
                        (size_t)form->base_start + form->base_len);
}

static bool is_hyphen(pl_str gap)
{
    if (gap.len == 0 || gap.data[0] == ' ') {
        return false;
    }
    return pl_str_eq(gap, (pl_str)PL_STR("-")) ||
           pl_str_eq(gap, (pl_str)PL_STR("\u2010")) ||
           pl_str_eq(gap, (pl_str)PL_STR("\u2011"));
}

static bool is_hyphenated(const struct pl_acronym_draft *b, uint32_t at)
{
    return is_hyphen(pl_range_text(b->words->text, pl_word_gap(b->words, at)));
}

/* The end of the acronym of several parts that begins at `at`; at + 1 when it
 * has one. */
static uint32_t compound_end(const struct pl_acronym_draft *b, uint32_t at,
                             uint32_t limit)
{
    uint32_t end = at + 1;
    limit = limit - at > MAX_PARTS ? at + MAX_PARTS : limit;
    while (end < limit && is_hyphenated(b, end)) {
        const struct pl_acronym_form *before =
            pl_acronym_form_at(&b->forms, end - 1);
        const struct pl_acronym_form *next = pl_acronym_form_at(&b->forms, end);
        bool is_bare = (size_t)before->base_start + before->base_len ==
                       pl_word_text(b->words, end - 1).len;
        if (!is_bare || (next->shape != PL_ACRONYM_CAPITALS &&
                         next->shape != PL_ACRONYM_LETTER)) {
            break;
        }
        end++;
    }
    return end;
}

/* With plain hyphens, whichever were typed. */
static pl_str compound_name(const struct pl_acronym_draft *b, uint32_t first,
                            uint32_t end)
{
    pl_str last = base_text(b, end - 1);
    uint32_t start = b->words->items[first].start +
                     pl_acronym_form_at(&b->forms, first)->base_start;
    size_t stop = (size_t)(last.data - b->words->text.data) + last.len;
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

static uint32_t find_or_add_name(struct pl_acronym_draft *b, uint32_t first,
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
    *PL_VEC_PUSH(b->scratch, &b->entries) = (struct pl_acronym_entry){
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

static uint32_t find_or_add(struct pl_acronym_draft *b, uint32_t first,
                            uint32_t end)
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

static bool follows_number(const struct pl_acronym_draft *b, uint32_t at)
{
    return at > 0 && pl_is_digit(pl_word_text(b->words, at - 1).data[0]) &&
           pl_word_is_joined(b->words, at);
}

/* The words from `at` on that are written like an acronym: their end, or `at`
 * when they are not. */
static uint32_t acronym_end(const struct pl_acronym_draft *b,
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

/* Returns the entry. */
static uint32_t add_occurrence(struct pl_acronym_draft *b, uint32_t block,
                               uint32_t first, uint32_t end)
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
        *PL_VEC_PUSH(b->scratch, &b->expansions) =
            (struct pl_acronym_found){entry, found};
        b->entries.items[entry].expansion_count++;
    }
    *PL_VEC_PUSH(b->scratch, &b->occurrences) =
        (struct pl_acronym_occurrence){entry, first, end, is_definition};
    return entry;
}

/* The words of one block that are marked. */
static void read_block(struct pl_acronym_draft *b, uint32_t index,
                       const struct pl_marked_word *found, size_t count)
{
    const struct pl_block *block = &b->plan->blocks[index];
    bool shouts = pl_capitals_fill_block(&b->forms, block, found, count);
    uint32_t end = block->first_word;
    for (size_t i = 0; i < count; i++) {
        uint32_t at = found[i].word;
        if (at < end || !(found[i].mark & ACRONYM_MARK)) {
            continue;
        }
        end = acronym_end(b, block, at);
        if (end == at || pl_capitals_in_code(b->words, at)) {
            continue;
        }
        uint32_t entry = add_occurrence(b, index, at, end);
        b->entries.items[entry].proper +=
            !shouts && !pl_capitals_run_at(&b->forms, block, at);
    }
}

/* How many of the words from `from` on stand in the block. */
static size_t words_in_block(const struct pl_acronym_draft *b,
                             const struct pl_marked_words *found, size_t from,
                             const struct pl_block *block)
{
    size_t end = from;
    while (end < found->count && found->items[end].word < block->word_end) {
        pl_marked_words_ahead(found, b->words, end);
        end++;
    }
    return end - from;
}

static void read_blocks(struct pl_acronym_draft *b,
                        const struct pl_marked_words *found)
{
    size_t at = 0;
    for (uint32_t i = 0; i < b->plan->blocks_count && at < found->count; i++) {
        const struct pl_block *block = &b->plan->blocks[i];
        while (at < found->count && found->items[at].word < block->first_word) {
            at++;
        }
        size_t count = words_in_block(b, found, at, block);
        if (count > 0) {
            read_block(b, i, found->items + at, count);
        }
        at += count;
    }
}

static uint8_t *mark_forms(const struct pl_acronym_draft *b)
{
    uint8_t *marks = pl_marks_new(b->scratch, b->words);
    for (uint32_t i = 0; i < b->words->form_count; i++) {
        const struct pl_acronym_form *form = &b->forms.items[i];
        unsigned acronym = form->shape != PL_ACRONYM_NONE ? ACRONYM_MARK : 0;
        unsigned capitals = form->is_all_capitals ? PL_CAPITALS_MARK : 0;
        marks[i] = (uint8_t)(acronym | capitals);
    }
    return marks;
}

/* How often each word is written in small letters, or with one capital. */
static const uint32_t *count_small(const struct pl_acronym_draft *b)
{
    uint32_t *counts =
        pl_arena_array(b->scratch, b->words->form_count, sizeof(*counts));
    for (uint32_t i = 0; i < b->words->form_count; i++) {
        const struct pl_form *form = &b->words->forms[i];
        if ((form->flags & PL_FORM_LOWER) &&
            b->forms.items[i].shape == PL_ACRONYM_NONE) {
            counts[form->fold] += form->count;
        }
    }
    return counts;
}

struct pl_acronym_draft pl_acronym_draft_read(struct pl_arena *arena,
                                              struct pl_arena *scratch,
                                              const struct pl_plan *plan)
{
    struct pl_acronym_draft b = {
        .arena = arena,
        .scratch = scratch,
        .plan = plan,
        .words = plan->words,
        .forms = pl_acronym_forms_build(scratch, plan->words),
        .names = pl_map_new(scratch, 1024),
        .entry_of_form =
            pl_arena_array(scratch, plan->words->form_count, sizeof(uint32_t)),
    };
    struct pl_marked_words found =
        pl_marked_words_find(scratch, plan->words, mark_forms(&b));
    b.small_counts = count_small(&b);
    b.occurrences.items =
        pl_arena_array(scratch, found.count, sizeof(*b.occurrences.items));
    b.occurrences.cap = found.count;
    read_blocks(&b, &found);
    return b;
}

uint32_t pl_acronym_draft_entry_at(const struct pl_acronym_draft *draft,
                                   uint32_t at)
{
    return pl_map_get(draft->names, base_text(draft, at));
}
