/* count: a number of things is announced, and another number of them is
 * listed: "four main tracks: a, b and c".
 *
 * Only what can be counted for certain is: a list of short names after a
 * colon, items after ";", or the items of the list that follows.
 *
 * Params: "numbers", the words for 1, 2, 3 and so on; "vague", words right
 * before a number that make it no claim ("least" of "at least three"); "units",
 * words after it that are nothing to list ("years"); "maxWords" (3), words
 * from the number to the colon. Message: {claim}, {count} (of what is
 * listed). */
#include "base/arena.h"
#include "base/array.h"
#include "base/buf.h"
#include "base/chars.h"
#include "base/search.h"
#include "checks/checks.h" // IWYU pragma: keep (declares ours)
#include "checks/shared/enumeration.h"
#include "checks/shared/params.h"
#include "plan/plan.h"

struct params {
    struct pl_words_param numbers; /* in words: "one", "two", ... */
    struct pl_words_param vague;   /* before a number: "at least", ends in it */
    struct pl_words_param units;   /* after a number: "years", a length */
    size_t max_words;              /* between the number and what is listed */
};

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    struct params *params =
        PL_PARAMS(arena, rule, struct params, .max_words = 3);
    static const char *const keys[] = {"numbers", "vague", "units", "maxWords"};
    struct pl_params reader = {arena, json, error};
    return pl_json_only_keys(json, keys, PL_COUNT(keys), error) &&
           pl_params_words(&reader, "numbers", &params->numbers) &&
           pl_params_words(&reader, "vague", &params->vague) &&
           pl_params_words(&reader, "units", &params->units) &&
           pl_params_size(&reader, "maxWords", 10, &params->max_words) &&
           pl_params_need(&reader, "\"numbers\"", params->numbers.count > 0);
}

/* A number in front of what is announced. */
struct claim {
    uint32_t word;   /* the number */
    uint32_t last;   /* the last word of what is counted */
    uint32_t number; /* its value */
    uint32_t colon;  /* byte offset after the ":" */
    const struct pl_block *block;
};

/* "at least three", "up to three", "twenty-three": no claim. */
static bool is_vague(const struct pl_run *run, const struct claim *claim)
{
    const struct params *params = run->rule->params;
    const struct pl_words *words = run->plan->words;
    if (claim->word == claim->block->first_word) {
        return false;
    }
    return pl_words_param_has(&params->vague,
                              pl_word_text(words, claim->word - 1)) ||
           words->text.data[pl_word_range(words, claim->word).start - 1] == '-';
}

static bool is_plural(pl_str word)
{
    return word.len > 2 && word.data[word.len - 1] == 's' &&
           word.data[word.len - 2] != 's' && pl_is_lower(word.data[0]);
}

static bool begins_with_colon(pl_str gap)
{
    return gap.len > 0 && gap.data[0] == ':';
}

/* Finds the plural noun before a ":" that the number counts. */
static bool finish_claim(const struct pl_run *run, struct claim *claim)
{
    const struct params *params = run->rule->params;
    const struct pl_words *words = run->plan->words;
    for (uint32_t i = 1; i <= params->max_words; i++) {
        uint32_t at = claim->word + i;
        if (at >= claim->block->word_end || !pl_word_is_joined(words, at) ||
            pl_words_param_has(&params->units, pl_word_text(words, at))) {
            return false;
        }
        struct pl_range gap = pl_word_gap(words, at + 1);
        if (begins_with_colon(pl_range_text(words->text, gap))) {
            claim->last = at;
            claim->colon = gap.start + 1;
            return claim->colon <= claim->block->range.end &&
                   is_plural(pl_word_text(words, at)) && !is_vague(run, claim);
        }
    }
    return false;
}

enum { MAX_SENTENCE = 4000 }; /* bytes; more than can be counted */

