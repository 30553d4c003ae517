/* query: what a tree-sitter query captures.
 *
 * Params: "query", a string or an array of lines (see syntax/query.h); "mark",
 * the capture that is reported ("mark" when it is left out); "without", a
 * second query: a match is passed over when this one matches inside the
 * capture "within" of it, or inside the marked one when there is none;
 * "replace", the text that the rule's fix puts in place of the mark, and
 * "safe".
 *
 * Message, fix and "replace": the names of captures stand for their texts. A
 * capture "related.NAME" is another place of the finding, said to be NAME with
 * spaces for hyphens. */
#include "syntax/query.h"
#include "base/arena.h"
#include "base/array.h"
#include "base/buf.h"
#include "checks/checks.h"
#include "checks/shared/params.h"
#include "lint/confines.h"
#include "lint/rule_query.h"
#include "lint/shared.h"
#include "plan/plan.h"

static const pl_str related_prefix = PL_STR("related.");
static const pl_str within_name = PL_STR("within");

struct params {
    const struct pl_query *query;
    const struct pl_query *without; /* or NULL */
    pl_str mark_name;
    uint32_t mark;
    uint32_t within; /* or PL_NONE */
    pl_str replace;
    bool has_replace;
    bool safe;
};

static bool read_query(struct pl_arena *arena, struct pl_json json,
                       const char *key, const struct pl_query **query,
                       struct pl_error *error)
{
    struct pl_json text = pl_json_get(json, key);
    return !text.item || pl_rule_query(arena, text, query, error);
}

static bool find_mark(struct params *params, struct pl_json json,
                      struct pl_error *error)
{
    struct pl_json query = pl_json_get(json, "query");
    struct pl_place place = pl_json_place(query.item ? query : json);
    if (!params->query) {
        return PL_FAIL_AT(error, place,
                          "\"query\" is missing, a tree-sitter query");
    }
    params->mark = pl_query_capture(params->query, params->mark_name);
    params->within = pl_query_capture(params->query, within_name);
    return params->mark != PL_NONE ||
           PL_FAIL_AT(error, place,
                      "the query captures nothing as \"@%.*s\", which is what "
                      "is reported",
                      PL_STR_ARG(params->mark_name));
}

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    static const char *const keys[] = {"query", "without", "mark", "replace",
                                       "safe"};
    struct params *params =
        PL_PARAMS(arena, rule, struct params, .mark_name = PL_STR("mark"));
    bool ok =
        pl_json_only_keys(json, keys, PL_COUNT(keys), error) &&
        read_query(arena, json, "query", &params->query, error) &&
        read_query(arena, json, "without", &params->without, error) &&
        pl_json_string_or(arena, json, "mark", &params->mark_name, error) &&
        pl_json_string_or(arena, json, "replace", &params->replace, error) &&
        pl_json_bool_or(json, "safe", &params->safe, error);
    params->has_replace |= pl_json_get(json, "replace").item != NULL;
    return ok && find_mark(params, json, error);
}

/* One place for each capture of the query, used again for each match. */
struct search {
    struct pl_run *run;
    const struct params *params;
    struct pl_arg *args;
    struct pl_range *ranges; /* by capture; the first node of that name */
    uint32_t count;
    const struct pl_confines *exceptions; /* what "without" matches, or NULL */
};

static const struct pl_confines *find_exceptions(struct pl_run *run,
                                                 const struct pl_query *without)
{
    struct pl_rule rule = {.within = without};
    struct pl_run inner = *run;
    inner.rule = &rule;
    const struct pl_confines *found = pl_confines_find(&inner);
    run->over_budget |= inner.over_budget;
    return found;
}

static void begin(struct search *search)
{
    const struct params *params = search->params;
    struct pl_arena *arena = search->run->arena;
    search->count = pl_query_capture_count(params->query);
    search->args = pl_arena_array(arena, search->count, sizeof(struct pl_arg));
    search->ranges =
        pl_arena_array(arena, search->count, sizeof(struct pl_range));
    for (uint32_t i = 0; i < search->count; i++) {
        pl_str name = pl_query_capture_name(params->query, i);
        search->args[i].name = pl_arena_copy(arena, name).data;
    }
    search->exceptions =
        params->without ? find_exceptions(search->run, params->without) : NULL;
}

static void take(struct search *search, const struct pl_query_match *match)
{
    for (uint32_t i = 0; i < search->count; i++) {
        search->ranges[i] = (struct pl_range){PL_NONE, PL_NONE};
        search->args[i].value = (pl_str){0};
    }
    for (size_t i = match->count; i-- > 0;) {
        const struct pl_capture *it = &match->captures[i];
        search->ranges[it->capture] = it->range;
        search->args[it->capture].value =
            pl_range_text(search->run->plan->text, it->range);
    }
}

static bool is_excepted(const struct search *search)
{
    const struct params *params = search->params;
    uint32_t outer = params->within == PL_NONE ? params->mark : params->within;
    return search->exceptions &&
           pl_confines_touch(search->exceptions, search->ranges[outer]);
}

static const char *words_of(struct pl_arena *arena, pl_str name)
{
    struct pl_buf words = pl_buf_in(arena);
    for (size_t i = related_prefix.len; i < name.len; i++) {
        pl_buf_add_char(&words, name.data[i] == '-' ? ' ' : name.data[i]);
    }
    pl_buf_add_char(&words, '\0');
    return pl_buf_str(&words).data;
}

static void relate(struct search *search, struct pl_finding *finding)
{
    struct pl_run *run = search->run;
    for (uint32_t i = 0; i < search->count; i++) {
        pl_str name = pl_str_from(search->args[i].name);
        if (pl_str_starts(name, related_prefix) &&
            search->ranges[i].start != PL_NONE) {
            pl_finding_relate(run->findings, finding, search->ranges[i],
                              words_of(run->arena, name));
        }
    }
}

static void offer_fix(struct search *search, struct pl_finding *finding)
{
    struct pl_run *run = search->run;
    if (!search->params->has_replace) {
        return;
    }
    const char *text = pl_template_fill(run->arena, search->params->replace,
                                        search->args, search->count);
    pl_finding_fix(run->findings, finding, search->params->safe,
                   (struct pl_edit){finding->range, pl_str_from(text)},
                   (struct pl_args){search->args, search->count});
}

static void report(struct search *search)
{
    struct pl_run *run = search->run;
    struct pl_range place = search->ranges[search->params->mark];
    if (place.start == PL_NONE || is_excepted(search)) {
        return;
    }
    struct pl_finding *finding = pl_findings_add(
        run->findings, run->rule, place, search->args, search->count);
    relate(search, finding);
    offer_fix(search, finding);
}

static void run_query(struct pl_run *run)
{
    struct search search = {.run = run, .params = run->rule->params};
    begin(&search);
    struct pl_query_match match;
    struct pl_query_search *matches = pl_query_search_new(
        run->arena, search.params->query, pl_run_tree(run), run->plan->text);
    while (!pl_run_is_cancelled(run) && pl_query_search_next(matches, &match)) {
        take(&search, &match);
        report(&search);
    }
    run->over_budget |= pl_query_search_gave_up(matches);
}

const struct pl_check pl_check_query = {"query", load, run_query};
