/* zip.h - the entries of a zip file, read strictly and written again verbatim.
 *
 * Strict, because a document is not to mean one thing here and another in
 * Word: names are checked and differ by more than capitals, local and central
 * records agree, entries do not overlap, sizes and checksums are those of the
 * data. Encrypted entries and methods other than stored and deflated are
 * refused, and what inflates beyond all measure is. Nothing is ever written to
 * a path from inside. zlib's only door is
 * this folder. */
#ifndef PLANLINT_TEXT_ZIP_H
#define PLANLINT_TEXT_ZIP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/error.h"
#include "base/str.h"

struct pl_arena;
struct pl_buf;
struct pl_zip;

enum {
    PL_ZIP_MAX_ENTRIES = 2000,
    PL_ZIP_MAX_ENTRY = 256 * 1024 * 1024, /* bytes of an entry, inflated */
    PL_ZIP_MAX_TOTAL = 512 * 1024 * 1024, /* of all that are read */
    PL_ZIP_MAX_RATIO = 400                /* beyond the first megabyte */
};

/* Whether bytes begin as a zip file does. */
bool pl_zip_looks_like(pl_str bytes);

/* Reads the directory. `bytes` are borrowed, `path` is for messages. */
PL_MUST_CHECK bool pl_zip_open(struct pl_arena *arena, const char *path,
                               pl_str bytes, struct pl_zip **zip,
                               struct pl_error *error);

const char *pl_zip_path(const struct pl_zip *zip); /* for messages */
size_t pl_zip_count(const struct pl_zip *zip);
pl_str pl_zip_name(const struct pl_zip *zip, size_t entry);

/* The entry of a name, without a "/" before it, in any capitals; PL_NOWHERE.
 */
size_t pl_zip_find(const struct pl_zip *zip, pl_str name);

/* The whole of an entry, in the arena. */
PL_MUST_CHECK bool pl_zip_read(struct pl_arena *arena, struct pl_zip *zip,
                               size_t entry, pl_str *data,
                               struct pl_error *error);

/* The same piece by piece, so that memory stays bounded: `take` is given each
 * and ends the reading by returning false, having set the error. */
struct pl_zip_sink {
    bool (*take)(void *context, pl_str piece, struct pl_error *error);
    void *context;
};
PL_MUST_CHECK bool pl_zip_stream(struct pl_zip *zip, size_t entry,
                                 struct pl_zip_sink sink,
                                 struct pl_error *error);

/* An entry that has other data from now on, or a new one. */
struct pl_zip_change {
    pl_str name;
    pl_str data;
};

/* Adds a zip file with the changes to `out`: every entry that does not change
 * is copied with its records as they are, in its place; new ones come last. */
PL_MUST_CHECK bool pl_zip_write(struct pl_zip *zip,
                                const struct pl_zip_change *changes,
                                size_t count, struct pl_buf *out,
                                struct pl_error *error);

#endif
