#include "text/word/answer/tracked.h"

#include <assert.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/markup.h"
#include "base/vec.h"
#include "text/word/answer/cut.h"
#include "text/word/answer/ids.h"
#include "text/word/answer/marks.h"
#include "text/word/answer/splice.h"
#include "text/word/view/view.h"

struct pl_word_tracker {
    struct pl_arena *arena;
    const struct pl_word_answer *answer;
    const struct pl_word_view *view;
    const struct pl_word_file *word;
    struct pl_word_splices *splices;
    struct pl_word_ids *ids;
};

/* Text of one run that goes: from a place in a piece to one in the same piece
 * or in a later one. */
struct bit {
    uint32_t first;
    uint32_t first_offset;
    uint32_t last;
    uint32_t last_offset;
};

/* An edit, as it is in the file. */
struct change {
    struct pl_word_splice_part *part;
    PL_VEC(struct bit) bits;
    pl_str text; /* that is put behind the last bit */
    bool deletes;
};

struct pl_word_tracker *pl_word_tracker_new(struct pl_arena *arena,
                                            const struct pl_word_answer *answer)
{
    struct pl_word_tracker *tracker = pl_arena_alloc(arena, sizeof(*tracker));
    *tracker = (struct pl_word_tracker){
        .arena = arena,
        .answer = answer,
        .view = answer->view,
        .word = answer->view->word,
        .splices = pl_word_splices_new(arena, answer->zip),
        .ids = pl_word_ids_new(arena),
    };
    return tracker;
}

/* ----- what may be changed ----- */

static bool is_text_story(enum pl_word_story_kind kind)
{
    switch (kind) {
    case PL_WORD_BODY:
    case PL_WORD_FOOTNOTE:
    case PL_WORD_ENDNOTE:
        return true;
    case PL_WORD_HEADER: /* of which the view shows one for many */
    case PL_WORD_FOOTER:
    case PL_WORD_COMMENT:  /* of somebody */
    case PL_WORD_TEXT_BOX: /* it is in the file twice */
        break;
    }
    return false;
}

static bool is_moved(const struct pl_word_file *word, uint32_t change)
{
    return change != PL_NONE && word->changes[change].kind == PL_WORD_MOVED_TO;
}

static bool is_plain(const struct pl_word_file *word,
                     const struct pl_word_piece *piece)
{
    if (piece->kind != PL_WORD_TEXT || piece->is_hidden ||
        piece->run == PL_NONE || piece->field != PL_NONE ||
        piece->element.start == piece->xml.start ||
        is_moved(word, piece->change)) {
        return false;
    }
    bool is_inserted = piece->states == PL_WORD_FINAL;
    bool goes_elsewhere =
        piece->link != PL_NONE && word->links[piece->link].target.len > 0;
    return !goes_elsewhere &&
           (!is_inserted ||
            !pl_range_is_empty(word->runs[piece->run].insertion));
}

/* ----- an edit in the file ----- */

static bool open_part(struct pl_word_tracker *it, uint32_t para,
                      struct change *change)
{
    const struct pl_word_story *story =
        &it->word->stories[it->word->paras[para].story];
    struct pl_word_splice_part *part;
    struct pl_error error;
    if (!is_text_story(story->kind) ||
        !pl_word_splices_part(it->splices, it->word->parts[story->part].name,
                              &part, &error)) {
        return false;
    }
    bool is_same = !change->part || change->part == part;
    change->part = part;
    return is_same;
}

static bool can_cut(struct pl_word_tracker *it, struct change *change,
                    const struct bit *bit)
{
    pl_str bytes = pl_word_splice_bytes(change->part);
    struct pl_word_cut cut;
    return pl_word_cut_piece(it->word, bytes, bit->first, bit->first_offset,
                             &cut) &&
           pl_word_cut_piece(it->word, bytes, bit->last, bit->last_offset,
                             &cut);
}

