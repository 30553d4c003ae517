#include "generate.h"

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/map.h"
#include "lexicon.h"
#include "prose.h"

#define COUNT(array) ((uint32_t)(sizeof(array) / sizeof(*(array))))

enum {
    CHAPTER = 38000, /* bytes, about */
    CHAPTERS = 8,    /* of an annex: numbers of paragraphs have three digits */
    SECTIONS = 9,    /* of a chapter */
    SEED = 2028,
};

struct generating {
    struct pl_prose_writer prose;
    uint32_t annex;           /* 1-based */
    uint32_t chapter;         /* 1-based, in its annex */
    uint32_t serial;          /* 1-based, of the chapter in the whole plan */
    uint32_t section;         /* 1-based */
    uint32_t section_bytes;   /* wanted */
    uint32_t paragraph;       /* number of the last */
    uint32_t first_paragraph; /* of the chapter */
    uint32_t footnote;        /* number of the last */
    pl_str goal;              /* name of the chapter's */
};

static uint32_t between(struct generating *it, uint32_t least, uint32_t most)
{
    return pl_random_between(&it->prose.random, least, most);
}

static bool one_in(struct generating *it, uint32_t count)
{
    return pl_random_one_in(&it->prose.random, count);
}

static void add(struct generating *it, const char *text)
{
    pl_buf_add_text(&it->prose.text, text);
}

static void begin_paragraph(struct generating *it)
{
    pl_buf_addf(&it->prose.text, "%u ", ++it->paragraph);
}

static void refer_to_paragraphs(struct generating *it)
{
    uint32_t back = it->paragraph - it->first_paragraph;
    uint32_t to = it->paragraph - between(it, 1, back);
    if (to > it->first_paragraph + 3 && one_in(it, 3)) {
        pl_buf_addf(&it->prose.text,
                    " This follows from paragraphs %u to %u "
                    "above.",
                    to - between(it, 1, 3), to);
    } else {
        pl_buf_addf(&it->prose.text, " See also paragraph %u above.", to);
    }
}

static void refer_to_section(struct generating *it)
{
    uint32_t to = between(it, 1, SECTIONS);
    const char *where = to < it->section ? " above" : " below";
    if (to != it->section) {
        pl_buf_addf(&it->prose.text, " More is said in section %u.%u%s.",
                    it->chapter, to, one_in(it, 2) ? where : "");
    }
}

static void refer(struct generating *it)
{
    if (one_in(it, 3)) {
        refer_to_section(it);
    } else if (one_in(it, 4)) {
        pl_buf_addf(&it->prose.text, " It serves Target %u.%u and Goal %u.",
                    it->serial, between(it, 1, 5), it->serial);
    } else if (it->paragraph > it->first_paragraph) {
        refer_to_paragraphs(it);
    }
}

/* What a tired drafter leaves behind. */
static void add_slip(struct generating *it)
{
    static const char *const slips[] = {
        " The the members agree.",
        " The Council  decides.",
        " This applies to all members ,as before.",
        " The Union should shall report.",
        " See paragraph 999.",
    };
    add(it, slips[pl_random_below(&it->prose.random, COUNT(slips))]);
}

static void add_footnote(struct generating *it)
{
    it->footnote++;
    pl_buf_addf(&it->prose.text, "[footnoteRef:%u] [%u:  ", it->footnote,
                it->footnote);
    pl_prose_sentence(&it->prose);
    add(it, "] ");
}

static void end_line(struct generating *it)
{
    add(it, "\n");
}

static void add_paragraph(struct generating *it)
{
    begin_paragraph(it);
    if (one_in(it, 12)) {
        pl_prose_define_acronym(&it->prose);
    }
    pl_prose_sentences(&it->prose, between(it, 60, 420));
    if (one_in(it, 3)) {
        refer(it);
    }
    if (one_in(it, 20)) {
        add_slip(it);
    }
    if (one_in(it, 30)) {
        add_footnote(it);
    }
    end_line(it);
    if (one_in(it, 4)) {
        end_line(it);
    }
}

static void add_inline_list(struct generating *it)
{
    begin_paragraph(it);
    pl_prose_clause(&it->prose);
    add(it, ", and comprises:\n");
    uint32_t items = between(it, 4, 8);
    for (uint32_t i = 0; i < items; i++) {
        add(it, i == 0 ? "" : i + 1 < items ? "; " : "; and ");
        pl_buf_addf(&it->prose.text, "%c) ", (char)('a' + i));
        pl_prose_clause(&it->prose);
    }
    add(it, ".\n");
}

static void add_list(struct generating *it)
{
    uint32_t items = between(it, 3, 8);
    for (uint32_t i = 1; i <= items; i++) {
        pl_buf_addf(&it->prose.text, "%u) ", i);
        pl_prose_sentence(&it->prose);
        end_line(it);
    }
}

static void add_title(struct generating *it, pl_str title)
{
    pl_buf_add(&it->prose.text, title);
    end_line(it);
}

