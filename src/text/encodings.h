/* encodings.h - the encodings that are not UTF-8: to text, or why not. */
#ifndef PLANLINT_TEXT_ENCODINGS_H
#define PLANLINT_TEXT_ENCODINGS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/error.h"
#include "base/str.h"
#include "text/decode.h"

struct pl_arena;

/* `bytes` begin with one of the two byte order marks. Fails for surrogates
 * without a partner, for half a unit at the end and for U+0000. */
PL_MUST_CHECK bool pl_utf16_decode(struct pl_arena *arena, const char *path,
                                   pl_str bytes, struct pl_decoded *decoded,
                                   struct pl_error *error);

/* Why `bytes`, which are not UTF-8, are not Windows-1252 text either: a clause
 * for a message, or NULL when they can be decoded. Strict, for any bytes could
 * be called Windows-1252: no control characters, no byte without a meaning, no
 * sequence of UTF-8, no row of letters that only other alphabets have. */
const char *pl_windows_1252_objection(pl_str bytes);

/* `bytes` are those to which there is no objection. */
struct pl_decoded pl_windows_1252_decode(struct pl_arena *arena, pl_str bytes);

/* The byte that stands for a code point, or -1. */
int pl_windows_1252_byte(uint32_t code_point);

#endif
