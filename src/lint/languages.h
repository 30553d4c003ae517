/* languages.h - the languages that a rule speaks, its "languages", against
 * those of a document. */
#ifndef PLANLINT_LINT_LANGUAGES_H
#define PLANLINT_LINT_LANGUAGES_H

#include <stdbool.h>
#include <stdint.h>

struct pl_run;

/* Whether the rule of the run speaks the language of its document, or of some
 * block of it. A rule without languages speaks all. */
bool pl_rule_speaks_to(const struct pl_run *run);

/* Whether it speaks the language of the text at a byte offset. */
bool pl_rule_speaks_at(const struct pl_run *run, uint32_t offset);

#endif
