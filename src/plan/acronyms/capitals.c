#include "plan/acronyms/capitals.h"

#include "base/chars.h"
#include "plan/block.h"
#include "plan/words/marked_words.h"

enum {
    SHOUTING_RUN = 3,
    MAX_CODE = 80, /* bytes that are looked at on either side */
};

bool pl_capitals_fill_block(const struct pl_acronym_forms *forms,
                            const struct pl_block *block,
                            const struct pl_marked_word *found, size_t count)
{
    uint32_t capitals = 0;
    for (size_t i = 0; i < count; i++) {
        capitals += found[i].mark & PL_CAPITALS_MARK ? 1 : 0;
    }
    uint32_t others = 0;
    uint32_t at = found[0].word; /* near what has just been read */
    for (uint32_t n = block->word_end - block->first_word;
         n > 0 && capitals * 2 > others * 3; n--) {
        others += pl_acronym_form_at(forms, at)->has_small_letters;
        at = at + 1 < block->word_end ? at + 1 : block->first_word;
    }
    return capitals * 2 > others * 3; /* three in five */
}

bool pl_capitals_run_at(const struct pl_acronym_forms *forms,
                        const struct pl_block *block, uint32_t at)
{
    uint32_t first = at;
    uint32_t end = at + 1;
    while (first > block->first_word && at - first < SHOUTING_RUN &&
           pl_acronym_is_all_capitals(forms, first - 1) &&
           pl_word_is_joined(forms->words, first)) {
        first--;
    }
    while (end < block->word_end && end - at < SHOUTING_RUN &&
           pl_acronym_is_all_capitals(forms, end) &&
           pl_word_is_joined(forms->words, end)) {
        end++;
    }
    return end - first >= SHOUTING_RUN;
}

static bool is_code_byte(char c)
{
    return pl_is_alnum(c) || c == '/' || c == '_' || c == '.' || c == '-';
}

/* Several signs and a number between them, names with underscores or dots. */
static bool is_code(pl_str run)
{
    uint32_t signs = 0;
    bool has_number = false;
    bool has_joint = false;
    for (size_t i = 1; i + 1 < run.len; i++) {
        if (pl_is_alnum(run.data[i]) || !pl_is_alnum(run.data[i + 1])) {
            continue;
        }
        signs++;
        has_number |= pl_is_digit(run.data[i + 1]);
        bool is_joint = run.data[i] == '_' ||
                        (run.data[i] == '.' && pl_is_letter(run.data[i + 1]));
        has_joint |= is_joint && pl_is_alnum(run.data[i - 1]);
    }
    return has_joint || (has_number && signs > 1);
}

/* Whether the word has more in it than ASCII letters and digits. */
static bool is_odd(const struct pl_words *words, uint32_t at)
{
    return words->forms[words->items[at].form].flags &
           (PL_FORM_WIDE | PL_FORM_APOSTROPHE);
}

/* "ATT&CK", "OU=": signs of names and values, not of prose. */
static bool touches_sign(pl_str text, size_t start, size_t end)
{
    bool is_before = start > 1 && text.data[start - 1] == '&' &&
                     pl_is_alnum(text.data[start - 2]);
    bool is_after = end + 1 < text.len &&
                    (text.data[end] == '&' || text.data[end] == '=') &&
                    pl_is_alnum(text.data[end + 1]);
    return is_before || is_after;
}

bool pl_capitals_in_code(const struct pl_words *words, uint32_t at)
{
    struct pl_range word = pl_word_range(words, at);
    pl_str text = words->text;
    size_t start = word.start;
    size_t end = word.end;
    if (touches_sign(text, start, end)) {
        return true;
    }
    while (start > 0 && word.start - start < MAX_CODE &&
           is_code_byte(text.data[start - 1])) {
        start--;
    }
    while (end < text.len && end - word.end < MAX_CODE &&
           is_code_byte(text.data[end])) {
        end++;
    }
    if (start == word.start && end == word.end && !is_odd(words, at)) {
        return start > 0 && text.data[start - 1] == '<';
    }
    bool is_tag = start > 0 && text.data[start - 1] == '<';
    return is_tag || is_code(pl_str_slice(text, start, end));
}
