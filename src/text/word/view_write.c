/* Text of a view, each byte with its origin. */
#include "base/chars.h"
#include "text/word/viewer.h"

bool pl_word_viewer_shows(const struct pl_word_viewer *viewer, uint8_t states)
{
    return viewer->kind == PL_WORD_VIEW_MARKUP || (states & viewer->states);
}

static bool goes_on(const struct pl_word_viewer *viewer,
                    const struct pl_word_segment *last,
                    const struct pl_word_segment *next)
{
    bool is_same = last->kind == next->kind && last->para == next->para &&
                   last->piece == next->piece;
    return is_same &&
           (next->kind != PL_WORD_FROM_PIECE ||
            last->offset + (viewer->text.len - last->start) == next->offset);
}

static void begin_segment(struct pl_word_viewer *viewer,
                          struct pl_word_segment next)
{
    size_t count = viewer->segments.len;
    next.start = (uint32_t)viewer->text.len;
    if (count > 0 &&
        goes_on(viewer, &viewer->segments.items[count - 1], &next)) {
        return;
    }
    *PL_VEC_PUSH(viewer->arena, &viewer->segments) = next;
}

static void write_made(struct pl_word_viewer *viewer, uint32_t para,
                       pl_str text)
{
    if (text.len == 0) {
        return;
    }
    begin_segment(viewer, (struct pl_word_segment){.kind = PL_WORD_MADE,
                                                   .para = para,
                                                   .piece = PL_NONE});
    pl_buf_add(&viewer->text, text);
}

void pl_word_write_made(struct pl_word_viewer *viewer, uint32_t para,
                        const char *text)
{
    write_made(viewer, para, pl_str_from(text));
}

void pl_word_write_label(struct pl_word_viewer *viewer, uint32_t para,
                         pl_str label)
{
    begin_segment(viewer, (struct pl_word_segment){.kind = PL_WORD_LABEL,
                                                   .para = para,
                                                   .piece = PL_NONE});
    pl_buf_add(&viewer->text, label);
}

void pl_word_write_undo(struct pl_word_viewer *viewer, size_t from)
{
    viewer->text.len = from;
    while (viewer->segments.len > 0 &&
           viewer->segments.items[viewer->segments.len - 1].start >= from) {
        viewer->segments.len--;
    }
}

/* ----- lines ----- */

void pl_word_begin_content(struct pl_word_viewer *viewer,
                           enum pl_word_line line)
{
    viewer->line = line;
    viewer->content = viewer->text.len;
    viewer->skips_blanks = true;
    viewer->break_end = 0;
    viewer->marked = PL_WORD_ALWAYS;
}

static void trim(struct pl_word_viewer *viewer)
{
    size_t end = viewer->text.len;
    while (end > viewer->content && pl_is_blank(viewer->text.data[end - 1])) {
        end--;
    }
    pl_word_write_undo(viewer, end);
}

static const char *mark_up(uint8_t states, bool opens)
{
    static const char *const marks[][2] = {
        [0] = {"++}--}", "{--{++"},
        [PL_WORD_FINAL] = {"++}", "{++"},
        [PL_WORD_ORIGINAL] = {"--}", "{--"},
        [PL_WORD_ALWAYS] = {"", ""},
    };
    return marks[states & PL_WORD_ALWAYS][opens];
}

static void mark(struct pl_word_viewer *viewer, uint32_t para, uint8_t states)
{
    if (viewer->kind == PL_WORD_VIEW_MARKUP && states != viewer->marked) {
        pl_word_write_made(viewer, para, mark_up(viewer->marked, false));
        pl_word_write_made(viewer, para, mark_up(states, true));
        viewer->marked = states;
    }
}

void pl_word_end_content(struct pl_word_viewer *viewer, uint32_t para)
{
    mark(viewer, para, PL_WORD_ALWAYS);
    trim(viewer);
}

void pl_word_write_line_end(struct pl_word_viewer *viewer, uint32_t para)
{
    size_t len = viewer->text.len;
    if (len > 0 && viewer->text.data[len - 1] != '\n') {
        pl_word_write_made(viewer, para, "\n");
    }
}

