/* styles.h - what the styles of a Word document say about paragraphs. */
#ifndef PLANLINT_TEXT_WORD_READ_STYLES_H
#define PLANLINT_TEXT_WORD_READ_STYLES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/error.h"
#include "base/str.h"
#include "text/word/model.h"

struct pl_arena;
struct pl_zip;

struct pl_word_style {
    pl_str id;
    pl_str name; /* the canonical English one of a built-in style */
    pl_str based_on;
    bool is_default;   /* of its type */
    bool is_paragraph; /* else of characters, tables or numbering */
    bool is_numbering;
    uint8_t outline_level;        /* its own; 9: no heading; 10: not said */
    uint8_t hiding;               /* enum pl_word_hiding; its own */
    struct pl_word_indent indent; /* its own */
    struct pl_word_face face;     /* its own */
    struct pl_word_numbering numbering;
};

/* What holds where no style says anything. */
struct pl_word_defaults {
    pl_str language; /* "en-GB"; may be empty */
    struct pl_word_indent indent;
    struct pl_word_face face;
};

/* `part` is the name of the styles part; empty: there are none. */
PL_MUST_CHECK bool pl_word_styles_read(struct pl_arena *arena,
                                       struct pl_zip *zip, pl_str part,
                                       const struct pl_word_styles **styles,
                                       struct pl_error *error);

/* Styles that were read elsewhere; the items and the language are borrowed. */
const struct pl_word_styles *
pl_word_styles_make(struct pl_arena *arena, const struct pl_word_style *items,
                    uint32_t count, struct pl_word_defaults defaults);

const struct pl_word_defaults *
pl_word_styles_defaults(const struct pl_word_styles *styles);

/* NULL: unknown. The empty id is the default paragraph style. */
const struct pl_word_style *
pl_word_style_of(const struct pl_word_styles *styles, pl_str id);

/* The style that it is based on, or NULL; chains never go in a circle. */
const struct pl_word_style *
pl_word_style_base(const struct pl_word_styles *styles,
                   const struct pl_word_style *style);

/* 0 to 8 for a heading, 9 for none: the paragraph's own level, that of its
 * styles, or the built-in name "heading N". */
uint8_t pl_word_outline_level(const struct pl_word_styles *styles,
                              const struct pl_word_para *para);

/* Whether text of that style is hidden: the first style of its chain that says
 * something tells it. */
bool pl_word_style_hides(const struct pl_word_styles *styles, pl_str id);

/* Whether any style hides text. */
bool pl_word_styles_hide(const struct pl_word_styles *styles);

#endif
