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
    if (text.len == 0 || pl_is_alnum(text.data[0])) {
        return false;
    }
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
    if (block->word_end - block->first_word > LABEL_WORDS) {
        return false;
    }
    pl_str text = pl_str_trim(pl_range_text(plan->text, block->content));
    return text.len && text.data[text.len - 1] == ':';
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

/* Bytes of a mark that closes something at the end of a text; or 0. */
static size_t closer_at_end(pl_str text)
{
    static const pl_str closers = PL_STR(")]\"'*_");
    static const pl_str wide[] = {PL_STR("\u201D"), PL_STR("\u2019"),
                                  PL_STR("\u00BB")};
    char last = text.data[text.len - 1];
    if (!pl_is_wide(last)) {
        return pl_str_find_char(closers, last, 0) != PL_NOWHERE;
    }
    size_t len = 0;
    for (size_t i = 0; i < sizeof(wide) / sizeof(*wide) && !len; i++) {
        len = pl_str_ends(text, wide[i]) ? wide[i].len : 0;
    }
    return len;
}

/* Not a title, a caption, or a part of a sentence that goes on in a list. */
static bool ends_as_sentence(pl_str text)
{
    static const pl_str full_width = PL_STR("\u3002");
    while (text.len && !pl_is_alnum(text.data[text.len - 1])) {
        char last = text.data[text.len - 1];
        size_t closer = closer_at_end(text);
        if (closer == 0) {
            return last == '.' || last == '?' || last == '!' ||
                   pl_str_ends(text, full_width);
        }
        text.len -= closer;
    }
    return false;
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

enum verdict { NOT_JUDGED, IS_TEXT, IS_FORMULA };

struct pl_formulas {
    const struct pl_plan *plan;
    uint8_t *verdicts; /* enum verdict; of each block when it is asked for */
};

static const void *begin(struct pl_run *run)
{
    struct pl_formulas *formulas =
        pl_arena_alloc(run->arena, sizeof(*formulas));
    formulas->plan = run->plan;
    formulas->verdicts = pl_arena_array(run->arena, run->plan->blocks_count, 1);
    return formulas;
}

const struct pl_formulas *pl_formulas_of(struct pl_run *run)
{
    return pl_run_share(run, begin);
}

bool pl_formulas_have(const struct pl_formulas *formulas, uint32_t block)
{
    uint8_t *verdict = &formulas->verdicts[block];
    if (*verdict == NOT_JUDGED) {
        const struct pl_plan *plan = formulas->plan;
        *verdict =
            is_formula(plan, &plan->blocks[block]) ? IS_FORMULA : IS_TEXT;
    }
    return *verdict == IS_FORMULA;
}
