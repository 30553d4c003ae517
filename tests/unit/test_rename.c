/* Renaming: from a text with a cursor and a new name to the text after it.
 * What is renamed can be renamed back, and has as many places as before. */
#include "cmocka_wrap.h"

#include "marked_text.h"
#include "plan_from_text.h"

#include "base/arena.h"
#include "plan/plan.h"
#include "plan/rename.h"
#include "plan/symbols.h"

static const struct pl_symbols *read(struct pl_arena *arena,
                                     const struct marked_file *file)
{
    return pl_symbols_build(arena, marked_file_plan(arena, file));
}

/* Those of the role of what stands at the offset: new letters may not be the
 * initials of the words before them. */
static uint32_t places_at(const struct pl_symbols *symbols, uint32_t offset)
{
    struct pl_symbol_hit hit = pl_symbol_at(symbols, offset);
    assert_non_null(hit.symbol);
    uint32_t count = 0;
    for (uint32_t i = 0; i < hit.symbol->end - hit.symbol->first; i++) {
        count += pl_symbol_occurrence(symbols, hit.symbol, i)->role ==
                 hit.occurrence->role;
    }
    return count;
}

/* Where an offset is after the edits; the start of the new text inside one. */
static uint32_t after(struct pl_edits edits, uint32_t offset)
{
    int64_t shift = 0;
    for (size_t i = 0; i < edits.count; i++) {
        struct pl_range range = edits.items[i].range;
        if (range.start > offset) {
            break;
        }
        if (offset <= range.end) {
            return (uint32_t)(range.start + shift);
        }
        shift += (int64_t)edits.items[i].text.len - (range.end - range.start);
    }
    return (uint32_t)(offset + shift);
}

static void assert_text(pl_str found, const char *expected)
{
    if (!pl_str_eq(found, pl_str_from(expected))) {
        fail_msg("\"%.*s\" is not \"%s\"", PL_STR_ARG(found), expected);
    }
}

/* The file of the only cursor after renaming what stands there. */
struct renamed {
    struct marked_file file;
    uint32_t cursor;
    pl_str placeholder; /* the name before */
};

static struct renamed rename_in(struct pl_arena *arena,
                                const struct marked_file *file, uint32_t cursor,
                                pl_str name)
{
    const struct pl_symbols *symbols = read(arena, file);
    struct pl_rename_target target = {0};
    struct pl_error error;
    struct pl_edits edits = {0};
    if (!pl_rename_prepare(arena, symbols, cursor, &target, &error) ||
        !pl_rename(arena, symbols, cursor, name, &edits, &error)) {
        fail_msg("%s", error.message);
    }
    struct renamed renamed = {.file = *file};
    renamed.file.text = pl_edits_apply(arena, file->text, edits);
    renamed.cursor = after(edits, cursor);
    renamed.placeholder = target.placeholder;
    assert_int_equal(places_at(symbols, cursor),
                     places_at(read(arena, &renamed.file), renamed.cursor));
    return renamed;
}

static void assert_renamed(struct pl_arena *arena, const char *marked,
                           const char *name, const char *expected)
{
    const struct marked_file *file =
        marked_text_file(marked_text_read(arena, marked));
    struct renamed there =
        rename_in(arena, file, file->cursors[0], pl_str_from(name));
    assert_text(there.file.text, expected);
    struct renamed back =
        rename_in(arena, &there.file, there.cursor, there.placeholder);
    assert_text(back.file.text, file->text.data);
}

static void assert_refused(struct pl_arena *arena, const char *marked,
                           const char *name, const char *message)
{
    const struct marked_file *file =
        marked_text_file(marked_text_read(arena, marked));
    struct pl_edits edits;
    struct pl_error error;
    if (pl_rename(arena, read(arena, file), file->cursors[0], pl_str_from(name),
                  &edits, &error)) {
        fail_msg("it is not refused");
    }
    assert_string_equal(error.message, message);
}

static void names_are_renamed_from_either_end(void **state)
{
    const char *expected = "# 1 Goals\n\nGoal 1: Calm Water\n\n"
                           "Goal 2: Fair Berths\n\n# 2 Targets\n\n"
                           "Targets for Goal 1: Calm Water\n";
    assert_renamed(*state,
                   "# 1 Goals\n\nGoal 1: Safe| Entry\n\n"
                   "Goal 2: Fair Berths\n\n# 2 Targets\n\n"
                   "Targets for Goal 1: Safe Entry\n",
                   "Calm Water", expected);
    assert_renamed(*state,
                   "# 1 Goals\n\nGoal 1: Safe Entry\n\n"
                   "Goal 2: Fair Berths\n\n# 2 Targets\n\n"
                   "Targets for Goal 1: Safe Entry|\n",
                   "Calm Water", expected);
}

