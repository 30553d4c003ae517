#include "text/word/view/view.h"

#include "base/arena.h"
#include "base/search.h"
#include "text/word/view/viewer.h"

bool pl_word_view_from_name(pl_str name, enum pl_word_view_kind *kind)
{
    static const pl_str names[] = {
        [PL_WORD_VIEW_FINAL] = PL_STR("final"),
        [PL_WORD_VIEW_ORIGINAL] = PL_STR("original"),
        [PL_WORD_VIEW_MARKUP] = PL_STR("markup"),
    };
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (pl_str_eq(names[i], name)) {
            *kind = (enum pl_word_view_kind)i;
            return true;
        }
    }
    return false;
}

/* ----- making ----- */

static void anchor_boxes(struct pl_word_viewer *viewer)
{
    const struct pl_word_file *word = viewer->word;
    for (uint32_t i = 0; i < word->paras_count; i++) {
        viewer->first_box[i] = PL_NONE;
    }
    for (uint32_t i = word->stories_count; i-- > 0;) {
        const struct pl_word_story *story = &word->stories[i];
        if (story->kind == PL_WORD_TEXT_BOX && story->anchor != PL_NONE) {
            viewer->next_box[i] = viewer->first_box[story->anchor];
            viewer->first_box[story->anchor] = i;
        }
    }
}

static bool has_text(const struct pl_word_viewer *viewer, uint32_t para)
{
    const struct pl_word_para *it = &viewer->word->paras[para];
    for (uint32_t i = it->first_piece; i < it->piece_end; i++) {
        const struct pl_word_piece *piece = &viewer->word->pieces[i];
        if (piece->kind == PL_WORD_TEXT && !piece->is_hidden &&
            pl_word_viewer_shows(viewer, piece->states)) {
            return true;
        }
    }
    return false;
}

/* A title above the first heading: all headings are below it. */
static bool has_title(const struct pl_word_viewer *viewer)
{
    const struct pl_word_story *body = &viewer->word->stories[0];
    for (uint32_t i = body->first_para; i < body->para_end; i++) {
        if (pl_word_is_title(viewer, i) && has_text(viewer, i)) {
            return true;
        }
        if (pl_word_heading_level(viewer, i) > 0) {
            return false;
        }
    }
    return false;
}

/* Whether numbers of footnotes look like those of endnotes. */
static bool are_notes_alike(const struct pl_word_file *word)
{
    uint64_t formats[PL_WORD_NOTE_KINDS] = {0};
    for (uint32_t i = 0; i < word->sections_count; i++) {
        for (size_t k = 0; k < PL_WORD_NOTE_KINDS; k++) {
            formats[k] |= UINT64_C(1) << word->sections[i].notes[k].format;
        }
    }
    return (formats[0] & formats[1]) != 0;
}

static struct pl_word_viewer viewer_of(struct pl_arena *arena,
                                       const struct pl_word_file *word,
                                       enum pl_word_view_kind kind)
{
    enum pl_word_state state =
        kind == PL_WORD_VIEW_ORIGINAL ? PL_WORD_ORIGINAL : PL_WORD_FINAL;
    size_t paras = word->paras_count;
    size_t stories = word->stories_count;
    struct pl_word_viewer viewer = {
        .arena = arena,
        .word = word,
        .kind = kind,
        .states = (uint8_t)state,
        .labels = pl_word_labels(arena, word, state),
        .text = pl_buf_in(arena),
        .first_box = pl_arena_array(arena, paras + 1, sizeof(uint32_t)),
        .next_box = pl_arena_array(arena, stories + 1, sizeof(uint32_t)),
        .own_marks = pl_arena_array(arena, stories + 1, sizeof(uint32_t)),
        .is_noted = pl_arena_array(arena, stories + 1, sizeof(bool)),
        .is_quoted = pl_arena_array(arena, paras + 1, sizeof(bool)),
        .notes_are_alike = are_notes_alike(word),
    };
    viewer.note_numbers = pl_word_note_numbers(
        arena, word,
        kind == PL_WORD_VIEW_MARKUP ? PL_WORD_ALWAYS : viewer.states);
    return viewer;
}

