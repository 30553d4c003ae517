/* judge.h - what one kind of check finds in one text, to compare as a string.
 *
 *     assert_findings(arena, (struct judge){"duplicate", "{\"of\": \"word\"}",
 *                     "{word}"}, "6 The the end.\n", "The the: The"); */
#ifndef PLANLINT_TESTS_SUPPORT_JUDGE_H
#define PLANLINT_TESTS_SUPPORT_JUDGE_H

struct pl_arena;

struct judge {
    const char *check;   /* the kind */
    const char *params;  /* JSON; NULL: none */
    const char *message; /* template */
};

/* Fails the test unless exactly the findings "TEXT: MESSAGE", joined by " | ",
 * appear in their order; "" for none. The text is read as plain text. */
void assert_findings(struct pl_arena *arena, struct judge judge,
                     const char *text, const char *expected);

/* Fails the test unless exactly these fixes are offered: "OLD>NEW" for a safe
 * one, "OLD?NEW" for one that a person has to look at, joined by " | ". */
void assert_fixes(struct pl_arena *arena, struct judge judge, const char *text,
                  const char *expected);

/* Fails the test unless the kind refuses the parameters with that message
 * (after the place). */
void assert_refused(struct pl_arena *arena, struct judge judge,
                    const char *message);

#endif
