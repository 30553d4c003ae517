#include "lint/revision.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/chars.h"
#include "base/map.h"
#include "lint/finding.h"
#include "lint/lint.h"
#include "lint/rule.h"
#include "lint/settings.h"
#include "plan/plan.h"
#include "text/source.h"
#include "text/view_source.h"
#include "text/word/model.h"

bool pl_revision_is_one(const struct pl_plan *plan)
{
    const struct pl_word_view *view = plan->source->view;
    return view && view->kind == PL_WORD_VIEW_FINAL &&
           view->word->changes_count > 0;
}

/* ----- matching ----- */

/* How alike two findings must be, from close to loose. */
enum likeness { SAME_PARAGRAPH, SAME_TEXT, SAME_NUMBER, LIKENESS_COUNT };

/* The findings of one state. */
struct side {
    const struct pl_plan *plan;
    const struct pl_findings *findings;
    bool *is_matched;
};

/* Capitals and white space aside. */
static void add_folded(struct pl_buf *key, pl_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (!pl_is_space(text.data[i])) {
            pl_buf_add_char(key, pl_to_lower(text.data[i]));
        }
    }
}

static struct pl_word_place place_of(const struct pl_plan *plan,
                                     const struct pl_finding *finding)
{
    return pl_word_view_place(plan->source->view, finding->range.start);
}

/* What must be equal; empty for a finding that is not compared so. */
static pl_str key_of(struct pl_arena *arena, const struct side *side,
                     size_t index, enum likeness likeness)
{
    const struct pl_finding *finding = side->findings->list.items[index];
    struct pl_word_place place = place_of(side->plan, finding);
    bool is_label = place.segment && place.segment->kind == PL_WORD_LABEL;
    uint32_t para = place.segment ? place.segment->para : PL_NONE;
    struct pl_buf key = pl_buf_in(arena);
    if (likeness == SAME_NUMBER && !is_label) {
        return (pl_str){0};
    }
    pl_buf_add(&key, finding->rule->id);
    if (likeness != SAME_TEXT) {
        pl_buf_addf(&key, " %u ", para);
    }
    if (likeness != SAME_NUMBER) {
        add_folded(&key, pl_range_text(side->plan->text, finding->range));
    }
    return pl_buf_str(&key);
}

/* By key, the next finding of the original that is still to be matched. */
static void match(struct pl_arena *arena, const struct side *final,
                  const struct side *original, enum likeness likeness)
{
    size_t count = original->findings->list.len;
    uint32_t *next = pl_arena_array(arena, count + 1, sizeof(*next));
    struct pl_map *first = pl_map_new(arena, count);
    for (size_t i = count; i-- > 0;) {
        pl_str key = original->is_matched[i]
                         ? (pl_str){0}
                         : key_of(arena, original, i, likeness);
        if (key.len > 0) {
            next[i] = pl_map_get(first, key);
            pl_map_put(first, key, (uint32_t)i);
        }
    }
    for (size_t i = 0; i < final->findings->list.len; i++) {
        pl_str key = final->is_matched[i] ? (pl_str){0}
                                          : key_of(arena, final, i, likeness);
        uint32_t found = key.len > 0 ? pl_map_get(first, key) : PL_NONE;
        if (found != PL_NONE) {
            final->is_matched[i] = true;
            original->is_matched[found] = true;
            pl_map_put(first, key, next[found]);
        }
    }
}

/* ----- who ----- */

/* The change that made the place what it is, or one of the places that prove
 * the finding. */
static uint32_t change_of(const struct pl_word_view *view,
                          const struct pl_finding *finding)
{
    uint32_t change = pl_word_view_change(view, finding->range);
    for (size_t i = 0; change == PL_NONE && i < finding->related.len; i++) {
        change = pl_word_view_change(view, finding->related.items[i].range);
    }
    return change;
}

/* The only one who changed anything, or empty. */
static pl_str only_author(const struct pl_word_file *word)
{
    pl_str author = word->changes[0].author;
    for (uint32_t i = 1; i < word->changes_count; i++) {
        if (!pl_str_eq(word->changes[i].author, author)) {
            return (pl_str){0};
        }
    }
    return author;
}

static void mark_introduced(const struct pl_word_view *view,
                            struct pl_finding *finding)
{
    const struct pl_word_file *word = view->word;
    uint32_t change = change_of(view, finding);
    finding->revision.status = PL_REVISION_INTRODUCED;
    if (change != PL_NONE) {
        finding->revision.author = word->changes[change].author;
        finding->revision.date = word->changes[change].date;
    } else {
        finding->revision.author = only_author(word);
    }
}

/* What only that side has. */
static const struct pl_finding **
unmatched(struct pl_arena *arena, const struct side *side, size_t *count)
{
    size_t len = side->findings->list.len;
    const struct pl_finding **found =
        pl_arena_array(arena, len + 1, sizeof(struct pl_finding *));
    *count = 0;
    for (size_t i = 0; i < len; i++) {
        if (!side->is_matched[i]) {
            found[(*count)++] = side->findings->list.items[i];
        }
    }
    return found;
}

static struct side side_of(struct pl_arena *arena, const struct pl_plan *plan,
                           const struct pl_findings *findings)
{
    return (struct side){
        plan, findings,
        pl_arena_array(arena, findings->list.len + 1, sizeof(bool))};
}

const struct pl_plan *pl_revision_original(struct pl_arena *arena,
                                           const struct pl_plan *plan)
{
    const struct pl_source *source =
        pl_view_source(arena, plan->source, PL_WORD_VIEW_ORIGINAL);
    return pl_plan_read_with(arena, source, plan->vocabulary);
}

struct pl_revision pl_revision_mark(struct pl_arena *arena,
                                    const struct pl_plan *plan,
                                    const struct pl_ruleset *ruleset,
                                    const struct pl_lint_options *options,
                                    struct pl_lint_result *result)
{
    struct pl_findings *findings = &result->findings;
    const struct pl_plan *old_plan =
        result->original ? result->original : pl_revision_original(arena, plan);
    struct pl_lint_result old = pl_lint(arena, old_plan, ruleset, options);
    struct side final = side_of(arena, plan, findings);
    struct side original = side_of(arena, old_plan, &old.findings);
    for (int i = 0; i < LIKENESS_COUNT; i++) {
        match(arena, &final, &original, (enum likeness)i);
    }
    for (size_t i = 0; i < findings->list.len; i++) {
        struct pl_finding *finding = findings->list.items[i];
        if (final.is_matched[i]) {
            finding->revision.status = PL_REVISION_EXISTING;
        } else {
            mark_introduced(plan->source->view, finding);
        }
    }
    struct pl_revision revision = {.original = old_plan};
    unmatched(arena, &final, &revision.introduced);
    revision.existing = findings->list.len - revision.introduced;
    revision.resolved_findings =
        unmatched(arena, &original, &revision.resolved);
    return revision;
}
