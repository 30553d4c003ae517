/* scanner.c - the external scanner of the grammar: it makes every token.
 *
 * It keeps no state. What a token is depends on the text from its start, a
 * bounded way ahead, and on the symbols that the parser can take; at the
 * beginning of a line, of those only on the list or table that may go on. */
#include "scanner.h"

#include "scan/line.h"

/* Where a further text token begins, or the line ends. */
static bool scan_text(struct cursor *s)
{
    bool whole = read_text(s, false) == STOP_LINE_END;
    return emit(s, whole && s->valid[LAST_TEXT] ? LAST_TEXT : TEXT);
}

static bool scan_comment_text(struct cursor *s)
{
    while (!at_line_end(s)) {
        bool blank = is_blank(peek(s));
        if (blank) {
            mark_text(s);
        }
        take(s);
    }
    mark_text(s);
    return emit(s, COMMENT_TEXT);
}

/* A title that leads to a page number: the first token of the line has seen
 * that it does. */
static bool scan_toc_title(struct cursor *s)
{
    for (;;) {
        run_plain(s, HARD_TEXT, true);
        enum kind kind = kind_of(peek(s));
        mark_text(s);
        if (at_line_end(s) || kind == KIND_TAB) {
            return emit(s, TOC_REST);
        }
        bool first = s->length == s->word;
        take(s);
        if (kind == KIND_DOT && (first || kind_of(peek(s)) == KIND_DOT)) {
            if (take_dots(s)) {
                return emit(s, TOC_REST);
            }
        }
    }
}

static bool scan_leader(struct cursor *s)
{
    while (is_blank(peek(s)) || kind_of(peek(s)) == KIND_DOT) {
        take(s);
    }
    return emit_here(s, LEADER);
}

static bool scan_toc(struct cursor *s)
{
    if (s->valid[TOC_REST]) {
        return scan_toc_title(s);
    }
    if (s->valid[LEADER]) {
        return scan_leader(s);
    }
    while (is_alnum(peek(s))) {
        take(s);
    }
    return emit_here(s, PAGE_NUMBER);
}

static bool scan_label_inside(struct cursor *s)
{
    struct label label;
    if (take_label(s, &label) && at_gap(s)) {
        return emit_here(s, ATX_NUMBER);
    }
    return scan_text(s);
}

static bool may_be_enumerator(const struct cursor *s)
{
    return s->valid[ENUMERATOR] && !s->valid[GAP];
}

static bool scan_enumerator(struct cursor *s)
{
    if (peek(s) == '(') {
        take(s);
        mark(s);
    }
    if (take_enumerator(s)) {
        return emit_here(s, ENUMERATOR);
    }
    if (s->opens_inline && s->end > 0) {
        return emit(s, TEXT);
    }
    return scan_text(s);
}

/* A single letter was taken that began like an address or an author. */
static bool scan_after_letter(struct cursor *s)
{
    if (s->length == 1 && may_be_enumerator(s) && take_marker_end(s)) {
        return emit_here(s, ENUMERATOR);
    }
    return scan_text(s);
}

static bool scan_opening_bracket(struct cursor *s)
{
    enum token token;
    take(s);
    mark(s);
    if (take_bracket(s, &token) && s->valid[token]) {
        return emit_here(s, token);
    }
    s->brackets = 1;
    return scan_text(s);
}

static bool scan_closing_bracket(struct cursor *s)
{
    if (s->valid[FOOTNOTE_CLOSE]) {
        take(s);
        return emit_here(s, FOOTNOTE_CLOSE);
    }
    return take_link(s) ? emit_here(s, LINK_DESTINATION) : scan_text(s);
}

static bool scan_code(struct cursor *s)
{
    uint32_t open = take_run(s, '`');
    mark(s);
    return take_code(s, open) ? emit_here(s, CODE_SPAN) : emit(s, TEXT);
}

static bool scan_pipe(struct cursor *s)
{
    if (!s->valid[PIPE]) {
        take(s);
        return scan_text(s);
    }
    take_pipes(s);
    return emit(s, at_line_end(s) ? LAST_PIPE : PIPE);
}

static bool scan_url(struct cursor *s)
{
    if (!take_url_start(s)) {
        return scan_after_letter(s);
    }
    take(s);
    mark(s);
    take_url_rest(s);
    return emit(s, URL);
}

/* A note that was not closed ends before a comment, too. */
static bool scan_author(struct cursor *s)
{
    if (!take_author(s)) {
        return scan_after_letter(s);
    }
    return s->valid[FOOTNOTE_END] ? emit(s, FOOTNOTE_END)
                                  : emit_here(s, COMMENT_AUTHOR);
}

