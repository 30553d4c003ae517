/* note_rule.h - what the settings of a document and its sections say about the
 * numbers of notes. */
#ifndef PLANLINT_TEXT_WORD_READ_NOTE_RULE_H
#define PLANLINT_TEXT_WORD_READ_NOTE_RULE_H

#include <stdint.h>

#include "text/word/model.h"

enum { PL_WORD_UNSAID = 0xFF /* a format, a restart */ };

/* A rule that says nothing. */
struct pl_word_note_rule pl_word_note_rule_empty(void);

/* Takes the value of w:numFmt, w:numStart, w:numRestart. */
void pl_word_note_rule_format(struct pl_word_note_rule *rule, pl_str value);
void pl_word_note_rule_start(struct pl_word_note_rule *rule, pl_str value);
void pl_word_note_rule_restart(struct pl_word_note_rule *rule, pl_str value);

/* What it does not say, as `other` does. */
void pl_word_note_rule_complete(struct pl_word_note_rule *rule,
                                const struct pl_word_note_rule *other);

#endif
