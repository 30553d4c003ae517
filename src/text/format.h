/* format.h - which format a text is in, told from the text itself. */
#ifndef PLANLINT_TEXT_FORMAT_H
#define PLANLINT_TEXT_FORMAT_H

#include "base/str.h"
#include "text/source.h"

/* Looks at the first 64 KiB at most, and at the path's extension where the
 * text does not tell. */
enum pl_format pl_format_detect(const char *path, pl_str text);

#endif
