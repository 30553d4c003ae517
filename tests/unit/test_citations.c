/* Citations: instruments that a document names by number, place and year. */
#include "cmocka_wrap.h"

#include <string.h>

#include "base/arena.h"
#include "plan/plan.h"
#include "plan_from_text.h"
#include "references_text.h"

static void check_citation(struct pl_arena *arena, const char *sentence,
                           const char *expected)
{
    const struct pl_plan *plan = harbour_plan(arena, sentence);
    struct pl_buf buf = pl_buf_in(arena);
    for (uint32_t i = 0; i < plan->citations_count; i++) {
        const struct pl_citation *it = &plan->citations[i];
        pl_buf_addf(&buf, "%s%.*s|%.*s|%s%.*s|%.*s", i > 0 ? "; " : "",
                    PL_STR_ARG(it->instrument),
                    PL_STR_ARG(pl_range_text(plan->text, it->number)),
                    it->is_revision ? "Rev. " : "",
                    PL_STR_ARG(pl_range_text(plan->text, it->place)),
                    PL_STR_ARG(pl_range_text(plan->text, it->year)));
    }
    pl_buf_add_char(&buf, '\0');
    if (strcmp(buf.data, expected) != 0) {
        fail_msg("\"%s\": \"%s\", not \"%s\"", sentence, buf.data, expected);
    }
}

static void instruments_are_cited_by_number(void **state)
{
    check_citation(*state, "It follows Resolution 71 (Rev. Bucharest, 2022).",
                   "Resolution|71|Rev. Bucharest|2022");
    check_citation(*state, "It follows Resolution 118 (Marrakesh, 2002).",
                   "Resolution|118|Marrakesh|2002");
    check_citation(*state, "It follows Resolution 71 (Rev.Busan, 2014).",
                   "Resolution|71|Rev. Busan|2014");
    check_citation(*state, "It follows resolution 73/3.", "Resolution|73/3||");
    check_citation(*state, "It follows A/RES/70/1.", "Resolution|A/RES/70/1||");
    check_citation(*state, "It follows Decision 482.", "Decision|482||");
    check_citation(*state, "It is Recommendation ITU-T G.8101/Y.1355.",
                   "Recommendation|ITU-T G.8101/Y.1355||");
    check_citation(*state,
                   "It follows Resolutions 2 (Dubai, 2018) and 5 (Doha, 2026).",
                   "Resolution|2|Dubai|2018; Resolution|5|Doha|2026");
    check_citation(*state, "It follows Resolution 71 (REV. DOHA, 202622).",
                   "Resolution|71|Rev. DOHA|202622");
    check_citation(*state, "It follows Resolution 130 (see below).",
                   "Resolution|130||");
}

static void other_words_cite_nothing(void **state)
{
    check_citation(*state, "The decision was taken by 12 boats.", "");
    check_citation(*state, "The Resolution of 1994 stands.", "");
    check_citation(*state, "The resolutions 16th and later are void.", "");
    check_citation(*state, "A high resolution is needed.", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(instruments_are_cited_by_number),
        ARENA_TEST(other_words_cite_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
