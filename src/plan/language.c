#include "plan/language.h"

#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/attr.h"
#include "base/chars.h"
#include "base/utf8.h"
#include "plan/plan.h"
#include "plan/words/block_walk.h"
#include "plan/words/marked_words.h"

enum {
    /* of a document */
    MIN_SHARE = 8,    /* of a hundred words, those of the language */
    WORTH_OF_OWN = 3, /* a word of one language against a shared one */
    MAX_RIVAL = 70,   /* of a hundred such words, those of another language */
    LEAST_SHARE = 2,  /* enough when there are so many ... */
    MANY_WORDS = 6,
    FAR_RIVAL = 34, /* ... and so few of another language */
    /* of a block that is not in the language of its document */
    MIN_FOREIGN = 3,   /* words of the other language */
    FOREIGN_TIMES = 3, /* so many times those of the document's language */
    MIN_LETTERS = 8,   /* bytes in another script */
    MAX_BRIDGE = 8,    /* blocks between two foreign ones that go with them */
    ENOUGH = 2,        /* words of other languages alone: of MIN_FOREIGN words,
                          each of the document's own is outweighed */
};

enum script {
    SCRIPT_NONE,
    SCRIPT_LATIN,
    SCRIPT_CYRILLIC,
    SCRIPT_ARABIC,
    SCRIPT_GREEK,
    SCRIPT_HEBREW,
    SCRIPT_HAN,
    SCRIPT_KANA,
    SCRIPT_HANGUL,
    SCRIPT_THAI,
    SCRIPT_COUNT
};

