#include "word_from_text.h"

#include <stdbool.h>

#include "base/buf.h"
#include "base/chars.h"
#include "base/markup.h"
#include "word_file.h"

struct making {
    struct pl_arena *arena;
    struct pl_buf body;
    struct pl_buf notes;
    struct pl_buf para; /* text of the paragraph so far */
    const char *properties;
    bool is_in_table;
};

static void add_text(struct pl_buf *out, pl_str text)
{
    pl_buf_add_text(out, "<w:r><w:t xml:space=\"preserve\">");
    pl_markup_add_escaped(out, text);
    pl_buf_add_text(out, "</w:t></w:r>");
}

/* Text with "[^1]" as marks of notes. */
static void add_inline(struct pl_buf *out, pl_str text)
{
    static const pl_str open = PL_STR("[^");
    size_t from = 0;
    size_t at;
    while ((at = pl_str_find(text, open, from)) != PL_NOWHERE) {
        size_t end = pl_str_find_char(text, ']', at);
        add_text(out, pl_str_slice(text, from, at));
        pl_buf_addf(out, "<w:r><w:footnoteReference w:id=\"%.*s\"/></w:r>",
                    PL_STR_ARG(pl_str_slice(text, at + open.len, end)));
        from = end + 1;
    }
    add_text(out, pl_str_slice(text, from, text.len));
}

static void end_para(struct making *m)
{
    if (m->para.len > 0) {
        pl_buf_addf(&m->body, "<w:p>%s", m->properties ? m->properties : "");
        add_inline(&m->body, pl_buf_str(&m->para));
        pl_buf_add_text(&m->body, "</w:p>");
    }
    m->para.len = 0;
    m->properties = NULL;
}

static void end_table(struct making *m)
{
    if (m->is_in_table) {
        pl_buf_add_text(&m->body, "</w:tbl>");
    }
    m->is_in_table = false;
}

static void add_row(struct making *m, pl_str line)
{
    if (line.len > 1 && line.data[1] == '-') {
        return;
    }
    if (!m->is_in_table) {
        pl_buf_add_text(&m->body, "<w:tbl>");
    }
    m->is_in_table = true;
    pl_buf_add_text(&m->body, "<w:tr>");
    pl_str rest = pl_str_trim(pl_str_slice(line, 1, line.len));
    while (rest.len > 0) {
        pl_buf_add_text(&m->body, "<w:tc><w:p>");
        add_inline(&m->body, pl_str_trim(pl_str_split(&rest, '|')));
        pl_buf_add_text(&m->body, "</w:p></w:tc>");
    }
    pl_buf_add_text(&m->body, "</w:tr>");
}

static void add_note(struct making *m, pl_str line)
{
    size_t end = pl_str_find_char(line, ']', 0);
    pl_buf_addf(&m->notes, "<w:footnote w:id=\"%.*s\"><w:p>",
                PL_STR_ARG(pl_str_slice(line, 2, end)));
    add_inline(&m->notes, pl_str_trim(pl_str_slice(line, end + 2, line.len)));
    pl_buf_add_text(&m->notes, "</w:p></w:footnote>");
}

static void begin_para(struct making *m, const char *properties, pl_str text)
{
    end_para(m);
    m->properties = properties;
    pl_buf_add(&m->para, text);
}

static void add_line(struct making *m, pl_str line)
{
    size_t level = 0;
    while (level < line.len && line.data[level] == '#') {
        level++;
    }
    pl_str text = pl_str_trim(line);
    if (level > 0) {
        begin_para(m,
                   pl_arena_printf(m->arena,
                                   "<w:pPr><w:outlineLvl w:val=\"%zu\"/>"
                                   "</w:pPr>",
                                   level - 1),
                   pl_str_trim(pl_str_slice(line, level, line.len)));
        end_para(m);
    } else if (pl_str_starts(text, (pl_str)PL_STR("- "))) {
        begin_para(m,
                   "<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId "
                   "w:val=\"1\"/></w:numPr></w:pPr>",
                   pl_str_slice(text, 2, text.len));
    } else {
        pl_buf_add_text(&m->para, m->para.len > 0 ? " " : "");
        pl_buf_add(&m->para, text);
    }
}

/* Lines of a note go on, indented or not, up to a blank one. */
static pl_str take_note(struct making *m, pl_str line, pl_str *rest)
{
    struct pl_buf note = pl_buf_in(m->arena);
    pl_buf_add(&note, line);
    while (rest->len > 0 && rest->data[0] != '\n' && rest->data[0] != '[') {
        pl_buf_add_char(&note, ' ');
        pl_buf_add(&note, pl_str_trim(pl_str_split(rest, '\n')));
    }
    return pl_buf_str(&note);
}

pl_str word_from_markdown(struct pl_arena *arena, pl_str markdown)
{
    struct making m = {.arena = arena,
                       .body = pl_buf_in(arena),
                       .notes = pl_buf_in(arena),
                       .para = pl_buf_in(arena)};
    while (markdown.len > 0) {
        pl_str line = pl_str_split(&markdown, '\n');
        bool is_row = line.len > 0 && line.data[0] == '|';
        if (!is_row) {
            end_table(&m);
        }
        if (is_row) {
            end_para(&m);
            add_row(&m, line);
        } else if (pl_str_trim(line).len == 0) {
            end_para(&m);
        } else if (m.para.len == 0 &&
                   pl_str_starts(line, (pl_str)PL_STR("[^"))) {
            add_note(&m, take_note(&m, line, &markdown));
        } else {
            add_line(&m, line);
        }
    }
    end_table(&m);
    end_para(&m);
    pl_buf_add_char(&m.body, '\0');
    pl_buf_add_char(&m.notes, '\0');
    return word_file_make(
        arena,
        (struct word_file_parts){
            .document = m.body.data,
            .footnotes = m.notes.data,
            .styles = WORD_STYLES,
            .numbering = "<w:abstractNum w:abstractNumId=\"0\">" WORD_LEVEL(
                "0", "bullet",
                "\xE2\x80\xA2") "</w:abstractNum><w:num w:numId=\"1\">"
                                "<w:abstractNumId w:val=\"0\"/></w:num>"});
}
