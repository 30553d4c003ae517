/* Headings, figures, tables and annexes of a clean yearbook, renumbered. */
#include "cmocka_wrap.h"
#include "mutation.h"

static const struct mutation mutations[] = {
    {"nothing", {{0}}, ""},
    {"a section was deleted",
     {{"\n### 3.2 Shore", "\n### 3.3", "\n### 3.3"}},
     "PL101 3.3"},
    {"a marker in another style",
     {{"\n3) to count", NULL, "\n3. to count"}},
     "PL113 3.2, item 3."},
    {"a figure was deleted",
     {{"\nFigure 2: Rivers that feed the lake\n", NULL, ""}},
     "PL205 1 | PL123 1"},
    {"a figure number was given twice",
     {{"\nFigure 3: Harb", NULL, "\nFigure 2: Harb"}},
     "PL205 1 | PL124 1 | PL205 Annex 1"},
    {"two figures changed places",
     {{"\nFigure 2: Riv", NULL, "\nFigure 3: Riv"},
      {"\nFigure 3: Harb", NULL, "\nFigure 2: Harb"}},
     "PL125 1"},
    {"a table was deleted",
     {{"\nTable 2: Money spent\n", NULL, ""}},
     "PL204 2 | PL126 2 | PL204 Annex 4"},
    {"a table number was given twice",
     {{"\nTable 3: Tow", NULL, "\nTable 2: Tow"}},
     "PL204 2 | PL127 2 | PL204 Annex 1"},
    {"two tables changed places",
     {{"\nTable 2: Mon", NULL, "\nTable 3: Mon"},
      {"\nTable 3: Tow", NULL, "\nTable 2: Tow"}},
     "PL128 2"},
    {"an annex number was given twice",
     {{"\n# Annex 3", NULL, "\n# Annex 2"}},
     "PL121 Annex 2 | PL203 Annex 4"},
    {"two annexes changed places",
     {{"\n# Annex 2", NULL, "\n# Annex 3"},
      {"\n# Annex 3", NULL, "\n# Annex 2"}},
     "PL122 Annex 3"},
    {"parts of a section were joined to one",
     {{"\n### 3.2 Shore\n", NULL, ""},
      {"\n### 3.3 Towns\n", NULL, ""},
      {"\n### 3.4 Birds\n", NULL, ""}},
     "PL130 3.1"},
};

static const struct mutation missing[] = {
    {"the colon before a list",
     {{"The Council asks the towns:", NULL,
       "The towns have to do the following"}},
     "PL137 3.2"},
    {"a space before the colon",
     {{"The birds come back.", NULL, "They come back : herons first."}},
     "PL736 3.4"},
    {"a section that every plan has",
     {{"\n## 3 Targets", NULL, "\n## 3 Figures"}},
     "PL133 \"Yearbook of the Lakes Council\""},
};

/* Of paragraphs "1. ..." that run through the chapters of a report. */
static const struct mutation paragraphs[] = {
    {"nothing", {{0}}, ""},
    {"a paragraph was deleted",
     {{"\n8. The eval", "\nIII", "\nIII"}},
     "PL104 A, para 9"},
    {"a paragraph number was given twice",
     {{"\n5. Joint", NULL, "\n4. Joint"}},
     "PL103 A, para 4 | PL201 A, para 6"},
    {"an item was given the letter before it",
     {{"\n(c) Agreed", NULL, "\n(b) Agreed"}},
     "PL111 A, para 6, item (b)"},
};

static void paragraphs_that_do_not_follow_are_found(void **state)
{
    (void)state;
    assert_mutations("clean-un.txt", "un", paragraphs,
                     sizeof(paragraphs) / sizeof(*paragraphs));
}

static const struct mutation commas[] = {
    {"nothing", {{0}}, ""},
    {"a comma before the last of a series",
     {{"The birds come back.", NULL, "Herons, ducks, and swans come back."}},
     ""},
    {"the same where the series ends",
     {{"The birds come back.", NULL, "We see herons, ducks, and swans."}},
     "PL441 3.4"},
};

static void numbers_that_do_not_follow_are_found(void **state)
{
    (void)state;
    assert_mutations("clean-numbers.md", "core", mutations,
                     sizeof(mutations) / sizeof(*mutations));
}

static void a_missing_part_is_found(void **state)
{
    (void)state;
    assert_mutations("clean-numbers.md", "itu", missing,
                     sizeof(missing) / sizeof(*missing));
}

static void a_rule_that_is_off_finds_when_it_is_on(void **state)
{
    (void)state;
    assert_mutations("clean-numbers.md", "core PL441", commas,
                     sizeof(commas) / sizeof(*commas));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_that_do_not_follow_are_found),
        cmocka_unit_test(a_missing_part_is_found),
        cmocka_unit_test(a_rule_that_is_off_finds_when_it_is_on),
        cmocka_unit_test(paragraphs_that_do_not_follow_are_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
