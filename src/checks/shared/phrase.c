#include "checks/shared/phrase.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/attr.h"
#include "base/chars.h"
#include "checks/shared/params.h"
#include "lint/check.h"
#include "plan/plan.h"

enum {
    MAX_WORD = 64, /* bytes of a word that is looked up in capitals */
    WORD_BITS = 64,
    AHEAD = 40, /* places whose words are on their way at a time */
};

/* The forms of a word: as spelled, capitalized, in capitals. */
struct spellings {
    uint32_t forms[3];
    size_t count;
};

static void add_spelling(struct spellings *found, const struct pl_words *words,
                         pl_str spelling)
{
    uint32_t form = pl_words_form(words, spelling);
    if (form == PL_NONE || words->forms[form].count == 0) {
        return;
    }
    for (size_t i = 0; i < found->count; i++) {
        if (found->forms[i] == form) {
            return;
        }
    }
    found->forms[found->count++] = form;
}

static struct spellings spellings_of(const struct pl_words *words, pl_str word)
{
    struct spellings found = {.count = 0};
    add_spelling(&found, words, word);
    if (word.len == 0 || word.len > MAX_WORD) {
        return found;
    }
    char changed[MAX_WORD];
    for (size_t i = 0; i < word.len; i++) {
        changed[i] = pl_to_upper(word.data[i]);
    }
    add_spelling(&found, words, (pl_str){changed, word.len});
    for (size_t i = 1; i < word.len; i++) {
        changed[i] = word.data[i];
    }
    add_spelling(&found, words, (pl_str){changed, word.len});
    return found;
}

void pl_spots_add_word(struct pl_spots *places, const struct pl_words *words,
                       pl_str word)
{
    struct spellings found = spellings_of(words, word);
    for (size_t i = 0; i < found.count; i++) {
        const struct pl_form *form = &words->forms[found.forms[i]];
        uint32_t *added =
            PL_VEC_EXTEND(places->arena, &places->words, form->count);
        memcpy(added, words->postings + form->first_posting,
               form->count * sizeof(*added));
    }
}

static uint32_t count_of(const struct pl_words *words,
                         const struct spellings *found)
{
    uint32_t count = 0;
    for (size_t i = 0; i < found->count; i++) {
        count += words->forms[found->forms[i]].count;
    }
    return count;
}

uint32_t pl_word_occurrences(const struct pl_words *words, pl_str word)
{
    struct spellings found = spellings_of(words, word);
    return count_of(words, &found);
}

static bool is_separator(char c)
{
    return c == ' ' || c == '-' || c == '/';
}

/* Cuts the first word off a phrase; `*separator` is what follows it. */
static pl_str next_word(pl_str *phrase, char *separator)
{
    size_t end = 0;
    while (end < phrase->len && !is_separator(phrase->data[end])) {
        end++;
    }
    pl_str word = pl_str_slice(*phrase, 0, end);
    *separator = end < phrase->len ? phrase->data[end] : '\0';
    *phrase = pl_str_slice(*phrase, end + 1, phrase->len);
    return word;
}

uint32_t pl_phrase_word_count(pl_str phrase)
{
    uint32_t count = 0;
    char separator;
    while (phrase.len) {
        next_word(&phrase, &separator);
        count++;
    }
    return count;
}

static bool gap_is(const struct pl_words *words, uint32_t at, char separator)
{
    static const pl_str no_break_space = PL_STR("\u00A0");
    static const pl_str no_break_hyphen = PL_STR("\u2011");
    pl_str gap = pl_range_text(words->text, pl_word_gap(words, at));
    if (gap.len == 1) {
        char c = gap.data[0] == '\n' ? ' ' : gap.data[0];
        return c == separator;
    }
    return (separator == ' ' && pl_str_eq(gap, no_break_space)) ||
           (separator == '-' && pl_str_eq(gap, no_break_hyphen));
}

/* "PLAN" and "Plan" are "plan"; "ict" is not "ICT". */
static bool word_is(const struct pl_words *words, uint32_t at, pl_str word)
{
    pl_str found = pl_word_text(words, at);
    if (!pl_str_eq_ignore_case(found, word)) {
        return false;
    }
    for (size_t i = 0; i < word.len; i++) {
        if (pl_is_upper(word.data[i]) && pl_is_lower(found.data[i])) {
            return false;
        }
    }
    return true;
}

