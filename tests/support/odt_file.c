#include "odt_file.h"

#include "base/buf.h"
#include "cmocka_wrap.h"
#include "text/odt/read.h"
#include "text/package/zip.h"

#define ODF "urn:oasis:names:tc:opendocument:xmlns:"
#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

static const char namespaces[] =
    " xmlns:office=\"" ODF "office:1.0\" xmlns:text=\"" ODF "text:1.0\""
    " xmlns:table=\"" ODF "table:1.0\" xmlns:draw=\"" ODF "drawing:1.0\""
    " xmlns:style=\"" ODF "style:1.0\" xmlns:svg=\"" ODF "svg-compatible:1.0\""
    " xmlns:fo=\"" ODF "xsl-fo-compatible:1.0\""
    " xmlns:xlink=\"http://www.w3.org/1999/xlink\""
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
    " xmlns:loext=\"urn:org:documentfoundation:names:experimental:office:"
    "xmlns:loext:1.0\"";

static const char *or_empty(const char *text)
{
    return text ? text : "";
}

static const char *body_of(struct pl_arena *arena, struct odt_file_parts parts)
{
    return pl_arena_printf(arena,
                           "<office:automatic-styles>%s"
                           "</office:automatic-styles><office:body>"
                           "<office:text>%s</office:text></office:body>",
                           or_empty(parts.automatic), or_empty(parts.text));
}

/* The directory of an empty zip file, which entries are added to. */
static pl_str pack(struct pl_arena *arena, const struct pl_zip_change *entries,
                   size_t count)
{
    static const char empty[22] = {'P', 'K', 5, 6};
    struct pl_zip *zip;
    struct pl_error error;
    struct pl_buf out = pl_buf_in(arena);
    assert_true(pl_zip_open(arena, "empty", (pl_str){empty, sizeof(empty)},
                            &zip, &error));
    assert_true(pl_zip_write(zip, entries, count, &out, &error));
    return pl_buf_str(&out);
}

pl_str odt_file_make(struct pl_arena *arena, struct odt_file_parts parts)
{
    const char *content = pl_arena_printf(
        arena, XML "<office:document-content%s>%s</office:document-content>",
        namespaces, body_of(arena, parts));
    const char *styles = pl_arena_printf(
        arena,
        XML "<office:document-styles%s><office:styles>%s</office:styles>"
            "<office:master-styles>%s</office:master-styles>"
            "</office:document-styles>",
        namespaces, or_empty(parts.styles), or_empty(parts.pages));
    const char *manifest =
        pl_arena_printf(arena,
                        XML "<manifest:manifest xmlns:manifest=\"" ODF
                            "manifest:1.0\">%s</manifest:manifest>",
                        or_empty(parts.manifest));
    struct pl_zip_change entries[] = {
        {PL_STR("mimetype"), PL_STR("application/vnd.oasis.opendocument.text")},
        {PL_STR("content.xml"), pl_str_from(content)},
        {PL_STR("styles.xml"), pl_str_from(styles)},
        {PL_STR("META-INF/manifest.xml"), pl_str_from(manifest)},
    };
    return pack(arena, entries, sizeof(entries) / sizeof(entries[0]));
}

pl_str odt_file_make_flat(struct pl_arena *arena, struct odt_file_parts parts)
{
    return pl_str_from(pl_arena_printf(
        arena,
        XML "<office:document%s office:mimetype=\"application/vnd.oasis."
            "opendocument.text\"><office:styles>%s</office:styles>%s"
            "</office:document>",
        namespaces, or_empty(parts.styles), body_of(arena, parts)));
}

const struct pl_word_file *odt_file_read(struct pl_arena *arena,
                                         struct odt_file_parts parts)
{
    const struct pl_word_file *word = NULL;
    struct pl_error error;
    if (!pl_odt_read(arena, "plan.odt", odt_file_make(arena, parts), &word,
                     &error)) {
        fail_msg("%s", error.message);
    }
    return word;
}