static bool scan_inline(struct cursor *s)
{
    int32_t c = peek(s);
    switch (c) {
    case '[':
        return scan_opening_bracket(s);
    case ']':
        return scan_closing_bracket(s);
    case '|':
        return scan_pipe(s);
    case '`':
        return scan_code(s);
    case 'h':
        return scan_url(s);
    case 'C':
        return scan_author(s);
    default:
        break;
    }
    if (s->valid[ATX_NUMBER] && is_digit(c)) {
        return scan_label_inside(s);
    }
    bool item = c == '(' || is_digit(c) || is_letter(c);
    if (item && may_be_enumerator(s)) {
        return scan_enumerator(s);
    }
    return scan_text(s);
}

static void skip(struct cursor *s)
{
    s->lexer->advance(s->lexer, true);
}

static bool scan_tab(struct cursor *s)
{
    mark(s);
    take_blanks(s);
    if (at_line_end(s)) {
        return emit(s, s->valid[FOOTNOTE_END] ? FOOTNOTE_END : EOL);
    }
    return emit_here(s, TAB);
}

static bool scan_inside_line(struct cursor *s)
{
    const bool *valid = s->valid;
    mark(s);
    if (valid[LEADER] && !valid[TOC_REST]) {
        return scan_toc(s);
    }
    bool skip_tabs = valid[GAP] || valid[COMMENT_TEXT] || valid[TOC_REST];
    while (is_blank(peek(s)) && (peek(s) != '\t' || skip_tabs)) {
        skip(s);
    }
    if (peek(s) == '\t') {
        return scan_tab(s);
    }
    if (at_line_end(s)) {
        return emit(s, valid[FOOTNOTE_END] ? FOOTNOTE_END : EOL);
    }
    if (valid[TOC_REST] || valid[PAGE_NUMBER]) {
        return scan_toc(s);
    }
    return valid[COMMENT_TEXT] ? scan_comment_text(s) : scan_inline(s);
}

struct indent {
    uint32_t newlines;
    uint32_t spaces; /* in the last line */
    uint32_t tabs;
};

static struct indent skip_indent(struct cursor *s)
{
    struct indent indent = {0};
    for (;; skip(s)) {
        int32_t c = peek(s);
        if (c == '\n') {
            indent = (struct indent){.newlines = indent.newlines + 1};
        } else if (c == '\t') {
            indent.tabs++;
        } else if (is_blank(c)) {
            indent.spaces += c == '\r' ? 0 : 1;
        } else {
            return indent;
        }
    }
}

/* At the end of a line: the token that opens the next line that is not blank,
 * or, where the line was, the end of its list or table. */
static bool scan_next_line(struct cursor *s)
{
    const bool *valid = s->valid;
    mark(s);
    struct indent indent = skip_indent(s);
    int32_t c = peek(s);
    bool tabbed = indent.tabs > 0 && indent.spaces == 0;
    bool eof = c == 0 && at_line_end(s);
    s->at_line_start = true;
    s->indented = indent.spaces > 0;
    s->adjacent = indent.newlines == 1;
    s->in_list = valid[LIST_END];
    if (valid[TABLE_END] && (eof || !tabbed)) {
        return emit(s, TABLE_END);
    }
    if (valid[PIPE_TABLE_END] && (eof || tabbed || c != '|')) {
        return emit(s, PIPE_TABLE_END);
    }
    if (eof) {
        return s->in_list && emit(s, LIST_END);
    }
    if (!s->in_list) {
        mark(s);
    }
    if (tabbed) {
        return scan_tabbed(s, s->adjacent);
    }
    if (valid[FRONT_MATTER] && c == '-' &&
        indent.newlines + indent.spaces == 0) {
        return scan_front_matter(s);
    }
    return scan_line(s);
}

void *tree_sitter_plan_external_scanner_create(void)
{
    return NULL;
}

void tree_sitter_plan_external_scanner_destroy(void *payload)
{
    (void)payload;
}

unsigned tree_sitter_plan_external_scanner_serialize(
    void *payload,
    char *buffer) // NOLINT(readability-non-const-parameter): theirs to state
{
    (void)payload;
    (void)buffer;
    return 0;
}

void tree_sitter_plan_external_scanner_deserialize(void *payload,
                                                   const char *buffer,
                                                   unsigned length)
{
    (void)payload;
    (void)buffer;
    (void)length;
}

bool tree_sitter_plan_external_scanner_scan(void *payload, TSLexer *lexer,
                                            const bool *valid)
{
    (void)payload;
    struct cursor s = {.lexer = lexer, .valid = valid, .max_title = MAX_TITLE};
    bool inside = !valid[ERROR_SENTINEL] &&
                  (valid[EOL] || valid[FOOTNOTE_CLOSE] || valid[TOC_REST] ||
                   valid[LEADER] || valid[PAGE_NUMBER]);
    return inside ? scan_inside_line(&s) : scan_next_line(&s);
}
