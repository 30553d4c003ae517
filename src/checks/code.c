/* code: a code after a word such as "SDG" is not one of those there are.
 *
 * Params: "after", the words; "kinds", words that may follow them
 * ("indicators"); "codes", all codes, "1.2.1-2" for 1.2.1 and 1.2.2. What a
 * code begins with ("1.2") is a code too. Codes are looked for right after the
 * words and in parentheses in the same sentence. Message: {code}. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/chars.h"
#include "base/map.h"
#include "checks/checks.h" // IWYU pragma: keep (declares ours)
#include "checks/shared/params.h"
#include "checks/shared/phrase.h"
#include "plan/plan.h"

enum {
    LONGEST_CODE = 16,  /* bytes */
    MAX_SENTENCE = 400, /* bytes that are read after a word */
    MAX_LAST = 1000,    /* numbers of one "1-2" */
};

struct params {
    struct pl_words_param after;
    struct pl_words_param kinds;
    struct pl_words_param codes;
};

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    struct params *params = pl_arena_alloc(arena, sizeof(*params));
    *params = rule->params ? *(const struct params *)rule->params
                           : (struct params){.codes = {0}};
    rule->params = params;
    static const char *const keys[] = {"after", "kinds", "codes"};
    struct pl_params reader = {arena, json, error};
    return pl_json_only_keys(json, keys, sizeof(keys) / sizeof(*keys), error) &&
           pl_params_words(&reader, "after", &params->after) &&
           pl_params_words(&reader, "kinds", &params->kinds) &&
           pl_params_words(&reader, "codes", &params->codes);
}

/* ----- the codes there are ----- */

static void add_with_beginnings(struct pl_map *codes, pl_str code)
{
    pl_map_put(codes, code, 1);
    for (size_t i = code.len; i-- > 0;) {
        if (code.data[i] == '.') {
            pl_map_put(codes, pl_str_slice(code, 0, i), 1);
        }
    }
}

static uint32_t number_of(pl_str digits)
{
    uint32_t number = 0;
    for (size_t i = 0; i < digits.len && pl_is_digit(digits.data[i]); i++) {
        number = number * 10 + (uint32_t)(digits.data[i] - '0');
        if (number > MAX_LAST) {
            return MAX_LAST;
        }
    }
    return number;
}

/* "1.2.1-2": all from the first to the last. */
static void add_range(struct pl_arena *arena, struct pl_map *codes,
                      pl_str range)
{
    pl_str rest = range;
    pl_str first = pl_str_split(&rest, '-');
    add_with_beginnings(codes, first);
    size_t dot = first.len;
    while (dot > 0 && first.data[dot - 1] != '.') {
        dot--;
    }
    uint32_t last = number_of(rest);
    for (uint32_t n = number_of(pl_str_slice(first, dot, first.len)) + 1;
         n <= last; n++) {
        struct pl_buf code = pl_buf_in(arena);
        pl_buf_add(&code, pl_str_slice(first, 0, dot));
        pl_buf_add_number(&code, n);
        pl_map_put(codes, pl_buf_str(&code), 1);
    }
}

static struct pl_map *read_codes(struct pl_run *run)
{
    const struct params *params = run->rule->params;
    struct pl_map *codes = pl_map_new(run->arena, params->codes.count * 3);
    for (size_t i = 0; i < params->codes.count; i++) {
        add_range(run->arena, codes, params->codes.items[i]);
    }
    return codes;
}

/* ----- the codes in the text ----- */

/* The code at `at`: numbers and single letters with dots between them, of two
 * parts or more; empty when there is none. */
static pl_str code_at(pl_str text, size_t at, size_t end)
{
    size_t stop = at;
    size_t dots = 0;
    while (stop < end && (pl_is_alnum(text.data[stop]) ||
                          (text.data[stop] == '.' && stop + 1 < end &&
                           pl_is_alnum(text.data[stop + 1])))) {
        dots += text.data[stop] == '.';
        stop++;
    }
    bool is_code = at < end && pl_is_digit(text.data[at]) && dots > 0 &&
                   stop - at <= LONGEST_CODE;
    return is_code ? pl_str_slice(text, at, stop) : (pl_str){0};
}

static size_t skip_blanks(pl_str text, size_t at, size_t end)
{
    while (at < end && (pl_is_space(text.data[at]) || text.data[at] == ',' ||
                        pl_is_wide(text.data[at]))) {
        at++;
    }
    return at;
}

static pl_str word_at(pl_str text, size_t at, size_t end)
{
    size_t stop = at;
    while (stop < end && pl_is_letter(text.data[stop])) {
        stop++;
    }
    return pl_str_slice(text, at, stop);
}

static bool joins(pl_str word)
{
    return pl_str_eq(word, (pl_str)PL_STR("and")) ||
           pl_str_eq(word, (pl_str)PL_STR("or"));
}

/* Judges the codes of a list that begins at `at`; returns where it ends. */
static size_t judge_list(struct pl_run *run, const struct pl_map *codes,
                         size_t at, size_t end)
{
    pl_str text = run->plan->text;
    for (;;) {
        size_t next = skip_blanks(text, at, end);
        pl_str word = word_at(text, next, end);
        if (joins(word)) {
            next = skip_blanks(text, next + word.len, end);
        }
        pl_str code = code_at(text, next, end);
        if (code.len == 0) {
            return at;
        }
        at = next + code.len;
        if (pl_map_get(codes, code) == PL_NONE) {
            PL_FINDING(run, ((struct pl_range){(uint32_t)next, (uint32_t)at}),
                       {"code", code});
        }
    }
}

static bool ends_sentence(pl_str text, size_t at)
{
    return text.data[at] == '.' &&
           (at + 1 == text.len || pl_is_space(text.data[at + 1]));
}

/* Judges the codes after a word from `from` on; returns where they end. */
static size_t judge_after(struct pl_run *run, const struct pl_map *codes,
                          uint32_t word, size_t from)
{
    const struct params *params = run->rule->params;
    const struct pl_plan *plan = run->plan;
    struct pl_range range = pl_word_range(plan->words, word);
    uint32_t block = pl_plan_block_at(plan, range.start);
    if (block == PL_NONE || range.end < from) {
        return from; /* the codes belong to the word before */
    }
    size_t end = plan->blocks[block].range.end;
    size_t at = skip_blanks(plan->text, range.end, end);
    pl_str kind = word_at(plan->text, at, end);
    at = pl_words_param_has(&params->kinds, kind) ? at + kind.len : at;
    at = judge_list(run, codes, at, end);
    size_t limit = at + MAX_SENTENCE < end ? at + MAX_SENTENCE : end;
    size_t judged = at;
    while (at < limit && !ends_sentence(plan->text, at)) {
        if (plan->text.data[at++] == '(') {
            size_t next = judge_list(run, codes, at, end);
            judged = next > at ? next : judged;
            at = next;
        }
    }
    return judged;
}

static void run_code(struct pl_run *run)
{
    const struct params *params = run->rule->params;
    struct pl_spots places = {.arena = run->arena};
    for (size_t i = 0; i < params->after.count; i++) {
        pl_spots_add_word(&places, run->plan->words, params->after.items[i]);
    }
    if (places.words.len == 0) {
        return;
    }
    pl_spots_sort(&places);
    struct pl_map *codes = read_codes(run);
    size_t judged = 0;
    for (size_t i = 0; i < places.words.len; i++) {
        judged = judge_after(run, codes, places.words.items[i], judged);
    }
}

const struct pl_check pl_check_code = {
    .name = "code",
    .load = load,
    .run = run_code,
};
