/* "considering e), f) and g) above", "instructs the Director 2". */
#include "base/chars.h"
#include "plan/acts/act_draft.h"
#include "plan/acts/opening.h"
#include "plan/plan.h"
#include "plan/references/number_list.h"
#include "plan/references/reference_context.h"
#include "plan/references/reference_reader.h"
#include "plan/references/reference_start.h"
#include "plan/words/block_walk.h"
#include "plan/words/marked_words.h"
#include "plan/words/scan.h"

/* Clauses and items of an act that pin-points are looked for in: more are no
 * resolution, and each pin-point costs a look at all of them. */
enum { MOST_PARTS = 300 };

struct builder {
    struct pl_arena *arena;
    struct pl_plan *plan;
    struct pl_block_walk walk;
    struct pl_range last; /* phrase of the last pin-point */
    PL_VEC(struct pl_pinpoint) pinpoints;
};

/* Moves over `name` in any capitals and emphasis; false when other words stand
 * there. */
static bool match_name(struct pl_scan *scan, struct pl_range name)
{
    struct pl_scan s = *scan;
    struct pl_scan words = {scan->text, name.start, name.end};
    for (pl_scan_blanks(&words); words.at < words.end; pl_scan_blanks(&words)) {
        pl_scan_blanks(&s);
        pl_str word = pl_scan_letters(&words);
        pl_str found = pl_scan_letters(&s);
        if (!pl_str_eq_ignore_case(word, found) ||
            (word.len == 0 && pl_scan_peek(&words, 0) != pl_scan_peek(&s, 0))) {
            return false;
        }
        words.at += word.len > 0 ? (uint32_t)word.len : 1;
        s.at += word.len > 0 ? (uint32_t)word.len : 1;
    }
    *scan = s;
    return true;
}

/* The longest name of a clause of the act that the scan stands at; false when
 * the act has none of that verb. Moves over it, or over the verb alone. */
static bool read_name(const struct builder *b, const struct pl_act *act,
                      struct pl_scan *scan)
{
    struct pl_scan best = *scan;
    bool has_clause = false;
    for (uint32_t i = act->first_clause; i < act->clause_end; i++) {
        const struct pl_clause *clause = &b->plan->clauses[i];
        struct pl_scan s = *scan;
        struct pl_opening opening;
        if (match_name(&s, clause->name)) {
            has_clause = true;
            best = s.at > best.at ? s : best;
        } else if (pl_opening_read(scan->text, clause->verb, &opening)) {
            s = *scan;
            has_clause |= match_name(&s, opening.verb);
        }
    }
    if (best.at == scan->at) {
        best.at += (uint32_t)pl_scan_letters(scan).len;
    }
    *scan = best;
    return has_clause;
}

static void skip_fillers(struct pl_scan *scan)
{
    static const char *const fillers[] = {"further", "also", "in", "mind",
                                          NULL};
    pl_scan_blanks(scan);
    while (pl_scan_any_word(scan, fillers)) {
        pl_scan_blanks(scan);
    }
}

/* Whether the sentence leads up to the verb: "in considering a)". */
static bool is_led(const struct builder *b, const struct pl_block *block,
                   uint32_t start)
{
    static const pl_str taking = PL_STR("taking"); /* a) into account */
    pl_str text = b->plan->text;
    uint32_t from = block->content.start;
    uint32_t at = pl_scan_back(text, from, start);
    pl_str word = pl_scan_word_before(text, from, at);
    if (pl_is_one_of(word, pl_prepositions) ||
        pl_str_eq_ignore_case(word, taking)) {
        return true;
    }
    bool is_listed = b->last.end > from && b->last.end + 2 >= at;
    return is_listed && text.data[b->last.end] == ',';
}

/* Whether the label is what the phrase means. */
static bool is_labelled(struct pl_label have, struct pl_label label)
{
    return have.count == 1 && label.count >= 1 &&
           have.parts[0].value == label.parts[0].value &&
           have.parts[0].bis == label.parts[0].bis &&
           have.parts[0].letter == label.parts[0].letter &&
           (have.parts[0].style == PL_LABEL_DECIMAL) ==
               (label.parts[0].style == PL_LABEL_DECIMAL);
}

/* The item in the clauses that have exactly this name, or that begin with it
 * or it with them. */
static uint32_t find_among(const struct builder *b, struct pl_range name,
                           const struct pl_act *act, struct pl_label label,
                           bool is_exact)
{
    const struct pl_plan *plan = b->plan;
    for (uint32_t i = act->first_clause; i < act->clause_end; i++) {
        const struct pl_clause *clause = &plan->clauses[i];
        struct pl_scan phrase = {plan->text, name.start, name.end};
        struct pl_scan own = {plan->text, clause->name.start, clause->name.end};
        bool begins = match_name(&phrase, clause->name);
        bool goes_on = match_name(&own, name);
        bool is_meant = is_exact ? begins && goes_on : begins || goes_on;
        for (uint32_t k = clause->first_item; is_meant && k < clause->item_end;
             k++) {
            if (is_labelled(plan->clause_items[k].label, label)) {
                return k;
            }
        }
    }
    return PL_NONE;
}

