/* The words of an acronym: found, compared, offered for a use. */
#include "base/arena.h"
#include "base/array.h"
#include "base/chars.h"
#include "base/nearest.h"
#include "checks/acronym/acronym.h"
#include "checks/checks.h"
#include "plan/plan.h"

bool pl_acronym_is_used_enough(const struct pl_run *run,
                               const struct pl_acronym *acronym)
{
    const struct pl_acronym_params *params = run->rule->params;
    return acronym->use_count >= params->min_uses &&
           (params->max_uses == 0 || acronym->use_count <= params->max_uses);
}

pl_str pl_acronym_long_form(const struct pl_run *run,
                            const struct pl_expansion *expansion)
{
    return pl_range_text(run->plan->text, expansion->long_form);
}

struct pl_range pl_acronym_definition_range(const struct pl_run *run,
                                            const struct pl_expansion *it)
{
    struct pl_range range = it->acronym;
    struct pl_range words = it->long_form;
    if (pl_range_is_empty(words) || words.start > range.start) {
        return range;
    }
    pl_str text = run->plan->text;
    range.start = words.start;
    range.end += range.end < text.len && text.data[range.end] == ')';
    return range;
}

struct pl_range pl_acronym_parenthesis(const struct pl_run *run,
                                       const struct pl_expansion *expansion)
{
    pl_str text = run->plan->text;
    struct pl_range range = expansion->acronym;
    bool has_space = range.start > 1 && text.data[range.start - 2] == ' ';
    bool is_alone = range.start > 0 && text.data[range.start - 1] == '(' &&
                    range.end < text.len && text.data[range.end] == ')';
    if (!has_space || !is_alone) {
        return (struct pl_range){range.start, range.start};
    }
    return (struct pl_range){range.start - 2, range.end + 1};
}

bool pl_acronym_is_in_scope(const struct pl_run *run,
                            const struct pl_expansion *expansion)
{
    const struct pl_acronym_params *params = run->rule->params;
    return pl_scope_block(params->scope, run->plan, expansion->acronym.start);
}

struct pl_finding *pl_acronym_is_subject(struct pl_finding *finding,
                                         const struct pl_acronym *acronym)
{
    finding->subject = acronym->name;
    return finding;
}

static bool is_word_byte(char c)
{
    return pl_is_alnum(c) || pl_is_wide(c);
}

pl_str pl_acronym_cut_word(pl_str *rest)
{
    size_t end = rest->len;
    while (end > 0 && !is_word_byte(rest->data[end - 1])) {
        end--;
    }
    size_t start = end;
    while (start > 0 && is_word_byte(rest->data[start - 1])) {
        start--;
    }
    pl_str word = pl_str_slice(*rest, start, end);
    *rest = pl_str_slice(*rest, 0, start);
    return word;
}

pl_str pl_acronym_stem(pl_str word)
{
    if (pl_str_ends(word, (pl_str)PL_STR("ies"))) {
        return pl_str_slice(word, 0, word.len - 3);
    }
    bool has_ending = pl_str_ends(word, (pl_str)PL_STR("s")) ||
                      pl_str_ends(word, (pl_str)PL_STR("y"));
    return pl_str_slice(word, 0, word.len - (has_ending ? 1 : 0));
}

bool pl_acronym_is_capitals(pl_str word)
{
    for (size_t i = 0; i < word.len; i++) {
        if (!pl_is_upper(word.data[i])) {
            return false;
        }
    }
    return word.len > 1;
}

static bool is_foreign(pl_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (pl_is_wide(text.data[i])) {
            return true;
        }
    }
    return false;
}

/* One letter apart, or an ending: "-ise" and "-ize", "program" and
 * "programme"; of words too long for that to make another word. */
static bool are_near(pl_str a, pl_str b)
{
    enum { MIN_LETTERS = 6, TOO_FAR = 2 };
    struct pl_nearest nearest = pl_nearest_to(a);
    if (a.len < MIN_LETTERS || b.len < MIN_LETTERS) {
        return false;
    }
    nearest.best_distance = TOO_FAR;
    pl_nearest_offer(&nearest, b);
    return nearest.best.len > 0 || pl_str_starts(a, b) || pl_str_starts(b, a);
}

static bool is_small(pl_str word)
{
    static const pl_str words[] = {
#define PL_SMALL_WORD(word) PL_STR(word),
#include "plan/acronyms/acronym_word.def"
    };
    for (size_t i = 0; i < PL_COUNT(words); i++) {
        if (pl_str_eq_ignore_case(word, words[i])) {
            return true;
        }
    }
    return false;
}