static bool goes_on(const struct pl_word_file *word, const struct bit *last,
                    const struct bit *next)
{
    const struct pl_word_piece *a = &word->pieces[last->last];
    const struct pl_word_piece *b = &word->pieces[next->first];
    bool is_same_text =
        a->run == b->run && a->element.start == b->element.start;
    if (last->last == next->first) {
        return last->last_offset == next->first_offset;
    }
    return is_same_text && last->last_offset == a->text.len &&
           next->first_offset == 0 && a->xml.end == b->xml.start;
}

static bool add_bit(struct pl_word_tracker *it, struct change *change,
                    struct bit bit)
{
    if (!can_cut(it, change, &bit)) {
        return false;
    }
    size_t count = change->bits.len;
    struct bit *last = count > 0 ? &change->bits.items[count - 1] : NULL;
    if (last && goes_on(it->word, last, &bit)) {
        last->last = bit.last;
        last->last_offset = bit.last_offset;
    } else {
        assert(change->bits.items || change->bits.len == change->bits.cap);
        *PL_VEC_PUSH(it->arena, &change->bits) = bit;
    }
    return true;
}

static uint32_t segment_end(const struct pl_word_view *view,
                            const struct pl_word_segment *segment)
{
    uint32_t next = (uint32_t)(segment - view->segments) + 1;
    return next < view->segment_count ? view->segments[next].start
                                      : (uint32_t)view->text.len;
}

/* The part of a range that is in one segment. */
static bool take_segment(struct pl_word_tracker *it,
                         const struct pl_word_segment *segment,
                         struct pl_range range, struct change *change)
{
    if (segment->kind != PL_WORD_FROM_PIECE) {
        return false;
    }
    const struct pl_word_piece *piece = &it->word->pieces[segment->piece];
    uint32_t offset = segment->offset + (range.start - segment->start);
    uint32_t end = offset + (range.end - range.start);
    bool is_whole = offset == 0 && end == piece->text.len;
    bool is_shown_so = pl_str_eq(pl_str_slice(piece->text, offset, end),
                                 pl_range_text(it->view->text, range));
    return is_plain(it->word, piece) && is_shown_so &&
           (piece->is_verbatim || is_whole) &&
           open_part(it, segment->para, change) &&
           add_bit(it, change,
                   (struct bit){segment->piece, offset, segment->piece, end});
}

static bool take_deletion(struct pl_word_tracker *it, struct pl_range range,
                          struct change *change)
{
    change->deletes = true;
    for (uint32_t at = range.start; at < range.end;) {
        const struct pl_word_segment *segment =
            pl_word_view_place(it->view, at).segment;
        uint32_t end = segment_end(it->view, segment);
        end = end < range.end ? end : range.end;
        if (!take_segment(it, segment, (struct pl_range){at, end}, change)) {
            return false;
        }
        at = end;
    }
    return true;
}

/* A place beside a byte of text. */
static bool take_place(struct pl_word_tracker *it, uint32_t byte, bool behind,
                       struct change *change)
{
    const struct pl_word_segment *segment =
        pl_word_view_place(it->view, byte).segment;
    if (segment->kind != PL_WORD_FROM_PIECE) {
        return false;
    }
    const struct pl_word_piece *piece = &it->word->pieces[segment->piece];
    uint32_t offset = segment->offset + (byte - segment->start) + behind;
    bool is_edge = offset == 0 || offset == piece->text.len;
    return is_plain(it->word, piece) && (piece->is_verbatim || is_edge) &&
           open_part(it, segment->para, change) &&
           add_bit(
               it, change,
               (struct bit){segment->piece, offset, segment->piece, offset});
}

static bool take_insertion(struct pl_word_tracker *it, uint32_t at,
                           struct change *change)
{
    return (at > 0 && take_place(it, at - 1, true, change)) ||
           (at < it->view->text.len && take_place(it, at, false, change));
}

static bool is_inside_character(pl_str text, size_t at)
{
    return at < text.len && (text.data[at] & 0xC0) == 0x80;
}

