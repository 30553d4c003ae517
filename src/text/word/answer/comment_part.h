/* comment_part.h - the part of a Word file that has the text of its comments,
 * and comments added to it. */
#ifndef PLANLINT_TEXT_WORD_ANSWER_COMMENT_PART_H
#define PLANLINT_TEXT_WORD_ANSWER_COMMENT_PART_H

#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/error.h"
#include "base/str.h"

struct pl_arena;
struct pl_word_splices;
struct pl_zip;

struct pl_word_new_comment {
    uint32_t id;
    pl_str text; /* each line becomes a paragraph */
};

struct pl_word_new_comments {
    const struct pl_word_new_comment *items;
    size_t count;
    pl_str date; /* "2026-05-04T09:30:00Z"; empty: none is written */
};

/* Adds comments of ours behind those that are there. Where there is no such
 * part yet it is made, named in the list of content types and related to the
 * main part. */
PL_MUST_CHECK bool pl_word_comments_add(
    struct pl_arena *arena, struct pl_zip *zip, struct pl_word_splices *splices,
    const struct pl_word_new_comments *comments, struct pl_error *error);

#endif
