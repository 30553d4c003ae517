/* inline.h - what may stand in a line besides text.
 *
 * Each function reads one shape and says whether it was there. None of them
 * marks the end of a token, so that text can use them to look ahead. */
#ifndef PLAN_SCAN_INLINE_H
#define PLAN_SCAN_INLINE_H

#include "label.h"

enum { MAX_CONJUNCTION = 4 }; /* and, et, y, und, oder */

/* After "[": "^id]". */
static inline bool take_note_id(struct cursor *s)
{
    uint32_t n = 0;
    if (peek(s) != '^') {
        return false;
    }
    take(s);
    while (n < MAX_NOTE_ID && peek(s) != ']' && !at_gap(s)) {
        take(s);
        n++;
    }
    if (n == 0 || peek(s) != ']') {
        return false;
    }
    take(s);
    return true;
}

static inline bool take_note_number(struct cursor *s)
{
    uint32_t n = 0;
    while (n < 6 && is_digit(peek(s))) {
        take(s);
        n++;
    }
    return n > 0;
}

/* After "[": a reference ("^id]" or "footnoteRef:1]") or the opening of a note
 * ("1:"). */
static inline bool take_bracket(struct cursor *s, enum token *token)
{
    *token = FOOTNOTE_REFERENCE;
    if (peek(s) == '^') {
        return take_note_id(s);
    }
    int32_t closing = ']';
    if (is_digit(peek(s))) {
        *token = FOOTNOTE_OPEN;
        closing = ':';
    } else if (!take_word(s, "footnoteRef:")) {
        return false;
    }
    if (!take_note_number(s) || peek(s) != closing) {
        return false;
    }
    take(s);
    return true;
}

/* After the opening backticks: to the run of as many that closes them. */
static inline bool take_code(struct cursor *s, uint32_t open)
{
    for (uint32_t n = 0; n < MAX_CODE && !at_line_end(s);) {
        uint32_t run = take_run(s, '`');
        if (run == open) {
            return true;
        }
        n += run > 0 ? run + 1 : width_of(peek(s));
        if (run == 0) {
            take(s);
        }
    }
    return false;
}

/* "http://" or "https://" and at least one character of an address. */
static inline bool take_url_start(struct cursor *s)
{
    if (!take_word(s, "http")) {
        return false;
    }
    if (peek(s) == 's') {
        take(s);
    }
    return take_word(s, "://") && !at_gap(s);
}

static inline bool ends_url(int32_t c)
{
    return c == '<' || c == '>' || c == '"' || c == '|' || c == ']' || c == '`';
}

/* The rest of a URL. The punctuation of the sentence around it is not its. */
static inline void take_url_rest(struct cursor *s)
{
    uint32_t parentheses = 0;
    while (!at_gap(s) && !ends_url(peek(s))) {
        int32_t c = peek(s);
        if (c == '(') {
            parentheses++;
        }
        bool own = c == ')' ? parentheses > 0 : !ends_sentence(c) && !closes(c);
        if (c == ')' && parentheses > 0) {
            parentheses--;
        }
        take(s);
        if (own) {
            mark(s);
        }
    }
}

/* From "]": "](destination)", perhaps with a title in quotes. A bracket or the
 * end of the line ends the search. */
static inline bool take_link(struct cursor *s)
{
    uint32_t depth = 0;
    take(s);
    if (peek(s) != '(') {
        return false;
    }
    for (uint32_t n = 0; n < MAX_LINK && !at_line_end(s);) {
        int32_t c = peek(s);
        if (c == '[' || c == ']') {
            return false;
        }
        n += width_of(c);
        depth += c == '(' ? 1 : 0;
        take(s);
        if (c == ')' && --depth == 0) {
            return true;
        }
    }
    return false;
}

/* "Comment by NAME:". */
static inline bool take_author(struct cursor *s)
{
    uint32_t n = 0;
    if (!take_word(s, "Comment by ")) {
        return false;
    }
    while (n < MAX_AUTHOR && peek(s) != ':' && !at_line_end(s)) {
        n += width_of(peek(s));
        take(s);
    }
    if (n == 0 || n > MAX_AUTHOR || peek(s) != ':') {
        return false;
    }
    take(s);
    return true;
}

static inline void take_spaces(struct cursor *s)
{
    while (is_blank(peek(s)) && peek(s) != '\t') {
        take(s);
    }
}

/* What may be a letter or number of a list, with the opening parenthesis, if
 * any, already taken. An address or an author that begins like one is told
 * apart, for it cannot be read again. */
static inline bool take_opening(struct cursor *s)
{
    uint32_t start = s->length;
    int32_t first = peek(s);
    if (first != 'h' && first != 'C') {
        return is_digit(first) ? take_digits(s) : take_letters(s);
    }
    s->opens_inline = first == 'h' ? take_url_start(s) : take_author(s);
    return s->length == start + 1;
}

static inline bool take_enumerator(struct cursor *s)
{
    return take_opening(s) && take_marker_end(s);
}

/* An enumerator, or an address in its place. */
static inline bool take_item(struct cursor *s)
{
    return take_enumerator(s) || s->opens_inline;
}

/* After ";": " b)" or " and (b)". The conjunction, in whatever language, is
 * text: the end is marked after it. */
static inline bool take_next_item(struct cursor *s)
{
    take_spaces(s);
    bool word = is_letter(peek(s));
    if (peek(s) == '(') {
        take(s);
    }
    if (take_item(s)) {
        return true;
    }
    while (word && is_letter(peek(s)) &&
           s->length - s->word < MAX_CONJUNCTION) {
        take(s);
    }
    if (!word || !is_blank(peek(s))) {
        return false;
    }
    mark(s);
    take_spaces(s);
    if (peek(s) == '(') {
        take(s);
    }
    return take_item(s);
}

/* After ":": " a)", " (1)" or the like, the first item of a list. */
static inline bool take_first_item(struct cursor *s)
{
    take_spaces(s);
    if (peek(s) == '(') {
        take(s);
    }
    if (peek(s) != 'a' && peek(s) != 'i' && peek(s) != '1') {
        return false;
    }
    take(s);
    return take_marker_end(s);
}

#endif
