/* Renumbering: one surface form at a time. */
#include "cmocka_wrap.h"

#include "base/arena.h"
#include "base/buf.h"
#include "plan_from_text.h"
#include "renumbering.h"

struct wish {
    const char *kind;
    enum pl_renumber_style style;
    const char *from; /* where it begins; NULL: all series */
    uint16_t first;
};

static struct pl_renumber_request request_for(const struct pl_plan *plan,
                                              struct wish wish)
{
    struct pl_renumber_request request = {
        .style = wish.style,
        .offset = wish.from ? offset_of(plan, wish.from) : PL_NONE,
        .first = wish.first,
    };
    assert_true(
        pl_renumber_kind_from_plural(pl_str_from(wish.kind), &request.kind));
    return request;
}

/* What is left alone: "TEXT: REASON", joined by " | ". */
static const char *left_of(struct pl_arena *arena, const struct pl_plan *plan,
                           const struct pl_renumbered *result)
{
    struct pl_buf out = pl_buf_in(arena);
    for (uint32_t i = 0; i < result->left_count; i++) {
        pl_buf_add_text(&out, i > 0 ? " | " : "");
        pl_buf_add(&out, pl_range_text(plan->text, result->left[i].range));
        pl_buf_addf(&out, ": %s",
                    pl_renumber_reason_text(result->left[i].reason));
    }
    pl_buf_add_char(&out, '\0');
    return out.data;
}

/* Renumbers a text and compares it with what is expected; `left` is what stays.
 * A second run must change nothing, and undoing must give the text again. */
static void assert_plan_renumbered(struct pl_arena *arena,
                                   const struct pl_plan *plan, struct wish wish,
                                   const char *expected, const char *left)
{
    struct pl_renumber_request request = request_for(plan, wish);
    struct renumbering made = renumber(arena, plan, request);
    assert_true(are_edits_valid(plan, made.result.edits));
    assert_true(is_undone(arena, plan, &made));
    if (!pl_str_eq(made.after->text, pl_str_from(expected))) {
        fail_msg("%.*s", PL_STR_ARG(made.after->text));
    }
    assert_string_equal(left_of(arena, plan, &made.result), left);
    if (wish.from) {
        request.offset = place_after(made.result.edits, request.offset);
    }
    assert_int_equal(renumber(arena, made.after, request).result.edits.count,
                     0);
}

static void assert_renumbered(struct pl_arena *arena, const char *text,
                              struct wish wish, const char *expected,
                              const char *left)
{
    assert_plan_renumbered(arena, plan_from(arena, text, PL_FORMAT_WORD_TEXT),
                           wish, expected, left);
}

static void assert_markdown_renumbered(struct pl_arena *arena, const char *text,
                                       struct wish wish, const char *expected,
                                       const char *left)
{
    assert_plan_renumbered(arena, plan_from_markdown(arena, text), wish,
                           expected, left);
}

static void references_in_lists_and_ranges_follow(void **state)
{
    assert_renumbered(*state,
                      "1 The ports are open.\n"
                      "1 A second one.\n"
                      "2 See paragraphs 2, 3 and 5, paragraphs 2 to 4 and "
                      "3-5, and para. 4.\n"
                      "3 The ports are safe.\n"
                      "4 The ports are deep.\n"
                      "5 The ports are old.\n",
                      (struct wish){.kind = "paragraphs"},
                      "1 The ports are open.\n"
                      "2 A second one.\n"
                      "3 See paragraphs 3, 4 and 6, paragraphs 3 to 5 and "
                      "4-6, and para. 5.\n"
                      "4 The ports are safe.\n"
                      "5 The ports are deep.\n"
                      "6 The ports are old.\n",
                      "");
}

static void a_number_that_is_there_twice_is_left_alone(void **state)
{
    assert_renumbered(*state,
                      "1 The ports are open.\n"
                      "2 The ports are safe.\n"
                      "2 A second one.\n"
                      "3 See paragraph 2, paragraphs 2 to 3 and paragraph 3.\n"
                      "4 The ports are old.\n",
                      (struct wish){.kind = "paragraphs"},
                      "1 The ports are open.\n"
                      "2 The ports are safe.\n"
                      "3 A second one.\n"
                      "4 See paragraph 2, paragraphs 2 to 3 and paragraph 4.\n"
                      "5 The ports are old.\n",
                      "paragraph 2: more than one place has this number | "
                      "paragraphs 2 to 3: more than one place has this number");
}

