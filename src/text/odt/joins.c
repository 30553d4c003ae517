/* In OpenDocument the first of two paragraphs that become one keeps its
 * properties, while the model, as Word does, asks the last one. Where nothing
 * is left of several, before a table, what is empty only closes it off: it does
 * not count. */
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

/* The first of paragraphs [first, last] that has text; PL_NONE. */
static uint32_t first_with_text(const struct pl_word_draft *draft,
                                uint32_t first, uint32_t last,
                                enum pl_word_state state)
{
    for (uint32_t i = first; i <= last; i++) {
        if (has_text(draft, i, state)) {
            return i;
        }
    }
    return PL_NONE;
}

/* The one whose properties count: what is read is what the final state has; of
 * the original, that which has text then. */
static uint32_t holder_of(uint32_t first, uint32_t with_text,
                          enum pl_word_state state)
{
    return state == PL_WORD_FINAL || with_text == PL_NONE ? first : with_text;
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
            uint32_t text = first_with_text(draft, first, last, state);
            uint32_t holder = holder_of(first, text, state);
            bool is_rest = first < last && text == PL_NONE;
            numbered[last] = is_rest ? none : own[holder];
            hand_over(paras, holder, last, state);
        }
    }
}
