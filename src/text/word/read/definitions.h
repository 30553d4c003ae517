/* definitions.h - the parts that define what a document uses: its styles, its
 * lists, its settings. They are read in the same way, by names of one table. */
#ifndef PLANLINT_TEXT_WORD_READ_DEFINITIONS_H
#define PLANLINT_TEXT_WORD_READ_DEFINITIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/error.h"
#include "base/str.h"
#include "text/package/xml.h"
#include "text/word/model.h"

struct pl_zip;

/* The names of pl_xml_element that such a reader is told of. */
enum pl_word_definition {
#define PL_WORD_DEFINITION(constant, space, local) PL_WD_##constant,
#include "text/word/read/definition.def"
#undef PL_WORD_DEFINITION
    PL_WD_COUNT
};

/* What an element w:ind says. */
struct pl_word_indent
pl_word_definition_indent(const struct pl_xml_element *element);

/* What a reader does with an element. `start` returns false to end the
 * reading, having set the error. */
struct pl_word_definition_reader {
    bool (*start)(void *reading, const struct pl_xml_element *element,
                  struct pl_error *error);
    void (*end)(void *reading, uint16_t name);
    void *reading; /* the reader's own */
};

/* Reads a part by its name; a document without it, which has the empty name,
 * has nothing to tell. */
PL_MUST_CHECK bool
pl_word_definitions_read(struct pl_zip *zip, pl_str part,
                         const struct pl_word_definition_reader *reader,
                         struct pl_error *error);

#endif
