#include "text/word/read/note_rule.h"

#include "text/word/number/numbering.h"
#include "text/word/read/attribute.h"

struct pl_word_note_rule pl_word_note_rule_empty(void)
{
    return (struct pl_word_note_rule){
        .format = PL_WORD_UNSAID, .restart = PL_WORD_UNSAID, .start = PL_NONE};
}

void pl_word_note_rule_format(struct pl_word_note_rule *rule, pl_str value)
{
    rule->format = (uint8_t)pl_word_format_of(value);
}

void pl_word_note_rule_start(struct pl_word_note_rule *rule, pl_str value)
{
    rule->start = pl_word_number(value);
}

void pl_word_note_rule_restart(struct pl_word_note_rule *rule, pl_str value)
{
    rule->restart =
        pl_str_eq(value, (pl_str)PL_STR("eachSect"))   ? PL_WORD_EACH_SECTION
        : pl_str_eq(value, (pl_str)PL_STR("eachPage")) ? PL_WORD_EACH_PAGE
                                                       : PL_WORD_COUNTED_ON;
}

void pl_word_note_rule_complete(struct pl_word_note_rule *rule,
                                const struct pl_word_note_rule *other)
{
    if (rule->format == PL_WORD_UNSAID) {
        rule->format = other->format;
    }
    if (rule->restart == PL_WORD_UNSAID) {
        rule->restart = other->restart;
    }
    if (rule->start == PL_NONE) {
        rule->start = other->start;
    }
}
