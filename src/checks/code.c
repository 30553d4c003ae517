/* code: a code after a word such as "SDG" is not one of those there are.
 *
 * Params: "after", the words; "kinds", words that may follow them
 * ("indicators"); "codes", all codes, "1.2.1-2" for 1.2.1 and 1.2.2. What a
 * code begins with ("1.2") is a code too. Codes are looked for right after the
 * words and in parentheses in the same sentence; where one of the words stands
 * in the document, a code with a letter ("9.c") also right after a kind.
 * "prefix": codes are this letter and a number ("C7"), no others are looked
 * for, and two kinds stand before one that is away from the words. Message:
 * {code}. */
#include "base/arena.h"
#include "base/array.h"
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
    pl_str prefix; /* empty: numbers with dots between them */
};

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    struct params *params = PL_PARAMS(arena, rule, struct params, 0);
    static const char *const keys[] = {"after", "kinds", "codes", "prefix"};
    struct pl_params reader = {arena, json, error};
    return pl_json_only_keys(json, keys, PL_COUNT(keys), error) &&
           pl_params_words(&reader, "after", &params->after) &&
           pl_params_words(&reader, "kinds", &params->kinds) &&
           pl_params_words(&reader, "codes", &params->codes) &&
           pl_json_string_or(arena, json, "prefix", &params->prefix, error) &&
           pl_params_need(&reader, "\"codes\"", params->codes.count > 0);
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