static void names_keep_their_capitals(void **state)
{
    assert_renamed(*state,
                   "# 1 Goals\n\nGoal 1: Safe |Entry for All\n\n"
                   "# 2 Targets\n\n"
                   "TARGETS FOR GOAL 1: SAFE ENTRY FOR ALL\n\n"
                   "What Goal 1 (safe entry for all) asks.\n\n"
                   "What Goal 1 (Safe entry for all) asks.\n",
                   "Fair Berths at PSC Ports",
                   "# 1 Goals\n\nGoal 1: Fair Berths at PSC Ports\n\n"
                   "# 2 Targets\n\n"
                   "TARGETS FOR GOAL 1: FAIR BERTHS AT PSC PORTS\n\n"
                   "What Goal 1 (fair berths at PSC ports) asks.\n\n"
                   "What Goal 1 (Fair berths at PSC ports) asks.\n");
}

static void words_joined_by_hyphens_keep_their_capitals(void **state)
{
    assert_renamed(*state,
                   "# 1 Harbour\n\nSingle Si|gn-On (SSO) is new. "
                   "The single sign-on works.\n",
                   "Secure Stop-Over",
                   "# 1 Harbour\n\nSecure Stop-Over (SSO) is new. "
                   "The secure stop-over works.\n");
}

static void names_keep_their_line_ends(void **state)
{
    const char *before = "# 1 Goals\n\nGoal 1: Safe| Entry\n\n# 2 Targets\n\n"
                         "The office holds what Goal 1 (Safe\nEntry) asks.\n";
    assert_renamed(*state, before, "Calm Water",
                   "# 1 Goals\n\nGoal 1: Calm Water\n\n# 2 Targets\n\n"
                   "The office holds what Goal 1 (Calm\nWater) asks.\n");
    assert_renamed(*state, before, "Very Calm Water",
                   "# 1 Goals\n\nGoal 1: Very Calm Water\n\n# 2 Targets\n\n"
                   "The office holds what Goal 1 (Very\nCalm Water) asks.\n");
}

static void names_of_priorities(void **state)
{
    assert_renamed(*state,
                   "# 1 Thematic priorities\n\n## Safe entry\n\n"
                   "The work under safe en|try is expected to deliver "
                   "the following outcomes:\n\n"
                   "1) Fewer wrecks.\n\n2) More pilots.\n",
                   "Fair berths",
                   "# 1 Thematic priorities\n\n## Fair berths\n\n"
                   "The work under fair berths is expected to deliver "
                   "the following outcomes:\n\n"
                   "1) Fewer wrecks.\n\n2) More pilots.\n");
}

static void acronyms_in_all_their_forms(void **state)
{
    assert_renamed(*state,
                   "# 1 Harbour\n\nThe port safety committee (PSC) meets. "
                   "The P|SC's work is dear, and PSCs meet.\n",
                   "HSC",
                   "# 1 Harbour\n\nThe port safety committee (HSC) meets. "
                   "The HSC's work is dear, and HSCs meet.\n");
}

static void long_forms_where_the_cursor_is_on_one(void **state)
{
    assert_renamed(*state,
                   "# 1 Harbour\n\nThe port safety com|mittee (PSC) meets. "
                   "The PSC works. Port safety committee is its name.\n",
                   "pier safety commission",
                   "# 1 Harbour\n\nThe pier safety commission (PSC) meets. "
                   "The PSC works. Pier safety commission is its name.\n");
}

static void acronyms_in_code_and_addresses_stay(void **state)
{
    assert_renamed(*state,
                   "# 1 Harbour\n\nThe port safety committee (PS|C) meets.\n\n"
                   "See `PSC` and https://example.org/PSC by the PSC.\n\n"
                   "<!-- planlint-disable-file PL402 -- PSC -->\n",
                   "HSC",
                   "# 1 Harbour\n\nThe port safety committee (HSC) meets.\n\n"
                   "See `PSC` and https://example.org/PSC by the HSC.\n\n"
                   "<!-- planlint-disable-file PL402 -- PSC -->\n");
}

static void an_acronym_that_is_there_is_refused(void **state)
{
    const char *text = "# 1 Harbour\n\nThe port safety committee (PS|C) meets "
                       "the lights office (LO).\n\nTheir DOCK is dear.\n";
    assert_refused(*state, text, "LO", "LO is there already, in line 3 (1)");
    assert_refused(*state, text, "DOCK",
                   "DOCK is there already, in line 5 (1)");
    assert_refused(*state, text, "port office",
                   "\"port office\" is no acronym: letters and digits with a "
                   "capital among them");
    assert_refused(*state, text, "PCs", "\"PCs\" would be read as a plural");
}

