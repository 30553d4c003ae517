/* What is mentioned in the text, against what the plan has. */
#include "checks/linkage/linkage.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "lint/check.h"
#include "plan/plan.h"

/* The numbers of a kind that are like one that is sought: as many parts, with
 * the same beginning, and figures or letters. */
struct known {
    uint32_t count;
    struct pl_label lowest;
    struct pl_label highest;
    const struct pl_entity *last; /* of them, in the text */
};

static bool is_decimal(struct pl_label label)
{
    return label.parts[0].style == PL_LABEL_DECIMAL;
}

static bool is_alike(struct pl_label a, struct pl_label b)
{
    return a.count == b.count && is_decimal(a) == is_decimal(b) &&
           pl_label_same_parent(a, b);
}

static struct known find_known(const struct pl_plan *plan,
                               const struct pl_mention *mention)
{
    struct known known = {0};
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        const struct pl_entity *it = &plan->entities[i];
        if (it->kind != mention->kind || it->label.count == 0 ||
            it->family == PL_NONE || !is_alike(it->label, mention->label)) {
            continue;
        }
        bool is_first = known.count++ == 0;
        if (is_first || pl_label_compare(it->label, known.lowest) < 0) {
            known.lowest = it->label;
        }
        if (is_first || pl_label_compare(it->label, known.highest) > 0) {
            known.highest = it->label;
        }
        known.last = it;
    }
    return known;
}

/* "the actions run from 1 to 9". */
static pl_str tell(struct pl_run *run, enum pl_entity_kind kind,
                   const struct known *known)
{
    struct pl_buf words = pl_buf_in(run->arena);
    pl_buf_addf(&words, "the %s run from ", pl_entity_plural(kind));
    pl_label_write(&words, known->lowest);
    pl_buf_add_text(&words, " to ");
    pl_label_write(&words, known->highest);
    return pl_buf_str(&words);
}

static void report_missing(struct pl_run *run, const struct pl_mention *mention,
                           const struct known *known)
{
    pl_str number = pl_label_text(run->arena, mention->label);
    struct pl_finding *finding = PL_FINDING(
        run, mention->range, {"number", number},
        {"what", pl_str_from(pl_arena_printf(run->arena, "%s %.*s",
                                             pl_entity_name(mention->kind),
                                             PL_STR_ARG(number)))},
        {"kind", pl_str_from(pl_entity_name(mention->kind))},
        {"known", tell(run, mention->kind, known)});
    pl_finding_relate(run->findings, finding, known->last->range,
                      "the last of them");
}

/* "phase I" among phases I to III: read alone, a letter is no Roman number. */
static bool is_roman_among(struct pl_label label, const struct known *known)
{
    char letter = (char)('A' + label.parts[0].value - 1);
    return label.count == 1 && label.parts[0].style == PL_LABEL_UPPER &&
           known->highest.parts[0].style == PL_LABEL_UPPER_ROMAN &&
           pl_label_as_roman(label, (pl_str){&letter, 1}, &label) &&
           label.parts[0].value <= known->highest.parts[0].value;
}

enum { MAX_SOUGHT = 200 }; /* mentions; more of them are of another plan */

/* Fewer than two numbers of the kind say nothing of the rest, and numbers
 * before the lowest are those of another part of the plan. */
void pl_link_exists(struct pl_run *run, const struct pl_link *link)
{
    const struct pl_plan *plan = run->plan;
    uint32_t sought = 0;
    for (uint32_t i = 0; i < plan->mentions_count && sought < MAX_SOUGHT; i++) {
        const struct pl_mention *mention = &plan->mentions[i];
        if (mention->entity != PL_NONE || mention->label.count == 0 ||
            !pl_link_has(link->of, mention->kind)) {
            continue;
        }
        sought++;
        struct known known = find_known(plan, mention);
        if (known.count >= 2 &&
            pl_label_compare(mention->label, known.lowest) > 0 &&
            !is_roman_among(mention->label, &known)) {
            report_missing(run, mention, &known);
        }
    }
}

/* ----- mentioned ----- */

/* Of each part, whether another has its number: then a mention may mean either.
 */
static const bool *find_doubles(const struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    struct pl_map *first = pl_map_new(run->scratch, plan->entities_count);
    bool *doubles = pl_arena_array(run->scratch, plan->entities_count + 1,
                                   sizeof(*doubles));
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        const struct pl_entity *it = &plan->entities[i];
        if (it->label.count == 0) {
            continue;
        }
        const char *key =
            pl_arena_printf(run->scratch, "%d %.*s", (int)it->kind,
                            PL_STR_ARG(pl_label_text(run->scratch, it->label)));
        uint32_t other = pl_map_get_or_add(first, pl_str_from(key), i);
        if (other != i) {
            doubles[i] = doubles[other] = true;
        }
    }
    return doubles;
}

void pl_link_mentioned(struct pl_run *run, const struct pl_link *link)
{
    const struct pl_plan *plan = run->plan;
    bool *is_mentioned = pl_arena_array(run->scratch, plan->entities_count + 1,
                                        sizeof(*is_mentioned));
    uint32_t total[PL_LINK_LIKES] = {0};
    uint32_t mentioned[PL_LINK_LIKES] = {0};
    const bool *twins = NULL;
    for (uint32_t i = 0; i < plan->mentions_count; i++) {
        uint32_t entity = plan->mentions[i].entity;
        if (entity != PL_NONE && plan->mentions[i].from != entity) {
            is_mentioned[entity] = true;
        }
    }
    const bool *doubles = find_doubles(run);
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        size_t like = pl_link_like(&plan->entities[i]);
        total[like] += !doubles[i];
        mentioned[like] += !doubles[i] && is_mentioned[i];
    }
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        const struct pl_entity *it = &plan->entities[i];
        size_t like = pl_link_like(it);
        if (!pl_link_has(link->of, it->kind) || it->label.count == 0 ||
            it->family == PL_NONE || is_mentioned[i] || doubles[i] ||
            !pl_link_is_usual(link, mentioned[like], total[like])) {
            continue;
        }
        twins = twins ? twins : pl_link_twins(run);
        if (!twins[i]) {
            pl_link_report(run, it);
        }
    }
}
