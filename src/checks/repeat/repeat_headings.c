/* Headings that have the same title under the same heading. */
#include <assert.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/chars.h"
#include "base/map.h"
#include "base/vec.h"
#include "checks/repeat/repeat.h"
#include "lint/check.h"
#include "plan/plan.h"
#include "plan/roman.h"
#include "text/source.h"

/* The title in small letters, after the heading above it. */
static pl_str key_of(const struct pl_run *run, const struct pl_section *section)
{
    struct pl_buf key = pl_buf_in(run->scratch);
    pl_str title = pl_range_text(run->plan->text, section->title);
    pl_buf_add_number(&key, section->parent);
    pl_buf_add_char(&key, ' ');
    for (size_t i = 0; i < title.len; i++) {
        pl_buf_add_char(&key, pl_to_lower(title.data[i]));
    }
    return pl_buf_str(&key);
}

/* "Article 8", "PART III", "Ordinance No. 62-98": a number is what it tells by,
 * and the parts of a text may each begin anew. */
static bool is_numbered_label(pl_str title)
{
    enum { MOST_WORDS = 3 };
    size_t words = 1;
    size_t last = 0; /* where the last word begins */
    for (size_t i = 1; i < title.len; i++) {
        if (pl_is_space(title.data[i - 1]) && !pl_is_space(title.data[i])) {
            last = i;
            words++;
        }
    }
    pl_str number = pl_str_slice(title, last, title.len);
    return words > 1 && words <= MOST_WORDS &&
           (pl_is_digit(number.data[0]) || pl_roman_value(number) > 0);
}

/* A title of nothing but a full stop is a part of another one. */
static bool has_words(const struct pl_plan *plan, struct pl_range title)
{
    pl_str text = pl_range_text(plan->text, title);
    for (size_t i = 0; i < text.len; i++) {
        if (pl_is_alnum(text.data[i]) || pl_is_wide(text.data[i])) {
            return true;
        }
    }
    return false;
}

/* In a Word file that marks headings others may only look like one. */
static bool is_marked(const struct pl_plan *plan,
                      const struct pl_section *section)
{
    enum pl_format format = plan->source->format;
    uint32_t start = plan->blocks[section->heading].range.start;
    return format == PL_FORMAT_MARKDOWN ||
           (format == PL_FORMAT_WORD && plan->text.data[start] == '#');
}

/* A number of two parts or mark-up shows it; a line that only looks like a
 * title may be a label of something, "4 Weeks before" begins with its number.
 */
static bool is_certain(const struct pl_plan *plan,
                       const struct pl_section *section)
{
    if (!has_words(plan, section->title) ||
        is_numbered_label(pl_range_text(plan->text, section->title))) {
        return false;
    }
    bool has_parts =
        section->kind == PL_SECTION_NUMBERED && section->label.count > 1;
    return has_parts ||
           (section->kind == PL_SECTION_TITLE && is_marked(plan, section));
}

static uint32_t typed_level(const struct pl_plan *plan,
                            const struct pl_section *section)
{
    uint32_t at = plan->blocks[section->heading].range.start;
    uint32_t level = 0;
    while (at + level < plan->text.len && plan->text.data[at + level] == '#') {
        level++;
    }
    return level;
}

/* Where many headings are all marked alike, but perhaps the title, which of
 * them stand below others was lost. */
static bool is_flat(const struct pl_plan *plan)
{
    enum { MANY = 30 };
    if (plan->sections_count < MANY) {
        return false;
    }
    uint32_t first = typed_level(plan, &plan->sections[1]);
    for (uint32_t i = 2; i < plan->sections_count; i++) {
        if (typed_level(plan, &plan->sections[i]) != first) {
            return false;
        }
    }
    return first > 0;
}

/* The sections that have one title under one heading. */
struct namesakes {
    uint32_t first;  /* section */
    uint32_t second; /* section */
    uint32_t count;
};

struct finder {
    struct pl_map *seen; /* from key to `found` */
    PL_VEC(struct namesakes) found;
};

static void add(const struct pl_run *run, struct finder *it, uint32_t section)
{
    pl_str key = key_of(run, &run->plan->sections[section]);
    uint32_t index = pl_map_get_or_add(it->seen, key, (uint32_t)it->found.len);
    bool is_new = index == it->found.len;
    struct namesakes *namesakes = is_new ? PL_VEC_PUSH(run->scratch, &it->found)
                                         : &it->found.items[index];
    assert(namesakes);
    namesakes->first = is_new ? section : namesakes->first;
    namesakes->second = namesakes->count == 1 ? section : namesakes->second;
    namesakes->count++;
}

void pl_repeat_headings(struct pl_run *run,
                        const struct pl_repeat_params *params)
{
    const struct pl_plan *plan = run->plan;
    struct finder finder = {.seen =
                                pl_map_new(run->scratch, plan->sections_count)};
    uint32_t count = is_flat(plan) ? 0 : plan->sections_count;
    for (uint32_t i = 0; i < count; i++) {
        if (is_certain(plan, &plan->sections[i])) {
            add(run, &finder, i);
        }
    }
    for (size_t i = 0; i < finder.found.len; i++) {
        const struct namesakes *it = &finder.found.items[i];
        if (it->count < 2 || it->count > params->max_times) {
            continue;
        }
        struct pl_range title = plan->sections[it->second].title;
        struct pl_finding *finding =
            PL_FINDING(run, title, {"text", pl_range_text(plan->text, title)});
        pl_finding_relate(run->findings, finding,
                          plan->sections[it->first].title, "the other one");
    }
}
