/* A list that names the parts of a plan, an overview or a table, against the
 * sections that hold them. */
#include "checks/linkage/linkage.h"

#include "base/arena.h"
#include "lint/check.h"
#include "plan/plan.h"
#include "text/source.h"

/* ----- has-heading: listed, and without a section as its like have ----- */

void pl_link_has_heading(struct pl_run *run, const struct pl_link *link)
{
    const struct pl_plan *plan = run->plan;
    uint32_t total[PL_ENTITY_KIND_COUNT] = {0};
    uint32_t headed[PL_ENTITY_KIND_COUNT] = {0};
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        const struct pl_entity *it = &plan->entities[i];
        if (it->label.count > 0 && it->family != PL_NONE) {
            total[it->kind]++;
            headed[it->kind] += it->section != PL_NONE;
        }
    }
    const bool *twins = NULL;
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        const struct pl_entity *it = &plan->entities[i];
        if (!pl_link_has(link->of, it->kind) || it->label.count == 0 ||
            it->family == PL_NONE || it->section != PL_NONE ||
            !pl_link_is_usual(link, headed[it->kind], total[it->kind])) {
            continue;
        }
        twins = twins ? twins : pl_link_twins(run);
        if (!twins[i]) {
            pl_link_report(run, it);
        }
    }
}

/* ----- listed: a list that names its like names it, too ----- */

/* Lines one after the other that name parts of a kind. */
struct listing {
    enum pl_entity_kind kind;
    uint32_t first; /* mention */
    uint32_t last;
    uint32_t count;
};

/* Whether a mention is a line of its own, such as "Goal 1: Name". */
static bool is_line(const struct pl_plan *plan, const struct pl_mention *it)
{
    const struct pl_block *block = &plan->blocks[it->block];
    uint32_t start = block->content.start;
    return it->label.count > 0 && it->entity != PL_NONE &&
           block->kind != PL_BLOCK_HEADING && it->range.start >= start &&
           it->range.start - start <= sizeof("**") &&
           it->range.start - block->content.start < 4 &&
           (!pl_range_is_empty(it->name) ||
            it->range.end == block->content.end);
}

/* How many blocks of anything else may stand between two lines of a list. */
enum { NEAR = 4 };

static struct listing read_listing(const struct pl_plan *plan, uint32_t first)
{
    const struct pl_mention *mentions = plan->mentions;
    struct listing listing = {mentions[first].kind, first, first, 1};
    for (uint32_t i = first + 1; i < plan->mentions_count; i++) {
        const struct pl_mention *it = &mentions[i];
        if (it->block > mentions[listing.last].block + NEAR) {
            break;
        }
        if (is_line(plan, it) && it->kind == listing.kind &&
            it->entity > mentions[listing.last].entity) {
            listing.last = i;
            listing.count++;
        }
    }
    return listing;
}

static uint32_t count_kind(const struct pl_plan *plan, enum pl_entity_kind kind)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        count += plan->entities[i].kind == kind &&
                 plan->entities[i].label.count > 0 &&
                 plan->entities[i].section != PL_NONE;
    }
    return count;
}

static void report_unlisted(struct pl_run *run, const struct listing *listing,
                            uint32_t entity)
{
    const struct pl_plan *plan = run->plan;
    const struct pl_entity *it = &plan->entities[entity];
    const struct pl_mention *last = &plan->mentions[listing->last];
    const char *place = pl_arena_printf(
        run->arena, "line %zu",
        pl_lines_position(&plan->source->lines,
                          plan->mentions[listing->first].range.start)
            .line);
    struct pl_finding *finding =
        PL_FINDING(run, last->range, {"what", pl_link_what(run, it)},
                   {"number", pl_link_number(run, it)},
                   {"name", pl_range_text(plan->text, it->name)},
                   {"kinds", pl_str_from(pl_entity_plural(it->kind))},
                   {"place", pl_str_from(place)});
    pl_finding_relate(run->findings, finding, it->range, "what is not listed");
}

static void judge_listing(struct pl_run *run, const struct pl_link *link,
                          const struct listing *listing)
{
    const struct pl_plan *plan = run->plan;
    uint32_t total = count_kind(plan, listing->kind);
    if (listing->count >= total ||
        !pl_link_is_usual(link, listing->count, total)) {
        return;
    }
    const bool *twins = pl_link_twins(run);
    bool *is_listed = pl_arena_array(run->scratch, plan->entities_count + 1,
                                     sizeof(*is_listed));
    for (uint32_t i = listing->first; i <= listing->last; i++) {
        if (plan->mentions[i].entity != PL_NONE) {
            is_listed[plan->mentions[i].entity] = true;
        }
    }
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        const struct pl_entity *it = &plan->entities[i];
        if (it->kind == listing->kind && it->label.count > 0 &&
            it->section != PL_NONE && !is_listed[i] && !twins[i]) {
            report_unlisted(run, listing, i);
        }
    }
}

enum { MAX_LISTINGS = 20 };

void pl_link_listed(struct pl_run *run, const struct pl_link *link)
{
    const struct pl_plan *plan = run->plan;
    uint32_t judged = 0;
    for (uint32_t i = 0; i < plan->mentions_count && judged < MAX_LISTINGS;
         i++) {
        if (!is_line(plan, &plan->mentions[i]) ||
            !pl_link_has(link->of, plan->mentions[i].kind)) {
            continue;
        }
        struct listing listing = read_listing(plan, i);
        judge_listing(run, link, &listing);
        judged += listing.count > 1;
        i = listing.last;
    }
}
