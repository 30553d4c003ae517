/* outline_json.h - the parts of the outline in JSON; for its own files. */
#ifndef PLANLINT_REPORT_OUTLINE_JSON_H
#define PLANLINT_REPORT_OUTLINE_JSON_H

#include <stdint.h>

#include "base/range.h"
#include "plan/label.h"
#include "report/json_writer.h"

struct pl_arena;
struct pl_plan;

struct pl_outline_writer {
    struct pl_json_writer *to;
    struct pl_arena *scratch;
    const struct pl_plan *plan;
};

/* Members of an object: a number as understood (null when there is none), the
 * text of a range, the line that an offset is in. */
void pl_outline_write_label(const struct pl_outline_writer *outline,
                            const char *key, struct pl_label label);
void pl_outline_write_range(const struct pl_outline_writer *outline,
                            const char *key, struct pl_range range);
void pl_outline_write_line(const struct pl_outline_writer *outline,
                           const char *key, uint32_t offset);

/* One or more members of the root each. */
void pl_outline_write_sections(const struct pl_outline_writer *outline);
void pl_outline_write_lists(const struct pl_outline_writer *outline);
void pl_outline_write_tables(const struct pl_outline_writer *outline);
void pl_outline_write_notes(const struct pl_outline_writer *outline);
void pl_outline_write_entities(const struct pl_outline_writer *outline);
void pl_outline_write_references(const struct pl_outline_writer *outline);
void pl_outline_write_acts(const struct pl_outline_writer *outline);
void pl_outline_write_acronyms(const struct pl_outline_writer *outline);

#endif