void pl_word_write_blank_line(struct pl_word_viewer *viewer, uint32_t para)
{
    pl_word_write_line_end(viewer, para);
    size_t len = viewer->text.len;
    if (len > 1 && viewer->text.data[len - 2] != '\n') {
        pl_word_write_made(viewer, para, "\n");
    }
}

/* ----- pieces ----- */

static void write_from(struct pl_word_viewer *viewer, uint32_t para,
                       uint32_t piece, size_t offset, pl_str text)
{
    if (text.len == 0) {
        return;
    }
    begin_segment(viewer, (struct pl_word_segment){.kind = PL_WORD_FROM_PIECE,
                                                   .para = para,
                                                   .piece = piece,
                                                   .offset = (uint32_t)offset});
    pl_buf_add(&viewer->text, text);
    viewer->skips_blanks = false;
}

/* A line break is a blank, two in a row are the end of a paragraph. */
static void write_break(struct pl_word_viewer *viewer, uint32_t para,
                        uint32_t piece)
{
    static const pl_str blank = PL_STR(" ");
    static const pl_str line_end = PL_STR("\n");
    bool is_second =
        viewer->break_end > 0 && viewer->break_end == viewer->text.len;
    trim(viewer);
    if (viewer->text.len == viewer->content) {
        return;
    }
    bool ends_line = is_second && viewer->line == PL_WORD_LINE_TEXT;
    write_from(viewer, para, piece, 0, ends_line ? line_end : blank);
    viewer->break_end = viewer->text.len;
    viewer->skips_blanks = true;
    if (ends_line) {
        viewer->content = viewer->text.len;
        viewer->break_end = 0;
    }
}

/* How long the character at `at` is when the view leaves it out or has a blank
 * for it; 0: it stays. */
static size_t odd_character(pl_str text, size_t at, bool *is_blank)
{
    static const pl_str soft_hyphen = PL_STR("\xC2\xAD");
    static const pl_str ends[] = {PL_STR("\xE2\x80\xA8"),
                                  PL_STR("\xE2\x80\xA9"), PL_STR("\xC2\x85")};
    pl_str rest = pl_str_slice(text, at, text.len);
    unsigned char c = (unsigned char)rest.data[0];
    *is_blank = pl_is_space(rest.data[0]);
    if (c < ' ' || c == 0x7F) {
        return 1;
    }
    if (pl_str_starts(rest, soft_hyphen)) {
        return soft_hyphen.len;
    }
    for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
        if (pl_str_starts(rest, ends[i])) {
            *is_blank = true;
            return ends[i].len;
        }
    }
    return 0;
}

/* Whether mark-up of the grammar would be read in a character of text. */
static bool needs_escape(const struct pl_word_viewer *viewer, pl_str text,
                         size_t at)
{
    static const pl_str openings[] = {PL_STR("#"),   PL_STR("|"),
                                      PL_STR(">"),   PL_STR("```"),
                                      PL_STR("~~~"), PL_STR("<!--")};
    if (viewer->line == PL_WORD_LINE_CELL) {
        return text.data[at] == '|';
    }
    bool is_first = viewer->text.len == viewer->content &&
                    (viewer->content == 0 ||
                     viewer->text.data[viewer->content - 1] == '\n');
    pl_str rest = pl_str_slice(text, at, text.len);
    for (size_t i = 0; is_first && i < sizeof(openings) / sizeof(openings[0]);
         i++) {
        if (pl_str_starts(rest, openings[i])) {
            return true;
        }
    }
    return false;
}

static bool is_plain(char c)
{
    unsigned char byte = (unsigned char)c;
    return byte > ' ' && byte < 0x7F && c != '|' && c != '#' && c != '>' &&
           c != '`' && c != '~' && c != '<';
}

