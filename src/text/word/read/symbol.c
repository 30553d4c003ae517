#include "text/word/read/symbol.h"

#include <stddef.h>

#include "base/array.h"

enum font { SYMBOL, WINGDINGS };

static const struct {
    enum font font;
    uint32_t code;
    uint32_t code_point;
} symbols[] = {
#define PL_WORD_SYMBOL(font, code, code_point) {font, code, code_point},
#include "text/word/read/symbol.def"
#undef PL_WORD_SYMBOL
};

enum { PRIVATE_FIRST = 0xF000, PRIVATE_LAST = 0xF0FF };

uint32_t pl_word_symbol(uint32_t code, bool is_wingdings)
{
    enum font font = is_wingdings ? WINGDINGS : SYMBOL;
    if (code < PRIVATE_FIRST || code > PRIVATE_LAST) {
        return code;
    }
    for (size_t i = 0; i < PL_COUNT(symbols); i++) {
        if (symbols[i].font == font &&
            symbols[i].code == code - PRIVATE_FIRST) {
            return symbols[i].code_point;
        }
    }
    return PL_WORD_NO_SYMBOL;
}
