/* pattern: what matches a regular expression (PCRE2) in the prose of blocks.
 *
 * Params: "pattern", "ignoreCase"; "in", "notIn" (see scope.h); "mark", the
 * number of the group that is reported (0, the whole match); "replace", the
 * text that the rule's fix puts there, with {1} for a group, and "safe"; or
 * several texts, of which a person has to choose one ({new} in the title).
 * What makes a rule cheap is a place where its match begins:
 *
 *   "words"  a match begins at one of these words (see phrase.h);
 *            "then": one of these follows in every match, the last one at most
 *            "within" words on (0, in the same block);
 *   "gaps"   a match begins at the end of a word (or at the beginning of a
 *            block) where the text up to the next word has one of these
 *            pieces in it and is no ordinary gap (see words.h);
 *            "nextWord": "lower" wants a word in small letters after it,
 *            "figure" one with a digit.
 *
 * "attested" wants evidence in the document for "replace" in place of a match
 * between two words: "joined", they stand so elsewhere; "word", they do, or the
 * second stands elsewhere after something else than the first (then no fix is
 * safe). "known" lists what needs no evidence.
 * "notAfter" lists words after which such a place is passed over: abbreviations
 * that end in a full stop, say. "clauseHas" lists words of which one must stand
 * before it in the same clause: going back from the word before the place, only
 * spaces part the words, and none of "notAfter" comes up.
 *
 * "most": when more places than that match, they come from the conversion of
 * the document, and none is reported.
 *
 * "notQuoted" passes over paragraphs that are a quotation as a whole,
 * "notCode" over what code in the text begins with elsewhere. Without
 * "words" and "gaps" every block in scope is searched. A match is dropped when
 * it is empty or touches what is not prose. Message: {match}, {1} to {9}, and
 * {before} and {after}, the words around the match. */
#include "base/arena.h"
#include "base/array.h"
#include "base/attr.h"
#include "base/map.h"
#include "base/regex.h"
#include "base/utf8.h"
#include "checks/checks.h"
#include "checks/pattern/pattern_evidence.h"
#include "checks/pattern/pattern_params.h"
#include "checks/shared/gaps.h"
#include "checks/shared/params.h"
#include "checks/shared/phrase.h"
#include "checks/shared/scope.h"
#include "plan/plan.h"

enum {
    WINDOW = 64 * 1024, /* bytes that one search may see */
    BEHIND = 256,       /* bytes before a place that a pattern may look at */
    AHEAD = 4096,
    COMING = 16, /* places whose words are on their way at a time */
    CLAUSE = 40, /* words before a place that belong to its clause */
    MAX_ARGS = PL_PATTERN_MAX_MARK + 4,
};

struct search {
    struct pl_run *run;
    const struct pl_pattern_params *params;
    struct pl_regex *regex; /* NULL until the first place to look at */
    struct pl_word_set not_after;
    struct pl_word_set clause_has;
    struct pl_map *code_words; /* NULL until they are asked for */
    const struct pl_block *block;
    bool is_counting; /* nothing is reported yet */
    size_t count;     /* places that match */
};

/* {match} and {1} to {9}; returns how many there are. */
static size_t groups_of(const struct pl_match *match, pl_str subject,
                        struct pl_arg args[MAX_ARGS])
{
    static const char *const names[] = {"match", "1", "2", "3", "4",
                                        "5",     "6", "7", "8", "9"};
    size_t count = 0;
    while (count < match->group_count && count <= PL_PATTERN_MAX_MARK) {
        pl_str value = {NULL, 0};
        if (match->start[count] != PL_NOWHERE) {
            value =
                pl_str_slice(subject, match->start[count], match->end[count]);
        }
        args[count] = (struct pl_arg){names[count], value};
        count++;
    }
    return count;
}

/* {before} and {after}; returns how many there are. */
static size_t neighbours_of(const struct search *search, struct pl_range match,
                            struct pl_arg args[2])
{
    const struct pl_words *words = search->run->plan->words;
    uint32_t first = pl_words_at(words, match.start);
    uint32_t after = pl_words_at(words, match.end);
    size_t count = 0;
    if (first > search->block->first_word) {
        args[count++] =
            (struct pl_arg){"before", pl_word_text(words, first - 1)};
    }
    if (after < search->block->word_end) {
        args[count++] = (struct pl_arg){"after", pl_word_text(words, after)};
    }
    return count;
}

/* Whether word `at` and the one before it are spelled like those at `like`,
 * whatever the case, with the replacement between them. */
