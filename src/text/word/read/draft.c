#include "text/word/read/draft.h"

#include "base/arena.h"
#include "base/map.h"
#include "text/word/read/note_rule.h"

static void free_arena(void *arena)
{
    pl_arena_free(arena);
}

struct pl_word_draft *pl_word_draft_new(struct pl_arena *arena,
                                        const char *path)
{
    struct pl_word_draft *draft = pl_arena_alloc(arena, sizeof(*draft));
    draft->arena = arena;
    draft->text = pl_arena_new();
    pl_arena_adopt(arena, draft->text, free_arena);
    draft->path = path;
    draft->comments_by_id = pl_map_new(arena, 16);
    return draft;
}

struct pl_word_draft_comment *pl_word_draft_comment(struct pl_word_draft *draft,
                                                    pl_str id)
{
    uint32_t found = pl_map_get(draft->comments_by_id, id);
    if (found == PL_NONE) {
        pl_str key = pl_arena_copy(draft->arena, id);
        found = (uint32_t)draft->comments.len;
        pl_map_put(draft->comments_by_id, key, found);
        *PL_VEC_PUSH(draft->arena, &draft->comments) =
            (struct pl_word_draft_comment){
                .comment = {.id = key,
                            .parent = PL_NONE,
                            .story = PL_NONE,
                            .para = PL_NONE},
                .start = {PL_NONE, 0},
                .end = {PL_NONE, 0},
            };
    }
    return &draft->comments.items[found];
}

bool pl_word_draft_has_room(const struct pl_word_draft *draft,
                            struct pl_error *error)
{
    enum { MOST = 112 * 1024 * 1024, MOST_MOVED = 20 * 1000 * 1000 };
    size_t size = draft->paras.len * sizeof(*draft->paras.items) +
                  draft->pieces.len * sizeof(*draft->pieces.items) +
                  draft->runs.len * sizeof(*draft->runs.items) +
                  draft->changes.len * 2 * sizeof(*draft->changes.items) +
                  draft->tables.len * sizeof(*draft->tables.items) +
                  draft->stories.len * 3 * sizeof(*draft->stories.items) +
                  draft->links.len * sizeof(*draft->links.items) +
                  draft->fields.len * 4 * sizeof(*draft->fields.items) +
                  draft->bookmarks.len * 4 * sizeof(*draft->bookmarks.items) +
                  draft->comments.len * 3 * sizeof(*draft->comments.items) +
                  pl_arena_used(draft->text);
    return (size <= MOST && draft->moved <= MOST_MOVED) ||
           PL_FAIL(error, "%s: holds more than is read of a document",
                   draft->path);
}

/* ----- paragraphs in the order of their stories ----- */

/* Of each paragraph of the draft, its index in the model. Those of a story
 * stand together, in their order. */
static uint32_t *places_of(const struct pl_word_draft *draft)
{
    size_t stories = draft->stories.len;
    uint32_t *next = pl_arena_array(draft->arena, stories + 1, sizeof(*next));
    uint32_t *places =
        pl_arena_array(draft->arena, draft->paras.len + 1, sizeof(*places));
    for (size_t i = 0; i < draft->paras.len; i++) {
        next[draft->paras.items[i].story + 1]++;
    }
    for (size_t i = 0; i < stories; i++) {
        next[i + 1] += next[i];
        draft->stories.items[i].first_para = next[i];
        draft->stories.items[i].para_end = next[i + 1];
    }
    for (size_t i = 0; i < draft->paras.len; i++) {
        places[i] = next[draft->paras.items[i].story]++;
    }
    return places;
}

static uint32_t *ids_of(const struct pl_word_draft *draft,
                        const uint32_t *places)
{
    uint32_t *ids =
        pl_arena_array(draft->arena, draft->paras.len + 1, sizeof(*ids));
    for (uint32_t i = 0; i < draft->paras.len; i++) {
        ids[places[i]] = i;
    }
    return ids;
}

