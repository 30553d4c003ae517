#include "text/word/note_numbers.h"

#include "base/arena.h"
#include "base/buf.h"
#include "text/word/numbering.h"

struct counter {
    uint32_t next;
    uint32_t section; /* from 1, that it began anew in; 0: in none */
    bool is_used;     /* a note has a number of it */
    bool is_unsure;
};

struct numbering {
    struct pl_arena *arena;
    const struct pl_word_file *word;
    uint8_t states;
    uint32_t section; /* that we are in */
    struct counter counters[PL_WORD_NOTE_KINDS];
    struct pl_word_note_number *numbers;
};

/* A section whose break does not exist is part of the next one. */
static bool is_behind(const struct numbering *it, uint32_t para)
{
    const struct pl_word_section *section = &it->word->sections[it->section];
    uint32_t last = section->last_para;
    return last != PL_NONE &&
           (para > last || !(it->word->paras[last].mark_states & it->states));
}

static void begin_section(struct numbering *it)
{
    for (size_t i = 0; i < PL_WORD_NOTE_KINDS; i++) {
        const struct pl_word_note_rule *rule =
            &it->word->sections[it->section].notes[i];
        struct counter *counter = &it->counters[i];
        bool is_first = counter->next == PL_NONE;
        if (is_first || rule->restart == PL_WORD_EACH_SECTION) {
            counter->next = rule->start;
            counter->section = counter->is_used ? it->section + 1 : 0;
            counter->is_unsure = false;
        }
        counter->is_unsure |= rule->restart == PL_WORD_EACH_PAGE;
    }
}

/* The first section of all has counters that have not begun. */
static void enter_section_of(struct numbering *it, uint32_t para)
{
    bool has_begun = it->counters[0].next != PL_NONE;
    bool enters = !has_begun;
    while (is_behind(it, para)) {
        uint32_t last = it->word->sections[it->section].last_para;
        if (it->word->paras[last].mark_states & it->states) {
            if (enters) {
                begin_section(it);
            }
            enters = true;
        }
        it->section++;
    }
    if (enters) {
        begin_section(it);
    }
}

static void number(struct numbering *it, const struct pl_word_piece *mark)
{
    struct pl_word_note_number *out = &it->numbers[mark->target];
    struct counter *counter = &it->counters[mark->is_endnote];
    const struct pl_word_note_rule *rule =
        &it->word->sections[it->section].notes[mark->is_endnote];
    struct pl_buf text = pl_buf_in(it->arena);
    if (out->is_shown) {
        return;
    }
    out->is_shown = true;
    out->has_mark = mark->has_own_mark;
    if (!mark->has_own_mark) {
        counter->is_used = true;
        pl_word_write_number(&text, (enum pl_word_format)rule->format,
                             counter->next++, 0);
        out->text = pl_buf_str(&text);
        out->is_sure = !counter->is_unsure;
        out->section = counter->section;
    }
}

static void number_para(struct numbering *it, uint32_t index)
{
    const struct pl_word_para *para = &it->word->paras[index];
    for (uint32_t i = para->first_piece; i < para->piece_end; i++) {
        const struct pl_word_piece *piece = &it->word->pieces[i];
        if (piece->kind == PL_WORD_NOTE_MARK && piece->target != PL_NONE &&
            !piece->is_hidden && (piece->states & it->states) &&
            (para->row_states & it->states)) {
            number(it, piece);
        }
    }
}

static bool has_notes(enum pl_word_story_kind kind)
{
    return kind == PL_WORD_BODY || kind == PL_WORD_TEXT_BOX ||
           kind == PL_WORD_FOOTNOTE || kind == PL_WORD_ENDNOTE;
}

const struct pl_word_note_number *
pl_word_note_numbers(struct pl_arena *arena, const struct pl_word_file *word,
                     uint8_t states)
{
    struct numbering it = {
        .arena = arena,
        .word = word,
        .states = states,
        .counters = {{.next = PL_NONE}, {.next = PL_NONE}},
        .numbers =
            pl_arena_array(arena, word->stories_count + 1, sizeof(*it.numbers)),
    };
    for (uint32_t i = 0; i < word->stories_count; i++) {
        const struct pl_word_story *story = &word->stories[i];
        for (uint32_t k = story->first_para;
             has_notes(story->kind) && k < story->para_end; k++) {
            if (story->kind == PL_WORD_BODY) {
                enter_section_of(&it, k);
            }
            number_para(&it, k);
        }
    }
    return it.numbers;
}
