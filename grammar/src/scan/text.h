/* text.h - running text, up to whatever is not text. */
#ifndef PLAN_SCAN_TEXT_H
#define PLAN_SCAN_TEXT_H

#include "inline.h"

enum stop {
    STOP_LINE_END,
    STOP_TAB,
    STOP_INLINE, /* something else begins here that is not text */
    STOP_CUT,    /* long text goes on in a further token */
    STOP_LEADER, /* the rest of the line leads to a page number */
};

/* Plain characters and blanks: nearly all of a document passes through here.
 * Stops at a character of another kind, or at `limit` characters; in a run it
 * passes the limit. */
static inline void run_plain(struct cursor *s, uint32_t limit, bool marking)
{
    TSLexer *lexer = s->lexer;
    uint32_t length = s->length;
    uint32_t word = s->word;
    int32_t last = s->last;
    int32_t before = s->before;
    while (length < limit) {
        int32_t c = lexer->lookahead;
        enum kind kind = kind_of(c);
        if (kind == KIND_PLAIN ||
            (kind == KIND_URL && word != length && is_alnum(last))) {
            before = last;
            last = c;
            length++;
        } else if (kind == KIND_BLANK) {
            if (marking && word != length) {
                lexer->mark_end(lexer);
                s->end = length;
            }
            word = ++length;
        } else if (kind == KIND_RUN) {
            uint32_t tail = run_tail(c);
            before = last = 'a';
            length += width_of(c);
            word = tail > 0 ? length - tail : word;
        } else {
            break;
        }
        lexer->advance(lexer, false);
    }
    if (word != length) {
        s->solid = length;
    } else if (s->solid < s->end) {
        s->solid = s->end;
    }
    s->length = length;
    s->word = word;
    s->last = last;
    s->before = before;
}

/* The page that a leader leads to: up to four digits or a small roman number,
 * and nothing after it. */
static inline bool take_page(struct cursor *s, uint32_t max_digits)
{
    uint32_t n = 0;
    if (is_digit(peek(s))) {
        for (; n <= max_digits && is_digit(peek(s)); n++) {
            take(s);
        }
    } else {
        max_digits = MAX_ROMAN;
        for (; n <= max_digits && is_ascii_lower(peek(s)) && is_roman(peek(s));
             n++) {
            take(s);
        }
    }
    take_blanks(s);
    return n > 0 && n <= max_digits && at_line_end(s);
}

/* From the second dot of a run, or from the first after a blank: enough dots
 * for a leader, and a page after them. Takes the run. */
static inline bool take_dots(struct cursor *s)
{
    uint32_t dots = 1;
    for (uint32_t n = 0; n < MAX_LEADER; n++) {
        int32_t c = peek(s);
        if (kind_of(c) == KIND_DOT) {
            dots += c == ELLIPSIS ? 3 : 1;
        } else if (!is_blank(c)) {
            break;
        }
        take(s);
    }
    return dots >= 4 && take_page(s, 4);
}

/* From a tab: nothing but a page after it. Blanks alone are the line's end. */
static inline enum stop look_past_tab(const struct cursor *s)
{
    struct cursor ahead = *s;
    take_blanks(&ahead);
    if (at_line_end(&ahead)) {
        return STOP_LINE_END;
    }
    bool page = !ends_sentence(s->last) && take_page(&ahead, 3);
    return page ? STOP_LEADER : STOP_TAB;
}

/* After a dot: "etc.)" does not end a sentence. */
static inline void note_short_form(struct cursor *s, uint32_t word)
{
    if (s->last == '.' && peek(s) == ')' && word > 0 && word < LONG_WORD) {
        s->short_form = true;
    }
}

/* A dot: the end of a sentence, a place to cut, or the first of a leader. */
static inline bool read_dot(struct cursor *s, bool leaders, enum stop *stop)
{
    uint32_t word = s->length - s->word;
    take(s);
    note_short_form(s, word);
    if (leaders && s->end > 0 && (word == 0 || kind_of(peek(s)) == KIND_DOT)) {
        *stop = STOP_LEADER;
        if (take_dots(s)) {
            return true;
        }
        mark(s);
    }
    if (!is_blank(peek(s))) {
        return false;
    }
    s->broken = s->broken || word >= LONG_WORD;
    *stop = STOP_CUT;
    if (s->length < SOFT_TEXT) {
        return false;
    }
    mark_text(s);
    return true;
}

static inline bool read_separator(struct cursor *s)
{
    bool semicolon = peek(s) == ';';
    take(s);
    mark(s);
    if (semicolon && is_blank(peek(s))) {
        s->broken = true;
    }
    if (!may(s, ENUMERATOR)) {
        return false;
    }
    return semicolon ? take_next_item(s) : take_first_item(s);
}

/* A footnote's mark or text is no part of the sentence or title before it. */
static inline bool read_open(struct cursor *s)
{
    enum token token;
    int32_t last = s->last;
    int32_t before = s->before;
    take(s);
    if (take_bracket(s, &token) && may(s, token)) {
        s->last = last;
        s->before = before;
        s->at_note = token == FOOTNOTE_OPEN;
        return true;
    }
    s->brackets++;
    return false;
}

static inline bool read_close(struct cursor *s)
{
    if (!s->at_line_start && s->valid[FOOTNOTE_CLOSE] && s->brackets == 0) {
        return true;
    }
    s->brackets -= s->brackets > 0 ? 1 : 0;
    return take_link(s);
}

static inline bool read_pipe(struct cursor *s)
{
    if (!s->at_line_start && s->valid[PIPE]) {
        return true;
    }
    take(s);
    return false;
}

/* A character that interrupts text: whether what begins there is not text. */
static inline bool read_inline(struct cursor *s, enum kind kind)
{
    mark_text(s);
    switch ((int)kind) {
    case KIND_SEPARATOR:
        return read_separator(s);
    case KIND_OPEN:
        return read_open(s);
    case KIND_CLOSE:
        return read_close(s);
    case KIND_TICK:
        return true;
    case KIND_URL:
        return take_url_start(s);
    case KIND_PIPE:
        return read_pipe(s);
    case KIND_ESCAPE:
        take(s);
        if (!at_gap(s)) {
            take(s);
        }
        return false;
    default:
        take(s);
        return false;
    }
}

/* Reads text and marks its end, which is never after a blank. With `leaders`
 * the line may be one of a table of contents. */
static inline enum stop read_text(struct cursor *s, bool leaders)
{
    for (;;) {
        enum stop stop;
        run_plain(s, HARD_TEXT, true);
        enum kind kind = kind_of(peek(s));
        if (at_line_end(s)) {
            mark_text(s);
            return STOP_LINE_END;
        }
        if (s->length >= HARD_TEXT) {
            mark_text(s);
            return STOP_CUT;
        }
        if (kind == KIND_TAB) {
            mark_text(s);
            return leaders ? look_past_tab(s) : STOP_TAB;
        }
        if (kind == KIND_DOT) {
            mark_text(s);
            if (read_dot(s, leaders, &stop)) {
                return stop;
            }
        } else if (read_inline(s, kind)) {
            return STOP_INLINE;
        }
    }
}

#endif
