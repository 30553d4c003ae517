/* Text of a view, each byte with its origin. */
#include "base/chars.h"
#include "base/utf8.h"
#include "text/word/read/symbol.h"
#include "text/word/view/viewer.h"

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
                         uint32_t piece, pl_str label)
{
    begin_segment(viewer, (struct pl_word_segment){.kind = PL_WORD_LABEL,
                                                   .para = para,
                                                   .piece = piece});
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

/* A character that the view writes otherwise, or leaves out. */
struct odd {
    size_t len;       /* 0: it stays */
    bool is_line_end; /* of several in a row one is written */
    char text[PL_UTF8_MAX];
    size_t text_len;
};

/* Characters that a font of its own makes what they are. */
static struct odd private_character(uint32_t code, size_t len)
{
    struct odd odd = {.len = len};
    odd.text_len = pl_utf8_encode(pl_word_symbol(code, false), odd.text);
    return odd;
}

static struct odd odd_character(pl_str text, size_t at)
{
    enum {
        SOFT_HYPHEN = 0xAD,
        NEXT_LINE = 0x85,
        NO_BREAK_HYPHEN = 0x2011,
        LINE_SEPARATOR = 0x2028,
        PARAGRAPH_SEPARATOR = 0x2029,
        PRIVATE_FIRST = 0xF000,
        PRIVATE_LAST = 0xF0FF,
        DELETE = 0x7F
    };
    size_t len;
    uint32_t code = pl_utf8_decode(text, at, &len);
    if (code >= PRIVATE_FIRST && code <= PRIVATE_LAST) {
        return private_character(code, len);
    }
    bool is_end = code == LINE_SEPARATOR || code == PARAGRAPH_SEPARATOR ||
                  code == NEXT_LINE || (code < ' ' && pl_is_space((char)code));
    if (is_end || code == NO_BREAK_HYPHEN) {
        return (struct odd){len, is_end, {is_end ? ' ' : '-'}, 1};
    }
    bool is_unseen = code == SOFT_HYPHEN || code < ' ' || code == DELETE;
    return (struct odd){.len = is_unseen ? len : 0};
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

/* Writes what stands for an odd character. */
static void write_odd(struct pl_word_viewer *viewer, uint32_t para,
                      uint32_t piece, size_t offset, const struct odd *odd)
{
    bool is_blank = odd->text_len == 1 && odd->text[0] == ' ';
    if (!is_blank || !viewer->skips_blanks) {
        write_from(viewer, para, piece, offset,
                   (pl_str){odd->text, odd->text_len});
    }
}

/* The character that the layout of a line needs for itself, if there is one. */
static char layout_of(enum pl_word_line line)
{
    return line == PL_WORD_LINE_CELL     ? '|'
           : line == PL_WORD_LINE_MARGIN ? ' '
                                         : '\0';
}

static size_t code_point_end(pl_str text, size_t at)
{
    at++;
    while (at < text.len && ((unsigned char)text.data[at] & 0xC0) == 0x80) {
        at++;
    }
    return at;
}

/* From `at` on there is nothing that has to be written otherwise before the
 * offset that is returned; the first character is not asked about. */
static size_t plain_end(const struct pl_word_viewer *viewer, pl_str text,
                        size_t at)
{
    char layout = layout_of(viewer->line);
    at = code_point_end(text, at);
    while (at < text.len) {
        char c = text.data[at];
        bool is_printed = c >= ' ' && c < 0x7F; /* of ASCII */
        if (c == layout || (!is_printed && odd_character(text, at).len > 0)) {
            break;
        }
        at = is_printed ? at + 1 : code_point_end(text, at);
    }
    return at;
}

static void write_text(struct pl_word_viewer *viewer, uint32_t para,
                       uint32_t piece, pl_str text)
{
    bool follows_end = false;
    for (size_t at = 0; at < text.len;) {
        struct odd odd = odd_character(text, at);
        bool is_repeated = odd.is_line_end && follows_end;
        follows_end = odd.is_line_end;
        if (odd.len > 0) {
            if (!is_repeated) {
                write_odd(viewer, para, piece, at, &odd);
            }
            at += odd.len;
        } else if (viewer->skips_blanks && text.data[at] == ' ') {
            at++;
        } else {
            if (needs_escape(viewer, text, at)) {
                pl_word_write_made(viewer, para, "\\");
            }
            bool is_layout =
                viewer->line == PL_WORD_LINE_MARGIN && text.data[at] == ' ';
            size_t end = is_layout ? at + 1 : plain_end(viewer, text, at);
            write_from(viewer, para, piece, at, pl_str_slice(text, at, end));
            viewer->skips_blanks = is_layout;
            at = end;
        }
    }
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
    if (viewer->line != PL_WORD_LINE_CELL &&
        viewer->line != PL_WORD_LINE_NOTE) {
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
    bool is_blank = viewer->line == PL_WORD_LINE_HEADING ||
                    viewer->line == PL_WORD_LINE_MARGIN;
    write_from(viewer, para, piece, 0, is_blank ? blank : tab);
    viewer->skips_blanks = is_blank;
}

static void write_list_number(struct pl_word_viewer *viewer, uint32_t para,
                              uint32_t piece)
{
    const struct pl_word_file *word = viewer->word;
    uint32_t field = word->pieces[piece].target;
    pl_str text = pl_str_trim(viewer->labels[word->paras_count + field].text);
    if (text.len > 0) {
        pl_word_write_label(viewer, para, piece, text);
        viewer->skips_blanks = false;
    }
}

/* The text of a mark that is a note's own follows it in its run. */
static bool is_own_mark(const struct pl_word_file *word, uint32_t index)
{
    enum { LONGEST = 8 }; /* bytes: "***" */
    const struct pl_word_piece *piece = &word->pieces[index];
    return index > 0 && piece->kind == PL_WORD_TEXT &&
           piece->text.len <= LONGEST && piece->run != PL_NONE &&
           piece[-1].kind == PL_WORD_NOTE_MARK && piece[-1].has_own_mark &&
           piece[-1].run == piece->run;
}

void pl_word_write_piece(struct pl_word_viewer *viewer, uint32_t para,
                         uint32_t index)
{
    const struct pl_word_piece *piece = &viewer->word->pieces[index];
    if (pl_word_is_left_out(viewer, piece) ||
        is_own_mark(viewer->word, index)) {
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
    case PL_WORD_LIST_NUMBER:
        write_list_number(viewer, para, index);
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