static bool phrase_stands_at(const struct pl_words *words, uint32_t at,
                             pl_str phrase)
{
    char separator = '\0';
    for (pl_str rest = phrase; rest.len; at++) {
        char next_separator;
        pl_str word = next_word(&rest, &next_separator);
        if (at >= words->count || !word_is(words, at, word) ||
            (separator && !gap_is(words, at, separator))) {
            return false;
        }
        separator = next_separator;
    }
    return true;
}

/* The word of a phrase that stands in the plan least often. */
static struct spellings rarest_of(const struct pl_words *words, pl_str phrase,
                                  uint32_t *index)
{
    struct spellings rarest = {.count = 0};
    uint32_t least = UINT32_MAX;
    char separator;
    *index = 0;
    for (uint32_t i = 0; phrase.len; i++) {
        pl_str word = next_word(&phrase, &separator);
        struct spellings found = spellings_of(words, word);
        uint32_t count = count_of(words, &found);
        if (count < least) {
            least = count;
            rarest = found;
            *index = i;
        }
    }
    return rarest;
}

void pl_spots_add_phrase(struct pl_spots *places, const struct pl_words *words,
                         pl_str phrase)
{
    uint32_t index;
    struct spellings found = rarest_of(words, phrase, &index);
    for (size_t i = 0; i < found.count; i++) {
        const struct pl_form *form = &words->forms[found.forms[i]];
        const uint32_t *postings = words->postings + form->first_posting;
        for (uint32_t k = 0; k < form->count; k++) {
            uint32_t next = k + AHEAD < form->count ? k + AHEAD : k;
            PL_PREFETCH(words->items + postings[next]);
            uint32_t at = postings[k];
            if (at >= index && phrase_stands_at(words, at - index, phrase)) {
                *PL_VEC_PUSH(places->arena, &places->words) = at - index;
            }
        }
    }
}

/* A bit for each word, set where its form has a bit of `wanted`. */
static const uint64_t *bits_of(struct pl_arena *arena,
                               const struct pl_words *words,
                               const uint8_t *marks, uint8_t wanted)
{
    uint64_t *bits = pl_arena_array(arena, (size_t)words->count / WORD_BITS + 1,
                                    sizeof(*bits));
    for (uint32_t i = 0; i < words->form_count; i++) {
        const struct pl_form *form = &words->forms[i];
        const uint32_t *postings = words->postings + form->first_posting;
        for (uint32_t k = 0; (marks[i] & wanted) && k < form->count; k++) {
            bits[postings[k] / WORD_BITS] |= UINT64_C(1)
                                             << (postings[k] % WORD_BITS);
        }
    }
    return bits;
}

void pl_spots_add_pairs(struct pl_spots *places, const struct pl_words *words,
                        const uint8_t *marks, uint8_t first, uint8_t second)
{
    struct pl_arena *scratch = pl_arena_new();
    const uint64_t *firsts = bits_of(scratch, words, marks, first);
    const uint64_t *seconds =
        first == second ? firsts : bits_of(scratch, words, marks, second);
    uint32_t last = words->count / WORD_BITS;
    for (uint32_t i = 0; i <= last; i++) {
        uint64_t next = i < last ? seconds[i + 1] : 0;
        uint64_t before_second = seconds[i] >> 1 | next << (WORD_BITS - 1);
        for (uint64_t rest = firsts[i] & before_second; rest;
             rest &= rest - 1) {
            *PL_VEC_PUSH(places->arena, &places->words) =
                i * WORD_BITS + PL_LOWEST_BIT(rest);
        }
    }
    pl_arena_free(scratch);
}

void pl_spots_fetch(const struct pl_spots *places, const struct pl_words *words,
                    size_t at)
{
    enum { FAR = 64, NEAR = 32 }; /* places */
    if (at + FAR < places->words.len) {
        PL_PREFETCH(words->items + places->words.items[at + FAR]);
    }
    if (at + NEAR < places->words.len) {
        uint32_t word = places->words.items[at + NEAR];
        PL_PREFETCH(words->text.data + words->items[word].start);
    }
}

/* As the places of one spelling are. */
static bool is_ascending(const uint32_t *items, size_t count)
{
    size_t i = 1;
    while (i < count && items[i - 1] < items[i]) {
        i++;
    }
    return i >= count;
}

static int by_number(const void *a, const void *b)
{
    uint32_t left = *(const uint32_t *)a;
    uint32_t right = *(const uint32_t *)b;
    return (left > right) - (left < right);
}

