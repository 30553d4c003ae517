#include "text/word/field/instruction.h"

#include "base/array.h"
#include "base/chars.h"

static const struct {
    pl_str keyword;
    pl_str valued;
} kinds[] = {
#define PL_WORD_FIELD(constant, keyword_, valued_) \
    [PL_WORD_FIELD_##constant] = {PL_STR(keyword_), PL_STR(valued_)},
#include "text/word/field/kind.def"
#undef PL_WORD_FIELD
};

pl_str pl_word_field_keyword(enum pl_word_field_kind kind)
{
    return kinds[kind].keyword;
}

static enum pl_word_field_kind kind_of(pl_str keyword)
{
    for (size_t i = 1; i < PL_COUNT(kinds); i++) {
        if (pl_str_eq_ignore_case(kinds[i].keyword, keyword)) {
            return (enum pl_word_field_kind)i;
        }
    }
    return PL_WORD_FIELD_OTHER;
}

/* Cuts the next word off, without its quotes; empty at the end. */
static pl_str next_word(pl_str *rest)
{
    *rest = pl_str_trim(*rest);
    bool is_quoted = rest->len > 0 && rest->data[0] == '"';
    size_t start = is_quoted;
    size_t end = start;
    while (end < rest->len && (is_quoted ? rest->data[end] != '"'
                                         : !pl_is_space(rest->data[end]))) {
        end++;
    }
    pl_str word = pl_str_slice(*rest, start, end);
    *rest = pl_str_slice(*rest, end + is_quoted, rest->len);
    return word;
}

static bool is_switch(pl_str rest)
{
    rest = pl_str_trim(rest);
    return rest.len > 1 && rest.data[0] == '\\' && rest.data[1] != '\\';
}

static void take_value(struct pl_word_instruction *out, char letter,
                       pl_str value)
{
    static const pl_str merge = PL_STR("MERGEFORMAT");
    static const pl_str chars = PL_STR("CHARFORMAT");
    bool is_place = out->kind == PL_WORD_FIELD_HYPERLINK && letter == 'l';
    bool is_format = letter == '*' && !pl_str_eq_ignore_case(value, merge) &&
                     !pl_str_eq_ignore_case(value, chars);
    if (is_place) {
        out->argument = value;
    } else if (is_format) {
        out->format = value;
    } else if (out->kind == PL_WORD_FIELD_SEQ && letter == 'r') {
        out->restart = value;
    } else if (out->kind == PL_WORD_FIELD_SEQ && letter == 's') {
        bool is_level =
            value.len == 1 && value.data[0] >= '1' && value.data[0] <= '9';
        out->heading = is_level ? (uint32_t)(value.data[0] - '0') : 0;
    }
}

static void take_switch(struct pl_word_instruction *out, pl_str *rest)
{
    pl_str word = next_word(rest);
    char letter = pl_to_lower(word.data[1]);
    if (pl_is_lower(letter)) {
        out->switches |= UINT32_C(1) << (letter - 'a');
    }
    bool has_value =
        pl_str_find_char(kinds[out->kind].valued, letter, 0) != PL_NOWHERE;
    if (!has_value) {
        return;
    }
    if (word.len > 2) {
        take_value(out, letter, pl_str_slice(word, 2, word.len));
    } else if (!is_switch(*rest)) {
        take_value(out, letter, next_word(rest));
    }
}

struct pl_word_instruction pl_word_instruction_read(pl_str text)
{
    pl_str rest = pl_str_trim(text);
    struct pl_word_instruction out = {.kind = kind_of(next_word(&rest))};
    bool is_link = out.kind == PL_WORD_FIELD_HYPERLINK;
    bool leads_out = false;
    while (out.kind != PL_WORD_FIELD_OTHER && pl_str_trim(rest).len > 0) {
        if (is_switch(rest)) {
            take_switch(&out, &rest);
            continue;
        }
        pl_str word = next_word(&rest);
        leads_out |= is_link && word.len > 0;
        if (out.argument.len == 0 && !is_link) {
            out.argument = word;
        }
    }
    if (leads_out) {
        out.argument = (pl_str){0}; /* the place is in another document */
    }
    return out;
}

bool pl_word_has_switch(const struct pl_word_instruction *instruction,
                        char letter)
{
    return instruction->switches >> (letter - 'a') & 1;
}