static const struct language {
    pl_str tag;
    enum script script;
    pl_str words; /* separated by spaces */
} languages[PL_LANGUAGE_COUNT] = {
#define PL_LANGUAGE(constant, tag, script, words) \
    [PL_LANGUAGE_##constant] = {PL_STR(tag), SCRIPT_##script, PL_STR(words)},
#include "plan/language.def"
#undef PL_LANGUAGE
};

static const struct script_range {
    uint32_t first;
    uint32_t last;
    enum script script;
} script_ranges[] = {
    {0x0370, 0x03FF, SCRIPT_GREEK},  {0x0400, 0x052F, SCRIPT_CYRILLIC},
    {0x0590, 0x05FF, SCRIPT_HEBREW}, {0x0600, 0x06FF, SCRIPT_ARABIC},
    {0x0750, 0x077F, SCRIPT_ARABIC}, {0x0E00, 0x0E7F, SCRIPT_THAI},
    {0x1100, 0x11FF, SCRIPT_HANGUL}, {0x1F00, 0x1FFF, SCRIPT_GREEK},
    {0x3040, 0x30FF, SCRIPT_KANA},   {0x3400, 0x4DBF, SCRIPT_HAN},
    {0x4E00, 0x9FFF, SCRIPT_HAN},    {0xAC00, 0xD7AF, SCRIPT_HANGUL},
    {0xFB50, 0xFDFF, SCRIPT_ARABIC}, {0xFE70, 0xFEFF, SCRIPT_ARABIC},
    {0x20000, 0x2FA1F, SCRIPT_HAN},
};

/* What speaks for a language in a stretch of text. */
struct evidence {
    uint32_t words[PL_LANGUAGE_COUNT];  /* frequent ones of each */
    uint32_t scores[PL_LANGUAGE_COUNT]; /* the same, by what they are worth */
    uint32_t letters[SCRIPT_COUNT];     /* bytes of words in each script */
    uint32_t all;                       /* words with letters */
};

/* What a form speaks for, wherever it stands. */
struct trait {
    uint32_t languages; /* a bit for each whose frequent word it is */
    uint32_t seen_in;   /* the last block that it was counted in, plus one */
    uint32_t bytes;     /* of the form */
    enum script script;
};

static_assert(PL_LANGUAGE_COUNT <= 32, "a language is a bit of a trait");

pl_str pl_language_tag(enum pl_language language)
{
    return languages[language].tag;
}

bool pl_language_is_tag(pl_str code)
{
    bool is_pair =
        code.len == 2 && pl_is_lower(code.data[0]) && pl_is_lower(code.data[1]);
    return is_pair || pl_str_eq(code, pl_language_tag(PL_LANGUAGE_UNKNOWN));
}

static enum script script_at(pl_str word, size_t at, size_t *len)
{
    uint32_t code_point = pl_utf8_decode(word, at, len);
    for (size_t i = 0; i < PL_COUNT(script_ranges); i++) {
        const struct script_range *it = &script_ranges[i];
        if (it->first <= code_point && code_point <= it->last) {
            return it->script;
        }
    }
    return pl_utf8_is_letter(code_point) ? SCRIPT_LATIN : SCRIPT_NONE;
}

/* That of its first letter; any kana makes a word Japanese. */
static enum script script_of(pl_str word)
{
    size_t len = 0;
    enum script first = script_at(word, 0, &len);
    for (size_t at = len; first == SCRIPT_HAN && at < word.len; at += len) {
        if (script_at(word, at, &len) == SCRIPT_KANA) {
            return SCRIPT_KANA;
        }
    }
    return first;
}

static void mark_frequent_words(const struct pl_words *words,
                                struct trait *traits)
{
    for (uint32_t i = 0; i < PL_LANGUAGE_COUNT; i++) {
        pl_str rest = languages[i].words;
        while (rest.len > 0) {
            pl_str word = pl_str_split(&rest, ' ');
            uint32_t form = pl_words_form(words, word);
            if (form != PL_NONE) {
                traits[form].languages |= UINT32_C(1) << i;
            }
        }
    }
}

/* One for each form. */
static struct trait *read_traits(struct pl_arena *scratch,
                                 const struct pl_words *words)
{
    struct trait *traits =
        pl_arena_array(scratch, words->form_count + 1, sizeof(*traits));
    mark_frequent_words(words, traits);
    for (uint32_t i = 0; i < words->form_count; i++) {
        const struct pl_form *form = &words->forms[i];
        bool is_word = form->flags & (PL_FORM_LOWER | PL_FORM_UPPER);
        traits[i].bytes = (uint32_t)form->text.len;
        if (form->flags & PL_FORM_LOWER) { /* "OU" is no French "ou" */
            traits[i].languages = traits[form->fold].languages;
        }
        if (form->flags & PL_FORM_WIDE) {
            traits[i].script = script_of(form->text);
        } else if (is_word) {
            traits[i].script = SCRIPT_LATIN;
        }
    }
    return traits;
}

static void count_form(struct evidence *evidence, const struct trait *trait,
                       uint32_t times)
{
    if (trait->script == SCRIPT_NONE) {
        return;
    }
    evidence->all += times;
    evidence->letters[trait->script] += trait->bytes * times;
    bool is_shared = trait->languages & (trait->languages - 1);
    uint32_t worth = is_shared ? 1 : WORTH_OF_OWN;
    for (uint32_t left = trait->languages; left; left &= left - 1) {
        evidence->words[PL_LOWEST_BIT(left)] += times;
        evidence->scores[PL_LOWEST_BIT(left)] += times * worth;
    }
}

static struct evidence evidence_of_all(const struct pl_words *words,
                                       const struct trait *traits)
{
    struct evidence evidence = {0};
    for (uint32_t i = 0; i < words->form_count; i++) {
        count_form(&evidence, &traits[i], words->forms[i].count);
    }
    return evidence;
}

/* Each word counts once: "no, no, no" is not Portuguese. */
static struct evidence evidence_of_block(const struct pl_plan *plan,
                                         struct trait *traits, uint32_t index)
{
    struct evidence evidence = {0};
    const struct pl_words *words = plan->words;
    const struct pl_block *block = &plan->blocks[index];
    for (uint32_t at = block->first_word; at < block->word_end; at++) {
        uint32_t form = words->items[at].form;
        if (traits[form].seen_in != index + 1) {
            traits[form].seen_in = index + 1;
            count_form(&evidence, &traits[form], 1);
        }
    }
    return evidence;
}

/* The language of a script with the highest score, and that of the next one; a
 * script of one language needs no words. */
struct ranking {
    enum pl_language best;
    uint32_t score;
    uint32_t rival_score;
};

static struct ranking rank(const struct evidence *evidence, enum script script)
{
    struct ranking ranking = {PL_LANGUAGE_UNKNOWN, 0, 0};
    for (uint32_t i = PL_LANGUAGE_UNKNOWN + 1; i < PL_LANGUAGE_COUNT; i++) {
        if (languages[i].script != script) {
            continue;
        }
        uint32_t score = languages[i].words.len ? evidence->scores[i] : 1;
        if (score > ranking.score) {
            ranking.rival_score = ranking.score;
            ranking.score = score;
            ranking.best = (enum pl_language)i;
        } else if (score > ranking.rival_score) {
            ranking.rival_score = score;
        }
    }
    return ranking;
}

/* That most letters are of. */
static enum script main_script(const struct evidence *evidence)
{
    uint32_t all = 0;
    uint32_t best = SCRIPT_NONE;
    for (uint32_t i = 0; i < SCRIPT_COUNT; i++) {
        all += evidence->letters[i];
        best = evidence->letters[i] > evidence->letters[best] ? i : best;
    }
    uint32_t kana = evidence->letters[SCRIPT_KANA];
    if (best == SCRIPT_HAN && kana > evidence->letters[SCRIPT_HAN] / 8) {
        return SCRIPT_KANA;
    }
    return evidence->letters[best] > all / 2 ? (enum script)best : SCRIPT_NONE;
}

static bool has_words(enum script script)
{
    return script == SCRIPT_LATIN || script == SCRIPT_CYRILLIC ||
           script == SCRIPT_ARABIC;
}

static enum pl_language language_of_text(const struct evidence *evidence)
{
    enum script script = main_script(evidence);
    struct ranking ranking = rank(evidence, script);
    if (!has_words(script)) {
        return ranking.best;
    }
    uint64_t words = evidence->words[ranking.best];
    uint64_t rival = (uint64_t)ranking.rival_score * 100;
    bool is_frequent = words * 100 >= (uint64_t)evidence->all * MIN_SHARE &&
                       rival <= (uint64_t)ranking.score * MAX_RIVAL;
    bool is_alone = words >= MANY_WORDS &&
                    words * 100 >= (uint64_t)evidence->all * LEAST_SHARE &&
                    rival <= (uint64_t)ranking.score * FAR_RIVAL;
    return is_frequent || is_alone ? ranking.best : PL_LANGUAGE_UNKNOWN;
}

enum { UNSURE = PL_LANGUAGE_COUNT }; /* a block that does not say */

static bool is_certain(const struct evidence *evidence, enum pl_language best,
                       enum pl_language own)
{
    bool is_foreign = own != PL_LANGUAGE_UNKNOWN && best != own;
    uint32_t against = is_foreign ? evidence->words[own] : 0;
    return evidence->words[best] >= MIN_FOREIGN &&
           evidence->words[best] >= FOREIGN_TIMES * against &&
           language_of_text(evidence) == best;
}

/* Of a block in a document of language `own`: a language, or UNSURE. */
static uint32_t language_of_block(const struct evidence *evidence,
                                  enum pl_language own)
{
    enum script script = main_script(evidence);
    bool is_other_script =
        script != SCRIPT_LATIN && script != languages[own].script;
    bool may_be_own = script == SCRIPT_HAN && own == PL_LANGUAGE_JAPANESE;
    if (script == SCRIPT_NONE || may_be_own) {
        return UNSURE;
    }
    if (is_other_script) {
        return evidence->letters[script] < MIN_LETTERS
                   ? UNSURE
                   : (uint32_t)language_of_text(evidence);
    }
    enum pl_language best = rank(evidence, script).best;
    return is_certain(evidence, best, own) ? (uint32_t)best : UNSURE;
}

/* What does not say goes with its neighbours when they are of one language,
 * else with the document. */
static bool settle_unsure(uint8_t *block_languages, uint32_t count,
                          enum pl_language own)
{
    bool has_foreign = false;
    uint32_t unsure = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (block_languages[i] == UNSURE) {
            unsure++;
            continue;
        }
        uint32_t before = i - unsure; /* the first of the unsure ones */
        bool is_bridge = before > 0 && unsure <= MAX_BRIDGE &&
                         block_languages[before - 1] == block_languages[i];
        memset(block_languages + before,
               is_bridge ? block_languages[i] : (uint8_t)own, unsure);
        has_foreign |= block_languages[i] != own;
        unsure = 0;
    }
    memset(block_languages + count - unsure, (uint8_t)own, unsure);
    return has_foreign;
}

