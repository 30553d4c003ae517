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

static bool read_styles(struct pl_odt_styles *styles, struct pl_arena *arena,
                        struct pl_zip *zip, struct pl_error *error)
{
    size_t entry = pl_zip_find(zip, (pl_str)PL_STR("styles.xml"));
    struct pl_odt_tree tree = {.arena = arena};
    if (entry == PL_NOWHERE) {
        return true;
    }
    if (!pl_odt_tree_read(&tree, zip, entry, error)) {
        return false;
    }
    pl_odt_styles_take(styles, &tree);
    return true;
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
    reader->is_hidden = waiting.is_hidden;
    reader->list = (struct pl_odt_list_place){.list = PL_NONE};
    reader->table = (struct pl_odt_table_place){
        .table = PL_NONE, .states = waiting.states, .change = waiting.change};
    reader->splice = (struct pl_odt_splice){false, PL_NONE};
    reader->para = PL_NONE;
    reader->link = PL_NONE;
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
    *PL_VEC_PUSH(draft->arena, &draft->stories) = (struct pl_word_story){
        .kind = PL_WORD_BODY, .part = reader->part, .anchor = PL_NONE};
    *PL_VEC_PUSH(reader->arena, &reader->waiting) = (struct pl_odt_waiting){
        .node = text, .states = PL_WORD_ALWAYS, .change = PL_NONE};
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
    uint32_t count = (uint32_t)reader->draft->paras.len;
    struct pl_odt_numbered *numbered =
        pl_arena_array(reader->arena, count + 1, sizeof(*numbered));
    pl_odt_join(reader, state, numbered);
    return pl_odt_lists_label(reader->draft->arena, reader->styles, numbered,
                              count, lists);
}

static bool tracks_changes(const struct pl_odt_tree *tree)
{
    static const pl_str no = PL_STR("false");
    uint32_t count = (uint32_t)tree->nodes.len;
    uint32_t found = pl_odt_find(tree, 0, count, PL_ON_TRACKED_CHANGES);
    return found != PL_NONE &&
           !pl_str_eq(pl_odt_get(tree, found, PL_ON_AT_TRACK_CHANGES), no);
}

struct content {
    const char *path;
    const char *part; /* its name */
    struct pl_odt_tree *tree;
    struct pl_odt_styles *styles;
};

static bool read_text(struct pl_arena *arena, const struct content *content,
                      struct pl_word_file **word, struct pl_error *error)
{
    struct pl_odt_tree *tree = content->tree;
    uint32_t count = (uint32_t)tree->nodes.len;
    uint32_t text = pl_odt_find(tree, 0, count, PL_ON_OFFICE_TEXT);
    if (text == PL_NONE) {
        return PL_FAIL(error, "%s: an OpenDocument file that is no text",
                       content->path);
    }
    struct pl_odt_reader reader = {
        .arena = tree->arena,
        .tree = tree,
        .styles = content->styles,
        .draft = pl_word_draft_new(arena, content->path),
        .regions_by_id = pl_map_new(tree->arena, 64),
        .deletion = PL_NONE,
        .bookmarks = pl_map_new(tree->arena, 64),
        .comments = pl_map_new(tree->arena, 16),
    };
    *PL_VEC_PUSH(arena, &reader.draft->parts) =
        (struct pl_word_part){.name = pl_str_from(content->part),
                              .size = tree->nodes.items[0].xml.end};
    uint32_t lists =
        pl_odt_lists_number(tree, pl_odt_outline_name(content->styles));
    pl_odt_regions_take(&reader);
    if (!read_stories(&reader, text, error)) {
        return false;
    }
    const struct pl_word_label *final =
        labels_of(&reader, lists, PL_WORD_FINAL);
    const struct pl_word_label *original =
        labels_of(&reader, lists, PL_WORD_ORIGINAL);
    struct pl_word_file *made = pl_word_draft_end(reader.draft);
    made->labels[PL_WORD_FINAL] = final;
    made->labels[PL_WORD_ORIGINAL] = original;
    made->is_open_document = true;
    made->tracks_changes = tracks_changes(tree);
    pl_odt_styles_end(content->styles, made);
    *word = made;
    return true;
}

static bool read_package(struct pl_arena *arena, const char *path, pl_str bytes,
                         struct pl_word_file **word, struct pl_error *error)
{
    struct pl_zip *zip;
    struct pl_odt_tree tree = {.arena = arena};
    struct content content = {path, "content.xml", &tree,
                              pl_odt_styles_new(arena)};
    if (!pl_zip_open(arena, path, bytes, &zip, error) ||
        !refuse_encrypted(arena, zip, error) ||
        !read_styles(content.styles, arena, zip, error) ||
        !read_content(&tree, zip, error)) {
        return false;
    }
    pl_odt_styles_take(content.styles, &tree);
    if (!read_text(arena, &content, word, error)) {
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
    struct content content = {path, "", &tree, pl_odt_styles_new(arena)};
    if (!pl_odt_tree_read_flat(&tree, path, bytes, error)) {
        return false;
    }
    pl_odt_styles_take(content.styles, &tree);
    return read_text(arena, &content, word, error);
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
