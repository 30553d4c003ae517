#include "plan/words/marked_words.h"

#include "base/arena.h"
#include "base/attr.h"
#include "plan/words.h"

enum {
    WORD_BITS = 64,
    AHEAD = 12, /* words that are on their way at a time */
};

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

/* One bit for each word, set where the word's form is marked. */
static uint64_t *set_bits(struct pl_arena *arena, const struct pl_words *words,
                          const uint8_t *marks, size_t *total)
{
    uint64_t *bits = pl_arena_array(arena, (size_t)words->count / WORD_BITS + 1,
                                    sizeof(*bits));
    for (uint32_t i = 0; i < words->form_count; i++) {
        if (!marks[i]) {
            continue;
        }
        const struct pl_form *form = &words->forms[i];
        const uint32_t *posting = words->postings + form->first_posting;
        for (uint32_t k = 0; k < form->count; k++) {
            bits[posting[k] / WORD_BITS] |= UINT64_C(1)
                                            << (posting[k] % WORD_BITS);
        }
        *total += form->count;
    }
    return bits;
}

/* Fills in what the words themselves say. */
static void look_up(const struct pl_marked_words *found,
                    const struct pl_words *words, const uint8_t *marks)
{
    for (size_t i = 0; i < found->count; i++) {
        if (i + AHEAD < found->count) {
            PL_PREFETCH(words->items + found->items[i + AHEAD].word);
        }
        struct pl_word word = words->items[found->items[i].word];
        found->items[i].start = word.start;
        found->items[i].mark = marks[word.form];
    }
}

struct pl_marked_words pl_marked_words_find(struct pl_arena *arena,
                                            const struct pl_words *words,
                                            const uint8_t *marks)
{
    struct pl_marked_words found = {0};
    size_t total = 0;
    const uint64_t *bits = set_bits(arena, words, marks, &total);
    found.items = pl_arena_array(arena, total + 1, sizeof(*found.items));
    for (uint32_t from = 0; found.count < total; from += WORD_BITS) {
        for (uint64_t rest = bits[from / WORD_BITS]; rest; rest &= rest - 1) {
            found.items[found.count++].word = from + PL_LOWEST_BIT(rest);
        }
    }
    look_up(&found, words, marks);
    return found;
}

void pl_marked_words_ahead(const struct pl_marked_words *found,
                           const struct pl_words *words, size_t at)
{
    if (at + AHEAD < found->count) {
        PL_PREFETCH(words->items + found->items[at + AHEAD].word);
        PL_PREFETCH(words->text.data + found->items[at + AHEAD].start);
    }
}
