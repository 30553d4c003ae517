/* How the items of one list end. */
#include "checks/listing/listing.h"

#include "base/arena.h"
#include "base/chars.h"
#include "lint/check.h"
#include "plan/plan.h"

static const struct {
    const char *mark; /* in a rule */
    const char *name; /* in a message */
} ends[PL_END_COUNT] = {
    [PL_END_NOTHING] = {"", "nothing"},  [PL_END_STOP] = {".", "\".\""},
    [PL_END_SEMICOLON] = {";", "\";\""}, [PL_END_COMMA] = {",", "\",\""},
    [PL_END_COLON] = {":", "\":\""},     [PL_END_UNKNOWN] = {NULL, "other"},
};

const char *pl_item_end_mark(enum pl_item_end end)
{
    return ends[end].mark;
}

static bool has_end(uint32_t bits, enum pl_item_end end)
{
    return bits == 0 || (bits >> (uint32_t)end & 1U) != 0;
}

static pl_str last_word(const struct pl_listing_judge *judge,
                        const struct pl_listed *it)
{
    const struct pl_words *words = judge->run->plan->words;
    uint32_t after = pl_words_at(words, it->mark.start);
    return after > 0 ? pl_word_text(words, after - 1) : (pl_str){NULL, 0};
}

static struct pl_range last_word_range(const struct pl_listing_judge *judge,
                                       const struct pl_listed *it)
{
    const struct pl_words *words = judge->run->plan->words;
    uint32_t after = pl_words_at(words, it->mark.start);
    struct pl_range range =
        after > 0 ? pl_word_range(words, after - 1) : it->body;
    range.end = it->mark.end > range.end ? it->mark.end : range.end;
    return range;
}

/* "ii. ..." behind a bullet */
static bool begins_with_mark(pl_str text, const struct pl_listed *it)
{
    enum { LONGEST = 5 };
    uint32_t at = it->body.start;
    while (at < it->body.end && at < it->body.start + LONGEST &&
           pl_is_alnum(text.data[at])) {
        at++;
    }
    return at > it->body.start && at < it->body.end &&
           (text.data[at] == '.' || text.data[at] == ')');
}

/* Cut in two by a converter: an item without an end mark before one that goes
 * on in small letters, which it does not begin with. */
static bool is_cut(const struct pl_listing_judge *judge, size_t index)
{
    const struct pl_listing *listing = &judge->listing;
    pl_str text = judge->run->plan->text;
    const struct pl_listed *it = &listing->items[index];
    return listing->list->is_bullet && it->end == PL_END_NOTHING &&
           index + 1 < listing->count && it[1].letter == PL_CASE_LOWER &&
           !begins_with_mark(text, &it[1]) &&
           (it->letter != PL_CASE_LOWER || begins_with_mark(text, it));
}

/* All but the last item, which ends the list's sentence. */
static bool has_own_end(const struct pl_listing_judge *judge, size_t index)
{
    const struct pl_listed *it = &judge->listing.items[index];
    return index + 1 < judge->listing.count && !it->goes_on &&
           it->end != PL_END_UNKNOWN && !is_cut(judge, index);
}

static struct pl_tally tally_ends(const struct pl_listing_judge *judge)
{
    struct pl_tally tally = {0};
    for (size_t i = 0; i < judge->listing.count; i++) {
        if (has_own_end(judge, i)) {
            tally.counts[judge->listing.items[i].end]++;
            tally.total++;
        }
    }
    return tally;
}

static void offer_mark(const struct pl_listing_judge *judge,
                       struct pl_finding *finding, const struct pl_listed *it,
                       enum pl_item_end end)
{
    pl_finding_fix(judge->run->findings, finding, false,
                   (struct pl_edit){it->mark, pl_str_from(ends[end].mark)},
                   PL_ARGS({"usual", pl_str_from(ends[end].name)}));
}

static void relate_usual(const struct pl_listing_judge *judge,
                         struct pl_finding *finding, enum pl_item_end usual)
{
    for (size_t i = 0; i < judge->listing.count; i++) {
        const struct pl_listed *it = &judge->listing.items[i];
        if (has_own_end(judge, i) && it->end == usual) {
            pl_finding_relate(judge->run->findings, finding,
                              last_word_range(judge, it), "as the others end");
            return;
        }
    }
}

static void report_end(const struct pl_listing_judge *judge,
                       const struct pl_listed *it, const struct pl_tally *tally)
{
    enum pl_item_end usual = (enum pl_item_end)pl_tally_usual(tally);
    struct pl_finding *finding = PL_FINDING(
        judge->run, last_word_range(judge, it), {"match", last_word(judge, it)},
        {"found", pl_str_from(ends[it->end].name)},
        {"usual", pl_str_from(ends[usual].name)},
        {"count", pl_arena_number(judge->run->arena, tally->counts[usual])},
        {"total", pl_arena_number(judge->run->arena, tally->total)});
    relate_usual(judge, finding, usual);
    offer_mark(judge, finding, it, usual);
}

