#include "text/word/sample/sample_parts.h"

#include <assert.h>

#include "base/array.h"
#include "base/buf.h"
#include "base/error.h"
#include "text/package/zip.h"

#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define W                                                                 \
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/" \
    "main\">"
#define RELATION(name)                                                   \
    "<Relationship Id=\"" name "\" Type=\"" OFFICE "relationships/" name \
    "\" Target=\"" name ".xml\"/>"

static const char types[] =
    "<Types xmlns=\"" PACKAGE "content-types\">"
    "<Default Extension=\"rels\" ContentType=\"application/"
    "vnd.openxmlformats-package.relationships+xml\"/>"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>";

static const char package_relations[] =
    "<Relationships xmlns=\"" PACKAGE "relationships\">"
    "<Relationship Id=\"main\" Type=\"" OFFICE
    "relationships/officeDocument\" Target=\"word/document.xml\"/>"
    "</Relationships>";

static const char relations[] =
    "<Relationships xmlns=\"" PACKAGE "relationships\">" RELATION("styles")
        RELATION("numbering") RELATION("comments")
            RELATION("footnotes") "</Relationships>";

#define HEADING(level)                                        \
    "<w:style w:type=\"paragraph\" w:styleId=\"Heading" level \
    "\"><w:name w:val=\"heading " level "\"/></w:style>"

static const char styles[] =
    "<w:styles" W HEADING("1") HEADING("2") HEADING("3") "</w:styles>";

#define LEVEL(level, format, text)                                 \
    "<w:lvl w:ilvl=\"" level "\"><w:start w:val=\"1\"/><w:numFmt " \
    "w:val=\"" format "\"/><w:lvlText w:val=\"" text "\"/></w:lvl>"

static const char numbering[] =
    "<w:numbering" W "<w:abstractNum w:abstractNumId=\"0\">"
    "<w:multiLevelType w:val=\"multilevel\"/>" LEVEL("0", "decimal", "%1.")
        LEVEL("1", "decimal", "%1.%2")
            LEVEL("2", "lowerLetter",
                  "(%3)") "</w:abstractNum><w:num "
                          "w:numId=\"1\"><w:abstractNumId w:val=\"0\"/>"
                          "</w:num></w:numbering>";

static pl_str wrap(struct pl_arena *arena, const char *before, pl_str content,
                   const char *after)
{
    struct pl_buf out = pl_buf_in(arena);
    pl_buf_add_text(&out, before);
    pl_buf_add(&out, content);
    pl_buf_add_text(&out, after);
    return pl_buf_str(&out);
}

pl_str pl_word_sample_pack(struct pl_arena *arena,
                           struct pl_word_sample_parts parts)
{
    static const char empty[22] = {'P', 'K', 5, 6};
    const struct pl_zip_change entries[] = {
        {PL_STR("[Content_Types].xml"), PL_STR(types)},
        {PL_STR("_rels/.rels"), PL_STR(package_relations)},
        {PL_STR("word/_rels/document.xml.rels"), PL_STR(relations)},
        {PL_STR("word/document.xml"),
         wrap(arena, "<w:document" W "<w:body>", parts.body,
              "</w:body></w:document>")},
        {PL_STR("word/styles.xml"), PL_STR(styles)},
        {PL_STR("word/numbering.xml"), PL_STR(numbering)},
        {PL_STR("word/comments.xml"),
         wrap(arena, "<w:comments" W, parts.comments, "</w:comments>")},
        {PL_STR("word/footnotes.xml"),
         wrap(arena, "<w:footnotes" W, parts.notes, "</w:footnotes>")},
    };
    struct pl_zip *zip = NULL;
    struct pl_error error;
    struct pl_buf out = pl_buf_in(arena);
    bool is_written =
        pl_zip_open(arena, "sample", (pl_str){empty, sizeof(empty)}, &zip,
                    &error) &&
        pl_zip_write(zip, entries, PL_COUNT(entries), &out, &error);
    assert(is_written);
    (void)is_written;
    return pl_buf_str(&out);
}
