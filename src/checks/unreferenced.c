/* unreferenced: an annex, a table or a figure with a number that the text
 * never speaks of, in a document that speaks of at least half of its kind.
 *
 * Params: "of": "annex", "table" or "figure". Message: {name} ("Annex 2"). */
#include "base/arena.h"
#include "base/chars.h"
#include "base/search.h"
#include "checks/checks.h" // IWYU pragma: keep (declares ours)
#include "checks/shared/known_labels.h"
#include "checks/shared/params.h"
#include "plan/plan.h"

static const char *const kind_names[] = {
    [PL_REFERENCE_ANNEX] = "annex",
    [PL_REFERENCE_TABLE] = "table",
    [PL_REFERENCE_FIGURE] = "figure",
};

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    struct pl_params reader = {arena, json, error};
    return pl_params_load_choice(&reader, rule, "of", PL_CHOICES(kind_names));
}

/* The things with a number, in the order of the document. */
struct things {
    struct pl_range *ranges;
    int64_t *changes; /* in how many references, from one to the next */
    uint32_t count;
};

static void add(struct things *things, struct pl_range range)
{
    things->ranges[things->count++] = range;
}

static struct things new_things(struct pl_arena *arena, uint32_t most)
{
    return (struct things){
        .ranges = pl_arena_array(arena, most + 1, sizeof(struct pl_range)),
        .changes = pl_arena_array(arena, most + 2, sizeof(int64_t))};
}

static struct things find_captions(struct pl_run *run,
                                   enum pl_caption_kind kind)
{
    const struct pl_plan *plan = run->plan;
    struct things things = new_things(run->arena, plan->captions_count);
    for (uint32_t i = 0; i < plan->captions_count; i++) {
        const struct pl_caption *caption = &plan->captions[i];
        if (caption->kind == kind && caption->label.count) {
            add(&things, caption->range);
        }
    }
    return things;
}

/* Not a part, nor a resolution among others. */
static bool is_annex(const struct pl_section *section)
{
    return section->label.count && (section->part_kind == PL_PART_ANNEX ||
                                    section->part_kind == PL_PART_APPENDIX ||
                                    section->part_kind == PL_PART_ATTACHMENT ||
                                    section->part_kind == PL_PART_SCHEDULE);
}

/* An annex at the beginning is the document itself. */
static struct things find_annexes(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    struct things things = new_things(run->arena, plan->sections_count);
    for (uint32_t i = 1; i < plan->sections_count; i++) {
        const struct pl_section *section = &plan->sections[i];
        if (is_annex(section)) {
            add(&things, section->number);
        }
    }
    return things;
}

/* The first thing that ends after `offset`. */
static uint32_t find_at(const struct things *things, uint32_t offset)
{
    return PL_FIRST_FROM(things->ranges, things->count, end, offset + 1);
}

static bool is_thing(const struct things *things, uint32_t at,
                     struct pl_range target)
{
    return at < things->count && !pl_range_is_empty(target) &&
           things->ranges[at].start <= target.start;
}

/* Counts a reference for all things from `target` to `target_end`. */
static bool count_reference(struct things *things,
                            const struct pl_reference *reference)
{
    uint32_t first = find_at(things, reference->target.start);
    if (!is_thing(things, first, reference->target)) {
        return false;
    }
    uint32_t last = first;
    if (reference->to.count) {
        uint32_t end = find_at(things, reference->target_end.start);
        last = is_thing(things, end, reference->target_end) && end > first
                   ? end
                   : first;
    }
    things->changes[first]++;
    things->changes[last + 1]--;
    return true;
}

/* "The table below" speaks of the nearest one. */
static void count_unlabelled(struct things *things,
                             const struct pl_reference *reference)
{
    uint32_t next = find_at(things, reference->range.start);
    bool is_above = reference->direction == PL_DIRECTION_ABOVE;
    if (is_above && next > 0) {
        next--;
    }
    if (next < things->count) {
        things->changes[next]++;
        things->changes[next + 1]--;
    }
}

