#include "text/word/answer/comment_part.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/markup.h"
#include "base/range.h"
#include "text/package/opc.h"
#include "text/package/xml.h"
#include "text/package/zip.h"
#include "text/word/answer/cut.h"
#include "text/word/answer/marks.h"
#include "text/word/answer/splice.h"

#define WORD "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define STRICT_WORD "http://purl.oclc.org/ooxml/wordprocessingml/main"
#define RELATION                                                          \
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
    "/comments"
#define STRICT_RELATION \
    "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
#define CONTENT                                                       \
    "application/vnd.openxmlformats-officedocument.wordprocessingml." \
    "comments+xml"
#define DECLARATION \
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

struct adding {
    struct pl_arena *arena;
    struct pl_zip *zip;
    struct pl_word_splices *splices;
    const struct pl_word_new_comments *comments;
    pl_str main; /* name of the main part */
    bool is_strict;
};

/* ----- the end of a root element ----- */

struct root {
    uint32_t depth;
    struct pl_range start; /* its tags */
    struct pl_range end;
};

static bool on_start(void *context, const struct pl_xml_element *element,
                     struct pl_error *error)
{
    struct root *root = context;
    (void)error;
    if (root->depth++ == 0) {
        root->start = element->tag;
    }
    return true;
}

static bool on_end(void *context, uint16_t name, struct pl_range tag,
                   struct pl_error *error)
{
    struct root *root = context;
    (void)name;
    (void)error;
    if (--root->depth == 0) {
        root->end = tag;
    }
    return true;
}

static bool find_root(struct pl_zip *zip, pl_str part, struct root *root,
                      struct pl_error *error)
{
    struct pl_xml_reader reader = {
        .start = on_start, .end = on_end, .context = root};
    *root = (struct root){0};
    return pl_opc_read_part(zip, pl_zip_find(zip, part), &reader, error);
}

static pl_str tag_name(pl_str bytes, struct pl_range tag)
{
    size_t end = (size_t)tag.start + 1;
    while (end < tag.end && !pl_is_space(bytes.data[end]) &&
           bytes.data[end] != '/' && bytes.data[end] != '>') {
        end++;
    }
    return pl_str_slice(bytes, (size_t)tag.start + 1, end);
}

/* Puts elements behind all others of a root, which may be an empty element. */
static void append(struct adding *adding, struct pl_word_splice_part *part,
                   const struct root *root, pl_str elements)
{
    pl_str bytes = pl_word_splice_bytes(part);
    bool is_empty = bytes.data[root->start.end - 2] == '/';
    if (!is_empty) {
        struct pl_range place = {root->end.start, root->end.start};
        pl_word_splice(part, place, 0, elements);
        return;
    }
    struct pl_buf out = pl_buf_in(adding->arena);
    pl_str name = tag_name(bytes, root->start);
    pl_buf_addf(&out, ">%.*s</%.*s>", PL_STR_ARG(elements), PL_STR_ARG(name));
    struct pl_range slash = {root->start.end - 2, root->start.end};
    pl_word_splice(part, slash, 0, pl_buf_str(&out));
}

/* `open` and its prefix are those of the root. */
static bool append_element(struct adding *adding, pl_str part_name,
                           const char *element, struct pl_error *error)
{
    struct pl_word_splice_part *part;
    struct root root;
    if (!pl_word_splices_part(adding->splices, part_name, &part, error) ||
        !find_root(adding->zip, part_name, &root, error)) {
        return false;
    }
    pl_str prefix =
        pl_word_prefix_at(pl_word_splice_bytes(part), root.start.start);
    append(adding, part, &root,
           pl_str_from(pl_arena_printf(adding->arena, "<%.*s%s/>",
                                       PL_STR_ARG(prefix), element)));
    return true;
}

/* ----- comments ----- */

static void add_comment(struct adding *adding, struct pl_buf *out, pl_str p,
                        const struct pl_word_new_comment *comment)
{
    const char *declaration = p.len > 0           ? ""
                              : adding->is_strict ? " xmlns:w=\"" STRICT_WORD
                                                    "\""
                                                  : " xmlns:w=\"" WORD "\"";
    p = p.len > 0 ? p : (pl_str)PL_STR("w:");
    pl_str date = adding->comments->date;
    pl_buf_addf(out, "<%.*scomment%s %.*sid=\"%u\" %.*sauthor=\"%s\"",
                PL_STR_ARG(p), declaration, PL_STR_ARG(p), comment->id,
                PL_STR_ARG(p), PL_WORD_AUTHOR);
    if (date.len > 0) {
        pl_buf_addf(out, " %.*sdate=\"%.*s\"", PL_STR_ARG(p), PL_STR_ARG(date));
    }
    pl_buf_addf(out, " %.*sinitials=\"pl\">", PL_STR_ARG(p));
    pl_str rest = comment->text;
    do {
        pl_str line = pl_str_split(&rest, '\n');
        pl_buf_addf(out, "<%.*sp><%.*sr><%.*st xml:space=\"preserve\">",
                    PL_STR_ARG(p), PL_STR_ARG(p), PL_STR_ARG(p));
        pl_markup_add_escaped(out, line);
        pl_buf_addf(out, "</%.*st></%.*sr></%.*sp>", PL_STR_ARG(p),
                    PL_STR_ARG(p), PL_STR_ARG(p));
    } while (rest.len > 0);
    pl_buf_addf(out, "</%.*scomment>", PL_STR_ARG(p));
}

