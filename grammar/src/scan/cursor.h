/* cursor.h - the scanner's place in the text while it makes one token. */
#ifndef PLAN_SCAN_CURSOR_H
#define PLAN_SCAN_CURSOR_H

#include "chars.h"
#include "tokens.h"
#include "tree_sitter/parser.h"

/* Bounds of look-ahead, in characters. */
enum {
    MAX_TITLE = 120,  /* longest title or heading */
    MAX_SHORT = 56,   /* longest heading after a number such as "1 " */
    MAX_SMALL = 40,   /* longest title that starts with a small letter */
    MAX_INDENT = 80,  /* blanks before the next line's text */
    MAX_LEADER = 400, /* dots between a title and its page */
    MAX_AUTHOR = 80,  /* of a margin comment */
    MAX_NOTE_ID = 64, /* of a footnote */
    MAX_CODE = 512,   /* a code span */
    MAX_LINK = 512,   /* a link destination */
    MAX_FRONT_MATTER = 65536,
    SOFT_TEXT = 1024, /* a text may end at a sentence end past this length */
    HARD_TEXT = 8192, /* and must end here */
    LONG_WORD = 6,    /* a dot after it ends a sentence, not a short form */
};

struct cursor {
    TSLexer *lexer;
    const bool *valid;
    bool at_line_start; /* every inline token may follow, whatever is valid */
    bool indented;      /* by spaces */
    bool adjacent;      /* no blank line before */
    bool at_next_line;  /* a look ahead has passed the end of the line */
    bool in_list;       /* the line goes on with a list or ends it */
    bool opens_inline; /* an address or author was taken in place of a marker */
    bool at_note;      /* a footnote's text begins: the title is over */
    bool broken;       /* a sentence or clause ended inside: no title */
    bool short_form;   /* "etc.)" was taken */
    uint32_t max_title; /* longest title that may be meant */
    uint32_t length;    /* characters taken since the token or title began */
    uint32_t word;      /* length at which the last word began */
    uint32_t end;       /* length at which the token's end was last marked */
    uint32_t solid;     /* length after the last character that is not blank */
    uint32_t brackets;  /* "[" taken and not closed */
    int32_t last;       /* last character taken that is not blank, or 0 */
    int32_t before;     /* and the one before it */
};

static inline int32_t peek(const struct cursor *s)
{
    return s->lexer->lookahead;
}

static inline bool at_line_end(const struct cursor *s)
{
    int32_t c = peek(s);
    return c == '\n' || (c == 0 && s->lexer->eof(s->lexer));
}

static inline bool at_gap(const struct cursor *s)
{
    return is_blank(peek(s)) || at_line_end(s);
}

/* Inline tokens are looked up only within a line: the state before a line does
 * not know which of them its first token will allow. */
static inline bool may(const struct cursor *s, enum token token)
{
    return s->at_line_start || s->valid[token];
}

/* Goes past a character that is only looked at. */
static inline void pass(struct cursor *s)
{
    s->lexer->advance(s->lexer, false);
}

/* The letters of a run are as good as any others. */
static inline void count_run(struct cursor *s, int32_t run)
{
    uint32_t tail = run_tail(run);
    s->solid = s->length += width_of(run);
    s->word = tail > 0 ? s->length - tail : s->word;
    s->last = s->before = 'a';
}

/* Goes past a character of the token or title. */
static inline void take(struct cursor *s)
{
    int32_t c = peek(s);
    enum kind kind = kind_of(c);
    if (kind == KIND_RUN) {
        count_run(s, c);
        pass(s);
        return;
    }
    s->length++;
    if (kind == KIND_BLANK || kind == KIND_TAB) {
        s->word = s->length;
    } else {
        s->before = s->last;
        s->last = c;
        s->solid = s->length;
    }
    pass(s);
}

/* Whether a tab was among them. */
static inline bool take_blanks(struct cursor *s)
{
    bool tab = false;
    while (is_blank(peek(s))) {
        tab = tab || peek(s) == '\t';
        take(s);
    }
    return tab;
}

static inline bool take_word(struct cursor *s, const char *word)
{
    for (; *word; word++) {
        if (peek(s) != *word) {
            return false;
        }
        take(s);
    }
    return true;
}

static inline uint32_t take_run(struct cursor *s, int32_t c)
{
    uint32_t count = 0;
    while (peek(s) == c) {
        take(s);
        count++;
    }
    return count;
}

/* The token ends here, unless a later mark says otherwise. */
static inline void mark(struct cursor *s)
{
    s->end = s->length;
    s->lexer->mark_end(s->lexer);
}

/* Marks the end of text. After blanks it has been marked before them, but where
 * a look ahead that found nothing has passed them. */
static inline void mark_text(struct cursor *s)
{
    if (s->word != s->length || s->end < s->solid) {
        mark(s);
    }
}

static inline bool emit(struct cursor *s, enum token token)
{
    s->lexer->result_symbol = (TSSymbol)token;
    return true;
}

static inline bool emit_here(struct cursor *s, enum token token)
{
    mark(s);
    return emit(s, token);
}

/* Forgets what was taken, so that a title can be judged by itself. */
static inline void start_title(struct cursor *s)
{
    s->length = s->word = s->solid = 0;
    s->last = s->before = 0;
    s->broken = s->short_form = false;
}

#endif
