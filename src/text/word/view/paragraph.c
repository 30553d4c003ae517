/* Paragraphs of a view: headings, numbered ones, any other. */
#include "base/array.h"
#include "base/chars.h"
#include "text/word/read/styles.h"
#include "text/word/view/viewer.h"

enum { MAX_LEVEL = 6, LONGEST_HEADING = 160, LONG_SENTENCE = 60 };

static bool is_visible(const struct pl_word_viewer *viewer, uint32_t index)
{
    const struct pl_word_piece *piece = &viewer->word->pieces[index];
    return !piece->is_hidden && pl_word_viewer_shows(viewer, piece->states);
}

static bool is_in_view(const struct pl_word_viewer *viewer, uint32_t para)
{
    return pl_word_viewer_shows(viewer, viewer->word->paras[para].row_states);
}

static bool is_same_place(const struct pl_word_para *a,
                          const struct pl_word_para *b)
{
    return a->story == b->story && a->table == b->table && a->row == b->row &&
           a->column == b->column;
}

struct pl_word_group pl_word_group_at(const struct pl_word_viewer *viewer,
                                      uint32_t first, uint32_t end)
{
    const struct pl_word_para *paras = viewer->word->paras;
    uint32_t last = first;
    while (!pl_word_viewer_shows(viewer, paras[last].mark_states) &&
           last + 1 < end && is_same_place(&paras[last], &paras[last + 1])) {
        last++;
    }
    return (struct pl_word_group){first, last + 1, last};
}

void pl_word_write_pieces(struct pl_word_viewer *viewer,
                          struct pl_word_group group)
{
    for (uint32_t i = group.first; i < group.end; i++) {
        const struct pl_word_para *para = &viewer->word->paras[i];
        for (uint32_t k = para->first_piece; k < para->piece_end; k++) {
            pl_word_write_piece(viewer, i, k);
        }
    }
}

pl_str pl_word_para_style(const struct pl_word_viewer *viewer, uint32_t para)
{
    const struct pl_word_para *it = &viewer->word->paras[para];
    return viewer->kind == PL_WORD_VIEW_ORIGINAL ? it->old_style : it->style;
}

/* A paragraph whose mark and all of whose text are hidden takes no room; it is
 * counted nevertheless. */
static bool hides_mark(const struct pl_word_viewer *viewer, uint32_t para)
{
    const struct pl_word_para *it = &viewer->word->paras[para];
    return it->mark_hiding == PL_WORD_HIDING_UNSAID
               ? pl_word_style_hides(viewer->word->styles,
                                     pl_word_para_style(viewer, para))
               : it->mark_hiding == PL_WORD_HIDDEN;
}

void pl_word_write_joined(struct pl_word_viewer *viewer, uint32_t first,
                          uint32_t end, const char *between)
{
    size_t start = viewer->text.len;
    for (uint32_t i = first; i < end;) {
        struct pl_word_group group = pl_word_group_at(viewer, i, end);
        size_t before = viewer->text.len;
        if (before > start) {
            pl_word_write_made(viewer, i, between);
        }
        size_t from = viewer->text.len;
        const struct pl_word_label *label = &viewer->labels[group.para];
        viewer->skips_blanks = true;
        if (label->text.len > 0) {
            pl_word_write_label(viewer, group.para, PL_NONE, label->text);
            pl_word_write_made(viewer, group.para, " ");
        }
        size_t content = viewer->text.len;
        pl_word_write_pieces(viewer, group);
        pl_word_end_content(viewer, group.para);
        if (viewer->text.len <= content &&
            (label->is_bullet || content == from ||
             hides_mark(viewer, group.para))) {
            pl_word_write_undo(viewer, before);
        }
        i = group.end;
    }
}

/* ----- headings ----- */

bool pl_word_is_title(const struct pl_word_viewer *viewer, uint32_t para)
{
    static const pl_str title = PL_STR("title");
    const struct pl_word_style *style = pl_word_style_of(
        viewer->word->styles, pl_word_para_style(viewer, para));
    return style && pl_str_eq_ignore_case(style->name, title);
}

/* What is quoted has numbers and words of its own. */
static bool is_quote(const struct pl_word_viewer *viewer, uint32_t para)
{
    static const pl_str part = PL_STR("uote");
    const struct pl_word_style *style = pl_word_style_of(
        viewer->word->styles, pl_word_para_style(viewer, para));
    return viewer->is_quoted[para] ||
           (style && pl_str_find(style->name, part, 0) != PL_NOWHERE);
}

/* A whole sentence is none, whatever its style: laws are written so. */
static bool reads_as_sentence(const struct pl_word_viewer *viewer,
                              uint32_t para)
{
    const struct pl_word_para *it = &viewer->word->paras[para];
    size_t len = 0;
    char last = '\0';
    for (uint32_t i = it->first_piece; i < it->piece_end; i++) {
        const struct pl_word_piece *piece = &viewer->word->pieces[i];
        if (is_visible(viewer, i) && piece->kind == PL_WORD_TEXT) {
            pl_str text = pl_str_trim(piece->text);
            len += piece->text.len;
            last = text.len > 0 ? text.data[text.len - 1] : last;
        }
    }
    bool goes_on = last == ';' || last == ':' || last == ',';
    return len > LONGEST_HEADING || goes_on ||
           (last == '.' && len > LONG_SENTENCE);
}