static void a_number_that_nothing_has_is_left_alone(void **state)
{
    assert_renumbered(*state,
                      "1 The ports are open.\n"
                      "2 The ports are safe, see paragraph 4.\n"
                      "3 The ports are deep.\n"
                      "5 The ports are old, see paragraph 5 of Resolution 7.\n"
                      "6 The ports are new, see paragraph 6.\n",
                      (struct wish){.kind = "paragraphs"},
                      "1 The ports are open.\n"
                      "2 The ports are safe, see paragraph 4.\n"
                      "3 The ports are deep.\n"
                      "4 The ports are old, see paragraph 5 of Resolution 7.\n"
                      "5 The ports are new, see paragraph 5.\n",
                      "paragraph 4: nothing has this number | "
                      "paragraph 5: it may be a place in another document");
}

static void what_a_reference_is_part_of_tells_which_one_is_meant(void **state)
{
    assert_renumbered(*state,
                      "1 \tAims\n"
                      "1 The aims, see section 2 of Annex A.\n"
                      "1 \tMore aims\n"
                      "2 The others, see section 2.\n"
                      "2 \tMeans\n"
                      "3 The means.\n"
                      "Annex A\n"
                      "1 \tBoats\n"
                      "4 The boats.\n"
                      "2 \tShips\n"
                      "5 The ships, see section 2 and Annex A, section 1.\n",
                      (struct wish){.kind = "sections"},
                      "1 \tAims\n"
                      "1 The aims, see section 2 of Annex A.\n"
                      "2 \tMore aims\n"
                      "2 The others, see section 3.\n"
                      "3 \tMeans\n"
                      "3 The means.\n"
                      "Annex A\n"
                      "1 \tBoats\n"
                      "4 The boats.\n"
                      "2 \tShips\n"
                      "5 The ships, see section 2 and Annex A, section 1.\n",
                      "");
}

static void nested_numbers_follow_their_section(void **state)
{
    assert_renumbered(*state,
                      "1 \tAims\n"
                      "1.1 The ports, see 2.1.2 below and section 2.2.\n"
                      "1bis \tMore\n"
                      "2 \tMeans\n"
                      "2.1 \tMoney\n"
                      "2.1.1 The sums.\n"
                      "2.1.2 The fees, see section 2.1.1.\n"
                      "Table 2.1 \u2013 Sums\n"
                      "2.2 \tPeople\n"
                      "2.2.1 The crews, see Table 2.1 and (see 2.1.2).\n",
                      (struct wish){.kind = "sections"},
                      "1 \tAims\n"
                      "1.1 The ports, see 3.1.2 below and section 3.2.\n"
                      "2 \tMore\n"
                      "3 \tMeans\n"
                      "3.1 \tMoney\n"
                      "3.1.1 The sums.\n"
                      "3.1.2 The fees, see section 3.1.1.\n"
                      "Table 3.1 \u2013 Sums\n"
                      "3.2 \tPeople\n"
                      "3.2.1 The crews, see Table 3.1 and (see 3.1.2).\n",
                      "");
}

static void a_damaged_number_is_mended(void **state)
{
    assert_renumbered(*state,
                      "1 \tAims\n"
                      "1.1 \tPorts\n"
                      "12 \tShips\n"
                      "1.3 \tBoats, see section 1.2\n"
                      "2 \tMeans\n",
                      (struct wish){.kind = "sections"},
                      "1 \tAims\n"
                      "1.1 \tPorts\n"
                      "1.2 \tShips\n"
                      "1.3 \tBoats, see section 1.2\n"
                      "2 \tMeans\n",
                      "");
}

static void items_go_from_z_to_aa(void **state)
{
    struct pl_buf text = pl_buf_in(*state);
    struct pl_buf expected = pl_buf_in(*state);
    pl_buf_add_text(&text, "1 The ports (see item z) below):\na) port a;\n"
                           "a) an insertion;\n");
    pl_buf_add_text(&expected, "1 The ports (see item aa) below):\n"
                               "a) port a;\nb) an insertion;\n");
    for (int c = 'b'; c <= 'z'; c++) {
        pl_buf_addf(&text, "%c) port %c;\n", c, c);
        if (c < 'z') {
            pl_buf_addf(&expected, "%c) port %c;\n", c + 1, c);
        } else {
            pl_buf_addf(&expected, "aa) port %c;\n", c);
        }
    }
    pl_buf_add_text(&text, "2 The ships.\n");
    pl_buf_add_text(&expected, "2 The ships.\n");
    pl_buf_add_char(&text, '\0');
    pl_buf_add_char(&expected, '\0');
    assert_renumbered(*state, text.data, (struct wish){.kind = "items"},
                      expected.data, "");
}