/* The end of the letters and digits, with dots between them, at `at`. */
static size_t code_end(pl_str text, size_t at, size_t end)
{
    while (at < end && (pl_is_alnum(text.data[at]) ||
                        (text.data[at] == '.' && at + 1 < end &&
                         pl_is_alnum(text.data[at + 1])))) {
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
    static const pl_str words[] = {PL_STR("and"), PL_STR("or"), PL_STR("et"),
                                   PL_STR("y"), PL_STR("ou")};
    for (size_t i = 0; i < PL_COUNT(words); i++) {
        if (pl_str_eq(word, words[i])) {
            return true;
        }
    }
    return false;
}

/* A number alone ("SDG 18") that cannot count what comes next. */
static bool is_whole_number(pl_str text, size_t at, size_t stop, size_t end)
{
    static const char marks[] = ",.;:)";
    size_t digits = 0;
    while (at + digits < stop && pl_is_digit(text.data[at + digits])) {
        digits++;
    }
    bool is_last = stop == end || joins(word_at(text, stop + 1, end));
    for (const char *mark = marks; !is_last && *mark; mark++) {
        is_last = text.data[stop] == *mark;
    }
    return digits > 0 && digits <= 2 && at + digits == stop && is_last;
}

/* The code at `at`; empty when there is none. Right after a word it may be a
 * number without dots. */
static pl_str code_at(const struct pl_run *run, size_t at, size_t end,
                      bool is_direct)
{
    const struct params *params = run->rule->params;
    pl_str text = run->plan->text;
    size_t stop = code_end(text, at, end);
    pl_str code = pl_str_slice(text, at, stop);
    if (code.len == 0 || code.len > LONGEST_CODE) {
        return (pl_str){0};
    }
    if (params->prefix.len > 0) {
        pl_str number = pl_str_slice(code, params->prefix.len, code.len);
        bool is_code = pl_str_starts(code, params->prefix) && number.len > 0 &&
                       number.len <= 2 && number_of(number) > 0 &&
                       pl_is_digit(number.data[number.len - 1]);
        return is_code ? code : (pl_str){0};
    }
    bool is_code = pl_is_digit(code.data[0]) &&
                   (pl_str_find_char(code, '.', 0) != PL_NOWHERE ||
                    (is_direct && is_whole_number(text, at, stop, end)));
    return is_code ? code : (pl_str){0};
}

static size_t skip_blanks(pl_str text, size_t at, size_t end)
{
    while (at < end && (pl_is_space(text.data[at]) || text.data[at] == ',' ||
                        pl_is_wide(text.data[at]))) {
        at++;
    }
    return at;
}

/* Judges the codes of a list that begins at `at`; returns where it ends. */
static size_t judge_list(struct pl_run *run, const struct pl_map *codes,
                         struct pl_range piece, bool is_direct)
{
    pl_str text = run->plan->text;
    size_t at = piece.start;
    size_t end = piece.end;
    for (;;) {
        size_t next = skip_blanks(text, at, end);
        pl_str word = word_at(text, next, end);
        if (joins(word)) {
            next = skip_blanks(text, next + word.len, end);
        }
        pl_str code = code_at(run, next, end, is_direct);
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

static struct pl_range piece_of(size_t from, size_t to)
{
    return (struct pl_range){(uint32_t)from, (uint32_t)to};
}

/* Passes over "target", "action line". */
static size_t skip_kinds(const struct pl_run *run, size_t at, size_t end)
{
    const struct params *params = run->rule->params;
    at = skip_blanks(run->plan->text, at, end);
    pl_str kind = word_at(run->plan->text, at, end);
    while (kind.len > 0 && pl_words_param_has(&params->kinds, kind)) {
        at = skip_blanks(run->plan->text, at + kind.len, end);
        kind = word_at(run->plan->text, at, end);
    }
    return at;
}

/* Judges the codes after a word from `from` on; returns where they end. */
static size_t judge_after(struct pl_run *run, const struct pl_map *codes,
                          uint32_t word, size_t from)
{
    const struct pl_plan *plan = run->plan;
    struct pl_range range = pl_word_range(plan->words, word);
    uint32_t block = pl_plan_block_at(plan, range.start);
    if (block == PL_NONE || range.end < from) {
        return from; /* the codes belong to the word before */
    }
    size_t end = plan->blocks[block].range.end;
    size_t at = skip_kinds(run, range.end, end);
    at = judge_list(run, codes, piece_of(at, end), true);
    size_t limit = at + MAX_SENTENCE < end ? at + MAX_SENTENCE : end;
    size_t judged = at;
    while (at < limit && !ends_sentence(plan->text, at)) {
        if (plan->text.data[at++] == '(') {
            size_t next = judge_list(run, codes, piece_of(at, end), false);
            judged = next > at ? next : judged;
            at = next;
        }
    }
    return judged;
}

/* "9.c", "5.b.1": no code of anything else has a letter there. */
static bool has_letter(pl_str code)
{
    size_t dot = pl_str_find_char(code, '.', 0);
    return dot != PL_NOWHERE && dot + 1 < code.len &&
           pl_is_lower(code.data[dot + 1]) &&
           (dot + 2 == code.len || code.data[dot + 2] == '.');
}

/* "target 9.d", "action line C14", away from the word "SDG" or "WSIS". */
static void judge_alone(struct pl_run *run, const struct pl_map *codes,
                        uint32_t word)
{
    const struct params *params = run->rule->params;
    const struct pl_plan *plan = run->plan;
    struct pl_range range = pl_word_range(plan->words, word);
    uint32_t block = pl_plan_block_at(plan, range.start);
    if (block == PL_NONE) {
        return;
    }
    size_t end = plan->blocks[block].range.end;
    size_t at = skip_blanks(plan->text, range.end, end);
    pl_str code = code_at(run, at, end, false);
    bool is_named =
        params->prefix.len > 0
            ? word > 0 && pl_word_is_joined(plan->words, word) &&
                  pl_words_param_has(&params->kinds,
                                     pl_word_text(plan->words, word - 1))
            : has_letter(code);
    if (code.len > 0 && is_named && pl_map_get(codes, code) == PL_NONE) {
        PL_FINDING(run, piece_of(at, at + code.len), {"code", code});
    }
}

static struct pl_spots find_words(const struct pl_run *run,
                                  const struct pl_words_param *list)
{
    struct pl_spots places = {.arena = run->scratch};
    for (size_t i = 0; i < list->count; i++) {
        pl_spots_add_word(&places, run->plan->words, list->items[i]);
    }
    if (places.words.len > 0) {
        pl_spots_sort(&places);
    }
    return places;
}

static void run_code(struct pl_run *run)
{
    const struct params *params = run->rule->params;
    struct pl_spots after = find_words(run, &params->after);
    if (after.words.len == 0) {
        return;
    }
    struct pl_spots kinds = find_words(run, &params->kinds);
    struct pl_map *codes = read_codes(run);
    size_t judged = 0;
    size_t next = 0;
    for (size_t i = 0; i <= after.words.len; i++) {
        uint32_t word = i < after.words.len ? after.words.items[i] : PL_NONE;
        for (; next < kinds.words.len && kinds.words.items[next] < word;
             next++) {
            uint32_t kind = kinds.words.items[next];
            if (pl_word_range(run->plan->words, kind).start >= judged) {
                judge_alone(run, codes, kind);
            }
        }
        judged = i < after.words.len ? judge_after(run, codes, word, judged)
                                     : judged;
    }
}

const struct pl_check pl_check_code = {
    .name = "code",
    .load = load,
    .run = run_code,
};