void pl_listing_ends(const struct pl_listing_judge *judge)
{
    struct pl_tally tally = tally_ends(judge);
    enum pl_item_end usual = (enum pl_item_end)pl_tally_usual(&tally);
    if (judge->listing.items[judge->listing.count - 1].end == usual) {
        tally.counts[usual]++;
        tally.total++;
    }
    if (!pl_tally_is_clear(judge, &tally) ||
        !has_end(judge->params->usual, usual)) {
        return;
    }
    for (size_t i = 0; i < judge->listing.count; i++) {
        const struct pl_listed *it = &judge->listing.items[i];
        bool is_strange = has_own_end(judge, i) && it->end != usual &&
                          has_end(judge->params->found, it->end);
        if (is_strange && !(it->is_sentences && it->end == PL_END_STOP)) {
            report_end(judge, it, &tally);
        }
    }
}

void pl_listing_last(const struct pl_listing_judge *judge)
{
    struct pl_tally tally = tally_ends(judge);
    enum pl_item_end usual = (enum pl_item_end)pl_tally_usual(&tally);
    const struct pl_listed *it =
        &judge->listing.items[judge->listing.count - 1];
    if (judge->listing.is_open || it->goes_on || judge->params->usual == 0 ||
        judge->listing.list->parent != PL_NONE ||
        !has_end(judge->params->usual, usual) ||
        tally.counts[usual] < judge->params->least ||
        tally.counts[usual] < tally.total || it->end == PL_END_UNKNOWN ||
        !has_end(judge->params->found, it->end)) {
        return;
    }
    struct pl_finding *finding = PL_FINDING(
        judge->run, last_word_range(judge, it), {"match", last_word(judge, it)},
        {"found", pl_str_from(ends[it->end].name)},
        {"usual", pl_str_from(ends[usual].name)},
        {"count", pl_arena_number(judge->run->arena, tally.counts[usual])});
    relate_usual(judge, finding, usual);
    offer_mark(judge, finding, it, PL_END_STOP);
}

/* One finding for a list whose items end with a mark that they should not. */
void pl_listing_marked(const struct pl_listing_judge *judge)
{
    struct pl_tally tally = tally_ends(judge);
    enum pl_item_end usual = (enum pl_item_end)pl_tally_usual(&tally);
    if (judge->params->usual == 0 || !has_end(judge->params->usual, usual) ||
        tally.counts[usual] < judge->params->least) {
        return;
    }
    for (size_t i = 0; i < judge->listing.count; i++) {
        const struct pl_listed *it = &judge->listing.items[i];
        if (it->end == usual) {
            PL_FINDING(judge->run, last_word_range(judge, it),
                       {"usual", pl_str_from(ends[usual].name)},
                       {"count", pl_arena_number(judge->run->arena,
                                                 tally.counts[usual])},
                       {"total", pl_arena_number(judge->run->arena,
                                                 judge->listing.count)});
            return;
        }
    }
}

/* ----- "and" and "or" ----- */

static bool has_joint(const struct pl_listing_judge *judge, size_t index)
{
    return !pl_range_is_empty(judge->listing.items[index].joint);
}

/* Bullets before "(a) ..." are of several lists that were made one. */
static bool is_several(const struct pl_listing *listing, pl_str text)
{
    enum { ENOUGH = 2 };
    size_t marked = 0;
    for (size_t i = 0; i < listing->count && listing->list->is_bullet; i++) {
        struct pl_range content =
            pl_range_trim(text, listing->items[i].item->content);
        marked +=
            !pl_range_is_empty(content) && text.data[content.start] == '(';
    }
    return marked >= ENOUGH;
}

/* Emphasis or a small letter at the beginning of a paragraph. */
static bool begins_clause(const struct pl_plan *plan, uint32_t at)
{
    const struct pl_block *block = &plan->blocks[at];
    pl_str text = pl_range_text(plan->text, block->content);
    return block->kind == PL_BLOCK_PARAGRAPH &&
           pl_range_is_empty(block->marker) && text.len > 0 &&
           (text.data[0] == '*' || text.data[0] == '_' ||
            pl_is_lower(text.data[0]));
}

/* The last item's joint leads to the clause behind the list: "; and", then
 * "*Further resolved* that ...". */
static bool leads_on(const struct pl_listing_judge *judge, size_t index)
{
    const struct pl_plan *plan = judge->run->plan;
    const struct pl_listed *it = &judge->listing.items[index];
    uint32_t next = it->item->block + 1;
    pl_str before =
        pl_str_trim(pl_str_slice(plan->text, it->body.start, it->joint.start));
    return index + 1 == judge->listing.count &&
           pl_str_ends(before, (pl_str)PL_STR(";")) &&
           next < plan->blocks_count && begins_clause(plan, next);
}

/* Where every item has one, or all but the last, or the last but one alone,
 * all is well. */
void pl_listing_joint(const struct pl_listing_judge *judge)
{
    const struct pl_listing *listing = &judge->listing;
    size_t joined = 0;
    for (size_t i = 0; i < listing->count; i++) {
        joined += has_joint(judge, i);
    }
    if (listing->count < 3 || listing->is_open || joined == 0 || joined > 2 ||
        joined + 1 == listing->count || listing->list->parent != PL_NONE ||
        is_several(listing, judge->run->plan->text)) {
        return;
    }
    for (size_t i = 0; i < listing->count; i++) {
        const struct pl_listed *it = &listing->items[i];
        if (has_joint(judge, i) && i + 2 != listing->count && !it->goes_on &&
            !is_cut(judge, i) && !leads_on(judge, i)) {
            PL_FINDING(
                judge->run, it->joint,
                {"match", pl_range_text(judge->run->plan->text, it->joint)},
                {"marker",
                 pl_range_text(judge->run->plan->text, it->item->marker)});
        }
    }
}
