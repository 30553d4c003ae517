/* Clean plans, changed and renumbered: what refers to a place still does. */
#include "cmocka_wrap.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/chars.h"
#include "base/file.h"
#include "mutation.h"
#include "plan_from_text.h"
#include "renumbering.h"

enum { MAX_PLAN = 1024 * 1024, MAX_SEEN = 6, LONGEST = 30, MAX_MEANING = 48 };

struct change {
    const char *what;
    const char *file;
    struct edit edits[MAX_EDITS];
    const char *kind;
    enum pl_renumber_style style;
    const char *from; /* where it begins; NULL: all series */
    uint16_t first;
    uint32_t left;      /* places left alone */
    bool is_of_changed; /* references mean what they mean after the edits */
    const char *seen[MAX_SEEN]; /* in the text afterwards */
};

static const struct change changes[] = {
    {"a paragraph is inserted with the number before it",
     "clean-plan.txt",
     {{"\n9 \"Rivers", NULL, "\n8 An insertion.\n9 \"Rivers"}},
     "paragraphs",
     .seen = {"\n9 An insertion.", "\n10 \"Rivers",
              "(see paragraphs 10 and 11)", "paragraphs 2 to 4 above",
              "paragraphs 28 to 36 below", "paragraph 22"}},
    {"a paragraph is inserted with the number of the one after it",
     "clean-plan.txt",
     {{"\n9 \"Rivers", NULL, "\n9 An insertion.\n9 \"Rivers"}},
     "paragraphs",
     .left = 1,
     .seen = {"\n9 An insertion.", "\n10 \"Rivers", "(see paragraphs 9 and 11)",
              "paragraph 22"}},
    {"a paragraph is inserted in the middle of a range",
     "clean-plan.txt",
     {{"\n30 The Union", NULL, "\n29 An insertion.\n30 The Union"}},
     "paragraphs",
     .seen = {"paragraphs 27 to 36 below", "paragraph 27 above"}},
    {"a paragraph without a number gets one",
     "clean-plan.txt",
     {{"\n10 \"The", NULL, "\nAn insertion.\n10 \"The"}},
     "paragraphs",
     .from = "An insertion.",
     .left = 0,
     .seen = {"An insertion.", "(see paragraphs 9 and 10)"}},
    {"a paragraph without a number in a paragraph's section gets one",
     "clean-plan.txt",
     {{"\n12 Goal 1", NULL, "\nAn insertion.\n12 Goal 1"}},
     "paragraphs",
     .from = "An insertion.",
     .seen = {"\n12 An insertion.\n13 Goal 1", "(see paragraphs 9 and 10)",
              "paragraphs 28 to 36 below"}},
    {"a paragraph is deleted",
     "clean-plan.txt",
     {{"\n18 Under", "\n19 The", "\n19 The"}},
     "paragraphs",
     .seen = {"\n18 The work", "paragraphs 26 to 34 below", "paragraph 20"}},
    {"two numbers changed places",
     "clean-plan.txt",
     {{"\n9 \"Rivers", NULL, "\n10 \"Rivers"},
      {"\n10 \"The", NULL, "\n9 \"The"}},
     "paragraphs",
     .is_of_changed = true,
     .seen = {"\n9 \"Rivers", "\n10 \"The", "(see paragraphs 10 and 9)"}},
    {"paragraphs from one on",
     "clean-plan.txt",
     {{"\n27 WRNU", NULL, "\n26 An insertion.\n27 WRNU"}},
     "paragraphs",
     .from = "27 WRNU",
     .seen = {"\n26 An insertion.\n27 WRNU", "paragraph 27 above"}},
    {"a section is inserted",
     "clean-plan.txt",
     {{"\n2.5 \t", NULL, "\n2.4 \tAn insertion\n2.5 \t"}},
     "sections",
     .left = 1,
     .seen = {"\n2.5 \tAn insertion", "\n2.6 \tTargets", "section 2.4 above",
              "sections 2.2 to 2.10 below", "listed in section 2.7 with",
              "sections 2.2 and 2.3"}},
    {"a chapter with numbered paragraphs and a table of contents is inserted",
     "clean-resolution.txt",
     {{"\n2\tStudy groups\n2.1\tEst", NULL,
       "\n1bis\tAn insertion\n2\tStudy groups\n2.1\tEst"}},
     "sections",
     .left = 0,
     .seen = {"\n2\tAn insertion\n3\tStudy groups", "\n3\tStudy groups\t3\n",
              "\n3.1.1\tThe Assembly", "stated in 3.1.1 above",
              "with sections 1 to 4 of", "\n4.2\tConsultation\t5"}},
    {"a reason is inserted",
     "clean-resolution.txt",
     {{"\nd)\tthat standards", NULL,
       "\nc)\tan insertion;\nd)\tthat standards"}},
     "items",
     .seen = {"\nd)\tan insertion;\ne)\tthat standards",
              "considering\u00a0f) above", "considering\u00a0b) above",
              "recognizing\u00a0b) and c)"}},
    {"a reason is inserted that doubles one that is referred to",
     "clean-resolution.txt",
     {{"\nb)\tthat harbours", NULL, "\nb)\tan insertion;\nb)\tthat harbours"}},
     "items",
     .left = 1,
     .seen = {"\nb)\tan insertion;\nc)\tthat harbours",
              "considering\u00a0f) above", "considering\u00a0b) above"}},
    {"a target is inserted",
     "clean-plan.txt",
     {{"\t1.3: Certified", NULL, "\t1.2: An insertion\n\n\t1.3: Certified"}},
     "targets",
     .left = 2,
     .seen = {"\t1.3: An insertion", "\t1.4: Certified", "Target 1.4",
              "Targets 1.1 and 1.2"}},
    {"goals begin with another number",
     "clean-plan.txt",
     {{0}},
     "goals",
     .from = "Goal 1 \u2013 Safe",
     .first = 3,
     .seen = {"Goal 3 \u2013 Safe", "towards Goal 3 and Goal 4",
              "Targets for Goal 3: Safe", "\t3.1: Fatal", "Targets 3.1 and 3.2",
              "Target 4.4"}},
    {"a figure is inserted in Markdown",
     "clean-numbers.md",
     {{"\nFigure 3: Harb", NULL, "\nFigure 2: An insertion\n\nFigure 3: Harb"}},
     "figures",
     .left = 2,
     .seen = {"\nFigure 3: An insertion", "\nFigure 4: Harb",
              "and Figure 4 its", "(see Figure 4 and Table 3)"}},
    {"a table is deleted in Markdown",
     "clean-numbers.md",
     {{"\nTable 2: Money spent\n", NULL, ""},
      {"\nAnglers have", NULL, "\nBut anglers have"}},
     "tables",
     .left = 2,
     .seen = {"\nTable 2: Towns", "Table 2 the names", "Figure 3 and Table 2"}},
    {"annexes with Roman numbers begin with another one",
     "clean-un.txt",
     {{0}},
     "annexes",
     .from = "Annex I\n",
     .first = 2,
     .seen = {"\nAnnex II\n", "\nAnnex III\n"}},
    {"a French paragraph is inserted",
     "clean-plan-fr.txt",
     {{"\n4 Les organes", NULL, "\n3 Une insertion.\n4 Les organes"},
      {"\n9 L'Union", NULL, "\n9 L'Union"}},
     "paragraphs",
     .left = 3,
     .seen = {"\n4 Une insertion.", "\n5 Les organes",
              "Le paragraphe 10 ci-dessus", "au paragraphe 10."}},
    {"a French section is inserted",
     "clean-plan-fr.txt",
     {{"\n2.4 \tPrio", NULL, "\n2.3 \tUne insertion\n2.4 \tPrio"}},
     "sections",
     .seen = {"\n2.5 \tPrio", "sections 2.2 \u00e0 2.5"}},
    {"an inserted paragraph becomes bis",
     "clean-plan.txt",
     {{"\n9 \"Rivers", NULL, "\n8 One.\n8 Two.\n9 \"Rivers"}},
     "paragraphs",
     PL_RENUMBER_BIS,
     .seen = {"\n8bis One.\n8ter Two.\n9 \"Rivers",
              "(see paragraphs 9 and 10)"}},
    {"an inserted paragraph gets a letter",
     "clean-plan.txt",
     {{"\n9 \"Rivers", NULL, "\n8 One.\n8 Two.\n9 \"Rivers"}},
     "paragraphs",
     PL_RENUMBER_LETTER,
     .seen = {"\n8A One.\n8B Two.\n9 \"Rivers", "(see paragraphs 9 and 10)"}},
    {"an inserted section gets a letter",
     "clean-plan.txt",
     {{"\n2.5 \t", NULL, "\n2.4 \tAn insertion\n2.5 \t"}},
     "sections",
     PL_RENUMBER_LETTER,
     .left = 1,
     .seen = {"\n2.4a \tAn insertion\n2.5 \t", "section 2.4 above"}},
    {"an inserted reason becomes bis",
     "clean-resolution.txt",
     {{"\nd)\tthat standards", NULL,
       "\nc)\tan insertion;\nd)\tthat standards"}},
     "items",
     PL_RENUMBER_BIS,
     .seen = {"\nc)\tthat the number", "\nc)bis\tan insertion;\nd)\tthat",
              "considering\u00a0e) above"}},
    {"insertions are given numbers of their own again",
     "clean-plan.txt",
     {{"\n9 \"Rivers", NULL, "\n8bis One.\n8ter Two.\n9 \"Rivers"},
      {"paragraphs 9 and 10)", NULL, "paragraphs 8ter and 10)"}},
     "paragraphs",
     .is_of_changed = true,
     .seen = {"\n9 One.\n10 Two.\n11 \"Rivers", "(see paragraphs 10 and 12)"}},
};

