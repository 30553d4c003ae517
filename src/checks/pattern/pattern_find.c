/* Where the expression matches: from one place on, and in whole blocks. A
 * search sees a window of the text, however long the block is. */
#include "base/attr.h"
#include "base/regex.h"
#include "base/utf8.h"
#include "checks/pattern/pattern_params.h"
#include "checks/pattern/pattern_search.h"
#include "checks/shared/scope.h"
#include "lint/check.h"
#include "plan/plan.h"

enum {
    WINDOW = 64 * 1024, /* bytes that one search may see */
    BEHIND = 256,       /* bytes before a place that a pattern may look at */
    AHEAD = 4096,
};

static uint32_t at_character(pl_str text, uint32_t at)
{
    return (uint32_t)pl_utf8_start(text, at);
}

/* Up to `behind` bytes before a place in the block and `ahead` after it. */
static struct pl_range window_at(const struct pl_pattern_search *search,
                                 uint32_t at, uint32_t behind, uint32_t ahead)
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
static bool is_ready(struct pl_pattern_search *search)
{
    struct pl_error error; /* `load` has compiled the same pattern */
    if (!search->regex &&
        !pl_pattern_compile(search->params, &search->regex, &error)) {
        search->run->over_budget = true;
        search->run->gave_up_at = search->block->range.start;
    }
    return !search->run->over_budget;
}

static bool find(struct pl_pattern_search *search, struct pl_range window,
                 uint32_t from, struct pl_match *match)
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

void pl_pattern_try_at(struct pl_pattern_search *search, uint32_t at)
{
    struct pl_match match;
    if (is_ready(search)) {
        struct pl_range window = window_at(search, at, BEHIND, AHEAD);
        if (find(search, window, at, &match)) {
            pl_pattern_report(search, &match, window);
        }
    }
}

/* All matches in the block that begin before `limit`; returns where the next
 * search may begin. */
static uint32_t search_window(struct pl_pattern_search *search,
                              struct pl_range window, uint32_t from,
                              uint32_t limit)
{
    struct pl_match match;
    while (from < limit && find(search, window, from, &match)) {
        uint32_t start = window.start + (uint32_t)match.start[0];
        uint32_t end = window.start + (uint32_t)match.end[0];
        if (start >= limit) {
            return start;
        }
        pl_pattern_report(search, &match, window);
        pl_str text = search->run->plan->text;
        size_t len = 1;
        if (end == start && end < text.len) {
            pl_utf8_decode(text, end, &len);
        }
        from = end > start ? end : end + (uint32_t)len;
    }
    return from > limit ? from : limit;
}

static void search_block(struct pl_pattern_search *search)
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

void pl_pattern_search_blocks(struct pl_pattern_search *search)
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
