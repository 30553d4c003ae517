#include "plan/references/direction.h"

#include "base/array.h"
#include "base/chars.h"

static const struct {
    pl_str word;
    enum pl_direction direction;
    pl_str opposite; /* may be empty */
} direction_words[] = {
#define PL_DIRECTION_WORD(word, direction, opposite) \
    {PL_STR(word), PL_DIRECTION_##direction, PL_STR(opposite)},
#include "plan/references/direction_word.def"
#undef PL_DIRECTION_WORD
};

/* The letters at `at`, and a hyphen among them. */
static pl_str hyphened_word(const struct pl_scan *scan)
{
    struct pl_scan s = *scan;
    s.at += (uint32_t)pl_scan_letters(&s).len;
    if (pl_scan_char(&s, '-')) {
        s.at += (uint32_t)pl_scan_letters(&s).len;
    }
    return pl_str_slice(s.text, scan->at, s.at);
}

/* "paragraphe 5 suivant la procédure" says according to what. */
static bool is_preposition(pl_str word, struct pl_scan after)
{
    static const char *const articles[] = {"la",  "le",     "les",   "un",
                                           "une", "des",    "cette", "ce",
                                           "l",   "lequel", NULL};
    pl_scan_blanks(&after);
    return pl_str_eq(word, (pl_str)PL_STR("suivant")) &&
           (pl_scan_elision(&after) || pl_scan_any_word(&after, articles));
}

static enum pl_direction read_direction_word(struct pl_scan *scan)
{
    pl_str word = hyphened_word(scan);
    for (size_t i = 0; i < PL_COUNT(direction_words); i++) {
        if (!pl_str_eq_ignore_case(word, direction_words[i].word)) {
            continue;
        }
        struct pl_scan after = {scan->text, scan->at + (uint32_t)word.len,
                                scan->end};
        if (is_preposition(word, after)) {
            return PL_DIRECTION_NONE;
        }
        scan->at = after.at;
        return direction_words[i].direction;
    }
    return PL_DIRECTION_NONE;
}

enum pl_direction pl_direction_read(struct pl_scan *scan)
{
    struct pl_scan s = *scan;
    pl_scan_blanks(&s);
    bool has_bracket = pl_scan_char(&s, '(');
    if (!has_bracket && pl_scan_char(&s, ',')) {
        pl_scan_blanks(&s);
    }
    enum pl_direction direction = read_direction_word(&s);
    char next = pl_scan_peek(&s, 0);
    if (direction == PL_DIRECTION_NONE || next == '-' || pl_is_digit(next) ||
        (has_bracket && !pl_scan_char(&s, ')'))) {
        return PL_DIRECTION_NONE;
    }
    *scan = s;
    return direction;
}

pl_str pl_direction_opposite(pl_str word)
{
    for (size_t i = 0; i < PL_COUNT(direction_words); i++) {
        if (pl_str_eq_ignore_case(word, direction_words[i].word)) {
            return direction_words[i].opposite;
        }
    }
    return (pl_str){0};
}
