/* articles.h - the numbered articles of a law or of bylaws, and the sections
 * that begin a paragraph there. */
#ifndef PLANLINT_PLAN_ARTICLES_H
#define PLANLINT_PLAN_ARTICLES_H

struct pl_arena;
struct pl_plan;

/* Fills plan->articles with what is "Article 5 - Name" in a heading or in a
 * bold line, "Article 5" on a line of its own, or "Section 3.4. Notice." at the
 * beginning of a paragraph. Blocks, sections and words
 * of the plan are there. */
void pl_articles_build(struct pl_arena *arena, struct pl_plan *plan);

#endif
