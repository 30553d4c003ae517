/* xml_text.h - text written into XML. */
#ifndef PLANLINT_TEXT_WORD_XML_TEXT_H
#define PLANLINT_TEXT_WORD_XML_TEXT_H

#include "base/str.h"

struct pl_buf;

/* UTF-8 with its special characters escaped; characters that XML cannot hold
 * are left out. */
void pl_word_xml_add(struct pl_buf *out, pl_str text);

#endif
