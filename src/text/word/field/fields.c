/* Source: ECMA-376 17.16.5.50 (PAGEREF), .51 (REF), .43 (NOTEREF). */
#include "text/word/field/fields.h"

#include "base/arena.h"
#include "text/word/field/judging.h"

struct pl_word_judged_field pl_word_judged(const struct pl_word_judging *it,
                                           uint32_t field)
{
    const struct pl_word_field *from = &it->word->fields[field];
    return (struct pl_word_judged_field){
        .instruction = it->instructions[field],
        .shown = pl_word_shown(it->arena, it->word, from->first_piece,
                               from->piece_end, it->state),
        .target = PL_NONE,
        .para = from->first_para,
        .first_piece = from->first_piece,
        .piece_end = from->piece_end,
    };
}

/* ----- numbers ----- */

static pl_str without_stops(pl_str label)
{
    label = pl_str_trim(label);
    while (label.len > 0 && label.data[label.len - 1] == '.') {
        label.len--;
    }
    return label;
}

/* Some of the label's context may be left out, and with \t its words. */
static bool shows_label(const struct pl_word_judged_field *field,
                        const struct pl_word_label *label)
{
    pl_str shown = without_stops(field->shown);
    pl_str own = without_stops(label->text);
    pl_str full = without_stops(label->full);
    bool is_own = pl_word_same_text(shown, own);
    bool is_full = pl_word_same_text(shown, full);
    bool is_part = pl_str_ends(full, shown) && pl_str_ends(shown, own);
    if (pl_word_has_switch(&field->instruction, 't')) {
        return is_own || is_full || pl_str_ends(own, shown) ||
               pl_str_ends(full, shown);
    }
    if (pl_word_has_switch(&field->instruction, 'w')) {
        return is_full;
    }
    return is_own || (pl_word_has_switch(&field->instruction, 'r') &&
                      (is_full || is_part));
}

static void judge_number(const struct pl_word_judging *it,
                         struct pl_word_judged_field *field)
{
    const struct pl_word_label *label = &it->labels[field->target];
    const struct pl_word_para *target = &it->word->paras[field->target];
    if (label->is_bullet || label->is_hidden ||
        pl_word_has_list_number(it->word, target->first_piece,
                                target->piece_end, it->state)) {
        return;
    }
    if (label->text.len == 0) {
        field->verdict = PL_WORD_VERDICT_UNNUMBERED;
    } else if (!shows_label(field, label)) {
        bool is_full = pl_word_has_switch(&field->instruction, 'w');
        field->verdict = PL_WORD_VERDICT_STALE;
        field->due = without_stops(is_full ? label->full : label->text);
    }
}

/* ----- text ----- */

/* Whether the bookmark is a piece of one paragraph, without the field. */
static bool is_plain(const struct pl_word_bookmark *bookmark,
                     const struct pl_word_judged_field *field)
{
    return bookmark->first_para == bookmark->last_para &&
           bookmark->first_piece < bookmark->piece_end &&
           (field->piece_end <= bookmark->first_piece ||
            field->first_piece >= bookmark->piece_end);
}

static void judge_text(const struct pl_word_judging *it,
                       const struct pl_word_bookmark *bookmark,
                       struct pl_word_judged_field *field)
{
    if (!is_plain(bookmark, field) ||
        pl_word_has_list_number(it->word, bookmark->first_piece,
                                bookmark->piece_end, it->state)) {
        return;
    }
    pl_str due = pl_word_shown(it->arena, it->word, bookmark->first_piece,
                               bookmark->piece_end, it->state);
    if (due.len > 0 && !pl_word_same_text(due, field->shown)) {
        field->verdict = PL_WORD_VERDICT_STALE;
        field->due = due;
    }
}

/* ----- references ----- */

static bool has_any_switch(const struct pl_word_instruction *it,
                           const char *letters)
{
    for (; *letters; letters++) {
        if (pl_word_has_switch(it, *letters)) {
            return true;
        }
    }
    return false;
}

