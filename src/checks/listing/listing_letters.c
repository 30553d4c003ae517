/* How the items of one list begin. */
#include "checks/listing/listing.h"

#include "base/arena.h"
#include "base/chars.h"
#include "lint/check.h"
#include "plan/plan.h"

enum { STRANGE = 5 }; /* of this many items one may be strange */

size_t pl_tally_usual(const struct pl_tally *tally)
{
    size_t usual = 0;
    for (size_t i = 1; i < PL_END_COUNT; i++) {
        usual = tally->counts[i] > tally->counts[usual] ? i : usual;
    }
    return usual;
}

bool pl_tally_is_clear(const struct pl_listing_judge *judge,
                       const struct pl_tally *tally)
{
    uint32_t agree = tally->counts[pl_tally_usual(tally)];
    uint32_t strange = tally->total - agree;
    uint32_t allowed = tally->total / STRANGE;
    return agree >= judge->params->least && strange > 0 &&
           strange <= (allowed ? allowed : 1);
}

/* ----- the first letter ----- */

static struct pl_edit change_case(const struct pl_listing_judge *judge,
                                  const struct pl_listed *it)
{
    struct pl_range first = {it->first.start, it->first.start + 1};
    char c = judge->run->plan->text.data[first.start];
    char other = pl_is_upper(c) ? pl_to_lower(c) : pl_to_upper(c);
    return (struct pl_edit){
        first, pl_str_from(pl_arena_printf(judge->run->arena, "%c", other))};
}

static void report_case(const struct pl_listing_judge *judge,
                        const struct pl_listed *it,
                        const struct pl_tally *tally)
{
    static const pl_str names[] = {[PL_CASE_LOWER] = PL_STR("a small letter"),
                                   [PL_CASE_UPPER] = PL_STR("a capital")};
    size_t usual = pl_tally_usual(tally);
    struct pl_finding *finding = PL_FINDING(
        judge->run, it->first,
        {"match", pl_range_text(judge->run->plan->text, it->first)},
        {"usual", names[usual]},
        {"count", pl_arena_number(judge->run->arena, tally->counts[usual])},
        {"total", pl_arena_number(judge->run->arena, tally->total)});
    if (pl_is_letter(judge->run->plan->text.data[it->first.start])) {
        pl_finding_fix(judge->run->findings, finding, false,
                       change_case(judge, it),
                       PL_ARGS({"usual", names[usual]}));
    }
}

static struct pl_tally tally_case(const struct pl_listing_judge *judge)
{
    struct pl_tally tally = {0};
    for (size_t i = 0; i < judge->listing.count; i++) {
        enum pl_item_case letter = judge->listing.items[i].letter;
        if (letter != PL_CASE_UNKNOWN) {
            bool is_lower = letter == PL_CASE_LOWER;
            tally.counts[is_lower ? PL_CASE_LOWER : PL_CASE_UPPER]++;
            tally.total++;
        }
    }
    return tally;
}

void pl_listing_case(const struct pl_listing_judge *judge)
{
    struct pl_tally tally = tally_case(judge);
    if (!pl_tally_is_clear(judge, &tally)) {
        return;
    }
    enum pl_item_case strange =
        pl_tally_usual(&tally) == PL_CASE_LOWER ? PL_CASE_UPPER : PL_CASE_LOWER;
    for (size_t i = 0; i < judge->listing.count; i++) {
        const struct pl_listed *it = &judge->listing.items[i];
        if (it->letter == strange) {
            report_case(judge, it, &tally);
        }
    }
}

/* One finding for a list that begins in small letters throughout; inside a line
 * they go on with its sentence. */
void pl_listing_small(const struct pl_listing_judge *judge)
{
    struct pl_tally tally = tally_case(judge);
    uint32_t small = tally.counts[PL_CASE_LOWER];
    if (judge->listing.list->is_inline || small == 0 ||
        small < judge->params->least || small < tally.total) {
        return;
    }
    const struct pl_listed *it = judge->listing.items;
    while (it->letter != PL_CASE_LOWER) {
        it++;
    }
    PL_FINDING(
        judge->run, it->first,
        {"match", pl_range_text(judge->run->plan->text, it->first)},
        {"count", pl_arena_number(judge->run->arena, small)},
        {"total", pl_arena_number(judge->run->arena, judge->listing.count)});
}

/* ----- how items are worded ----- */

void pl_listing_form(const struct pl_listing_judge *judge)
{
    static const pl_str names[] = {[PL_ITEM_OTHER] = PL_STR("other"),
                                   [PL_ITEM_TO] = PL_STR("\"to ...\""),
                                   [PL_ITEM_ING] = PL_STR("\"-ing\"")};
    struct pl_tally tally = {0};
    for (size_t i = 0; i < judge->listing.count; i++) {
        enum pl_item_form form = judge->listing.items[i].form;
        tally.counts[form] += form != PL_ITEM_UNKNOWN;
        tally.total += form != PL_ITEM_UNKNOWN;
    }
    size_t usual = pl_tally_usual(&tally);
    if (usual == PL_ITEM_OTHER || !pl_tally_is_clear(judge, &tally)) {
        return;
    }
    for (size_t i = 0; i < judge->listing.count; i++) {
        const struct pl_listed *it = &judge->listing.items[i];
        if (it->form != usual && it->form != PL_ITEM_UNKNOWN) {
            PL_FINDING(
                judge->run, it->first,
                {"match", pl_range_text(judge->run->plan->text, it->first)},
                {"usual", names[usual]},
                {"count",
                 pl_arena_number(judge->run->arena, tally.counts[usual])},
                {"total", pl_arena_number(judge->run->arena, tally.total)});
        }
    }
}
