#include "checks/shared/typed_label.h"

#include "base/chars.h"
#include "plan/plan.h"

char pl_mark_after_number(pl_str text, struct pl_range number)
{
    char last = pl_range_is_empty(number) ? '\0' : text.data[number.end - 1];
    return last == '.' || last == ')' || last == ':' ? last : '\0';
}

/* What may stand before a number at the beginning of a line. */
static bool is_lead(char c)
{
    return pl_is_space(c) || c == '#' || c == '*' || c == '_' || c == '|' ||
           c == '>' || c == '(' || c == '[' || c == '-' || c == '!' ||
           pl_is_wide(c);
}

/* The offset after `number`, in which a dot also stands for a hyphen, when it
 * is at `at`; else `at`. */
static size_t skip_number(pl_str text, size_t at, pl_str number)
{
    size_t end = at;
    while (end < text.len && text.data[end] == '0' && number.data[0] != '0') {
        end++;
    }
    for (size_t i = 0; i < number.len; i++, end++) {
        char c = number.data[i];
        if (end >= text.len ||
            !(pl_to_lower(text.data[end]) == pl_to_lower(c) ||
              (c == '.' && text.data[end] == '-'))) {
            return at;
        }
    }
    return end;
}

static bool ends_number(pl_str text, size_t at)
{
    if (at >= text.len) {
        return true;
    }
    bool goes_on = (text.data[at] == '.' || text.data[at] == '-') &&
                   at + 1 < text.len && pl_is_digit(text.data[at + 1]);
    return !pl_is_alnum(text.data[at]) && !goes_on;
}

static size_t skip_keyword(pl_str text, size_t at, pl_str keyword)
{
    pl_str found = pl_str_slice(text, at, at + keyword.len);
    if (!pl_str_eq_ignore_case(found, keyword)) {
        return at;
    }
    size_t end = at + keyword.len;
    while (end < text.len &&
           (pl_is_space(text.data[end]) || pl_is_wide(text.data[end]))) {
        end++;
    }
    return end;
}

static bool is_at(pl_str text, size_t at, pl_str keyword, pl_str number)
{
    size_t start = keyword.len ? skip_keyword(text, at, keyword) : at;
    if (keyword.len && start == at) {
        return false;
    }
    size_t end = skip_number(text, start, number);
    return end > start && ends_number(text, end);
}

/* Whether the number at `at` is known to be that of something else. */
static bool is_of_another(const struct pl_plan *plan, size_t at,
                          const struct pl_typed_query *query)
{
    uint32_t index = pl_plan_block_at(plan, (uint32_t)at);
    if (index == PL_NONE) {
        return false;
    }
    const struct pl_block *block = &plan->blocks[index];
    char mark = pl_mark_after_number(plan->text, block->marker);
    if (!query->is_alone) {
        return query->skips_items && block->kind == PL_BLOCK_ITEM &&
               mark != query->mark;
    }
    bool is_heading = block->kind == PL_BLOCK_HEADING && mark == '\0';
    return pl_range_has(block->marker, (uint32_t)at) &&
           (is_heading || mark != query->mark);
}

/* Whether a line or a column of the piece begins at `at`, or goes on there
 * after nothing but leads; so does what stands after two of them anywhere. */
static bool may_begin(pl_str text, size_t start, size_t at)
{
    for (size_t leads = 0; leads < 2; leads++, at--) {
        char before = at > start ? text.data[at - 1] : '\n';
        if (before == '\n' || before == '\t') {
            return true;
        }
        if (!is_lead(before)) {
            return false;
        }
    }
    return true;
}

bool pl_label_is_typed(struct pl_arena *arena, const struct pl_plan *plan,
                       const struct pl_typed_query *query)
{
    pl_str text = plan->text;
    pl_str number = pl_label_text(arena, query->label);
    if (number.len == 0) {
        return false;
    }
    char first = query->keyword.len ? query->keyword.data[0] : number.data[0];
    char capital = pl_to_upper(first);
    char zero = query->keyword.len ? first : '0'; /* "07" is 7 */
    first = pl_to_lower(first);
    for (size_t at = query->piece.start; at < query->piece.end; at++) {
        char c = text.data[at];
        if ((c == first || c == capital || c == zero) &&
            may_begin(text, query->piece.start, at) &&
            is_at(text, at, query->keyword, number) &&
            !is_of_another(plan, at, query)) {
            return true;
        }
    }
    return false;
}
