#include "cli/tracking.h"

#include "text/package/zip.h"
#include "text/source.h"
#include "text/word/answer/tracked.h"
#include "text/word/field/instruction.h"
#include "text/word/model.h"
#include "text/word/view/view.h"

/* Labels, marks of notes and the results of fields, but for links. */
static bool is_computed(const struct pl_word_view *view, uint32_t offset)
{
    const struct pl_word_segment *segment =
        pl_word_view_place(view, offset).segment;
    if (segment->kind != PL_WORD_FROM_PIECE) {
        return true;
    }
    const struct pl_word_piece *piece = &view->word->pieces[segment->piece];
    if (piece->kind == PL_WORD_NOTE_MARK) {
        return !piece->has_own_mark;
    }
    return piece->field != PL_NONE &&
           pl_word_instruction_read(
               view->word->fields[piece->field].instruction)
                   .kind != PL_WORD_FIELD_HYPERLINK;
}

static bool keeps(const void *context, struct pl_range range,
                  enum pl_renumber_reason *reason)
{
    const struct pl_tracking *tracking = context;
    const struct pl_word_view *view = tracking->answer.view;
    struct pl_edit deletion = {.range = range};
    if (range.start >= view->text.len ||
        pl_word_tracker_takes(tracking->tracker, &deletion)) {
        return false;
    }
    *reason =
        is_computed(view, range.start) ? PL_LEFT_COMPUTED : PL_LEFT_NO_TEXT;
    return true;
}

bool pl_tracking_begin(struct pl_tracking *tracking, struct pl_arena *arena,
                       const struct pl_source *source, struct pl_error *error)
{
    *tracking = (struct pl_tracking){.keeper = {keeps, tracking},
                                     .answer = {.view = source->view}};
    if (!pl_zip_open(arena, source->path, source->bytes, &tracking->answer.zip,
                     error)) {
        return false;
    }
    tracking->tracker = pl_word_tracker_new(arena, &tracking->answer);
    return true;
}

const struct pl_edit *pl_tracking_hindrance(const struct pl_tracking *tracking,
                                            struct pl_edits edits)
{
    for (size_t i = 0; i < edits.count; i++) {
        if (!pl_word_tracker_takes(tracking->tracker, &edits.items[i])) {
            return &edits.items[i];
        }
    }
    return NULL;
}

bool pl_tracking_write(struct pl_tracking *tracking, pl_str date,
                       struct pl_edits edits, pl_str *bytes,
                       struct pl_error *error)
{
    tracking->answer.date = date;
    return pl_word_tracker_write(tracking->tracker, edits, bytes, error);
}