/* One of another language has words that this language has not. */
static uint8_t *mark_foreign_forms(struct pl_arena *scratch,
                                   const struct pl_words *words,
                                   const struct trait *traits,
                                   enum pl_language own)
{
    uint8_t *marks = pl_marks_new(scratch, words);
    for (uint32_t i = 0; i < words->form_count; i++) {
        const struct trait *it = &traits[i];
        bool is_latin = it->script == SCRIPT_LATIN || it->script == SCRIPT_NONE;
        bool is_of_other =
            it->languages && !(it->languages & UINT32_C(1) << own);
        marks[i] = !is_latin ? ENOUGH : is_of_other ? 1 : 0;
    }
    return marks;
}

static bool is_foreign(const struct pl_plan *plan, struct trait *traits,
                       uint32_t block, enum pl_language own)
{
    struct evidence evidence = evidence_of_block(plan, traits, block);
    uint32_t language = language_of_block(&evidence, own);
    return language != UNSURE && language != own;
}

/* Whether a block may be of another language than the document: to be quick
 * where none is. */
static bool may_have_foreign(struct pl_arena *scratch,
                             const struct pl_plan *plan, struct trait *traits,
                             enum pl_language own)
{
    if (own == PL_LANGUAGE_UNKNOWN || languages[own].script != SCRIPT_LATIN) {
        return true;
    }
    uint8_t *marks = mark_foreign_forms(scratch, plan->words, traits, own);
    struct pl_marked_words found =
        pl_marked_words_find(scratch, plan->words, marks);
    struct pl_block_walk walk = {.plan = plan};
    uint32_t last = PL_NONE;
    uint32_t sum = 0;
    for (size_t i = 0; i < found.count; i++) {
        uint32_t block = pl_block_walk_to(&walk, found.items[i].start);
        uint32_t before = block == last ? sum : 0;
        sum = before + found.items[i].mark;
        last = block;
        if (before < ENOUGH && sum >= ENOUGH &&
            is_foreign(plan, traits, block, own)) {
            return true;
        }
    }
    return false;
}

