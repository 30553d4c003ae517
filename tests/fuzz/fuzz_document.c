/* Any bytes: read, parsed, understood, judged by all rules and reported; then
 * edited, and the tree that followed the edit must be the tree from scratch. */
#include "fuzz_support.h"

#include <stdbool.h>

#include "base/buf.h"
#include "base/json.h"
#include "base/utf8.h"
#include "lint/finding.h"
#include "lint/fix.h"
#include "lint/lint.h"
#include "plan/plan.h"
#include "plan/rename.h"
#include "plan/renumber.h"
#include "plan/symbols.h"
#include "report/chart.h"
#include "report/diff.h"
#include "report/report.h"
#include "syntax/tree.h"
#include "text/source.h"

static struct pl_ruleset *ruleset; /* the one file-scope state: made once */

static void require_range(pl_str text, struct pl_range range)
{
    REQUIRE(range.start <= range.end);
    REQUIRE(range.end <= text.len);
    REQUIRE(pl_utf8_start(text, range.start) == range.start);
    REQUIRE(pl_utf8_start(text, range.end) == range.end);
}

static void require_fixes(pl_str text, const struct pl_finding *finding)
{
    for (size_t i = 0; i < finding->fixes.len; i++) {
        const struct pl_fix *fix = &finding->fixes.items[i];
        for (size_t at = 0; at < fix->edits.len; at++) {
            require_range(text, fix->edits.items[at].range);
            pl_str put_in = fix->edits.items[at].text;
            REQUIRE(pl_utf8_validate(put_in) == put_in.len);
        }
    }
}

static void require_finding(pl_str text, const struct pl_finding *finding)
{
    require_range(text, finding->range);
    pl_str message = pl_str_from(finding->message);
    REQUIRE(message.len > 0);
    REQUIRE(pl_utf8_validate(message) == message.len);
    for (size_t i = 0; i < finding->related.len; i++) {
        require_range(text, finding->related.items[i].range);
    }
    require_fixes(text, finding);
}

static void require_findings(struct pl_arena *arena, const struct pl_plan *plan,
                             const struct pl_findings *findings)
{
    for (size_t i = 0; i < findings->list.len; i++) {
        const struct pl_finding *finding = findings->list.items[i];
        require_finding(plan->text, finding);
        pl_str address = pl_plan_address(arena, plan, finding->range.start);
        REQUIRE(pl_utf8_validate(address) == address.len);
        REQUIRE(i == 0 || findings->list.items[i - 1]->range.start <=
                              finding->range.start);
    }
}

static pl_str write_report(struct pl_arena *arena, const struct pl_plan *plan,
                           const struct pl_lint_result *result,
                           enum pl_report_kind kind)
{
    struct pl_report_options options = {.kind = kind, .width = 80};
    struct pl_report *report = pl_report_new(arena, options);
    struct pl_report_document document = {
        .plan = plan,
        .findings = result->findings.list.items,
        .finding_count = result->findings.list.len,
        .suppressed_count = result->suppressed,
    };
    pl_report_add(report, arena, &document);
    pl_report_end(report);
    return pl_report_take(report);
}

static void require_reports(struct pl_arena *arena, const struct pl_plan *plan,
                            const struct pl_lint_result *result)
{
    struct pl_json_file *file;
    struct pl_json root;
    struct pl_error error;
    pl_str text = write_report(arena, plan, result, PL_REPORT_TEXT);
    REQUIRE(pl_utf8_validate(text) == text.len);
    pl_str json = write_report(arena, plan, result, PL_REPORT_JSON);
    REQUIRE(pl_json_open("report", json, &file, &root, &error));
    REQUIRE(pl_json_count(pl_json_get(root, "findings")) ==
            result->findings.list.len);
    pl_json_close(file);
}

/* Every form of the map ends and is text. */
static void require_map(struct pl_arena *arena, const struct pl_plan *plan)
{
    static void (*const forms[])(struct pl_buf *, struct pl_arena *,
                                 const struct pl_chart *) = {
        pl_chart_json, pl_chart_dot, pl_chart_svg, pl_chart_html};
    const struct pl_chart *map = pl_chart_build(arena, plan);
    struct pl_buf text = pl_buf_in(arena);
    struct pl_page page = {.out = &text, .width = 80};
    pl_chart_text(&page, arena, map);
    REQUIRE(pl_utf8_validate(pl_buf_str(&text)) == text.len);
    for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
        struct pl_buf form = pl_buf_in(arena);
        forms[i](&form, arena, map);
        REQUIRE(pl_utf8_validate(pl_buf_str(&form)) == form.len);
    }
}

