#include "plan/entities/lexicon.h"

#include "base/arena.h"
#include "base/array.h"
#include "base/chars.h"
#include "base/range.h"
#include "base/vec.h"
#include "plan/words.h"
#include "plan/words/marked_words.h"
#include "plan/words/scan.h"

enum { MAX_QUALIFIERS = 4, LONGEST_CODE = 4 };

static const struct pl_vocabulary_word known_words[] = {
#define PL_ENTITY_WORD(kind, one, many) \
    {PL_ENTITY_##kind, PL_STR(one), PL_STR(many)},
#define PL_ENTITY_CODE(kind, code) {PL_ENTITY_##kind, PL_STR(code), {0}},
#include "plan/entities/entity_word.def"
};

bool pl_entity_kind_of(pl_str noun, enum pl_entity_kind *kind)
{
    for (size_t i = 0; i < PL_COUNT(known_words); i++) {
        if (pl_str_eq_ignore_case(noun, known_words[i].one) ||
            pl_str_eq_ignore_case(noun, known_words[i].many)) {
            *kind = known_words[i].kind;
            return noun.len > 0;
        }
    }
    return false;
}

static const char *const qualifiers[] = {
#define PL_QUALIFIER(word) word,
#include "plan/entities/entity_word.def"
};

struct builder {
    struct pl_arena *arena;
    const struct pl_words *words;
    uint8_t *marks;
    PL_VEC(struct pl_lexicon_noun) nouns;
    PL_VEC(struct pl_lexicon_code) codes;
};

bool pl_vocabulary_is_code(pl_str word)
{
    for (size_t i = 0; i < word.len; i++) {
        if (!pl_is_upper(word.data[i])) {
            return false;
        }
    }
    return word.len > 0 && word.len <= LONGEST_CODE;
}

/* False when a word of it is not in the document. */
static bool find_folds(const struct pl_words *words, pl_str text,
                       struct pl_lexicon_noun *noun)
{
    while (text.len > 0 && noun->count < PL_VOCABULARY_MAX_WORDS) {
        uint32_t form = pl_words_form(words, pl_str_split(&text, ' '));
        if (form == PL_NONE) {
            return false;
        }
        noun->folds[noun->count++] = form;
    }
    return noun->count > 0 && text.len == 0;
}

static void add_noun(struct builder *b, struct pl_lexicon_noun noun,
                     pl_str text)
{
    if (text.len > 0 && find_folds(b->words, text, &noun)) {
        *PL_VEC_PUSH(b->arena, &b->nouns) = noun;
        b->marks[noun.folds[0]] |= PL_LEXICON_NOUN;
    }
}

static void add_words(struct builder *b, const struct pl_vocabulary_word *words,
                      size_t count, uint32_t row)
{
    for (size_t i = 0; i < count; i++, row++) {
        const struct pl_vocabulary_word *it = &words[i];
        if (pl_vocabulary_is_code(it->one)) {
            *PL_VEC_PUSH(b->arena, &b->codes) =
                (struct pl_lexicon_code){it->kind, row, it->one};
            continue;
        }
        struct pl_lexicon_noun noun = {.kind = it->kind, .row = row};
        add_noun(b, noun, it->one);
        noun.is_many = true;
        add_noun(b, noun, it->many);
    }
}

struct pl_lexicon pl_lexicon_build(struct pl_arena *arena,
                                   const struct pl_words *words,
                                   const struct pl_vocabulary *own)
{
    struct builder b = {
        .arena = arena, .words = words, .marks = pl_marks_new(arena, words)};
    size_t own_count = own ? own->count : 0;
    if (own_count > 0) {
        add_words(&b, own->items, own_count, 0);
    }
    add_words(&b, known_words, PL_COUNT(known_words), (uint32_t)own_count);
    for (size_t i = 0; i < PL_COUNT(qualifiers); i++) {
        uint32_t form = pl_words_form(words, pl_str_from(qualifiers[i]));
        if (form != PL_NONE) {
            b.marks[form] |= PL_LEXICON_QUALIFIER;
        }
    }
    pl_marks_spread(b.marks, words);
    return (struct pl_lexicon){
        .words = words,
        .marks = b.marks,
        .nouns = b.nouns.items,
        .noun_count = (uint32_t)b.nouns.len,
        .codes = b.codes.items,
        .code_count = (uint32_t)b.codes.len,
        .own_count = (uint32_t)own_count,
    };
}

uint32_t pl_lexicon_row(const struct pl_lexicon *lexicon,
                        enum pl_entity_kind kind)
{
    uint32_t row = 0;
    while (row < PL_COUNT(known_words) && known_words[row].kind != kind) {
        row++;
    }
    return lexicon->own_count + row;
}

/* Whether only blanks or a hyphen stand between a word and the one before. */
static bool is_joined(const struct pl_words *words, uint32_t at)
{
    struct pl_range gap = pl_word_gap(words, at);
    struct pl_scan scan = {words->text, gap.start, gap.end};
    pl_scan_blanks(&scan);
    pl_scan_char(&scan, '-');
    return scan.at == scan.end;
}

static bool is_noun_at(const struct pl_lexicon *lexicon,
                       const struct pl_lexicon_noun *noun, uint32_t at,
                       uint32_t word_end)
{
    if (word_end - at < noun->count) {
        return false;
    }
    for (uint32_t i = 0; i < noun->count; i++) {
        if (pl_word_fold(lexicon->words, at + i) != noun->folds[i] ||
            (i > 0 && !is_joined(lexicon->words, at + i))) {
            return false;
        }
    }
    return true;
}

/* The longest one there, the first of equals; or NULL. */
static const struct pl_lexicon_noun *find_noun(const struct pl_lexicon *lexicon,
                                               uint32_t at, uint32_t word_end)
{
    const struct pl_lexicon_noun *best = NULL;
    for (uint32_t i = 0; i < lexicon->noun_count; i++) {
        const struct pl_lexicon_noun *noun = &lexicon->nouns[i];
        if ((!best || noun->count > best->count) &&
            is_noun_at(lexicon, noun, at, word_end)) {
            best = noun;
        }
    }
    return best;
}

static bool is_qualifier(const struct pl_lexicon *lexicon, uint32_t at)
{
    return lexicon->marks[lexicon->words->items[at].form] &
           PL_LEXICON_QUALIFIER;
}

static bool is_noun(const struct pl_lexicon *lexicon, uint32_t at)
{
    return lexicon->marks[lexicon->words->items[at].form] & PL_LEXICON_NOUN;
}

static void skip_qualifiers_after(const struct pl_lexicon *lexicon,
                                  uint32_t word_end, struct pl_noun *noun)
{
    for (uint32_t n = 0; n < MAX_QUALIFIERS && noun->word_end < word_end &&
                         is_qualifier(lexicon, noun->word_end) &&
                         is_joined(lexicon->words, noun->word_end);
         n++) {
        if (noun->qualifier == PL_NONE) {
            noun->qualifier = pl_word_fold(lexicon->words, noun->word_end);
        }
        noun->word_end++;
    }
}

bool pl_lexicon_read(const struct pl_lexicon *lexicon, uint32_t at,
                     uint32_t word_end, struct pl_noun *noun)
{
    uint32_t first = at;
    uint32_t qualifier = PL_NONE;
    while (at < word_end && at - first <= MAX_QUALIFIERS &&
           (at == first || is_joined(lexicon->words, at))) {
        bool may_qualify = is_qualifier(lexicon, at);
        /* "priority action": the noun is the last of them */
        bool is_before_noun =
            may_qualify && at + 1 < word_end &&
            lexicon->marks[lexicon->words->items[at + 1].form];
        const struct pl_lexicon_noun *found =
            is_noun(lexicon, at) ? find_noun(lexicon, at, word_end) : NULL;
        if (found && (found->count > 1 || !is_before_noun)) {
            *noun = (struct pl_noun){found->kind, found->row, qualifier,
                                     found->is_many, at + found->count};
            skip_qualifiers_after(lexicon, word_end, noun);
            return true;
        }
        if (!may_qualify) {
            return false;
        }
        qualifier =
            qualifier == PL_NONE ? pl_word_fold(lexicon->words, at) : qualifier;
        at++;
    }
    return false;
}
