#include "plan/entities/roles.h"

#include <stdbool.h>

#include "base/arena.h"
#include "base/attr.h"
#include "base/chars.h"
#include "plan/plan.h"

enum {
    MAX_TITLE_WORDS = 12,
    MAX_ROLE_WORDS = 4,
    MIN_DAMAGED = 5, /* bytes of a word that may have a wrong letter */
    LETTERS = 32,    /* classes of last letters */
    LONGEST = 30,    /* classes of lengths; longer words are of the last */
    AHEAD = 12,      /* sections whose text is on its way at a time */
};

struct title {
    pl_str words[MAX_TITLE_WORDS];
    char last_letters[MAX_TITLE_WORDS]; /* of each word, in lower case */
    uint32_t lengths[LETTERS]; /* by last letter, a bit for each length */
    uint32_t count;
};

static const struct role_title {
    enum pl_role role;
    pl_str words[MAX_ROLE_WORDS]; /* the rest is empty */
} role_titles[] = {
#define PL_ROLE_TITLE(role, ...) {PL_ROLE_##role, {__VA_ARGS__}},
#include "plan/entities/roles.def"
#undef PL_ROLE_TITLE
};

static size_t class_of(char last_letter)
{
    return (unsigned char)last_letter % LETTERS;
}

static uint32_t bit_of(size_t length)
{
    return UINT32_C(1) << (length < LONGEST ? length : LONGEST);
}

static bool is_word_byte(char c)
{
    return pl_is_alnum(c) || pl_is_wide(c);
}

/* False when there are too many words for a title. */
static bool read_title(pl_str text, struct title *title)
{
    *title = (struct title){.count = 0};
    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        while (at < text.len && is_word_byte(text.data[at])) {
            at++;
        }
        if (at == start) {
            at++;
            continue;
        }
        if (title->count == MAX_TITLE_WORDS) {
            return false;
        }
        char last = pl_to_lower(text.data[at - 1]);
        title->lengths[class_of(last)] |= bit_of(at - start);
        title->last_letters[title->count] = last;
        title->words[title->count++] = pl_str_slice(text, start, at);
    }
    return true;
}

/* Whether `word` is `wanted`, or is it but for one letter. */
static bool is_like(pl_str word, pl_str wanted)
{
    if (word.len + 1 < wanted.len || word.len > wanted.len + 1) {
        return false;
    }
    if (pl_str_eq_ignore_case(word, wanted)) {
        return true;
    }
    if (wanted.len < MIN_DAMAGED) {
        return false;
    }
    size_t same = 0;
    while (same < word.len && same < wanted.len &&
           pl_to_lower(word.data[same]) == wanted.data[same]) {
        same++;
    }
    size_t cut = word.len >= wanted.len ? 1 : 0;  /* from the word */
    size_t left = word.len <= wanted.len ? 1 : 0; /* from the wanted one */
    return same < wanted.len &&
           pl_str_eq_ignore_case(pl_str_slice(word, same + cut, word.len),
                                 pl_str_slice(wanted, same + left, wanted.len));
}

/* The last letter counts: "goal" is not "goals". */
static bool is_word(const struct title *title, uint32_t at, pl_str wanted)
{
    return title->last_letters[at] == wanted.data[wanted.len - 1] &&
           is_like(title->words[at], wanted);
}

/* Whether a word of the title ends in the same letter and is about as long. */
static bool may_have(const struct title *title, pl_str wanted)
{
    size_t shorter = wanted.len - 1 < LONGEST ? wanted.len - 1 : LONGEST - 1;
    uint32_t like = UINT32_C(7) << shorter; /* that length and the next two */
    return (title->lengths[class_of(wanted.data[wanted.len - 1])] & like) != 0;
}

static bool has_words(const struct title *title, const pl_str *wanted)
{
    if (!may_have(title, wanted[0])) {
        return false;
    }
    for (uint32_t from = 0; from < title->count; from++) {
        uint32_t n = 0;
        while (n < MAX_ROLE_WORDS && wanted[n].len > 0 &&
               from + n < title->count && is_word(title, from + n, wanted[n])) {
            n++;
        }
        if (n == MAX_ROLE_WORDS || wanted[n].len == 0) {
            return true;
        }
    }
    return false;
}

enum pl_role pl_role_of_title(pl_str title)
{
    struct title read;
    if (!read_title(title, &read)) {
        return PL_ROLE_NONE;
    }
    for (size_t i = 0; i < sizeof(role_titles) / sizeof(role_titles[0]); i++) {
        if (has_words(&read, role_titles[i].words)) {
            return role_titles[i].role;
        }
    }
    return PL_ROLE_NONE;
}

enum pl_role pl_role_of_section(const struct pl_plan *plan, uint32_t section)
{
    return (enum pl_role)plan->section_roles[section];
}

void pl_roles_build(struct pl_arena *arena, struct pl_plan *plan)
{
    uint8_t *roles = pl_arena_array(arena, plan->sections_count, 1);
    for (uint32_t i = 0; i < plan->sections_count; i++) {
        if (i + AHEAD < plan->sections_count) {
            PL_PREFETCH(plan->text.data +
                        plan->sections[i + AHEAD].title.start);
        }
        roles[i] = (uint8_t)pl_role_of_title(
            pl_range_text(plan->text, plan->sections[i].title));
    }
    plan->section_roles = roles;
}
