#include "text/word/answer/splice.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"
#include "text/package/zip.h"

struct splice {
    struct pl_range range;
    uint32_t rank;
    uint32_t order; /* in which it was added */
    pl_str text;
};

struct pl_word_splice_part {
    struct pl_arena *arena;
    pl_str name;
    pl_str bytes;
    PL_VEC(struct splice) list;
};

struct pl_word_splices {
    struct pl_arena *arena;
    struct pl_zip *zip;
    PL_VEC(struct pl_word_splice_part *) parts;
    PL_VEC(struct pl_zip_change) changes;
};

struct pl_word_splices *pl_word_splices_new(struct pl_arena *arena,
                                            struct pl_zip *zip)
{
    struct pl_word_splices *splices = pl_arena_alloc(arena, sizeof(*splices));
    splices->arena = arena;
    splices->zip = zip;
    return splices;
}

/* ----- parts ----- */

/* The encoding that the declaration of a part names; empty: none. */
static pl_str declared_encoding(pl_str bytes)
{
    static const pl_str start = PL_STR("<?xml");
    static const pl_str name = PL_STR("encoding");
    size_t end = pl_str_find_char(bytes, '>', 0);
    if (!pl_str_starts(bytes, start) || end == PL_NOWHERE) {
        return (pl_str){0};
    }
    pl_str declaration = pl_str_slice(bytes, 0, end);
    size_t at = pl_str_find(declaration, name, 0);
    if (at == PL_NOWHERE) {
        return (pl_str){0};
    }
    pl_str rest = pl_str_slice(declaration, at + name.len, declaration.len);
    char quote = pl_str_find_char(rest, '"', 0) == PL_NOWHERE ? '\'' : '"';
    pl_str_split(&rest, quote);
    return pl_str_split(&rest, quote);
}

static bool is_utf8(pl_str bytes)
{
    static const pl_str mark = PL_STR("\xEF\xBB\xBF");
    if (pl_str_starts(bytes, mark)) {
        bytes = pl_str_slice(bytes, mark.len, bytes.len);
    }
    if (bytes.len < 2 || bytes.data[0] != '<' || bytes.data[1] == '\0') {
        return false;
    }
    pl_str encoding = declared_encoding(bytes);
    return encoding.len == 0 ||
           pl_str_eq_ignore_case(encoding, (pl_str)PL_STR("utf-8")) ||
           pl_str_eq_ignore_case(encoding, (pl_str)PL_STR("us-ascii"));
}

static struct pl_word_splice_part *find(const struct pl_word_splices *splices,
                                        pl_str name)
{
    for (size_t i = 0; i < splices->parts.len; i++) {
        if (pl_str_eq(splices->parts.items[i]->name, name)) {
            return splices->parts.items[i];
        }
    }
    return NULL;
}

bool pl_word_splices_part(struct pl_word_splices *splices, pl_str name,
                          struct pl_word_splice_part **part,
                          struct pl_error *error)
{
    *part = find(splices, name);
    if (*part) {
        return true;
    }
    struct pl_zip *zip = splices->zip;
    size_t entry = pl_zip_find(zip, name);
    if (entry == PL_NOWHERE) {
        return PL_FAIL(error, "%s: has no %.*s", pl_zip_path(zip),
                       PL_STR_ARG(name));
    }
    struct pl_word_splice_part *made =
        pl_arena_alloc(splices->arena, sizeof(*made));
    made->arena = splices->arena;
    made->name = pl_arena_copy(splices->arena, name);
    if (!pl_zip_read(splices->arena, zip, entry, &made->bytes, error)) {
        return false;
    }
    if (!is_utf8(made->bytes)) {
        return PL_FAIL(error,
                       "%s: %.*s is not in UTF-8, so nothing is written to it",
                       pl_zip_path(zip), PL_STR_ARG(name));
    }
    *PL_VEC_PUSH(splices->arena, &splices->parts) = made;
    *part = made;
    return true;
}

pl_str pl_word_splice_bytes(const struct pl_word_splice_part *part)
{
    return part->bytes;
}

void pl_word_splices_add(struct pl_word_splices *splices, pl_str name,
                         pl_str bytes)
{
    *PL_VEC_PUSH(splices->arena, &splices->changes) =
        (struct pl_zip_change){name, bytes};
}

/* ----- splices ----- */

void pl_word_splice(struct pl_word_splice_part *part, struct pl_range range,
                    uint32_t rank, pl_str text)
{
    *PL_VEC_PUSH(part->arena, &part->list) =
        (struct splice){range, rank, (uint32_t)part->list.len, text};
}

static int compare_numbers(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

static int by_place(const void *a, const void *b)
{
    const struct splice *first = a;
    const struct splice *second = b;
    int order = compare_numbers(first->range.start, second->range.start);
    order = order ? order : compare_numbers(first->rank, second->rank);
    return order ? order : compare_numbers(first->order, second->order);
}

static bool is_same(const struct splice *a, const struct splice *b)
{
    return a->range.start == b->range.start && a->range.end == b->range.end &&
           a->rank == b->rank && pl_str_eq(a->text, b->text);
}

static pl_str apply(struct pl_word_splice_part *part)
{
    struct pl_buf out = pl_buf_in(part->arena);
    const struct splice *before = NULL;
    uint32_t at = 0;
    qsort(part->list.items, part->list.len, sizeof(struct splice), by_place);
    for (size_t i = 0; i < part->list.len; i++) {
        const struct splice *it = &part->list.items[i];
        if (it->range.start < at || (before && is_same(before, it))) {
            continue;
        }
        pl_buf_add(&out, pl_str_slice(part->bytes, at, it->range.start));
        pl_buf_add(&out, it->text);
        at = it->range.end;
        before = it;
    }
    pl_buf_add(&out, pl_str_slice(part->bytes, at, part->bytes.len));
    return pl_buf_str(&out);
}

bool pl_word_splices_write(struct pl_word_splices *splices, struct pl_buf *out,
                           struct pl_error *error)
{
    for (size_t i = 0; i < splices->parts.len; i++) {
        struct pl_word_splice_part *part = splices->parts.items[i];
        if (part->list.len > 0) {
            pl_word_splices_add(splices, part->name, apply(part));
        }
    }
    return pl_zip_write(splices->zip, splices->changes.items,
                        splices->changes.len, out, error);
}
