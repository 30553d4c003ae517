#include "lexicon.h"

#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/vec.h"
#include "random.h"

enum {
    STEMS = 900, /* made up; each gives a word of every class */
    SEED = 71,
};

struct pl_lexicon {
    PL_VEC(pl_str) words[PL_WORD_CLASS_COUNT];
};

/* The stem of a real word and what each class adds to it; NULL: none. */
struct family {
    const char *stem;
    const char *endings[PL_WORD_CLASS_COUNT];
};

/* noun, plural, adjective, verb, infinitive, gerund, participle, adverb */
static const struct family real_words[] = {
    {"develop", {"ment", "ments", NULL, "s", "", "ing", "ed", NULL}},
    {"establish", {"ment", NULL, NULL, "es", "", "ing", "ed", NULL}},
    {"support", {"", NULL, NULL, "s", "", "ing", "ed", NULL}},
    {"coordinat", {"ion", NULL, NULL, "es", "e", "ing", "ed", NULL}},
    {"implement", {"ation", NULL, NULL, "s", "", "ing", "ed", NULL}},
    {"cooperat", {"ion", NULL, "ive", "es", "e", "ing", NULL, NULL}},
    {"assess", {"ment", "ments", NULL, "es", "", "ing", "ed", NULL}},
    {"strengthen", {NULL, NULL, NULL, "s", "", "ing", "ed", NULL}},
    {"monitor", {NULL, NULL, NULL, "s", "", "ing", "ed", NULL}},
    {"facilitat", {"ion", NULL, NULL, "es", "e", "ing", "ed", NULL}},
    {"service", {"", "s", NULL, NULL, NULL, NULL, NULL, NULL}},
    {"network", {"", "s", NULL, NULL, NULL, NULL, NULL, NULL}},
    {"member", {"", "s", NULL, NULL, NULL, NULL, NULL, NULL}},
    {"region", {"", "s", "al", NULL, NULL, NULL, NULL, "ally"}},
    {"nation", {NULL, NULL, "al", NULL, NULL, NULL, NULL, "ally"}},
    {"resource", {"", "s", NULL, NULL, NULL, NULL, NULL, NULL}},
    {"standard", {"", "s", NULL, NULL, NULL, NULL, NULL, NULL}},
    {"administration", {"", "s", NULL, NULL, NULL, NULL, NULL, NULL}},
    {"activit", {"y", "ies", NULL, NULL, NULL, NULL, NULL, NULL}},
    {"countr", {"y", "ies", NULL, NULL, NULL, NULL, NULL, NULL}},
    {"sustainabl", {NULL, NULL, "e", NULL, NULL, NULL, NULL, "y"}},
    {"efficient", {NULL, NULL, "", NULL, NULL, NULL, NULL, "ly"}},
    {"effective", {NULL, NULL, "", NULL, NULL, NULL, NULL, "ly"}},
    {"equitabl", {NULL, NULL, "e", NULL, NULL, NULL, NULL, "y"}},
    {"annual", {NULL, NULL, "", NULL, NULL, NULL, NULL, "ly"}},
    {"technical", {NULL, NULL, "", NULL, NULL, NULL, NULL, "ly"}},
    {"common", {NULL, NULL, "", NULL, NULL, NULL, NULL, NULL}},
    {"infrastructure", {"", NULL, NULL, NULL, NULL, NULL, NULL, NULL}},
    {"polic", {"y", "ies", NULL, NULL, NULL, NULL, NULL, NULL}},
    {"programme", {"", "s", NULL, NULL, NULL, NULL, NULL, NULL}},
};

static const char *const made_endings[PL_WORD_CLASS_COUNT] = {
    [PL_WORD_NOUN] = "ion",      [PL_WORD_PLURAL] = "ions",
    [PL_WORD_ADJECTIVE] = "al",  [PL_WORD_VERB] = "es",
    [PL_WORD_INFINITIVE] = "e",  [PL_WORD_GERUND] = "ing",
    [PL_WORD_PARTICIPLE] = "ed", [PL_WORD_ADVERB] = "ally",
};

static void add(struct pl_arena *arena, struct pl_lexicon *lexicon, pl_str stem,
                const char *const *endings)
{
    for (size_t i = 0; i < PL_WORD_CLASS_COUNT; i++) {
        if (endings[i]) {
            *PL_VEC_PUSH(arena, &lexicon->words[i]) = pl_str_from(
                pl_arena_printf(arena, "%.*s%s", PL_STR_ARG(stem), endings[i]));
        }
    }
}

static void add_syllable(struct pl_buf *stem, struct pl_random *random)
{
    static const char *const onsets[] = {"b", "d",  "f",  "g",  "l",  "m",
                                         "n", "p",  "r",  "s",  "t",  "v",
                                         "c", "br", "dr", "gr", "pl", "st"};
    static const char *const nuclei[] = {"a", "e", "i", "o", "u", "ea", "io"};
    enum { ONSETS = sizeof(onsets) / sizeof(*onsets) };
    enum { NUCLEI = sizeof(nuclei) / sizeof(*nuclei) };
    pl_buf_add_text(stem, onsets[pl_random_below(random, ONSETS)]);
    pl_buf_add_text(stem, nuclei[pl_random_below(random, NUCLEI)]);
}

static pl_str make_stem(struct pl_arena *arena, struct pl_random *random)
{
    static const char finals[] = "lmnrstdvc";
    struct pl_buf stem = pl_buf_in(arena);
    uint32_t syllables = pl_random_between(random, 1, 2);
    for (uint32_t i = 0; i < syllables; i++) {
        add_syllable(&stem, random);
    }
    pl_buf_add_char(&stem, finals[pl_random_below(random, sizeof(finals) - 1)]);
    return pl_buf_str(&stem);
}

struct pl_lexicon *pl_lexicon_new(struct pl_arena *arena)
{
    struct pl_lexicon *lexicon = pl_arena_alloc(arena, sizeof(*lexicon));
    struct pl_random random = {.state = SEED};
    struct pl_map *known = pl_map_new(arena, STEMS);
    for (size_t i = 0; i < sizeof(real_words) / sizeof(*real_words); i++) {
        add(arena, lexicon, pl_str_from(real_words[i].stem),
            real_words[i].endings);
    }
    for (uint32_t i = 0; pl_map_count(known) < STEMS; i++) {
        pl_str stem = make_stem(arena, &random);
        if (pl_map_get_or_add(known, stem, i) == i) {
            add(arena, lexicon, stem, made_endings);
        }
    }
    return lexicon;
}

pl_str pl_lexicon_word(const struct pl_lexicon *lexicon,
                       enum pl_word_class class, struct pl_random *random)
{
    uint32_t count = (uint32_t)lexicon->words[class].len;
    uint32_t limit =
        pl_random_between(random, 1, count); /* favours the first */
    return lexicon->words[class].items[pl_random_below(random, limit)];
}