static void footnotes_and_links(void **state)
{
    assert_renamed(*state,
                   "# 1 Harbour\n\nDeep.[^de|pth] Still deep.[^depth]\n\n"
                   "[^depth]: At low tide.\n",
                   "tide",
                   "# 1 Harbour\n\nDeep.[^tide] Still deep.[^tide]\n\n"
                   "[^tide]: At low tide.\n");
    assert_refused(*state,
                   "# 1 Harbour\n\nDeep.[^de|pth] Wide.[^width]\n\n"
                   "[^depth]: At low tide.\n\n[^width]: At high tide.\n",
                   "width", "footnote width is there already, in line 7");
    assert_renamed(*state,
                   "# 1 Harbour\n\nSee [the act][a|ct], [act] and `[act]`.\n\n"
                   "[act]: https://example.org/act\n",
                   "law",
                   "# 1 Harbour\n\nSee [the act][law], [law] and `[act]`.\n\n"
                   "[law]: https://example.org/act\n");
}

static void numbers_go_with_what_refers_to_them(void **state)
{
    assert_renamed(*state,
                   "# 1 Harbour\n\n1 See para|graph 3 and paragraphs 2 to 3.\n"
                   "\n2 Two.\n\n3 Three.\n",
                   "9",
                   "# 1 Harbour\n\n1 See paragraph 9 and paragraphs 2 to 9.\n"
                   "\n2 Two.\n\n9 Three.\n");
    assert_renamed(*state,
                   "# 1 Harbour\n\n1 The office will:\n\na) dredge;\n\n"
                   "b|) paint.\n\n2 What paragraph 1 (b) says holds.\n",
                   "c)",
                   "# 1 Harbour\n\n1 The office will:\n\na) dredge;\n\n"
                   "c) paint.\n\n2 What paragraph 1 (c) says holds.\n");
}

static void numbers_below_go_with_theirs(void **state)
{
    assert_renamed(*state,
                   "# 1 Harbour\n\nSee sections 2 and 2.1.\n\n# 2| Lights\n\n"
                   "## 2.1 Lamps\n\nThey burn.\n\n## 2.2 Oil\n\nDear.\n",
                   "5",
                   "# 1 Harbour\n\nSee sections 5 and 5.1.\n\n# 5 Lights\n\n"
                   "## 5.1 Lamps\n\nThey burn.\n\n## 5.2 Oil\n\nDear.\n");
}

static void numbers_that_are_taken_are_refused(void **state)
{
    const char *text = "# 1 Harbour\n\n1 See para|graph 3.\n\n2 Two.\n\n"
                       "3 Three.\n";
    assert_refused(*state, text, "2",
                   "paragraph 2 is there already, in line 5 (1, para 2)");
    assert_refused(*state, text, "two", "\"two\" is no number");
    assert_refused(*state, text, "3.1",
                   "\"3.1\" is not numbered in the way of \"3\"");
    assert_refused(*state, text, " ", "the new name is empty");
    assert_refused(*state, text, "4\n5",
                   "the new name has a line end, a tab or a control character "
                   "in it");
}

static void names_that_are_taken_are_refused(void **state)
{
    const char *text = "# 1 Goals\n\nGoal 1: Safe En|try\n\n"
                       "Goal 2: Fair Berths\n";
    assert_refused(*state, text, "Fair  berths",
                   "goal 2 is there already, in line 5 (1)");
}

static void names_in_tables_and_in_emphasis(void **state)
{
    assert_renamed(*state,
                   "# 1 Goals\n\n\\| Goal \\| Name \\|\n\\|---\\|---\\|\n"
                   "\\| Goal 1 \\| Safe |Entry \\|\n"
                   "\\| Goal 2 \\| Fair Berths \\|\n\n"
                   "Targets for Goal 1: Safe Entry\n\n"
                   "What Goal 1 (*Safe Entry*) and **Safe Entry** ask.\n",
                   "Calm Water",
                   "# 1 Goals\n\n| Goal | Name |\n|---|---|\n"
                   "| Goal 1 | Calm Water |\n| Goal 2 | Fair Berths |\n\n"
                   "Targets for Goal 1: Calm Water\n\n"
                   "What Goal 1 (*Calm Water*) and **Calm Water** ask.\n");
}

