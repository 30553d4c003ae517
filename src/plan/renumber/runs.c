#include "plan/renumber/runs.h"

#include "base/arena.h"
#include "plan/plan.h"
#include "plan/renumber/numbering.h"
#include "plan/renumber/run_members.h"

enum {
    FAR = 20, /* a number so far from the others is none of them */
    MOST_BIS = 8,
    FEW_STEPS = 3, /* from one number to the next, that show nothing */
    FEW_BACK = 12, /* steps to one that goes back */
    FIRST_YEAR = 1900,
    LAST_YEAR = 2100,
};

/* A run being numbered. */
struct counter {
    struct pl_runs *runs;
    struct pl_numbering *numbering;
    struct pl_run *run;
    struct pl_renumber_request request;
};

static struct pl_numbered *member(const struct counter *c, size_t i)
{
    return &c->numbering->items[c->run->members.items[i]];
}

static struct pl_label_part part_of(const struct counter *c, size_t i)
{
    struct pl_label label = member(c, i)->label;
    return label.parts[label.count - 1];
}

static void leave(const struct counter *c, size_t i,
                  enum pl_renumber_reason reason)
{
    *PL_VEC_PUSH(c->runs->arena, &c->runs->left) =
        (struct pl_renumber_left){member(c, i)->range, reason};
}

static bool is_new(const struct counter *c, size_t i)
{
    return member(c, i)->model != PL_NONE;
}

static bool is_above(uint32_t a, uint32_t b)
{
    return a > b + FAR;
}

static bool is_year(struct pl_label label)
{
    return label.count == 1 && label.parts[0].style == PL_LABEL_DECIMAL &&
           label.parts[0].value >= FIRST_YEAR &&
           label.parts[0].value <= LAST_YEAR;
}

/* A year or an amount among the numbers: far above both of its neighbours. */
static bool is_far(const struct counter *c, size_t i)
{
    if (is_year(member(c, i)->label)) {
        return true;
    }
    uint32_t value = part_of(c, i).value;
    size_t count = c->run->members.len;
    bool has_next = i + 1 < count;
    if (count < 2) {
        return false;
    }
    return (i == 0 || is_above(value, part_of(c, i - 1).value)) &&
           (has_next ? is_above(value, part_of(c, i + 1).value) : i > 0);
}

/* Whether the number can be typed in the form of the one that is there. */
static bool can_write(const struct counter *c, size_t i,
                      struct pl_label_part part)
{
    const struct pl_numbered *it = member(c, i);
    const struct pl_numbered *form =
        is_new(c, i) ? &c->numbering->items[it->model] : it;
    if (form->typed.count == 0) {
        return it->is_damaged;
    }
    struct pl_range old = form->typed.parts[form->typed.count - 1];
    pl_str written;
    return pl_typed_write(c->runs->arena, c->numbering->plan->text, &old, part,
                          &written);
}

static bool give(const struct counter *c, size_t i, struct pl_label_part part)
{
    struct pl_numbered *it = &c->numbering->items[member(c, i)->same];
    if (!can_write(c, i, part)) {
        leave(c, i, PL_LEFT_FORM);
        return false;
    }
    it->new_label.parts[it->new_label.count - 1] = part;
    it->has_own = true;
    return true;
}

static void number_plainly(const struct counter *c)
{
    uint32_t next = part_of(c, 0).value;
    uint32_t first = c->request.first;
    for (size_t i = 0; i < c->run->members.len; i++) {
        struct pl_label_part part = part_of(c, i);
        if (i == c->run->from && first > 0) {
            next = first;
        }
        if (is_far(c, i) || next > UINT16_MAX) {
            if (i >= c->run->from) {
                leave(c, i, PL_LEFT_FAR);
            }
            continue;
        }
        if (i < c->run->from) {
            next = part.value;
        } else {
            part = (struct pl_label_part){.value = (uint16_t)next,
                                          .style = part.style};
            if (!give(c, i, part)) {
                return;
            }
        }
        next++;
    }
}

