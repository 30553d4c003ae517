/* block.h - lines that are recognized by their first characters: Markdown's
 * blocks, bullets, tab-indented cells, pipe rows. */
#ifndef PLAN_SCAN_BLOCK_H
#define PLAN_SCAN_BLOCK_H

#include "title.h"

enum { MAX_LEVEL = 6 }; /* of a Markdown heading */

/* A line without a marker. Its text, if it begins with any, may be a title;
 * with a small letter only where it is too short to be a line of wrapped text.
 */
static inline bool scan_unmarked(struct cursor *s, bool lower)
{
    if (lower) {
        s->max_title = s->indented ? 0 : MAX_SMALL;
    }
    enum stop stop = read_text(s, true);
    if (stop == STOP_LEADER) {
        return emit(s, TOC_TEXT);
    }
    if (s->end == 0) {
        return emit(s, LINE_START);
    }
    if (stop == STOP_INLINE) {
        look_at_title(s);
    }
    bool title = is_title(s);
    if (stop == STOP_LINE_END) {
        return emit(s, title ? TITLE_LINE : PARAGRAPH_LINE);
    }
    return emit(s, title ? TITLE_TEXT : PARAGRAPH_TEXT);
}

/* The same where the first characters were taken to see if they are a marker:
 * they are not. */
static inline bool scan_rest(struct cursor *s, bool lower)
{
    if (s->in_list) {
        return emit(s, LIST_END);
    }
    return s->opens_inline ? emit(s, LINE_START) : scan_unmarked(s, lower);
}

static inline bool scan_plain(struct cursor *s)
{
    return scan_rest(s, false);
}

static inline bool scan_marker(struct cursor *s, enum token marker)
{
    if (s->in_list) {
        return emit(s, LIST_END);
    }
    return emit_here(s, marker);
}

static inline bool scan_heading(struct cursor *s)
{
    uint32_t level = take_run(s, '#');
    return level <= MAX_LEVEL && at_gap(s) ? scan_marker(s, ATX_MARKER)
                                           : scan_plain(s);
}

static inline bool scan_quote(struct cursor *s)
{
    take(s);
    mark(s);
    while (peek(s) == '>' || is_blank(peek(s))) {
        take(s);
        mark_text(s);
    }
    return emit(s, QUOTE_MARKER);
}

/* A run of pipes is one token, blanks between them included. */
static inline void take_pipes(struct cursor *s)
{
    while (peek(s) == '|' || is_blank(peek(s))) {
        take(s);
        mark_text(s);
    }
}

static inline bool scan_pipe_row(struct cursor *s)
{
    bool dash = false;
    take_pipes(s);
    while (peek(s) == '|' || peek(s) == '-' || peek(s) == ':' ||
           is_blank(peek(s))) {
        dash = dash || peek(s) == '-';
        take(s);
    }
    if (dash && at_line_end(s)) {
        return emit_here(s, PIPE_DELIMITER_ROW);
    }
    return emit(s, PIPE_START);
}

/* After a run of `count` marks: whether the line has nothing but more of them,
 * and three at least. */
static inline bool take_rule(struct cursor *s, int32_t c, uint32_t count)
{
    while (peek(s) == c || is_blank(peek(s))) {
        count += peek(s) == c ? 1 : 0;
        take(s);
    }
    return count >= 3 && at_line_end(s);
}

/* A bullet and a blank, AsciiDoc's mark of a heading, a rule, or text. */
static inline bool scan_bullet(struct cursor *s)
{
    int32_t c = peek(s);
    uint32_t run = take_run(s, c);
    if (c == '=' && run <= MAX_LEVEL && is_blank(peek(s))) {
        mark(s);
        take_blanks(s);
        if (!at_line_end(s)) {
            return emit(s, ATX_MARKER);
        }
    }
    bool ruling = !s->in_list && (c == '*' || c == '-' || c == '_' || c == '=');
    if (run == 1 && c != '_' && c != '=' && is_blank(peek(s))) {
        mark(s);
        bool rule = ruling && take_rule(s, c, run);
        return rule ? emit_here(s, RULE) : emit(s, BULLET_MARKER);
    }
    if (ruling && take_rule(s, c, run)) {
        return emit_here(s, RULE);
    }
    return scan_plain(s);
}

