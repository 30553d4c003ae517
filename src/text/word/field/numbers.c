/* Fields that show the number of a note or of a chapter. Source: ECMA-376
 * 17.16.5.43 (NOTEREF), .61 (STYLEREF). */
#include "base/chars.h"
#include "text/word/field/chapters.h"
#include "text/word/field/judging.h"
#include "text/word/number/note_numbers.h"

static void compare(struct pl_word_judged_field *field, pl_str due)
{
    if (due.len > 0 && field->shown.len > 0 &&
        !pl_word_same_text(due, field->shown)) {
        field->verdict = PL_WORD_VERDICT_STALE;
        field->due = due;
    }
}

/* The one mark of a note in a bookmark; PL_NONE. */
static uint32_t mark_in(const struct pl_word_judging *it,
                        const struct pl_word_bookmark *bookmark)
{
    uint32_t found = PL_NONE;
    uint32_t end = bookmark->piece_end;
    for (uint32_t i = bookmark->first_piece;
         i < end && i - bookmark->first_piece < PL_WORD_SHOWN_MAX; i++) {
        if (it->word->pieces[i].kind == PL_WORD_NOTE_MARK &&
            pl_word_is_shown(it->word, i, it->state)) {
            if (found != PL_NONE) {
                return PL_NONE;
            }
            found = i;
        }
    }
    return found;
}

/* Where pages decide, the number is not known. */
void pl_word_judge_note(struct pl_word_judging *it,
                        const struct pl_word_bookmark *bookmark,
                        struct pl_word_judged_field *field)
{
    uint32_t mark = mark_in(it, bookmark);
    if (mark == PL_NONE || field->instruction.format.len > 0 ||
        pl_word_has_switch(&field->instruction, 'p')) {
        return;
    }
    if (!it->notes) {
        it->notes =
            pl_word_note_numbers(it->arena, it->word, (uint8_t)it->state);
    }
    const struct pl_word_note_number *number =
        pl_word_mark_number(it->notes, mark);
    if (number->is_shown && number->is_sure) {
        compare(field, number->text);
    }
}

/* "1" is "heading 1", in every language. */
static uint32_t heading_of(pl_str style)
{
    bool is_level =
        style.len == 1 && style.data[0] >= '1' && style.data[0] <= '9';
    return is_level ? (uint32_t)(style.data[0] - '1') : PL_NONE;
}

static bool is_figures(pl_str label)
{
    for (size_t i = 0; i < label.len; i++) {
        if (!pl_is_digit(label.data[i]) && label.data[i] != '.') {
            return false;
        }
    }
    return label.len > 0;
}

static bool shows_number(const struct pl_word_instruction *it)
{
    return (pl_word_has_switch(it, 's') || pl_word_has_switch(it, 'n') ||
            pl_word_has_switch(it, 'r') || pl_word_has_switch(it, 'w')) &&
           !pl_word_has_switch(it, 'l') && !pl_word_has_switch(it, 'p') &&
           it->format.len == 0;
}

static void judge_chapter(struct pl_word_judging *it,
                          const struct pl_word_chapters *chapters,
                          uint32_t level, uint32_t index)
{
    uint32_t para = chapters->levels[level].para;
    if (para == PL_NONE || chapters->levels[level].is_unsure) {
        return;
    }
    pl_str label = pl_str_trim(it->labels[para].text);
    while (label.len > 0 && label.data[label.len - 1] == '.') {
        label.len--;
    }
    struct pl_word_judged_field field = pl_word_judged(it, index);
    if (is_figures(label)) {
        compare(&field, label);
        field.target = para;
        *PL_VEC_PUSH(it->arena, &it->judged) = field;
    }
}

/* In headers they show what is on a page. */
void pl_word_judge_chapters(struct pl_word_judging *it)
{
    const struct pl_word_file *word = it->word;
    struct pl_word_chapters chapters = pl_word_chapters_of(it);
    for (uint32_t i = 0; i < word->fields_count; i++) {
        const struct pl_word_field *field = &word->fields[i];
        const struct pl_word_instruction *from = &it->instructions[i];
        uint32_t level = heading_of(from->argument);
        bool is_there =
            (field->states & it->state) && field->first_para != PL_NONE;
        if (from->kind == PL_WORD_FIELD_STYLEREF && is_there &&
            level != PL_NONE && shows_number(from) &&
            word->paras[field->first_para].story == 0) {
            pl_word_chapters_enter(&chapters, field->first_para);
            judge_chapter(it, &chapters, level, i);
        }
    }
}