static void items_of_paragraphs_are_meant_together(void **state)
{
    assert_renumbered(*state,
                      "1 The ports, see paragraph 3 (b) and 3(c):\n"
                      "(a) old;\n"
                      "(b) new.\n"
                      "2 An insertion.\n"
                      "2 The ships, see item (b) below:\n"
                      "(a) large;\n"
                      "(b) small.\n"
                      "3 The boats, see paragraphs 1(b) and (a):\n"
                      "(a) red;\n"
                      "(b) green;\n"
                      "(c) blue.\n",
                      (struct wish){.kind = "paragraphs"},
                      "1 The ports, see paragraph 4 (b) and 4(c):\n"
                      "(a) old;\n"
                      "(b) new.\n"
                      "2 An insertion.\n"
                      "3 The ships, see item (b) below:\n"
                      "(a) large;\n"
                      "(b) small.\n"
                      "4 The boats, see paragraphs 1(b) and (a):\n"
                      "(a) red;\n"
                      "(b) green;\n"
                      "(c) blue.\n",
                      "");
}

static void forms_are_kept(void **state)
{
    assert_renumbered(*state,
                      "ANNEX I\nRules\n1 The rules, see annex II.\n"
                      "ANNEX III\nMaps\n2 The maps, see Annex III.\n"
                      "ANNEX IV\nLists\n3 The lists.\n",
                      (struct wish){.kind = "annexes"},
                      "ANNEX I\nRules\n1 The rules, see annex II.\n"
                      "ANNEX II\nMaps\n2 The maps, see Annex II.\n"
                      "ANNEX III\nLists\n3 The lists.\n",
                      "annex II: what it means is not certain");
    assert_markdown_renumbered(*state,
                               "Figure 01: Lake\n\nSee Figure 03.\n\n"
                               "Figure 03: River\n\nFigure 04: Sea\n",
                               (struct wish){.kind = "figures"},
                               "Figure 01: Lake\n\nSee Figure 02.\n\n"
                               "Figure 02: River\n\nFigure 03: Sea\n",
                               "");
}

static void footnotes_follow(void **state)
{
    assert_markdown_renumbered(
        *state,
        "The lake[^1] and the river[^3], see footnote 3.\n\n"
        "[^1]: It is deep.\n[^3]: It is long.\n",
        (struct wish){.kind = "footnotes"},
        "The lake[^1] and the river[^2], see footnote 2.\n\n"
        "[^1]: It is deep.\n[^2]: It is long.\n",
        "");
}

static void notes_with_one_number_are_told_apart_by_their_place(void **state)
{
    assert_renumbered(*state,
                      "1 The lake[footnoteRef:1]. [1: It is deep.]\n"
                      "2 The river[footnoteRef:1]. [1: It is long.]\n"
                      "3 The sea[footnoteRef:2]. [2: It is wide.]\n",
                      (struct wish){.kind = "footnotes"},
                      "1 The lake[footnoteRef:1]. [1: It is deep.]\n"
                      "2 The river[footnoteRef:2]. [2: It is long.]\n"
                      "3 The sea[footnoteRef:3]. [3: It is wide.]\n",
                      "");
}

static void an_image_and_its_caption_have_one_number(void **state)
{
    assert_markdown_renumbered(
        *state,
        "See Figure 3.\n\n![Figure 1](a.png)\n\nFigure 1: Lake\n\n"
        "![Figure 3](b.png)\n\nFigure 3: River\n",
        (struct wish){.kind = "figures"},
        "See Figure 2.\n\n![Figure 1](a.png)\n\nFigure 1: Lake\n\n"
        "![Figure 2](b.png)\n\nFigure 2: River\n",
        "");
}

static void codes_in_a_column_are_no_series(void **state)
{
    const char *text = "1 The marks:\n(S) TE\n(S) EN\n(S) DA\n";
    const struct pl_plan *plan = plan_from(*state, text, PL_FORMAT_WORD_TEXT);
    struct pl_renumbered result = pl_renumber(
        *state, plan, request_for(plan, (struct wish){.kind = "items"}));
    assert_int_equal(result.edits.count, 0);
    assert_string_equal(left_of(*state, plan, &result),
                        "(S): too few of these numbers follow each other");
}

