/* Any rule file and any configuration: refused with a message, or at work on a
 * text. The input is the file; a plan of its own may follow a form feed. */
#include "fuzz_support.h"

#include <stdbool.h>

#include "base/json.h"
#include "base/str.h"
#include "lint/check.h"
#include "lint/config.h"
#include "lint/lint.h"
#include "lint/rule.h"
#include "lint/settings.h"
#include "plan/plan.h"
#include "text/source.h"

static const pl_str usual_plan =
    PL_STR("1 \tPurpose\n1 The Union (WRU) has a goal, see paragraph 3.\n"
           "Goal 1 – Rivers: all of them.\n\t1.1: Half by 2030\n"
           "a) the the Council; c) members\n3 \"Open (quotes.\n"
           "[footnoteRef:1] [2:  A note.]\n");

static void apply_rule(struct pl_arena *arena, struct pl_rule *rule,
                       pl_str text)
{
    static const struct pl_settings settings = {0};
    struct pl_source *source;
    struct pl_error error;
    if (!pl_source_read(arena, "fuzz.txt", text, NULL, &source, &error)) {
        return;
    }
    struct pl_findings findings = {.arena = arena,
                                   .limit = PL_LINT_MAX_FINDINGS};
    struct pl_run run = {.arena = arena,
                         .plan = pl_plan_read(arena, source),
                         .rule = rule,
                         .findings = &findings,
                         .settings = &settings};
    pl_lint_rule(&run);
    for (size_t i = 0; i < findings.list.len; i++) {
        struct pl_range range = findings.list.items[i]->range;
        REQUIRE(range.start <= range.end && range.end <= source->text.len);
    }
}

static void try_rule(struct pl_arena *arena, pl_str file, pl_str text)
{
    struct pl_rule rule;
    struct pl_error error;
    struct pl_rule_file rule_file = {.path = "fuzz.json", .text = file};
    if (!pl_rule_load(arena, rule_file, pl_checks, &rule, &error)) {
        REQUIRE(error.message[0] != '\0');
        return;
    }
    if (!pl_rule_load_examples(arena, &rule, &error)) {
        REQUIRE(error.message[0] != '\0');
    }
    apply_rule(arena, &rule, text);
}

static void try_config(struct pl_arena *arena, pl_str file)
{
    struct pl_config config;
    struct pl_error error;
    if (!pl_config_parse(arena, "planlint.json", file, &config, &error)) {
        REQUIRE(error.message[0] != '\0');
        return;
    }
    pl_config_covers(arena, &config, "folder/plan.txt");
    struct pl_ruleset *ruleset;
    REQUIRE(pl_ruleset_load(arena, pl_rule_files_builtin(NULL), pl_checks,
                            &ruleset, &error));
    if (!pl_config_apply(&config, (pl_str){0}, ruleset, &error)) {
        REQUIRE(error.message[0] != '\0');
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct pl_arena *arena = pl_arena_new();
    pl_str text = {(const char *)data, size};
    bool has_plan = pl_str_find_char(text, '\f', 0) != PL_NOWHERE;
    pl_str file = pl_str_split(&text, '\f');
    try_rule(arena, file, has_plan ? text : usual_plan);
    try_config(arena, file);
    pl_arena_free(arena);
    return 0;
}