/* "inclusive navigation support systems" and "users of navigation support
 * systems": after so many words alike one of them begins too early. */
static bool begins_elsewhere(size_t alike, pl_str left, pl_str right)
{
    enum { MANY = 3 };
    return alike >= MANY && is_small(left) != is_small(right);
}

/* "memoranda" of "memorandum", "criteria" of "criterion". */
static bool is_learned_plural(pl_str plural, pl_str word)
{
    pl_str stem = pl_str_slice(plural, 0, plural.len - 1);
    bool has_ending = pl_str_ends(plural, (pl_str)PL_STR("a")) &&
                      (pl_str_ends(word, (pl_str)PL_STR("um")) ||
                       pl_str_ends(word, (pl_str)PL_STR("on")));
    return has_ending &&
           pl_str_eq_ignore_case(stem, pl_str_slice(word, 0, word.len - 2));
}

static bool are_of_one_word(pl_str left, pl_str right)
{
    return pl_str_eq_ignore_case(pl_acronym_stem(left),
                                 pl_acronym_stem(right)) ||
           is_learned_plural(left, right) || is_learned_plural(right, left);
}

/* "Harbour Act" of "Harbour Act of 1991". */
static pl_str without_year(pl_str name)
{
    enum { YEAR = 4 };
    static const pl_str of = PL_STR("of");
    pl_str rest = name;
    pl_str year = pl_acronym_cut_word(&rest);
    bool is_year = year.len == YEAR;
    for (size_t i = 0; i < year.len; i++) {
        is_year = is_year && pl_is_digit(year.data[i]);
    }
    pl_str before = rest;
    bool has_of = pl_str_eq(pl_acronym_cut_word(&before), of);
    return !is_year ? name : has_of ? before : rest;
}

/* "Harbour Dues Office Accounts (HDO)" after "Harbour Dues Office": what
 * follows the words that the letters stand for is no part of them. */
static bool goes_on_after(pl_str longer, pl_str words)
{
    return words.len > 0 && longer.len > words.len &&
           pl_str_eq_ignore_case(pl_str_slice(longer, 0, words.len), words) &&
           longer.data[words.len] == ' ';
}

enum pl_long_form_order pl_long_forms_compare(pl_str a, pl_str b)
{
    enum pl_long_form_order order = PL_LONG_FORMS_ALIKE;
    if (is_foreign(a) || is_foreign(b)) {
        return order;
    }
    a = without_year(a);
    b = without_year(b);
    if (goes_on_after(a, b) || goes_on_after(b, a)) {
        return order;
    }
    for (size_t alike = 0; a.len > 0 && b.len > 0; alike++) {
        pl_str left = pl_acronym_cut_word(&a);
        pl_str right = pl_acronym_cut_word(&b);
        if (pl_acronym_is_capitals(left) || pl_acronym_is_capitals(right)) {
            break; /* an acronym inside stands for words of its own */
        }
        if (left.len == 0 || right.len == 0 ||
            pl_str_eq_ignore_case(left, right)) {
            continue;
        }
        bool is_number = are_of_one_word(left, right);
        if (begins_elsewhere(alike, left, right)) {
            break;
        }
        if (!is_number && !are_near(left, right)) {
            return PL_LONG_FORMS_DIFFERENT;
        }
        order = is_number && alike == 0 ? order : PL_LONG_FORMS_NEAR;
    }
    return order;
}

/* Whether nothing of the word goes on after the acronym, such as a plural. */
static bool is_bare(const struct pl_plan *plan, struct pl_range range)
{
    pl_str text = plan->text;
    return range.end >= text.len || !pl_is_alnum(text.data[range.end]);
}

struct pl_fix *pl_acronym_offer_words(struct pl_run *run,
                                      struct pl_finding *finding,
                                      const struct pl_acronym *it,
                                      struct pl_range range)
{
    pl_str words = pl_acronym_long_form(run, &it->expansions[0]);
    if (words.len == 0 || !is_bare(run->plan, range)) {
        return NULL;
    }
    pl_str text = pl_str_from(pl_arena_printf(
        run->arena, "%.*s (%.*s)", PL_STR_ARG(words), PL_STR_ARG(it->name)));
    return pl_finding_fix(run->findings, finding, false,
                          (struct pl_edit){range, text},
                          PL_ARGS({"acronym", it->name}, {"long", words}));
}
