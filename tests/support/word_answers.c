#include "word_answers.h"

#include "base/vec.h"
#include "text/package/zip.h"
#include "text/word/answer/marks.h"
#include "text/word/answer/tracked.h"
#include "text/word/read/read.h"

bool word_open(struct pl_arena *arena, const char *path, pl_str bytes,
               struct word_opened *opened)
{
    struct pl_error error;
    opened->bytes = bytes;
    if (!pl_word_read(arena, path, bytes, &opened->word, &error) ||
        !pl_zip_open(arena, path, bytes, &opened->zip, &error)) {
        return false;
    }
    opened->view = pl_word_view_make(arena, opened->word, PL_WORD_VIEW_FINAL);
    return true;
}

pl_str word_part(struct pl_arena *arena, pl_str bytes, const char *name)
{
    struct pl_zip *zip;
    struct pl_error error;
    pl_str data = {0};
    if (!pl_zip_open(arena, name, bytes, &zip, &error)) {
        return data;
    }
    size_t entry = pl_zip_find(zip, pl_str_from(name));
    if (entry == PL_NOWHERE || !pl_zip_read(arena, zip, entry, &data, &error)) {
        return (pl_str){0};
    }
    return data;
}

/* ----- what must not change ----- */

/* Parts in which there are comments, and the lists that name those. */
static bool may_change(const struct pl_word_file *word, pl_str name)
{
    if (pl_str_ends(name, (pl_str)PL_STR(".rels")) ||
        pl_str_eq(name, (pl_str)PL_STR("[Content_Types].xml"))) {
        return true;
    }
    for (uint32_t i = 0; i < word->parts_count; i++) {
        if (pl_str_eq_ignore_case(word->parts[i].name, name)) {
            return true;
        }
    }
    return false;
}

static bool is_untouched(struct pl_arena *arena, const struct word_opened *file,
                         const struct word_opened *made)
{
    struct pl_error error;
    for (size_t i = 0; i < pl_zip_count(file->zip); i++) {
        pl_str name = pl_zip_name(file->zip, i);
        size_t entry = pl_zip_find(made->zip, name);
        pl_str before;
        pl_str after;
        if (may_change(file->word, name)) {
            continue;
        }
        if (entry == PL_NOWHERE) {
            return false;
        }
        bool was_readable = pl_zip_read(arena, file->zip, i, &before, &error);
        bool is_readable = pl_zip_read(arena, made->zip, entry, &after, &error);
        if (was_readable != is_readable ||
            (was_readable && !pl_str_eq(before, after))) {
            return false;
        }
    }
    return true;
}

static bool is_same_view(struct pl_arena *arena, const struct word_opened *a,
                         const struct word_opened *b,
                         enum pl_word_view_kind kind)
{
    return pl_str_eq(pl_word_view_make(arena, a->word, kind)->text,
                     pl_word_view_make(arena, b->word, kind)->text);
}

/* ----- comments ----- */

static size_t count_ours(const struct pl_word_file *word, bool wanted)
{
    size_t count = 0;
    for (uint32_t i = 0; i < word->comments_count; i++) {
        bool has_text = word->comments[i].story != PL_NONE;
        count += has_text && pl_word_comment_is_ours(word, i) == wanted;
    }
    return count;
}

/* Each has a mark, and it is in the parts that can have one. */
static bool are_anchored(const struct pl_word_file *word)
{
    for (uint32_t i = 0; i < word->comments_count; i++) {
        const struct pl_word_comment *it = &word->comments[i];
        if (pl_word_comment_is_ours(word, i) && it->para == PL_NONE) {
            return false;
        }
    }
    return true;
}

static bool annotate(struct pl_arena *arena, const struct word_opened *file,
                     struct pl_word_notes notes,
                     struct pl_word_annotated *annotated,
                     struct pl_error *error)
{
    struct pl_word_answer answer = {file->zip, file->view, PL_STR(ANSWER_DATE)};
    return pl_word_annotate(arena, &answer, notes, annotated, error);
}

static const char *again_fault(struct pl_arena *arena,
                               const struct word_opened *made,
                               struct pl_word_notes notes)
{
    struct pl_word_annotated again;
    struct pl_error error;
    if (!annotate(arena, made, notes, &again, &error)) {
        return pl_arena_printf(arena, "again: %s", error.message);
    }
    return pl_str_eq(again.bytes, made->bytes)
               ? NULL
               : "annotating again gives other bytes";
}

const char *word_annotation_fault(struct pl_arena *arena,
                                  const struct word_opened *file,
                                  struct pl_word_notes notes, pl_str *bytes)
{
    struct pl_word_annotated annotated;
    struct pl_error error;
    struct word_opened made;
    if (!annotate(arena, file, notes, &annotated, &error)) {
        return pl_arena_printf(arena, "%s", error.message);
    }
    if (bytes) {
        *bytes = annotated.bytes;
    }
    if (!word_open(arena, "made.docx", annotated.bytes, &made)) {
        return "what was made cannot be read";
    }
    if (!is_same_view(arena, file, &made, PL_WORD_VIEW_FINAL) ||
        !is_same_view(arena, file, &made, PL_WORD_VIEW_ORIGINAL) ||
        !is_same_view(arena, file, &made, PL_WORD_VIEW_MARKUP)) {
        return "a view has changed";
    }
    if (!is_untouched(arena, file, &made)) {
        return "something else has changed";
    }
    if (count_ours(made.word, true) != annotated.placed ||
        count_ours(made.word, false) != count_ours(file->word, false) ||
        !are_anchored(made.word)) {
        return "there are not as many comments as there should be";
    }
    return again_fault(arena, &made, notes);
}

/* ----- tracked changes ----- */

const char *word_tracking_fault(struct pl_arena *arena,
                                const struct word_opened *file,
                                struct pl_edits edits, size_t *taken,
                                pl_str *bytes)
{
    struct pl_word_answer answer = {file->zip, file->view, PL_STR(ANSWER_DATE)};
    struct pl_word_tracker *tracker = pl_word_tracker_new(arena, &answer);
    PL_VEC(struct pl_edit) possible = {0};
    for (size_t i = 0; i < edits.count; i++) {
        if (pl_word_tracker_takes(tracker, &edits.items[i])) {
            *PL_VEC_PUSH(arena, &possible) = edits.items[i];
        }
    }
    *taken = possible.len;
    struct pl_edits chosen = {possible.items, possible.len};
    struct pl_error error;
    struct word_opened made;
    if (!pl_word_tracker_write(tracker, chosen, bytes, &error)) {
        return pl_arena_printf(arena, "%s", error.message);
    }
    if (!word_open(arena, "made.docx", *bytes, &made)) {
        return "what was made cannot be read";
    }
    if (!is_same_view(arena, file, &made, PL_WORD_VIEW_ORIGINAL)) {
        return "the original view has changed";
    }
    pl_str wanted = pl_edits_apply(arena, file->view->text, chosen);
    if (!pl_word_is_same_text(made.view->text, wanted)) {
        return "the final view has other changes";
    }
    return is_untouched(arena, file, &made) ? NULL
                                            : "something else has changed";
}
