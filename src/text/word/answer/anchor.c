#include "text/word/answer/anchor.h"

#include "text/word/answer/splice.h"
#include "text/word/read/read.h"
#include "text/word/view/view.h"

/* ----- the paragraph that can have a comment ----- */

static uint32_t first_of_body(const struct pl_word_file *word)
{
    bool has_any = word->stories_count > 0 &&
                   word->stories[0].kind == PL_WORD_BODY &&
                   word->stories[0].first_para < word->stories[0].para_end;
    return has_any ? word->stories[0].first_para : PL_NONE;
}

static uint32_t place_of_comment(const struct pl_word_file *word,
                                 uint32_t story)
{
    for (uint32_t i = 0; i < word->comments_count; i++) {
        if (word->comments[i].story == story) {
            return word->comments[i].para;
        }
    }
    return PL_NONE;
}

/* The mark that refers to a note, and the paragraph it is in; PL_NONE. */
static uint32_t mark_of_note(const struct pl_word_file *word, uint32_t story,
                             uint32_t *mark)
{
    for (uint32_t i = 0; i < word->paras_count; i++) {
        const struct pl_word_para *para = &word->paras[i];
        for (uint32_t k = para->first_piece; k < para->piece_end; k++) {
            const struct pl_word_piece *piece = &word->pieces[k];
            if (piece->kind == PL_WORD_NOTE_MARK && piece->target == story) {
                *mark = k;
                return i;
            }
        }
    }
    return PL_NONE;
}

/* `mark` is set to what stands for the paragraph there. LibreOffice does not
 * open a file that has a comment in a note. */
static uint32_t commentable(const struct pl_word_file *word, uint32_t para,
                            uint32_t *mark)
{
    for (int i = 0; i < PL_WORD_MAX_NESTING && para != PL_NONE; i++) {
        uint32_t story = word->paras[para].story;
        switch (word->stories[story].kind) {
        case PL_WORD_BODY:
            return para;
        case PL_WORD_FOOTNOTE:
        case PL_WORD_ENDNOTE:
            para = mark_of_note(word, story, mark);
            break;
        case PL_WORD_TEXT_BOX:
            para = word->stories[story].anchor;
            break;
        case PL_WORD_COMMENT:
            para = place_of_comment(word, story);
            break;
        case PL_WORD_HEADER:
        case PL_WORD_FOOTER:
            para = PL_NONE;
            break;
        }
    }
    return first_of_body(word);
}

/* ----- one end of a range ----- */

struct finding {
    const struct pl_word_view *view;
    const struct pl_word_file *word;
    struct pl_word_splices *splices;
    pl_str bytes; /* of the part */
};

static struct pl_word_cut beside(uint32_t at)
{
    return (struct pl_word_cut){.xml = {at, at}, .run = PL_NONE};
}

static bool can_hold(const struct pl_word_piece *piece)
{
    return piece->run != PL_NONE && piece->kind != PL_WORD_COMMENT_MARK;
}

/* Before the first or behind the last child of a paragraph that has text. */
static struct pl_word_cut para_edge(const struct finding *it, uint32_t index,
                                    bool is_end)
{
    const struct pl_word_para *para = &it->word->paras[index];
    uint32_t count = para->piece_end - para->first_piece;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t at = is_end ? para->piece_end - 1 - i : para->first_piece + i;
        const struct pl_word_piece *piece = &it->word->pieces[at];
        if (can_hold(piece)) {
            struct pl_range holder = it->word->runs[piece->run].holder;
            return beside(is_end ? holder.end : holder.start);
        }
    }
    return pl_word_cut_para(it->word, it->bytes, index);
}

/* Whether a piece has another one of its run beside it. */
static bool has_neighbour(const struct pl_word_file *word, uint32_t piece,
                          bool is_end)
{
    uint32_t run = word->pieces[piece].run;
    return is_end ? piece + 1 < word->pieces_count &&
                        word->pieces[piece + 1].run == run
                  : piece > 0 && word->pieces[piece - 1].run == run;
}

/* A run is not cut to part text from what shows nothing. */
static void spare_run(const struct pl_word_file *word, uint32_t piece,
                      bool is_end, struct pl_word_cut *cut)
{
    if (cut->kind == PL_WORD_CUT_RUN && !has_neighbour(word, piece, is_end)) {
        struct pl_range run = word->runs[cut->run].xml;
        uint32_t at = is_end ? run.end : run.start;
        cut->kind = PL_WORD_CUT_NOTHING;
        cut->xml = (struct pl_range){at, at};
    }
}

static struct pl_word_cut piece_edge(const struct finding *it,
                                     const struct pl_word_segment *segment,
                                     uint32_t offset, bool is_end)
{
    const struct pl_word_piece *piece = &it->word->pieces[segment->piece];
    struct pl_word_cut cut;
    if (pl_word_cut_piece(it->word, it->bytes, segment->piece, offset, &cut)) {
        bool is_inside = offset > 0 && !is_end;
        if (!is_inside) {
            spare_run(it->word, segment->piece, is_end, &cut);
        }
        return cut;
    }
    if (!can_hold(piece)) {
        return para_edge(it, segment->para, is_end);
    }
    struct pl_range holder = it->word->runs[piece->run].holder;
    return beside(is_end ? holder.end : holder.start);
}