static pl_str all_comments(struct adding *adding, pl_str prefix)
{
    struct pl_buf out = pl_buf_in(adding->arena);
    for (size_t i = 0; i < adding->comments->count; i++) {
        add_comment(adding, &out, prefix, &adding->comments->items[i]);
    }
    return pl_buf_str(&out);
}

static bool append_comments(struct adding *adding, pl_str name,
                            struct pl_error *error)
{
    struct pl_word_splice_part *part;
    struct root root;
    if (!pl_word_splices_part(adding->splices, name, &part, error) ||
        !find_root(adding->zip, name, &root, error)) {
        return false;
    }
    pl_str prefix =
        pl_word_prefix_at(pl_word_splice_bytes(part), root.start.start);
    append(adding, part, &root, all_comments(adding, prefix));
    return true;
}

/* ----- a part that is not there yet ----- */

static pl_str folder_of(pl_str part)
{
    size_t end = part.len;
    while (end > 0 && part.data[end - 1] != '/') {
        end--;
    }
    return pl_str_slice(part, 0, end);
}

/* A name beside the main part that nothing has. */
static pl_str free_name(struct adding *adding)
{
    pl_str folder = folder_of(adding->main);
    const char *name = "comments.xml";
    for (unsigned i = 2;; i++) {
        pl_str whole = pl_str_from(
            pl_arena_printf(adding->arena, "%.*s%s", PL_STR_ARG(folder), name));
        if (pl_zip_find(adding->zip, whole) == PL_NOWHERE) {
            return whole;
        }
        name = pl_arena_printf(adding->arena, "comments%u.xml", i);
    }
}

static const char *free_id(struct adding *adding,
                           const struct pl_opc_relations *relations)
{
    for (size_t i = relations->count + 1;; i++) {
        const char *id = pl_arena_printf(adding->arena, "rId%zu", i);
        if (!pl_opc_relation_by_id(relations, pl_str_from(id))) {
            return id;
        }
    }
}

static bool relate(struct adding *adding,
                   const struct pl_opc_relations *relations, pl_str name,
                   struct pl_error *error)
{
    pl_str folder = folder_of(adding->main);
    pl_str file = pl_str_slice(adding->main, folder.len, adding->main.len);
    pl_str target = pl_str_slice(name, folder.len, name.len);
    pl_str list =
        pl_str_from(pl_arena_printf(adding->arena, "%.*s_rels/%.*s.rels",
                                    PL_STR_ARG(folder), PL_STR_ARG(file)));
    const char *element = pl_arena_printf(
        adding->arena, "Relationship Id=\"%s\" Type=\"%s\" Target=\"%.*s\"",
        free_id(adding, relations),
        adding->is_strict ? STRICT_RELATION : RELATION, PL_STR_ARG(target));
    if (pl_zip_find(adding->zip, list) != PL_NOWHERE) {
        return append_element(adding, list, element, error);
    }
    pl_word_splices_add(
        adding->splices, list,
        pl_str_from(pl_arena_printf(
            adding->arena,
            DECLARATION "<Relationships xmlns=\"http://schemas.openxmlformats."
                        "org/package/2006/relationships\"><%s/>"
                        "</Relationships>",
            element)));
    return true;
}

static bool make_part(struct adding *adding, pl_str name,
                      struct pl_error *error)
{
    static const pl_str types = PL_STR("[Content_Types].xml");
    struct pl_buf out = pl_buf_in(adding->arena);
    pl_buf_addf(&out, DECLARATION "<w:comments xmlns:w=\"%s\">",
                adding->is_strict ? STRICT_WORD : WORD);
    pl_buf_add(&out, all_comments(adding, (pl_str)PL_STR("w:")));
    pl_buf_add_text(&out, "</w:comments>");
    pl_word_splices_add(adding->splices, name, pl_buf_str(&out));
    return append_element(adding, types,
                          pl_arena_printf(adding->arena,
                                          "Override PartName=\"/%.*s\" "
                                          "ContentType=\"" CONTENT "\"",
                                          PL_STR_ARG(name)),
                          error);
}

static bool is_strict(struct adding *adding, bool *strict,
                      struct pl_error *error)
{
    struct pl_word_splice_part *part;
    struct root root;
    if (!pl_word_splices_part(adding->splices, adding->main, &part, error) ||
        !find_root(adding->zip, adding->main, &root, error)) {
        return false;
    }
    pl_str tag = pl_range_text(pl_word_splice_bytes(part), root.start);
    *strict = pl_str_find(tag, (pl_str)PL_STR(STRICT_WORD), 0) != PL_NOWHERE;
    return true;
}

static bool add(struct adding *adding, struct pl_error *error)
{
    struct pl_opc_relations relations;
    if (!pl_opc_relations(adding->arena, adding->zip, adding->main, &relations,
                          error) ||
        !is_strict(adding, &adding->is_strict, error)) {
        return false;
    }
    const struct pl_opc_relation *found =
        pl_opc_relation_of(&relations, "comments");
    if (found && pl_zip_find(adding->zip, found->target) != PL_NOWHERE) {
        return append_comments(adding, found->target, error);
    }
    pl_str name = found ? found->target : free_name(adding);
    return make_part(adding, name, error) &&
           (found || relate(adding, &relations, name, error));
}

bool pl_word_comments_add(struct pl_arena *arena, struct pl_zip *zip,
                          struct pl_word_splices *splices,
                          const struct pl_word_new_comments *comments,
                          struct pl_error *error)
{
    struct adding adding = {
        .arena = arena, .zip = zip, .splices = splices, .comments = comments};
    return comments->count == 0 ||
           (pl_opc_main_part(arena, zip, &adding.main, error) &&
            add(&adding, error));
}
