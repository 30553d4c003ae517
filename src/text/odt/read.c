#include "text/odt/read.h"

#include "base/arena.h"
#include "text/odt/reader.h"
#include "text/package/zip.h"

enum { LOOKED_AT = 4096, LOOKED_AT_END = 64 * 1024 };

static bool has(pl_str text, const char *part)
{
    return pl_str_find(text, pl_str_from(part), 0) != PL_NOWHERE;
}

static bool is_flat(pl_str bytes)
{
    pl_str start = pl_str_slice(bytes, 0, LOOKED_AT);
    return !pl_zip_looks_like(bytes) && has(start, "<office:document") &&
           has(start, "opendocument:xmlns:office:1.0");
}

/* The type is to stand first in a package; else its directory tells. */
bool pl_odt_looks_like(pl_str bytes)
{
    enum { FIRST = 256 };
    if (!pl_zip_looks_like(bytes)) {
        return is_flat(bytes);
    }
    pl_str first = pl_str_slice(bytes, 0, FIRST);
    if (has(first, "application/vnd.oasis.opendocument")) {
        return has(first, "application/vnd.oasis.opendocument.text");
    }
    size_t size = bytes.len < LOOKED_AT_END ? bytes.len : LOOKED_AT_END;
    pl_str end = pl_str_slice(bytes, bytes.len - size, bytes.len);
    return has(end, "META-INF/manifest.xml") && has(end, "content.xml") &&
           !has(end, "[Content_Types].xml");
}

/* ----- the package ----- */

static bool refuse_encrypted(struct pl_arena *arena, struct pl_zip *zip,
                             struct pl_error *error)
{
    size_t entry = pl_zip_find(zip, (pl_str)PL_STR("META-INF/manifest.xml"));
    pl_str manifest;
    if (entry == PL_NOWHERE) {
        return true;
    }
    if (!pl_zip_read(arena, zip, entry, &manifest, error)) {
        return false;
    }
    if (has(manifest, "encryption-data")) {
        return PL_FAIL(error,
                       "%s: protected with a password; save it without one to "
                       "have it checked",
                       pl_zip_path(zip));
    }
    return true;
}

static bool read_styles(struct pl_odt_tree *tree, struct pl_zip *zip,
                        struct pl_error *error)
{
    size_t entry = pl_zip_find(zip, (pl_str)PL_STR("styles.xml"));
    return entry == PL_NOWHERE || pl_odt_tree_read(tree, zip, entry, error);
}

static bool read_content(struct pl_odt_tree *tree, struct pl_zip *zip,
                         struct pl_error *error)
{
    size_t entry = pl_zip_find(zip, (pl_str)PL_STR("content.xml"));
    if (entry == PL_NOWHERE) {
        return PL_FAIL(error, "%s: an OpenDocument file without content",
                       pl_zip_path(zip));
    }
    return pl_odt_tree_read(tree, zip, entry, error);
}

/* ----- stories ----- */

static void begin_story(struct pl_odt_reader *reader,
                        struct pl_odt_waiting waiting)
{
    reader->story = waiting.story;
    reader->is_margin = waiting.is_margin;
    reader->tree = reader->trees[waiting.is_margin];
    reader->is_hidden = waiting.is_hidden;
    reader->list = (struct pl_odt_list_place){.list = PL_NONE};
    reader->table = (struct pl_odt_table_place){
        .table = PL_NONE, .states = waiting.states, .change = waiting.change};
    reader->splice = (struct pl_odt_splice){false, PL_NONE};
    reader->para = PL_NONE;
    reader->link = PL_NONE;
    reader->field = PL_NONE;
    reader->open_count = 0;
    for (size_t i = 0; i < reader->open_regions.len; i++) {
        reader->regions.items[reader->open_regions.items[i]].is_open = false;
    }
    reader->open_regions.len = 0;
}

/* What a page has is shown at the paragraph that comes next. */
static void settle_anchors(struct pl_odt_reader *reader)
{
    const struct pl_word_draft *draft = reader->draft;
    uint32_t count = (uint32_t)draft->paras.len;
    for (size_t i = 0; i < draft->stories.len; i++) {
        uint32_t *anchor = &draft->stories.items[i].anchor;
        if (*anchor != PL_NONE && *anchor >= count) {
            *anchor = count > 0 ? count - 1 : PL_NONE;
        }
    }
}

static bool read_stories(struct pl_odt_reader *reader, uint32_t text,
                         struct pl_error *error)
{
    struct pl_word_draft *draft = reader->draft;
    *PL_VEC_PUSH(draft->arena, &draft->stories) =
        (struct pl_word_story){.kind = PL_WORD_BODY, .anchor = PL_NONE};
    *PL_VEC_PUSH(reader->arena, &reader->waiting) = (struct pl_odt_waiting){
        .node = text, .states = PL_WORD_ALWAYS, .change = PL_NONE};
    pl_odt_margins_wait(reader, text);
    for (size_t i = 0; i < reader->waiting.len; i++) {
        begin_story(reader, reader->waiting.items[i]);
        if (!pl_odt_read_blocks(reader, reader->waiting.items[i].node, error)) {
            return false;
        }
    }
    settle_anchors(reader);
    return true;
}

/* ----- the model ----- */

