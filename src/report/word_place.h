/* word_place.h - where something is in a document, for people and for
 * programs: of a Word file, which has no lines, in its own terms. */
#ifndef PLANLINT_REPORT_WORD_PLACE_H
#define PLANLINT_REPORT_WORD_PLACE_H

#include <stdint.h>

#include "base/range.h"
#include "base/str.h"

struct pl_arena;
struct pl_buf;
struct pl_json_writer;
struct pl_plan;
struct pl_word_view;

/* "12:5"; of a Word file its address, "2.6, para 27", or, where it has none,
 * which paragraph it is, "paragraph 3 of the text". In `arena`. */
pl_str pl_place_text(struct pl_arena *arena, const struct pl_plan *plan,
                     uint32_t offset);

/* What begins a message about a place: "plan.md:12:5: \"words\" "; of a Word
 * file "plan.docx: 2.6, para 27: \"words\" ". */
void pl_place_add(struct pl_buf *out, const struct pl_plan *plan,
                  struct pl_range range);

/* The member "word": the story, the part of the file, the paragraph and its
 * number, and the bytes that a range of the text stands for. */
void pl_write_word_place(struct pl_json_writer *to,
                         const struct pl_word_view *view,
                         struct pl_range range);

#endif
