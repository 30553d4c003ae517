#include "checks/shared/formula.h"

#include "base/chars.h"
#include "checks/shared/scope.h"
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

static bool is_field(const struct pl_plan *plan, const struct pl_block *block)
{
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

static bool is_in_capitals(const struct pl_words *words,
                           const struct pl_block *block)
{
    uint32_t count = 0;
    uint32_t capitals = 0;
    for (uint32_t i = block->first_word;
         i < block->word_end && count < JUDGED_WORDS; i++, count++) {
        unsigned flags = words->forms[words->items[i].form].flags;
        capitals += (flags & (PL_FORM_UPPER | PL_FORM_LOWER)) == PL_FORM_UPPER;
    }
    return capitals * 2 > count;
}

bool pl_is_formula(const struct pl_plan *plan, const struct pl_block *block)
{
    pl_str text = pl_str_trim(pl_range_text(plan->text, block->content));
    return begins_with_mark(text) || is_field(plan, block) ||
           is_in_capitals(plan->words, block) ||
           pl_scope_is_quotation(plan, block);
}