static pl_str read_fixture(struct pl_arena *arena, const char *file)
{
    pl_str text;
    struct pl_error error;
    const char *path = pl_arena_printf(arena, "%s/tests/fixtures/plans/%s",
                                       PLANLINT_SOURCE_DIR, file);
    if (!pl_file_read(arena, path, MAX_PLAN, &text, &error)) {
        fail_msg("%s", error.message);
    }
    return text;
}

static const char *edit_text(struct pl_arena *arena, pl_str text,
                             const struct edit *edits)
{
    struct pl_buf out = pl_buf_in(arena);
    size_t at = 0;
    for (size_t i = 0; i < MAX_EDITS && edits[i].from; i++) {
        pl_str from = pl_str_from(edits[i].from);
        size_t start = pl_str_find(text, from, at);
        if (start == PL_NOWHERE) {
            fail_msg("\"%s\" is not in the plan", edits[i].from);
        }
        size_t end = start + from.len;
        if (edits[i].until) {
            pl_str until = pl_str_from(edits[i].until);
            size_t found = pl_str_find(text, until, end);
            assert_true(found != PL_NOWHERE);
            end = found + until.len;
        }
        pl_buf_add(&out, pl_str_slice(text, at, start));
        pl_buf_add_text(&out, edits[i].to);
        at = end;
    }
    pl_buf_add(&out, pl_str_slice(text, at, text.len));
    pl_buf_add_char(&out, '\0');
    return out.data;
}