uint32_t pl_word_heading_level(const struct pl_word_viewer *viewer,
                               uint32_t para)
{
    struct pl_word_para it = viewer->word->paras[para];
    bool is_body = viewer->word->stories[it.story].kind == PL_WORD_BODY;
    if (!is_body || it.is_toc) {
        return 0;
    }
    if (viewer->has_title && pl_word_is_title(viewer, para)) {
        return 1;
    }
    it.style = pl_word_para_style(viewer, para);
    it.outline_level = viewer->kind == PL_WORD_VIEW_ORIGINAL
                           ? it.old_outline_level
                           : it.outline_level;
    uint32_t level = pl_word_outline_level(viewer->word->styles, &it);
    if (level > 8 || reads_as_sentence(viewer, para)) {
        return 0;
    }
    level += viewer->has_title ? 2 : 1;
    return level > MAX_LEVEL ? MAX_LEVEL : level;
}

/* ----- labels ----- */

/* "Figure 1", "Article 5": a word and its number, not a number alone. */
static bool is_worded(pl_str label)
{
    size_t letters = 0;
    for (size_t i = 0; i < label.len; i++) {
        char c = label.data[i];
        letters = pl_is_letter(c) || pl_is_wide(c) ? letters + 1 : 0;
        if (letters > 2 && i + 1 < label.len && label.data[i + 1] == ' ') {
            return true;
        }
    }
    return false;
}

static pl_str bullet_of(pl_str label)
{
    static const pl_str dashes[] = {PL_STR("-"), PL_STR("\xE2\x80\x93"),
                                    PL_STR("\xE2\x80\x94")};
    for (size_t i = 0; i < PL_COUNT(dashes); i++) {
        if (pl_str_eq(label, dashes[i])) {
            return label;
        }
    }
    return (pl_str)PL_STR("\xE2\x80\xA2");
}

static void write_label(struct pl_word_viewer *viewer, uint32_t para,
                        bool is_heading)
{
    const struct pl_word_label *label = &viewer->labels[para];
    pl_str text = pl_str_trim(label->text);
    if (text.len == 0 || (is_heading && label->is_bullet)) {
        return;
    }
    for (uint8_t i = 0; label->is_bullet && i < label->level; i++) {
        pl_word_write_made(viewer, para, "  ");
    }
    pl_word_write_label(viewer, para, PL_NONE,
                        label->is_bullet ? bullet_of(text) : text);
    pl_word_write_made(viewer, para,
                       is_heading || is_worded(text) ? " " : "\t");
}

/* ----- a paragraph ----- */

static void write_mark(struct pl_word_viewer *viewer, uint32_t para)
{
    uint8_t states = viewer->word->paras[para].mark_states;
    if (viewer->kind == PL_WORD_VIEW_MARKUP && states != PL_WORD_ALWAYS) {
        pl_word_write_made(viewer, para,
                           states == PL_WORD_FINAL ? "{++\xC2\xB6++}"
                                                   : "{--\xC2\xB6--}");
    }
}

/* What comes before the text: false when it stands without any, too. */
static bool write_opening(struct pl_word_viewer *viewer, uint32_t para,
                          uint32_t level)
{
    const struct pl_word_label *label = &viewer->labels[para];
    if (level > 0) {
        static const char signs[] = "######";
        pl_word_write_blank_line(viewer, para);
        pl_word_write_made(viewer, para, signs + MAX_LEVEL - level);
        pl_word_write_made(viewer, para, " ");
    }
    if (level == 0 && is_quote(viewer, para)) {
        pl_word_write_made(viewer, para, "> ");
    }
    write_label(viewer, para, level > 0);
    return level > 0 || label->text.len == 0 || label->is_bullet ||
           hides_mark(viewer, para);
}

void pl_word_write_paragraph(struct pl_word_viewer *viewer,
                             struct pl_word_group group)
{
    if (!is_in_view(viewer, group.para)) {
        return;
    }
    uint32_t level = pl_word_heading_level(viewer, group.para);
    pl_word_write_directives(viewer, group);
    size_t start = viewer->text.len;
    bool needs_text = write_opening(viewer, group.para, level);
    pl_word_begin_content(viewer,
                          level > 0 ? PL_WORD_LINE_HEADING : PL_WORD_LINE_TEXT);
    size_t content = viewer->text.len;
    pl_word_write_pieces(viewer, group);
    pl_word_end_content(viewer, group.para);
    bool is_empty = viewer->text.len <= content;
    if (!is_empty || !needs_text) {
        if (is_empty) {
            viewer->content = start; /* the blank after the number goes */
            pl_word_end_content(viewer, group.para);
        }
        write_mark(viewer, group.para);
        pl_word_write_comments(viewer, group.para, true);
        pl_word_write_line_end(viewer, group.para);
    } else {
        pl_word_write_undo(viewer, start);
        pl_word_write_comments(viewer, group.para, false);
    }
    pl_word_write_images(viewer, group.para);
    if (level > 0 && !is_empty) {
        pl_word_write_blank_line(viewer, group.para);
    }
    for (uint32_t i = group.first; i < group.end; i++) {
        pl_word_write_boxes(viewer, i);
    }
}
