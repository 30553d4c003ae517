#include "plan/renumber/rewriter.h"

#include "base/arena.h"
#include "base/buf.h"
#include "plan/plan.h"
#include "plan/renumber/numbering.h"

static bool is_same_part(struct pl_label_part a, struct pl_label_part b)
{
    return a.value == b.value && a.style == b.style && a.bis == b.bis &&
           a.letter == b.letter;
}

/* Says why by the failure. */
static bool is_kept(struct pl_rewriter *r, struct pl_range range)
{
    const struct pl_renumber_keeper *keeper = r->keeper;
    return keeper && keeper->keeps(keeper->context, range, &r->failure);
}

/* The edit of one part; false when it cannot be written. */
static bool add_part(struct pl_rewriter *r, struct pl_range old,
                     struct pl_label_part part)
{
    pl_str written;
    r->failure = PL_LEFT_FORM;
    if (!pl_typed_write(r->arena, r->numbering->plan->text, &old, part,
                        &written) ||
        is_kept(r, old)) {
        return false;
    }
    *PL_VEC_PUSH(r->arena, &r->edits) = (struct pl_edit){old, written};
    return true;
}

static bool change_typed(struct pl_rewriter *r, const struct pl_typed *typed,
                         struct pl_label old, struct pl_label new)
{
    size_t before = r->edits.len;
    for (uint8_t i = 0; i < typed->count; i++) {
        uint8_t part = (uint8_t)(typed->first + i);
        if (!is_same_part(old.parts[part], new.parts[part]) &&
            !add_part(r, typed->parts[i], new.parts[part])) {
            r->edits.len = before;
            return false;
        }
    }
    return true;
}

bool pl_rewriter_change(struct pl_rewriter *rewriter, struct pl_range range,
                        struct pl_label old, struct pl_label new)
{
    struct pl_typed typed;
    rewriter->failure = PL_LEFT_FORM;
    return pl_typed_find_end(rewriter->numbering->plan->text, range, old,
                             &typed) &&
           change_typed(rewriter, &typed, old, new);
}

void pl_rewriter_leave(struct pl_rewriter *rewriter, struct pl_range range,
                       enum pl_renumber_reason reason)
{
    *PL_VEC_PUSH(rewriter->arena, &rewriter->left) =
        (struct pl_renumber_left){range, reason};
}

void pl_rewriter_leave_failed(struct pl_rewriter *rewriter,
                              struct pl_range range)
{
    pl_rewriter_leave(rewriter, range, rewriter->failure);
}

/* The number of a heading that lost a part of it, written whole. */
static void mend(struct pl_rewriter *r, const struct pl_numbered *it)
{
    pl_str text = r->numbering->plan->text;
    struct pl_range range = pl_range_trim(text, it->range);
    while (range.end > range.start && !pl_is_alnum(text.data[range.end - 1])) {
        range.end--;
    }
    *PL_VEC_PUSH(r->arena, &r->edits) =
        (struct pl_edit){range, pl_label_text(r->arena, it->new_label)};
}

/* `same` holds the new number. */
static void change_number(struct pl_rewriter *r, const struct pl_numbered *it,
                          const struct pl_numbered *same)
{
    bool changes = !pl_label_eq(it->label, same->new_label);
    if (it->typed.count == 0 && it->is_damaged && (changes || it->has_own)) {
        mend(r, it);
        r->numbers++;
    } else if (changes && it->typed.count > 0 &&
               change_typed(r, &it->typed, it->label, same->new_label)) {
        r->numbers++;
    } else if (changes) {
        pl_rewriter_leave_failed(r, it->range);
    }
}

/* One that stays though what it stands in gets another number. */
static void leave_kept(struct pl_rewriter *r, uint32_t index)
{
    const struct pl_numbered *it = &r->numbering->items[index];
    uint32_t holder = pl_numbering_holder(r->numbering, index);
    if (holder != PL_NONE && pl_numbered_changes(r->numbering, holder)) {
        pl_rewriter_leave(r, it->range, it->why_kept);
    }
}

/* What begins the text of a block after its number. */
static uint32_t start_of_text(const struct pl_plan *plan,
                              const struct pl_numbered *it)
{
    const struct pl_block *block = &plan->blocks[it->block];
    return it->source == PL_NUMBERED_SECTION
               ? plan->sections[block->section].title.start
               : block->content.start;
}

/* A number for what has none, in the form of its model. */
static void insert_number(struct pl_rewriter *r, const struct pl_numbered *it)
{
    const struct pl_plan *plan = r->numbering->plan;
    const struct pl_numbered *model = &r->numbering->items[it->model];
    struct pl_range whole = {model->range.start, start_of_text(plan, model)};
    struct pl_buf out = pl_buf_in(r->arena);
    if (model->typed.count != it->label.count || !it->has_own) {
        return;
    }
    uint8_t last = (uint8_t)(model->typed.count - 1);
    struct pl_range old = model->typed.parts[last];
    pl_str written;
    if (!pl_typed_write(r->arena, plan->text, &old, it->new_label.parts[last],
                        &written)) {
        return;
    }
    pl_buf_add(&out, pl_str_slice(plan->text, whole.start, old.start));
    pl_buf_add(&out, written);
    pl_buf_add(&out, pl_str_slice(plan->text, old.end, whole.end));
    *PL_VEC_PUSH(r->arena, &r->edits) =
        (struct pl_edit){it->range, pl_buf_str(&out)};
    r->numbers++;
}

void pl_rewriter_numbers(struct pl_rewriter *rewriter)
{
    const struct pl_numbering *numbering = rewriter->numbering;
    for (uint32_t i = 0; i < numbering->count; i++) {
        const struct pl_numbered *it = &numbering->items[i];
        if (it->is_kept) {
            leave_kept(rewriter, i);
        } else if (it->model != PL_NONE) {
            insert_number(rewriter, it);
        } else if (it->label.count > 0 &&
                   (it->same == i || it->source == PL_NUMBERED_CAPTION)) {
            change_number(rewriter, it, &numbering->items[it->same]);
        }
    }
}

struct pl_edits pl_rewriter_end(struct pl_rewriter *rewriter)
{
    size_t kept = 0;
    struct pl_edit *items = rewriter->edits.items;
    pl_edits_sort(items, rewriter->edits.len);
    for (size_t i = 0; i < rewriter->edits.len; i++) {
        bool overlaps =
            kept > 0 && items[i].range.start < items[kept - 1].range.end;
        if (!overlaps) {
            items[kept++] = items[i];
        }
    }
    return (struct pl_edits){items, kept};
}
