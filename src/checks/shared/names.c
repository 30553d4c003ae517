#include "checks/shared/names.h"

#include "base/chars.h"

/* The next word of `*rest`; empty at the end. */
static pl_str any_word(pl_str *rest)
{
    size_t at = 0;
    while (at < rest->len && !pl_is_alnum(rest->data[at]) &&
           !pl_is_wide(rest->data[at])) {
        at++;
    }
    size_t end = at;
    while (end < rest->len &&
           (pl_is_alnum(rest->data[end]) || pl_is_wide(rest->data[end]))) {
        end++;
    }
    pl_str word = pl_str_slice(*rest, at, end);
    *rest = pl_str_slice(*rest, end, rest->len);
    return word;
}

static bool is_article(pl_str word)
{
    static const pl_str articles[] = {PL_STR("the"), PL_STR("a"), PL_STR("an")};
    for (size_t i = 0; i < sizeof(articles) / sizeof(*articles); i++) {
        if (pl_str_eq_ignore_case(word, articles[i])) {
            return true;
        }
    }
    return false;
}

/* Dashes and quotes outside ASCII are read as words: they count for nothing. */
static bool is_mark(pl_str word)
{
    return word.len == 3 && (unsigned char)word.data[0] == 0xE2 &&
           (unsigned char)word.data[1] == 0x80;
}

static pl_str next_word(pl_str *rest)
{
    pl_str word = any_word(rest);
    while (word.len && (is_article(word) || is_mark(word))) {
        word = any_word(rest);
    }
    return word;
}

enum { SHORTEST_PLURAL = 4 }; /* letters: "goals", not "is" */

/* Without the "s" of a plural. */
static pl_str stem_of(pl_str word)
{
    bool is_plural = word.len >= SHORTEST_PLURAL &&
                     pl_to_lower(word.data[word.len - 1]) == 's' &&
                     pl_to_lower(word.data[word.len - 2]) != 's';
    return pl_str_slice(word, 0, is_plural ? word.len - 1 : word.len);
}

static bool same_word(pl_str a, pl_str b)
{
    return pl_str_eq_ignore_case(stem_of(a), stem_of(b));
}

enum pl_name_order pl_names_compare(pl_str a, pl_str b)
{
    pl_str first = next_word(&a);
    pl_str second = next_word(&b);
    if (!first.len || !second.len) {
        return PL_NAMES_DIFFER;
    }
    while (first.len && second.len) {
        if (!same_word(first, second)) {
            return PL_NAMES_DIFFER;
        }
        first = next_word(&a);
        second = next_word(&b);
    }
    if (!first.len && !second.len) {
        return PL_NAMES_EQUAL;
    }
    return first.len ? PL_NAMES_LONGER : PL_NAMES_SHORTER;
}

uint32_t pl_names_shared(pl_str a, pl_str b)
{
    uint32_t words = 0;
    uint32_t shared = 0;
    for (pl_str word = next_word(&a); word.len; word = next_word(&a)) {
        pl_str rest = b;
        pl_str other = next_word(&rest);
        while (other.len && !same_word(word, other)) {
            other = next_word(&rest);
        }
        words++;
        shared += other.len > 0;
    }
    return words ? shared * 100 / words : 0;
}

uint64_t pl_name_bits(pl_str name)
{
    uint64_t bits = 0;
    for (pl_str word = next_word(&name); word.len; word = next_word(&name)) {
        pl_str stem = stem_of(word);
        uint32_t hash = 0;
        for (size_t i = 0; i < stem.len; i++) {
            hash = hash * 31 + (unsigned char)pl_to_lower(stem.data[i]);
        }
        bits |= (uint64_t)1 << ((hash * 2654435769U) >> 26);
    }
    return bits;
}

bool pl_name_has(pl_str name, pl_str part)
{
    while (name.len) {
        enum pl_name_order order = pl_names_compare(name, part);
        if (order == PL_NAMES_EQUAL || order == PL_NAMES_LONGER) {
            return true;
        }
        next_word(&name);
    }
    return false;
}
