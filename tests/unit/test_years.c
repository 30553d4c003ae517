/* Years: spans and single years, and the period that a plan is for. */
#include "cmocka_wrap.h"

#include "plan_from_text.h"

#include <string.h>

#include "base/arena.h"
#include "plan/plan.h"
#include "text/source.h"

/* "2028-2031 2019": all years of a text. */
static const char *years_of(struct pl_arena *arena, const char *text)
{
    const struct pl_plan *plan = plan_from_markdown(arena, text);
    struct pl_buf buf = pl_buf_in(arena);
    for (uint32_t i = 0; i < plan->years_count; i++) {
        const struct pl_years *it = &plan->years[i];
        pl_buf_addf(&buf, "%s%u", i > 0 ? " " : "", it->from);
        if (it->to != it->from) {
            pl_buf_addf(&buf, "-%u", it->to);
        }
    }
    pl_buf_add_char(&buf, '\0');
    return buf.data;
}

static void years_and_spans_are_read(void **state)
{
    static const struct {
        const char *text;
        const char *years;
    } forms[] = {
        {"The plan for 2028-2031 is here.", "2028-2031"},
        {"The plan for 2028–2031 is here.", "2028-2031"},
        {"The plan for 2028 – 2031 is here.", "2028-2031"},
        {"It runs from 2028 to 2031 at least.", "2028-2031"},
        {"It runs from 2028 through 2031.", "2028-2031"},
        {"The biennium 2028/2029 is short.", "2028-2029"},
        {"The season 2028/29 is short.", "2028-2029"},
        {"The season 2028-29 is short.", "2028-2029"},
        {"Since 2019, and until 2030.", "2019 2030"},
        {"Between 2019 and 2030 it grew.", "2019 2030"},
        {"On 2019-07-01 it began.", "2019"},
        {"It ended in 2031.", "2031"},
        {"The budget of FY2024 grew.", "2024"},
        {"The budget for FY2024-2027 grew.", "2024-2027"},
        {"The budget for FY 2024-27 grew.", "2024-2027"},
        {"For the period from 2028\xC2\xA0to 2031.", "2028-2031"},
        {"Le plan va de 2028 \xC3\xA0 2031.", "2028-2031"},
        {"El plan abarca de 2028 a 2031.", "2028-2031"},
        {"The quadrennium 2028\xE2\x80\x93"
         "31 begins.",
         "2028-2031"},
        {"Backwards, 2031-2028 is odd.", "2031-2028"},
    };
    for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
        assert_string_equal(years_of(*state, forms[i].text), forms[i].years);
    }
}

static void other_numbers_are_no_years(void **state)
{
    static const char *const texts[] = {
        "A total of 1850 boats.",
        "It costs $2000 a year.",
        "It weighs 2000.5 tonnes.",
        "About 2150 boats came.",
        "In 2028-20314-2027 two readings are glued.",
        "Code 20281 is not one.",
        "See part 2020A of it.",
        "It is 2020% more.",
    };
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        assert_string_equal(years_of(*state, texts[i]), "");
    }
    assert_string_equal(years_of(*state, "Document 2018/25 is long."), "2018");
}

static void assert_period(struct pl_arena *arena, const char *text,
                          uint32_t from, uint32_t to)
{
    const struct pl_plan *plan = plan_from_markdown(arena, text);
    if (plan->period.from != from || plan->period.to != to) {
        fail_msg("\"%s\": %u-%u", text, plan->period.from, plan->period.to);
    }
}

static void period_comes_from_the_title(void **state)
{
    assert_period(*state, "# Strategic plan for 2028-2031\n\nText.\n", 2028,
                  2031);
    assert_period(*state,
                  "Harbour strategy 2028 to 2031\n\n# 1 Start\n\nText.\n", 2028,
                  2031);
    assert_period(*state,
                  "# Annex 1\n\n# Plan of the port 2028–2031\n\n"
                  "# 1 Start\n\nText.\n",
                  2028, 2031);
}

static void no_period_is_made_up(void **state)
{
    assert_period(*state, "# Strategic plan for 2028-20314-2027\n\nText.\n", 0,
                  0);
    assert_period(*state, "# Minutes of 2020-2021\n\nText.\n", 0, 0);
    assert_period(*state, "# Strategic plan\n\nIt is for 2028-2031.\n", 0, 0);
    assert_period(*state,
                  "# Strategic plan for 2028-20314-2027\n\n"
                  "# 1 Framework of the plan 2024-2027\n\nText.\n",
                  0, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(years_and_spans_are_read),
        ARENA_TEST(other_numbers_are_no_years),
        ARENA_TEST(period_comes_from_the_title),
        ARENA_TEST(no_period_is_made_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
