/* Which footnote mark belongs to which note. */
#include "plan/structure/draft.h"

#include "base/map.h"

void pl_draft_pair_footnotes(struct pl_draft *draft)
{
    struct pl_map *notes = pl_map_new(draft->scratch, draft->footnotes.len);
    for (size_t i = 0; i < draft->footnotes.len; i++) {
        pl_map_get_or_add(notes, draft->footnotes.items[i].id, (uint32_t)i);
    }
    for (size_t i = 0; i < draft->footnote_marks.len; i++) {
        struct pl_footnote_mark *mark = &draft->footnote_marks.items[i];
        mark->note = pl_map_get(notes, mark->id);
        if (mark->note != PL_NONE &&
            draft->footnotes.items[mark->note].mark == PL_NONE) {
            draft->footnotes.items[mark->note].mark = (uint32_t)i;
        }
    }
}