static bool has_evidence(const struct search *search, struct pl_range match,
                         bool word_is_enough)
{
    const struct pl_pattern_params *params = search->params;
    struct pl_evidence evidence = {
        .arena = search->run->arena,
        .words = search->run->plan->words,
        .joint = params->replace.count ? params->replace.items[0]
                                       : (pl_str){NULL, 0},
        .known = &params->known,
        .word_is_enough = word_is_enough,
    };
    uint32_t after = pl_words_at(evidence.words, match.end);
    return after > search->block->first_word &&
           after < search->block->word_end && pl_evidence_has(&evidence, after);
}

static bool is_safe(const struct search *search, struct pl_range match)
{
    return search->params->safe &&
           (search->params->attested != PL_ATTESTED_WORD ||
            has_evidence(search, match, false));
}

/* The last of `args` is for {new}. An alternative that says the same as one
 * before it, or nothing new, is left out. */
static void offer_fixes(const struct search *search, struct pl_finding *finding,
                        struct pl_args args, struct pl_arg *new_text)
{
    struct pl_run *run = search->run;
    const struct pl_words_param *replace = &search->params->replace;
    pl_str last = pl_range_text(run->plan->text, finding->range);
    bool safe = replace->count == 1 && is_safe(search, finding->range);
    for (size_t i = 0; run->rule->fix.len > 0 && i < replace->count; i++) {
        pl_str text = pl_str_from(pl_template_fill(
            run->arena, replace->items[i], args.items, args.count));
        if (!pl_str_eq(text, last)) {
            new_text->value = text;
            pl_finding_fix(run->findings, finding, safe,
                           (struct pl_edit){finding->range, text}, args);
        }
        last = text;
    }
}

/* What is reported of a match in `window`. */
static struct pl_range range_of(const struct search *search,
                                const struct pl_match *match,
                                struct pl_range window)
{
    size_t mark = search->params->mark;
    if (mark >= match->group_count || match->start[mark] == PL_NOWHERE) {
        mark = 0;
    }
    return (struct pl_range){window.start + (uint32_t)match->start[mark],
                             window.start + (uint32_t)match->end[mark]};
}

static bool is_code_word(struct search *search, struct pl_range range)
{
    if (!search->code_words) {
        search->code_words = pl_evidence_code_words(search->run);
    }
    pl_str text = pl_range_text(search->run->plan->text, range);
    return pl_map_get(search->code_words, text) != PL_NONE;
}

static bool is_wanted(struct search *search, struct pl_range range)
{
    const struct pl_pattern_params *params = search->params;
    const struct pl_plan *plan = search->run->plan;
    return !pl_range_is_empty(range) &&
           pl_scope_is_prose(plan, search->block, range) &&
           (!params->not_quoted ||
            !pl_scope_is_quotation(plan, search->block)) &&
           (params->attested == PL_ATTESTED_NO ||
            has_evidence(search, range,
                         params->attested == PL_ATTESTED_WORD)) &&
           (!params->not_code || !is_code_word(search, range));
}

/* `window` is what was searched. */
static void report(struct search *search, const struct pl_match *match,
                   struct pl_range window)
{
    struct pl_run *run = search->run;
    struct pl_range range = range_of(search, match, window);
    if (!is_wanted(search, range)) {
        return;
    }
    search->count++;
    if (search->is_counting) {
        return;
    }
    struct pl_arg args[MAX_ARGS];
    size_t count =
        groups_of(match, pl_range_text(run->plan->text, window), args);
    count += neighbours_of(search, range, args + count);
    args[count] = (struct pl_arg){.name = "new"};
    struct pl_finding *finding =
        pl_findings_add(run->findings, run->rule, range, args, count);
    offer_fixes(search, finding, (struct pl_args){args, count + 1},
                &args[count]);
}

static uint32_t at_character(pl_str text, uint32_t at)
{
    return (uint32_t)pl_utf8_start(text, at);
}

/* Up to `behind` bytes before a place in the block and `ahead` after it. */
static struct pl_range window_at(const struct search *search, uint32_t at,
                                 uint32_t behind, uint32_t ahead)
{
    pl_str text = search->run->plan->text;
    struct pl_range window = search->block->content;
    if (at - window.start > behind) {
        window.start = at_character(text, at - behind);
    }
    if (window.end - at > ahead) {
        window.end = at_character(text, at + ahead);
    }
    return window;
}

/* Compiles at the first place to look at. */
static bool is_ready(struct search *search)
{
    struct pl_error error; /* `load` has compiled the same pattern */
    if (!search->regex &&
        !pl_pattern_compile(search->params, &search->regex, &error)) {
        search->run->over_budget = true;
        search->run->gave_up_at = search->block->range.start;
    }
    return !search->run->over_budget;
}

