/* Quotations that no style names: they are known by how they are set. Their
 * numbers are those of another document.
 *
 * Lists and terms are set further in than what is around them, too. So two
 * signs are needed: a quotation is introduced, by a colon or by its own mark,
 * and is set otherwise, in italics, narrower on both sides or smaller. */
#include "base/array.h"
#include "base/chars.h"
#include "text/word/view/look.h"

/* The paragraph before, and what is quoted below it. */
struct reading {
    struct pl_word_viewer *viewer;
    bool *quoted;
    struct pl_buf text; /* the beginning of the one that is looked at */
    pl_str end;         /* the last piece of its text */
    struct pl_word_group base;
    bool has_base;
    bool introduces; /* it ends with a colon */
    bool is_quoting; /* what follows it was quoted so far */
};

static void add_text(struct reading *reading, pl_str text)
{
    enum { LOOKED_AT = 4096 };
    size_t room = LOOKED_AT - reading->text.len;
    pl_buf_add(&reading->text,
               pl_str_slice(text, 0, text.len < room ? text.len : room));
    pl_str trimmed = pl_str_trim(text);
    reading->end = trimmed.len > 0 ? trimmed : reading->end;
}

static void take_text(struct reading *reading, struct pl_word_group group)
{
    const struct pl_word_file *word = reading->viewer->word;
    reading->text.len = 0;
    reading->end = (pl_str){0};
    for (uint32_t i = group.first; i < group.end; i++) {
        const struct pl_word_para *para = &word->paras[i];
        for (uint32_t k = para->first_piece; k < para->piece_end; k++) {
            const struct pl_word_piece *piece = &word->pieces[k];
            bool is_text =
                piece->kind == PL_WORD_TEXT || piece->kind == PL_WORD_TAB;
            if (is_text && !pl_word_is_left_out(reading->viewer, piece)) {
                add_text(reading, piece->text);
            }
        }
    }
}

/* "says:", "says:-" */
static bool ends_with_colon(pl_str text)
{
    static const pl_str dashes[] = {PL_STR("-"), PL_STR("\u2013"),
                                    PL_STR("\u2014")};
    for (size_t i = 0; i < PL_COUNT(dashes); i++) {
        if (pl_str_ends(text, dashes[i])) {
            text = pl_str_trim(pl_str_slice(text, 0, text.len - dashes[i].len));
        }
    }
    return text.len > 0 && text.data[text.len - 1] == ':';
}

/* As what is quoted does, but no item of a list of names. */
static bool ends_like_text(pl_str text)
{
    static const pl_str ends[] = {
        PL_STR("."),      PL_STR(";"),      PL_STR(","),      PL_STR("?"),
        PL_STR("\""),     PL_STR("\u201D"), PL_STR("\u2019"), PL_STR("\u2026"),
        PL_STR("\u2014"), PL_STR("\u2013")};
    for (size_t i = 0; i < PL_COUNT(ends); i++) {
        if (pl_str_ends(text, ends[i])) {
            return true;
        }
    }
    return false;
}

/* A mark that what it opens is only part of the paragraph is a term's: it is
 * closed before the end. */
static bool begins_quotation(pl_str text)
{
    static const pl_str marks[][2] = {
        {PL_STR("\u201C"), PL_STR("\u201D")},
        {PL_STR("\""), PL_STR("\"")},
        {PL_STR("\u2018"), PL_STR("\u2019 ")},
        {PL_STR("\u00AB"), PL_STR("\u00BB")},
        {PL_STR("\u201E"), PL_STR("\u201C")},
    };
    enum { AT_END = 4 }; /* bytes: with a stop */
    for (size_t i = 0; i < PL_COUNT(marks); i++) {
        if (pl_str_starts(text, marks[i][0])) {
            size_t end = pl_str_find(text, marks[i][1], marks[i][0].len);
            return end == PL_NOWHERE || end + AT_END >= text.len;
        }
    }
    return false;
}

/* What begins with the first mark of a list may be a list of one's own. */
static bool begins_list(pl_str text)
{
    static const pl_str signs[] = {PL_STR("-"), PL_STR("\u2013"),
                                   PL_STR("\u2014"), PL_STR("\u2022")};
    static const pl_str firsts = PL_STR("1aAiI");
    for (size_t i = 0; i < PL_COUNT(signs); i++) {
        if (pl_str_starts(text, signs[i])) {
            return true;
        }
    }
    text = pl_str_slice(text, text.len > 0 && text.data[0] == '(', text.len);
    bool is_first =
        text.len > 1 &&
        pl_str_find(firsts, pl_str_slice(text, 0, 1), 0) != PL_NOWHERE;
    return is_first &&
           (text.data[1] == '.' || text.data[1] == ')' || text.data[1] == '\t');
}

