/* What stands beside an acronym: its last word again, an article, a possessive.
 */
#include <string.h>

#include "base/arena.h"
#include "base/chars.h"
#include "checks/acronym/acronym.h"
#include "checks/checks.h"
#include "plan/plan.h"

/* One use of an acronym. */
struct use {
    const struct pl_acronym *acronym;
    struct pl_range range;
    uint32_t word;
    const struct pl_block *block;
};

/* Judges the uses in the scope of the rule; `may_be` says cheaply, by the words
 * beside it, whether one is worth a look. */
static void each_use(struct pl_run *run,
                     bool (*may_be)(const struct pl_words *words,
                                    const struct pl_acronym *acronym,
                                    uint32_t word),
                     void (*judge)(struct pl_run *run, const struct use *use))
{
    const struct pl_acronym_params *params = run->rule->params;
    const struct pl_plan *plan = run->plan;
    for (uint32_t i = 0; i < plan->acronyms_count; i++) {
        const struct pl_acronym *it = &plan->acronyms[i];
        for (uint32_t k = 0; k < it->use_count; k++) {
            if (!may_be(plan->words, it, it->uses[k])) {
                continue;
            }
            struct use use = {.acronym = it,
                              .range = pl_acronym_use_range(plan, it, k),
                              .word = it->uses[k]};
            use.block = pl_scope_block(params->scope, plan, use.range.start);
            if (use.block && !pl_acronym_is_aside(run, use.range)) {
                judge(run, &use);
            }
        }
    }
}

/* The words an acronym stands for: those of the document, else the well-known
 * ones. */
static pl_str words_of(const struct pl_run *run, const struct pl_acronym *it)
{
    if (it->expansion_count > 0) {
        return pl_acronym_long_form(run, &it->expansions[0]);
    }
    const struct pl_known_acronym *known =
        pl_known_acronyms_find(run, it->name);
    return known && known->long_form_count > 0 ? known->long_forms[0]
                                               : (pl_str){0};
}

/* The word after a use; an acronym has a word for each part. */
static uint32_t next_word(const struct pl_acronym *it, uint32_t word)
{
    uint32_t parts = 1;
    for (size_t i = 0; i < it->name.len; i++) {
        parts += it->name.data[i] == '-';
    }
    return word + parts;
}

/* Goes on in small letters with the last letter of the acronym. */
static bool may_be_redundant(const struct pl_words *words,
                             const struct pl_acronym *it, uint32_t word)
{
    enum { MIN_LETTERS = 4 };
    uint32_t next = next_word(it, word);
    if (next >= words->count) {
        return false;
    }
    pl_str text = words->forms[words->items[next].form].text;
    char last = it->name.data[it->name.len - 1];
    return text.len >= MIN_LETTERS && pl_is_lower(text.data[0]) &&
           text.data[0] == pl_to_lower(last);
}

/* "PIN number": the word goes on after a single space, and nothing is joined
 * to it. */
static void judge_redundant(struct pl_run *run, const struct use *use)
{
    const struct pl_words *words = run->plan->words;
    uint32_t next = next_word(use->acronym, use->word);
    pl_str text = run->plan->text;
    if (next >= use->block->word_end || !pl_word_is_joined(words, next) ||
        text.data[use->range.end] != ' ') {
        return;
    }
    struct pl_range last = pl_word_range(words, next);
    pl_str rest = words_of(run, use->acronym);
    pl_str word = pl_acronym_cut_word(&rest);
    bool goes_on = last.end < text.len && text.data[last.end] == '-';
    if (rest.len == 0 || goes_on ||
        !pl_str_eq_ignore_case(pl_acronym_stem(word),
                               pl_acronym_stem(pl_word_text(words, next)))) {
        return;
    }
    struct pl_finding *finding = pl_acronym_is_subject(
        PL_FINDING(run, ((struct pl_range){use->range.start, last.end}),
                   {"acronym", use->acronym->name},
                   {"next", pl_word_text(words, next)},
                   {"long", words_of(run, use->acronym)}),
        use->acronym);
    if (use->acronym->expansion_count > 0) {
        pl_finding_relate(run->findings, finding,
                          use->acronym->expansions[0].acronym,
                          "spelled out here");
    }
}

enum article { NOT_CERTAIN, TAKES_A, TAKES_AN };

static bool has_vowel(pl_str name)
{
    for (size_t i = 0; i < name.len; i++) {
        if (strchr("AEIOUY", name.data[i])) {
            return true;
        }
    }
    return false;
}

/* Letters that sound alike as a letter and at the beginning of a word decide
 * alone; the others only where the name can be read by its letters only. */