static void write_text(struct pl_word_viewer *viewer, uint32_t para,
                       uint32_t piece, pl_str text)
{
    size_t from = 0;
    size_t at = 0;
    while (at < text.len) {
        bool is_blank = false;
        if (is_plain(text.data[at])) {
            at++;
            viewer->skips_blanks = false;
            continue;
        }
        size_t odd = odd_character(text, at, &is_blank);
        bool is_skipped = viewer->skips_blanks && text.data[at] == ' ';
        if (odd > 0 || is_skipped) {
            write_from(viewer, para, piece, from, pl_str_slice(text, from, at));
            if (odd > 0 && is_blank && !viewer->skips_blanks) {
                write_from(viewer, para, piece, at, (pl_str)PL_STR(" "));
            }
            at += odd > 0 ? odd : 1;
            from = at;
            continue;
        }
        if (from == at && needs_escape(viewer, text, at)) {
            pl_word_write_made(viewer, para, "\\");
        } else if (text.data[at] == '|' && viewer->line == PL_WORD_LINE_CELL) {
            write_from(viewer, para, piece, from, pl_str_slice(text, from, at));
            from = at;
            continue;
        }
        at++;
        viewer->skips_blanks = false;
    }
    write_from(viewer, para, piece, from, pl_str_slice(text, from, at));
}

static void write_image(struct pl_word_viewer *viewer, uint32_t para,
                        uint32_t piece)
{
    pl_word_write_made(viewer, para, "![");
    viewer->skips_blanks = true;
    write_text(viewer, para, piece, viewer->word->pieces[piece].text);
    pl_word_write_made(viewer, para, "](image)");
}

void pl_word_write_images(struct pl_word_viewer *viewer, uint32_t para)
{
    for (size_t i = 0; i < viewer->images.len; i++) {
        pl_word_write_line_end(viewer, para);
        pl_word_begin_content(viewer, PL_WORD_LINE_NOTE);
        write_image(viewer, para, viewer->images.items[i]);
        pl_word_write_line_end(viewer, para);
    }
    viewer->images.len = 0;
}

/* In a line of its own, so that no sentence goes on with it; a cell has none
 * but this one, and there only a description tells something. */
static void take_image(struct pl_word_viewer *viewer, uint32_t para,
                       uint32_t piece)
{
    pl_str text = viewer->word->pieces[piece].text;
    if (viewer->line == PL_WORD_LINE_TEXT ||
        viewer->line == PL_WORD_LINE_HEADING) {
        *PL_VEC_PUSH(viewer->arena, &viewer->images) = piece;
    } else if (pl_str_trim(text).len > 0) {
        bool is_after = viewer->text.len > viewer->content &&
                        !pl_is_blank(viewer->text.data[viewer->text.len - 1]);
        pl_word_write_made(viewer, para, is_after ? " " : "");
        write_image(viewer, para, piece);
    }
}

static void write_tab(struct pl_word_viewer *viewer, uint32_t para,
                      uint32_t piece)
{
    static const pl_str blank = PL_STR(" ");
    static const pl_str tab = PL_STR("\t");
    if (viewer->skips_blanks) {
        return;
    }
    bool is_blank = viewer->line == PL_WORD_LINE_HEADING;
    write_from(viewer, para, piece, 0, is_blank ? blank : tab);
    viewer->skips_blanks = is_blank;
}

void pl_word_write_piece(struct pl_word_viewer *viewer, uint32_t para,
                         uint32_t index)
{
    const struct pl_word_piece *piece = &viewer->word->pieces[index];
    if (piece->is_hidden || !pl_word_viewer_shows(viewer, piece->states)) {
        return;
    }
    if (piece->kind == PL_WORD_COMMENT_MARK) { /* no text, in no mark-up */
        pl_word_take_comment(viewer, index);
        return;
    }
    mark(viewer, para, piece->states);
    switch (piece->kind) {
    case PL_WORD_TEXT:
    case PL_WORD_PLACEHOLDER:
        write_text(viewer, para, index, piece->text);
        break;
    case PL_WORD_TAB:
        write_tab(viewer, para, index);
        break;
    case PL_WORD_BREAK:
        write_break(viewer, para, index);
        break;
    case PL_WORD_NOTE_MARK:
        pl_word_write_note_mark(viewer, para, index);
        break;
    case PL_WORD_COMMENT_MARK:
        break;
    case PL_WORD_ALT_TEXT:
        take_image(viewer, para, index);
        break;
    }
}