/* What is left out before it says that it is one. */
static bool begins_with_omission(pl_str text)
{
    static const pl_str omissions[] = {PL_STR("\u201C\u2026"),
                                       PL_STR("\u201C..."), PL_STR("\"\u2026"),
                                       PL_STR("\"...")};
    for (size_t i = 0; i < PL_COUNT(omissions); i++) {
        if (pl_str_eq(text, omissions[i])) {
            return true;
        }
    }
    return false;
}

struct signs {
    bool is_italic;
    bool is_narrow;
    bool is_small;
};

/* None where it is not set further in than the base. */
static struct signs signs_of(const struct reading *reading,
                             struct pl_word_group group)
{
    enum { FURTHER = 200 }; /* twentieths of a point, as they are */
    const struct pl_word_viewer *viewer = reading->viewer;
    struct pl_word_span base = pl_word_span_of(viewer, reading->base.para);
    struct pl_word_span span = pl_word_span_of(viewer, group.para);
    if (span.left < base.left + FURTHER) {
        return (struct signs){0};
    }
    struct pl_word_letters around = pl_word_letters_of(viewer, reading->base);
    struct pl_word_letters letters = pl_word_letters_of(viewer, group);
    return (struct signs){
        .is_italic = letters.count > 0 &&
                     letters.italic * 10 >= letters.count * 9 &&
                     around.italic * 2 < around.count,
        .is_narrow = span.right >= base.right + FURTHER,
        .is_small = letters.size < around.size,
    };
}

/* A list inside of a quotation is not the one that goes on around it. */
static bool is_of_list_around(const struct reading *reading,
                              struct pl_word_group group)
{
    const struct pl_word_viewer *viewer = reading->viewer;
    return pl_word_list_id(viewer, group.para) ==
           pl_word_list_id(viewer, reading->base.para);
}

static bool is_quoted(const struct reading *reading, struct pl_word_group group,
                      pl_str text)
{
    bool begins = begins_quotation(text);
    if (reading->has_base && begins_with_omission(text)) {
        return true;
    }
    bool may_be =
        reading->has_base && (reading->is_quoting || begins ||
                              (reading->introduces && !begins_list(text) &&
                               ends_like_text(reading->end)));
    if (!may_be || pl_word_heading_level(reading->viewer, group.para) > 0) {
        return false;
    }
    struct signs signs = signs_of(reading, group);
    return signs.is_italic || signs.is_narrow ||
           (signs.is_small && (reading->is_quoting || begins));
}

static void look_at(struct reading *reading, struct pl_word_group group)
{
    const struct pl_word_label *label = &reading->viewer->labels[group.para];
    take_text(reading, group);
    pl_str text = pl_str_trim(pl_buf_str(&reading->text));
    if (text.len == 0 && label->text.len == 0) {
        return;
    }
    bool may_be = label->text.len == 0 ||
                  (reading->is_quoting && !is_of_list_around(reading, group));
    bool quoted = may_be && is_quoted(reading, group, text);
    reading->quoted[group.para] = quoted;
    reading->is_quoting = quoted;
    if (!quoted) {
        reading->has_base = true;
        reading->base = group;
        reading->introduces = ends_with_colon(reading->end);
    }
}

void pl_word_find_quotes(struct pl_word_viewer *viewer)
{
    const struct pl_word_story *body = &viewer->word->stories[0];
    struct reading reading = {.viewer = viewer,
                              .quoted = viewer->is_quoted,
                              .text = pl_buf_in(viewer->arena)};
    for (uint32_t i = body->first_para; i < body->para_end;) {
        struct pl_word_group group =
            pl_word_group_at(viewer, i, body->para_end);
        if (viewer->word->paras[i].table != PL_NONE) {
            reading.has_base = false;
            reading.is_quoting = false;
        } else if (pl_word_viewer_shows(
                       viewer, viewer->word->paras[group.para].row_states)) {
            look_at(&reading, group);
        }
        i = group.end;
    }
}
