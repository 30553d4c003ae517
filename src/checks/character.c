/* character: characters that a text should not hold, and those of another
 * encoding.
 *
 * Params: "ranges", pairs of code points ("U+200B"), first and last of a range;
 * "sequences", a list of {"found": "...", "text": "..."}, what is looked for
 * and what it stands for; "between": "letters" wants a Latin letter on either
 * side; "once" tells each character once, with all its places; else a run of
 * them that is to be deleted is told as one, by its first; "replace" and
 * "safe", for the fix of a rule with ranges. Code is left alone. Message:
 * {name} ("U+200B"), {match}, {text}, {count}. */
#include <assert.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/chars.h"
#include "base/map.h"
#include "base/utf8.h"
#include "checks/checks.h"
#include "checks/shared/characters.h"
#include "checks/shared/params.h"
#include "plan/plan.h"

enum {
    MAX_SHOWN = 20,      /* places that one finding lists */
    MAX_SEQUENCES = 256, /* of a rule */
    LAST_CODE_POINT = 0x10FFFF,
    LATIN_END = 0x250, /* code points of Latin letters end before it */
};

struct code_range {
    uint32_t first;
    uint32_t last;
};

struct sequence {
    pl_str found;
    pl_str text;
};

struct params {
    struct code_range *ranges;
    size_t range_count;
    struct sequence *sequences;
    size_t sequence_count;
    bool between_letters;
    bool once;
    bool safe;
    pl_str replace;
    bool leads[UINT8_MAX + 1]; /* first bytes of what is looked for */
};

/* ----- parameters ----- */

static bool read_code_point(const struct pl_params *reader,
                            struct pl_json value, uint32_t *code_point)
{
    static const pl_str prefix = PL_STR("U+");
    pl_str text;
    if (!pl_json_as_string(reader->arena, value, &text, reader->error)) {
        return false;
    }
    uint32_t number = 0;
    bool ok = text.len > prefix.len && text.len <= prefix.len + 6 &&
              pl_str_starts(text, prefix);
    for (size_t i = prefix.len; i < text.len && ok; i++) {
        char c = pl_to_lower(text.data[i]);
        ok = pl_is_hex(c);
        number =
            number * 16 + (uint32_t)(pl_is_digit(c) ? c - '0' : c - 'a' + 10);
    }
    *code_point = number;
    return (ok && number <= LAST_CODE_POINT) ||
           PL_FAIL_AT(reader->error, pl_json_place(value),
                      "\"%.*s\" is no code point, \"U+200B\" is one",
                      PL_STR_ARG(text));
}

static bool load_range(const struct pl_params *reader, void *record)
{
    struct code_range *range = record;
    if (pl_json_count(reader->json) != 2) {
        return PL_FAIL_AT(reader->error, pl_json_place(reader->json),
                          "a range is an array of two code points");
    }
    struct pl_json first = pl_json_first(reader->json);
    if (!read_code_point(reader, first, &range->first) ||
        !read_code_point(reader, pl_json_next(first), &range->last)) {
        return false;
    }
    return range->first <= range->last ||
           PL_FAIL_AT(reader->error, pl_json_place(reader->json),
                      "the range ends before it begins");
}

static bool load_ranges(const struct pl_params *reader, struct params *params)
{
    struct pl_records_param found = {sizeof(*params->ranges), load_range,
                                     params->ranges, params->range_count};
    if (!pl_params_records(reader, "ranges", &found)) {
        return false;
    }
    params->ranges = found.items;
    params->range_count = found.count;
    return true;
}

static bool load_sequence(const struct pl_params *reader, void *record)
{
    struct sequence *it = record;
    static const char *const keys[] = {"found", "text"};
    if (!pl_json_only_keys(reader->json, keys, PL_COUNT(keys), reader->error) ||
        !pl_json_string(reader->arena, reader->json, "found", &it->found,
                        reader->error) ||
        !pl_json_string(reader->arena, reader->json, "text", &it->text,
                        reader->error)) {
        return false;
    }
    return it->found.len > 0 ||
           PL_FAIL_AT(reader->error, pl_json_place(reader->json),
                      "\"found\" is empty");
}

