/* In OpenDocument the first of two paragraphs that become one keeps its
 * properties, while the model, as Word does, asks the last one. */
#include "text/odt/reader.h"

static bool is_same_place(const struct pl_word_para *a,
                          const struct pl_word_para *b)
{
    return a->story == b->story && a->table == b->table && a->row == b->row &&
           a->column == b->column;
}

static bool has_text(const struct pl_word_draft *draft, uint32_t para,
                     enum pl_word_state state)
{
    const struct pl_word_para *it = &draft->paras.items[para];
    for (uint32_t i = it->first_piece; i < it->piece_end; i++) {
        if (draft->pieces.items[i].states & state) {
            return true;
        }
    }
    return false;
}

/* Of paragraphs [first, last], the one whose properties count: what is read is
 * what the final state has; of the original, that which has text then. */
static uint32_t holder_of(const struct pl_word_draft *draft, uint32_t first,
                          uint32_t last, enum pl_word_state state)
{
    if (state == PL_WORD_FINAL) {
        return first;
    }
    for (uint32_t i = first; i <= last; i++) {
        if (has_text(draft, i, state)) {
            return i;
        }
    }
    return first;
}

static void hand_over(struct pl_word_para *paras, uint32_t from, uint32_t to,
                      enum pl_word_state state)
{
    if (state == PL_WORD_FINAL) {
        paras[to].style = paras[from].style;
        paras[to].outline_level = paras[from].outline_level;
    } else {
        paras[to].old_style = paras[from].old_style;
        paras[to].old_outline_level = paras[from].old_outline_level;
    }
}

void pl_odt_join(struct pl_odt_reader *reader, enum pl_word_state state,
                 struct pl_odt_numbered *numbered)
{
    struct pl_word_draft *draft = reader->draft;
    struct pl_word_para *paras = draft->paras.items;
    const struct pl_odt_numbered *own = state == PL_WORD_FINAL
                                            ? reader->numbered.items
                                            : reader->old_numbered.items;
    uint32_t count = (uint32_t)draft->paras.len;
    struct pl_odt_numbered none = {PL_NONE, PL_NONE, PL_NONE, 0};
    for (uint32_t first = 0, last; first < count; first = last + 1) {
        last = first;
        numbered[first] = none;
        while (!(paras[last].mark_states & state) && last + 1 < count &&
               is_same_place(&paras[last], &paras[last + 1])) {
            numbered[++last] = none;
        }
        if (paras[last].row_states & paras[last].mark_states & state) {
            uint32_t holder = holder_of(draft, first, last, state);
            numbered[last] = own[holder];
            hand_over(paras, holder, last, state);
        }
    }
}
