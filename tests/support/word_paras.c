#include "word_paras.h"

#include "base/buf.h"
#include "base/vec.h"
#include "text/word/number/numbers.h"

struct joining {
    struct pl_arena *arena;
    const struct pl_word_file *word;
    enum pl_word_state state;
    const struct pl_word_label *labels;
    PL_VEC(struct word_para) made;
    uint32_t field;     /* that is next */
    struct pl_buf text; /* of paragraphs whose mark is gone */
};

static bool is_text(const struct pl_word_piece *piece)
{
    return piece->kind == PL_WORD_TEXT || piece->kind == PL_WORD_TAB ||
           piece->kind == PL_WORD_BREAK || piece->kind == PL_WORD_PLACEHOLDER;
}

/* The numbers that fields are, which stand before a piece. */
static void add_fields(struct joining *it, uint32_t para, uint32_t piece)
{
    const struct pl_word_file *word = it->word;
    while (it->field < word->fields_count &&
           word->fields[it->field].first_para == para &&
           word->fields[it->field].first_piece <= piece) {
        pl_buf_add(&it->text, it->labels[word->paras_count + it->field++].text);
    }
}

static void add_pieces(struct joining *it, uint32_t index)
{
    const struct pl_word_para *para = &it->word->paras[index];
    while (it->field < it->word->fields_count &&
           it->word->fields[it->field].first_para < index) {
        it->field++;
    }
    for (uint32_t i = para->first_piece; i < para->piece_end; i++) {
        add_fields(it, index, i);
        const struct pl_word_piece *piece = &it->word->pieces[i];
        if ((piece->states & it->state) && is_text(piece)) {
            pl_buf_add(&it->text, piece->text);
        }
    }
    add_fields(it, index, para->piece_end);
}

static void end_para(struct joining *it, uint32_t index)
{
    *PL_VEC_PUSH(it->arena, &it->made) = (struct word_para){
        .index = index,
        .label = it->labels[index].text,
        .is_bullet = it->labels[index].is_bullet,
        .text = pl_buf_str(&it->text),
    };
    it->text = pl_buf_in(it->arena);
}

/* No paragraph goes on in another cell or story. */
static bool is_last(const struct pl_word_file *word, uint32_t index)
{
    if (index + 1 == word->paras_count) {
        return true;
    }
    const struct pl_word_para *para = &word->paras[index];
    const struct pl_word_para *next = para + 1;
    return next->story != para->story || next->table != para->table ||
           next->row != para->row || next->column != para->column;
}

struct word_paras word_paras_of(struct pl_arena *arena,
                                const struct pl_word_file *word,
                                enum pl_word_state state)
{
    struct joining it = {
        .arena = arena,
        .word = word,
        .state = state,
        .labels = pl_word_labels(arena, word, state),
        .text = pl_buf_in(arena),
    };
    for (uint32_t i = 0; i < word->paras_count; i++) {
        const struct pl_word_para *para = &word->paras[i];
        bool is_there = (para->row_states & state) != 0;
        bool ends = is_last(word, i);
        if (is_there) {
            add_pieces(&it, i);
        }
        if (is_there &&
            ((para->mark_states & state) || (ends && it.text.len > 0))) {
            end_para(&it, i);
        }
    }
    return (struct word_paras){it.made.items, it.made.len};
}
