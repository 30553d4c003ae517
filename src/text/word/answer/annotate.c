#include "text/word/answer/annotate.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"
#include "text/package/zip.h"
#include "text/word/answer/anchor.h"
#include "text/word/answer/comment_part.h"
#include "text/word/answer/ids.h"
#include "text/word/answer/marks.h"
#include "text/word/answer/splice.h"
#include "text/word/view/view.h"

/* In the order in which they stand at one place. */
enum mark_kind { RANGE_END, REFERENCE, POINT, RANGE_START };

struct mark {
    enum mark_kind kind;
    uint32_t part;
    uint32_t para;
    uint32_t note; /* index of the new comment */
    struct pl_word_cut cut;
};

/* All marks at one place of a part. */
struct group {
    const struct mark *marks;
    size_t count;
    struct pl_word_splice_part *part;
    struct pl_buf before; /* what ends there, and what begins again */
    struct pl_buf after;
};

struct annotating {
    struct pl_arena *arena;
    const struct pl_word_answer *answer;
    const struct pl_word_file *word;
    struct pl_word_splices *splices;
    struct pl_word_ids *ids;
    PL_VEC(struct pl_word_new_comment) comments;
    PL_VEC(struct mark) marks;
    PL_VEC(struct group) groups;
};

/* ----- marks ----- */

static void add_mark(struct annotating *it, enum mark_kind kind,
                     const struct pl_word_anchor *anchor,
                     struct pl_word_cut cut)
{
    bool is_start = kind == RANGE_START || kind == POINT;
    *PL_VEC_PUSH(it->arena, &it->marks) = (struct mark){
        .kind = kind,
        .part = anchor->part,
        .para = is_start ? anchor->para : anchor->end_para,
        .note = (uint32_t)it->comments.len,
        .cut = cut,
    };
}

static void add_marks(struct annotating *it,
                      const struct pl_word_anchor *anchor)
{
    if (anchor->is_point) {
        add_mark(it, POINT, anchor, anchor->start);
        return;
    }
    struct pl_word_cut reference = anchor->end;
    if (anchor->reference != anchor->end.xml.start) {
        reference = (struct pl_word_cut){
            .xml = {anchor->reference, anchor->reference}, .run = PL_NONE};
    }
    add_mark(it, RANGE_START, anchor, anchor->start);
    add_mark(it, RANGE_END, anchor, anchor->end);
    add_mark(it, REFERENCE, anchor, reference);
}

static bool add_note(struct annotating *it, const struct pl_word_note *note,
                     struct pl_error *error)
{
    struct pl_word_anchor anchor;
    const struct pl_range *range = note->is_about_all ? NULL : &note->range;
    if (!pl_word_anchor_find(it->answer->view, it->splices, range, &anchor,
                             error)) {
        return false;
    }
    if (anchor.para != PL_NONE) {
        add_marks(it, &anchor);
        *PL_VEC_PUSH(it->arena, &it->comments) =
            (struct pl_word_new_comment){.text = note->text};
    }
    return true;
}

/* What ends and what stands for itself comes before what begins. */
static int rank_of(const struct mark *mark)
{
    return mark->kind == RANGE_START ? 2 : mark->kind == POINT ? 1 : 0;
}