/* How the numbers of a run go on. */
struct steps {
    size_t count;
    size_t following;
    size_t same;
    size_t back; /* by more than one: a new beginning, or a part that moved */
};

static struct steps count_steps(const struct counter *c)
{
    struct steps steps = {.count = c->run->members.len - 1};
    for (size_t i = 0; i < steps.count; i++) {
        struct pl_label a = member(c, i)->label;
        struct pl_label b = member(c, i + 1)->label;
        steps.following += pl_label_follows(a, b);
        steps.same += pl_label_eq(a, b);
        steps.back += part_of(c, i + 1).value + 1U < part_of(c, i).value;
    }
    return steps;
}

/* Whether the numbers of a run follow each other more often than not, and do
 * not begin anew again and again. */
static bool is_series(const struct counter *c)
{
    struct steps steps = count_steps(c);
    if (steps.count > 0 && steps.same == steps.count) {
        return part_of(c, 0).value == 1;
    }
    bool begins_anew = steps.back > 1 && steps.back * FEW_BACK > steps.count;
    return !begins_anew &&
           (steps.count < FEW_STEPS || steps.following * 2 >= steps.count);
}

static bool is_inserted(struct pl_label_part part)
{
    return part.bis != 0 || part.letter != 0;
}

/* The number to insert after `last`; false when there is no further one. */
static bool next_insertion(const struct counter *c, struct pl_label_part last,
                           uint8_t parts, struct pl_label_part *next)
{
    *next = last;
    bool is_letter = last.letter != 0 ||
                     (!last.bis && c->request.style == PL_RENUMBER_LETTER &&
                      last.style == PL_LABEL_DECIMAL);
    if (is_letter) {
        char first = parts > 1 ? 'a' : 'A';
        next->letter = last.letter ? (char)(last.letter + 1) : first;
        return last.letter != 'z' && last.letter != 'Z';
    }
    next->bis = (last.bis ? last.bis + 1U : 2U) & PL_LABEL_MASK;
    return next->bis <= MOST_BIS;
}

static bool is_same(struct pl_label_part a, struct pl_label_part b)
{
    struct pl_label first = {.count = 1, .parts = {a}};
    struct pl_label second = {.count = 1, .parts = {b}};
    return pl_label_eq(first, second);
}

/* Whether one of the members after `i` that go on with its number is `part`. */
static bool comes_later(const struct counter *c, size_t i,
                        struct pl_label_part part)
{
    while (++i < c->run->members.len && part_of(c, i).value == part.value) {
        if (is_same(part_of(c, i), part)) {
            return true;
        }
    }
    return false;
}

static void number_insertions(const struct counter *c)
{
    struct pl_label_part base = part_of(c, 0); /* the last one without bis */
    struct pl_label_part last = base;
    for (size_t i = 1; i < c->run->members.len; i++) {
        struct pl_label_part part = part_of(c, i);
        bool doubles =
            is_new(c, i) || (is_same(part, base) && !is_inserted(part));
        if (!doubles || i < c->run->from) {
            base = is_inserted(part) ? base : part;
            last = part;
            continue;
        }
        struct pl_label_part next;
        if (!next_insertion(c, last, member(c, i)->label.count, &next) ||
            comes_later(c, i, next)) {
            leave(c, i, PL_LEFT_NO_ROOM);
        } else if (give(c, i, next)) {
            last = next;
        }
    }
}

/* ----- numbers that have to be kept ----- */

static bool is_to_change(const struct counter *c, size_t i)
{
    const struct pl_numbered *it = &c->numbering->items[member(c, i)->same];
    return it->has_own && (is_new(c, i) || it->is_damaged ||
                           !pl_label_eq(it->label, it->new_label));
}

