#include "plan/symbols/label_core.h"

#include "base/chars.h"

/* "Table 4-1", "Figure A-2"; not "Annex-1". */
static bool is_hyphen(pl_str text, uint32_t at, uint32_t from)
{
    return text.data[at] == '-' && at > from &&
           (pl_is_digit(text.data[at - 1]) ||
            (pl_is_letter(text.data[at - 1]) &&
             (at - 1 == from || !pl_is_alnum(text.data[at - 2]))));
}

static bool is_of_label(pl_str text, uint32_t at, uint32_t from)
{
    char c = text.data[at];
    bool joins = c == '.' && at > from && pl_is_alnum(text.data[at - 1]);
    return pl_is_alnum(c) || joins || is_hyphen(text, at, from);
}

static uint32_t before_label(pl_str text, uint32_t from, uint32_t at)
{
    while (at > from && is_of_label(text, at - 1, from)) {
        at--;
    }
    return at;
}

struct pl_range pl_label_core(pl_str text, struct pl_range typed)
{
    struct pl_range core = typed;
    while (core.end > core.start && !pl_is_alnum(text.data[core.end - 1])) {
        core.end--;
    }
    core.start = before_label(text, typed.start, core.end);
    if (pl_label_bis(pl_range_text(text, core))) {
        uint32_t end = core.start;
        while (end > typed.start && pl_is_blank(text.data[end - 1])) {
            end--;
        }
        core.start = before_label(text, typed.start, end);
    }
    return pl_range_is_empty(core) ? typed : core;
}

bool pl_label_is_alike(struct pl_label a, struct pl_label b)
{
    bool is_alike = pl_label_eq(a, b);
    for (uint8_t i = 0; is_alike && i < a.count; i++) {
        is_alike = a.parts[i].style == b.parts[i].style;
    }
    return is_alike;
}
