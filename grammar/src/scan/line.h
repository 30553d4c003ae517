/* line.h - what a line is, decided by its number or marker and, where that is
 * not enough, by whether a title follows. */
#ifndef PLAN_SCAN_LINE_H
#define PLAN_SCAN_LINE_H

#include "block.h"

enum { LAST_PART = 'H' }; /* letters up to it number parts of a document */

/* "5G" and "3D" are words, "9A" and "6.1a" are numbers. */
static inline bool is_safe_letter(const struct cursor *s,
                                  const struct label *label)
{
    int32_t letter = label->letter;
    return letter == 0 || label->groups > 1 || label->dotted ||
           peek(s) == '\t' || (letter >= 'a' && letter <= 'c') ||
           (letter >= 'A' && letter <= 'C');
}

static inline bool is_year(const struct cursor *s, const struct label *label)
{
    return label->groups == 1 && label->value >= FIRST_YEAR && peek(s) != '\t';
}

/* After a number or letter with its blank: a title makes it a heading's, a
 * title with a page an entry's of a table of contents. */
static inline bool scan_after_label(struct cursor *s, enum token otherwise)
{
    mark(s);
    bool tab = take_blanks(s);
    switch (look_ahead(s, otherwise == PARAGRAPH_NUMBER && !tab)) {
    case AHEAD_WORDS:
        return emit(s, PARAGRAPH_TEXT);
    case AHEAD_LEADER:
        return emit(s, s->in_list ? otherwise : TOC_LABEL);
    case AHEAD_TITLE:
        if (otherwise == ORDINAL_MARKER && next_line_is_item(s)) {
            return emit(s, ORDINAL_MARKER);
        }
        return emit(s, SECTION_NUMBER);
    case AHEAD_SENTENCE:
        break;
    }
    return emit(s, otherwise);
}

/* "1) ", "1.1: " */
static inline bool scan_ordinal(struct cursor *s, const struct label *label)
{
    bool item = false;
    if (peek(s) == ')') {
        item = take_marker_end(s);
    } else if (label->groups > 1) {
        take(s);
        item = at_gap(s);
    }
    return item && !label->dotted ? emit_here(s, ORDINAL_MARKER)
                                  : scan_plain(s);
}

static inline bool scan_number(struct cursor *s)
{
    struct label label;
    if (!take_label(s, &label)) {
        return scan_plain(s);
    }
    if (peek(s) == ')' || peek(s) == ':') {
        return scan_ordinal(s, &label);
    }
    if (!at_gap(s) || is_year(s, &label) || !is_safe_letter(s, &label)) {
        return scan_plain(s);
    }
    bool item = label.dotted && label.groups == 1;
    if (s->in_list && !item) {
        return emit(s, LIST_END);
    }
    if (s->in_list && s->adjacent && peek(s) != '\t') {
        return emit_here(s, ORDINAL_MARKER);
    }
    if (label.groups == 1 && peek(s) != '\t') {
        s->max_title = MAX_SHORT;
    }
    return scan_after_label(s, item ? ORDINAL_MARKER : PARAGRAPH_NUMBER);
}

/* "A.2" or "A-2", its letter already taken. "X.509" and "S-100" are words. */
static inline bool scan_lettered_number(struct cursor *s, int32_t letter)
{
    struct label label;
    bool dash = s->last == '-';
    bool ok = take_label(s, &label) && at_gap(s) && label.value < 100;
    if (!ok || (dash && (peek(s) != '\t' || letter > LAST_PART))) {
        return scan_plain(s);
    }
    if (s->in_list) {
        return emit(s, LIST_END);
    }
    return scan_after_label(s, peek(s) == '\t' ? PARAGRAPH_NUMBER
                                               : PARAGRAPH_TEXT);
}

/* "IV. " and "A. " number headings; before a sentence they are list markers,
 * unless they may be somebody's initial. */
static inline bool scan_capital(struct cursor *s, int32_t letter, bool single)
{
    bool initial = single && peek(s) != '\t';
    if (initial && (s->in_list || !(letter <= LAST_PART || is_roman(letter)))) {
        return scan_plain(s);
    }
    return scan_after_label(s, initial ? PARAGRAPH_TEXT : LETTER_MARKER);
}

