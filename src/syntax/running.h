/* running.h - running text: what of a line the scanner does nothing but count.
 *
 * It looks at letters where they may be a marker, a number's title, a word that
 * makes a heading, a name or an address (grammar/src/scan/): at the beginning
 * of a line, and after a character that interrupts text. */
#ifndef PLANLINT_SYNTAX_RUNNING_H
#define PLANLINT_SYNTAX_RUNNING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/range.h"
#include "base/str.h"

/* On the way through a line of the text. */
struct pl_running {
    pl_str text;
    bool at_start; /* nothing but blanks since the beginning or a comment */
    bool in_word;  /* all of it is looked at, up to the next blank */
    bool is_wide;  /* the stretch is not all ASCII */
};

/* Where the stretch ends that is at `at`: letters, digits, spaces and the marks
 * that say nothing to the scanner. It may be empty. */
size_t pl_running_end(struct pl_running *it, size_t at);

/* The part of a stretch, which is not empty, that is only counted: it ends
 * where a word does. */
struct pl_range pl_running_part(struct pl_running *it, size_t at, size_t end);

/* Takes the character that ended a stretch; returns its end. */
size_t pl_running_pass(struct pl_running *it, size_t at);

#endif