static size_t sort_few(uint32_t *items, size_t count)
{
    qsort(items, count, sizeof(*items), by_number);
    size_t kept = 1;
    for (size_t i = 1; i < count; i++) {
        if (items[i] != items[kept - 1]) {
            items[kept++] = items[i];
        }
    }
    return kept;
}

/* By a bit for each number below `limit`. */
static size_t sort_many(uint32_t *items, size_t count, uint32_t limit)
{
    struct pl_arena *scratch = pl_arena_new();
    uint64_t *bits =
        pl_arena_array(scratch, limit / WORD_BITS + 1, sizeof(*bits));
    for (size_t i = 0; i < count; i++) {
        bits[items[i] / WORD_BITS] |= UINT64_C(1) << (items[i] % WORD_BITS);
    }
    size_t kept = 0;
    for (uint32_t from = 0; from < limit; from += WORD_BITS) {
        for (uint64_t rest = bits[from / WORD_BITS]; rest; rest &= rest - 1) {
            items[kept++] = from + PL_LOWEST_BIT(rest);
        }
    }
    pl_arena_free(scratch);
    return kept;
}

void pl_spots_sort(struct pl_spots *places)
{
    uint32_t *items = places->words.items;
    size_t count = places->words.len;
    if (is_ascending(items, count)) {
        return;
    }
    uint32_t limit = 0;
    for (size_t i = 0; i < count; i++) {
        limit = items[i] < limit ? limit : items[i] + 1;
    }
    places->words.len = limit / WORD_BITS > count
                            ? sort_few(items, count)
                            : sort_many(items, count, limit);
}

struct pl_word_set pl_word_set_of(const struct pl_run *run,
                                  const struct pl_words_param *list)
{
    uint32_t *forms =
        pl_arena_array(run->arena, 3 * list->count, sizeof(*forms));
    size_t found_count = 0;
    for (size_t i = 0; i < list->count; i++) {
        struct spellings found = spellings_of(run->plan->words, list->items[i]);
        for (size_t k = 0; k < found.count; k++) {
            forms[found_count++] = found.forms[k];
        }
    }
    uint32_t limit = 0;
    for (size_t i = 0; i < found_count; i++) {
        limit = forms[i] < limit ? limit : forms[i] + 1;
    }
    uint8_t *bits = pl_arena_array(run->arena, limit / 8 + 1, sizeof(*bits));
    for (size_t i = 0; i < found_count; i++) {
        bits[forms[i] / 8] |= (uint8_t)(1U << forms[i] % 8);
    }
    return (struct pl_word_set){forms, found_count, bits, limit};
}

void pl_word_set_mark(const struct pl_word_set *set, uint8_t *marks,
                      uint8_t mark)
{
    for (size_t i = 0; i < set->count; i++) {
        marks[set->forms[i]] |= mark;
    }
}

bool pl_word_set_has_joined(const struct pl_word_set *set,
                            const struct pl_words *words, uint32_t at)
{
    return at < words->count && pl_word_is_joined(words, at) &&
           pl_word_set_has(set, words->items[at].form);
}

bool pl_word_is_hyphenated(const struct pl_words *words, uint32_t at)
{
    pl_str gap = pl_range_text(words->text, pl_word_gap(words, at));
    return gap.len == 1 && (gap.data[0] == '-' || gap.data[0] == '/');
}

bool pl_word_may_be_noun(const struct pl_words *words,
                         const struct pl_word_set *not_nouns, uint32_t at)
{
    const struct pl_form *form = &words->forms[words->items[at].form];
    return pl_word_is_joined(words, at) &&
           (form->flags & (PL_FORM_LOWER | PL_FORM_UPPER | PL_FORM_DIGIT)) ==
               PL_FORM_LOWER &&
           !pl_str_ends(form->text, (pl_str)PL_STR("ly")) &&
           !pl_word_set_has(not_nouns, words->items[at].form);
}

pl_str pl_phrase_like(struct pl_arena *arena, pl_str prefer, pl_str found)
{
    if (prefer.len == 0 || found.len == 0 || !pl_is_upper(found.data[0]) ||
        !pl_is_lower(prefer.data[0])) {
        return prefer;
    }
    return pl_str_from(pl_arena_printf(arena, "%c%.*s",
                                       pl_to_upper(prefer.data[0]),
                                       (int)prefer.len - 1, prefer.data + 1));
}
