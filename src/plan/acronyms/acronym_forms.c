#include "plan/acronyms/acronym_forms.h"

#include "base/arena.h"
#include "base/array.h"
#include "base/chars.h"
#include "base/utf8.h"
#include "plan/roman.h"

enum { MAX_BYTES = 40 }; /* longer words are no acronyms: not looked at */

static const pl_str small_words[] = {
#define PL_SMALL_WORD(word) PL_STR(word),
#include "plan/acronyms/acronym_word.def"
};

static const pl_str emphasis_words[] = {
#define PL_EMPHASIS(word) PL_STR(word),
#include "plan/acronyms/acronym_word.def"
};

static const pl_str units[] = {
#define PL_UNIT(word) PL_STR(word),
#include "plan/acronyms/acronym_word.def"
};

static bool is_digit(uint32_t code_point)
{
    return code_point >= '0' && code_point <= '9';
}

static bool is_plural_or_possessive(pl_str ending)
{
    static const pl_str endings[] = {
        PL_STR(""),        PL_STR("s"),       PL_STR("'s"),  PL_STR("'S"),
        PL_STR("\u2019s"), PL_STR("\u2019S"), PL_STR("s's"), PL_STR("s\u2019s"),
    };
    for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
        if (pl_str_eq(ending, endings[i])) {
            return true;
        }
    }
    return false;
}

/* What a spelling is made of. */
struct spelling {
    uint32_t capitals;
    uint32_t letters;    /* characters, in fact */
    size_t first_run;    /* bytes of capitals and digits at the beginning */
    size_t last_capital; /* offset behind it */
    bool has_apostrophe;
};

static struct spelling read_spelling(pl_str text)
{
    struct spelling it = {.letters = 0};
    bool in_first_run = true;
    size_t len = 1;
    for (size_t at = 0; at < text.len; at += len) {
        uint32_t code_point = pl_utf8_decode(text, at, &len);
        bool is_capital = pl_utf8_is_upper(code_point);
        it.letters++;
        it.capitals += is_capital;
        in_first_run = in_first_run && (is_capital || is_digit(code_point));
        it.first_run = in_first_run ? at + len : it.first_run;
        it.last_capital = is_capital ? at + len : it.last_capital;
        it.has_apostrophe |=
            !pl_utf8_is_letter(code_point) && !is_digit(code_point);
    }
    return it;
}

/* Bytes of an elided article or preposition before a capital: "l'", "d'",
 * "qu'". */
static size_t elided_len(pl_str text)
{
    static const pl_str heads[] = {PL_STR("l"), PL_STR("d"), PL_STR("L"),
                                   PL_STR("qu")};
    static const pl_str apostrophes[] = {PL_STR("'"), PL_STR("\u2019")};
    for (size_t i = 0; i < PL_COUNT(heads); i++) {
        pl_str rest = pl_str_slice(text, heads[i].len, text.len);
        for (size_t k = 0; pl_str_starts(text, heads[i]) && k < 2; k++) {
            size_t len = heads[i].len + apostrophes[k].len;
            if (pl_str_starts(rest, apostrophes[k]) && len < text.len &&
                pl_is_upper(text.data[len])) {
                return len;
            }
        }
    }
    return 0;
}

static bool judge_capitals(pl_str text, const struct spelling *it,
                           struct pl_acronym_form *form)
{
    if (it->capitals == 1 && it->letters == 1) {
        form->shape = PL_ACRONYM_LETTER;
        form->base_len = (uint8_t)text.len;
        return true;
    }
    pl_str base = pl_str_slice(text, 0, it->first_run);
    pl_str ending = pl_str_slice(text, it->first_run, text.len);
    if (it->capitals < 2 || !is_plural_or_possessive(ending) ||
        pl_utf8_count(base) > PL_ACRONYM_MAX_LETTERS) {
        return false;
    }
    form->shape = PL_ACRONYM_CAPITALS;
    form->base_len = (uint8_t)base.len;
    return true;
}

static void judge_mixed(pl_str text, const struct spelling *it,
                        struct pl_acronym_form *form)
{
    if (it->capitals < 2 || it->letters > PL_ACRONYM_MAX_LETTERS ||
        it->has_apostrophe) {
        return;
    }
    bool is_plural =
        it->last_capital + 1 == text.len && text.data[text.len - 1] == 's';
    form->shape = PL_ACRONYM_MIXED;
    form->base_len = (uint8_t)(is_plural ? text.len - 1 : text.len);
}

static void judge(const struct pl_form *spelled, struct pl_acronym_form *form)
{
    if (spelled->text.len > MAX_BYTES || spelled->count == 0) {
        return;
    }
    bool may_be_elided = (spelled->flags & PL_FORM_APOSTROPHE) != 0;
    size_t before = may_be_elided ? elided_len(spelled->text) : 0;
    if (before == 0 && !(spelled->flags & PL_FORM_CAPITALIZED)) {
        return;
    }
    pl_str text = pl_str_slice(spelled->text, before, spelled->text.len);
    struct spelling it = read_spelling(text);
    form->base_start = (uint8_t)before;
    if (!judge_capitals(text, &it, form)) {
        judge_mixed(text, &it, form);
    }
}

static bool is_all_capitals(const struct pl_form *spelled,
                            const struct pl_acronym_form *form)
{
    return (spelled->flags & PL_FORM_UPPER) &&
           !(spelled->flags & PL_FORM_LOWER) &&
           form->shape != PL_ACRONYM_LETTER;
}

/* The lower-case form of a word of ours, when the document has it in any
 * capitals; the marks of a word are those of this form. */
#define MARK_WORDS(words, items, list, mark)                        \
    for (size_t i = 0; i < sizeof(list) / sizeof((list)[0]); i++) { \
        uint32_t form = pl_words_form((words), (list)[i]);          \
        if (form != PL_NONE) {                                      \
            (items)[form].mark = true;                              \
        }                                                           \
    }

struct pl_acronym_forms pl_acronym_forms_build(struct pl_arena *arena,
                                               const struct pl_words *words)
{
    struct pl_acronym_form *items =
        pl_arena_array(arena, words->form_count, sizeof(*items));
    MARK_WORDS(words, items, small_words, is_small)
    MARK_WORDS(words, items, emphasis_words, is_emphasis)
    MARK_WORDS(words, items, units, is_unit)
    for (uint32_t i = 0; i < words->form_count; i++) {
        const struct pl_acronym_form *lower = &items[words->forms[i].fold];
        items[i].is_small = lower->is_small;
        items[i].is_emphasis = lower->is_emphasis;
        items[i].is_unit = lower->is_unit;
        judge(&words->forms[i], &items[i]);
        items[i].has_small_letters = words->forms[i].flags & PL_FORM_LOWER;
        items[i].is_all_capitals = is_all_capitals(&words->forms[i], &items[i]);
    }
    return (struct pl_acronym_forms){words, items};
}

bool pl_acronym_is_roman(pl_str name)
{
    for (size_t i = 0; i < name.len; i++) {
        if (!pl_is_upper(name.data[i])) {
            return false;
        }
    }
    return pl_roman_value(name) > 0;
}

bool pl_acronym_is_filler(pl_str name)
{
    for (size_t i = 0; i < name.len; i++) {
        bool is_repeated =
            (i > 0 && name.data[i] == name.data[i - 1]) ||
            (i + 1 < name.len && name.data[i] == name.data[i + 1]);
        if (!is_repeated && name.data[i] != '-') {
            return false;
        }
    }
    return true;
}