static bool load_sequences(const struct pl_params *reader,
                           struct params *params)
{
    struct pl_records_param found = {sizeof(*params->sequences), load_sequence,
                                     params->sequences, params->sequence_count};
    if (!pl_params_records(reader, "sequences", &found)) {
        return false;
    }
    params->sequences = found.items;
    params->sequence_count = found.count;
    return found.count <= MAX_SEQUENCES ||
           PL_FAIL_AT(reader->error,
                      pl_json_place(pl_json_get(reader->json, "sequences")),
                      "\"sequences\" has more than %d", MAX_SEQUENCES);
}

static void find_leads(struct params *params)
{
    for (unsigned i = 0; i <= UINT8_MAX; i++) {
        params->leads[i] = false;
    }
    for (size_t i = 0; i < params->range_count; i++) {
        char first[PL_UTF8_MAX];
        char last[PL_UTF8_MAX];
        pl_utf8_encode(params->ranges[i].first, first);
        pl_utf8_encode(params->ranges[i].last, last);
        for (unsigned c = (unsigned char)first[0]; c <= (unsigned char)last[0];
             c++) {
            params->leads[c] |= c < 0x80 || c >= 0xC0; /* no later byte */
        }
    }
    for (size_t i = 0; i < params->sequence_count; i++) {
        params->leads[(unsigned char)params->sequences[i].found.data[0]] = true;
    }
}

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    static const char *const keys[] = {"ranges", "sequences", "between",
                                       "once",   "replace",   "safe"};
    static const char *const sides[] = {"anything", "letters"};
    struct params *params = PL_PARAMS(arena, rule, struct params, 0);
    struct pl_params reader = {arena, json, error};
    size_t between = params->between_letters;
    bool ok =
        pl_json_only_keys(json, keys, PL_COUNT(keys), error) &&
        load_ranges(&reader, params) && load_sequences(&reader, params) &&
        pl_params_choice(&reader, "between", PL_CHOICES(sides), &between) &&
        pl_json_bool_or(json, "once", &params->once, error) &&
        pl_json_bool_or(json, "safe", &params->safe, error) &&
        pl_json_string_or(arena, json, "replace", &params->replace, error) &&
        pl_params_need(&reader, "\"ranges\" or \"sequences\"",
                       params->range_count + params->sequence_count > 0);
    params->between_letters = between == 1;
    if (ok) {
        find_leads(params);
    }
    return ok;
}

/* ----- the search ----- */

struct found {
    struct pl_range range; /* empty: nothing */
    pl_str text;           /* that should stand there */
};

/* All places of one character. */
struct group {
    struct found first;
    size_t count;
    PL_VEC(struct pl_range) others; /* the first few */
};

struct search {
    struct pl_run *run;
    const struct params *params;
    struct pl_map *index; /* from a character to its group; for "once" */
    PL_VEC(struct group) groups;
};

static bool is_latin(uint32_t code_point)
{
    return code_point < LATIN_END && pl_utf8_is_letter(code_point);
}

static bool is_between_letters(pl_str text, struct pl_range range)
{
    size_t len;
    return range.start > 0 && range.end < text.len &&
           is_latin(
               pl_utf8_decode(text, pl_utf8_before(text, range.start), &len)) &&
           is_latin(pl_utf8_decode(text, range.end, &len));
}

static struct found match_at(const struct params *params, pl_str text,
                             uint32_t at)
{
    size_t len;
    uint32_t code_point = pl_utf8_decode(text, at, &len);
    for (size_t i = 0; i < params->range_count; i++) {
        if (params->ranges[i].first <= code_point &&
            code_point <= params->ranges[i].last) {
            return (struct found){{at, at + (uint32_t)len}, params->replace};
        }
    }
    pl_str rest = pl_str_slice(text, at, text.len);
    for (size_t i = 0; i < params->sequence_count; i++) {
        const struct sequence *it = &params->sequences[i];
        if (pl_str_starts(rest, it->found)) {
            uint32_t end = at + (uint32_t)it->found.len;
            return (struct found){{at, end}, it->text};
        }
    }
    return (struct found){{at, at}, {NULL, 0}};
}

