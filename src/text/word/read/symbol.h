/* symbol.h - characters of fonts that have letters of their own. */
#ifndef PLANLINT_TEXT_WORD_READ_SYMBOL_H
#define PLANLINT_TEXT_WORD_READ_SYMBOL_H

#include <stdbool.h>
#include <stdint.h>

enum { PL_WORD_NO_SYMBOL = 0x25A1 }; /* a box, as for what a font lacks */

/* What a code from F000 to F0FF shows; any other code is a character itself. */
uint32_t pl_word_symbol(uint32_t code, bool is_wingdings);

#endif
