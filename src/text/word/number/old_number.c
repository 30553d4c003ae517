#include "text/word/number/old_number.h"

#include "base/array.h"
#include "base/buf.h"
#include "base/range.h"
#include "text/word/number/numbering.h"
#include "text/word/read/attribute.h"

/* The formats as numbers; 23 is a bullet, which is no number. */
static bool format_of(uint32_t code, enum pl_word_format *format)
{
    static const struct {
        uint32_t code;
        enum pl_word_format format;
    } formats[] = {
        {0, PL_WORD_FORMAT_DECIMAL},       {1, PL_WORD_FORMAT_UPPER_ROMAN},
        {2, PL_WORD_FORMAT_LOWER_ROMAN},   {3, PL_WORD_FORMAT_UPPER_LETTER},
        {4, PL_WORD_FORMAT_LOWER_LETTER},  {5, PL_WORD_FORMAT_ORDINAL},
        {6, PL_WORD_FORMAT_CARDINAL_TEXT}, {7, PL_WORD_FORMAT_ORDINAL_TEXT},
        {22, PL_WORD_FORMAT_DECIMAL_ZERO}, {255, PL_WORD_FORMAT_NONE},
    };
    for (size_t i = 0; i < PL_COUNT(formats); i++) {
        if (formats[i].code == code) {
            *format = formats[i].format;
            return true;
        }
    }
    return false;
}

/* "%1:4:0:" and what follows it up to the next level: level, value, format. */
static bool add_level(struct pl_buf *out, pl_str *rest)
{
    enum pl_word_format format;
    uint32_t level = pl_word_number(pl_str_split(rest, ':'));
    uint32_t value = pl_word_number(pl_str_split(rest, ':'));
    uint32_t code = pl_word_number(pl_str_split(rest, ':'));
    if (level == 0 || level > PL_WORD_LEVELS || value == PL_NONE ||
        !format_of(code, &format)) {
        return false;
    }
    pl_word_write_number(out, format, value, 0);
    return true;
}

pl_str pl_word_old_number(struct pl_arena *arena, pl_str original)
{
    struct pl_buf out = pl_buf_in(arena);
    bool has_level = pl_str_find_char(original, '%', 0) != PL_NOWHERE;
    pl_buf_add(&out, pl_str_split(&original, '%'));
    while (has_level && original.len > 0) {
        if (!add_level(&out, &original)) {
            return (pl_str){0};
        }
        pl_buf_add(&out, pl_str_split(&original, '%'));
    }
    return pl_buf_str(&out);
}
