/* sample.h - small Word documents written down as text, for the examples of
 * rules.
 *
 * A line is a paragraph; "# " to "### " before it make it a heading, "%1 " to
 * "%3 " give it an automatic number: "1.", "1.1", "(a)". In a line:
 *
 *     {++text++} {--text--}   inserted, deleted; of the mark at its end:
 *                             {++¶++} {--¶--}
 *     {@name}                 a bookmark, up to the end of the line
 *     {=REF name \r|1.2=}     a field and its result, which may go on in
 *                             further lines and hold other fields
 *     {:name|text:}           a link to a bookmark
 *     {[text]}                a control that nobody has filled in
 *     {>>text<<}              a comment
 *     {^text^}                a footnote */
#ifndef PLANLINT_TEXT_WORD_SAMPLE_SAMPLE_H
#define PLANLINT_TEXT_WORD_SAMPLE_SAMPLE_H

#include "base/str.h"

struct pl_arena;

/* The bytes of a .docx file, in the arena. */
pl_str pl_word_sample(struct pl_arena *arena, pl_str text);

#endif
