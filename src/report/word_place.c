#include "report/word_place.h"

#include "base/arena.h"
#include "base/buf.h"
#include "plan/plan.h"
#include "report/json_writer.h"
#include "report/visible.h"
#include "text/source.h"
#include "text/word/number/numbers.h"

static pl_str ordinal(struct pl_arena *arena, const struct pl_word_view *view,
                      uint32_t offset)
{
    struct pl_word_place place = pl_word_view_place(view, offset);
    if (!place.segment) {
        return (pl_str)PL_STR("the text");
    }
    uint32_t para = place.segment->para;
    uint32_t story = view->word->paras[para].story;
    return pl_str_from(pl_arena_printf(
        arena, "paragraph %u of the %s",
        para - view->word->stories[story].first_para + 1,
        story == 0 ? "text"
                   : pl_word_story_name(view->word->stories[story].kind)));
}

pl_str pl_place_text(struct pl_arena *arena, const struct pl_plan *plan,
                     uint32_t offset)
{
    const struct pl_source *source = plan->source;
    if (!source->view) {
        struct pl_position at = pl_lines_position(&source->lines, offset);
        return pl_str_from(
            pl_arena_printf(arena, "%zu:%zu", at.line, at.column));
    }
    pl_str address = pl_plan_address(arena, plan, offset);
    return address.len > 0 ? address : ordinal(arena, source->view, offset);
}

void pl_place_add(struct pl_buf *out, const struct pl_plan *plan,
                  struct pl_range range)
{
    pl_visible_add_text(out, pl_str_from(plan->source->path));
    pl_buf_add_text(out, plan->source->view ? ": " : ":");
    pl_visible_add_text(out, pl_place_text(out->arena, plan, range.start));
    pl_buf_add_text(out, ": \"");
    pl_visible_add_text(
        out, pl_visible_one_line(out->arena, pl_range_text(plan->text, range)));
    pl_buf_add_text(out, "\" ");
}

/* Behind the byte of the part that the last byte of a range came from. */
static uint32_t xml_end(const struct pl_word_view *view, uint32_t last)
{
    struct pl_word_place place = pl_word_view_place(view, last);
    const struct pl_word_segment *segment = place.segment;
    if (segment->kind != PL_WORD_FROM_PIECE) {
        return view->word->paras[segment->para].xml.end;
    }
    const struct pl_word_piece *piece = &view->word->pieces[segment->piece];
    return piece->is_verbatim ? place.xml + 1 : piece->xml.end;
}

void pl_write_word_place(struct pl_json_writer *to,
                         const struct pl_word_view *view, struct pl_range range)
{
    struct pl_word_place place = pl_word_view_place(view, range.start);
    if (!place.segment) {
        return;
    }
    uint32_t at = place.segment->para;
    const struct pl_word_file *word = view->word;
    const struct pl_word_para *para = &word->paras[at];
    const struct pl_word_story *story = &word->stories[para->story];
    uint32_t last = range.end > range.start ? range.end - 1 : range.start;
    pl_write_object(to, "word", PL_JSON_INLINE);
    pl_write_text(to, "story", pl_word_story_name(story->kind));
    pl_write_size(to, "paragraph", at - story->first_para + 1);
    pl_write_str(to, "paraId", para->id);
    pl_write_str(to, "label", view->labels[at].text);
    pl_write_str(to, "part", word->parts[story->part].name);
    pl_write_object(to, "xml", PL_JSON_INLINE);
    pl_write_size(to, "start", place.xml);
    pl_write_size(to, "end", xml_end(view, last));
    pl_write_end(to);
    pl_write_end(to);
}
