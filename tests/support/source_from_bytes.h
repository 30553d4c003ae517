/* source_from_bytes.h - the bytes of a file, read as a document. */
#ifndef PLANLINT_TESTS_SUPPORT_SOURCE_FROM_BYTES_H
#define PLANLINT_TESTS_SUPPORT_SOURCE_FROM_BYTES_H

#include "text/source.h"

struct pl_arena;

/* Fails the test when they are refused. */
const struct pl_source *read_bytes(struct pl_arena *arena, pl_str bytes);

/* Of a literal, which may have NUL in it; for tests whose state is an arena. */
#define READ(literal) read_bytes(*state, (pl_str)PL_STR(literal))

void assert_text_is(const struct pl_source *source, const char *expected);

#endif
