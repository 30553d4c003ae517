#include "checks/shared/formula.h"

#include "base/arena.h"
#include "base/chars.h"
#include "checks/shared/scope.h"
#include "lint/check.h"
#include "lint/shared.h"
#include "plan/plan.h"

enum {
    LABEL_WORDS = 2,   /* words of the name of a field */
    JUDGED_WORDS = 64, /* of a block, for its capitals */
};

static bool begins_with_mark(pl_str text)
{
    static const pl_str marks[] = {
        PL_STR("<"),     PL_STR("{%"), PL_STR("{{"),     PL_STR("!["),
        PL_STR("&#42;"), PL_STR("* "), PL_STR("\u2020"), PL_STR("\u2021")};
    for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
        if (pl_str_starts(text, marks[i])) {
            return true;
        }
    }
    return false;
}

/* "Remarks:", alone. */
static bool is_label(const struct pl_plan *plan, const struct pl_block *block)
{
    pl_str text = pl_str_trim(pl_range_text(plan->text, block->content));
    return block->word_end - block->first_word <= LABEL_WORDS && text.len &&
           text.data[text.len - 1] == ':';
}

static bool is_field(const struct pl_plan *plan, const struct pl_block *block)
{
    if (block > plan->blocks && is_label(plan, block - 1)) {
        return true;
    }
    for (uint32_t i = 0; i < LABEL_WORDS; i++) {
        if (block->first_word + i >= block->word_end) {
            return false;
        }
        uint32_t end = pl_word_range(plan->words, block->first_word + i).end;
        if (end + 1 < plan->text.len && plan->text.data[end] == ':' &&
            pl_is_space(plan->text.data[end + 1])) {
            return true;
        }
    }
    return false;
}

static bool is_note(const struct pl_plan *plan, const struct pl_block *block)
{
    static const pl_str names[] = {PL_STR("NOTE"), PL_STR("Note")};
    pl_str word = block->first_word < block->word_end
                      ? pl_word_text(plan->words, block->first_word)
                      : (pl_str){NULL, 0};
    return pl_str_eq(word, names[0]) || pl_str_eq(word, names[1]);
}

/* Not a title, a caption, or a part of a sentence that goes on in a list. */
static bool ends_as_sentence(pl_str text)
{
    static const pl_str closers = PL_STR(")]\"'*_");
    static const pl_str stops = PL_STR(".?!");
    static const pl_str wide[] = {PL_STR("\u201D"), PL_STR("\u2019"),
                                  PL_STR("\u00BB")};
    static const pl_str full_width = PL_STR("\u3002");
    for (bool again = true; again && text.len;) {
        size_t len =
            pl_str_find_char(closers, text.data[text.len - 1], 0) != PL_NOWHERE;
        for (size_t i = 0; i < sizeof(wide) / sizeof(*wide) && !len; i++) {
            len = pl_str_ends(text, wide[i]) ? wide[i].len : 0;
        }
        text.len -= len;
        again = len > 0;
    }
    return pl_str_ends(text, full_width) ||
           (text.len &&
            pl_str_find_char(stops, text.data[text.len - 1], 0) != PL_NOWHERE);
}

static bool is_in_capitals(const struct pl_words *words,
                           const struct pl_block *block)
{
    uint32_t count = block->word_end - block->first_word;
    count = count < JUDGED_WORDS ? count : JUDGED_WORDS;
    uint32_t capitals = 0;
    uint32_t others = 0;
    for (uint32_t i = 0; i < count && others * 2 < count; i++) {
        unsigned flags =
            words->forms[words->items[block->first_word + i].form].flags;
        bool is_capital =
            (flags & (PL_FORM_UPPER | PL_FORM_LOWER)) == PL_FORM_UPPER;
        capitals += is_capital;
        others += !is_capital;
    }
    return capitals * 2 > count;
}

static bool is_formula(const struct pl_plan *plan, const struct pl_block *block)
{
    pl_str text = pl_str_trim(pl_range_text(plan->text, block->content));
    return begins_with_mark(text) || !ends_as_sentence(text) ||
           is_field(plan, block) || is_note(plan, block) ||
           is_in_capitals(plan->words, block) ||
           pl_scope_is_quotation(plan, block);
}

static const void *judge_blocks(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    bool *formulas =
        pl_arena_array(run->arena, plan->blocks_count, sizeof(*formulas));
    for (uint32_t i = 0; i < plan->blocks_count; i++) {
        formulas[i] = is_formula(plan, &plan->blocks[i]);
    }
    return formulas;
}

const bool *pl_formulas_of(struct pl_run *run)
{
    return pl_run_share(run, judge_blocks);
}
