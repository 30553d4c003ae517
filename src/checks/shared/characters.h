/* characters.h - which characters a document has, beside those of plain text.
 *
 * The text is read once for all rules; a rule whose characters are not among
 * them need not look at it. */
#ifndef PLANLINT_CHECKS_CHARACTERS_H
#define PLANLINT_CHECKS_CHARACTERS_H

#include <stdbool.h>
#include <stdint.h>

struct pl_characters;
struct pl_run;

const struct pl_characters *pl_characters_of(struct pl_run *run);

/* Whether one of the code points from `first` to `last` may stand in the
 * document. Always true where printable ASCII, tabs or line ends are among
 * them, which are not counted. */
bool pl_characters_have(const struct pl_characters *characters, uint32_t first,
                        uint32_t last);

#endif