/* NULL when all are of the document's language. */
static const uint8_t *languages_of_blocks(struct pl_arena *arena,
                                          const struct pl_plan *plan,
                                          struct trait *traits,
                                          enum pl_language own)
{
    uint8_t *found = pl_arena_array(arena, plan->blocks_count, 1);
    for (uint32_t i = 0; i < plan->words->form_count; i++) {
        traits[i].seen_in = 0;
    }
    for (uint32_t i = 0; i < plan->blocks_count; i++) {
        struct evidence evidence = evidence_of_block(plan, traits, i);
        found[i] = (uint8_t)language_of_block(&evidence, own);
    }
    return settle_unsure(found, plan->blocks_count, own) ? found : NULL;
}

void pl_language_build(struct pl_arena *arena, struct pl_plan *plan)
{
    struct pl_arena *scratch = pl_arena_new();
    struct trait *traits = read_traits(scratch, plan->words);
    struct evidence evidence = evidence_of_all(plan->words, traits);
    enum pl_language own = language_of_text(&evidence);
    plan->language = pl_language_tag(own);
    if (plan->blocks_count > 0 &&
        may_have_foreign(scratch, plan, traits, own)) {
        plan->block_languages = languages_of_blocks(arena, plan, traits, own);
    }
    pl_arena_free(scratch);
}