static int compare(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

static int by_place(const void *a, const void *b)
{
    const struct mark *first = a;
    const struct mark *second = b;
    int order = compare(first->part, second->part);
    order =
        order ? order : compare(first->cut.xml.start, second->cut.xml.start);
    order = order ? order : rank_of(first) - rank_of(second);
    order = order ? order : compare(first->note, second->note);
    return order ? order : (int)first->kind - (int)second->kind;
}

/* ----- places ----- */

static bool add_group(struct annotating *it, const struct mark *marks,
                      size_t count, struct pl_error *error)
{
    struct group group = {.marks = marks,
                          .count = count,
                          .before = pl_buf_in(it->arena),
                          .after = pl_buf_in(it->arena)};
    pl_str name = it->word->parts[marks->part].name;
    if (!pl_word_splices_part(it->splices, name, &group.part, error)) {
        return false;
    }
    struct pl_word_cutter cutter = {it->arena, it->word, group.part, it->ids};
    pl_word_cut_close(&cutter, &marks->cut, &group.before);
    pl_word_cut_open(&cutter, &marks->cut, &group.after);
    *PL_VEC_PUSH(it->arena, &it->groups) = group;
    return true;
}

static bool add_groups(struct annotating *it, struct pl_error *error)
{
    const struct mark *marks = it->marks.items;
    size_t count = it->marks.len;
    if (count > 0) {
        qsort(it->marks.items, count, sizeof(struct mark), by_place);
    }
    for (size_t start = 0, end = 0; start < count; start = end) {
        while (end < count && marks[end].part == marks[start].part &&
               marks[end].cut.xml.start == marks[start].cut.xml.start) {
            end++;
        }
        if (!add_group(it, marks + start, end - start, error)) {
            return false;
        }
    }
    return true;
}

static void write_empty(struct pl_buf *out, struct pl_word_form form,
                        const char *name, uint32_t id)
{
    pl_buf_addf(out, "<%.*s%s%s %.*sid=\"%u\"/>", PL_STR_ARG(form.prefix), name,
                form.declaration, PL_STR_ARG(form.prefix), id);
}

static void write_reference(struct pl_buf *out, struct pl_word_form form,
                            uint32_t id)
{
    pl_buf_addf(out, "<%.*sr%s>", PL_STR_ARG(form.prefix), form.declaration);
    form.declaration = "";
    write_empty(out, form, "commentReference", id);
    pl_buf_addf(out, "</%.*sr>", PL_STR_ARG(form.prefix));
}

static void write_mark(const struct annotating *it, const struct group *group,
                       const struct mark *mark, struct pl_buf *out)
{
    uint32_t id = it->comments.items[mark->note].id;
    struct pl_word_form form =
        pl_word_form_at(pl_word_splice_bytes(group->part),
                        it->word->paras[mark->para].xml.start);
    if (mark->kind == RANGE_START || mark->kind == POINT) {
        write_empty(out, form, "commentRangeStart", id);
    }
    if (mark->kind == RANGE_END || mark->kind == POINT) {
        write_empty(out, form, "commentRangeEnd", id);
    }
    if (mark->kind == REFERENCE || mark->kind == POINT) {
        write_reference(out, form, id);
    }
}

static void write_group(const struct annotating *it, const struct group *group)
{
    struct pl_buf out = pl_buf_in(it->arena);
    pl_buf_add(&out, pl_buf_str(&group->before));
    for (size_t i = 0; i < group->count; i++) {
        write_mark(it, group, &group->marks[i], &out);
    }
    pl_buf_add(&out, pl_buf_str(&group->after));
    pl_word_splice(group->part, group->marks->cut.xml, 1, pl_buf_str(&out));
}

/* Ids of comments come after those of what is copied: that is there already
 * when it is done again. */
static void write_groups(struct annotating *it)
{
    for (size_t i = 0; i < it->comments.len; i++) {
        it->comments.items[i].id = pl_word_ids_take(it->ids);
    }
    for (size_t i = 0; i < it->groups.len; i++) {
        write_group(it, &it->groups.items[i]);
    }
}

/* ----- the file ----- */

static bool prove(const struct annotating *it, pl_str bytes,
                  struct pl_error *error)
{
    struct pl_arena *arena = it->arena;
    const struct pl_word_file *word = it->word;
    struct pl_word_expected expected = {
        .final = pl_word_view_make(arena, word, PL_WORD_VIEW_FINAL)->text,
        .original = pl_word_view_make(arena, word, PL_WORD_VIEW_ORIGINAL)->text,
        .markup = pl_word_view_make(arena, word, PL_WORD_VIEW_MARKUP)->text,
    };
    return pl_word_answer_prove(it->answer->zip, bytes, &expected, error);
}

static bool annotate(struct annotating *it, struct pl_word_notes notes,
                     struct pl_buf *out, struct pl_error *error)
{
    struct pl_zip *zip = it->answer->zip;
    struct pl_word_marks old = {it->arena, zip, it->word, it->ids, it->splices};
    if (!pl_word_marks_read(&old, error)) {
        return false;
    }
    for (size_t i = 0; i < notes.count; i++) {
        if (!add_note(it, &notes.items[i], error)) {
            return false;
        }
    }
    if (!add_groups(it, error)) {
        return false;
    }
    write_groups(it);
    struct pl_word_new_comments comments = {it->comments.items,
                                            it->comments.len, it->answer->date};
    return pl_word_comments_add(it->arena, zip, it->splices, &comments,
                                error) &&
           pl_word_splices_write(it->splices, out, error);
}

bool pl_word_annotate(struct pl_arena *arena,
                      const struct pl_word_answer *answer,
                      struct pl_word_notes notes,
                      struct pl_word_annotated *annotated,
                      struct pl_error *error)
{
    struct annotating it = {
        .arena = arena,
        .answer = answer,
        .word = answer->view->word,
        .splices = pl_word_splices_new(arena, answer->zip),
        .ids = pl_word_ids_new(arena),
    };
    struct pl_buf out = pl_buf_in(arena);
    if (!annotate(&it, notes, &out, error)) {
        return false;
    }
    *annotated = (struct pl_word_annotated){pl_buf_str(&out), it.comments.len};
    return prove(&it, annotated->bytes, error);
}
