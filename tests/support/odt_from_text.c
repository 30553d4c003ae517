#include "odt_from_text.h"

#include "base/buf.h"
#include "base/map.h"
#include "base/markup.h"
#include "base/vec.h"
#include "odt_file.h"

struct making {
    struct pl_arena *arena;
    struct pl_map *notes;
    PL_VEC(pl_str) texts; /* of the notes */
    struct pl_buf body;
    struct pl_buf para; /* text of the paragraph so far */
    bool is_item;
    bool is_in_table;
};

/* A mark of no note has no body. */
static void add_note(struct making *m, struct pl_buf *out, pl_str id)
{
    uint32_t note = pl_map_get(m->notes, id);
    pl_buf_add_text(out, "<text:note text:note-class=\"footnote\">");
    if (note != PL_NONE) {
        pl_buf_add_text(out, "<text:note-body><text:p>");
        pl_markup_add_escaped(out, m->texts.items[note]);
        pl_buf_add_text(out, "</text:p></text:note-body>");
    }
    pl_buf_add_text(out, "</text:note>");
}

/* Text with "[^1]" as marks of notes. */
static void add_inline(struct making *m, struct pl_buf *out, pl_str text)
{
    static const pl_str open = PL_STR("[^");
    size_t from = 0;
    size_t at;
    while ((at = pl_str_find(text, open, from)) != PL_NOWHERE) {
        size_t end = pl_str_find_char(text, ']', at);
        pl_markup_add_escaped(out, pl_str_slice(text, from, at));
        add_note(m, out, pl_str_slice(text, at + open.len, end));
        from = end + 1;
    }
    pl_markup_add_escaped(out, pl_str_slice(text, from, text.len));
}

static void end_para(struct making *m)
{
    if (m->para.len > 0) {
        pl_buf_add_text(&m->body,
                        m->is_item ? "<text:list text:style-name=\"Bullets\">"
                                     "<text:list-item><text:p>"
                                   : "<text:p>");
        add_inline(m, &m->body, pl_buf_str(&m->para));
        pl_buf_add_text(&m->body, m->is_item
                                      ? "</text:p></text:list-item></text:list>"
                                      : "</text:p>");
    }
    m->para.len = 0;
    m->is_item = false;
}

static void end_table(struct making *m)
{
    pl_buf_add_text(&m->body, m->is_in_table ? "</table:table>" : "");
    m->is_in_table = false;
}

static void add_row(struct making *m, pl_str line)
{
    end_para(m);
    if (line.len > 1 && line.data[1] == '-') {
        return;
    }
    pl_buf_add_text(&m->body, m->is_in_table ? "" : "<table:table>");
    pl_buf_add_text(&m->body, "<table:table-row>");
    m->is_in_table = true;
    pl_str rest = pl_str_trim(pl_str_slice(line, 1, line.len));
    while (rest.len > 0) {
        pl_buf_add_text(&m->body, "<table:table-cell><text:p>");
        add_inline(m, &m->body, pl_str_trim(pl_str_split(&rest, '|')));
        pl_buf_add_text(&m->body, "</text:p></table:table-cell>");
    }
    pl_buf_add_text(&m->body, "</table:table-row>");
}

static void add_heading(struct making *m, pl_str line)
{
    size_t level = 0;
    while (level < line.len && line.data[level] == '#') {
        level++;
    }
    end_para(m);
    pl_buf_addf(&m->body, "<text:h text:outline-level=\"%zu\">", level);
    add_inline(m, &m->body, pl_str_trim(pl_str_slice(line, level, line.len)));
    pl_buf_add_text(&m->body, "</text:h>");
}

static void add_line(struct making *m, pl_str line)
{
    static const pl_str bullet = PL_STR("- ");
    pl_str text = pl_str_trim(line);
    if (pl_str_starts(text, bullet)) {
        end_para(m);
        m->is_item = true;
        text = pl_str_slice(text, bullet.len, text.len);
    }
    pl_buf_add_text(&m->para, m->para.len > 0 ? " " : "");
    pl_buf_add(&m->para, text);
}

/* A note's text stands where it is referred to; its lines go on up to a blank
 * one. */
static bool take_note(struct making *m, pl_str line, pl_str *rest)
{
    static const pl_str open = PL_STR("[^");
    size_t end = pl_str_find_char(line, ']', 0);
    if (!pl_str_starts(line, open) || end == PL_NOWHERE) {
        return false;
    }
    struct pl_buf note = pl_buf_in(m->arena);
    pl_buf_add(&note, pl_str_trim(pl_str_slice(line, end + 2, line.len)));
    while (rest->len > 0 && rest->data[0] != '\n' && rest->data[0] != '[') {
        pl_buf_add_char(&note, ' ');
        pl_buf_add(&note, pl_str_trim(pl_str_split(rest, '\n')));
    }
    pl_map_put(m->notes, pl_str_slice(line, open.len, end),
               (uint32_t)m->texts.len);
    *PL_VEC_PUSH(m->arena, &m->texts) = pl_buf_str(&note);
    return true;
}

static void take_notes(struct making *m, pl_str markdown)
{
    bool is_begun = false;
    while (markdown.len > 0) {
        pl_str line = pl_str_split(&markdown, '\n');
        is_begun = (is_begun || !take_note(m, line, &markdown)) &&
                   pl_str_trim(line).len > 0;
    }
}

static void add_lines(struct making *m, pl_str markdown)
{
    while (markdown.len > 0) {
        pl_str line = pl_str_split(&markdown, '\n');
        bool is_row = line.len > 0 && line.data[0] == '|';
        if (!is_row) {
            end_table(m);
        }
        if (is_row) {
            add_row(m, line);
        } else if (pl_str_trim(line).len == 0) {
            end_para(m);
        } else if (line.data[0] == '#') {
            add_heading(m, line);
        } else if (m->para.len > 0 || !take_note(m, line, &markdown)) {
            add_line(m, line);
        }
    }
    end_table(m);
    end_para(m);
}

pl_str odt_from_markdown(struct pl_arena *arena, pl_str markdown)
{
    struct making m = {.arena = arena,
                       .notes = pl_map_new(arena, 16),
                       .body = pl_buf_in(arena),
                       .para = pl_buf_in(arena)};
    take_notes(&m, markdown);
    add_lines(&m, markdown);
    pl_buf_add_char(&m.body, '\0');
    return odt_file_make(arena, (struct odt_file_parts){
                                    .text = m.body.data,
                                    .styles = ODT_LIST_STYLES,
                                });
}
