/* outline.h - what can be wrong with an outline, for outline.c alone. */
#ifndef PLANLINT_CHECKS_OUTLINE_H
#define PLANLINT_CHECKS_OUTLINE_H

struct pl_run;

/* Headings: 2.1 without 2.2; 2.1.1 right below 2. */
void pl_outline_lone(struct pl_run *run);
void pl_outline_skipped(struct pl_run *run);

/* A heading, a number or a marker with nothing after it. */
void pl_outline_empty_sections(struct pl_run *run);
void pl_outline_empty_paragraphs(struct pl_run *run);
void pl_outline_empty_items(struct pl_run *run);

/* "3." after "2)" in one list. */
void pl_outline_mixed_markers(struct pl_run *run);

#endif
