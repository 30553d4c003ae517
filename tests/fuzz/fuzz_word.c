/* Any bytes as a Word document or an OpenDocument text: read, numbered and
 * shown in both states, its fields judged; what is told of places is inside of
 * what was read. Bytes that are no zip file are the body of a document. */
#include "fuzz_support.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "text/odt/read.h"
#include "text/package/zip.h"
#include "text/word/field/fields.h"
#include "text/word/number/numbers.h"
#include "text/word/read/read.h"
#include "text/word/view/view.h"

static void require_pieces(const struct pl_word_file *word)
{
    for (uint32_t i = 0; i < word->paras_count; i++) {
        const struct pl_word_para *para = &word->paras[i];
        REQUIRE(para->story < word->stories_count);
        REQUIRE(para->first_piece <= para->piece_end);
        REQUIRE(para->piece_end <= word->pieces_count);
        REQUIRE(para->xml.start <= para->xml.end);
    }
    for (uint32_t i = 0; i < word->pieces_count; i++) {
        const struct pl_word_piece *piece = &word->pieces[i];
        REQUIRE(piece->run == PL_NONE || piece->run < word->runs_count);
        REQUIRE(piece->change == PL_NONE ||
                piece->change < word->changes_count);
        REQUIRE(piece->field == PL_NONE || piece->field < word->fields_count);
        REQUIRE(piece->link == PL_NONE || piece->link < word->links_count);
        REQUIRE(!piece->is_verbatim ||
                piece->xml.end - piece->xml.start == piece->text.len);
    }
}

static void require_places(const struct pl_word_file *word)
{
    for (uint32_t i = 0; i < word->stories_count; i++) {
        REQUIRE(word->stories[i].first_para <= word->stories[i].para_end);
        REQUIRE(word->stories[i].para_end <= word->paras_count);
        REQUIRE(word->stories[i].anchor == PL_NONE ||
                word->stories[i].anchor < word->paras_count);
    }
    for (uint32_t i = 0; i < word->fields_count; i++) {
        const struct pl_word_field *field = &word->fields[i];
        REQUIRE(field->first_para == PL_NONE ||
                (field->first_para < word->paras_count &&
                 field->last_para < word->paras_count &&
                 field->first_para <= field->last_para));
        REQUIRE(field->first_piece <= word->pieces_count);
        REQUIRE(field->piece_end <= word->pieces_count);
    }
    for (uint32_t i = 0; i < word->bookmarks_count; i++) {
        const struct pl_word_bookmark *mark = &word->bookmarks[i];
        REQUIRE(mark->first_para == PL_NONE ||
                mark->first_para <= mark->last_para);
        REQUIRE(mark->piece_end <= word->pieces_count);
    }
}

static void require_view(struct pl_arena *arena,
                         const struct pl_word_file *word,
                         enum pl_word_view_kind kind)
{
    const struct pl_word_view *view = pl_word_view_make(arena, word, kind);
    REQUIRE(pl_utf8_validate(view->text) == view->text.len);
    uint32_t before = 0;
    for (uint32_t i = 0; i < view->segment_count; i++) {
        REQUIRE(before <= view->segments[i].start);
        REQUIRE(view->segments[i].start <= view->text.len);
        before = view->segments[i].start;
    }
}

static void judge(struct pl_arena *arena, const struct pl_word_file *word,
                  enum pl_word_state state)
{
    const struct pl_word_label *labels = pl_word_labels(arena, word, state);
    for (uint32_t i = 0; i < word->paras_count; i++) {
        REQUIRE(pl_utf8_validate(labels[i].text) == labels[i].text.len);
        REQUIRE(labels[i].level < 9);
    }
    pl_word_fields_judge(arena, word, state, labels);
}

/* The body of a document, in a file that is otherwise as it should be. */
static pl_str wrap(struct pl_arena *arena, pl_str body)
{
    static const char empty[22] = {'P', 'K', 5, 6};
    static const pl_str relations = PL_STR(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/"
        "2006/relationships\"><Relationship Id=\"a\" Type=\"x/officeDocument\""
        " Target=\"w/d.xml\"/></Relationships>");
    struct pl_buf document = pl_buf_in(arena);
    pl_buf_add_text(&document,
                    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/"
                    "wordprocessingml/2006/main\" xmlns:mc=\"http://schemas."
                    "openxmlformats.org/markup-compatibility/2006\"><w:body>");
    pl_buf_add(&document, body);
    pl_buf_add_text(&document, "</w:body></w:document>");
    struct pl_zip_change changes[] = {
        {PL_STR("_rels/.rels"), relations},
        {PL_STR("w/d.xml"), pl_buf_str(&document)},
    };
    struct pl_zip *zip;
    struct pl_error error;
    struct pl_buf out = pl_buf_in(arena);
    REQUIRE(pl_zip_open(arena, "empty", (pl_str){empty, sizeof(empty)}, &zip,
                        &error));
    REQUIRE(pl_zip_write(zip, changes, 2, &out, &error));
    return pl_buf_str(&out);
}

/* The same of an OpenDocument text, whose elements begin so. */
static pl_str wrap_open_document(struct pl_arena *arena, pl_str body)
{
    struct pl_buf out = pl_buf_in(arena);
#define ODF "=\"urn:oasis:names:tc:opendocument:xmlns:"
    pl_buf_add_text(&out, "<office:document xmlns:office" ODF "office:1.0\""
                          " xmlns:text" ODF "text:1.0\" xmlns:table" ODF
                          "table:1.0\" xmlns:draw" ODF "drawing:1.0\""
                          " xmlns:style" ODF "style:1.0\"><office:body>"
                          "<office:text>");
    pl_buf_add(&out, body);
    pl_buf_add_text(&out, "</office:text></office:body></office:document>");
    return pl_buf_str(&out);
}

static bool read_any(struct pl_arena *arena, pl_str bytes,
                     const struct pl_word_file **word, struct pl_error *error)
{
    static const pl_str element = PL_STR("<text:");
    if (pl_str_starts(bytes, element)) {
        bytes = wrap_open_document(arena, bytes);
    } else if (!pl_zip_looks_like(bytes)) {
        bytes = wrap(arena, bytes);
    }
    return pl_odt_looks_like(bytes)
               ? pl_odt_read(arena, "fuzz.odt", bytes, word, error)
               : pl_word_read(arena, "fuzz.docx", bytes, word, error);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct pl_arena *arena = pl_arena_new();
    pl_str bytes = {(const char *)data, size};
    const struct pl_word_file *word;
    struct pl_error error;
    if (read_any(arena, bytes, &word, &error)) {
        require_pieces(word);
        require_places(word);
        judge(arena, word, PL_WORD_FINAL);
        judge(arena, word, PL_WORD_ORIGINAL);
        require_view(arena, word, PL_WORD_VIEW_FINAL);
        require_view(arena, word, PL_WORD_VIEW_ORIGINAL);
        require_view(arena, word, PL_WORD_VIEW_MARKUP);
    } else {
        REQUIRE(error.message[0] != '\0');
    }
    pl_arena_free(arena);
    return 0;
}
