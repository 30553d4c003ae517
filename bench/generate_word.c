#include "generate_word.h"

#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/chars.h"
#include "generate.h"
#include "random.h"
#include "text/word/sample/sample_parts.h"

enum {
    SEED = 2029,
    BYTES_A_LETTER = 10, /* of text, in the main part */
    SHORTEST_RUN = 20,   /* bytes of text */
    LONGEST_RUN = 60,
    RUNS_A_CHANGE = 25,
};

#define BY "w:author=\"A. Drafter\" w:date=\"2026-05-04T09:30:00Z\">"
#define LOOK                                                            \
    "<w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" "         \
    "w:cs=\"Calibri\"/><w:color w:val=\"000000\"/><w:sz w:val=\"24\"/>" \
    "<w:szCs w:val=\"24\"/><w:lang w:val=\"en-GB\" "                    \
    "w:eastAsia=\"zh-CN\"/></w:rPr>"

struct writing {
    struct pl_buf body;
    struct pl_random random;
    uint32_t change; /* id of the last */
};

static void add_text(struct pl_buf *out, pl_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        if (c == '\t') {
            pl_buf_add_text(out, "</w:t><w:tab/><w:t xml:space=\"preserve\">");
        } else if (c == '&' || c == '<') {
            pl_buf_addf(out, "&#%d;", c);
        } else {
            pl_buf_add_char(out, c);
        }
    }
}

static void add_run(struct writing *it, pl_str text)
{
    pl_buf_addf(&it->body, "<w:r w:rsidR=\"%08X\">" LOOK,
                (unsigned)pl_random_below(&it->random, 1000));
    pl_buf_add_text(&it->body, "<w:t xml:space=\"preserve\">");
    add_text(&it->body, text);
    pl_buf_add_text(&it->body, "</w:t></w:r>");
}

static void add_inserted_run(struct writing *it, pl_str text)
{
    pl_buf_addf(&it->body, "<w:ins w:id=\"%u\" " BY, (unsigned)++it->change);
    add_run(it, text);
    pl_buf_add_text(&it->body, "</w:ins>");
}

static void add_deletion(struct writing *it)
{
    pl_buf_addf(&it->body,
                "<w:del w:id=\"%u\" " BY "<w:r>" LOOK
                "<w:delText xml:space=\"preserve\">what was said before "
                "</w:delText></w:r></w:del>",
                (unsigned)++it->change);
}

/* The next piece of a line; characters stay whole. */
static pl_str cut(struct writing *it, pl_str *line)
{
    size_t end = pl_random_between(&it->random, SHORTEST_RUN, LONGEST_RUN);
    while (end < line->len && pl_is_wide(line->data[end])) {
        end++;
    }
    pl_str piece = pl_str_slice(*line, 0, end);
    *line = pl_str_slice(*line, end, line->len);
    return piece;
}

/* Titles stand after a tab: "2.1 <tab>Purpose". */
static bool is_title(pl_str line)
{
    return line.len > 0 && pl_is_digit(line.data[0]) &&
           pl_str_find_char(line, '\t', 0) != PL_NOWHERE;
}

static void begin_paragraph(struct writing *it, pl_str line)
{
    pl_buf_addf(&it->body, "<w:p w:rsidR=\"%08X\" w:rsidRDefault=\"00E27B41\">",
                (unsigned)pl_random_below(&it->random, 1000));
    pl_buf_add_text(&it->body, "<w:pPr>");
    if (is_title(line)) {
        pl_buf_add_text(&it->body, "<w:pStyle w:val=\"Heading2\"/>");
    }
    pl_buf_add_text(&it->body,
                    "<w:spacing w:before=\"120\" w:after=\"120\"/><w:jc "
                    "w:val=\"both\"/>" LOOK "</w:pPr>");
}

static void add_paragraph(struct writing *it, pl_str line)
{
    begin_paragraph(it, line);
    while (line.len > 0) {
        pl_str piece = cut(it, &line);
        if (!pl_random_one_in(&it->random, RUNS_A_CHANGE)) {
            add_run(it, piece);
        } else {
            add_deletion(it);
            add_inserted_run(it, piece);
        }
    }
    pl_buf_add_text(&it->body, "</w:p>");
}

pl_str pl_generate_word(struct pl_arena *arena, size_t bytes)
{
    struct pl_arena *scratch = pl_arena_new();
    struct writing it = {.body = pl_buf_in(scratch), .random = {SEED}};
    pl_str rest = pl_generate_plan(scratch, bytes / BYTES_A_LETTER);
    while (rest.len > 0) {
        pl_str line = pl_str_split(&rest, '\n');
        if (line.len > 0) {
            add_paragraph(&it, line);
        }
    }
    pl_str file = pl_word_sample_pack(
        scratch, (struct pl_word_sample_parts){.body = pl_buf_str(&it.body)});
    pl_str copy = pl_arena_copy(arena, file);
    pl_arena_free(scratch);
    return copy;
}
