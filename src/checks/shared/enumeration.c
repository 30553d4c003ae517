#include "checks/shared/enumeration.h"

#include <stdbool.h>

#include "base/chars.h"

enum {
    MAX_LENGTH = 2000,   /* bytes; a longer text is more than a list */
    MAX_NAME_WORDS = 6,  /* of one thing in a list with commas */
    MAX_ITEM_WORDS = 60, /* of one thing in a list with semicolons */
};

/* A thing of the list, between two separators. */
struct piece {
    uint32_t words;
    uint32_t joined;       /* "and" and "or" inside it */
    bool begins_with_join; /* ", and X" */
    bool is_name;          /* nothing in it that makes a clause of it */
};

static bool is_one_of(pl_str word, const char *const *list)
{
    for (; *list; list++) {
        if (pl_str_eq_ignore_case(word, pl_str_from(*list))) {
            return true;
        }
    }
    return false;
}

static bool joins(pl_str word)
{
    static const char *const words[] = {"and", "or", "&", NULL};
    return is_one_of(word, words);
}

/* What introduces a clause or a list inside the list. */
static bool opens_clause(pl_str word)
{
    static const char *const words[] = {
        "which", "who",    "whose", "where", "when",    "that",    "including",
        "such",  "as",     "while", "if",    "because", "namely",  "notably",
        "is",    "are",    "was",   "were",  "has",     "have",    "will",
        "shall", "should", "can",   "may",   "must",    "both",    "either",
        "with",  "etc",    "e.g",   "i.e",   "inter",   "between", NULL};
    return is_one_of(word, words);
}

static bool is_separator(char c)
{
    return pl_is_space(c);
}

static struct piece read_piece(pl_str text)
{
    struct piece piece = {.is_name = true};
    for (size_t at = 0; at < text.len;) {
        while (at < text.len && is_separator(text.data[at])) {
            at++;
        }
        size_t end = at;
        while (end < text.len && !is_separator(text.data[end])) {
            end++;
        }
        pl_str word = pl_str_slice(text, at, end);
        at = end;
        if (word.len == 0) {
            break;
        }
        if (joins(word)) {
            piece.begins_with_join |= piece.words == 0;
            piece.joined++;
        }
        piece.is_name &= !opens_clause(word);
        piece.words++;
    }
    return piece;
}

static bool is_plain(pl_str text)
{
    static const char marks[] = "()[]:?!\"\t";
    for (size_t i = 0; i < text.len; i++) {
        for (const char *mark = marks; *mark; mark++) {
            if (text.data[i] == *mark) {
                return false;
            }
        }
    }
    return text.len <= MAX_LENGTH;
}

/* "a; b; and c": each piece is one thing. */
static struct pl_enumeration count_items(pl_str text)
{
    struct pl_enumeration count = {0};
    while (text.len) {
        struct piece piece = read_piece(pl_str_split(&text, ';'));
        if (piece.words == 0 || piece.words > MAX_ITEM_WORDS) {
            return (struct pl_enumeration){0};
        }
        count.fewest++;
    }
    count.most = count.fewest;
    return count;
}

/* "a, b and c", "a, b, and c": the last piece holds two things or one; an
 * "and" before it may join two words of one thing, or two things. */
static struct pl_enumeration count_names(pl_str text)
{
    struct pl_enumeration count = {0};
    uint32_t joined = 0;
    struct piece piece = {0};
    while (text.len) {
        piece = read_piece(pl_str_split(&text, ','));
        if (piece.words == 0 || piece.words > MAX_NAME_WORDS + 2 ||
            !piece.is_name) {
            return (struct pl_enumeration){0};
        }
        count.fewest++;
        joined += piece.joined - piece.begins_with_join;
    }
    bool ends_joined = piece.begins_with_join || piece.joined > 0;
    if (count.fewest < 2 || !ends_joined) {
        return (struct pl_enumeration){0};
    }
    count.most = count.fewest + joined;
    if (!piece.begins_with_join) {
        count.fewest++; /* "b and c" at the end are two */
    }
    return count;
}

struct pl_enumeration pl_enumeration_count(pl_str text)
{
    if (!is_plain(text)) {
        return (struct pl_enumeration){0};
    }
    if (pl_str_find_char(text, ';', 0) != PL_NOWHERE) {
        return count_items(text);
    }
    return count_names(text);
}