static const struct pl_word_label *labels_of(struct pl_odt_reader *reader,
                                             uint32_t lists,
                                             enum pl_word_state state)
{
    const struct pl_word_draft *draft = reader->draft;
    struct pl_odt_counting counting = {
        .styles = reader->styles,
        .paras = (uint32_t)draft->paras.len,
        .fields = (uint32_t)draft->fields.len,
        .lists = lists,
    };
    struct pl_odt_numbered *numbered =
        pl_arena_array(reader->arena, counting.paras + 1, sizeof(*numbered));
    pl_odt_join(reader, state, numbered);
    return pl_odt_lists_label(draft->arena, &counting, numbered);
}

static bool tracks_changes(const struct pl_odt_tree *tree)
{
    static const pl_str no = PL_STR("false");
    uint32_t count = (uint32_t)tree->nodes.len;
    uint32_t found = pl_odt_find(tree, 0, count, PL_ON_TRACKED_CHANGES);
    return found != PL_NONE &&
           !pl_str_eq(pl_odt_get(tree, found, PL_ON_AT_TRACK_CHANGES), no);
}

/* The trees may be one. */
struct content {
    const char *path;
    struct pl_odt_tree *text;
    struct pl_odt_tree *styles;
    struct pl_odt_styles *taken;
};

static void add_part(struct pl_word_draft *draft, const char *name,
                     const struct pl_odt_tree *tree)
{
    *PL_VEC_PUSH(draft->arena, &draft->parts) = (struct pl_word_part){
        .name = pl_str_from(name),
        .size = tree->nodes.len > 0 ? tree->nodes.items[0].xml.end : 0};
}

static struct pl_odt_reader reader_of(struct pl_arena *arena,
                                      const struct content *content)
{
    struct pl_odt_reader reader = {
        .arena = arena,
        .tree = content->text,
        .trees = {content->text, content->styles},
        .styles = content->taken,
        .draft = pl_word_draft_new(arena, content->path),
        .regions_by_id = pl_map_new(arena, 64),
        .deletion = PL_NONE,
        .bookmarks = pl_map_new(arena, 64),
        .comments = pl_map_new(arena, 16),
    };
    bool is_flat_file = content->styles == content->text;
    add_part(reader.draft, is_flat_file ? "" : "content.xml", content->text);
    if (!is_flat_file) {
        add_part(reader.draft, "styles.xml", content->styles);
    }
    return reader;
}

static struct pl_word_file *end_model(struct pl_odt_reader *reader,
                                      const struct content *content,
                                      uint32_t lists)
{
    const struct pl_word_label *final = labels_of(reader, lists, PL_WORD_FINAL);
    const struct pl_word_label *original =
        labels_of(reader, lists, PL_WORD_ORIGINAL);
    struct pl_word_file *made = pl_word_draft_end(reader->draft);
    made->labels[PL_WORD_FINAL] = final;
    made->labels[PL_WORD_ORIGINAL] = original;
    made->is_open_document = true;
    made->tracks_changes = tracks_changes(content->text);
    pl_odt_styles_end(content->taken, made);
    return made;
}

static bool read_text(struct pl_arena *arena, const struct content *content,
                      struct pl_word_file **word, struct pl_error *error)
{
    struct pl_odt_tree *tree = content->text;
    uint32_t count = (uint32_t)tree->nodes.len;
    uint32_t text = pl_odt_find(tree, 0, count, PL_ON_OFFICE_TEXT);
    if (text == PL_NONE) {
        return PL_FAIL(error, "%s: an OpenDocument file that is no text",
                       content->path);
    }
    if (content->styles != tree) {
        pl_odt_styles_take(content->taken, content->styles);
    }
    pl_odt_styles_take(content->taken, tree);
    struct pl_odt_reader reader = reader_of(arena, content);
    uint32_t lists =
        pl_odt_lists_number(tree, pl_odt_outline_name(content->taken));
    pl_odt_regions_take(&reader);
    if (!read_stories(&reader, text, error)) {
        return false;
    }
    *word = end_model(&reader, content, lists);
    return true;
}

static bool read_package(struct pl_arena *arena, const char *path, pl_str bytes,
                         struct pl_word_file **word, struct pl_error *error)
{
    struct pl_zip *zip;
    struct pl_odt_tree text = {.arena = arena};
    struct pl_odt_tree styles = {.arena = arena};
    struct content content = {path, &text, &styles, pl_odt_styles_new(arena)};
    if (!pl_zip_open(arena, path, bytes, &zip, error) ||
        !refuse_encrypted(arena, zip, error) ||
        !read_styles(&styles, zip, error) || !read_content(&text, zip, error) ||
        !read_text(arena, &content, word, error)) {
        return false;
    }
    pl_str signature = PL_STR("META-INF/documentsignatures.xml");
    (*word)->is_signed = pl_zip_find(zip, signature) != PL_NOWHERE;
    return true;
}

static bool read_flat(struct pl_arena *arena, const char *path, pl_str bytes,
                      struct pl_word_file **word, struct pl_error *error)
{
    struct pl_odt_tree tree = {.arena = arena};
    struct content content = {path, &tree, &tree, pl_odt_styles_new(arena)};
    return pl_odt_tree_read_flat(&tree, path, bytes, error) &&
           read_text(arena, &content, word, error);
}

bool pl_odt_read(struct pl_arena *arena, const char *path, pl_str bytes,
                 const struct pl_word_file **word, struct pl_error *error)
{
    struct pl_word_file *made;
    bool ok = pl_zip_looks_like(bytes)
                  ? read_package(arena, path, bytes, &made, error)
                  : read_flat(arena, path, bytes, &made, error);
    if (ok) {
        *word = made;
    }
    return ok;
}
