#include "text/word/sample/sample.h"

#include <stdbool.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/buf.h"
#include "base/chars.h"
#include "text/word/sample/sample_parts.h"

#define BY "w:author=\"A. Drafter\" w:date=\"2026-05-04T09:30:00Z\">"

/* What a run is in. */
enum change { UNCHANGED, INSERTED, DELETED };

enum { MAX_BOOKMARKS = 8 };

struct sample {
    struct pl_arena *arena;
    struct pl_buf body;
    struct pl_buf comments;
    struct pl_buf notes;
    struct pl_buf line;  /* the content of the paragraph, or of a note */
    struct pl_buf outer; /* that of the paragraph while it is of a note */
    size_t note;         /* the last */
    enum change change;
    enum change mark;                /* of the paragraph */
    size_t id;                       /* the last that was given */
    size_t bookmarks[MAX_BOOKMARKS]; /* of the paragraph, by id */
    size_t bookmark_count;
    bool is_code; /* between the beginning of a field and its result */
};

static void add_escaped(struct pl_buf *out, pl_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        if (c == '&' || c == '<' || c == '"') {
            pl_buf_addf(out, "&#%d;", c);
        } else {
            pl_buf_add_char(out, c);
        }
    }
}

/* ----- runs ----- */

static void begin_run(struct sample *sample)
{
    struct pl_buf *out = &sample->line;
    if (sample->change != UNCHANGED) {
        pl_buf_addf(out, "<w:%s w:id=\"%zu\" " BY,
                    sample->change == INSERTED ? "ins" : "del", ++sample->id);
    }
    pl_buf_add_text(out, "<w:r>");
}

static void end_run(struct sample *sample)
{
    struct pl_buf *out = &sample->line;
    pl_buf_add_text(out, "</w:r>");
    if (sample->change != UNCHANGED) {
        pl_buf_add_text(out,
                        sample->change == INSERTED ? "</w:ins>" : "</w:del>");
    }
}

static void add_run(struct sample *sample, const char *xml)
{
    begin_run(sample);
    pl_buf_add_text(&sample->line, xml);
    end_run(sample);
}

static void add_plain(struct sample *sample, pl_str text)
{
    const char *name = sample->is_code             ? "instrText"
                       : sample->change == DELETED ? "delText"
                                                   : "t";
    begin_run(sample);
    pl_buf_addf(&sample->line, "<w:%s xml:space=\"preserve\">", name);
    add_escaped(&sample->line, text);
    pl_buf_addf(&sample->line, "</w:%s>", name);
    end_run(sample);
}

static void add_text(struct sample *sample, pl_str text)
{
    while (text.len > 0) {
        size_t tab = pl_str_find_char(text, '\t', 0);
        pl_str part = pl_str_slice(text, 0, tab);
        if (part.len > 0) {
            add_plain(sample, part);
        }
        if (tab != PL_NOWHERE) {
            add_run(sample, "<w:tab/>");
        }
        text = tab == PL_NOWHERE ? (pl_str){0}
                                 : pl_str_slice(text, tab + 1, text.len);
    }
}

/* ----- mark-up ----- */

static bool take(pl_str *rest, const char *mark)
{
    pl_str text = pl_str_from(mark);
    if (!pl_str_starts(*rest, text)) {
        return false;
    }
    *rest = pl_str_slice(*rest, text.len, rest->len);
    return true;
}

/* What stands before `end`, which is passed over. */
static pl_str take_until(pl_str *rest, const char *end)
{
    pl_str mark = pl_str_from(end);
    size_t at = pl_str_find(*rest, mark, 0);
    pl_str found = pl_str_slice(*rest, 0, at);
    *rest = at == PL_NOWHERE ? (pl_str){0}
                             : pl_str_slice(*rest, at + mark.len, rest->len);
    return found;
}

static void add_bookmark(struct sample *sample, pl_str name)
{
    pl_buf_addf(&sample->line,
                "<w:bookmarkStart w:id=\"%zu\" w:name=\"%.*s\"/>", ++sample->id,
                PL_STR_ARG(name));
    if (sample->bookmark_count < MAX_BOOKMARKS) {
        sample->bookmarks[sample->bookmark_count++] = sample->id;
    }
}