/* Without what stays at both ends. */
static struct pl_edit without_ends(pl_str text, struct pl_edit edit)
{
    pl_str old = pl_range_text(text, edit.range);
    size_t least = old.len < edit.text.len ? old.len : edit.text.len;
    size_t start = 0;
    while (start < least && old.data[start] == edit.text.data[start]) {
        start++;
    }
    while (start > 0 && (is_inside_character(old, start) ||
                         is_inside_character(edit.text, start))) {
        start--;
    }
    size_t end = 0;
    while (end < least - start && old.data[old.len - 1 - end] ==
                                      edit.text.data[edit.text.len - 1 - end]) {
        end++;
    }
    while (end > 0 && (is_inside_character(old, old.len - end) ||
                       is_inside_character(edit.text, edit.text.len - end))) {
        end--;
    }
    edit.range.start += (uint32_t)start;
    edit.range.end -= (uint32_t)end;
    edit.text = pl_str_slice(edit.text, start, edit.text.len - end);
    return edit;
}

static bool is_line_of_text(pl_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if ((unsigned char)text.data[i] < ' ') {
            return false;
        }
    }
    return true;
}

static bool take(struct pl_word_tracker *it, const struct pl_edit *edit,
                 struct change *change)
{
    struct pl_edit least = without_ends(it->view->text, *edit);
    *change = (struct change){.text = least.text};
    if (!is_line_of_text(least.text)) {
        return false;
    }
    if (!pl_range_is_empty(least.range)) {
        return take_deletion(it, least.range, change);
    }
    return least.text.len == 0 || take_insertion(it, least.range.start, change);
}

bool pl_word_tracker_takes(struct pl_word_tracker *tracker,
                           const struct pl_edit *edit)
{
    struct change change;
    return take(tracker, edit, &change);
}

/* ----- writing ----- */

struct writing {
    struct pl_word_tracker *it;
    struct pl_word_cutter cutter;
    const struct pl_word_run *run;
    uint32_t run_index;
    struct pl_word_form form;
    struct pl_buf out;
};

static void open_change(struct writing *w, const char *name)
{
    pl_str p = w->form.prefix;
    pl_str date = w->it->answer->date;
    pl_buf_addf(&w->out, "<%.*s%s%s %.*sid=\"%u\" %.*sauthor=\"%s\"",
                PL_STR_ARG(p), name, w->form.declaration, PL_STR_ARG(p),
                pl_word_ids_take(w->it->ids), PL_STR_ARG(p), PL_WORD_AUTHOR);
    if (date.len > 0) {
        pl_buf_addf(&w->out, " %.*sdate=\"%.*s\"", PL_STR_ARG(p),
                    PL_STR_ARG(date));
    }
    pl_buf_addf(&w->out, "><%.*sr>", PL_STR_ARG(p));
    pl_word_cut_properties(&w->cutter, w->run_index, &w->out);
}

static void close_change(struct writing *w, const char *name)
{
    pl_buf_addf(&w->out, "</%.*sr></%.*s%s>", PL_STR_ARG(w->form.prefix),
                PL_STR_ARG(w->form.prefix), name);
}

static void write_deletion(struct writing *w, const struct bit *bit)
{
    const struct pl_word_piece *first = &w->it->word->pieces[bit->first];
    const struct pl_word_piece *last = &w->it->word->pieces[bit->last];
    struct pl_range xml = {
        first->xml.start + (first->is_verbatim ? bit->first_offset : 0),
        last->is_verbatim ? last->xml.start + bit->last_offset : last->xml.end};
    pl_str p = w->form.prefix;
    open_change(w, "del");
    pl_buf_addf(&w->out, "<%.*sdelText xml:space=\"preserve\">", PL_STR_ARG(p));
    pl_buf_add(&w->out,
               pl_range_text(pl_word_splice_bytes(w->cutter.part), xml));
    pl_buf_addf(&w->out, "</%.*sdelText>", PL_STR_ARG(p));
    close_change(w, "del");
}

static void write_insertion(struct writing *w, pl_str text)
{
    pl_str p = w->form.prefix;
    open_change(w, "ins");
    pl_buf_addf(&w->out, "<%.*st xml:space=\"preserve\">", PL_STR_ARG(p));
    pl_markup_add_escaped(&w->out, text);
    pl_buf_addf(&w->out, "</%.*st>", PL_STR_ARG(p));
    close_change(w, "ins");
}