static bool count_references(struct pl_run *run, struct things *things)
{
    size_t of = pl_params_choice_of(run->rule);
    bool any = false;
    for (uint32_t i = 0; i < run->plan->references_count; i++) {
        const struct pl_reference *reference = &run->plan->references[i];
        if ((size_t)reference->kind != of) {
            continue;
        }
        if (reference->resolution == PL_RESOLUTION_FOUND) {
            any |= count_reference(things, reference);
        } else if (reference->resolution == PL_RESOLUTION_UNLABELLED) {
            count_unlabelled(things, reference);
        }
    }
    return any;
}

static struct things find_things(struct pl_run *run)
{
    size_t of = pl_params_choice_of(run->rule);
    if (of == PL_REFERENCE_ANNEX) {
        return find_annexes(run);
    }
    return find_captions(run, of == PL_REFERENCE_TABLE ? PL_CAPTION_TABLE
                                                       : PL_CAPTION_FIGURE);
}

enum { STEM = 5, MOST_PLACES = 4096 }; /* letters; places looked at */

/* What a thing is called: "Annex", "I". */
struct name {
    struct pl_range range;
    pl_str stem; /* of the keyword, without the ending of a plural */
    pl_str number;
};

static struct name name_of(const struct pl_plan *plan, struct pl_range range)
{
    pl_str text = pl_range_text(plan->text, range);
    size_t end = 0;
    while (end < text.len && pl_is_letter(text.data[end])) {
        end++;
    }
    size_t number = end;
    while (number < text.len && !pl_is_alnum(text.data[number])) {
        number++;
    }
    return (struct name){range, pl_str_slice(text, 0, end < STEM ? end : STEM),
                         pl_str_slice(text, number, text.len)};
}

/* Whether the name stands at word `at`, outside headings. */
static bool is_name_at(const struct pl_plan *plan, uint32_t at,
                       const struct name *name)
{
    const struct pl_words *words = plan->words;
    uint32_t start = pl_word_range(words, at).start;
    if (at == 0 || pl_range_has(name->range, start)) {
        return false;
    }
    size_t end = start + name->number.len;
    pl_str keyword = pl_word_text(words, at - 1);
    uint32_t block = pl_plan_block_at(plan, start);
    return pl_str_eq_ignore_case(pl_str_slice(keyword, 0, name->stem.len),
                                 name->stem) &&
           pl_str_eq_ignore_case(pl_str_slice(plan->text, start, end),
                                 name->number) &&
           (end >= plan->text.len || !pl_is_alnum(plan->text.data[end])) &&
           block != PL_NONE && plan->blocks[block].kind != PL_BLOCK_HEADING;
}

/* Whether the text has the name of the thing elsewhere, in a form that was not
 * read as a reference. */
static bool is_named(const struct pl_plan *plan, struct pl_range thing)
{
    const struct pl_words *words = plan->words;
    struct name name = name_of(plan, thing);
    size_t len = 0;
    while (len < name.number.len && pl_is_alnum(name.number.data[len])) {
        len++;
    }
    uint32_t index = pl_words_form(words, pl_str_slice(name.number, 0, len));
    if (index == PL_NONE || name.stem.len == 0) {
        return false;
    }
    const struct pl_form *form = &words->forms[index];
    for (uint32_t i = 0; i < form->count && i < MOST_PLACES; i++) {
        if (is_name_at(plan, words->postings[form->first_posting + i], &name)) {
            return true;
        }
    }
    return false;
}

/* Those that no reference counted for `things` speaks of. */
static struct things find_silent(struct pl_run *run,
                                 const struct things *things)
{
    struct things silent = new_things(run->arena, things->count);
    int64_t count = 0;
    for (uint32_t i = 0; i < things->count; i++) {
        count += things->changes[i];
        if (count == 0 && !is_named(run->plan, things->ranges[i])) {
            add(&silent, things->ranges[i]);
        }
    }
    return silent;
}

static void run_unreferenced(struct pl_run *run)
{
    struct things things = find_things(run);
    if (!count_references(run, &things)) {
        return;
    }
    struct things silent = find_silent(run, &things);
    bool is_custom = silent.count > things.count - silent.count;
    for (uint32_t i = 0; i < silent.count && !is_custom; i++) {
        pl_str name = pl_range_text(run->plan->text, silent.ranges[i]);
        PL_FINDING(run, silent.ranges[i], {"name", name});
    }
}

const struct pl_check pl_check_unreferenced = {
    .name = "unreferenced",
    .load = load,
    .run = run_unreferenced,
};