/* The edge before a byte of the view, or the one behind it. */
static struct pl_word_cut edge(const struct finding *it, uint32_t byte,
                               bool is_end)
{
    const struct pl_word_segment *segment =
        pl_word_view_place(it->view, byte).segment;
    if (segment->kind != PL_WORD_FROM_PIECE || segment->piece == PL_NONE) {
        return para_edge(it, segment->para, is_end);
    }
    uint32_t offset = segment->offset + (byte - segment->start) + is_end;
    return piece_edge(it, segment, offset, is_end);
}

/* ----- a range ----- */

static bool open_part(struct finding *it, struct pl_word_anchor *anchor,
                      struct pl_error *error)
{
    struct pl_word_splice_part *part;
    uint32_t story = it->word->paras[anchor->para].story;
    anchor->part = it->word->stories[story].part;
    if (!pl_word_splices_part(it->splices, it->word->parts[anchor->part].name,
                              &part, error)) {
        return false;
    }
    it->bytes = pl_word_splice_bytes(part);
    return true;
}

static void take_whole(const struct finding *it, struct pl_word_anchor *anchor)
{
    anchor->end_para = anchor->para;
    anchor->start = para_edge(it, anchor->para, false);
    anchor->end = para_edge(it, anchor->para, true);
}

static bool is_inside_character(pl_str text, uint32_t at)
{
    return at < text.len && (text.data[at] & 0xC0) == 0x80;
}

/* The characters of the view that are meant: at least one. */
static struct pl_range widened(const struct pl_word_view *view,
                               struct pl_range range)
{
    uint32_t len = (uint32_t)view->text.len;
    range.start = range.start < len ? range.start : len - 1;
    while (range.start > 0 && is_inside_character(view->text, range.start)) {
        range.start--;
    }
    range.end = range.end > range.start ? range.end : range.start + 1;
    range.end = range.end < len ? range.end : len;
    while (is_inside_character(view->text, range.end)) {
        range.end++;
    }
    return range;
}

static bool is_one_cell(const struct pl_word_file *word, uint32_t first,
                        uint32_t last)
{
    const struct pl_word_para *a = &word->paras[first];
    const struct pl_word_para *b = &word->paras[last];
    return a->story == b->story && a->table == b->table && a->row == b->row &&
           a->column == b->column;
}

/* The mark of a note, or the paragraph when there is none. */
static void take_mark(const struct finding *it, uint32_t mark,
                      struct pl_word_anchor *anchor)
{
    struct pl_word_cut start;
    struct pl_word_cut end;
    take_whole(it, anchor);
    if (mark != PL_NONE &&
        pl_word_cut_piece(it->word, it->bytes, mark, 0, &start) &&
        pl_word_cut_piece(it->word, it->bytes, mark, 1, &end)) {
        spare_run(it->word, mark, false, &start);
        spare_run(it->word, mark, true, &end);
        anchor->start = start;
        anchor->end = end;
    }
}

static void take_range(const struct finding *it, struct pl_range range,
                       struct pl_word_anchor *anchor)
{
    const struct pl_word_view *view = it->view;
    uint32_t last = pl_word_view_place(view, range.end - 1).segment->para;
    anchor->start = edge(it, range.start, false);
    bool is_near = is_one_cell(it->word, anchor->para, last);
    anchor->end_para = is_near ? last : anchor->para;
    anchor->end = is_near ? edge(it, range.end - 1, true)
                          : para_edge(it, anchor->para, true);
}

/* Inside of a link or of somebody's insertion the mark would be part of it. */
static uint32_t reference_of(const struct finding *it,
                             const struct pl_word_cut *end)
{
    if (end->run == PL_NONE) {
        return end->xml.start;
    }
    const struct pl_word_run *run = &it->word->runs[end->run];
    bool is_own_holder = run->holder.start == run->xml.start;
    return is_own_holder ? end->xml.start : run->holder.end;
}

bool pl_word_anchor_find(const struct pl_word_view *view,
                         struct pl_word_splices *splices,
                         const struct pl_range *range,
                         struct pl_word_anchor *anchor, struct pl_error *error)
{
    struct finding it = {view, view->word, splices, {0}};
    struct pl_range meant = {0};
    uint32_t para = PL_NONE;
    uint32_t mark = PL_NONE;
    *anchor = (struct pl_word_anchor){.para = first_of_body(view->word)};
    if (range && view->text.len > 0) {
        meant = widened(view, *range);
        para = pl_word_view_place(view, meant.start).segment->para;
        anchor->para = commentable(view->word, para, &mark);
    }
    if (anchor->para == PL_NONE) {
        return true;
    }
    if (!open_part(&it, anchor, error)) {
        return false;
    }
    if (anchor->para == para) {
        take_range(&it, meant, anchor);
    } else {
        take_mark(&it, mark, anchor);
    }
    anchor->reference = reference_of(&it, &anchor->end);
    anchor->is_point = anchor->end.xml.start <= anchor->start.xml.start;
    return true;
}
