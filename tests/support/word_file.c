#include "word_file.h"

#include "base/array.h"
#include "base/buf.h"
#include "base/vec.h"
#include "cmocka_wrap.h"
#include "text/package/zip.h"
#include "text/word/read/read.h"

#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006"
#define DRAWING "http://schemas.openxmlformats.org/drawingml/2006"
#define WORD "http://schemas.microsoft.com/office/word/"
#define WORD_TYPE \
    "application/vnd.openxmlformats-officedocument.wordprocessingml."
#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

static const char namespaces[] =
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    " xmlns:w14=\"" WORD "2010/wordml\" xmlns:w15=\"" WORD "2012/wordml\""
    " xmlns:r=\"" OFFICE "/relationships\""
    " xmlns:wp=\"" DRAWING "/wordprocessingDrawing\""
    " xmlns:wps=\"" WORD "2010/wordprocessingShape\""
    " xmlns:a=\"" DRAWING "/main\""
    " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
    " xmlns:v=\"urn:schemas-microsoft-com:vml\"";

struct part {
    const char *name; /* "styles": of the file, the type, and the relation */
    const char *root;
    const char *content; /* NULL: not there */
    const char *relation;
};

struct package {
    struct pl_arena *arena;
    PL_VEC(struct pl_zip_change) entries;
    struct pl_buf types;
    struct pl_buf relations;
};

static void add_entry(struct package *package, const char *name,
                      const char *data)
{
    *PL_VEC_PUSH(package->arena, &package->entries) =
        (struct pl_zip_change){pl_str_from(name), pl_str_from(data)};
}

static void add_part(struct package *package, const struct part *part,
                     bool is_main)
{
    struct pl_arena *arena = package->arena;
    add_entry(package, pl_arena_printf(arena, "word/%s.xml", part->name),
              pl_arena_printf(arena, XML "<%s%s>%s%s%s</%s>", part->root,
                              namespaces, is_main ? "<w:body>" : "",
                              part->content, is_main ? "</w:body>" : "",
                              part->root));
    pl_buf_addf(&package->types,
                "<Override PartName=\"/word/%s.xml\" ContentType=\"" WORD_TYPE
                "%s+xml\"/>",
                part->name, is_main ? "document.main" : part->name);
    if (!is_main) {
        pl_buf_addf(&package->relations,
                    "<Relationship Id=\"rId_%s\" Type=\"%s/%s\" "
                    "Target=\"%s.xml\"/>",
                    part->name, part->relation, part->name, part->name);
    }
}

static void add_lists(struct package *package, const char *more)
{
    struct pl_arena *arena = package->arena;
    static const char list[] =
        "<Relationships xmlns=\"" PACKAGE "/relationships\">";
    add_entry(package, "_rels/.rels",
              pl_arena_printf(arena,
                              XML "%s<Relationship Id=\"rId1\" Type=\"" OFFICE
                                  "/relationships/officeDocument\" "
                                  "Target=\"word/document.xml\"/>"
                                  "</Relationships>",
                              list));
    add_entry(package, "word/_rels/document.xml.rels",
              pl_arena_printf(arena, XML "%s%.*s%s</Relationships>", list,
                              PL_STR_ARG(pl_buf_str(&package->relations)),
                              more ? more : ""));
    package->entries.items[0].data = pl_str_from(pl_arena_printf(
        arena,
        XML "<Types xmlns=\"" PACKAGE "/content-types\">"
            "<Default Extension=\"rels\" ContentType=\"application/"
            "vnd.openxmlformats-package.relationships+xml\"/>"
            "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            "%.*s</Types>",
        PL_STR_ARG(pl_buf_str(&package->types))));
}

static pl_str zip_entries(struct package *package)
{
    static const char empty[22] = {'P', 'K', 5, 6};
    struct pl_zip *zip;
    struct pl_error error;
    struct pl_buf out = pl_buf_in(package->arena);
    if (!pl_zip_open(package->arena, "empty", (pl_str){empty, sizeof(empty)},
                     &zip, &error) ||
        !pl_zip_write(zip, package->entries.items, package->entries.len, &out,
                      &error)) {
        fail_msg("%s", error.message);
    }
    return pl_buf_str(&out);
}

pl_str word_file_make(struct pl_arena *arena, struct word_file_parts parts)
{
    static const char of_office[] = OFFICE "/relationships";
    static const char of_word[] =
        "http://schemas.microsoft.com/office/2011/relationships";
    const struct part list[] = {
        {"document", "w:document", parts.document, of_office},
        {"styles", "w:styles", parts.styles, of_office},
        {"numbering", "w:numbering", parts.numbering, of_office},
        {"settings", "w:settings", parts.settings, of_office},
        {"footnotes", "w:footnotes", parts.footnotes, of_office},
        {"endnotes", "w:endnotes", parts.endnotes, of_office},
        {"comments", "w:comments", parts.comments, of_office},
        {"commentsExtended", "w15:commentsEx", parts.comments_extended,
         of_word},
        {"header", "w:hdr", parts.header, of_office},
        {"footer", "w:ftr", parts.footer, of_office},
    };
    struct package package = {.arena = arena,
                              .types = pl_buf_in(arena),
                              .relations = pl_buf_in(arena)};
    add_entry(&package, "[Content_Types].xml", "");
    for (size_t i = 0; i < PL_COUNT(list); i++) {
        if (list[i].content) {
            add_part(&package, &list[i], i == 0);
        }
    }
    add_lists(&package, parts.relations);
    return zip_entries(&package);
}

const struct pl_word_file *word_file_read(struct pl_arena *arena,
                                          struct word_file_parts parts)
{
    const struct pl_word_file *word;
    struct pl_error error;
    if (!pl_word_read(arena, "plan.docx", word_file_make(arena, parts), &word,
                      &error)) {
        fail_msg("%s", error.message);
    }
    return word;
}
