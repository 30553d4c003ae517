#include "checks/shared/number_span.h"

#include "base/chars.h"

static bool is_number_byte(char c)
{
    return pl_is_alnum(c) || c == '.' || c == '(' || c == ')';
}

struct pl_number_span pl_number_span_of(pl_str typed)
{
    size_t first = 0;
    size_t second = typed.len;
    while (first < typed.len && is_number_byte(typed.data[first])) {
        first++;
    }
    while (second > first && is_number_byte(typed.data[second - 1])) {
        second--;
    }
    return (struct pl_number_span){
        .first = pl_str_slice(typed, 0, first),
        .between = pl_str_slice(typed, first, second),
        .second = pl_str_slice(typed, second, typed.len),
    };
}
