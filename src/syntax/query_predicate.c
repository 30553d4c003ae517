#include "syntax/query_predicate.h"

#include "base/array.h"
#include "base/nearest.h"
#include "base/regex.h"

static const struct {
    pl_str name;
    enum pl_predicate_kind kind;
    bool is_negated;
} forms[] = {
    {PL_STR("eq?"), PL_PREDICATE_EQ, false},
    {PL_STR("not-eq?"), PL_PREDICATE_EQ, true},
    {PL_STR("any-of?"), PL_PREDICATE_ANY_OF, false},
    {PL_STR("not-any-of?"), PL_PREDICATE_ANY_OF, true},
    {PL_STR("match?"), PL_PREDICATE_MATCH, false},
    {PL_STR("not-match?"), PL_PREDICATE_MATCH, true},
};

/* One predicate as tree-sitter gives it: its name and arguments. */
struct steps {
    const TSQueryPredicateStep *items;
    size_t count;
    uint32_t pattern;
};

struct reader {
    const struct pl_query_source *source;
    struct pl_predicates *predicates;
    size_t error_offset;
    struct pl_error *error;
};

static pl_str string_of(const TSQuery *query, TSQueryPredicateStep step)
{
    uint32_t len;
    const char *text = ts_query_string_value_for_id(query, step.value_id, &len);
    return (pl_str){text, len};
}

/* Errors stand at the predicate's name, the first of that name in its pattern.
 */
static bool fail_at(struct reader *reader, const struct steps *steps)
{
    const struct pl_query_source *source = reader->source;
    size_t from =
        ts_query_start_byte_for_pattern(source->query, steps->pattern);
    size_t at = pl_str_find(source->text,
                            string_of(source->query, steps->items[0]), from);
    reader->error_offset = at == PL_NOWHERE ? from : at;
    return false;
}

static bool unknown(struct reader *reader, const struct steps *steps,
                    pl_str name)
{
    struct pl_nearest nearest = pl_nearest_to(name);
    for (size_t i = 0; i < PL_COUNT(forms); i++) {
        pl_nearest_offer(&nearest, forms[i].name);
    }
    pl_error_set(reader->error,
                 "expected #eq?, #any-of?, #match? or one of their #not- "
                 "forms, found \"#%.*s\"" PL_NEAREST,
                 PL_STR_ARG(name), PL_NEAREST_ARG(nearest.best));
    return fail_at(reader, steps);
}

static bool wrong_arguments(struct reader *reader, const struct steps *steps,
                            pl_str name)
{
    pl_error_set(reader->error, "#%.*s must be followed by a capture and %s",
                 PL_STR_ARG(name),
                 pl_str_ends(name, (pl_str)PL_STR("any-of?")) ? "strings"
                 : pl_str_ends(name, (pl_str)PL_STR("match?"))
                     ? "one string, a regular expression"
                     : "one string or another capture");
    return fail_at(reader, steps);
}

static bool is_string(TSQueryPredicateStep step)
{
    return step.type == TSQueryPredicateStepTypeString;
}

/* The name comes first, then the capture, then what it is held against. */
static bool has_right_arguments(const struct steps *steps,
                                enum pl_predicate_kind kind)
{
    bool may_be_many = kind == PL_PREDICATE_ANY_OF;
    if (steps->count < 3 || (steps->count > 3 && !may_be_many) ||
        is_string(steps->items[1])) {
        return false;
    }
    for (size_t i = 2; i < steps->count; i++) {
        if (!is_string(steps->items[i]) && kind != PL_PREDICATE_EQ) {
            return false;
        }
    }
    return true;
}

static bool is_regex(struct reader *reader, const struct steps *steps,
                     pl_str pattern)
{
    struct pl_regex *regex;
    if (!pl_regex_compile(pattern, 0, &regex, NULL, reader->error)) {
        return fail_at(reader, steps);
    }
    pl_regex_free(regex);
    return true;
}