static void leave_all(const struct counter *c)
{
    for (size_t i = 0; i < c->run->members.len; i++) {
        const struct pl_numbered *it = member(c, i);
        struct pl_numbered *same = &c->numbering->items[it->same];
        if (is_to_change(c, i)) {
            leave(c, i, it->is_kept ? it->why_kept : PL_LEFT_BESIDE);
        }
        same->new_label = same->label;
        same->has_own = false;
    }
}

/* All of a run or nothing; the first of what is kept stands for the others when
 * nothing would change. */
static void respect_kept(const struct counter *c)
{
    size_t changing = 0;
    size_t first_kept = SIZE_MAX;
    bool is_hindered = false;
    for (size_t i = c->run->from; i < c->run->members.len; i++) {
        bool is_kept = member(c, i)->is_kept;
        changing += is_to_change(c, i);
        is_hindered = is_hindered || (is_kept && is_to_change(c, i));
        first_kept = is_kept && first_kept == SIZE_MAX ? i : first_kept;
    }
    if (is_hindered) {
        leave_all(c);
    } else if (changing == 0 && first_kept != SIZE_MAX) {
        leave(c, first_kept, member(c, first_kept)->why_kept);
    }
}

static void number_run(struct pl_runs *runs, struct pl_numbering *numbering,
                       struct pl_renumber_request request, uint32_t run)
{
    struct counter c = {.runs = runs,
                        .numbering = numbering,
                        .run = &runs->items.items[run],
                        .request = request};
    if (request.offset == PL_NONE && !is_series(&c)) {
        leave(&c, 0, PL_LEFT_NO_SERIES);
    } else if (request.style == PL_RENUMBER_PLAIN) {
        number_plainly(&c);
    } else {
        number_insertions(&c);
    }
    respect_kept(&c);
}

/* Of the two numbers the one that an offset chooses: the last one before it in
 * its block, else the first one after it. */
static bool is_better(const struct pl_numbered *found,
                      const struct pl_numbered *best, uint32_t offset)
{
    uint32_t start = found->range.start;
    uint32_t other = best->range.start;
    if (start <= offset && other <= offset) {
        return start > other;
    }
    return start <= offset || (other > offset && start < other);
}

uint32_t pl_runs_entry_at(struct pl_runs *runs,
                          const struct pl_numbering *numbering, uint32_t offset,
                          uint32_t *run)
{
    uint32_t block = pl_plan_block_at(numbering->plan, offset);
    uint32_t best = PL_NONE;
    for (uint32_t i = 0; i < runs->items.len; i++) {
        struct pl_run *it = &runs->items.items[i];
        for (uint32_t k = 0; k < it->members.len; k++) {
            uint32_t index = it->members.items[k];
            const struct pl_numbered *found = &numbering->items[index];
            bool is_before = block != PL_NONE && found->block < block;
            if (!is_before &&
                (best == PL_NONE ||
                 is_better(found, &numbering->items[best], offset))) {
                best = index;
                *run = i;
                it->from = k;
            }
        }
    }
    return best;
}

/* A thing without a number after the one that it is to look like. */
static uint32_t add_unnumbered(struct pl_numbering *numbering, uint32_t model,
                               uint32_t block, uint32_t start)
{
    uint32_t index = numbering->count++;
    struct pl_numbered *added = &numbering->items[index];
    *added = numbering->items[model];
    added->range = (struct pl_range){start, start};
    added->block = block;
    added->same = index;
    added->next_same = PL_NONE;
    added->model = model;
    added->is_damaged = false;
    return index;
}

/* The numbered paragraph before a block that has no number; PL_NONE. */
static uint32_t paragraph_before(const struct pl_numbering *numbering,
                                 uint32_t block)
{
    const struct pl_plan *plan = numbering->plan;
    const struct pl_block *it = &plan->blocks[block];
    uint32_t found = pl_plan_paragraph_at(plan, block);
    return it->kind == PL_BLOCK_PARAGRAPH && it->detail == PL_NONE &&
                   pl_range_is_empty(it->marker) &&
                   !pl_range_is_empty(it->content) && found != PL_NONE &&
                   plan->blocks[plan->paragraphs[found].block].section ==
                       it->section
               ? numbering->first[PL_NUMBERED_PARAGRAPH] + found
               : PL_NONE;
}

