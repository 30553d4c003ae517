/* marks.h - the marks of comments and changes in the parts of a Word file:
 * which ids they use, and those of our own comments, to be taken out. */
#ifndef PLANLINT_TEXT_WORD_ANSWER_MARKS_H
#define PLANLINT_TEXT_WORD_ANSWER_MARKS_H

#include "base/attr.h"
#include "base/error.h"
#include "text/word/model.h"

struct pl_arena;
struct pl_word_ids;
struct pl_word_splices;
struct pl_zip;

#define PL_WORD_AUTHOR "planlint" /* of comments and changes that are ours */

/* Whether a comment is ours and may go: nobody has replied to it. */
bool pl_word_comment_is_ours(const struct pl_word_file *word, uint32_t comment);

struct pl_word_marks {
    struct pl_arena *arena;
    struct pl_zip *zip;
    const struct pl_word_file *word;
    struct pl_word_ids *ids;         /* is told those that are used */
    struct pl_word_splices *splices; /* takes our comments out; NULL: they
                                        stay, and their ids are used */
};
PL_MUST_CHECK bool pl_word_marks_read(const struct pl_word_marks *marks,
                                      struct pl_error *error);

#endif