static void add(const struct reader *reader, const struct steps *steps,
                size_t form)
{
    struct pl_arena *arena = reader->source->arena;
    struct pl_predicate *added = PL_VEC_PUSH(arena, &reader->predicates->list);
    *added = (struct pl_predicate){.kind = forms[form].kind,
                                   .is_negated = forms[form].is_negated,
                                   .pattern = steps->pattern,
                                   .capture = steps->items[1].value_id,
                                   .other = PL_NONE};
    if (!is_string(steps->items[2])) {
        added->other = steps->items[2].value_id;
        return;
    }
    added->words = pl_arena_array(arena, steps->count, sizeof(pl_str));
    for (size_t i = 2; i < steps->count; i++) {
        added->words[added->word_count++] = pl_arena_copy(
            arena, string_of(reader->source->query, steps->items[i]));
    }
}

static bool read_one(struct reader *reader, const struct steps *steps)
{
    pl_str name = string_of(reader->source->query, steps->items[0]);
    if (pl_str_ends(name, (pl_str)PL_STR("!"))) {
        return true; /* a directive */
    }
    size_t form = 0;
    while (form < PL_COUNT(forms) && !pl_str_eq(forms[form].name, name)) {
        form++;
    }
    if (form == PL_COUNT(forms)) {
        return unknown(reader, steps, name);
    }
    if (!has_right_arguments(steps, forms[form].kind)) {
        return wrong_arguments(reader, steps, name);
    }
    if (forms[form].kind == PL_PREDICATE_MATCH &&
        !is_regex(reader, steps,
                  string_of(reader->source->query, steps->items[2]))) {
        return false;
    }
    add(reader, steps, form);
    return true;
}

static bool read_pattern(struct reader *reader, uint32_t pattern)
{
    uint32_t count;
    const TSQueryPredicateStep *all =
        ts_query_predicates_for_pattern(reader->source->query, pattern, &count);
    struct steps steps = {.items = all, .pattern = pattern};
    for (uint32_t i = 0; i < count; i++) {
        if (all[i].type != TSQueryPredicateStepTypeDone) {
            steps.count++;
            continue;
        }
        if (steps.count > 0 && !read_one(reader, &steps)) {
            return false;
        }
        steps.items = all + i + 1;
        steps.count = 0;
    }
    return true;
}

bool pl_predicates_read(const struct pl_query_source *source,
                        struct pl_predicates *predicates, size_t *error_offset,
                        struct pl_error *error)
{
    struct reader reader = {source, predicates, 0, error};
    uint32_t patterns = ts_query_pattern_count(source->query);
    bool ok = true;
    for (uint32_t i = 0; i < patterns && ok; i++) {
        ok = read_pattern(&reader, i);
    }
    *error_offset = reader.error_offset;
    return ok;
}

/* The text of a capture in a match; false when it has none. */
static bool text_of(const struct pl_predicate_case *it, uint32_t capture,
                    pl_str *text)
{
    for (size_t i = 0; i < it->match->count; i++) {
        if (it->match->captures[i].capture == capture) {
            *text = pl_range_text(it->text, it->match->captures[i].range);
            return true;
        }
    }
    return false;
}

static bool is_among(const struct pl_predicate *predicate, pl_str text)
{
    for (size_t i = 0; i < predicate->word_count; i++) {
        if (pl_str_eq(predicate->words[i], text)) {
            return true;
        }
    }
    return false;
}

static bool matches(struct pl_regex *regex, pl_str text, bool *over_budget)
{
    struct pl_match match;
    enum pl_regex_answer answer = pl_regex_find(regex, text, 0, &match);
    *over_budget |= answer == PL_REGEX_OVER_BUDGET;
    return answer == PL_REGEX_MATCH;
}

bool pl_predicate_holds(const struct pl_predicate_case *it, bool *over_budget)
{
    const struct pl_predicate *predicate = it->predicate;
    pl_str text;
    pl_str other;
    if (!text_of(it, predicate->capture, &text)) {
        return true;
    }
    if (predicate->other != PL_NONE) {
        return !text_of(it, predicate->other, &other) ||
               pl_str_eq(text, other) != predicate->is_negated;
    }
    bool holds = predicate->kind == PL_PREDICATE_MATCH
                     ? matches(it->regex, text, over_budget)
                     : is_among(predicate, text);
    return holds != predicate->is_negated;
}