static bool find(struct search *search, struct pl_range window, uint32_t from,
                 struct pl_match *match)
{
    pl_str subject = pl_range_text(search->run->plan->text, window);
    if (pl_run_is_cancelled(search->run)) {
        search->run->over_budget = true; /* ends all loops; nobody reads it */
        return false;
    }
    switch (pl_regex_find(search->regex, subject, from - window.start, match)) {
    case PL_REGEX_MATCH:
        return true;
    case PL_REGEX_OVER_BUDGET:
        search->run->over_budget = true;
        search->run->gave_up_at = from;
        return false;
    case PL_REGEX_NO_MATCH:
    default:
        return false;
    }
}

static void try_at(struct search *search, uint32_t at)
{
    struct pl_match match;
    if (is_ready(search)) {
        struct pl_range window = window_at(search, at, BEHIND, AHEAD);
        if (find(search, window, at, &match)) {
            report(search, &match, window);
        }
    }
}

/* Whether the word before word `at` of the block asks to pass over. */
static bool is_passed_over(const struct search *search, uint32_t at)
{
    const struct pl_words *words = search->run->plan->words;
    return at > search->block->first_word &&
           pl_word_set_has(&search->not_after, words->items[at - 1].form);
}

/* Whether a word of "clauseHas" stands in the clause before word `at`. */
static bool clause_fits(const struct search *search, uint32_t at)
{
    const struct pl_words *words = search->run->plan->words;
    if (search->params->clause_has.count == 0) {
        return true;
    }
    for (uint32_t i = at; i > search->block->first_word && at - i < CLAUSE;
         i--) {
        if (is_passed_over(search, i) ||
            (i < at && !pl_word_is_joined(words, i))) {
            return false;
        }
        if (pl_word_set_has(&search->clause_has, words->items[i - 1].form)) {
            return !is_passed_over(search, i - 1);
        }
    }
    return false;
}

static struct pl_spots places_of(const struct search *search,
                                 const struct pl_words_param *words)
{
    struct pl_spots places = {.arena = search->run->arena};
    for (size_t i = 0; i < words->count; i++) {
        pl_spots_add_word(&places, search->run->plan->words, words->items[i]);
    }
    pl_spots_sort(&places);
    return places;
}

/* All the words of "words" from `from` up to word `then` of the block. */
static void try_before(struct search *search, const struct pl_word_set *firsts,
                       uint32_t from, uint32_t then)
{
    const struct pl_words *words = search->run->plan->words;
    for (uint32_t i = from; i < then; i++) {
        if (pl_word_set_has(firsts, words->items[i].form) &&
            search->block->content.start <= words->items[i].start &&
            !is_passed_over(search, i) && clause_fits(search, i)) {
            try_at(search, words->items[i].start);
        }
    }
}

/* The words of "then" are rarer than those of "words": only what stands before
 * them is looked at. */
static void search_words_then(struct search *search)
{
    const struct pl_plan *plan = search->run->plan;
    const struct pl_pattern_params *params = search->params;
    struct pl_spots places = places_of(search, &params->then);
    struct pl_word_set firsts = pl_word_set_of(search->run, &params->words);
    uint32_t tried = 0;
    uint32_t cursor = 0;
    for (size_t i = 0; i < places.words.len; i++) {
        uint32_t then = places.words.items[i];
        uint32_t at = plan->words->items[then].start;
        search->block = pl_scope_next_block(params->scope, plan, at, &cursor);
        if (search->block && search->block->content.start <= at) {
            uint32_t from = search->block->first_word;
            if (params->within > 0 && then - from > params->within) {
                from = then - (uint32_t)params->within;
            }
            try_before(search, &firsts, from > tried ? from : tried, then);
            tried = then;
        }
    }
}

static void search_words(struct search *search)
{
    const struct pl_plan *plan = search->run->plan;
    const struct pl_pattern_params *params = search->params;
    struct pl_spots places = places_of(search, &params->words);
    uint32_t cursor = 0;
    for (size_t i = 0; i < places.words.len; i++) {
        uint32_t word = places.words.items[i];
        if (i + COMING < places.words.len) {
            PL_PREFETCH(plan->words->items + places.words.items[i + COMING]);
        }
        uint32_t at = plan->words->items[word].start;
        search->block = pl_scope_next_block(params->scope, plan, at, &cursor);
        if (search->block && search->block->content.start <= at &&
            !is_passed_over(search, word) && clause_fits(search, word)) {
            try_at(search, at);
        }
    }
}

