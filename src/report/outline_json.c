#include "report/outline_json.h"

#include "plan/plan.h"
#include "report/outline.h"
#include "text/source.h"

enum { FORM_VERSION = 1 };

void pl_outline_write_label(const struct pl_outline_writer *outline,
                            const char *key, struct pl_label label)
{
    if (label.count == 0) {
        pl_write_null(outline->to, key);
    } else {
        pl_write_str(outline->to, key, pl_label_text(outline->scratch, label));
    }
}

void pl_outline_write_range(const struct pl_outline_writer *outline,
                            const char *key, struct pl_range range)
{
    pl_write_str(outline->to, key, pl_range_text(outline->plan->text, range));
}

void pl_outline_write_line(const struct pl_outline_writer *outline,
                           const char *key, uint32_t offset)
{
    const struct pl_lines *lines = &outline->plan->source->lines;
    pl_write_size(outline->to, key, pl_lines_position(lines, offset).line);
}

static void write_period(const struct pl_outline_writer *outline)
{
    const struct pl_years *period = &outline->plan->period;
    if (period->from == 0) {
        pl_write_null(outline->to, "period");
        return;
    }
    pl_write_object(outline->to, "period", PL_JSON_INLINE);
    pl_write_size(outline->to, "from", period->from);
    pl_write_size(outline->to, "to", period->to);
    pl_write_end(outline->to);
}

void pl_outline_json(struct pl_buf *out, struct pl_arena *scratch,
                     const struct pl_plan *plan)
{
    struct pl_json_writer to = pl_json_writer_to(out);
    struct pl_outline_writer outline = {&to, scratch, plan};
    pl_write_object(&to, NULL, PL_JSON_LAID_OUT);
    pl_write_size(&to, "version", FORM_VERSION);
    pl_write_text(&to, "path", plan->source->path);
    pl_write_text(&to, "format", pl_format_name(plan->source->format));
    pl_write_str(&to, "language", plan->language);
    pl_write_size(&to, "lines", plan->source->lines.count);
    pl_write_size(&to, "words", plan->words->count);
    write_period(&outline);
    pl_outline_write_sections(&outline);
    pl_outline_write_lists(&outline);
    pl_outline_write_tables(&outline);
    pl_outline_write_notes(&outline);
    pl_outline_write_entities(&outline);
    pl_outline_write_acts(&outline);
    pl_outline_write_references(&outline);
    pl_outline_write_acronyms(&outline);
    pl_write_end(&to);
    pl_buf_add_char(out, '\n');
}
