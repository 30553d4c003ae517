#include "text/word/number/shown.h"

#include "base/buf.h"
#include "base/utf8.h"

enum { SOFT_HYPHEN = 0xAD, NO_BREAK_SPACE = 0xA0, NO_BREAK_HYPHEN = 0x2011 };

/* Soft hyphens, and marks that only set the direction of writing. */
static bool is_invisible(uint32_t code_point)
{
    return code_point == SOFT_HYPHEN || code_point == 0xFEFF ||
           (code_point >= 0x200B && code_point <= 0x200F) ||
           (code_point >= 0x202A && code_point <= 0x202E) ||
           (code_point >= 0x2060 && code_point <= 0x2064);
}

bool pl_word_is_shown(const struct pl_word_file *word, uint32_t piece,
                      enum pl_word_state state)
{
    const struct pl_word_piece *it = &word->pieces[piece];
    return (it->states & state) && !it->is_hidden;
}

static size_t skip_ascii(pl_str text, size_t at)
{
    while (at < text.len && (unsigned char)text.data[at] < 0x80) {
        at++;
    }
    return at;
}

static void add_text(struct pl_buf *out, pl_str text)
{
    size_t kept = 0; /* what is before it is in `out` */
    size_t at = skip_ascii(text, 0);
    while (at < text.len) {
        size_t len;
        uint32_t code_point = pl_utf8_decode(text, at, &len);
        bool is_blank = code_point == NO_BREAK_SPACE;
        if (is_blank || is_invisible(code_point)) {
            pl_buf_add(out, pl_str_slice(text, kept, at));
            pl_buf_add(out, is_blank ? (pl_str)PL_STR(" ") : (pl_str){0});
            kept = at + len;
        }
        at = skip_ascii(text, at + len);
    }
    pl_buf_add(out, pl_str_slice(text, kept, text.len));
}

static void add_piece(struct pl_buf *out, const struct pl_word_piece *piece)
{
    switch (piece->kind) {
    case PL_WORD_TEXT:
    case PL_WORD_PLACEHOLDER:
        add_text(out, piece->text);
        break;
    case PL_WORD_TAB:
        pl_buf_add_char(out, '\t');
        break;
    case PL_WORD_BREAK:
        pl_buf_add_char(out, '\n');
        break;
    case PL_WORD_LIST_NUMBER:
    case PL_WORD_NOTE_MARK:
    case PL_WORD_COMMENT_MARK:
    case PL_WORD_ALT_TEXT:
        break;
    }
}

pl_str pl_word_shown(struct pl_arena *arena, const struct pl_word_file *word,
                     uint32_t first, uint32_t end, enum pl_word_state state)
{
    struct pl_buf out = pl_buf_in(arena);
    end = end > word->pieces_count ? word->pieces_count : end;
    end = end > first && end - first > PL_WORD_SHOWN_MAX
              ? first + PL_WORD_SHOWN_MAX
              : end;
    for (uint32_t i = first; i < end && out.len < PL_WORD_SHOWN_MAX; i++) {
        if (pl_word_is_shown(word, i, state)) {
            add_piece(&out, &word->pieces[i]);
        }
    }
    return pl_str_trim(pl_buf_str(&out));
}

bool pl_word_has_list_number(const struct pl_word_file *word, uint32_t first,
                             uint32_t end, enum pl_word_state state)
{
    for (uint32_t i = first; i < end && i - first < PL_WORD_SHOWN_MAX; i++) {
        if (word->pieces[i].kind == PL_WORD_LIST_NUMBER &&
            pl_word_is_shown(word, i, state)) {
            return true;
        }
    }
    return false;
}

static bool goes_on(const struct pl_word_file *word, uint32_t para,
                    enum pl_word_state state)
{
    return !(word->paras[para].mark_states & state) &&
           para + 1 < word->paras_count &&
           word->paras[para + 1].story == word->paras[para].story &&
           word->paras[para + 1].table == word->paras[para].table;
}

struct pl_word_joined pl_word_joined_at(const struct pl_word_file *word,
                                        uint32_t para, enum pl_word_state state)
{
    struct pl_word_joined joined = {para, para};
    while (joined.first > 0 && para - joined.first < PL_WORD_SHOWN_MAX &&
           goes_on(word, joined.first - 1, state)) {
        joined.first--;
    }
    while (joined.last - para < PL_WORD_SHOWN_MAX &&
           goes_on(word, joined.last, state)) {
        joined.last++;
    }
    return joined;
}

/* The next character that counts, folded; 0 at the end. */
static uint32_t next_folded(pl_str text, size_t *at)
{
    while (*at < text.len) {
        size_t len;
        uint32_t code_point = pl_utf8_decode(text, *at, &len);
        *at += len;
        if (code_point == NO_BREAK_HYPHEN) {
            return '-';
        }
        if (!pl_utf8_is_space(code_point) && !is_invisible(code_point)) {
            return pl_utf8_to_lower(code_point);
        }
    }
    return 0;
}

bool pl_word_same_text(pl_str a, pl_str b)
{
    size_t at_a = 0;
    size_t at_b = 0;
    uint32_t in_a;
    uint32_t in_b;
    do {
        in_a = next_folded(a, &at_a);
        in_b = next_folded(b, &at_b);
    } while (in_a == in_b && in_a != 0);
    return in_a == in_b;
}
