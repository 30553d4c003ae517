#include "plan/rename/name_form.h"

#include "base/buf.h"
#include "base/chars.h"
#include "base/utf8.h"

enum { SHORT_WORD = 3 /* letters: "of", "the", "for" keep small letters */ };

/* The bytes of white space at an offset; after a line end also ">". */
static size_t space_at(pl_str s, size_t at, bool *is_after_end)
{
    size_t len;
    uint32_t c = pl_utf8_decode(s, at, &len);
    bool is_end = c == '\n' || c == '\r';
    bool is_space = is_end || pl_utf8_is_space(c) || pl_is_space((char)c) ||
                    (*is_after_end && c == '>');
    *is_after_end = *is_after_end || is_end;
    return is_space && c < 0x110000 ? len : 0;
}

static size_t skip_space(pl_str s, size_t at)
{
    bool is_after_end = false;
    size_t len = 1;
    while (at < s.len && len > 0) {
        len = space_at(s, at, &is_after_end);
        at += len;
    }
    return at;
}

pl_str pl_name_word(pl_str *rest)
{
    size_t start = skip_space(*rest, 0);
    size_t end = start;
    bool is_after_end = false;
    while (end < rest->len && space_at(*rest, end, &is_after_end) == 0) {
        size_t len;
        pl_utf8_decode(*rest, end, &len);
        end += len;
    }
    pl_str word = pl_str_slice(*rest, start, end);
    *rest = pl_str_slice(*rest, skip_space(*rest, end), rest->len);
    return word;
}

static void add_lower(struct pl_buf *out, pl_str word)
{
    size_t len;
    for (size_t i = 0; i < word.len; i += len) {
        pl_buf_add_code_point(out,
                              pl_utf8_to_lower(pl_utf8_decode(word, i, &len)));
    }
}

static void add_upper(struct pl_buf *out, pl_str word)
{
    size_t len;
    for (size_t i = 0; i < word.len; i += len) {
        pl_buf_add_code_point(out,
                              pl_utf8_to_upper(pl_utf8_decode(word, i, &len)));
    }
}

pl_str pl_name_key(struct pl_arena *arena, pl_str name)
{
    struct pl_buf key = pl_buf_in(arena);
    for (pl_str word; (word = pl_name_word(&name)).len > 0;) {
        pl_buf_add_text(&key, key.len > 0 ? " " : "");
        add_lower(&key, word);
    }
    return pl_buf_str(&key);
}

pl_str pl_name_in_line(struct pl_arena *arena, pl_str name)
{
    struct pl_buf line = pl_buf_in(arena);
    for (pl_str word; (word = pl_name_word(&name)).len > 0;) {
        pl_buf_add_text(&line, line.len > 0 ? " " : "");
        pl_buf_add(&line, word);
    }
    return pl_buf_str(&line);
}

bool pl_name_is_alike(struct pl_arena *scratch, pl_str a, pl_str b)
{
    return pl_str_eq(pl_name_key(scratch, a), pl_name_key(scratch, b));
}

/* How the letters of a text are written. */
struct letters {
    size_t upper;
    size_t lower;
    bool begins_upper;
    bool begins_lower;
};

static struct letters letters_of(pl_str s)
{
    struct letters letters = {0};
    size_t len;
    for (size_t i = 0; i < s.len; i += len) {
        uint32_t c = pl_utf8_decode(s, i, &len);
        bool is_upper = pl_utf8_is_upper(c);
        bool is_lower = pl_utf8_is_lower(c);
        letters.upper += is_upper;
        letters.lower += is_lower;
        letters.begins_upper |= i == 0 && is_upper;
        letters.begins_lower |= i == 0 && is_lower;
    }
    return letters;
}

/* What a form makes of the first letters of words. */
enum change { KEEP, LOWER, UPPER };

struct changes {
    enum change first;
    enum change others;
};

static enum change change_of(pl_str model, pl_str form)
{
    struct letters from = letters_of(model);
    struct letters to = letters_of(form);
    if (from.begins_upper && to.begins_lower) {
        return LOWER;
    }
    return from.begins_lower && to.begins_upper ? UPPER : KEEP;
}

static bool is_tie(char c)
{
    return c == '-' || c == '/';
}

/* Cuts off the first part of words that hyphens and slashes join. */
static pl_str name_part(pl_str *rest)
{
    size_t from = skip_space(*rest, 0);
    while (from < rest->len && is_tie(rest->data[from])) {
        from++;
    }
    pl_str tail = pl_str_slice(*rest, from, rest->len);
    pl_str word = pl_name_word(&tail);
    size_t end = 0;
    while (end < word.len && !is_tie(word.data[end])) {
        end++;
    }
    size_t start = word.len > 0 ? (size_t)(word.data - rest->data) : rest->len;
    *rest = pl_str_slice(*rest, start + end, rest->len);
    return pl_str_slice(word, 0, end);
}

static struct changes changes_of(pl_str model, pl_str form)
{
    struct changes changes = {KEEP, KEEP};
    changes.first = change_of(name_part(&model), name_part(&form));
    while (model.len > 0 && form.len > 0 && changes.others == KEEP) {
        changes.others = change_of(name_part(&model), name_part(&form));
    }
    return changes;
}

/* Acronyms keep their capitals. */
static void add_part(struct pl_buf *out, pl_str part, enum change change,
                     bool is_first)
{
    struct letters letters = letters_of(part);
    bool changes =
        (change == LOWER && letters.begins_upper && letters.upper == 1) ||
        (change == UPPER && letters.begins_lower &&
         (is_first || pl_utf8_count(part) > SHORT_WORD));
    if (!changes) {
        pl_buf_add(out, part);
        return;
    }
    size_t len;
    uint32_t c = pl_utf8_decode(part, 0, &len);
    pl_buf_add_code_point(out, change == LOWER ? pl_utf8_to_lower(c)
                                               : pl_utf8_to_upper(c));
    pl_buf_add(out, pl_str_slice(part, len, part.len));
}

/* A word with its hyphens; `*is_first` until a part has been written. */
static void add_word(struct pl_buf *out, pl_str word, struct changes changes,
                     bool *is_first)
{
    for (size_t at = 0; at < word.len;) {
        size_t end = at;
        while (end < word.len && !is_tie(word.data[end])) {
            end++;
        }
        add_part(out, pl_str_slice(word, at, end),
                 *is_first ? changes.first : changes.others, *is_first);
        *is_first = false;
        at = end + (end < word.len);
        pl_buf_add(out, pl_str_slice(word, end, at));
    }
}

pl_str pl_name_like(struct pl_arena *arena, pl_str name, pl_str model,
                    pl_str form)
{
    struct pl_buf out = pl_buf_in(arena);
    struct letters in_form = letters_of(form);
    if (in_form.upper > 0 && in_form.lower == 0 &&
        letters_of(model).lower > 0) {
        add_upper(&out, name);
        return pl_buf_str(&out);
    }
    struct changes changes = changes_of(model, form);
    bool is_first = true;
    for (pl_str word; (word = pl_name_word(&name)).len > 0;) {
        pl_buf_add_text(&out, is_first ? "" : " ");
        add_word(&out, word, changes, &is_first);
    }
    return pl_buf_str(&out);
}
