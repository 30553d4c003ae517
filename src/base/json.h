/* json.h - reading JSON, with the place of everything for messages; cJSON's
 * only door.
 *
 * Stricter than cJSON: UTF-8 is validated, a key may stand once, nothing may
 * follow the value, nesting is at most 100 deep. Values borrow from their
 * file, which lives until pl_json_close(). */
#ifndef PLANLINT_BASE_JSON_H
#define PLANLINT_BASE_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/error.h"
#include "base/str.h"

struct pl_arena;
struct cJSON;
struct pl_json_file;

/* A value, or nothing (`item` is NULL) where an optional one is absent. */
struct pl_json {
    const struct pl_json_file *file;
    const struct cJSON *item;
};

enum pl_json_kind {
    PL_JSON_NOTHING,
    PL_JSON_NULL,
    PL_JSON_BOOL,
    PL_JSON_NUMBER,
    PL_JSON_STRING,
    PL_JSON_ARRAY,
    PL_JSON_OBJECT,
};

/* `path` and `text` are borrowed. The error has path:line:column. */
PL_MUST_CHECK bool pl_json_open(const char *path, pl_str text,
                                struct pl_json_file **file,
                                struct pl_json *root, struct pl_error *error);
void pl_json_close(struct pl_json_file *file); /* takes NULL */

struct pl_json_text {
    const char *path;
    pl_str text;
    const char *skipped; /* the key of a member of the root */
};
/* pl_json_open() for when a large member of the root is not needed: the value
 * of `skipped` is checked, but reads as null. What the text holds is borrowed
 * likewise. */
PL_MUST_CHECK bool pl_json_open_without(struct pl_json_text text,
                                        struct pl_json_file **file,
                                        struct pl_json *root,
                                        struct pl_error *error);

/* For messages of a protocol: a key may stand twice, of which the first counts,
 * and strings may hold NUL, written as \u0000. All lives in the arena but the
 * text, which is borrowed; there is nothing to close. */
PL_MUST_CHECK bool pl_json_open_message(struct pl_arena *arena, pl_str text,
                                        struct pl_json *root,
                                        struct pl_error *error);

/* One value of a text that is known to be right. */
struct pl_json_part {
    const char *path;
    pl_str text;
    size_t from; /* where the value stands */
    size_t to;
};
/* The value of a part as a root: nothing is checked, and all of it lives in the
 * arena; there is nothing to close. */
struct pl_json pl_json_open_part(struct pl_arena *arena,
                                 struct pl_json_part part);

/* Whether the text was known to be right, and so was not checked. */
bool pl_json_is_known(struct pl_json value);

/* Where a reader keeps what it made of a value, for the next time the value is
 * read while its file is open; NULL stands there at first. */
const void **pl_json_made(struct pl_json value);

enum pl_json_kind pl_json_kind(struct pl_json value);
const char *pl_json_kind_name(enum pl_json_kind kind);    /* "a string" */
struct pl_place pl_json_place(struct pl_json value);      /* where it begins */
struct pl_place pl_json_key_place(struct pl_json member); /* where its key is */

/* The value as it stands in the text, which it borrows; empty for nothing. */
pl_str pl_json_raw(struct pl_json value);

/* Members of an object or items of an array, in order; other kinds have none.
 */
size_t pl_json_count(struct pl_json value);
struct pl_json pl_json_first(struct pl_json value);
struct pl_json pl_json_next(struct pl_json item); /* nothing after the last */
pl_str pl_json_key(struct pl_json member);        /* of an object's member */

/* The member of that name, or nothing. */
struct pl_json pl_json_get(struct pl_json object, const char *key);

/* The number itself when it is a whole one of at most 2^53, else false. */
bool pl_json_integer(struct pl_json value, int64_t *out);

/* Readers of members. The plain ones fail when the member is absent, the
 * `_or` ones leave `*out` as it is then; all fail on another type. Strings are
 * copied to the arena. */
PL_MUST_CHECK bool pl_json_string(struct pl_arena *arena, struct pl_json object,
                                  const char *key, pl_str *out,
                                  struct pl_error *error);
PL_MUST_CHECK bool pl_json_string_or(struct pl_arena *arena,
                                     struct pl_json object, const char *key,
                                     pl_str *out, struct pl_error *error);
PL_MUST_CHECK bool pl_json_bool_or(struct pl_json object, const char *key,
                                   bool *out, struct pl_error *error);
/* A whole number of at least 0 and at most 2^31. */
PL_MUST_CHECK bool pl_json_size_or(struct pl_json object, const char *key,
                                   size_t *out, struct pl_error *error);
struct pl_json_strings {
    pl_str *items;
    size_t count;
};
/* An array of strings. */
PL_MUST_CHECK bool pl_json_strings_or(struct pl_arena *arena,
                                      struct pl_json object, const char *key,
                                      struct pl_json_strings *out,
                                      struct pl_error *error);
/* Fails at the first member whose key is not among `keys`, and for what is no
 * object; nothing at all has no wrong keys. */
PL_MUST_CHECK bool pl_json_only_keys(struct pl_json object,
                                     const char *const *keys, size_t count,
                                     struct pl_error *error);

/* A text: a string, or an array of strings, its lines, each of which gets its
 * line end. */
PL_MUST_CHECK bool pl_json_as_text(struct pl_arena *arena, struct pl_json value,
                                   pl_str *out, struct pl_error *error);

/* Where byte `offset` of such a text stands in the file. */
struct pl_place pl_json_place_in(struct pl_json text, size_t offset);

/* The string value itself, copied to the arena; fails on another type. */
PL_MUST_CHECK bool pl_json_as_string(struct pl_arena *arena,
                                     struct pl_json value, pl_str *out,
                                     struct pl_error *error);

#endif
