#include "report/ledger.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "lint/finding.h"
#include "lint/rule.h"
#include "plan/plan.h"
#include "report/ledger_form.h"
#include "text/source.h"

enum { FORM_VERSION = 1 };

static const struct ledger_kind {
    void (*fill)(const struct pl_ledger_writer *writer, struct pl_sheet *sheet);
    void (*add_totals)(const struct pl_ledger_writer *writer);
    void (*write_json)(const struct pl_ledger_writer *writer);
} kinds[] = {
    [PL_REGISTER_NONE] = {0},
    [PL_REGISTER_ACRONYMS] = {pl_ledger_acronyms_sheet,
                              pl_ledger_acronyms_totals,
                              pl_ledger_acronyms_json},
    [PL_REGISTER_OPEN] = {pl_ledger_open_sheet, pl_ledger_open_totals,
                          pl_ledger_open_json},
};

bool pl_ledger_has(const struct pl_ledger *ledger,
                   const struct pl_finding *finding)
{
    return finding->rule->kept_in == ledger->which;
}

size_t pl_ledger_entry_count(const struct pl_ledger *ledger)
{
    size_t count = 0;
    for (size_t i = 0; i < ledger->finding_count; i++) {
        count += pl_ledger_has(ledger, ledger->findings[i]);
    }
    return count;
}

size_t pl_ledger_line(const struct pl_ledger *ledger, uint32_t offset)
{
    return pl_lines_position(&ledger->plan->source->lines, offset).line;
}

pl_str pl_ledger_address(const struct pl_ledger_writer *writer, uint32_t offset)
{
    return pl_plan_address(writer->scratch, writer->ledger->plan, offset);
}

/* From the last to the first, so that each chain ascends. */
static void index_subjects(struct pl_ledger_writer *writer)
{
    const struct pl_ledger *ledger = writer->ledger;
    uint32_t *next = pl_arena_array(writer->scratch, ledger->finding_count + 1,
                                    sizeof(*next));
    writer->first_of_subject = pl_map_new(writer->scratch, 64);
    for (size_t i = ledger->finding_count; i-- > 0;) {
        const struct pl_finding *it = ledger->findings[i];
        if (pl_ledger_has(ledger, it)) {
            next[i] = pl_map_get(writer->first_of_subject, it->subject);
            pl_map_put(writer->first_of_subject, it->subject, (uint32_t)i);
        }
    }
    writer->next_of_subject = next;
}

uint32_t pl_ledger_first_about(const struct pl_ledger_writer *writer,
                               pl_str subject)
{
    return pl_map_get(writer->first_of_subject, subject);
}

uint32_t pl_ledger_next_about(const struct pl_ledger_writer *writer,
                              uint32_t at)
{
    return writer->next_of_subject[at];
}

void pl_ledger_write_place(const struct pl_ledger_writer *writer,
                           uint32_t offset)
{
    struct pl_position at =
        pl_lines_position(&writer->ledger->plan->source->lines, offset);
    pl_write_size(writer->json, "line", at.line);
    pl_write_size(writer->json, "column", at.column);
    pl_write_str(writer->json, "address", pl_ledger_address(writer, offset));
}

void pl_ledger_write_rule(const struct pl_ledger_writer *writer,
                          const struct pl_finding *finding)
{
    pl_write_str(writer->json, "rule", finding->rule->id);
    pl_write_str(writer->json, "name", finding->rule->name);
    pl_write_text(writer->json, "severity",
                  pl_severity_name(finding->severity));
}

void pl_ledger_add_count(struct pl_page *page, size_t count, const char *one,
                         const char *many)
{
    pl_page_add_number(page, PL_STYLE_PLAIN, count);
    pl_page_add_text(page, PL_STYLE_PLAIN, " ");
    pl_page_add_text(page, PL_STYLE_PLAIN, count == 1 ? one : many);
}

static void write_json(struct pl_ledger_writer *writer)
{
    const struct pl_plan *plan = writer->ledger->plan;
    struct pl_json_writer to = pl_json_writer_to(writer->page->out);
    writer->json = &to;
    pl_write_object(&to, NULL, PL_JSON_LAID_OUT);
    pl_write_size(&to, "version", FORM_VERSION);
    pl_write_str(&to, "ledger", pl_register_name(writer->ledger->which));
    pl_write_text(&to, "path", plan->source->path);
    pl_write_text(&to, "format", pl_format_name(plan->source->format));
    kinds[writer->ledger->which].write_json(writer);
    pl_write_end(&to);
    pl_buf_add_char(writer->page->out, '\n');
}

static void write_text(const struct pl_ledger_writer *writer,
                       const struct pl_sheet *sheet)
{
    struct pl_page *page = writer->page;
    pl_page_add_text(page, PL_STYLE_PATH, writer->ledger->plan->source->path);
    pl_page_end_line(page);
    pl_page_end_line(page);
    if (sheet->cells.len > 0) {
        pl_sheet_text(page, sheet);
        pl_page_end_line(page);
    }
    kinds[writer->ledger->which].add_totals(writer);
}

void pl_ledger_write(struct pl_page *page, struct pl_arena *scratch,
                     const struct pl_ledger *ledger, enum pl_ledger_form form)
{
    struct pl_ledger_writer writer = {
        .ledger = ledger, .scratch = scratch, .page = page};
    index_subjects(&writer);
    if (form == PL_LEDGER_JSON) {
        write_json(&writer);
        return;
    }
    struct pl_sheet sheet = {.arena = scratch};
    kinds[ledger->which].fill(&writer, &sheet);
    if (form == PL_LEDGER_CSV) {
        pl_sheet_csv(page->out, &sheet);
    } else {
        write_text(&writer, &sheet);
    }
}