static void links_to_headings_follow(void **state)
{
    assert_markdown_renumbered(
        *state,
        "# Plan\n\n- [1 Aims](#1-aims)\n- [3 Means, and "
        "Ways](#3-means-and-ways)"
        "\n- [other](#more)\n\n"
        "## 1 Aims\n\nSee [the means](#3-means-and-ways), [a note][n] and "
        "section 3.\n\n"
        "## 3 Means, and Ways\n\nThey are there.\n\n[n]: #3-means-and-ways\n",
        (struct wish){.kind = "sections"},
        "# Plan\n\n- [1 Aims](#1-aims)\n- [2 Means, and "
        "Ways](#2-means-and-ways)"
        "\n- [other](#more)\n\n"
        "## 1 Aims\n\nSee [the means](#2-means-and-ways), [a note][n] and "
        "section 2.\n\n"
        "## 2 Means, and Ways\n\nThey are there.\n\n[n]: #2-means-and-ways\n",
        "");
}

static void lines_of_contents_follow(void **state)
{
    assert_renumbered(*state,
                      "Contents\n"
                      "1\tAims\t2\n"
                      "2\tMeans\t3\n"
                      "3\tReports\t4\n"
                      "1\tAims\nText of aims.\n"
                      "1\tInsertion\nText of it.\n"
                      "2\tMeans\nText of means.\n"
                      "3\tReports\nText of reports.\n",
                      (struct wish){.kind = "sections"},
                      "Contents\n"
                      "1\tAims\t2\n"
                      "3\tMeans\t3\n"
                      "4\tReports\t4\n"
                      "1\tAims\nText of aims.\n"
                      "2\tInsertion\nText of it.\n"
                      "3\tMeans\nText of means.\n"
                      "4\tReports\nText of reports.\n",
                      "");
}

static void lists_of_figures_follow(void **state)
{
    assert_renumbered(
        *state,
        "Contents\n1\tAims\t2\n2\tMeans\t3\n3\tReports\t4\n"
        "List of figures\nFigure 1 \u2013 The harbour\t2\n"
        "Figure 2 \u2013 The river\t3\nFigure 3 \u2013 The sea\t4\n"
        "1\tAims\nThe aims are shown in Figure 3.\n"
        "Figure 1 \u2013 The harbour\n2\tMeans\nFigure 1 \u2013 New\n"
        "The means.\nFigure 2 \u2013 The river\n3\tReports\n"
        "Figure 3 \u2013 The sea\nThe sea is there.\n",
        (struct wish){.kind = "figures"},
        "Contents\n1\tAims\t2\n2\tMeans\t3\n3\tReports\t4\n"
        "List of figures\nFigure 1 \u2013 The harbour\t2\n"
        "Figure 3 \u2013 The river\t3\nFigure 4 \u2013 The sea\t4\n"
        "1\tAims\nThe aims are shown in Figure 4.\n"
        "Figure 1 \u2013 The harbour\n2\tMeans\nFigure 2 \u2013 New\n"
        "The means.\nFigure 3 \u2013 The river\n3\tReports\n"
        "Figure 4 \u2013 The sea\nThe sea is there.\n",
        "");
}

static const char actions[] =
    "# Plan\n\n"
    "## Action 1: Dredge the river\n\nSee Action 3 and Actions 2 and 3.\n\n"
    "## Action 2: Build a lock\n\nIt is needed for Action 1.\n\n"
    "## Action 2: Insert a thing\n\nIt is new.\n\n"
    "## Action 3: Paint the lock\n\nSee Action 2.\n";

static void entities_of_any_kind_follow(void **state)
{
    assert_markdown_renumbered(
        *state, actions, (struct wish){.kind = "actions"},
        "# Plan\n\n"
        "## Action 1: Dredge the river\n\nSee Action 4 and Actions 2 and 4.\n\n"
        "## Action 2: Build a lock\n\nIt is needed for Action 1.\n\n"
        "## Action 3: Insert a thing\n\nIt is new.\n\n"
        "## Action 4: Paint the lock\n\nSee Action 2.\n",
        "Actions 2: more than one place has this number | "
        "Action 2: more than one place has this number");
}