static void require_origins(const struct pl_source *source)
{
    size_t before = 0;
    size_t step = 1 + source->text.len / 100;
    for (size_t at = 0; at <= source->text.len; at += step) {
        size_t offset = pl_source_file_offset(source, at);
        REQUIRE(before <= offset && offset <= source->bytes.len);
        before = offset;
    }
}

/* All fixes at once: the file that they give reads as what was judged. */
static void require_fixed(struct pl_arena *arena, const struct pl_plan *plan)
{
    struct pl_fixer fixer = {
        .ruleset = ruleset, .least = PL_SEVERITY_INFO, .unsafe_too = true};
    struct pl_fixed fixed;
    struct pl_error error;
    if (!pl_fix_document(arena, plan, &fixer, &fixed, &error)) {
        REQUIRE(error.message[0] != '\0');
        return;
    }
    pl_str before = plan->source->bytes;
    pl_str after = fixed.plan->source->bytes;
    REQUIRE(pl_str_eq(pl_edits_apply(arena, before, fixed.edits), after));
    struct pl_buf diff = pl_buf_in(arena);
    pl_diff_add(&diff, "p", before, fixed.edits);
    REQUIRE(pl_str_eq(before, after) == (diff.len == 0));
}

/* Numbers of each kind, in all ways: the edits are of whole characters, in
 * order, and can be undone. */
static void require_renumbered(struct pl_arena *arena,
                               const struct pl_plan *plan)
{
    for (unsigned i = 0; i < PL_RENUMBER_KIND_COUNT * 3U; i++) {
        struct pl_renumber_request request = {
            .kind = (enum pl_renumber_kind)(i / 3),
            .style = (enum pl_renumber_style)(i % 3),
            .offset = i % 2 ? PL_NONE : (uint32_t)plan->text.len / 2,
        };
        struct pl_edits edits = pl_renumber(arena, plan, request).edits;
        uint32_t at = 0;
        for (size_t k = 0; k < edits.count; k++) {
            require_range(plan->text, edits.items[k].range);
            REQUIRE(at <= edits.items[k].range.start);
            at = edits.items[k].range.end;
        }
        pl_str after = pl_edits_apply(arena, plan->text, edits);
        struct pl_edits inverse = pl_edits_invert(arena, plan->text, edits);
        REQUIRE(pl_str_eq(pl_edits_apply(arena, after, inverse), plan->text));
    }
}

/* What stands at an offset is renamed, or refused with a reason. */
static void require_rename(struct pl_arena *arena,
                           const struct pl_symbols *symbols, uint32_t offset)
{
    static const char *const names[] = {"Calm Water", "QXJ", "77", "x)"};
    pl_str text = symbols->plan->text;
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        struct pl_edits edits;
        struct pl_error error = {.message = ""};
        if (!pl_rename(arena, symbols, offset, pl_str_from(names[i]), &edits,
                       &error)) {
            REQUIRE(error.message[0] != '\0');
            continue;
        }
        for (size_t at = 0; at < edits.count; at++) {
            require_range(text, edits.items[at].range);
        }
        pl_str after = pl_edits_apply(arena, text, edits);
        REQUIRE(pl_utf8_validate(after) == after.len);
    }
}

static void require_symbols(struct pl_arena *arena, const struct pl_plan *plan)
{
    const struct pl_symbols *symbols = pl_symbols_build(arena, plan);
    uint32_t step = 1 + symbols->occurrence_count / 20;
    for (uint32_t i = 0; i < symbols->occurrence_count; i++) {
        const struct pl_occurrence *it = &symbols->occurrences[i];
        require_range(plan->text, it->range);
        require_range(plan->text, it->reach);
        REQUIRE(it->reach.start <= it->range.start);
        REQUIRE(it->range.end <= it->reach.end);
        REQUIRE(pl_symbol_at(symbols, it->range.start).occurrence);
        if (i % step == 0) {
            require_rename(arena, symbols, it->range.start);
        }
    }
    for (uint32_t i = 0; i < symbols->count; i++) {
        pl_str title = pl_symbol_title(arena, symbols, &symbols->items[i]);
        REQUIRE(pl_utf8_validate(title) == title.len);
        require_range(plan->text, symbols->items[i].extent);
    }
}