/* Gaps are a few bytes long: no search that needs preparation pays. */
static bool has_piece(pl_str gap, pl_str piece)
{
    for (size_t at = 0; at + piece.len <= gap.len; at++) {
        size_t same = 0;
        while (same < piece.len && gap.data[at + same] == piece.data[same]) {
            same++;
        }
        if (same == piece.len) {
            return true;
        }
    }
    return false;
}

static bool gap_fits(const struct search *search, const struct pl_gap *gap)
{
    pl_str text = pl_range_text(search->run->plan->text, gap->range);
    bool fits = false;
    for (size_t i = 0; i < search->params->gaps.count && !fits; i++) {
        fits = has_piece(text, search->params->gaps.items[i]);
    }
    return fits && (search->params->next_word == PL_NEXT_ANY ||
                    gap->word < gap->block->word_end);
}

/* Whether the text has a piece at all, as far as a look at one sign tells. */
static bool may_occur(pl_str text, pl_str piece)
{
    return (pl_gap_flags(piece) & PL_GAP_OTHER) == 0 ||
           pl_str_find_char(text, piece.data[piece.len - 1], 0) != PL_NOWHERE;
}

static void search_gaps(struct search *search)
{
    struct pl_gap_kinds kinds = {0};
    for (size_t i = 0; i < search->params->gaps.count; i++) {
        pl_str piece = search->params->gaps.items[i];
        if (may_occur(search->run->plan->text, piece)) {
            pl_gap_kinds_add(&kinds, pl_gap_flags(piece));
        }
    }
    struct pl_gaps gaps =
        pl_gaps_of(search->run, search->params->scope, &kinds);
    gaps.next = (enum pl_gap_next)search->params->next_word;
    struct pl_gap gap;
    while (!search->run->over_budget && pl_gaps_next(&gaps, &gap)) {
        search->block = gap.block;
        if (gap_fits(search, &gap) && !is_passed_over(search, gap.word)) {
            try_at(search, gap.range.start);
        }
    }
}

/* All matches in the block that begin before `limit`; returns where the next
 * search may begin. */
static uint32_t search_window(struct search *search, struct pl_range window,
                              uint32_t from, uint32_t limit)
{
    struct pl_match match;
    while (from < limit && find(search, window, from, &match)) {
        uint32_t start = window.start + (uint32_t)match.start[0];
        uint32_t end = window.start + (uint32_t)match.end[0];
        if (start >= limit) {
            return start;
        }
        report(search, &match, window);
        pl_str text = search->run->plan->text;
        size_t len = 1;
        if (end == start && end < text.len) {
            pl_utf8_decode(text, end, &len);
        }
        from = end > start ? end : end + (uint32_t)len;
    }
    return from > limit ? from : limit;
}

static void search_block(struct search *search)
{
    struct pl_range content = search->block->content;
    uint32_t from = content.start;
    while (from < content.end && is_ready(search)) {
        struct pl_range window = window_at(search, from, BEHIND, WINDOW);
        bool is_last = window.end == content.end;
        uint32_t limit =
            is_last ? content.end
                    : at_character(search->run->plan->text, window.end - AHEAD);
        from = search_window(search, window, from, limit);
    }
}

static void search_blocks(struct search *search)
{
    const struct pl_plan *plan = search->run->plan;
    for (uint32_t i = 0; i < plan->blocks_count; i++) {
        search->block = &plan->blocks[i];
        if (search->run->over_budget) {
            return;
        }
        if (pl_scope_has(search->params->scope, search->block)) {
            search_block(search);
        }
    }
}

static void search_all(struct search *search)
{
    if (search->params->then.count > 0) {
        search_words_then(search);
    } else if (search->params->words.count > 0) {
        search_words(search);
    }
    if (search->params->gaps.count > 0) {
        search_gaps(search);
    }
    if (!pl_pattern_is_by_place(search->params)) {
        search_blocks(search);
    }
}

static bool are_too_many(struct search *search)
{
    if (search->params->most == 0) {
        return false;
    }
    search->is_counting = true;
    search_all(search);
    search->is_counting = false;
    return search->count > search->params->most;
}

static void run(struct pl_run *run)
{
    struct search search = {.run = run, .params = run->rule->params};
    search.not_after = pl_word_set_of(run, &search.params->not_after);
    search.clause_has = pl_word_set_of(run, &search.params->clause_has);
    if (!are_too_many(&search)) {
        search_all(&search);
    }
    pl_regex_free(search.regex);
}

const struct pl_check pl_check_pattern = {
    .name = "pattern", .load = pl_pattern_load, .run = run};
