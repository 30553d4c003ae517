#include "renumbering.h"

#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/search.h"
#include "cmocka_wrap.h"
#include "plan_from_text.h"
#include "text/source.h"

struct renumbering renumber(struct pl_arena *arena, const struct pl_plan *plan,
                            struct pl_renumber_request request)
{
    struct renumbering made = {.result = pl_renumber(arena, plan, request),
                               .after = plan};
    struct pl_source *source;
    struct pl_error error;
    if (made.result.edits.count == 0) {
        return made;
    }
    pl_str text = pl_edits_apply(arena, plan->text, made.result.edits);
    if (!pl_source_read(arena, "renumbered", text, &plan->source->format,
                        &source, &error)) {
        fail_msg("%s", error.message);
    }
    made.after = pl_plan_read(arena, source);
    return made;
}

bool are_edits_valid(const struct pl_plan *plan, struct pl_edits edits)
{
    uint32_t at = 0;
    for (size_t i = 0; i < edits.count; i++) {
        const struct pl_edit *it = &edits.items[i];
        if (it->range.start < at || it->range.end < it->range.start ||
            it->range.end > plan->text.len ||
            pl_str_eq(pl_range_text(plan->text, it->range), it->text)) {
            return false;
        }
        at = it->range.end;
    }
    return true;
}

bool is_undone(struct pl_arena *arena, const struct pl_plan *plan,
               const struct renumbering *made)
{
    struct pl_edits edits = made->result.edits;
    pl_str after = pl_edits_apply(arena, plan->text, edits);
    struct pl_edits inverse = pl_edits_invert(arena, plan->text, edits);
    return pl_str_eq(pl_edits_apply(arena, after, inverse), plan->text);
}

uint32_t place_after(struct pl_edits edits, uint32_t offset)
{
    uint32_t old_end = 0;
    uint32_t new_end = 0;
    for (size_t i = 0; i < edits.count; i++) {
        const struct pl_edit *it = &edits.items[i];
        if (it->range.start >= offset) {
            break;
        }
        new_end += it->range.start - old_end + (uint32_t)it->text.len;
        old_end = it->range.end;
    }
    return offset < old_end ? new_end : new_end + (offset - old_end);
}

static bool is_left(const struct renumbering *made, struct pl_range range)
{
    for (uint32_t i = 0; i < made->result.left_count; i++) {
        struct pl_range left = made->result.left[i].range;
        if (left.start < range.end && range.start < left.end) {
            return true;
        }
    }
    return false;
}

static const struct pl_reference *find(const struct pl_plan *plan,
                                       uint32_t offset)
{
    uint32_t at = PL_FIRST_FROM(plan->references, plan->references_count,
                                range.start, offset);
    return at < plan->references_count &&
                   plan->references[at].range.start == offset
               ? &plan->references[at]
               : NULL;
}

static bool means_the_same(const struct renumbering *made,
                           const struct pl_reference *it,
                           const struct pl_reference *after)
{
    struct pl_edits edits = made->result.edits;
    return after && after->resolution == PL_RESOLUTION_FOUND &&
           after->target.start == place_after(edits, it->target.start) &&
           (it->to.count == 0 || after->target_end.start ==
                                     place_after(edits, it->target_end.start));
}

size_t count_moved(const struct pl_plan *before, const struct renumbering *made,
                   bool is_shown)
{
    size_t moved = 0;
    for (uint32_t i = 0; i < before->references_count; i++) {
        const struct pl_reference *it = &before->references[i];
        if (it->resolution != PL_RESOLUTION_FOUND || is_left(made, it->range)) {
            continue;
        }
        const struct pl_reference *after =
            find(made->after, place_after(made->result.edits, it->range.start));
        if (!means_the_same(made, it, after)) {
            moved++;
        }
        if (is_shown && !means_the_same(made, it, after)) {
            printf(
                "  line %zu: \"%.*s\" -> \"%.*s\" (%d)\n",
                pl_lines_position(&before->source->lines, it->range.start).line,
                PL_STR_ARG(pl_range_text(before->text, it->phrase)),
                PL_STR_ARG(after
                               ? pl_range_text(made->after->text, after->phrase)
                               : (pl_str){0}),
                after ? (int)after->resolution : -1);
        }
    }
    return moved;
}

struct pl_renumber_request renumber_request_for(const struct pl_plan *plan,
                                                struct renumber_wish wish)
{
    struct pl_renumber_request request = {
        .style = wish.style,
        .offset = wish.from ? offset_of(plan, wish.from) : PL_NONE,
        .first = wish.first,
    };
    assert_true(
        pl_renumber_kind_from_plural(pl_str_from(wish.kind), &request.kind));
    return request;
}

const char *renumber_left(struct pl_arena *arena, const struct pl_plan *plan,
                          const struct pl_renumbered *result)
{
    struct pl_buf out = pl_buf_in(arena);
    for (uint32_t i = 0; i < result->left_count; i++) {
        pl_buf_add_text(&out, i > 0 ? " | " : "");
        pl_buf_add(&out, pl_range_text(plan->text, result->left[i].range));
        pl_buf_addf(&out, ": %s",
                    pl_renumber_reason_text(result->left[i].reason));
    }
    pl_buf_add_char(&out, '\0');
    return out.data;
}

/* A text with its changes in braces, "{2|3} The ships.": as it is before them,
 * or after. */
static const char *side_of(struct pl_arena *arena, const char *marked,
                           bool is_after)
{
    struct pl_buf out = pl_buf_in(arena);
    bool is_shown = true;
    for (const char *at = marked; *at; at++) {
        switch (*at) {
        case '{':
            is_shown = !is_after;
            break;
        case '|':
            is_shown = is_after;
            break;
        case '}':
            is_shown = true;
            break;
        default:
            if (is_shown) {
                pl_buf_add_char(&out, *at);
            }
        }
    }
    pl_buf_add_char(&out, '\0');
    return out.data;
}

static void assert_plan_renumbered(struct pl_arena *arena, const char *marked,
                                   enum pl_format format,
                                   struct renumber_wish wish, const char *left)
{
    const struct pl_plan *plan =
        plan_from(arena, side_of(arena, marked, false), format);
    struct pl_renumber_request request = renumber_request_for(plan, wish);
    struct renumbering made = renumber(arena, plan, request);
    assert_true(are_edits_valid(plan, made.result.edits));
    assert_true(is_undone(arena, plan, &made));
    if (!pl_str_eq(made.after->text,
                   pl_str_from(side_of(arena, marked, true)))) {
        fail_msg("%.*s", PL_STR_ARG(made.after->text));
    }
    assert_string_equal(renumber_left(arena, plan, &made.result), left);
    if (wish.from) {
        request.offset = place_after(made.result.edits, request.offset);
    }
    assert_int_equal(renumber(arena, made.after, request).result.edits.count,
                     0);
}

void assert_renumbered(struct pl_arena *arena, const char *marked,
                       struct renumber_wish wish, const char *left)
{
    assert_plan_renumbered(arena, marked, PL_FORMAT_WORD_TEXT, wish, left);
}

void assert_markdown_renumbered(struct pl_arena *arena, const char *marked,
                                struct renumber_wish wish, const char *left)
{
    assert_plan_renumbered(arena, marked, PL_FORMAT_MARKDOWN, wish, left);
}