/* Without text boxes they are in that order already. */
static const struct pl_word_para *ordered_paras(struct pl_word_draft *draft,
                                                const uint32_t *places)
{
    bool is_ordered = true;
    for (uint32_t i = 0; i < draft->paras.len; i++) {
        is_ordered &= places[i] == i;
    }
    if (is_ordered) {
        return draft->paras.items;
    }
    struct pl_word_para *ordered =
        pl_arena_array(draft->arena, draft->paras.len, sizeof(*ordered));
    for (size_t i = 0; i < draft->paras.len; i++) {
        ordered[places[i]] = draft->paras.items[i];
    }
    return ordered;
}

struct ending {
    struct pl_word_draft *draft;
    struct pl_word_file *word;
    const uint32_t *places; /* index in the model, by index in the draft */
    const uint32_t *ids;    /* and the other way round */
};

/* The paragraph of a spot; one behind the last is the last one's end. */
static uint32_t para_of(const struct ending *it, struct pl_word_spot spot)
{
    if (spot.para == PL_NONE || it->word->paras_count == 0) {
        return PL_NONE;
    }
    uint32_t last = it->word->paras_count - 1;
    return it->places[spot.para < last ? spot.para : last];
}

static uint32_t piece_of(const struct ending *it, struct pl_word_spot spot)
{
    uint32_t at = para_of(it, spot);
    if (at == PL_NONE) {
        return 0;
    }
    const struct pl_word_para *para = &it->word->paras[at];
    bool is_behind = spot.para >= it->word->paras_count;
    uint32_t count = para->piece_end - para->first_piece;
    return is_behind || spot.piece > count ? para->piece_end
                                           : para->first_piece + spot.piece;
}

/* What begins in a story ends in it: a mark behind its last paragraph, or one
 * that is astray. */
static struct pl_word_spot end_in_story(const struct ending *it,
                                        struct pl_word_spot start,
                                        struct pl_word_spot end)
{
    const struct pl_word_draft *draft = it->draft;
    uint32_t last = (uint32_t)draft->paras.len - 1;
    if (end.para == PL_NONE || start.para > last) {
        return start; /* damaged: it never ends */
    }
    uint32_t story = draft->paras.items[start.para].story;
    if (end.para <= last && draft->paras.items[end.para].story == story &&
        end.para >= start.para) {
        return end;
    }
    uint32_t at = it->places[start.para];
    uint32_t end_of_story = draft->stories.items[story].para_end;
    return at < end_of_story
               ? (struct pl_word_spot){it->ids[end_of_story - 1], UINT32_MAX}
               : start;
}

static void end_fields(const struct ending *it)
{
    size_t count = it->draft->fields.len;
    struct pl_word_field *fields =
        pl_arena_array(it->draft->arena, count + 1, sizeof(*fields));
    for (size_t i = 0; i < count; i++) {
        struct pl_word_draft_field *from = &it->draft->fields.items[i];
        from->end = end_in_story(it, from->start, from->end);
        fields[i] = from->field;
        fields[i].first_para = para_of(it, from->start);
        fields[i].first_piece = piece_of(it, from->start);
        fields[i].last_para = para_of(it, from->end);
        fields[i].piece_end = piece_of(it, from->end);
    }
    it->word->fields = fields;
    it->word->fields_count = (uint32_t)count;
}

static void end_bookmarks(const struct ending *it)
{
    size_t count = it->draft->bookmarks.len;
    struct pl_word_bookmark *bookmarks =
        pl_arena_array(it->draft->arena, count + 1, sizeof(*bookmarks));
    for (size_t i = 0; i < count; i++) {
        struct pl_word_draft_bookmark *from = &it->draft->bookmarks.items[i];
        from->end = end_in_story(it, from->start, from->end);
        bookmarks[i] = from->bookmark;
        bookmarks[i].first_para = para_of(it, from->start);
        bookmarks[i].first_piece = piece_of(it, from->start);
        bookmarks[i].last_para = para_of(it, from->end);
        bookmarks[i].piece_end = piece_of(it, from->end);
    }
    it->word->bookmarks = bookmarks;
    it->word->bookmarks_count = (uint32_t)count;
}

