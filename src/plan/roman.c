#include "plan/roman.h"

#include <assert.h>

#include "base/array.h"
#include "base/chars.h"

static const struct {
    char letter;
    uint16_t value;
} digits[] = {{'i', 1},   {'v', 5},   {'x', 10},  {'l', 50},
              {'c', 100}, {'d', 500}, {'m', 1000}};

size_t pl_roman_write(uint32_t value, char out[PL_ROMAN_SIZE])
{
    static const struct {
        uint32_t value;
        pl_str letters;
    } steps[] = {{1000, PL_STR("m")}, {900, PL_STR("cm")}, {500, PL_STR("d")},
                 {400, PL_STR("cd")}, {100, PL_STR("c")},  {90, PL_STR("xc")},
                 {50, PL_STR("l")},   {40, PL_STR("xl")},  {10, PL_STR("x")},
                 {9, PL_STR("ix")},   {5, PL_STR("v")},    {4, PL_STR("iv")},
                 {1, PL_STR("i")}};
    assert(value <= PL_ROMAN_MAX);
    size_t len = 0;
    for (size_t i = 0; i < PL_COUNT(steps); i++) {
        for (; value >= steps[i].value; value -= steps[i].value) {
            for (size_t k = 0; k < steps[i].letters.len; k++) {
                out[len++] = steps[i].letters.data[k];
            }
        }
    }
    return len;
}

char pl_roman_letter(uint32_t value)
{
    for (size_t i = 0; i < PL_COUNT(digits); i++) {
        if (digits[i].value == value) {
            return digits[i].letter;
        }
    }
    return '\0';
}

static uint32_t digit_value(char letter)
{
    for (size_t i = 0; i < PL_COUNT(digits); i++) {
        if (digits[i].letter == pl_to_lower(letter)) {
            return digits[i].value;
        }
    }
    return 0;
}

/* Well formed is what would be written for the value that the digits add up
 * to. */
uint32_t pl_roman_value(pl_str letters)
{
    uint32_t value = 0;
    uint32_t before = PL_ROMAN_MAX;
    for (size_t i = 0; i < letters.len && i < PL_ROMAN_SIZE; i++) {
        uint32_t digit = digit_value(letters.data[i]);
        if (digit == 0) {
            return 0;
        }
        value += digit > before ? digit - 2 * before : digit;
        before = digit;
    }
    char written[PL_ROMAN_SIZE];
    if (value == 0 || value > PL_ROMAN_MAX) {
        return 0;
    }
    pl_str well_formed = {written, pl_roman_write(value, written)};
    return pl_str_eq_ignore_case(letters, well_formed) ? value : 0;
}
