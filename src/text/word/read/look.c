#include "text/word/read/look.h"

#include "base/chars.h"
#include "base/range.h"
#include "text/word/read/attribute.h"

/* In twentieths of a point, whole ones; other measures are passed over. */
static bool take_measure(pl_str text, int16_t *out)
{
    static const pl_str minus = PL_STR("-");
    bool is_negative = pl_str_starts(text, minus);
    text = pl_str_slice(text, is_negative ? minus.len : 0, text.len);
    uint32_t value = pl_word_number(pl_str_split(&text, '.'));
    if (value == PL_NONE) {
        return false;
    }
    int16_t measure = value < INT16_MAX ? (int16_t)value : INT16_MAX;
    *out = is_negative ? (int16_t)-measure : measure;
    return true;
}

struct pl_word_indent
pl_word_indent_of(const struct pl_word_indent_values *values)
{
    struct pl_word_indent indent = {0};
    indent.has_left = take_measure(values->start, &indent.left) ||
                      take_measure(values->left, &indent.left);
    indent.has_right = take_measure(values->end, &indent.right) ||
                       take_measure(values->right, &indent.right);
    indent.has_first = take_measure(values->hanging, &indent.first);
    if (indent.has_first) {
        indent.first = (int16_t)-indent.first;
    } else {
        indent.has_first = take_measure(values->first_line, &indent.first);
    }
    return indent;
}

void pl_word_indent_fill(struct pl_word_indent *indent,
                         const struct pl_word_indent *other)
{
    if (!indent->has_left && other->has_left) {
        indent->left = other->left;
        indent->has_left = true;
    }
    if (!indent->has_right && other->has_right) {
        indent->right = other->right;
        indent->has_right = true;
    }
    if (!indent->has_first && other->has_first) {
        indent->first = other->first;
        indent->has_first = true;
    }
}

void pl_word_face_fill(struct pl_word_face *face,
                       const struct pl_word_face *other)
{
    face->size = face->size > 0 ? face->size : other->size;
    face->slant =
        face->slant != PL_WORD_SLANT_UNSAID ? face->slant : other->slant;
}

uint8_t pl_word_slant_of(pl_str value)
{
    return pl_word_is_on(value, true) ? PL_WORD_ITALIC : PL_WORD_UPRIGHT;
}

uint16_t pl_word_size_of(pl_str value)
{
    uint32_t size = pl_word_number(value);
    return size <= UINT16_MAX ? (uint16_t)size : 0;
}