static void judge(struct pl_arena *arena, const struct pl_source *source)
{
    const struct pl_plan *plan = pl_plan_read(arena, source);
    for (uint32_t i = 0; i < plan->blocks_count; i++) {
        require_range(plan->text, plan->blocks[i].range);
    }
    struct pl_lint_result result = pl_lint(arena, plan, ruleset, NULL);
    require_findings(arena, plan, &result.findings);
    require_reports(arena, plan, &result);
    require_fixed(arena, plan);
    require_map(arena, plan);
    require_renumbered(arena, plan);
    require_symbols(arena, plan);
}

static void require_same_trees(const struct pl_tree *a, const struct pl_tree *b)
{
    struct pl_tree_walk *walk_a = pl_tree_walk_new(a);
    struct pl_tree_walk *walk_b = pl_tree_walk_new(b);
    struct pl_node node_a;
    struct pl_node node_b;
    bool has_more = true;
    while (has_more) {
        has_more = pl_tree_walk_next(walk_a, &node_a);
        REQUIRE(pl_tree_walk_next(walk_b, &node_b) == has_more);
        REQUIRE(!has_more ||
                (node_a.kind == node_b.kind && node_a.depth == node_b.depth &&
                 node_a.range.start == node_b.range.start &&
                 node_a.range.end == node_b.range.end));
    }
    pl_tree_walk_free(walk_a);
    pl_tree_walk_free(walk_b);
}

/* FNV-1a: the edit depends on nothing but the text. */
static uint32_t hash(pl_str text)
{
    uint32_t hash = 2166136261U;
    for (size_t i = 0; i < text.len; i++) {
        hash = (hash ^ (unsigned char)text.data[i]) * 16777619U;
    }
    return hash;
}

/* Three places of the text, in order, between characters. */
static void choose_places(pl_str text, size_t places[3])
{
    uint32_t random = hash(text);
    places[0] = random % (text.len + 1);
    places[1] = places[0] + (random >> 8) % 16;
    places[2] = places[1] + (random >> 16) % 64;
    for (int i = 0; i < 3; i++) {
        size_t within = places[i] < text.len ? places[i] : text.len;
        places[i] = pl_utf8_start(text, within);
    }
}

/* What is between the first two places gives way to what is between the
 * second and the third. */
static void edit(struct pl_arena *arena, pl_str text)
{
    size_t at[3];
    choose_places(text, at);
    struct pl_buf edited = pl_buf_in(arena);
    pl_buf_add(&edited, pl_str_slice(text, 0, at[0]));
    pl_buf_add(&edited, pl_str_slice(text, at[1], at[2]));
    pl_buf_add(&edited, pl_str_slice(text, at[1], text.len));
    struct pl_tree *old = pl_tree_parse(text);
    struct pl_tree *followed = pl_tree_reparse(old, pl_buf_str(&edited));
    struct pl_tree *fresh = pl_tree_parse(pl_buf_str(&edited));
    require_same_trees(followed, fresh);
    pl_tree_free(followed);
    pl_tree_free(fresh);
    pl_tree_free(old);
}

int LLVMFuzzerInitialize(
    int *argc,    // NOLINT(readability-non-const-parameter): theirs to state
    char ***argv) // NOLINT(readability-non-const-parameter)
{
    (void)argc;
    (void)argv;
    ruleset = all_rules();
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct pl_arena *arena = pl_arena_new();
    pl_str bytes = {(const char *)data, size};
    struct pl_source *source;
    struct pl_error error;
    if (pl_source_read(arena, "fuzz.txt", bytes, NULL, &source, &error)) {
        REQUIRE(pl_utf8_validate(source->text) == source->text.len);
        require_origins(source);
        judge(arena, source);
        edit(arena, source->text);
    } else {
        REQUIRE(error.message[0] != '\0');
    }
    pl_arena_free(arena);
    return 0;
}
