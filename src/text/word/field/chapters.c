#include "text/word/field/chapters.h"

#include "text/word/read/attribute.h"
#include "text/word/read/styles.h"

struct pl_word_chapters
pl_word_chapters_of(const struct pl_word_judging *judging)
{
    struct pl_word_chapters chapters = {.it = judging};
    for (size_t i = 0; i < PL_WORD_HEADINGS; i++) {
        chapters.levels[i].para = PL_NONE;
    }
    return chapters;
}

static pl_str style_in_state(const struct pl_word_judging *it,
                             const struct pl_word_para *para)
{
    return it->state == PL_WORD_ORIGINAL ? para->old_style : para->style;
}

/* Whether its own style is the built-in one, not another that is based on it
 * or has its level. */
static bool is_built_in(const struct pl_word_judging *it,
                        const struct pl_word_para *para)
{
    static const pl_str heading = PL_STR("heading ");
    const struct pl_word_style *style =
        pl_word_style_of(it->word->styles, style_in_state(it, para));
    return style && pl_str_eq_ignore_case(
                        pl_str_slice(style->name, 0, heading.len), heading);
}

static bool has_text(const struct pl_word_judging *it,
                     const struct pl_word_para *para)
{
    return pl_word_shown(it->arena, it->word, para->first_piece,
                         para->piece_end, it->state)
               .len > 0;
}

static void enter(struct pl_word_chapters *chapters, uint32_t index)
{
    const struct pl_word_judging *it = chapters->it;
    struct pl_word_para para = it->word->paras[index];
    para.style = style_in_state(it, &para);
    uint32_t level = pl_word_outline_level(it->word->styles, &para);
    bool exists = (para.mark_states & para.row_states & it->state) != 0;
    if (!exists || para.is_toc || level >= PL_WORD_HEADINGS) {
        return;
    }
    if (!is_built_in(it, &para) || !has_text(it, &para)) {
        for (uint32_t i = 0; i < PL_WORD_HEADINGS; i++) {
            chapters->levels[i].is_unsure = true;
        }
        return;
    }
    chapters->levels[level].para = index;
    chapters->levels[level].serial++;
    chapters->levels[level].is_unsure = false;
    for (uint32_t i = level + 1; i < PL_WORD_HEADINGS; i++) {
        chapters->levels[i].is_unsure = true;
    }
}

void pl_word_chapters_enter(struct pl_word_chapters *chapters, uint32_t para)
{
    uint32_t end = chapters->it->word->stories[0].para_end;
    for (; chapters->next <= para && chapters->next < end; chapters->next++) {
        enter(chapters, chapters->next);
    }
}
