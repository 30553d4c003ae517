/* styles.h - what the styles of an OpenDocument text say: which list numbers a
 * paragraph, how the levels of lists are numbered, what is hidden. */
#ifndef PLANLINT_TEXT_ODT_STYLES_H
#define PLANLINT_TEXT_ODT_STYLES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "text/odt/tree.h"
#include "text/word/model.h"
#include "text/word/number/numbering.h"

struct pl_arena;

enum { PL_ODT_LEVELS = 10 };

struct pl_odt_level {
    bool is_given;
    bool is_bullet;
    bool has_synced_letters; /* aa, bb, cc; else aa, ab, ac */
    enum pl_word_format format;
    enum pl_word_suffix suffix; /* what follows the label */
    pl_str before;
    pl_str after;
    pl_str pattern; /* "%1%.%2%", instead of all that; may be empty */
    pl_str bullet;
    uint32_t shown; /* levels that the label shows */
    uint32_t start;
};

struct pl_odt_list_style {
    struct pl_odt_level levels[PL_ODT_LEVELS];
};

struct pl_odt_styles;

struct pl_odt_styles *pl_odt_styles_new(struct pl_arena *arena);

/* Takes the styles of a part. */
void pl_odt_styles_take(struct pl_odt_styles *styles,
                        const struct pl_odt_tree *tree);

/* After all are taken: those that the model names, and what it says of notes
 * and of the language. */
void pl_odt_styles_end(struct pl_odt_styles *styles, struct pl_word_file *word);

/* What holds for paragraphs, or for spans, of a style. */
struct pl_odt_style {
    pl_str named;        /* the first of its chain that is not automatic */
    pl_str list_style;   /* that it, or one above it, names */
    bool has_list_style; /* which may be none: the empty name */
    pl_str master_page;  /* that begins with a paragraph of it; may be empty */
    bool is_hidden;
};
struct pl_odt_style pl_odt_para_style(const struct pl_odt_styles *styles,
                                      pl_str name);
bool pl_odt_hides_span(const struct pl_odt_styles *styles, pl_str name);

/* The pages that paragraphs of some style begin, one after the other: NULL
 * data after the last one. */
pl_str pl_odt_master_page_at(const struct pl_odt_styles *styles, size_t index);

/* The name of the list style of headings. */
pl_str pl_odt_outline_name(const struct pl_odt_styles *styles);

/* The index of a list style, of that of headings for the empty name; PL_NONE.
 */
uint32_t pl_odt_list_style(const struct pl_odt_styles *styles, pl_str name);
const struct pl_odt_list_style *
pl_odt_list_style_at(const struct pl_odt_styles *styles, uint32_t index);

#endif
