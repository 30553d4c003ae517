#include "plan/roles.h"

#include <stdbool.h>

#include "base/chars.h"
#include "plan/plan.h"

enum {
    MAX_TITLE_WORDS = 12,
    MIN_DAMAGED = 5, /* bytes of a word that may have a wrong letter */
};

struct title {
    pl_str words[MAX_TITLE_WORDS];
    uint32_t count;
};

static const struct {
    enum pl_role role;
    pl_str words;
} role_titles[] = {
#define PL_ROLE_TITLE(role, words) {PL_ROLE_##role, PL_STR(words)},
#include "plan/roles.def"
#undef PL_ROLE_TITLE
};

static bool is_word_byte(char c)
{
    return pl_is_alnum(c) || pl_is_wide(c);
}

/* False when there are too many words for a title. */
static bool read_title(pl_str text, struct title *title)
{
    title->count = 0;
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
        title->words[title->count++] = pl_str_slice(text, start, at);
    }
    return true;
}

/* Whether `word` is `wanted`, or is it but for one letter. The last letter
 * counts: "goal" is not "goals". */
static bool is_word(pl_str word, pl_str wanted)
{
    if (pl_to_lower(word.data[word.len - 1]) != wanted.data[wanted.len - 1]) {
        return false;
    }
    if (pl_str_eq_ignore_case(word, wanted)) {
        return true;
    }
    if (wanted.len < MIN_DAMAGED || word.len + 1 < wanted.len ||
        word.len > wanted.len + 1) {
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

static bool has_words(const struct title *title, pl_str wanted)
{
    for (uint32_t from = 0; from < title->count; from++) {
        pl_str rest = wanted;
        uint32_t at = from;
        while (rest.len > 0 && at < title->count &&
               is_word(title->words[at], pl_str_split(&rest, ' '))) {
            at++;
            if (rest.len == 0) {
                return true;
            }
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
    return pl_role_of_title(
        pl_range_text(plan->text, plan->sections[section].title));
}