/* Letters of which the first is `letter`, with the dot or dash after them. */
static inline bool scan_after_letters(struct cursor *s, int32_t letter)
{
    bool lower = is_lower(letter);
    take(s);
    bool single = s->length == 2;
    if (single && is_ascii_upper(letter) && is_digit(peek(s))) {
        return scan_lettered_number(s, letter);
    }
    if (!is_blank(peek(s)) || s->last == '-') {
        return scan_rest(s, lower);
    }
    return lower ? emit_here(s, LETTER_MARKER)
                 : scan_capital(s, letter, single);
}

/* Words that number the parts of an instrument. */
static const wchar_t *const part_words[] = {
    L"annex",
    L"appendix",
    L"attachment",
    L"addendum",
    L"article",
    L"chapter",
    L"decision",
    L"part",
    L"resolution",
    L"recommendation",
    L"schedule",
    L"section",
    L"supplement",
    L"annexe",
    L"appendice",
    L"chapitre",
    L"d\u00e9cision",
    L"partie",
    L"r\u00e9solution",
    L"anexo",
    L"ap\u00e9ndice",
    L"art\u00edculo",
    L"cap\u00edtulo",
    L"decisi\u00f3n",
    L"parte",
    L"resoluci\u00f3n",
    L"secci\u00f3n",
    L"\u043f\u0440\u0438\u043b\u043e\u0436\u0435\u043d\u0438\u0435",
    L"\u0433\u043b\u0430\u0432\u0430",
    L"\u0440\u0430\u0437\u0434\u0435\u043b",
    L"\u0440\u0435\u0437\u043e\u043b\u044e\u0446\u0438\u044f",
    L"\u0447\u0430\u0441\u0442\u044c",
    L"\u0441\u0442\u0430\u0442\u044c\u044f",
};

enum { MAX_PART_WORD = 15 };

static inline bool is_part_word(const int32_t *word, size_t length)
{
    for (size_t i = 0; i < sizeof part_words / sizeof *part_words; i++) {
        size_t n = 0;
        while (n < length && part_words[i][n] == (wchar_t)word[n]) {
            n++;
        }
        if (n == length && part_words[i][n] == 0) {
            return true;
        }
    }
    return false;
}

/* The rest of a word whose first letter was taken. */
static inline bool take_part_word(struct cursor *s, int32_t first)
{
    int32_t word[MAX_PART_WORD] = {fold(first)};
    size_t n = 1;
    while (n < MAX_PART_WORD && is_letter(peek(s))) {
        word[n++] = fold(peek(s));
        take(s);
    }
    return is_blank(peek(s)) && is_part_word(word, n);
}

/* 1, 2.1, B, IV. */
static inline bool take_part_label(struct cursor *s)
{
    struct label label;
    take_blanks(s);
    bool ok = is_digit(peek(s)) ? take_label(s, &label)
                                : !is_lower(peek(s)) && take_letters(s);
    return ok && (at_gap(s) || peek(s) == ':' || peek(s) == '.');
}

/* After a part's number: a tab or dots and nothing but a page. */
static inline bool take_part_page(struct cursor *s)
{
    if (take_blanks(s)) {
        return take_page(s, 3);
    }
    if (kind_of(peek(s)) != KIND_DOT) {
        return false;
    }
    take(s);
    return take_dots(s);
}

/* "ANNEX 1", "Appendix B": a heading if the rest is a title or nothing. */
static inline bool scan_part(struct cursor *s, int32_t first)
{
    if (!take_part_word(s, first) || !take_part_label(s)) {
        return scan_plain(s);
    }
    mark(s);
    start_title(s);
    if (take_part_page(s)) {
        return emit(s, TOC_TEXT);
    }
    if (at_line_end(s) && s->last == 0) {
        return emit(s, next_line_goes_on(s) ? PARAGRAPH_TEXT : ANNEX_LABEL);
    }
    if (look_at_title(s)) {
        return emit(s, TOC_LABEL);
    }
    return emit(s, is_title(s) ? ANNEX_LABEL : PARAGRAPH_TEXT);
}