/* Somebody's insertion ends before ours and goes on behind it. */
static void write_between(struct writing *w, pl_str text, uint32_t *end)
{
    pl_str bytes = pl_word_splice_bytes(w->cutter.part);
    struct pl_range theirs = w->run->insertion;
    if (pl_range_is_empty(theirs)) {
        write_insertion(w, text);
        return;
    }
    struct pl_buf closing = pl_buf_in(w->it->arena);
    pl_buf_addf(&closing, "</%.*sins>",
                PL_STR_ARG(pl_word_prefix_at(bytes, theirs.start)));
    pl_buf_add(&w->out, pl_buf_str(&closing));
    write_insertion(w, text);
    pl_str rest = pl_str_slice(bytes, *end, bytes.len);
    if (pl_str_starts(rest, pl_buf_str(&closing))) {
        *end += (uint32_t)closing.len; /* it was its end anyway */
    } else {
        pl_word_copy_with_id(w->it->ids, pl_range_text(bytes, theirs), 0,
                             &w->out);
    }
}

static void write_bit(struct pl_word_tracker *it, const struct change *change,
                      const struct bit *bit, bool is_last)
{
    const struct pl_word_file *word = it->word;
    pl_str bytes = pl_word_splice_bytes(change->part);
    struct writing w = {
        .it = it,
        .cutter = {it->arena, word, change->part, it->ids},
        .run_index = word->pieces[bit->first].run,
        .out = pl_buf_in(it->arena),
    };
    struct pl_word_cut start;
    struct pl_word_cut end;
    if (!pl_word_cut_piece(word, bytes, bit->first, bit->first_offset,
                           &start) ||
        !pl_word_cut_piece(word, bytes, bit->last, bit->last_offset, &end)) {
        return; /* was seen to be possible before */
    }
    w.run = &word->runs[w.run_index];
    w.form = pl_word_form_at(bytes, w.run->xml.start);
    uint32_t xml_end = end.xml.end;
    pl_word_cut_close(&w.cutter, &start, &w.out);
    if (change->deletes) {
        write_deletion(&w, bit);
    }
    if (is_last && change->text.len > 0) {
        write_between(&w, change->text, &xml_end);
    }
    pl_word_cut_open(&w.cutter, &end, &w.out);
    pl_word_splice(change->part, (struct pl_range){start.xml.start, xml_end}, 1,
                   pl_buf_str(&w.out));
}

static void write_change(struct pl_word_tracker *it,
                         const struct change *change)
{
    for (size_t i = 0; i < change->bits.len; i++) {
        write_bit(it, change, &change->bits.items[i],
                  i + 1 == change->bits.len);
    }
}

static bool prove(struct pl_word_tracker *it, struct pl_edits edits,
                  pl_str bytes, struct pl_error *error)
{
    struct pl_word_expected expected = {
        .final = pl_edits_apply(it->arena, it->view->text, edits),
        .is_final_changed = true,
        .original =
            pl_word_view_make(it->arena, it->word, PL_WORD_VIEW_ORIGINAL)->text,
    };
    return pl_word_answer_prove(it->answer->zip, bytes, &expected, error);
}

bool pl_word_tracker_write(struct pl_word_tracker *tracker,
                           struct pl_edits edits, pl_str *bytes,
                           struct pl_error *error)
{
    struct pl_word_marks marks = {tracker->arena, tracker->answer->zip,
                                  tracker->word, tracker->ids, NULL};
    struct pl_buf out = pl_buf_in(tracker->arena);
    if (!pl_word_marks_read(&marks, error)) {
        return false;
    }
    for (size_t i = 0; i < edits.count; i++) {
        struct change change;
        if (take(tracker, &edits.items[i], &change)) {
            write_change(tracker, &change);
        }
    }
    if (!pl_word_splices_write(tracker->splices, &out, error)) {
        return false;
    }
    *bytes = pl_buf_str(&out);
    return prove(tracker, edits, *bytes, error);
}