const struct pl_word_view *pl_word_view_make(struct pl_arena *arena,
                                             const struct pl_word_file *word,
                                             enum pl_word_view_kind kind)
{
    static const pl_str empty = PL_STR("");
    struct pl_word_viewer viewer = viewer_of(arena, word, kind);
    anchor_boxes(&viewer);
    if (word->stories_count > 0) {
        viewer.has_title = has_title(&viewer);
        pl_word_find_quotes(&viewer);
        pl_word_write_story(&viewer, 0);
        pl_word_write_notes(&viewer);
        pl_word_write_margins(&viewer);
    }
    struct pl_word_view *view = pl_arena_alloc(arena, sizeof(*view));
    *view = (struct pl_word_view){
        .word = word,
        .kind = kind,
        .text = viewer.text.len > 0 ? pl_buf_str(&viewer.text) : empty,
        .segments = viewer.segments.items,
        .segment_count = (uint32_t)viewer.segments.len,
        .labels = viewer.labels,
    };
    return view;
}

/* ----- asking ----- */

/* The index of the segment of a place; PL_NONE in an empty view. */
static uint32_t segment_at(const struct pl_word_view *view, uint32_t offset)
{
    uint32_t after =
        PL_FIRST_FROM(view->segments, view->segment_count, start, offset + 1);
    return after > 0 ? after - 1 : PL_NONE;
}

struct pl_word_place pl_word_view_place(const struct pl_word_view *view,
                                        uint32_t offset)
{
    struct pl_word_place place = {.part = PL_NONE};
    uint32_t at = segment_at(view, offset);
    if (at == PL_NONE) {
        return place;
    }
    const struct pl_word_segment *segment = &view->segments[at];
    const struct pl_word_para *para = &view->word->paras[segment->para];
    place.segment = segment;
    place.xml = para->xml.start;
    if (segment->kind != PL_WORD_MADE) {
        place.part = view->word->stories[para->story].part;
    }
    if (segment->piece != PL_NONE) {
        const struct pl_word_piece *piece = &view->word->pieces[segment->piece];
        uint32_t inside = segment->offset + (offset - segment->start);
        place.xml = piece->xml.start + (piece->is_verbatim ? inside : 0);
    }
    return place;
}

enum pl_word_story_kind pl_word_view_story(const struct pl_word_view *view,
                                           uint32_t offset)
{
    uint32_t at = segment_at(view, offset);
    if (at == PL_NONE) {
        return PL_WORD_BODY;
    }
    const struct pl_word_para *para =
        &view->word->paras[view->segments[at].para];
    return view->word->stories[para->story].kind;
}

const char *pl_word_story_name(enum pl_word_story_kind kind)
{
    static const char *const names[] = {
        [PL_WORD_BODY] = "body",         [PL_WORD_HEADER] = "header",
        [PL_WORD_FOOTER] = "footer",     [PL_WORD_FOOTNOTE] = "footnote",
        [PL_WORD_ENDNOTE] = "endnote",   [PL_WORD_COMMENT] = "comment",
        [PL_WORD_TEXT_BOX] = "text box",
    };
    return names[kind];
}

/* Of what stands, or stood, from one segment to another. */
static uint32_t change_between(const struct pl_word_view *view,
                               const struct pl_word_segment *first,
                               const struct pl_word_segment *last)
{
    const struct pl_word_file *word = view->word;
    bool is_same = first->piece != PL_NONE && last->piece != PL_NONE &&
                   first->piece < last->piece;
    for (uint32_t i = first->piece; is_same && i <= last->piece; i++) {
        if (word->pieces[i].change != PL_NONE) {
            return word->pieces[i].change;
        }
    }
    return PL_NONE;
}

static uint32_t change_of(const struct pl_word_view *view,
                          const struct pl_word_segment *segment)
{
    const struct pl_word_file *word = view->word;
    const struct pl_word_para *para = &word->paras[segment->para];
    if (segment->piece != PL_NONE) {
        return word->pieces[segment->piece].change;
    }
    switch (segment->kind) {
    case PL_WORD_FROM_PIECE:
        break;
    case PL_WORD_LABEL:
        return para->properties_change != PL_NONE ? para->properties_change
                                                  : para->mark_change;
    case PL_WORD_MADE:
        return view->text.data[segment->start] == '\n' ? para->mark_change
                                                       : PL_NONE;
    }
    return PL_NONE;
}

uint32_t pl_word_view_change(const struct pl_word_view *view,
                             struct pl_range range)
{
    uint32_t first = segment_at(view, range.start);
    if (first == PL_NONE) {
        return PL_NONE;
    }
    uint32_t last = first;
    for (uint32_t i = first;
         i < view->segment_count && view->segments[i].start < range.end; i++) {
        uint32_t change = change_of(view, &view->segments[i]);
        if (change != PL_NONE) {
            return change;
        }
        last = i;
    }
    uint32_t between =
        change_between(view, &view->segments[first], &view->segments[last]);
    const struct pl_word_para *para =
        &view->word->paras[view->segments[first].para];
    return between != PL_NONE ? between : para->row_change;
}
