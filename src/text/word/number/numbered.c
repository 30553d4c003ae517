#include "text/word/number/numbered.h"

#include "base/range.h"
#include "text/word/read/styles.h"

static bool take_list(const struct pl_word_file *word, uint32_t id,
                      struct pl_word_numbered *out)
{
    out->list = pl_word_list_of(word->numbers, id);
    out->abstract = out->list ? pl_word_abstract_of(word, out->list) : PL_NONE;
    return out->abstract != PL_NONE;
}

static uint32_t level_tied_to(const struct pl_word_file *word,
                              uint32_t abstract, pl_str style)
{
    const struct pl_word_abstract *it = &word->numbers->abstracts[abstract];
    for (uint32_t i = 0; i < PL_WORD_LEVELS; i++) {
        if (it->levels[i].is_given && pl_str_eq(it->levels[i].style, style)) {
            return i;
        }
    }
    return PL_NONE;
}

/* The first in a chain of styles that is tied to a level of the definition, or
 * says a level, tells it: one style has the list, another the level. */
static uint32_t level_of_style(const struct pl_word_file *word,
                               uint32_t abstract, pl_str id)
{
    const struct pl_word_style *style = pl_word_style_of(word->styles, id);
    for (; style; style = pl_word_style_base(word->styles, style)) {
        uint32_t level = level_tied_to(word, abstract, style->id);
        if (level != PL_NONE || style->numbering.has_level ||
            style->numbering.list != PL_NONE) {
            return level != PL_NONE ? level : style->numbering.level;
        }
    }
    return 0;
}

static uint32_t list_of_style(const struct pl_word_file *word, pl_str id)
{
    const struct pl_word_style *style = pl_word_style_of(word->styles, id);
    while (style && style->numbering.list == PL_NONE) {
        style = pl_word_style_base(word->styles, style);
    }
    return style ? style->numbering.list : PL_NONE;
}

/* What the paragraph's own properties say in a state. */
static struct pl_word_numbering own_numbering(const struct pl_word_para *para,
                                              enum pl_word_state state)
{
    bool is_before =
        state == PL_WORD_ORIGINAL && para->properties_change != PL_NONE;
    if (is_before) {
        return para->old_numbering;
    }
    return para->numbering_states & state
               ? para->numbering
               : (struct pl_word_numbering){.list = PL_NONE};
}

static bool has_text(const struct pl_word_file *word,
                     const struct pl_word_para *para, uint8_t state)
{
    for (uint32_t i = para->first_piece; i < para->piece_end; i++) {
        if (word->pieces[i].states & state) {
            return true;
        }
    }
    return false;
}

bool pl_word_find_numbered(const struct pl_word_file *word,
                           const struct pl_word_para *para,
                           enum pl_word_state state,
                           struct pl_word_numbered *out)
{
    pl_str style = state == PL_WORD_ORIGINAL ? para->old_style : para->style;
    struct pl_word_numbering own = own_numbering(para, state);
    uint32_t list = own.list != PL_NONE ? own.list : list_of_style(word, style);
    if (list == 0 || list == PL_NONE || !take_list(word, list, out)) {
        return false;
    }
    out->level =
        own.has_level ? own.level : level_of_style(word, out->abstract, style);
    if (word->numbers->abstracts[out->abstract].is_single_level) {
        out->level = 0;
    }
    return !para->ends_section || has_text(word, para, (uint8_t)state);
}
