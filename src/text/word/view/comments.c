/* Comments of a view: those that are not settled, and directives. */
#include "base/chars.h"
#include "text/word/view/viewer.h"

static const pl_str directive_mark = PL_STR("planlint:");

static pl_str first_text(const struct pl_word_viewer *viewer,
                         const struct pl_word_comment *comment)
{
    const struct pl_word_file *word = viewer->word;
    const struct pl_word_story *story = &word->stories[comment->story];
    for (uint32_t i = story->first_para; i < story->para_end; i++) {
        const struct pl_word_para *para = &word->paras[i];
        for (uint32_t k = para->first_piece; k < para->piece_end; k++) {
            pl_str text = pl_str_trim(word->pieces[k].text);
            if (word->pieces[k].kind == PL_WORD_TEXT && text.len > 0) {
                return text;
            }
        }
    }
    return (pl_str){0};
}

/* Settled is what it replies to, too. */
static bool is_settled(const struct pl_word_file *word, uint32_t index)
{
    for (uint32_t hops = 0; index < word->comments_count && hops < 1000;
         hops++) {
        if (word->comments[index].is_resolved) {
            return true;
        }
        index = word->comments[index].parent;
    }
    return false;
}

enum kind { LEFT_OUT, REMARK, DIRECTIVE };

static enum kind kind_of(const struct pl_word_viewer *viewer, uint32_t index)
{
    static const pl_str own_name = PL_STR("planlint");
    const struct pl_word_file *word = viewer->word;
    if (index >= word->comments_count) {
        return LEFT_OUT;
    }
    const struct pl_word_comment *comment = &word->comments[index];
    if (comment->story == PL_NONE || is_settled(word, index) ||
        pl_str_eq(comment->author, own_name)) {
        return LEFT_OUT;
    }
    pl_str text = first_text(viewer, comment);
    return pl_str_starts(text, directive_mark) ? DIRECTIVE : REMARK;
}

void pl_word_take_comment(struct pl_word_viewer *viewer, uint32_t piece)
{
    uint32_t comment = viewer->word->pieces[piece].target;
    if (kind_of(viewer, comment) == REMARK) {
        *PL_VEC_PUSH(viewer->arena, &viewer->comments) = piece;
    }
}

/* A name ends at a colon, and must not be empty. */
static pl_str author_of(struct pl_word_viewer *viewer,
                        const struct pl_word_comment *comment)
{
    enum { LONGEST = 60 };
    struct pl_buf out = pl_buf_in(viewer->arena);
    pl_str name = pl_str_trim(comment->author);
    size_t end = name.len < LONGEST ? name.len : LONGEST;
    while (end > 0 && end < name.len && (name.data[end] & 0xC0) == 0x80) {
        end--;
    }
    for (size_t i = 0; i < end; i++) {
        char c = name.data[i];
        pl_buf_add_char(&out, c == ':' || pl_is_space(c) ? ' ' : c);
    }
    if (out.len == 0) {
        pl_buf_add_text(&out, "someone");
    }
    return pl_buf_str(&out);
}

static void write_remark(struct pl_word_viewer *viewer, uint32_t para,
                         uint32_t mark)
{
    const struct pl_word_comment *comment =
        &viewer->word->comments[viewer->word->pieces[mark].target];
    const struct pl_word_story *story = &viewer->word->stories[comment->story];
    pl_word_write_made(viewer, para, "Comment by ");
    pl_word_write_label(viewer, para, mark, author_of(viewer, comment));
    pl_word_write_made(viewer, para, ": ");
    pl_word_begin_content(viewer, PL_WORD_LINE_NOTE);
    pl_word_write_joined(viewer, story->first_para, story->para_end, " ");
}

void pl_word_write_comments(struct pl_word_viewer *viewer, uint32_t para,
                            bool is_in_line)
{
    for (size_t i = 0; i < viewer->comments.len; i++) {
        if (is_in_line && i == 0) {
            pl_word_write_made(viewer, para, "\t");
        } else {
            pl_word_write_line_end(viewer, para);
        }
        write_remark(viewer, para, viewer->comments.items[i]);
    }
    if (!is_in_line && viewer->comments.len > 0) {
        pl_word_write_line_end(viewer, para);
    }
    viewer->comments.len = 0;
}

/* ----- directives ----- */

/* "ignore" is for the paragraph that the comment stands at. */
static void write_directive(struct pl_word_viewer *viewer, uint32_t para,
                            uint32_t mark, pl_str text)
{
    static const pl_str ignore = PL_STR("ignore");
    pl_str rest = pl_str_trim(pl_str_slice(text, directive_mark.len, text.len));
    struct pl_buf out = pl_buf_in(viewer->arena);
    bool is_ignore = pl_str_starts(rest, ignore);
    pl_buf_add_text(&out, is_ignore ? "disable-next-line" : "");
    for (size_t i = is_ignore ? ignore.len : 0; i < rest.len; i++) {
        char c = rest.data[i];
        if (c != '>') { /* would end the comment */
            pl_buf_add_char(&out, pl_is_space(c) ? ' ' : c);
        }
    }
    pl_word_write_line_end(viewer, para);
    pl_word_write_made(viewer, para, "<!-- planlint-");
    pl_word_write_label(viewer, para, mark, pl_buf_str(&out));
    pl_word_write_made(viewer, para, " -->\n");
}

void pl_word_write_directives(struct pl_word_viewer *viewer,
                              struct pl_word_group group)
{
    const struct pl_word_file *word = viewer->word;
    uint32_t end = word->paras[group.end - 1].piece_end;
    for (uint32_t i = word->paras[group.first].first_piece;
         word->comments_count > 0 && i < end; i++) {
        const struct pl_word_piece *piece = &word->pieces[i];
        if (piece->kind == PL_WORD_COMMENT_MARK &&
            pl_word_viewer_shows(viewer, piece->states) &&
            kind_of(viewer, piece->target) == DIRECTIVE) {
            write_directive(viewer, group.para, i,
                            first_text(viewer, &word->comments[piece->target]));
        }
    }
}