/* The numbered section before a heading without a number, at its level. */
static uint32_t section_before(const struct pl_numbering *numbering,
                               uint32_t block)
{
    const struct pl_plan *plan = numbering->plan;
    uint32_t section = plan->blocks[block].section;
    if (section == PL_NONE || plan->sections[section].heading != block ||
        plan->sections[section].kind != PL_SECTION_TITLE ||
        pl_range_is_empty(plan->sections[section].title)) {
        return PL_NONE;
    }
    const struct pl_section *own = &plan->sections[section];
    for (uint32_t i = section; i-- > 0 && i != own->parent;) {
        const struct pl_section *it = &plan->sections[i];
        if (it->parent == own->parent && it->level == own->level) {
            return it->kind == PL_SECTION_NUMBERED
                       ? numbering->first[PL_NUMBERED_SECTION] + i
                       : PL_NONE;
        }
    }
    return PL_NONE;
}

uint32_t pl_runs_before_unnumbered(const struct pl_numbering *numbering,
                                   enum pl_renumber_kind kind, uint32_t offset)
{
    uint32_t block = pl_plan_block_at(numbering->plan, offset);
    if (block == PL_NONE) {
        return PL_NONE;
    }
    if (kind == PL_RENUMBER_PARAGRAPHS) {
        return paragraph_before(numbering, block);
    }
    return kind == PL_RENUMBER_SECTIONS ? section_before(numbering, block)
                                        : PL_NONE;
}

/* Where the number goes of what has none. */
static uint32_t start_of_text(const struct pl_plan *plan, uint32_t block)
{
    const struct pl_block *it = &plan->blocks[block];
    return it->kind == PL_BLOCK_HEADING
               ? plan->sections[it->section].title.start
               : it->content.start;
}

/* Adds what has no number after its model; false when that is in no run. */
static bool insert_unnumbered(struct pl_runs *runs,
                              struct pl_numbering *numbering, uint32_t model,
                              uint32_t offset)
{
    uint32_t run = numbering->items[model].run;
    if (run == PL_NONE) {
        return false;
    }
    uint32_t block = pl_plan_block_at(numbering->plan, offset);
    uint32_t added = add_unnumbered(numbering, model, block,
                                    start_of_text(numbering->plan, block));
    struct pl_run *it = &runs->items.items[run];
    PL_VEC_PUSH(runs->arena, &it->members);
    size_t at = it->members.len - 1;
    while (it->members.items[at - 1] != model) {
        it->members.items[at] = it->members.items[at - 1];
        at--;
    }
    it->members.items[at] = added;
    it->from = (uint32_t)at;
    return true;
}

/* The run that the offset chooses, its `from` set; PL_NONE. */
static uint32_t choose(struct pl_runs *runs, struct pl_numbering *numbering,
                       struct pl_renumber_request request)
{
    uint32_t run;
    uint32_t model =
        pl_runs_before_unnumbered(numbering, request.kind, request.offset);
    if (model != PL_NONE &&
        insert_unnumbered(runs, numbering, model, request.offset)) {
        return numbering->items[model].run;
    }
    return pl_runs_entry_at(runs, numbering, request.offset, &run) == PL_NONE
               ? PL_NONE
               : run;
}

uint32_t pl_runs_number(struct pl_runs *runs, struct pl_numbering *numbering,
                        struct pl_renumber_request request)
{
    pl_run_members_find(runs, numbering, request.kind);
    if (request.offset != PL_NONE) {
        uint32_t run = choose(runs, numbering, request);
        if (run != PL_NONE) {
            number_run(runs, numbering, request, run);
        }
        return run != PL_NONE;
    }
    for (uint32_t i = 0; i < runs->items.len; i++) {
        number_run(runs, numbering, request, i);
    }
    return (uint32_t)runs->items.len;
}