static void insertions_continue_those_that_are_there(void **state)
{
    assert_renumbered(
        *state,
        "5 The ports.\n6 The ships.\n6bis The boats.\n"
        "6 An insertion.\n7 The crews, see paragraph 6bis.\n"
        "8 The fees.\n",
        (struct wish){.kind = "paragraphs", .style = PL_RENUMBER_BIS},
        "5 The ports.\n6 The ships.\n6bis The boats.\n"
        "6ter An insertion.\n7 The crews, see paragraph 6bis.\n"
        "8 The fees.\n",
        "");
    assert_renumbered(
        *state,
        "5 The ports.\n6 The ships.\n6 An insertion.\n"
        "6bis The boats.\n7 The crews.\n8 The fees.\n",
        (struct wish){.kind = "paragraphs", .style = PL_RENUMBER_BIS},
        "5 The ports.\n6 The ships.\n6 An insertion.\n"
        "6bis The boats.\n7 The crews.\n8 The fees.\n",
        "6: no number is free after the one before");
}

static void a_heading_without_a_number_gets_one(void **state)
{
    const char *text = "# Plan\n\n## 1 Aims\n\nText.\n\n## Insertion\n\nText.\n"
                       "\n## 2 Means\n\nSee section 2.\n";
    assert_markdown_renumbered(
        *state, text, (struct wish){.kind = "sections", .from = "## Insertion"},
        "# Plan\n\n## 1 Aims\n\nText.\n\n## 2 Insertion\n\nText.\n"
        "\n## 3 Means\n\nSee section 3.\n",
        "");
    assert_markdown_renumbered(
        *state, text,
        (struct wish){.kind = "sections",
                      .style = PL_RENUMBER_LETTER,
                      .from = "## Insertion"},
        "# Plan\n\n## 1 Aims\n\nText.\n\n## 1A Insertion\n\nText.\n"
        "\n## 2 Means\n\nSee section 2.\n",
        "");
}

static void a_number_far_from_the_others_stays(void **state)
{
    assert_renumbered(*state,
                      "1 The ports.\n2 The ships.\n431 The boxes.\n"
                      "4 The boats.\n5 The crews.\n",
                      (struct wish){.kind = "paragraphs"},
                      "1 The ports.\n2 The ships.\n431 The boxes.\n"
                      "3 The boats.\n4 The crews.\n",
                      "431: the number is far from those around it");
}

static void comments_stay_as_they_are(void **state)
{
    assert_renumbered(
        *state,
        "1 The ports.\n3 The ships.\tComment by Ann: See paragraph 4.\n"
        "4 The boats.\tComment by Ann: See paragraphs 3 to 5.\n5 The crews.\n",
        (struct wish){.kind = "paragraphs"},
        "1 The ports.\n2 The ships.\tComment by Ann: See paragraph 4.\n"
        "3 The boats.\tComment by Ann: See paragraphs 3 to 5.\n4 The crews.\n",
        "paragraph 4: it stands in a comment | "
        "paragraphs 3: it stands in a comment");
}

static void numbers_that_were_not_read_are_reported(void **state)
{
    assert_renumbered(*state,
                      "1 \tAims\n1.1 \tPorts\n1.1.1 The ports.\n"
                      "1bis \tMore\n2 \tMeans\n2.1 \tMoney\n"
                      "2.1.1 The sums.\n2.1.2 The fees 2.1.1 are high.\n",
                      (struct wish){.kind = "sections"},
                      "1 \tAims\n1.1 \tPorts\n1.1.1 The ports.\n"
                      "2 \tMore\n3 \tMeans\n3.1 \tMoney\n"
                      "3.1.1 The sums.\n3.1.2 The fees 2.1.1 are high.\n",
                      "2.1.1: what it means is not certain");
}

static void assert_spot(struct pl_arena *arena, const char *text,
                        const char *place, const char *plural)
{
    const struct pl_plan *plan = plan_from(arena, text, PL_FORMAT_WORD_TEXT);
    struct pl_renumber_spot spot;
    bool found = pl_renumber_series_at(plan, offset_of(plan, place), &spot);
    assert_string_equal(found ? pl_renumber_plural(spot.kind) : "nothing",
                        plural);
}

static void a_place_says_what_can_be_renumbered_there(void **state)
{
    const char *text = "1 \tAims\n1 The ports:\na) old;\nb) new.\n"
                       "Table 1 \u2013 Ports\n2 The ships.\nA new one.\n"
                       "Annex A\nMaps\nA word.\n";
    assert_spot(*state, text, "Aims", "sections");
    assert_spot(*state, text, "The ports", "paragraphs");
    assert_spot(*state, text, "new.", "items");
    assert_spot(*state, text, "Table 1", "tables");
    assert_spot(*state, text, "A new one", "paragraphs");
    assert_spot(*state, text, "Annex A", "annexes");
    assert_spot(*state, text, "A word", "nothing");
}

