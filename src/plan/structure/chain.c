#include "plan/structure/chain.h"

#include "base/chars.h"

enum {
    FORWARD = 9,        /* numbers that may be missing before a damaged one */
    LEAST_DAMAGED = 11, /* one digit cannot have lost a dot */
    MAX_DIGITS_OF_LABEL = 64,
};

static uint8_t last_style(struct pl_label label)
{
    return label.parts[label.count - 1].style;
}

/* The depth of single numbers written in that style; 0: none so far. */
static uint8_t depth_of_style(const struct pl_chain *chain, uint8_t style)
{
    for (uint8_t d = 1; d <= chain->depth; d++) {
        if (chain->labels[d].count == 1 &&
            last_style(chain->labels[d]) == style) {
            return d;
        }
    }
    return 0;
}

/* The depth of the last single number; what is new stands below it. */
static uint8_t depth_of_singles(const struct pl_chain *chain)
{
    uint8_t depth = chain->depth;
    while (depth > 0 && chain->labels[depth].count > 1) {
        depth--;
    }
    return depth;
}

uint8_t pl_chain_depth_of(const struct pl_chain *chain, struct pl_label label)
{
    uint8_t depth = depth_of_style(chain, label.parts[0].style);
    if (label.count == 1) {
        depth = depth ? depth : (uint8_t)(depth_of_singles(chain) + 1);
    } else {
        depth = (uint8_t)((depth ? depth : 1) + label.count - 1);
    }
    return depth < PL_CHAIN_MAX ? depth : PL_CHAIN_MAX;
}

void pl_chain_enter(struct pl_chain *chain, struct pl_label label)
{
    uint8_t depth = pl_chain_depth_of(chain, label);
    for (uint8_t d = (uint8_t)(chain->depth + 1); d < depth; d++) {
        uint8_t above = (uint8_t)(depth - d); /* depths that were skipped */
        chain->labels[d] = label;
        chain->labels[d].count =
            label.count > above ? (uint8_t)(label.count - above) : 1;
    }
    chain->labels[depth] = label;
    chain->depth = depth;
}

/* Whether a label may stand after the last one: a first number of its style, a
 * first child, the next sibling, or the next sibling of an ancestor. */
static bool is_expected(const struct pl_chain *chain, struct pl_label label)
{
    if (label.count == 1 && label.parts[0].value == 1) {
        return true;
    }
    struct pl_label last = chain->labels[chain->depth];
    if (chain->depth > 0 && pl_label_is_ancestor(last, label) &&
        label.count == last.count + 1) {
        return true;
    }
    for (uint8_t d = 1; d <= chain->depth; d++) {
        if (last_style(chain->labels[d]) == last_style(label) &&
            pl_label_follows(chain->labels[d], label)) {
            return true;
        }
    }
    return false;
}

static size_t digits_of(struct pl_label label, char *out, size_t size)
{
    size_t len = 0;
    for (uint8_t i = 0; i < label.count; i++) {
        char digits[12];
        size_t n = 0;
        for (uint32_t v = label.parts[i].value; v > 0 || n == 0; v /= 10) {
            digits[n++] = (char)('0' + v % 10);
        }
        while (n > 0 && len < size) {
            out[len++] = digits[--n];
        }
    }
    return len;
}

/* Whether `label` without its dots is what was typed. */
static bool lost_its_dots(struct pl_label label, pl_str typed)
{
    char digits[MAX_DIGITS_OF_LABEL];
    size_t len = digits_of(label, digits, sizeof(digits));
    return label.count > 1 && pl_str_eq(typed, (pl_str){digits, len});
}

/* The first label from `next` on that reads so without dots. */
static bool repair_from(struct pl_label next, pl_str typed, int steps,
                        struct pl_label *label)
{
    for (int i = 0; i < steps; i++) {
        if (lost_its_dots(next, typed)) {
            *label = next;
            return true;
        }
        next = pl_label_next(next);
    }
    return false;
}

/* "22" after 2.1: a child or a sibling of what is above that reads so without
 * its dots. */
static bool repair(const struct pl_chain *chain, pl_str typed,
                   struct pl_label *label)
{
    if (chain->depth == 0) {
        return false;
    }
    struct pl_label child = chain->labels[chain->depth];
    if (child.count < PL_LABEL_MAX_PARTS) {
        child.parts[child.count++] = (struct pl_label_part){.value = 1};
        if (repair_from(child, typed, FORWARD, label)) {
            return true;
        }
    }
    for (uint8_t d = chain->depth; d >= 1; d--) {
        struct pl_label next = pl_label_next(chain->labels[d]);
        if (repair_from(next, typed, FORWARD, label)) {
            return true;
        }
    }
    return false;
}

struct pl_label pl_chain_understand(const struct pl_chain *chain, pl_str typed,
                                    bool *is_damaged)
{
    struct pl_label label;
    struct pl_label roman;
    *is_damaged = false;
    if (!pl_label_parse(typed, &label)) {
        return (struct pl_label){0};
    }
    if (is_expected(chain, label)) {
        return label;
    }
    if (pl_label_as_roman(label, typed, &roman) && is_expected(chain, roman)) {
        return roman;
    }
    struct pl_label_part part = label.parts[0];
    if (label.count == 1 && part.style == PL_LABEL_DECIMAL && !part.letter &&
        !part.bis && part.value >= LEAST_DAMAGED) {
        *is_damaged = repair(chain, typed, &label);
    }
    return label;
}

struct pl_label pl_chain_complete(const struct pl_chain *chain, pl_str typed)
{
    struct pl_label last;
    bool is_number = typed.len > 1 && typed.data[0] == '.' &&
                     pl_label_parse(pl_str_slice(typed, 1, typed.len), &last) &&
                     last.count == 1 && last.parts[0].style == PL_LABEL_DECIMAL;
    for (uint8_t d = chain->depth; is_number && d >= 1; d--) {
        struct pl_label next = pl_label_next(chain->labels[d]);
        if (next.parts[next.count - 1].value == last.parts[0].value) {
            return next;
        }
    }
    return (struct pl_label){0};
}
