#include "text/word/read/read.h"

#include "base/arena.h"
#include "base/map.h"
#include "text/package/opc.h"
#include "text/package/xml.h"
#include "text/package/zip.h"
#include "text/word/number/numbers.h"
#include "text/word/read/draft.h"
#include "text/word/read/hidden.h"
#include "text/word/read/settings.h"
#include "text/word/read/styles.h"

struct reading {
    struct pl_arena *arena;
    struct pl_zip *zip;
    struct pl_word_draft *draft;
    struct pl_opc_relations relations; /* of the main part */
    struct pl_map *parts;              /* that were read */
};

/* The file is a container of Microsoft's before 2007: an old document, or a
 * new one that is locked with a password. */
static bool is_compound(pl_str bytes)
{
    static const pl_str magic = PL_STR("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    return pl_str_starts(bytes, magic);
}

bool pl_word_looks_like(pl_str bytes)
{
    enum { LOOKED_AT = 256 };
    static const pl_str open_document =
        PL_STR("application/vnd.oasis.opendocument");
    pl_str start = pl_str_slice(bytes, 0, LOOKED_AT);
    return (pl_zip_looks_like(bytes) &&
            pl_str_find(start, open_document, 0) == PL_NOWHERE) ||
           is_compound(bytes);
}

static bool has_name(pl_str bytes, const char *name)
{
    char wide[64];
    size_t len = 0;
    for (; name[len / 2]; len += 2) {
        wide[len] = name[len / 2];
        wide[len + 1] = '\0';
    }
    return pl_str_find(bytes, (pl_str){wide, len}, 0) != PL_NOWHERE;
}

static bool refuse_compound(const char *path, pl_str bytes,
                            struct pl_error *error)
{
    if (has_name(bytes, "EncryptedPackage")) {
        return PL_FAIL(error,
                       "%s: protected with a password; save it without "
                       "one to have it checked",
                       path);
    }
    return PL_FAIL(error,
                   "%s: a file of Word before 2007 (.doc); save it as "
                   ".docx to have it checked",
                   path);
}

/* Once, however often it is related. */
static bool read_text_part(struct reading *reading, pl_str part,
                           enum pl_word_story_kind kind, struct pl_error *error)
{
    size_t entry = pl_zip_find(reading->zip, part);
    struct pl_opc_relations relations;
    if (entry == PL_NOWHERE) {
        return true;
    }
    pl_str name = pl_zip_name(reading->zip, entry);
    if (pl_map_get(reading->parts, name) != PL_NONE) {
        return true;
    }
    pl_map_put(reading->parts, name, 0);
    return pl_opc_relations(reading->arena, reading->zip, part, &relations,
                            error) &&
           pl_word_read_part(reading->draft, reading->zip, entry, kind,
                             &relations, error);
}

static bool read_other_stories(struct reading *reading, struct pl_error *error)
{
    static const struct {
        pl_str type;
        enum pl_word_story_kind kind;
    } kinds[] = {
        {PL_STR("header"), PL_WORD_HEADER},
        {PL_STR("footer"), PL_WORD_FOOTER},
        {PL_STR("footnotes"), PL_WORD_FOOTNOTE},
        {PL_STR("endnotes"), PL_WORD_ENDNOTE},
        {PL_STR("comments"), PL_WORD_COMMENT},
    };
    for (size_t k = 0; k < sizeof(kinds) / sizeof(kinds[0]); k++) {
        for (size_t i = 0; i < reading->relations.count; i++) {
            const struct pl_opc_relation *it = &reading->relations.items[i];
            if (!it->is_external && pl_str_eq(it->type, kinds[k].type) &&
                !read_text_part(reading, it->target, kinds[k].kind, error)) {
                return false;
            }
        }
    }
    return true;
}

/* The name of the part of that type; empty: there is none. */
static pl_str part_of(const struct reading *reading, const char *type)
{
    const struct pl_opc_relation *found =
        pl_opc_relation_of(&reading->relations, type);
    bool is_there =
        found && pl_zip_find(reading->zip, found->target) != PL_NOWHERE;
    return is_there ? found->target : (pl_str){0};
}

static bool is_on_pages(const struct reading *reading,
                        const struct pl_word_file *word,
                        const struct pl_word_margin *margin)
{
    switch (margin->kind) {
    case PL_WORD_MARGIN_FIRST:
        return reading->draft->has_first_pages;
    case PL_WORD_MARGIN_EVEN:
        return word->has_even_pages;
    case PL_WORD_MARGIN_DEFAULT:
        break;
    }
    return true;
}

/* A header that no section refers to, or for pages that there are none of, is
 * in the file but not in the document. */
static void find_shown_margins(const struct reading *reading,
                               struct pl_word_file *word,
                               struct pl_word_story *stories)
{
    const struct pl_word_draft *draft = reading->draft;
    struct pl_map *shown = pl_map_new(reading->arena, 8);
    for (size_t i = 0; i < draft->margins.len; i++) {
        const struct pl_word_margin *margin = &draft->margins.items[i];
        const struct pl_opc_relation *relation =
            pl_opc_relation_by_id(&reading->relations, margin->relation);
        size_t entry =
            relation ? pl_zip_find(reading->zip, relation->target) : PL_NOWHERE;
        if (entry != PL_NOWHERE && is_on_pages(reading, word, margin)) {
            pl_map_put(shown, pl_zip_name(reading->zip, entry), 0);
        }
    }
    for (uint32_t i = 0; i < word->stories_count; i++) {
        pl_str part = word->parts[stories[i].part].name;
        stories[i].is_shown = pl_map_get(shown, part) != PL_NONE;
    }
}

static bool is_signed(struct reading *reading)
{
    static const pl_str signatures = PL_STR("_xmlsignatures/");
    for (size_t i = 0; i < pl_zip_count(reading->zip); i++) {
        if (pl_str_starts(pl_zip_name(reading->zip, i), signatures)) {
            return true;
        }
    }
    return false;
}

static bool read_facts(struct reading *reading, struct pl_word_file *word,
                       struct pl_error *error)
{
    struct pl_arena *arena = reading->arena;
    if (!pl_word_styles_read(arena, reading->zip, part_of(reading, "styles"),
                             &word->styles, error)) {
        return false;
    }
    word->language = pl_word_styles_defaults(word->styles)->language;
    return pl_word_numbers_read(arena, reading->zip,
                                part_of(reading, "numbering"), &word->numbers,
                                error) &&
           pl_word_settings_read(arena, reading->zip,
                                 part_of(reading, "settings"), word, error) &&
           pl_word_threads_read(arena, reading->zip,
                                part_of(reading, "commentsExtended"), word,
                                error);
}

static bool read_package(struct reading *reading,
                         const struct pl_word_file **word,
                         struct pl_error *error)
{
    pl_str main;
    if (!pl_opc_main_part(reading->arena, reading->zip, &main, error) ||
        !pl_opc_relations(reading->arena, reading->zip, main,
                          &reading->relations, error) ||
        !read_text_part(reading, main, PL_WORD_BODY, error) ||
        !read_other_stories(reading, error)) {
        return false;
    }
    struct pl_word_file *made = pl_word_draft_end(reading->draft);
    made->is_signed = is_signed(reading);
    *word = made;
    if (!read_facts(reading, made, error)) {
        return false;
    }
    find_shown_margins(reading, made, reading->draft->stories.items);
    pl_word_hide_by_styles(made, reading->draft->pieces.items);
    return true;
}

bool pl_word_read(struct pl_arena *arena, const char *path, pl_str bytes,
                  const struct pl_word_file **word, struct pl_error *error)
{
    if (is_compound(bytes)) {
        return refuse_compound(path, bytes, error);
    }
    struct reading reading = {.arena = arena,
                              .draft = pl_word_draft_new(arena, path),
                              .parts = pl_map_new(arena, 16)};
    return pl_zip_open(arena, path, bytes, &reading.zip, error) &&
           read_package(&reading, word, error);
}
