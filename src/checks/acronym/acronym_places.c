/* Where an acronym stands: in which part, in a sentence, aside. */
#include "base/chars.h"
#include "checks/acronym/acronym.h"
#include "checks/checks.h"
#include "plan/entities/roles.h"
#include "plan/plan.h"

enum { NEAR = 300 }; /* bytes in which a quotation or a link must open */

uint32_t pl_acronym_part(const struct pl_plan *plan, uint32_t block)
{
    uint32_t section = plan->blocks[block].section;
    return section != PL_NONE ? plan->reading_parts[section] : PL_NONE;
}

bool pl_acronym_part_is_annex(const struct pl_section *section)
{
    return section->part_kind == PL_PART_ANNEX ||
           section->part_kind == PL_PART_APPENDIX ||
           section->part_kind == PL_PART_ATTACHMENT ||
           section->part_kind == PL_PART_SCHEDULE;
}

bool pl_acronym_has_number(const struct pl_plan *plan, struct pl_range range)
{
    pl_str after = pl_str_slice(plan->text, range.end, plan->text.len);
    static const pl_str joints = PL_STR("-~^");
    return after.len > 1 && pl_is_digit(after.data[1]) &&
           pl_str_find_char(joints, after.data[0], 0) != PL_NOWHERE;
}

bool pl_acronym_is_in_sentence(const struct pl_plan *plan, uint32_t block)
{
    static const pl_str ends = PL_STR(".;:,?!");
    pl_str text = pl_range_text(
        plan->text, pl_range_trim(plan->text, plan->blocks[block].content));
    while (text.len > 0 &&
           (text.data[text.len - 1] == ')' || text.data[text.len - 1] == ']' ||
            text.data[text.len - 1] == '"' || text.data[text.len - 1] == '*')) {
        text.len--;
    }
    return text.len > 0 &&
           pl_str_find_char(ends, text.data[text.len - 1], 0) != PL_NOWHERE;
}

uint32_t pl_acronym_part_of_use(const struct pl_plan *plan,
                                const struct pl_acronym *it, uint32_t use)
{
    uint32_t start = plan->words->items[it->uses[use]].start;
    return pl_acronym_part(plan, pl_plan_block_at(plan, start));
}

/* Marks that open something, each with the one that closes it. */
static const struct marks {
    pl_str open;
    pl_str close;
} quotes[] = {
    {PL_STR("\u201C"), PL_STR("\u201D")},
    {PL_STR("\u00AB"), PL_STR("\u00BB")},
    {PL_STR("\u2018"), PL_STR("\u2019")},
    {PL_STR("\u201E"), PL_STR("\u201C")},
};

static size_t last_of(pl_str text, pl_str mark)
{
    for (size_t at = text.len; at-- > 0;) {
        if (text.data[at] == mark.data[0] &&
            pl_str_starts(pl_str_slice(text, at, text.len), mark)) {
            return at;
        }
    }
    return PL_NOWHERE;
}

/* The text of the block around a range, within reach. */
struct surroundings {
    pl_str before;
    pl_str after;
};

static struct surroundings around(const struct pl_plan *plan,
                                  struct pl_range range)
{
    struct pl_range in =
        plan->blocks[pl_plan_block_at(plan, range.start)].range;
    size_t from = range.start > in.start + NEAR ? range.start - NEAR : in.start;
    size_t to = range.end + NEAR < in.end ? range.end + NEAR : in.end;
    return (struct surroundings){
        pl_str_slice(plan->text, from, range.start),
        pl_str_slice(plan->text, range.end, to > range.end ? to : range.end)};
}

static bool is_in_quotes(const struct surroundings *it)
{
    for (size_t i = 0; i < sizeof(quotes) / sizeof(*quotes); i++) {
        size_t open = last_of(it->before, quotes[i].open);
        size_t closed = last_of(it->before, quotes[i].close);
        bool is_open =
            open != PL_NOWHERE && (closed == PL_NOWHERE || closed < open);
        if (is_open &&
            pl_str_find(it->after, quotes[i].close, 0) != PL_NOWHERE) {
            return true;
        }
    }
    size_t count = 0;
    for (size_t i = 0; i < it->before.len; i++) {
        count += it->before.data[i] == '"';
    }
    return count % 2 == 1 && pl_str_find_char(it->after, '"', 0) != PL_NOWHERE;
}

/* "[Children's Act (COPPA)](https://...)", "![Map of ...](map.png)". */
static bool is_in_link(const struct surroundings *it)
{
    size_t open = last_of(it->before, (pl_str)PL_STR("["));
    size_t closed = last_of(it->before, (pl_str)PL_STR("]"));
    size_t end = pl_str_find_char(it->after, ']', 0);
    bool is_open =
        open != PL_NOWHERE && (closed == PL_NOWHERE || closed < open);
    return is_open && end != PL_NOWHERE && end + 1 < it->after.len &&
           (it->after.data[end + 1] == '(' || it->after.data[end + 1] == '[');
}

static bool is_in_references(const struct pl_plan *plan, uint32_t offset)
{
    uint32_t section = plan->blocks[pl_plan_block_at(plan, offset)].section;
    for (; section != PL_NONE; section = plan->sections[section].parent) {
        if (pl_role_of_section(plan, section) == PL_ROLE_REFERENCES) {
            return true;
        }
    }
    return false;
}

/* Right behind a mark that opens something, closed or not. */
static bool is_behind_opening(pl_str before)
{
    static const pl_str openings[] = {PL_STR("["), PL_STR("'"),
                                      PL_STR("\u2018")};
    for (size_t i = 0; i < sizeof(openings) / sizeof(*openings); i++) {
        if (pl_str_ends(before, openings[i])) {
            return true;
        }
    }
    return false;
}

bool pl_acronym_is_aside(const struct pl_run *run, struct pl_range range)
{
    struct surroundings it = around(run->plan, range);
    return is_behind_opening(it.before) || is_in_quotes(&it) ||
           is_in_link(&it) || is_in_references(run->plan, range.start);
}
