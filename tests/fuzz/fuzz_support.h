/* fuzz_support.h - what the fuzz targets share. */
#ifndef PLANLINT_TESTS_FUZZ_SUPPORT_H
#define PLANLINT_TESTS_FUZZ_SUPPORT_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/error.h"
#include "checks/checks.h"
#include "lint/ruleset.h"

/* Not assert(): it must hold in every build, and say so. */
#define REQUIRE(condition)                                                  \
    ((condition) ? (void)0                                                  \
                 : (fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, \
                            __LINE__, #condition),                          \
                    abort()))

/* What libFuzzer calls; a target that prepares nothing needs no first one. */
int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The built-in rules, all at work; never released. */
static inline struct pl_ruleset *all_rules(void)
{
    struct pl_arena *arena = pl_arena_new();
    struct pl_ruleset *ruleset = NULL;
    struct pl_error error;
    if (!pl_ruleset_load(arena, pl_rule_files_builtin(NULL), pl_checks,
                         &ruleset, &error)) {
        fprintf(stderr, "%s\n", error.message);
        abort();
    }
    for (size_t i = 0; i < ruleset->count; i++) {
        pl_rule_turn_on(&ruleset->rules[i]);
    }
    return ruleset;
}

#endif