static void a_bar_would_end_a_cell(void **state)
{
    assert_refused(*state,
                   "# 1 Goals\n\n\\| Goal \\| Name \\|\n\\|---\\|---\\|\n"
                   "\\| Goal 1 \\| Safe |Entry \\|\n"
                   "\\| Goal 2 \\| Fair Berths \\|\n",
                   "Safe | Entry",
                   "\"|\" would end the cell of a table that the name stands "
                   "in");
}

static void what_cannot_be_renamed_says_so(void **state)
{
    assert_refused(*state, "# 1 Harbour\n\nThe boats fl|oat.\n", "sink",
                   "nothing that can be renamed stands here");
    assert_refused(*state, "# 1 Harbour\n\nResolution 7|1 holds.\n", "72",
                   "\"71\" is the number of another document");
    assert_refused(*state,
                   "# 1 Harbour\n\n1 Paragraphs 2 t|o 3 hold.\n\n2 Two.\n\n"
                   "3 Three.\n",
                   "4",
                   "two numbers are meant here: put the cursor on one of them");
}

static void the_same_name_changes_nothing(void **state)
{
    const struct marked_file *file = marked_text_file(
        marked_text_read(*state, "# 1 Goals\n\nGoal 1: Safe En|try\n"));
    struct pl_edits edits;
    struct pl_error error;
    assert_true(pl_rename(*state, read(*state, file), file->cursors[0],
                          pl_str_from("Safe Entry "), &edits, &error));
    assert_int_equal(edits.count, 0);
}

static void french_plans(void **state)
{
    assert_renamed(*state,
                   "# 1 Port\n\nLe comité des ports (CDP) se réunit. "
                   "Le rôle du C|DP croît. La section 1 le dit.\n",
                   "CNP",
                   "# 1 Port\n\nLe comité des ports (CNP) se réunit. "
                   "Le rôle du CNP croît. La section 1 le dit.\n");
    assert_renamed(*state,
                   "# 1 Port\n\nL’Union portuaire (UPF) agit. Le rôle de "
                   "l’U|PF croît, celui d'UPF aussi.\n",
                   "UPM",
                   "# 1 Port\n\nL’Union portuaire (UPM) agit. Le rôle de "
                   "l’UPM croît, celui d'UPM aussi.\n");
    assert_renamed(*state,
                   "# 1 Objectifs\n\nObjectif 1 : Entrée| sûre\n\n"
                   "Objectif 2 : Postes justes\n\n"
                   "Cibles pour Objectif 1 (ENTRÉE SÛRE).\n",
                   "Éclairage fiable",
                   "# 1 Objectifs\n\nObjectif 1 : Éclairage fiable\n\n"
                   "Objectif 2 : Postes justes\n\n"
                   "Cibles pour Objectif 1 (ÉCLAIRAGE FIABLE).\n");
}

static void flat_text(void **state)
{
    assert_renamed(*state,
                   "%! plan.txt\n"
                   "Contents\n\nIntroduction\t1\nGoal 1: Safe Entry\t2\n"
                   "Delivery\t4\n\nIntroduction\n\nAll is well.\n\n"
                   "Goal 1: Safe Ent|ry\n\nThe harbour is open.\n\n"
                   "Delivery\n\nAll is done.\n",
                   "Calm Water",
                   "Contents\n\nIntroduction\t1\nGoal 1: Calm Water\t2\n"
                   "Delivery\t4\n\nIntroduction\n\nAll is well.\n\n"
                   "Goal 1: Calm Water\n\nThe harbour is open.\n\n"
                   "Delivery\n\nAll is done.\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(names_are_renamed_from_either_end),
        ARENA_TEST(names_keep_their_capitals),
        ARENA_TEST(words_joined_by_hyphens_keep_their_capitals),
        ARENA_TEST(names_keep_their_line_ends),
        ARENA_TEST(names_of_priorities),
        ARENA_TEST(acronyms_in_all_their_forms),
        ARENA_TEST(long_forms_where_the_cursor_is_on_one),
        ARENA_TEST(acronyms_in_code_and_addresses_stay),
        ARENA_TEST(an_acronym_that_is_there_is_refused),
        ARENA_TEST(footnotes_and_links),
        ARENA_TEST(numbers_go_with_what_refers_to_them),
        ARENA_TEST(numbers_below_go_with_theirs),
        ARENA_TEST(numbers_that_are_taken_are_refused),
        ARENA_TEST(names_that_are_taken_are_refused),
        ARENA_TEST(names_in_tables_and_in_emphasis),
        ARENA_TEST(a_bar_would_end_a_cell),
        ARENA_TEST(what_cannot_be_renamed_says_so),
        ARENA_TEST(the_same_name_changes_nothing),
        ARENA_TEST(french_plans),
        ARENA_TEST(flat_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