/* What stands behind a number, without figures: those may change. */
static void read_meaning(const struct pl_plan *plan, struct pl_range target,
                         char meaning[MAX_MEANING])
{
    size_t len = 0;
    for (size_t at = target.end;
         at < plan->text.len && len < LONGEST && plan->text.data[at] != '\n';
         at++) {
        if (!pl_is_digit(plan->text.data[at])) {
            meaning[len++] = plan->text.data[at];
        }
    }
    meaning[len] = '\0';
}

static bool is_left(const struct pl_renumbered *result, uint32_t offset)
{
    for (uint32_t i = 0; i < result->left_count; i++) {
        if (result->left[i].range.start <= offset &&
            offset < result->left[i].range.end) {
            return true;
        }
    }
    return false;
}

/* References in their order that mean something else than in the clean plan. */
static size_t count_changed(const struct change *change,
                            const struct pl_plan *clean,
                            const struct pl_plan *changed,
                            const struct renumbering *made)
{
    size_t count = 0;
    const struct pl_plan *after = made->after;
    assert_int_equal(clean->references_count, changed->references_count);
    assert_int_equal(clean->references_count, after->references_count);
    for (uint32_t i = 0; i < clean->references_count; i++) {
        const struct pl_reference *it = &clean->references[i];
        const struct pl_reference *now = &after->references[i];
        if (it->resolution != PL_RESOLUTION_FOUND ||
            is_left(&made->result, changed->references[i].range.start)) {
            continue;
        }
        char expected[MAX_MEANING];
        char found[MAX_MEANING];
        read_meaning(clean, it->target, expected);
        read_meaning(after, now->target, found);
        if (now->resolution != PL_RESOLUTION_FOUND ||
            strcmp(expected, found) != 0) {
            count++;
            print_message("%s: \"%.*s\" means \"%s\", not \"%s\"\n",
                          change->what,
                          PL_STR_ARG(pl_range_text(after->text, now->phrase)),
                          found, expected);
        }
    }
    return count;
}

