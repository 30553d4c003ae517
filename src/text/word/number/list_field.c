#include "text/word/number/list_field.h"

#include "base/range.h"
#include "text/word/read/attribute.h"

/* A word, or what is between quotes; empty at the end. */
static pl_str next_word(pl_str *rest)
{
    *rest = pl_str_trim(*rest);
    if (rest->len > 0 && rest->data[0] == '"') {
        *rest = pl_str_slice(*rest, 1, rest->len);
        return pl_str_split(rest, '"');
    }
    return pl_str_split(rest, ' ');
}

bool pl_word_list_field_read(pl_str instruction,
                             struct pl_word_list_field *field)
{
    pl_str rest = instruction;
    *field = (struct pl_word_list_field){.level = PL_NONE, .start = PL_NONE};
    if (!pl_str_eq_ignore_case(next_word(&rest), (pl_str)PL_STR("LISTNUM"))) {
        return false;
    }
    while (rest.len > 0) {
        pl_str word = next_word(&rest);
        if (pl_str_eq(word, (pl_str)PL_STR("\\l"))) {
            uint32_t level = pl_word_number(next_word(&rest));
            field->level = level > 0 && level != PL_NONE
                               ? pl_word_level(level - 1)
                               : PL_NONE;
        } else if (pl_str_eq(word, (pl_str)PL_STR("\\s"))) {
            field->start = pl_word_number(next_word(&rest));
        } else if (word.len > 0 && word.data[0] != '\\') {
            field->list = word;
        }
    }
    return true;
}