/* At the beginning of a line: as many marks as opened the fence and nothing
 * after them. Marks the end of the block there. */
static inline bool pass_closing_fence(struct cursor *s, int32_t c,
                                      uint32_t open)
{
    uint32_t close = 0;
    while (peek(s) == ' ') {
        pass(s);
    }
    for (; peek(s) == c; close++) {
        pass(s);
    }
    if (close < open) {
        return false;
    }
    mark(s);
    while (is_blank(peek(s))) {
        pass(s);
    }
    return at_line_end(s);
}

static inline void pass_line(struct cursor *s)
{
    while (!at_line_end(s)) {
        pass(s);
    }
    mark(s);
}

/* Up to the line that closes the fence, or to the end of the text. */
static inline bool scan_fence(struct cursor *s)
{
    int32_t c = peek(s);
    uint32_t open = take_run(s, c);
    if (open < 3) {
        return c == '`' ? emit(s, LINE_START) : scan_plain(s);
    }
    do {
        pass_line(s);
        if (peek(s) != '\n') {
            break;
        }
        pass(s);
    } while (!pass_closing_fence(s, c, open));
    return emit(s, FENCED_BLOCK);
}

/* After "---" on the first line: up to a line of "---" or "...". */
static inline bool pass_front_matter(struct cursor *s)
{
    uint32_t n = 0;
    while (n < MAX_FRONT_MATTER && peek(s) == '\n') {
        uint32_t run = 0;
        pass(s);
        int32_t c = peek(s);
        for (; run < 3 && peek(s) == c && (c == '-' || c == '.'); run++) {
            pass(s);
        }
        while (run == 3 && is_blank(peek(s))) {
            pass(s);
        }
        if (run == 3 && at_line_end(s)) {
            return true;
        }
        while (n < MAX_FRONT_MATTER && !at_line_end(s)) {
            n += width_of(peek(s));
            pass(s);
        }
        n++;
    }
    return false;
}

static inline bool scan_front_matter(struct cursor *s)
{
    uint32_t run = take_run(s, '-');
    mark(s);
    take_blanks(s);
    if (run == 3 && at_line_end(s) && pass_front_matter(s)) {
        return emit_here(s, FRONT_MATTER);
    }
    if (run == 1 && s->last == '-' && s->length > 1) {
        return emit(s, BULLET_MARKER);
    }
    return emit(s, RULE);
}

/* From "<": a comment up to "-->" or to the end of the text; one that begins
 * with "planlint-" and ends on its line is a directive. */
static inline bool scan_angle(struct cursor *s)
{
    if (!take_word(s, "<!--")) {
        return scan_plain(s);
    }
    take_blanks(s);
    bool directive = take_word(s, "planlint-");
    uint32_t dashes = 0;
    while (!(dashes >= 2 && peek(s) == '>')) {
        dashes = peek(s) == '-' ? dashes + 1 : 0;
        directive = directive && peek(s) != '\n';
        if (peek(s) == 0 && at_line_end(s)) {
            return emit_here(s, HTML_COMMENT);
        }
        pass(s);
    }
    pass(s);
    return emit_here(s, directive ? DIRECTIVE : HTML_COMMENT);
}

/* From "[": "[^id]:" defines a footnote. */
static inline bool scan_bracket(struct cursor *s)
{
    take(s);
    if (peek(s) != '^') {
        enum token token;
        return take_bracket(s, &token) ? emit(s, LINE_START) : scan_plain(s);
    }
    if (!take_note_id(s)) {
        return scan_plain(s);
    }
    if (peek(s) != ':') {
        return emit(s, LINE_START);
    }
    take(s);
    return emit_here(s, FOOTNOTE_LABEL);
}

#endif