static uint32_t find_item(const struct builder *b, struct pl_range name,
                          const struct pl_act *act, struct pl_label label)
{
    uint32_t item = find_among(b, name, act, label, true);
    return item == PL_NONE ? find_among(b, name, act, label, false) : item;
}

static void add(struct builder *b, struct pl_pinpoint pinpoint,
                struct pl_label label)
{
    const struct pl_act *act = &b->plan->acts[pinpoint.act];
    pinpoint.label = label;
    pinpoint.item = find_item(b, pinpoint.name, act, label);
    *PL_VEC_PUSH(b->arena, &b->pinpoints) = pinpoint;
}

static bool has_paren(pl_str text, struct pl_range typed)
{
    return typed.end > typed.start && text.data[typed.end - 1] == ')';
}

/* Reads the labels at the scan; the pin-points are added when they are meant
 * for this act. */
static void read_labels(struct builder *b, struct pl_pinpoint pinpoint,
                        struct pl_scan scan, bool is_operative)
{
    const struct pl_block *block = &b->plan->blocks[pinpoint.block];
    size_t before = b->pinpoints.len;
    bool has_mark = false;
    struct pl_number number;
    struct pl_numbers numbers = {.scan = scan,
                                 .shape = PL_NUMBER_MARKERS | PL_NUMBER_MANY};
    while (pl_numbers_next(&numbers, &number)) {
        has_mark |= has_paren(b->plan->text, number.range);
        pinpoint.range = number.range;
        add(b, pinpoint, number.label);
        if (number.to.count > 0) {
            add(b, pinpoint, number.to);
        }
    }
    struct pl_range phrase = {pinpoint.phrase.start, numbers.scan.at};
    enum pl_direction direction = pl_direction_read(&numbers.scan);
    bool is_named =
        is_led(b, block, phrase.start) && (has_mark || is_operative);
    bool is_foreign = pl_context_after(b->plan->text, phrase, block->content) >=
                      PL_CONTEXT_DOUBTFUL;
    if ((!is_named && direction == PL_DIRECTION_NONE) || is_foreign) {
        b->pinpoints.len = before;
        return;
    }
    for (size_t i = before; i < b->pinpoints.len; i++) {
        b->pinpoints.items[i].phrase = phrase;
        b->pinpoints.items[i].direction = direction;
    }
    b->last = phrase;
}

static bool is_too_long(const struct pl_plan *plan, const struct pl_act *act)
{
    uint32_t items = plan->clauses[act->clause_end - 1].item_end -
                     plan->clauses[act->first_clause].first_item;
    return act->clause_end - act->first_clause + items > MOST_PARTS;
}

static void read_verb(struct builder *b, struct pl_marked_word found)
{
    const struct pl_plan *plan = b->plan;
    struct pl_range range = pl_word_range(plan->words, found.word);
    uint32_t index = pl_block_walk_to(&b->walk, range.start);
    uint32_t act = index == PL_NONE ? PL_NONE : pl_plan_act_of(plan, index);
    if (act == PL_NONE || plan->blocks[index].first_word == found.word ||
        is_too_long(plan, &plan->acts[act])) {
        return;
    }
    struct pl_scan scan = {plan->text, range.start,
                           plan->blocks[index].range.end};
    struct pl_pinpoint pinpoint = {.act = act, .block = index};
    pinpoint.has_clause = read_name(b, &plan->acts[act], &scan);
    pinpoint.name = (struct pl_range){range.start, scan.at};
    pinpoint.phrase = pinpoint.name;
    skip_fillers(&scan);
    if (scan.at > pinpoint.name.end) {
        read_labels(b, pinpoint, scan, found.mark == PL_ACT_OPERATIVE);
    }
}

void pl_pinpoints_build(struct pl_arena *arena, struct pl_plan *plan)
{
    if (plan->acts_count == 0) {
        return;
    }
    struct builder b = {.arena = arena, .plan = plan, .walk = {.plan = plan}};
    struct pl_arena *scratch = pl_arena_new();
    uint8_t *marks = pl_marks_new(scratch, plan->words);
    pl_act_verbs_mark(marks, plan->words);
    struct pl_marked_words found =
        pl_marked_words_find(scratch, plan->words, marks);
    for (size_t i = 0; i < found.count; i++) {
        read_verb(&b, found.items[i]);
    }
    pl_arena_free(scratch);
    plan->pinpoints = b.pinpoints.items;
    plan->pinpoints_count = (uint32_t)b.pinpoints.len;
}
