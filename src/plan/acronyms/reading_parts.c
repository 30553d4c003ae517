#include "plan/acronyms/reading_parts.h"

#include <stdbool.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/chars.h"
#include "plan/entities/roles.h"
#include "plan/plan.h"

enum { COLLECTION = 2 }; /* decisions from which on each is read alone */

static bool has_digit(pl_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (pl_is_digit(text.data[i])) {
            return true;
        }
    }
    return false;
}

static bool begins_with_instrument(pl_str title)
{
    static const pl_str words[] = {
#define PL_NUMBERED_INSTRUMENT(word, name, is_plural) PL_STR(word),
#include "plan/references/instrument.def"
    };
    pl_str rest = title;
    pl_str first = pl_str_split(&rest, ' ');
    for (size_t i = 0; i < PL_COUNT(words); i++) {
        if (pl_str_eq_ignore_case(first, words[i])) {
            return has_digit(rest);
        }
    }
    return false;
}

/* "Decision 12": one of a collection. */
static bool is_item(const struct pl_plan *plan, uint32_t section)
{
    const struct pl_section *it = &plan->sections[section];
    return it->part_kind == PL_PART_RESOLUTION ||
           it->part_kind == PL_PART_DECISION ||
           begins_with_instrument(pl_range_text(plan->text, it->title)) ||
           begins_with_instrument(pl_range_text(plan->text, it->number));
}

static bool is_annex(const struct pl_plan *plan, uint32_t section)
{
    return plan->sections[section].kind == PL_SECTION_ANNEX &&
           pl_plan_part_of(plan, plan->sections[section].parent) == PL_NONE;
}

/* The block where a table of contents begins: what stands before one is read
 * by itself. 0 when there is none near the beginning. */
static uint32_t find_contents(const struct pl_plan *plan)
{
    for (uint32_t i = 0; i < plan->blocks_count / 2; i++) {
        if (plan->blocks[i].kind == PL_BLOCK_TOC) {
            return i;
        }
    }
    return 0;
}

/* The part that goes on, and where it ends. */
struct reader {
    const struct pl_plan *plan;
    uint32_t part;
    uint32_t end; /* section after its last, when it ends by itself */
};

static void read_section(struct reader *r, uint32_t section)
{
    const struct pl_section *it = &r->plan->sections[section];
    if (section >= r->end) {
        r->part = PL_NONE;
        r->end = PL_NONE;
    }
    if (r->plan->is_collection && is_item(r->plan, section)) {
        r->part = section;
        r->end = PL_NONE;
    } else if (is_annex(r->plan, section) ||
               (r->part == PL_NONE &&
                pl_role_of_section(r->plan, section) == PL_ROLE_FOREWORD)) {
        r->part = section;
        r->end = it->subtree_end;
    }
}

void pl_reading_parts_find(struct pl_arena *arena, struct pl_plan *plan)
{
    uint32_t *parts =
        pl_arena_array(arena, plan->sections_count, sizeof(*parts));
    uint32_t items = 0;
    for (uint32_t i = 0; i < plan->sections_count; i++) {
        items += is_item(plan, i);
    }
    plan->is_collection = items >= COLLECTION;
    struct reader r = {.plan = plan, .part = PL_NONE, .end = PL_NONE};
    uint32_t contents = plan->is_collection ? 0 : find_contents(plan);
    for (uint32_t i = 0; i < plan->sections_count; i++) {
        if (plan->sections[i].heading < contents) {
            parts[i] = 0; /* with all others before the contents */
            continue;
        }
        read_section(&r, i);
        parts[i] = r.part;
    }
    plan->reading_parts = parts;
}