static void add_components_table(struct generating *it)
{
    pl_buf_addf(&it->prose.text,
                "%u Figure %u below outlines the framework, and Table %u "
                "below defines its parts.\n"
                "Figure %u – Framework\nTable %u – Definitions\n",
                ++it->paragraph, it->serial, it->serial, it->serial,
                it->serial);
    uint32_t rows = between(it, 5, 10);
    add(it, "\tComponents\n\tDefinition\n\n");
    for (uint32_t i = 0; i < rows; i++) {
        add(it, "\t");
        add_title(it, pl_prose_title(&it->prose, 2, false));
        add(it, "\t");
        pl_prose_sentence(&it->prose);
        add(it, "\n\n");
    }
    end_line(it);
}

static void add_quotation(struct generating *it)
{
    begin_paragraph(it);
    add(it, "\"");
    pl_prose_sentence(&it->prose);
    add(it, "\"\n\n");
}

static void add_goal(struct generating *it)
{
    it->goal = pl_prose_title(&it->prose, between(it, 3, 4), true);
    pl_buf_addf(&it->prose.text, "%u Goal %u – %.*s: ", ++it->paragraph,
                it->serial, PL_STR_ARG(it->goal));
    pl_prose_sentences(&it->prose, 500);
    end_line(it);
}

static void add_targets(struct generating *it)
{
    pl_buf_addf(&it->prose.text, "\tTargets for Goal %u: %.*s – by 2031:\n\n",
                it->serial, PL_STR_ARG(it->goal));
    for (uint32_t i = 1; i <= 5; i++) {
        pl_buf_addf(&it->prose.text, "\t%u.%u: ", it->serial, i);
        add_title(it, pl_prose_title(&it->prose, 6, false));
        end_line(it);
    }
    end_line(it);
}

static void add_priority(struct generating *it)
{
    pl_str title = pl_prose_title(&it->prose, between(it, 4, 7), false);
    add_title(it, title);
    add_paragraph(it);
    pl_buf_addf(&it->prose.text, "%u The work of the Union under ",
                ++it->paragraph);
    char first = title.data[0];
    pl_buf_add_char(&it->prose.text, (char)(first - 'A' + 'a'));
    pl_buf_add(&it->prose.text, pl_str_slice(title, 1, title.len));
    add(it, " is expected to deliver the following outcomes:");
    if (one_in(it, 6)) {
        add(it, " \tComment by Author: ");
        pl_prose_sentence(&it->prose);
    }
    end_line(it);
    add_list(it);
}

static void add_titled_paragraphs(struct generating *it)
{
    add_title(it, pl_prose_title(&it->prose, 3, false));
    add_paragraph(it);
    add_paragraph(it);
}

/* What a section holds once, and what then fills it. */
static const struct section_kind {
    const char *title;
    void (*begin)(struct generating *it);
    void (*fill)(struct generating *it);
} section_kinds[SECTIONS] = {
    {"Overall framework", add_components_table, add_paragraph},
    {"Vision", add_quotation, add_paragraph},
    {"Strategic goal", add_goal, add_paragraph},
    {"Targets", add_targets, add_paragraph},
    {"Thematic priorities", add_paragraph, add_priority},
    {"Product and service offerings", add_paragraph, add_titled_paragraphs},
    {"Enablers", add_paragraph, add_titled_paragraphs},
    {"Structure and functions", add_inline_list, add_inline_list},
    {"Strategic risk management", add_paragraph, add_paragraph},
};

static void add_section(struct generating *it, const struct section_kind *kind)
{
    size_t end = it->prose.text.len + it->section_bytes;
    pl_str detail = pl_prose_title(&it->prose, 3, false);
    pl_buf_addf(&it->prose.text, "%u.%u \t%s: %.*s\n", it->chapter, it->section,
                kind->title, PL_STR_ARG(detail));
    kind->begin(it);
    while (it->prose.text.len < end) {
        kind->fill(it);
    }
}

static void begin_annex(struct generating *it)
{
    it->annex++;
    it->chapter = 0;
    it->paragraph = 0;
    pl_buf_addf(&it->prose.text,
                "ANNEX %u TO RESOLUTION 9 (REV. PORT ELLERY, 2027)\n"
                "Strategic plan of the Union for 2028-2031\n",
                it->annex);
}

/* `bytes` are wanted of the whole plan. */
static void add_chapter(struct generating *it, size_t bytes)
{
    size_t done = it->prose.text.len;
    size_t rest = bytes > done ? bytes - done : 0;
    it->section_bytes =
        (uint32_t)((rest < CHAPTER ? rest : CHAPTER) / SECTIONS);
    if (it->serial % CHAPTERS == 0) {
        begin_annex(it);
    }
    it->serial++;
    it->chapter++;
    it->first_paragraph = it->paragraph + 1;
    pl_buf_addf(&it->prose.text, "%u \t", it->chapter);
    add_title(it, pl_prose_title(&it->prose, 5, false));
    for (it->section = 1; it->section <= SECTIONS; it->section++) {
        add_section(it, &section_kinds[it->section - 1]);
    }
}

pl_str pl_generate_plan(struct pl_arena *arena, size_t bytes)
{
    struct generating it = {.prose = {.arena = arena,
                                      .text = pl_buf_in(arena),
                                      .random = {.state = SEED},
                                      .lexicon = pl_lexicon_new(arena),
                                      .known_acronyms = pl_map_new(arena, 64)}};
    while (it.serial == 0 || it.prose.text.len + CHAPTER / 4 < bytes) {
        add_chapter(&it, bytes);
    }
    return pl_buf_str(&it.prose.text);
}
