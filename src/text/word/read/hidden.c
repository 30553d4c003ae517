#include "text/word/read/hidden.h"

#include "text/word/read/styles.h"

static bool hides(const struct pl_word_file *word, bool is_para_hidden,
                  const struct pl_word_piece *piece)
{
    if (piece->run == PL_NONE) {
        return is_para_hidden;
    }
    const struct pl_word_run *run = &word->runs[piece->run];
    if (run->hiding != PL_WORD_HIDING_UNSAID) {
        return piece->is_hidden;
    }
    return is_para_hidden != (run->style.len > 0 &&
                              pl_word_style_hides(word->styles, run->style));
}

void pl_word_hide_by_styles(const struct pl_word_file *word,
                            struct pl_word_piece *pieces)
{
    if (!pl_word_styles_hide(word->styles)) {
        return;
    }
    for (uint32_t i = 0; i < word->paras_count; i++) {
        const struct pl_word_para *para = &word->paras[i];
        bool is_para_hidden = pl_word_style_hides(word->styles, para->style);
        for (uint32_t k = para->first_piece; k < para->piece_end; k++) {
            pieces[k].is_hidden |= hides(word, is_para_hidden, &pieces[k]);
        }
    }
}