static size_t count_unseen(const struct change *change,
                           const struct pl_plan *after)
{
    size_t count = 0;
    for (size_t i = 0; i < MAX_SEEN && change->seen[i]; i++) {
        if (pl_str_find(after->text, pl_str_from(change->seen[i]), 0) ==
            PL_NOWHERE) {
            count++;
            print_message("%s: there is no \"%s\"\n", change->what,
                          change->seen[i]);
        }
    }
    return count;
}

static size_t count_unexpected(const struct change *change,
                               const struct pl_plan *plan,
                               const struct pl_renumbered *result)
{
    bool is_expected = result->left_count == change->left;
    for (uint32_t i = 0; !is_expected && i < result->left_count; i++) {
        pl_str left = pl_range_text(plan->text, result->left[i].range);
        print_message("%s: \"%.*s\" stays: %s\n", change->what,
                      PL_STR_ARG(left),
                      pl_renumber_reason_text(result->left[i].reason));
    }
    if (!is_expected) {
        print_message("%s: %u places are left\n", change->what,
                      result->left_count);
    }
    return !is_expected;
}

static size_t count_problems(struct pl_arena *arena,
                             const struct change *change)
{
    pl_str text = read_fixture(arena, change->file);
    enum pl_format format =
        strstr(change->file, ".md") ? PL_FORMAT_MARKDOWN : PL_FORMAT_WORD_TEXT;
    const struct pl_plan *clean = plan_from(arena, text.data, format);
    const struct pl_plan *plan =
        plan_from(arena, edit_text(arena, text, change->edits), format);
    struct pl_renumber_request request = {
        .style = change->style,
        .offset = change->from ? offset_of(plan, change->from) : PL_NONE,
        .first = change->first,
    };
    assert_true(
        pl_renumber_kind_from_plural(pl_str_from(change->kind), &request.kind));
    struct renumbering made = renumber(arena, plan, request);
    assert_true(are_edits_valid(plan, made.result.edits));
    assert_true(is_undone(arena, plan, &made));
    if (request.offset != PL_NONE) {
        request.offset = place_after(made.result.edits, request.offset);
    }
    struct renumbering again = renumber(arena, made.after, request);
    return count_unseen(change, made.after) +
           count_unexpected(change, plan, &made.result) +
           count_changed(change, change->is_of_changed ? plan : clean, plan,
                         &made) +
           again.result.edits.count;
}

static void references_keep_their_meaning(void **state)
{
    size_t problems = 0;
    for (size_t i = 0; i < sizeof(changes) / sizeof(*changes); i++) {
        size_t found = count_problems(*state, &changes[i]);
        if (found > 0) {
            print_message("%s: %zu problems\n", changes[i].what, found);
        }
        problems += found;
    }
    assert_int_equal(problems, 0);
}

/* A clean plan has nothing to renumber. */
static void clean_plans_stay(void **state)
{
    for (size_t i = 0; i < sizeof(changes) / sizeof(*changes); i++) {
        pl_str text = read_fixture(*state, changes[i].file);
        const struct pl_plan *plan = plan_from_text(*state, text.data);
        for (unsigned kind = 0; kind < PL_RENUMBER_KIND_COUNT; kind++) {
            struct pl_renumbered result = pl_renumber(
                *state, plan,
                (struct pl_renumber_request){
                    .kind = (enum pl_renumber_kind)kind, .offset = PL_NONE});
            if (result.edits.count > 0 || result.left_count > 0) {
                fail_msg("%s: %s change", changes[i].file,
                         pl_renumber_plural((enum pl_renumber_kind)kind));
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(references_keep_their_meaning),
        ARENA_TEST(clean_plans_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