static void end_comments(const struct ending *it)
{
    size_t count = it->draft->comments.len;
    struct pl_word_comment *comments =
        pl_arena_array(it->draft->arena, count + 1, sizeof(*comments));
    for (size_t i = 0; i < count; i++) {
        struct pl_word_draft_comment *from = &it->draft->comments.items[i];
        from->end = end_in_story(it, from->start, from->end);
        comments[i] = from->comment;
        comments[i].para = para_of(it, from->start);
        comments[i].first_piece = piece_of(it, from->start);
        comments[i].piece_end = piece_of(it, from->end);
    }
    it->word->comments = comments;
    it->word->comments_count = (uint32_t)count;
}

/* ----- marks and what they stand for ----- */

static pl_str key_of(struct pl_arena *arena, bool is_endnote, pl_str id)
{
    return pl_str_from(pl_arena_printf(arena, "%c%.*s", is_endnote ? 'e' : 'f',
                                       PL_STR_ARG(id)));
}

static void point_marks(const struct ending *it)
{
    struct pl_word_draft *draft = it->draft;
    struct pl_arena *scratch = pl_arena_new();
    struct pl_map *notes = pl_map_new(scratch, draft->stories.len);
    for (uint32_t i = 0; i < draft->stories.len; i++) {
        const struct pl_word_story *story = &draft->stories.items[i];
        if (story->kind == PL_WORD_FOOTNOTE || story->kind == PL_WORD_ENDNOTE) {
            pl_map_put(
                notes,
                key_of(scratch, story->kind == PL_WORD_ENDNOTE, story->id), i);
        }
    }
    for (size_t i = 0; i < draft->pieces.len; i++) {
        struct pl_word_piece *piece = &draft->pieces.items[i];
        if (piece->kind == PL_WORD_NOTE_MARK) {
            piece->target = pl_map_get(
                notes, key_of(scratch, piece->is_endnote, piece->text));
        } else if (piece->kind == PL_WORD_COMMENT_MARK) {
            piece->target = pl_map_get(draft->comments_by_id, piece->text);
        }
    }
    pl_arena_free(scratch);
}

/* The last one ends with the body, whether or not it has properties. */
static void end_sections(const struct ending *it)
{
    struct pl_word_draft *draft = it->draft;
    size_t count = draft->sections.len;
    if (count == 0 || draft->sections.items[count - 1].last_para != PL_NONE) {
        *PL_VEC_PUSH(draft->arena, &draft->sections) = (struct pl_word_section){
            PL_NONE, {pl_word_note_rule_empty(), pl_word_note_rule_empty()}};
    }
    for (size_t i = 0; i < draft->sections.len; i++) {
        uint32_t *last = &draft->sections.items[i].last_para;
        *last = *last == PL_NONE ? PL_NONE : it->places[*last];
    }
    it->word->sections = draft->sections.items;
    it->word->sections_count = (uint32_t)draft->sections.len;
}

struct pl_word_file *pl_word_draft_end(struct pl_word_draft *draft)
{
    struct pl_word_file *word = pl_arena_alloc(draft->arena, sizeof(*word));
    const uint32_t *places = places_of(draft);
    struct ending it = {draft, word, places, ids_of(draft, places)};
    word->path = draft->path;
    word->parts = draft->parts.items;
    word->parts_count = (uint32_t)draft->parts.len;
    word->paras = ordered_paras(draft, it.places);
    word->paras_count = (uint32_t)draft->paras.len;
    for (size_t i = 0; i < draft->stories.len; i++) {
        uint32_t anchor = draft->stories.items[i].anchor;
        draft->stories.items[i].anchor =
            anchor == PL_NONE ? PL_NONE : it.places[anchor];
    }
    word->stories = draft->stories.items;
    word->stories_count = (uint32_t)draft->stories.len;
    end_fields(&it);
    end_bookmarks(&it);
    end_comments(&it);
    end_sections(&it);
    point_marks(&it);
    word->pieces = draft->pieces.items;
    word->pieces_count = (uint32_t)draft->pieces.len;
    word->runs = draft->runs.items;
    word->runs_count = (uint32_t)draft->runs.len;
    word->changes = draft->changes.items;
    word->changes_count = (uint32_t)draft->changes.len;
    word->tables = draft->tables.items;
    word->tables_count = (uint32_t)draft->tables.len;
    word->links = draft->links.items;
    word->links_count = (uint32_t)draft->links.len;
    word->has_unread = draft->has_unread;
    return word;
}
