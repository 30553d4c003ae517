#include "text/word/number/note_numbers.h"

#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/vec.h"
#include "text/word/number/numbering.h"

struct counter {
    uint32_t next;
    uint32_t section; /* from 1, that it began anew in; 0: in none */
    bool is_used;     /* a note has a number of it */
    bool is_unsure;
};

struct pl_word_note_numbers {
    const struct pl_word_file *word;
    struct pl_word_note_number *notes; /* by story */
    PL_VEC(struct pl_word_note_number) missing;
    struct pl_map *missing_by_piece; /* index in `missing` */
};

struct numbering {
    struct pl_arena *arena;
    const struct pl_word_file *word;
    uint8_t states;
    uint32_t section; /* that we are in */
    struct counter counters[PL_WORD_NOTE_KINDS];
    struct pl_word_note_numbers *numbers;
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

static struct pl_word_note_number *number_of(struct numbering *it,
                                             uint32_t piece)
{
    struct pl_word_note_numbers *numbers = it->numbers;
    uint32_t story = it->word->pieces[piece].target;
    if (story != PL_NONE) {
        return &numbers->notes[story];
    }
    pl_map_put(numbers->missing_by_piece, pl_arena_number(it->arena, piece),
               (uint32_t)numbers->missing.len);
    return PL_VEC_PUSH(it->arena, &numbers->missing);
}

static void number(struct numbering *it, uint32_t piece)
{
    const struct pl_word_piece *mark = &it->word->pieces[piece];
    struct pl_word_note_number *out = number_of(it, piece);
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
        if (piece->kind == PL_WORD_NOTE_MARK && !piece->is_hidden &&
            (piece->states & it->states) && (para->row_states & it->states)) {
            number(it, i);
        }
    }
}

static bool has_notes(enum pl_word_story_kind kind)
{
    return kind == PL_WORD_BODY || kind == PL_WORD_TEXT_BOX ||
           kind == PL_WORD_FOOTNOTE || kind == PL_WORD_ENDNOTE;
}

const struct pl_word_note_numbers *
pl_word_note_numbers(struct pl_arena *arena, const struct pl_word_file *word,
                     uint8_t states)
{
    struct pl_word_note_numbers *numbers =
        pl_arena_alloc(arena, sizeof(*numbers));
    struct numbering it = {
        .arena = arena,
        .word = word,
        .states = states,
        .counters = {{.next = PL_NONE}, {.next = PL_NONE}},
        .numbers = numbers,
    };
    numbers->word = word;
    numbers->notes =
        pl_arena_array(arena, word->stories_count + 1, sizeof(*numbers->notes));
    numbers->missing_by_piece = pl_map_new(arena, 4);
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
    return numbers;
}

const struct pl_word_note_number *
pl_word_note_number(const struct pl_word_note_numbers *numbers, uint32_t story)
{
    return &numbers->notes[story];
}

const struct pl_word_note_number *
pl_word_mark_number(const struct pl_word_note_numbers *numbers, uint32_t piece)
{
    static const struct pl_word_note_number none = {0};
    uint32_t story = numbers->word->pieces[piece].target;
    if (story != PL_NONE) {
        return &numbers->notes[story];
    }
    char digits[16];
    int len = snprintf(digits, sizeof(digits), "%u", piece);
    uint32_t found =
        pl_map_get(numbers->missing_by_piece, (pl_str){digits, (size_t)len});
    return found == PL_NONE ? &none : &numbers->missing.items[found];
}
