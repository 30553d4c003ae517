#include "text/word/view/look.h"

#include "text/word/number/numbered.h"
#include "text/word/read/look.h"
#include "text/word/read/styles.h"

/* ----- indents ----- */

static bool find_numbered(const struct pl_word_viewer *viewer, uint32_t para,
                          struct pl_word_numbered *numbered)
{
    const struct pl_word_file *word = viewer->word;
    return word->numbers &&
           pl_word_find_numbered(word, &word->paras[para],
                                 (enum pl_word_state)viewer->states, numbered);
}

uint32_t pl_word_list_id(const struct pl_word_viewer *viewer, uint32_t para)
{
    struct pl_word_numbered numbered;
    return find_numbered(viewer, para, &numbered) ? numbered.list->id : PL_NONE;
}

/* What a list says of its paragraphs comes before what the style says that
 * has it, or that the paragraph has. */
static struct pl_word_indent indent_of(const struct pl_word_viewer *viewer,
                                       uint32_t index)
{
    const struct pl_word_file *word = viewer->word;
    const struct pl_word_para *para = &word->paras[index];
    struct pl_word_indent indent = para->indent;
    struct pl_word_numbered numbered;
    const struct pl_word_level_rule *rule = NULL;
    if (find_numbered(viewer, index, &numbered)) {
        rule = pl_word_rule_of(word, numbered.list, numbered.abstract,
                               numbered.level);
    }
    if (rule && para->numbering.list != PL_NONE) {
        pl_word_indent_fill(&indent, &rule->indent);
    }
    const struct pl_word_style *style =
        pl_word_style_of(word->styles, pl_word_para_style(viewer, index));
    for (; style; style = pl_word_style_base(word->styles, style)) {
        pl_word_indent_fill(&indent, &style->indent);
        if (rule && style->numbering.list != PL_NONE) {
            pl_word_indent_fill(&indent, &rule->indent);
        }
    }
    pl_word_indent_fill(&indent,
                        &pl_word_styles_defaults(word->styles)->indent);
    return indent;
}

struct pl_word_span pl_word_span_of(const struct pl_word_viewer *viewer,
                                    uint32_t para)
{
    struct pl_word_indent indent = indent_of(viewer, para);
    int32_t hanging = indent.first < 0 ? indent.first : 0;
    return (struct pl_word_span){indent.left + hanging, indent.right};
}

/* ----- letters ----- */

static struct pl_word_face face_of(const struct pl_word_styles *styles,
                                   const struct pl_word_style *style)
{
    struct pl_word_face face = {0};
    for (; style; style = pl_word_style_base(styles, style)) {
        pl_word_face_fill(&face, &style->face);
    }
    return face;
}

/* Of two styles that both are italic, one in the other, the inner one is
 * upright. */
static struct pl_word_face face_of_run(const struct pl_word_styles *styles,
                                       const struct pl_word_run *run,
                                       const struct pl_word_face *around)
{
    struct pl_word_face face = run->face;
    struct pl_word_face style = {0};
    if (run->style.len > 0) {
        style = face_of(styles, pl_word_style_of(styles, run->style));
    }
    if (style.slant == PL_WORD_ITALIC && around->slant == PL_WORD_ITALIC) {
        style.slant = PL_WORD_UPRIGHT;
    }
    pl_word_face_fill(&face, &style);
    pl_word_face_fill(&face, around);
    return face;
}

static void add_letters(const struct pl_word_viewer *viewer, uint32_t index,
                        struct pl_word_letters *letters)
{
    enum { SIZE_OF_WORD = 20 };
    const struct pl_word_file *word = viewer->word;
    const struct pl_word_para *para = &word->paras[index];
    struct pl_word_face around = face_of(
        word->styles,
        pl_word_style_of(word->styles, pl_word_para_style(viewer, index)));
    pl_word_face_fill(&around, &pl_word_styles_defaults(word->styles)->face);
    for (uint32_t i = para->first_piece; i < para->piece_end; i++) {
        const struct pl_word_piece *piece = &word->pieces[i];
        if (piece->kind != PL_WORD_TEXT || piece->run == PL_NONE ||
            pl_word_is_left_out(viewer, piece)) {
            continue;
        }
        struct pl_word_face face =
            face_of_run(word->styles, &word->runs[piece->run], &around);
        uint16_t size = face.size > 0 ? face.size : SIZE_OF_WORD;
        letters->count += piece->text.len;
        letters->italic += face.slant == PL_WORD_ITALIC ? piece->text.len : 0;
        letters->size = size > letters->size ? size : letters->size;
    }
}

struct pl_word_letters pl_word_letters_of(const struct pl_word_viewer *viewer,
                                          struct pl_word_group group)
{
    struct pl_word_letters letters = {0};
    for (uint32_t i = group.first; i < group.end; i++) {
        add_letters(viewer, i, &letters);
    }
    return letters;
}