static inline bool scan_letter(struct cursor *s)
{
    int32_t first = peek(s);
    bool lower = is_lower(first);
    bool marker = take_opening(s);
    if (marker && peek(s) == ')' && take_marker_end(s)) {
        return emit_here(s, LETTER_MARKER);
    }
    if (marker && (peek(s) == '.' || peek(s) == '-')) {
        return scan_after_letters(s, first);
    }
    if (first == 'o' && s->length == 1 && peek(s) == '\t') {
        return emit_here(s, BULLET_MARKER);
    }
    if (s->in_list || lower || s->length != 1) {
        return scan_rest(s, lower);
    }
    return scan_part(s, first);
}

/* "(1)", "(a)"; in text that runs from right to left it may read "(1<TAB>". */
static inline bool scan_parenthesis(struct cursor *s)
{
    take(s);
    bool digit = is_digit(peek(s));
    if (take_opening(s) && (peek(s) == '\t' || take_marker_end(s))) {
        return emit_here(s, digit ? ORDINAL_MARKER : LETTER_MARKER);
    }
    return scan_plain(s);
}

/* A marker in a tab-indented line. What is taken may be read on as text. */
static inline bool take_tabbed_marker(struct cursor *s, enum token *token,
                                      bool *label)
{
    int32_t c = peek(s);
    struct label number;
    *token = ORDINAL_MARKER;
    if (is_digit(c)) {
        bool ok = take_label(s, &number);
        *label = ok && !number.dotted && peek(s) == ':';
        return ok && (peek(s) == ')' ? take_marker_end(s)
                                     : number.dotted && number.groups == 1);
    }
    if (is_bullet(c)) {
        take(s);
        *token = BULLET_MARKER;
        return true;
    }
    *token = LETTER_MARKER;
    if (c == '(') {
        take(s);
    }
    return is_letter(peek(s)) && take_enumerator(s);
}

static inline bool scan_cell(struct cursor *s, bool label, int offset)
{
    if (label) {
        take(s);
        if (at_gap(s)) {
            return emit_here(s, (enum token)(ROW_LABEL + offset));
        }
    }
    enum stop stop = s->opens_inline ? STOP_INLINE : read_text(s, false);
    if (s->end == 0) {
        return emit(s, (enum token)(ROW_START + offset));
    }
    return emit(s, (enum token)((stop == STOP_LINE_END ? ROW_LINE : ROW_TEXT) +
                                offset));
}

/* A tab-indented line is a cell of a table, unless it is a list item. A blank
 * line before it opens a row. */
static inline bool scan_tabbed(struct cursor *s, bool same_row)
{
    enum token token;
    bool label = false;
    bool item = take_tabbed_marker(s, &token, &label) && is_blank(peek(s));
    if (item) {
        return s->valid[TABLE_END] ? emit(s, TABLE_END) : emit_here(s, token);
    }
    if (s->in_list) {
        return emit(s, LIST_END);
    }
    return scan_cell(s, label, same_row ? CELL_LINE - ROW_LINE : 0);
}

/* A line that no list item can open. */
static inline bool scan_block(struct cursor *s)
{
    switch (peek(s)) {
    case '#':
        return scan_heading(s);
    case '|':
        return scan_pipe_row(s);
    case '>':
        return scan_quote(s);
    case '<':
        return scan_angle(s);
    case '[':
        return scan_bracket(s);
    case '`':
    case '~':
        return scan_fence(s);
    case '_':
    case '=':
        return scan_bullet(s);
    default:
        return scan_unmarked(s, false);
    }
}

/* A line that is not indented by a tab. */
static inline bool scan_line(struct cursor *s)
{
    int32_t c = peek(s);
    if (is_digit(c)) {
        return scan_number(s);
    }
    if (is_bullet(c)) {
        return scan_bullet(s);
    }
    if (is_letter(c)) {
        return scan_letter(s);
    }
    if (c == '(') {
        return scan_parenthesis(s);
    }
    return s->in_list ? emit(s, LIST_END) : scan_block(s);
}

#endif
