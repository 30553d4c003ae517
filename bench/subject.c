#include "subject.h"

#include <stdio.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/file.h"
#include "checks/checks.h"
#include "generate.h"
#include "generate_word.h"
#include "lint/profile.h"
#include "lint/ruleset.h"
#include "options.h"
#include "text/source.h"

static bool load_rules(struct pl_arena *arena, pl_str profile,
                       struct pl_subject *subject, struct pl_error *error)
{
    struct pl_ruleset *ruleset;
    if (!pl_ruleset_load(arena, pl_rule_files_builtin(NULL), pl_checks,
                         &ruleset, error) ||
        !pl_profile_use(ruleset, profile, error)) {
        return false;
    }
    subject->ruleset = ruleset;
    return true;
}

static bool load_text(struct pl_arena *arena,
                      const struct pl_bench_options *options, size_t bytes,
                      struct pl_subject *subject, struct pl_error *error)
{
    const char *path = options->arguments[0];
    bool is_word = options->is_word;
    subject->name = path ? path : is_word ? "generated.docx" : "generated.txt";
    if (path) {
        return pl_file_read(arena, path, PL_SOURCE_MAX, &subject->bytes, error);
    }
    subject->bytes = is_word ? pl_generate_word(arena, bytes)
                             : pl_generate_plan(arena, bytes);
    return true;
}

bool pl_subject_make(struct pl_arena *arena,
                     const struct pl_bench_options *options, size_t bytes,
                     struct pl_subject *subject)
{
    struct pl_error error;
    if (!load_rules(arena, options->profile, subject, &error) ||
        !load_text(arena, options, bytes, subject, &error)) {
        fprintf(stderr, "planlint_bench: %s\n", error.message);
        return false;
    }
    return true;
}