static enum article article_of(pl_str name)
{
    char first = name.data[0];
    bool is_spelled = !has_vowel(name);
    if (pl_str_starts(name, (pl_str)PL_STR("EU")) ||
        pl_str_starts(name, (pl_str)PL_STR("ON"))) {
        return NOT_CERTAIN; /* "a EUMETSAT meeting" */
    }
    if (strchr("AEIO", first)) {
        return TAKES_AN;
    }
    if (strchr("BCDGJKPQTVWYZ", first)) {
        return TAKES_A;
    }
    if (strchr("FLMNRSX", first)) {
        return is_spelled ? TAKES_AN : NOT_CERTAIN;
    }
    return first == 'U' && name.len <= 3 ? TAKES_A : NOT_CERTAIN;
}

/* "a" is an article where it is no letter that names something. */
static enum article article_before(const struct pl_run *run,
                                   const struct use *use)
{
    const struct pl_words *words = run->plan->words;
    if (use->word == use->block->first_word || use->word == 0 ||
        !pl_word_is_joined(words, use->word)) {
        return NOT_CERTAIN;
    }
    pl_str word = pl_word_text(words, use->word - 1);
    if (pl_str_eq_ignore_case(word, (pl_str)PL_STR("an"))) {
        return TAKES_AN;
    }
    return pl_str_eq(word, (pl_str)PL_STR("a")) ? TAKES_A : NOT_CERTAIN;
}

static bool may_have_article(const struct pl_words *words,
                             const struct pl_acronym *it, uint32_t word)
{
    (void)it;
    pl_str text =
        word > 0 ? words->forms[words->items[word - 1].form].text : (pl_str){0};
    return text.len > 0 && text.len <= 2 && pl_to_lower(text.data[0]) == 'a';
}

static void judge_article(struct pl_run *run, const struct use *use)
{
    enum article written = article_before(run, use);
    enum article wanted = article_of(use->acronym->name);
    if (written == NOT_CERTAIN || wanted == NOT_CERTAIN || written == wanted) {
        return;
    }
    const struct pl_words *words = run->plan->words;
    struct pl_range range = pl_word_range(words, use->word - 1);
    bool is_capital = pl_is_upper(words->text.data[range.start]);
    pl_str prefer = wanted == TAKES_A ? pl_str_from(is_capital ? "A" : "a")
                                      : pl_str_from("an");
    struct pl_finding *finding = pl_acronym_is_subject(
        PL_FINDING(run, ((struct pl_range){range.start, use->range.end}),
                   {"acronym", use->acronym->name},
                   {"article", pl_range_text(words->text, range)},
                   {"prefer", prefer}),
        use->acronym);
    pl_finding_fix(
        run->findings, finding, true, (struct pl_edit){range, prefer},
        PL_ARGS({"acronym", use->acronym->name}, {"prefer", prefer}));
}

static size_t possessive_len(pl_str after)
{
    static const pl_str endings[] = {PL_STR("'s"), PL_STR("\u2019s"),
                                     PL_STR("s'"), PL_STR("s\u2019")};
    for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++) {
        if (pl_str_starts(after, endings[i])) {
            return endings[i].len;
        }
    }
    return 0;
}

static bool may_be_possessive(const struct pl_words *words,
                              const struct pl_acronym *it, uint32_t word)
{
    struct pl_range last = pl_word_range(words, next_word(it, word) - 1);
    pl_str text = words->text;
    return (words->forms[words->items[next_word(it, word) - 1].form].flags &
            PL_FORM_APOSTROPHE) ||
           (last.end < text.len && !pl_is_alnum(text.data[last.end]) &&
            text.data[last.end] != ' ');
}

static void judge_possessive(struct pl_run *run, const struct use *use)
{
    pl_str text = run->plan->text;
    pl_str after = pl_str_slice(text, use->range.end, text.len);
    size_t len = possessive_len(after);
    if (len == 0 || (len < after.len && pl_is_alnum(after.data[len]))) {
        return;
    }
    struct pl_range ending = {use->range.end, use->range.end + (uint32_t)len};
    struct pl_finding *finding = pl_acronym_is_subject(
        PL_FINDING(run, ((struct pl_range){use->range.start, ending.end}),
                   {"acronym", use->acronym->name}),
        use->acronym);
    pl_finding_fix(run->findings, finding, false, (struct pl_edit){ending, {0}},
                   PL_ARGS({"acronym", use->acronym->name}));
}

void pl_acronym_redundant(struct pl_run *run)
{
    each_use(run, may_be_redundant, judge_redundant);
}

void pl_acronym_article(struct pl_run *run)
{
    each_use(run, may_have_article, judge_article);
}

void pl_acronym_possessive(struct pl_run *run)
{
    each_use(run, may_be_possessive, judge_possessive);
}