/* The end of the sentence that begins at `from`: a full stop or the end. */
static uint32_t sentence_end(const struct pl_plan *plan,
                             const struct pl_block *block, uint32_t from)
{
    uint32_t at = from;
    while (
        at < block->range.end && at - from < MAX_SENTENCE &&
        !(plan->text.data[at] == '.' &&
          (at + 1 == block->range.end || pl_is_space(plan->text.data[at + 1]) ||
           plan->text.data[at + 1] == '&'))) {
        at++;
    }
    return at;
}

static const struct pl_list *list_after(const struct pl_plan *plan,
                                        const struct pl_block *block)
{
    uint32_t index = (uint32_t)(block - plan->blocks);
    uint32_t low = 0;
    uint32_t high = plan->lists_count;
    while (low < high) { /* lists are in the order of their first items */
        uint32_t middle = low + (high - low) / 2;
        if (plan->items[plan->lists[middle].first_item].block <= index) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    bool found = low < plan->lists_count && plan->lists[low].intro == index &&
                 !plan->lists[low].is_inline;
    return found ? &plan->lists[low] : NULL;
}

static uint32_t last_item(const struct pl_plan *plan,
                          const struct pl_list *list)
{
    uint32_t at = list->first_item;
    while (plan->items[at].next != PL_NONE) {
        at = plan->items[at].next;
    }
    return at;
}

/* Items that are counted for certain: the list ends where something else
 * begins, not where its markers are written in another way. */
static bool is_whole(const struct pl_plan *plan, const struct pl_list *list)
{
    uint32_t next = plan->items[last_item(plan, list)].block + 1;
    return next >= plan->blocks_count ||
           plan->blocks[next].kind == PL_BLOCK_HEADING ||
           (plan->blocks[next].kind == PL_BLOCK_PARAGRAPH &&
            !pl_range_is_empty(plan->blocks[next].marker));
}

static void report(struct pl_run *run, const struct claim *claim,
                   uint32_t count, struct pl_range counted)
{
    const struct pl_words *words = run->plan->words;
    struct pl_range range = {pl_word_range(words, claim->word).start,
                             pl_word_range(words, claim->last).end};
    struct pl_finding *finding =
        PL_FINDING(run, range, {"claim", pl_range_text(run->plan->text, range)},
                   {"count", pl_arena_number(run->arena, count)});
    pl_finding_relate(run->findings, finding, counted, "what is listed");
}

static uint32_t indent_of(const struct pl_plan *plan,
                          const struct pl_item *item)
{
    uint32_t at = item->marker.start;
    while (at > 0 && (plan->text.data[at - 1] == ' ' ||
                      plan->text.data[at - 1] == '\t')) {
        at--;
    }
    return item->marker.start - at;
}

/* The items that stand as far out as the first: others belong to them. */
static uint32_t count_items(const struct pl_plan *plan,
                            const struct pl_list *list)
{
    uint32_t indent = indent_of(plan, &plan->items[list->first_item]);
    uint32_t count = 0;
    for (uint32_t at = list->first_item; at != PL_NONE;
         at = plan->items[at].next) {
        count += indent_of(plan, &plan->items[at]) <= indent;
    }
    return count;
}

static void judge_list(struct pl_run *run, const struct claim *claim)
{
    const struct pl_plan *plan = run->plan;
    const struct pl_list *list = list_after(plan, claim->block);
    uint32_t count = list ? count_items(plan, list) : 0;
    if (count < 2 || count == claim->number ||
        (count < claim->number && !is_whole(plan, list))) {
        return;
    }
    uint32_t last = last_item(plan, list);
    report(run, claim, count,
           (struct pl_range){plan->items[list->first_item].marker.start,
                             plan->items[last].content.end});
}

/* "five parts: a) ports; b) pilots; ...": the list inside the line. */
static const struct pl_list *list_inside(const struct pl_plan *plan,
                                         const struct claim *claim)
{
    uint32_t at = claim->colon;
    while (at < claim->block->range.end && pl_is_space(plan->text.data[at])) {
        at++;
    }
    uint32_t item = PL_FIRST_FROM(plan->items, plan->items_count, marker.start,
                                  claim->colon);
    if (item == plan->items_count || plan->items[item].marker.start != at) {
        return NULL;
    }
    const struct pl_list *list = &plan->lists[plan->items[item].list];
    return list->is_inline && list->first_item == item ? list : NULL;
}

static void judge_inside(struct pl_run *run, const struct claim *claim,
                         const struct pl_list *list)
{
    const struct pl_plan *plan = run->plan;
    uint32_t last = last_item(plan, list);
    if (list->item_count >= 2 && list->item_count != claim->number) {
        report(run, claim, list->item_count,
               (struct pl_range){plan->items[list->first_item].marker.start,
                                 plan->items[last].content.end});
    }
}

/* "&#x20;", a blank that an editor of Markdown wrote. */
static bool is_entity(pl_str text)
{
    enum { LONGEST = 8 };
    return text.data[0] == '&' && text.len <= LONGEST &&
           text.data[text.len - 1] == ';' &&
           pl_str_find_char(text, ' ', 0) == PL_NOWHERE;
}

static void judge(struct pl_run *run, const struct claim *claim)
{
    const struct pl_plan *plan = run->plan;
    struct pl_range rest = {claim->colon,
                            sentence_end(plan, claim->block, claim->colon)};
    pl_str text = pl_str_trim(pl_range_text(plan->text, rest));
    const struct pl_list *inside = list_inside(plan, claim);
    if (text.len == 0 || is_entity(text)) {
        judge_list(run, claim);
        return;
    }
    if (inside) {
        judge_inside(run, claim, inside);
        return;
    }
    struct pl_enumeration items = pl_enumeration_count(text);
    if (items.most > 0 &&
        (claim->number < items.fewest || claim->number > items.most)) {
        uint32_t start = (uint32_t)(text.data - plan->text.data);
        report(run, claim, items.fewest,
               (struct pl_range){start, start + (uint32_t)text.len});
    }
}

static void judge_number(struct pl_run *run, uint32_t word, uint32_t number)
{
    const struct pl_plan *plan = run->plan;
    uint32_t at =
        pl_plan_block_at(plan, pl_word_range(plan->words, word).start);
    struct claim claim = {.word = word, .number = number};
    if (at == PL_NONE) {
        return;
    }
    claim.block = &plan->blocks[at];
    bool is_prose = claim.block->kind == PL_BLOCK_PARAGRAPH ||
                    claim.block->kind == PL_BLOCK_ITEM ||
                    claim.block->kind == PL_BLOCK_CELL;
    if (is_prose && finish_claim(run, &claim)) {
        judge(run, &claim);
    }
}

static void judge_form(struct pl_run *run, pl_str spelling, uint32_t number)
{
    const struct pl_words *words = run->plan->words;
    uint32_t form = pl_words_form(words, spelling);
    if (form == PL_NONE) {
        return;
    }
    const struct pl_form *it = &words->forms[form];
    for (uint32_t i = 0; i < it->count; i++) {
        judge_number(run, words->postings[it->first_posting + i], number);
    }
}

/* The number words are few, and so are their places. "One" announces no
 * list. */
static void run_count(struct pl_run *run)
{
    const struct params *params = run->rule->params;
    for (size_t n = 1; n < params->numbers.count; n++) {
        pl_str small = params->numbers.items[n];
        struct pl_buf capital = pl_buf_in(run->arena);
        pl_buf_add(&capital, small);
        judge_form(run, small, (uint32_t)n + 1);
        if (capital.len && pl_is_lower(capital.data[0])) {
            capital.data[0] = pl_to_upper(capital.data[0]);
            judge_form(run, pl_buf_str(&capital), (uint32_t)n + 1);
        }
    }
}

const struct pl_check pl_check_count = {
    .name = "count",
    .load = load,
    .run = run_count,
};
