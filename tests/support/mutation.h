/* mutation.h - a clean document, and what one slip in it is found to be. */
#ifndef PLANLINT_TESTS_MUTATION_H
#define PLANLINT_TESTS_MUTATION_H

#include <stddef.h>

enum { MAX_EDITS = 3 };

/* The text from `from` to the end of the next `until` (NULL: of `from`) is
 * replaced. `from` stands in the document once. */
struct edit {
    const char *from;
    const char *until;
    const char *to;
};

struct mutation {
    const char *slip;
    struct edit edits[MAX_EDITS]; /* in the order of their places */
    const char *found;            /* "RULE ADDRESS", joined by " | " */
};

struct mutation_list {
    const struct mutation *items;
    size_t count;
};

struct pl_settings;

/* Fails the test when a mutation of the file (below tests/fixtures/plans) has
 * other findings in a profile than it says. After the profile, rules may be
 * named that are on besides: "core PL441". */
void assert_mutations(const char *file, const char *profile,
                      const struct mutation *mutations, size_t count);

/* The same with what a configuration says. */
void assert_mutations_set(const char *file, const char *profile,
                          const struct pl_settings *settings,
                          struct mutation_list list);

#endif