static void judge_reference(struct pl_word_judging *it,
                            struct pl_word_judged_field *field)
{
    const struct pl_word_bookmark *bookmark =
        pl_word_bookmark_find(&it->bookmarks, field->instruction.argument);
    if (!bookmark) {
        field->verdict = PL_WORD_VERDICT_NO_BOOKMARK;
        return;
    }
    field->target =
        pl_word_joined_at(it->word, bookmark->first_para, it->state).last;
    if (field->instruction.kind == PL_WORD_FIELD_NOTEREF) {
        pl_word_judge_note(it, bookmark, field);
        return;
    }
    bool is_judged = field->instruction.kind == PL_WORD_FIELD_REF &&
                     field->shown.len > 0 &&
                     !has_any_switch(&field->instruction, "pfd");
    if (is_judged && has_any_switch(&field->instruction, "rnw")) {
        judge_number(it, field);
    } else if (is_judged) {
        judge_text(it, bookmark, field);
    }
}

static bool refers(const struct pl_word_instruction *it)
{
    static const pl_str top = PL_STR("_top");
    bool is_kind = it->kind == PL_WORD_FIELD_REF ||
                   it->kind == PL_WORD_FIELD_NOTEREF ||
                   it->kind == PL_WORD_FIELD_PAGEREF ||
                   it->kind == PL_WORD_FIELD_HYPERLINK;
    return is_kind && it->argument.len > 0 &&
           !pl_str_eq_ignore_case(it->argument, top);
}

static void judge_fields(struct pl_word_judging *it)
{
    for (uint32_t i = 0; i < it->word->fields_count; i++) {
        bool is_there = it->word->fields[i].states & it->state &&
                        it->word->fields[i].first_para != PL_NONE;
        if (is_there && refers(&it->instructions[i])) {
            struct pl_word_judged_field field = pl_word_judged(it, i);
            judge_reference(it, &field);
            *PL_VEC_PUSH(it->arena, &it->judged) = field;
        }
    }
}

/* ----- links ----- */

/* The pieces of a link follow each other. */
static uint32_t end_of_link(const struct pl_word_file *word, uint32_t piece)
{
    uint32_t link = word->pieces[piece].link;
    while (piece < word->pieces_count && word->pieces[piece].link == link) {
        piece++;
    }
    return piece;
}

static uint32_t para_of_piece(const struct pl_word_file *word, uint32_t *para,
                              uint32_t piece)
{
    while (*para + 1 < word->paras_count &&
           word->paras[*para].piece_end <= piece) {
        ++*para;
    }
    return *para;
}

static void judge_links(struct pl_word_judging *it)
{
    const struct pl_word_file *word = it->word;
    uint32_t para = 0;
    uint32_t end;
    for (uint32_t i = 0; i < word->pieces_count; i = end) {
        uint32_t link = word->pieces[i].link;
        end = i + 1;
        if (link == PL_NONE) {
            continue;
        }
        end = end_of_link(word, i);
        struct pl_word_judged_field field = {
            .instruction = {.kind = PL_WORD_FIELD_HYPERLINK,
                            .argument = word->links[link].bookmark},
            .shown = pl_word_shown(it->arena, word, i, end, it->state),
            .target = PL_NONE,
            .para = para_of_piece(word, &para, i),
            .first_piece = i,
            .piece_end = end,
        };
        bool is_inside = word->links[link].target.len == 0;
        if (is_inside && field.shown.len > 0 && refers(&field.instruction)) {
            judge_reference(it, &field);
            *PL_VEC_PUSH(it->arena, &it->judged) = field;
        }
    }
}

struct pl_word_fields pl_word_fields_judge(struct pl_arena *arena,
                                           const struct pl_word_file *word,
                                           enum pl_word_state state,
                                           const struct pl_word_label *labels)
{
    struct pl_word_instruction *instructions =
        pl_arena_array(arena, word->fields_count + 1, sizeof(*instructions));
    for (uint32_t i = 0; i < word->fields_count; i++) {
        instructions[i] = pl_word_instruction_read(word->fields[i].instruction);
    }
    struct pl_word_judging judging = {
        .arena = arena,
        .word = word,
        .state = state,
        .labels = labels,
        .bookmarks = pl_word_bookmarks_of(arena, word, state),
        .instructions = instructions,
    };
    judge_fields(&judging);
    judge_links(&judging);
    pl_word_judge_chapters(&judging);
    pl_word_judge_sequences(&judging);
    pl_word_judge_contents(&judging);
    return (struct pl_word_fields){judging.judged.items,
                                   (uint32_t)judging.judged.len};
}
