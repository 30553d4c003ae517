#include "text/word/read/attribute.h"

#include "base/chars.h"
#include "base/range.h"

enum { MAX_NUMBER = 0x7FFFFFFF };

uint32_t pl_word_number(pl_str text)
{
    uint64_t value = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (!pl_is_digit(text.data[i]) || value > MAX_NUMBER) {
            return PL_NONE;
        }
        value = value * 10 + (uint64_t)(text.data[i] - '0');
    }
    return text.len > 0 && value <= MAX_NUMBER ? (uint32_t)value : PL_NONE;
}

uint8_t pl_word_level(uint32_t number)
{
    return number > PL_WORD_LAST_LEVEL ? PL_WORD_LAST_LEVEL : (uint8_t)number;
}

bool pl_word_is_on(pl_str text, bool otherwise)
{
    if (text.len == 0) {
        return otherwise;
    }
    return !pl_str_eq(text, (pl_str)PL_STR("0")) &&
           !pl_str_eq(text, (pl_str)PL_STR("false")) &&
           !pl_str_eq(text, (pl_str)PL_STR("off"));
}
