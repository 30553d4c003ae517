/* Acronyms whose words stand somewhere in the plan without them. */
#include "base/arena.h"
#include "base/chars.h"
#include "base/map.h"
#include "checks/acronym/acronym.h"
#include "lint/check.h"
#include "plan/plan.h"

enum {
    LEAST_LETTERS = 3, /* two initials meet by chance */
    MOST_LETTERS = 8,
    MOST_WORDS = 12, /* of a long form with its small words */
};

struct search {
    const struct pl_words *words;
    struct pl_map *names; /* of acronyms, to their index in the list */
    bool *is_written;     /* of each of these */
};

/* "of", "pour": gives no letter. */
static bool is_small(pl_str word)
{
    enum { LONGEST = 4 };
    return word.len <= LONGEST && pl_is_lower(word.data[0]);
}

/* Words of a name: a space, a hyphen, or a comma of a series between them. */
static bool goes_on(const struct pl_words *words, uint32_t at)
{
    pl_str gap = pl_range_text(words->text, pl_word_gap(words, at));
    return pl_word_is_joined(words, at) ||
           pl_str_eq(gap, (pl_str)PL_STR("-")) ||
           pl_str_eq(gap, (pl_str)PL_STR(", "));
}

/* Notes each acronym that the initials from word `first` on give. */
static void read_from(const struct search *search, uint32_t first)
{
    char letters[MOST_LETTERS];
    size_t count = 0;
    uint32_t end = search->words->count - first < MOST_WORDS
                       ? search->words->count
                       : first + MOST_WORDS;
    for (uint32_t at = first; at < end && count < MOST_LETTERS; at++) {
        pl_str word = pl_word_text(search->words, at);
        if (at > first && !goes_on(search->words, at)) {
            return;
        }
        if (!pl_is_upper(word.data[0])) {
            if (!is_small(word)) {
                return;
            }
            continue;
        }
        letters[count++] = word.data[0];
        uint32_t found =
            count < LEAST_LETTERS
                ? PL_NONE
                : pl_map_get(search->names, (pl_str){letters, count});
        if (found != PL_NONE) {
            search->is_written[found] = true;
        }
    }
}

/* The letters that names of the list begin with, by byte. */
struct heads {
    bool has[UINT8_MAX + 1];
};

/* Not an acronym itself: the words of one have small letters. */
static bool may_begin(const struct heads *heads, pl_str word)
{
    return word.len > 1 && pl_is_upper(word.data[0]) &&
           pl_is_lower(word.data[1]) && heads->has[(uint8_t)word.data[0]];
}

static void read_from_all(const struct search *search,
                          const struct pl_form *form)
{
    const uint32_t *places = search->words->postings + form->first_posting;
    for (uint32_t k = 0; k < form->count; k++) {
        read_from(search, places[k]);
    }
}

static struct search new_search(struct pl_run *run,
                                const struct pl_acronym_list *list)
{
    struct search search = {
        .words = run->plan->words,
        .names = pl_map_new(run->arena, list->items.len),
        .is_written = pl_arena_array(run->arena, list->items.len, sizeof(bool)),
    };
    for (size_t i = 0; i < list->items.len; i++) {
        pl_map_put(search.names, list->items.items[i]->name, (uint32_t)i);
    }
    return search;
}

void pl_acronym_drop_written(struct pl_run *run, struct pl_acronym_list *list)
{
    if (list->items.len == 0) {
        return;
    }
    struct search search = new_search(run, list);
    struct heads heads = {{false}};
    for (size_t i = 0; i < list->items.len; i++) {
        heads.has[(uint8_t)list->items.items[i]->name.data[0]] = true;
    }
    for (uint32_t i = 0; i < search.words->form_count; i++) {
        if (may_begin(&heads, search.words->forms[i].text)) {
            read_from_all(&search, &search.words->forms[i]);
        }
    }
    size_t kept = 0;
    for (size_t i = 0; i < list->items.len; i++) {
        if (!search.is_written[i]) {
            list->items.items[kept++] = list->items.items[i];
        }
    }
    list->items.len = kept;
}