/* Keeps what stands in the first line. */
static bool keeps_first_line(const void *context, struct pl_range range,
                             enum pl_renumber_reason *reason)
{
    const struct pl_plan *plan = context;
    *reason = PL_LEFT_COMPUTED;
    return range.start < pl_str_find_char(plan->text, '\n', 0);
}

static void a_reference_that_is_kept_is_listed(void **state)
{
    const struct pl_plan *plan =
        plan_from_text(*state, "1 Words, see paragraph 3.\n"
                               "3 More of them, see paragraph 3.\n");
    struct pl_renumber_keeper keeper = {keeps_first_line, plan};
    struct pl_renumber_request request = {
        .kind = PL_RENUMBER_PARAGRAPHS, .offset = PL_NONE, .keeper = &keeper};
    struct renumbering made = renumber(*state, plan, request);
    assert_int_equal(made.result.references, 1);
    assert_string_equal(left_of(*state, plan, &made.result),
                        "paragraph 3: Word computes it");
    assert_true(
        pl_str_eq(made.after->text,
                  (pl_str)PL_STR("1 Words, see paragraph 3.\n"
                                 "2 More of them, see paragraph 2.\n")));
}

static void a_series_with_a_kept_number_that_would_change_stays(void **state)
{
    const struct pl_plan *plan =
        plan_from_text(*state, "2 Words, see paragraph 3.\n3 More of them.\n");
    struct pl_renumber_keeper keeper = {keeps_first_line, plan};
    struct pl_renumber_request request = {.kind = PL_RENUMBER_PARAGRAPHS,
                                          .offset = PL_NONE,
                                          .first = 1,
                                          .keeper = &keeper};
    struct renumbering made = renumber(*state, plan, request);
    assert_int_equal(made.result.edits.count, 0);
    assert_string_equal(left_of(*state, plan, &made.result),
                        "2: Word computes it | "
                        "3: a number of its series cannot be changed");
}

static void empty_plans_have_nothing_to_renumber(void **state)
{
    static const char *const texts[] = {"", "\n", "Words.\n", "1\n", "a)"};
    for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
        const struct pl_plan *plan = plan_from_text(*state, texts[i]);
        for (unsigned kind = 0; kind < PL_RENUMBER_KIND_COUNT; kind++) {
            struct pl_renumbered all = pl_renumber(
                *state, plan,
                (struct pl_renumber_request){
                    .kind = (enum pl_renumber_kind)kind, .offset = PL_NONE});
            struct pl_renumbered one = pl_renumber(
                *state, plan,
                (struct pl_renumber_request){
                    .kind = (enum pl_renumber_kind)kind, .offset = 0});
            assert_int_equal(all.edits.count + one.edits.count, 0);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(references_in_lists_and_ranges_follow),
        ARENA_TEST(a_number_that_is_there_twice_is_left_alone),
        ARENA_TEST(a_number_that_nothing_has_is_left_alone),
        ARENA_TEST(what_a_reference_is_part_of_tells_which_one_is_meant),
        ARENA_TEST(nested_numbers_follow_their_section),
        ARENA_TEST(a_damaged_number_is_mended),
        ARENA_TEST(items_go_from_z_to_aa),
        ARENA_TEST(items_of_paragraphs_are_meant_together),
        ARENA_TEST(forms_are_kept),
        ARENA_TEST(footnotes_follow),
        ARENA_TEST(notes_with_one_number_are_told_apart_by_their_place),
        ARENA_TEST(an_image_and_its_caption_have_one_number),
        ARENA_TEST(codes_in_a_column_are_no_series),
        ARENA_TEST(links_to_headings_follow),
        ARENA_TEST(lines_of_contents_follow),
        ARENA_TEST(lists_of_figures_follow),
        ARENA_TEST(entities_of_any_kind_follow),
        ARENA_TEST(insertions_continue_those_that_are_there),
        ARENA_TEST(a_heading_without_a_number_gets_one),
        ARENA_TEST(a_number_far_from_the_others_stays),
        ARENA_TEST(comments_stay_as_they_are),
        ARENA_TEST(numbers_that_were_not_read_are_reported),
        ARENA_TEST(a_place_says_what_can_be_renumbered_there),
        ARENA_TEST(a_reference_that_is_kept_is_listed),
        ARENA_TEST(a_series_with_a_kept_number_that_would_change_stays),
        ARENA_TEST(empty_plans_have_nothing_to_renumber),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
