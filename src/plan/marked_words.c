#include "plan/marked_words.h"

#include <stdlib.h>

#include "base/arena.h"
#include "plan/words.h"

uint8_t *pl_marks_new(struct pl_arena *arena, const struct pl_words *words)
{
    return pl_arena_array(arena, (size_t)words->form_count + 1, 1);
}

void pl_marks_set(uint8_t *marks, const struct pl_words *words,
                  const char *word, uint8_t mark)
{
    uint32_t form = pl_words_form(words, pl_str_from(word));
    if (form != PL_NONE) {
        marks[form] = mark;
    }
}

void pl_marks_spread(uint8_t *marks, const struct pl_words *words)
{
    for (uint32_t i = 0; i < words->form_count; i++) {
        if (!marks[i]) {
            marks[i] = marks[words->forms[i].fold];
        }
    }
}

static int by_place(const void *a, const void *b)
{
    const struct pl_marked_word *first = a;
    const struct pl_marked_word *second = b;
    return (first->word > second->word) - (first->word < second->word);
}

struct pl_marked_words pl_marked_words_find(struct pl_arena *arena,
                                            const struct pl_words *words,
                                            const uint8_t *marks)
{
    struct pl_marked_words found = {0};
    size_t total = 0;
    for (uint32_t i = 0; i < words->form_count; i++) {
        total += marks[i] ? words->forms[i].count : 0;
    }
    found.items = pl_arena_array(arena, total + 1, sizeof(*found.items));
    for (uint32_t i = 0; i < words->form_count; i++) {
        const uint32_t *posting =
            words->postings + words->forms[i].first_posting;
        for (uint32_t k = 0; marks[i] && k < words->forms[i].count; k++) {
            found.items[found.count++] =
                (struct pl_marked_word){posting[k], marks[i]};
        }
    }
    qsort(found.items, found.count, sizeof(*found.items), by_place);
    return found;
}
