#include "lint/finding.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/chars.h"
#include "base/order.h"
#include "lint/confines.h"
#include "lint/rule.h"

static bool is_name_char(char c)
{
    return pl_is_alnum(c) || c == '_' || c == '-';
}

/* End of the name after the "{" at `open`, or PL_NOWHERE. */
static size_t end_of_name(pl_str text, size_t open)
{
    size_t at = open + 1;
    while (at < text.len && is_name_char(text.data[at])) {
        at++;
    }
    bool closed = at < text.len && text.data[at] == '}' && at > open + 1;
    return closed ? at : PL_NOWHERE;
}

static const struct pl_arg *find_arg(pl_str name, const struct pl_arg *args,
                                     size_t arg_count)
{
    for (size_t i = 0; i < arg_count; i++) {
        if (pl_str_eq(name, pl_str_from(args[i].name))) {
            return &args[i];
        }
    }
    return NULL;
}

const char *pl_template_fill(struct pl_arena *arena, pl_str text,
                             const struct pl_arg *args, size_t arg_count)
{
    struct pl_buf out = pl_buf_in(arena);
    size_t copied = 0;
    for (size_t open = pl_str_find_char(text, '{', 0); open != PL_NOWHERE;
         open = pl_str_find_char(text, '{', open + 1)) {
        size_t close = end_of_name(text, open);
        if (close == PL_NOWHERE) {
            continue;
        }
        pl_str name = pl_str_slice(text, open + 1, close);
        const struct pl_arg *arg = find_arg(name, args, arg_count);
        if (arg) {
            pl_buf_add(&out, pl_str_slice(text, copied, open));
            pl_buf_add(&out, arg->value);
            copied = close + 1;
        }
    }
    pl_buf_add(&out, pl_str_slice(text, copied, text.len));
    pl_buf_add_char(&out, '\0');
    return pl_buf_str(&out).data;
}

/* A finding that nobody will see, for the caller to go on with. */
static struct pl_finding *spare(struct pl_findings *findings)
{
    if (!findings->spare) {
        findings->spare =
            pl_arena_alloc(findings->arena, sizeof(*findings->spare));
    }
    findings->spare->related.len = 0;
    findings->spare->fixes.len = 0;
    return findings->spare;
}

static void count_dropped(struct pl_findings *findings, struct pl_range range)
{
    if (findings->dropped++ == 0) {
        findings->first_dropped = range;
    }
}

static bool is_elsewhere(const struct pl_findings *findings,
                         struct pl_range range)
{
    return findings->within && !pl_confines_has(findings->within, range.start);
}

struct pl_finding *pl_findings_add(struct pl_findings *findings,
                                   const struct pl_rule *rule,
                                   struct pl_range range,
                                   const struct pl_arg *args, size_t arg_count)
{
    bool elsewhere = is_elsewhere(findings, range);
    bool full = findings->limit && findings->list.len >= findings->limit;
    struct pl_finding *finding =
        full || elsewhere ? spare(findings)
                          : pl_arena_alloc(findings->arena, sizeof(*finding));
    finding->rule = rule;
    finding->severity = rule->severity;
    finding->range = range;
    if (full || elsewhere) {
        if (!elsewhere) {
            count_dropped(findings, range);
        }
        finding->message = "";
        return finding;
    }
    finding->message =
        pl_template_fill(findings->arena, rule->message, args, arg_count);
    *PL_VEC_PUSH(findings->arena, &findings->list) = finding;
    return finding;
}

void pl_finding_relate(struct pl_findings *findings, struct pl_finding *finding,
                       struct pl_range range, const char *message)
{
    *PL_VEC_PUSH(findings->arena, &finding->related) =
        (struct pl_related){.range = range, .message = message};
}

struct pl_fix *pl_finding_fix(struct pl_findings *findings,
                              struct pl_finding *finding, bool safe,
                              struct pl_edit edit, struct pl_args args)
{
    if (finding->rule->fix.len == 0) {
        return NULL;
    }
    struct pl_fix *fix = PL_VEC_PUSH(findings->arena, &finding->fixes);
    fix->title = pl_template_fill(findings->arena, finding->rule->fix,
                                  args.items, args.count);
    fix->safe = safe;
    *PL_VEC_PUSH(findings->arena, &fix->edits) = edit;
    return fix;
}

static int compare(const struct pl_finding *a, const struct pl_finding *b)
{
    int order = pl_order(a->range.start, b->range.start);
    if (order == 0) {
        order = pl_order(a->range.end, b->range.end);
    }
    if (order == 0) {
        order = pl_str_compare(a->rule->id, b->rule->id);
    }
    return order != 0 ? order : strcmp(a->message, b->message);
}

static void merge(struct pl_finding **items, size_t half, size_t count,
                  struct pl_finding **scratch)
{
    memcpy(scratch, items, half * sizeof(struct pl_finding *));
    size_t left = 0;
    size_t right = half;
    for (size_t out = 0; left < half; out++) {
        bool take_right =
            right < count && compare(items[right], scratch[left]) < 0;
        items[out] = take_right ? items[right++] : scratch[left++];
    }
}

/* A merge sort: qsort() does not keep the order of equals. */
static void sort(struct pl_finding **items, size_t count,
                 struct pl_finding **scratch)
{
    if (count < 2) {
        return;
    }
    size_t half = count / 2;
    sort(items, half, scratch);
    sort(items + half, count - half, scratch);
    if (compare(items[half], items[half - 1]) < 0) {
        merge(items, half, count, scratch);
    }
}

void pl_findings_sort(struct pl_findings *findings)
{
    size_t count = findings->list.len;
    struct pl_finding **scratch = pl_arena_array(findings->arena, count / 2 + 1,
                                                 sizeof(struct pl_finding *));
    sort(findings->list.items, count, scratch);
}
