/* title.h - whether a line, or what follows its number, is a title.
 *
 * A title is short, does not end as a sentence does, has no sentence or clause
 * that ends inside, and the next line does not go on with it. */
#ifndef PLAN_SCAN_TITLE_H
#define PLAN_SCAN_TITLE_H

#include "text.h"

/* What a line leads to, after its number. */
enum ahead {
    AHEAD_SENTENCE,
    AHEAD_TITLE,
    AHEAD_LEADER, /* a title and its page */
    AHEAD_WORDS,  /* more of a date or a large number */
};

static inline void pass_gap(struct cursor *s, bool lines)
{
    for (uint32_t n = 0; n < MAX_INDENT; n++) {
        int32_t c = peek(s);
        if (c == '\n' ? !lines : c == '\t' || !is_blank(c)) {
            return;
        }
        pass(s);
    }
}

/* Whether the next line begins with a small letter that is not a list marker's.
 * Looks past the end of the line: nothing may be read after this. */
static inline bool next_line_goes_on(struct cursor *s)
{
    if (peek(s) != '\n') {
        return false;
    }
    pass(s);
    s->at_next_line = true;
    pass_gap(s, false);
    if (!is_lower(peek(s))) {
        return false;
    }
    pass(s);
    return peek(s) != ')' && peek(s) != '.';
}

/* Whether the next line, after a blank one at most, is an item such as "2. ".
 */
static inline bool next_line_is_item(struct cursor *s)
{
    uint32_t digits = 0;
    if (!s->at_next_line) {
        return false;
    }
    pass_gap(s, true);
    for (; digits < 3 && is_digit(peek(s)); digits++) {
        pass(s);
    }
    if (digits == 0 || peek(s) != '.') {
        return false;
    }
    pass(s);
    return is_blank(peek(s));
}

static inline bool is_wordy(int32_t c)
{
    return is_digit(c) || is_letter(c);
}

static inline bool is_title(struct cursor *s)
{
    if (s->length == 0 || s->length > s->max_title || s->broken) {
        return false;
    }
    if (!is_wordy(s->last) && !is_wordy(s->before) && !closes(s->last)) {
        return false;
    }
    if (ends_sentence(s->last)) {
        return false;
    }
    bool is_short_form = s->last == ')' && s->short_form;
    if (closes(s->last) && ends_sentence(s->before) && !is_short_form) {
        return false;
    }
    return !next_line_goes_on(s);
}

/* A character at which a title may end: true at a leader. */
static inline bool look_at_mark(struct cursor *s, enum kind kind)
{
    uint32_t word = s->length - s->word;
    bool begun = s->last != 0 && kind_of(s->last) != KIND_DOT;
    bool semicolon = peek(s) == ';';
    if (kind == KIND_OPEN) {
        read_open(s);
        return false;
    }
    take(s);
    note_short_form(s, word);
    if (kind == KIND_DOT && begun &&
        (word == 0 || kind_of(peek(s)) == KIND_DOT)) {
        return take_dots(s);
    }
    if (is_blank(peek(s))) {
        s->broken = semicolon || (kind == KIND_DOT && word >= LONG_WORD);
    }
    return false;
}

/* Reads a title without marking: to the end of the line, to a tab or a note, or
 * until it cannot be one. True at a leader. */
static inline bool look_at_title(struct cursor *s)
{
    while (!s->broken && !s->at_note && s->length <= s->max_title &&
           !at_line_end(s)) {
        run_plain(s, s->max_title + 1, false);
        if (s->length > s->max_title + 1) {
            return false;
        }
        enum kind kind = kind_of(peek(s));
        if (kind == KIND_TAB) {
            return look_past_tab(s) == STOP_LEADER;
        }
        if (!at_line_end(s) && look_at_mark(s, kind)) {
            return true;
        }
    }
    return false;
}

/* Judges what follows a number, which may be a quantity if it is `plain`. A
 * title does not start with a small letter. */
static inline enum ahead look_ahead(struct cursor *s, bool plain)
{
    bool lower = is_lower(peek(s));
    start_title(s);
    if (plain && take_quantity(s)) {
        return AHEAD_WORDS;
    }
    if (look_at_title(s)) {
        return AHEAD_LEADER;
    }
    return !lower && is_title(s) ? AHEAD_TITLE : AHEAD_SENTENCE;
}

#endif
