/* The paragraphs, tables and text boxes of a story. */
#include "text/word/view/viewer.h"

void pl_word_write_story(struct pl_word_viewer *viewer, uint32_t story)
{
    const struct pl_word_story *it = &viewer->word->stories[story];
    for (uint32_t i = it->first_para; i < it->para_end;) {
        if (viewer->word->paras[i].table != PL_NONE) {
            i = pl_word_write_table(viewer, i, it->para_end);
            continue;
        }
        struct pl_word_group group = pl_word_group_at(viewer, i, it->para_end);
        pl_word_write_paragraph(viewer, group);
        i = group.end;
    }
}

/* Boxes in boxes are as deep as the reader lets them be. */
void pl_word_write_boxes(struct pl_word_viewer *viewer, uint32_t para)
{
    uint32_t box = viewer->first_box[para];
    viewer->first_box[para] = PL_NONE; /* once, whatever refers to it */
    for (; box != PL_NONE; box = viewer->next_box[box]) {
        pl_word_write_story(viewer, box);
    }
}
