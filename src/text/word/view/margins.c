/* Headers and footers of a view: after all else, as quotations, because what
 * stands on every page is no part of the plan's structure. */
#include "base/arena.h"
#include "base/array.h"
#include "base/chars.h"
#include "base/map.h"
#include "text/word/field/instruction.h"
#include "text/word/view/viewer.h"

/* The number of a page, or the title that is above all on it: the file has what
 * was there when somebody last looked. */
static bool is_made_for_each_page(const struct pl_word_file *word,
                                  const struct pl_word_piece *piece)
{
    if (piece->field == PL_NONE) {
        return false;
    }
    pl_str text = word->fields[piece->field].instruction;
    enum pl_word_field_kind kind = pl_word_instruction_read(text).kind;
    return kind == PL_WORD_FIELD_PAGE || kind == PL_WORD_FIELD_PAGES ||
           kind == PL_WORD_FIELD_SECTION ||
           kind == PL_WORD_FIELD_SECTION_PAGES ||
           kind == PL_WORD_FIELD_STYLEREF;
}

bool pl_word_is_left_out(const struct pl_word_viewer *viewer,
                         const struct pl_word_piece *piece)
{
    return piece->is_hidden || !pl_word_viewer_shows(viewer, piece->states) ||
           (viewer->line == PL_WORD_LINE_MARGIN &&
            is_made_for_each_page(viewer->word, piece));
}

static bool is_letter(char c)
{
    return pl_is_letter(c) || pl_is_wide(c);
}

/* What stands around the number of a page. */
static bool counts_pages(pl_str word)
{
    static const pl_str words[] = {
        PL_STR("page"),
        PL_STR("pages"),
        PL_STR("of"),
        PL_STR("p"),
        PL_STR("pg"),
        PL_STR("sur"),
        PL_STR("de"),
        PL_STR("pag"),
        PL_STR("p\u00E1gina"),
        PL_STR("pagina"),
        PL_STR("seite"),
        PL_STR("von"),
        PL_STR("\u0421\u0442\u0440\u0430\u043D\u0438\u0446\u0430"),
        PL_STR("\u0441\u0442\u0440\u0430\u043D\u0438\u0446\u0430"),
        PL_STR("\u0441\u0442\u0440"),
        PL_STR("\u0438\u0437"),
        PL_STR("\u0635\u0641\u062D\u0629"),
        PL_STR("\u0627\u0644\u0635\u0641\u062D\u0629"),
        PL_STR("\u0645\u0646"),
        PL_STR("\u7B2C\u9875"),
        PL_STR("\u5171\u9875"),
        PL_STR("\u9875"),
        PL_STR("\u7B2C\u9875\u5171\u9875")};
    for (size_t i = 0; i < PL_COUNT(words); i++) {
        if (pl_str_eq_ignore_case(word, words[i])) {
            return true;
        }
    }
    return false;
}

/* Whether it has a word that does more than count pages. */
static bool says_something(pl_str text)
{
    for (size_t at = 0; at < text.len; at++) {
        size_t start = at;
        while (at < text.len && is_letter(text.data[at])) {
            at++;
        }
        if (at > start && !counts_pages(pl_str_slice(text, start, at))) {
            return true;
        }
    }
    return false;
}

/* A line; taken back when it only counts pages, or is there already. */
static void write_margin(struct pl_word_viewer *viewer, struct pl_map *written,
                         const struct pl_word_story *story)
{
    uint32_t para = story->first_para;
    if (para == story->para_end) {
        return;
    }
    size_t before = viewer->text.len;
    pl_word_write_blank_line(viewer, para);
    pl_word_write_made(viewer, para, "> ");
    pl_word_begin_content(viewer, PL_WORD_LINE_MARGIN);
    size_t content = viewer->content;
    pl_word_write_joined(viewer, para, story->para_end, " ");
    pl_str text =
        pl_str_slice(pl_buf_str(&viewer->text), content, viewer->text.len);
    viewer->images.len = 0; /* a logo */
    if (!says_something(text) || pl_map_get(written, text) != PL_NONE) {
        pl_word_write_undo(viewer, before);
        return;
    }
    pl_map_put(written, pl_arena_copy(viewer->arena, text), 0);
    pl_word_write_line_end(viewer, para);
}

static void write_boxes(struct pl_word_viewer *viewer, struct pl_map *written,
                        const struct pl_word_story *story)
{
    for (uint32_t para = story->first_para; para < story->para_end; para++) {
        uint32_t box = viewer->first_box[para];
        for (; box != PL_NONE; box = viewer->next_box[box]) {
            write_margin(viewer, written, &viewer->word->stories[box]);
        }
    }
}

void pl_word_write_margins(struct pl_word_viewer *viewer)
{
    struct pl_map *written = pl_map_new(viewer->arena, 8);
    for (uint32_t i = 0; i < viewer->word->stories_count; i++) {
        const struct pl_word_story *story = &viewer->word->stories[i];
        bool is_margin =
            story->kind == PL_WORD_HEADER || story->kind == PL_WORD_FOOTER;
        if (is_margin && story->is_shown) {
            write_margin(viewer, written, story);
            write_boxes(viewer, written, story);
        }
    }
}