static bool is_wanted(const struct search *search, struct pl_range range)
{
    const struct pl_plan *plan = search->run->plan;
    uint32_t block = pl_plan_block_at(plan, range.start);
    return (!search->params->between_letters ||
            is_between_letters(plan->text, range)) &&
           (block == PL_NONE || plan->blocks[block].kind != PL_BLOCK_CODE);
}

static pl_str name_of(struct pl_arena *arena, pl_str match)
{
    size_t len;
    return pl_str_from(
        pl_arena_printf(arena, "U+%04X", pl_utf8_decode(match, 0, &len)));
}

static struct pl_finding *report(const struct search *search,
                                 const struct found *found, size_t count)
{
    struct pl_run *run = search->run;
    pl_str match = pl_range_text(run->plan->text, found->range);
    struct pl_finding *finding =
        PL_FINDING(run, found->range, {"name", name_of(run->arena, match)},
                   {"match", match}, {"text", found->text},
                   {"count", pl_arena_number(run->arena, count)});
    pl_finding_fix(run->findings, finding, search->params->safe,
                   (struct pl_edit){found->range, found->text},
                   PL_ARGS({"text", found->text}));
    return finding;
}

static void add_to_group(struct search *search, const struct found *found)
{
    struct pl_arena *arena = search->run->arena;
    pl_str match = pl_range_text(search->run->plan->text, found->range);
    uint32_t next = (uint32_t)search->groups.len;
    uint32_t index = pl_map_get_or_add(search->index, match, next);
    struct group *group = index == next ? PL_VEC_PUSH(arena, &search->groups)
                                        : &search->groups.items[index];
    assert(group);
    if (index == next) {
        group->first = *found;
    } else if (group->others.len < MAX_SHOWN) {
        *PL_VEC_PUSH(arena, &group->others) = found->range;
    }
    group->count++;
}

static void report_groups(const struct search *search)
{
    for (size_t i = 0; i < search->groups.len; i++) {
        const struct group *group = &search->groups.items[i];
        struct pl_finding *finding =
            report(search, &group->first, group->count);
        for (size_t k = 0; k < group->others.len; k++) {
            pl_finding_relate(search->run->findings, finding,
                              group->others.items[k], "here, too");
        }
    }
}

/* Whether anything of what is looked for may stand in the document. */
static bool is_needed(struct pl_run *run)
{
    const struct params *params = run->rule->params;
    const struct pl_characters *there = pl_characters_of(run);
    bool needed = false;
    for (size_t i = 0; i < params->range_count && !needed; i++) {
        const struct code_range *range = &params->ranges[i];
        needed = pl_characters_have(there, range->first, range->last);
    }
    for (size_t i = 0; i < params->sequence_count && !needed; i++) {
        size_t len;
        uint32_t first = pl_utf8_decode(params->sequences[i].found, 0, &len);
        needed = pl_characters_have(there, first, first);
    }
    return needed;
}

/* Where the characters end that are to go together with the ones before. */
static uint32_t end_of_run(const struct search *search, uint32_t at)
{
    pl_str text = search->run->plan->text;
    while (at < text.len) {
        struct found next = match_at(search->params, text, at);
        if (pl_range_is_empty(next.range) || next.text.len > 0 ||
            !is_wanted(search, next.range)) {
            break;
        }
        at = next.range.end;
    }
    return at;
}

static void run(struct pl_run *run)
{
    if (!is_needed(run)) {
        return;
    }
    const struct params *params = run->rule->params;
    struct search search = {
        .run = run, .params = params, .index = pl_map_new(run->arena, 0)};
    pl_str text = run->plan->text;
    for (uint32_t at = 0; at < text.len; at++) {
        if (!params->leads[(unsigned char)text.data[at]]) {
            continue;
        }
        struct found found = match_at(params, text, at);
        if (pl_range_is_empty(found.range) ||
            !is_wanted(&search, found.range)) {
            continue;
        }
        if (!params->once && found.text.len == 0) {
            found.range.end = end_of_run(&search, found.range.end);
        }
        if (params->once) {
            add_to_group(&search, &found);
        } else {
            report(&search, &found, 1);
        }
        at = found.range.end - 1;
    }
    report_groups(&search);
}

const struct pl_check pl_check_character = {
    .name = "character", .load = load, .run = run};
