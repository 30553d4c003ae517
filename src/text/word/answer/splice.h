/* splice.h - changes of the parts of a Word file: bytes put in, taken out and
 * replaced, all counted in the parts as they are in the file.
 *
 * Everything that is not touched stays byte for byte what it was. */
#ifndef PLANLINT_TEXT_WORD_ANSWER_SPLICE_H
#define PLANLINT_TEXT_WORD_ANSWER_SPLICE_H

#include <stdint.h>

#include "base/attr.h"
#include "base/error.h"
#include "base/range.h"
#include "base/str.h"

struct pl_arena;
struct pl_buf;
struct pl_zip;

struct pl_word_splices;

/* A part that is changed. */
struct pl_word_splice_part;

struct pl_word_splices *pl_word_splices_new(struct pl_arena *arena,
                                            struct pl_zip *zip);

/* The part of a name, which is read when it is first asked for. Fails when it
 * is in another encoding than UTF-8. */
PL_MUST_CHECK bool pl_word_splices_part(struct pl_word_splices *splices,
                                        pl_str name,
                                        struct pl_word_splice_part **part,
                                        struct pl_error *error);

/* As it is in the file. */
pl_str pl_word_splice_bytes(const struct pl_word_splice_part *part);

/* Puts `text` in place of a range, which may be empty. At one place what has a
 * lower rank comes first, then what was added first; the same text is put
 * there once. A splice that begins inside of what another one replaces is left
 * out. */
void pl_word_splice(struct pl_word_splice_part *part, struct pl_range range,
                    uint32_t rank, pl_str text);

/* A part that is not in the file yet. */
void pl_word_splices_add(struct pl_word_splices *splices, pl_str name,
                         pl_str bytes);

/* Adds the file with all changes to `out`. */
PL_MUST_CHECK bool pl_word_splices_write(struct pl_word_splices *splices,
                                         struct pl_buf *out,
                                         struct pl_error *error);

#endif