static void add_link(struct sample *sample, pl_str *rest)
{
    pl_str bookmark = take_until(rest, "|");
    pl_buf_addf(&sample->line, "<w:hyperlink w:anchor=\"%.*s\">",
                PL_STR_ARG(bookmark));
    add_text(sample, take_until(rest, ":}"));
    pl_buf_add_text(&sample->line, "</w:hyperlink>");
}

static void add_control(struct sample *sample, pl_str text)
{
    pl_buf_add_text(
        &sample->line,
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>");
    add_text(sample, text);
    pl_buf_add_text(&sample->line, "</w:sdtContent></w:sdt>");
}

static void add_comment(struct sample *sample, pl_str text)
{
    size_t id = ++sample->id;
    pl_buf_addf(&sample->line, "<w:r><w:commentReference w:id=\"%zu\"/></w:r>",
                id);
    pl_buf_addf(&sample->comments,
                "<w:comment w:id=\"%zu\" " BY "<w:p><w:r><w:t>", id);
    add_escaped(&sample->comments, text);
    pl_buf_add_text(&sample->comments, "</w:t></w:r></w:p></w:comment>");
}

/* What follows is the text of a note, up to its end. */
static void begin_note(struct sample *sample)
{
    if (sample->outer.arena) {
        return; /* notes have none */
    }
    begin_run(sample);
    pl_buf_addf(&sample->line, "<w:footnoteReference w:id=\"%zu\"/>",
                ++sample->note);
    end_run(sample);
    sample->outer = sample->line;
    sample->line = pl_buf_in(sample->arena);
}

static void end_note(struct sample *sample)
{
    if (!sample->outer.arena) {
        return;
    }
    pl_buf_addf(&sample->notes, "<w:footnote w:id=\"%zu\"><w:p>", sample->note);
    pl_buf_add(&sample->notes, pl_buf_str(&sample->line));
    pl_buf_add_text(&sample->notes, "</w:p></w:footnote>");
    sample->line = sample->outer;
    sample->outer = (struct pl_buf){0};
}

static void begin_field(struct sample *sample)
{
    add_run(sample, "<w:fldChar w:fldCharType=\"begin\"/>");
    sample->is_code = true;
}

static void begin_result(struct sample *sample)
{
    sample->is_code = false;
    add_run(sample, "<w:fldChar w:fldCharType=\"separate\"/>");
}

/* The change of text that follows; of the paragraph mark when that is all. */
static void begin_change(struct sample *sample, enum change change,
                         pl_str *rest)
{
    if (take(rest, "\u00B6")) {
        sample->mark = change;
    } else {
        sample->change = change;
    }
}

/* Takes mark-up at the beginning of `rest`; false: there is none. */
static bool take_markup(struct sample *sample, pl_str *rest)
{
    if (take(rest, "{++")) {
        begin_change(sample, INSERTED, rest);
    } else if (take(rest, "{--")) {
        begin_change(sample, DELETED, rest);
    } else if (take(rest, "++}") || take(rest, "--}")) {
        sample->change = UNCHANGED;
    } else if (take(rest, "{@")) {
        add_bookmark(sample, take_until(rest, "}"));
    } else if (take(rest, "{=")) {
        begin_field(sample);
    } else if (sample->is_code && take(rest, "|")) {
        begin_result(sample);
    } else if (take(rest, "=}")) {
        add_run(sample, "<w:fldChar w:fldCharType=\"end\"/>");
    } else if (take(rest, "{:")) {
        add_link(sample, rest);
    } else if (take(rest, "{[")) {
        add_control(sample, take_until(rest, "]}"));
    } else if (take(rest, "{>>")) {
        add_comment(sample, take_until(rest, "<<}"));
    } else if (take(rest, "{^")) {
        begin_note(sample);
    } else if (take(rest, "^}")) {
        end_note(sample);
    } else {
        return false;
    }
    return true;
}

static bool is_markup(const struct sample *sample, pl_str rest)
{
    static const pl_str marks[] = {
        PL_STR("{++"), PL_STR("{--"), PL_STR("++}"), PL_STR("--}"),
        PL_STR("{@"),  PL_STR("{="),  PL_STR("=}"),  PL_STR("{:"),
        PL_STR("{["),  PL_STR("{>>"), PL_STR("{^"),  PL_STR("^}"),
    };
    for (size_t i = 0; i < PL_COUNT(marks); i++) {
        if (pl_str_starts(rest, marks[i])) {
            return true;
        }
    }
    return sample->is_code && pl_str_starts(rest, (pl_str)PL_STR("|"));
}

static void add_content(struct sample *sample, pl_str rest)
{
    size_t plain = 0;
    while (plain < rest.len) {
        pl_str at = pl_str_slice(rest, plain, rest.len);
        if (!is_markup(sample, at)) {
            plain++;
            continue;
        }
        add_text(sample, pl_str_slice(rest, 0, plain));
        if (!take_markup(sample, &at)) {
            at = pl_str_slice(at, 1, at.len);
        }
        rest = at;
        plain = 0;
    }
    add_text(sample, rest);
}

/* ----- paragraphs ----- */

/* "### " and "%2 ": the level that a line begins with; 0: none. */
static size_t take_heading(pl_str *rest)
{
    size_t level = 0;
    while (level < rest->len && level < 3 && rest->data[level] == '#') {
        level++;
    }
    bool is_heading =
        level > 0 && level < rest->len && rest->data[level] == ' ';
    if (is_heading) {
        *rest = pl_str_slice(*rest, level + 1, rest->len);
    }
    return is_heading ? level : 0;
}

static size_t take_number(pl_str *rest)
{
    bool is_number = rest->len > 2 && rest->data[0] == '%' &&
                     rest->data[1] >= '1' && rest->data[1] <= '3' &&
                     rest->data[2] == ' ';
    size_t level = is_number ? (size_t)(rest->data[1] - '0') : 0;
    if (is_number) {
        *rest = pl_str_slice(*rest, 3, rest->len);
    }
    return level;
}

static void add_properties(struct sample *sample, size_t heading, size_t number)
{
    struct pl_buf *out = &sample->body;
    pl_buf_add_text(out, "<w:p><w:pPr>");
    if (heading > 0) {
        pl_buf_addf(out, "<w:pStyle w:val=\"Heading%zu\"/>", heading);
    }
    if (number > 0) {
        pl_buf_addf(out,
                    "<w:numPr><w:ilvl w:val=\"%zu\"/><w:numId "
                    "w:val=\"1\"/></w:numPr>",
                    number - 1);
    }
    if (sample->mark != UNCHANGED) {
        const char *name = sample->mark == INSERTED ? "ins" : "del";
        pl_buf_addf(out, "<w:rPr><w:%s w:id=\"%zu\" " BY "</w:%s></w:rPr>",
                    name, ++sample->id, name);
    }
    pl_buf_add_text(out, "</w:pPr>");
}

static void add_line(struct sample *sample, pl_str line)
{
    size_t heading = take_heading(&line);
    size_t number = take_number(&line);
    sample->line = pl_buf_in(sample->arena);
    sample->mark = UNCHANGED;
    sample->bookmark_count = 0;
    add_content(sample, line);
    end_note(sample);
    for (size_t i = 0; i < sample->bookmark_count; i++) {
        pl_buf_addf(&sample->line, "<w:bookmarkEnd w:id=\"%zu\"/>",
                    sample->bookmarks[i]);
    }
    add_properties(sample, heading, number);
    pl_buf_add(&sample->body, pl_buf_str(&sample->line));
    pl_buf_add_text(&sample->body, "</w:p>");
}

pl_str pl_word_sample(struct pl_arena *arena, pl_str text)
{
    struct sample sample = {.arena = arena,
                            .body = pl_buf_in(arena),
                            .comments = pl_buf_in(arena),
                            .notes = pl_buf_in(arena)};
    while (text.len > 0) {
        pl_str line = pl_str_split(&text, '\n');
        if (pl_str_trim(line).len > 0) {
            add_line(&sample, line);
        }
    }
    return pl_word_sample_pack(
        arena, (struct pl_word_sample_parts){pl_buf_str(&sample.body),
                                             pl_buf_str(&sample.comments),
                                             pl_buf_str(&sample.notes)});
}
