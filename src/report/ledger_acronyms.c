/* The acronyms of a document, each with what it stands for, where it is
 * spelled out, how often it is used, and what rules say of it. */
#include "base/arena.h"
#include "base/array.h"
#include "base/buf.h"
#include "lint/finding.h"
#include "lint/rule.h"
#include "plan/plan.h"
#include "report/ledger_form.h"
#include "report/visible.h"

static const struct pl_sheet_column columns[] = {
    {.title = "acronym", .key = "acronym", .style = PL_STYLE_HEADING},
    {.title = "stands for", .key = "expansion", .is_main = true},
    {.title = "line", .key = "line", .is_right = true, .style = PL_STYLE_DIM},
    {.title = "spelled out in", .key = "address", .style = PL_STYLE_DIM},
    {.title = "first use", .key = "first_use_line", .is_right = true},
    {.title = "", .key = "first_use_address", .is_for_programs = true},
    {.title = "uses", .key = "uses", .is_right = true},
    {.title = "", .key = "long_form_uses", .is_for_programs = true},
    {.title = "problems", .key = "problems", .style = PL_STYLE_WARNING},
};

/* "PL402, PL406": each rule once. */
static pl_str problems_of(const struct pl_ledger_writer *writer,
                          const struct pl_acronym *acronym)
{
    const struct pl_ledger *ledger = writer->ledger;
    struct pl_buf out = pl_buf_in(writer->scratch);
    for (uint32_t i = pl_ledger_first_about(writer, acronym->name);
         i != PL_NONE; i = pl_ledger_next_about(writer, i)) {
        pl_str id = ledger->findings[i]->rule->id;
        if (pl_str_find(pl_buf_str(&out), id, 0) == PL_NOWHERE) {
            pl_buf_add_text(&out, out.len > 0 ? ", " : "");
            pl_buf_add(&out, id);
        }
    }
    return pl_buf_str(&out);
}

static uint32_t first_use(const struct pl_plan *plan,
                          const struct pl_acronym *acronym)
{
    return acronym->use_count > 0 ? plan->words->items[acronym->uses[0]].start
                                  : PL_NONE;
}

static pl_str words_of(const struct pl_ledger_writer *writer,
                       const struct pl_expansion *expansion)
{
    pl_str text =
        pl_range_text(writer->ledger->plan->text, expansion->long_form);
    return text.len > 0 ? pl_visible_one_line(writer->scratch, text)
                        : pl_str_from("(words not told apart)");
}

static void add_expansion(const struct pl_ledger_writer *writer,
                          struct pl_sheet *sheet,
                          const struct pl_expansion *expansion)
{
    if (!expansion) {
        pl_sheet_add(sheet, (pl_str){0});
        pl_sheet_add(sheet, (pl_str){0});
        pl_sheet_add(sheet, (pl_str){0});
        return;
    }
    uint32_t offset = expansion->acronym.start;
    pl_sheet_add(sheet, words_of(writer, expansion));
    pl_sheet_add_number(sheet, pl_ledger_line(writer->ledger, offset));
    pl_sheet_add(sheet, pl_ledger_address(writer, offset));
}

/* Cells of all rows of an acronym alike are shown in the first. */
static void add_alike(struct pl_sheet *sheet, pl_str text, bool is_first)
{
    if (is_first) {
        pl_sheet_add(sheet, text);
    } else {
        pl_sheet_add_repeated(sheet, text);
    }
}

static void add_row(const struct pl_ledger_writer *writer,
                    struct pl_sheet *sheet, const struct pl_acronym *acronym,
                    uint32_t index)
{
    const struct pl_ledger *ledger = writer->ledger;
    bool is_first = index == 0;
    uint32_t use = first_use(ledger->plan, acronym);
    pl_str line = {0};
    pl_str address = {0};
    if (use != PL_NONE) {
        line = pl_arena_number(writer->scratch, pl_ledger_line(ledger, use));
        address = pl_ledger_address(writer, use);
    }
    add_alike(sheet, acronym->name, is_first);
    add_expansion(writer, sheet,
                  index < acronym->expansion_count ? &acronym->expansions[index]
                                                   : NULL);
    add_alike(sheet, line, is_first);
    add_alike(sheet, address, is_first);
    add_alike(sheet, pl_arena_number(writer->scratch, acronym->use_count),
              is_first);
    pl_sheet_add_number(sheet, acronym->long_use_count);
    add_alike(sheet, problems_of(writer, acronym), is_first);
}

void pl_ledger_acronyms_sheet(const struct pl_ledger_writer *writer,
                              struct pl_sheet *sheet)
{
    const struct pl_plan *plan = writer->ledger->plan;
    sheet->columns = columns;
    sheet->column_count = PL_COUNT(columns);
    for (uint32_t i = 0; i < plan->acronyms_count; i++) {
        const struct pl_acronym *it = &plan->acronyms[i];
        for (uint32_t k = 0; k == 0 || k < it->expansion_count; k++) {
            add_row(writer, sheet, it, k);
        }
    }
}

struct totals {
    size_t all;
    size_t spelled_out;
    size_t with_problems;
};

static struct totals count_all(const struct pl_ledger_writer *writer)
{
    const struct pl_plan *plan = writer->ledger->plan;
    struct totals totals = {.all = plan->acronyms_count};
    for (uint32_t i = 0; i < plan->acronyms_count; i++) {
        totals.spelled_out += plan->acronyms[i].expansion_count > 0;
        totals.with_problems +=
            pl_ledger_first_about(writer, plan->acronyms[i].name) != PL_NONE;
    }
    return totals;
}

/* "PL402  acronym-defined-late" for each rule that the table names. */
static void add_legend(const struct pl_ledger_writer *writer)
{
    const struct pl_ledger *ledger = writer->ledger;
    struct pl_buf told = pl_buf_in(writer->scratch);
    for (size_t i = 0; i < ledger->finding_count; i++) {
        const struct pl_rule *rule = ledger->findings[i]->rule;
        if (!pl_ledger_has(ledger, ledger->findings[i]) ||
            pl_str_find(pl_buf_str(&told), rule->id, 0) != PL_NOWHERE) {
            continue;
        }
        pl_buf_add(&told, rule->id);
        pl_page_add(writer->page, PL_STYLE_WARNING, rule->id);
        pl_page_add_text(writer->page, PL_STYLE_PLAIN, "  ");
        pl_page_wrap(writer->page, PL_STYLE_PLAIN, rule->id.len + 2,
                     rule->summary);
        pl_page_end_line(writer->page);
    }
    if (told.len > 0) {
        pl_page_end_line(writer->page);
    }
}

void pl_ledger_acronyms_totals(const struct pl_ledger_writer *writer)
{
    struct totals totals = count_all(writer);
    add_legend(writer);
    pl_ledger_add_count(writer->page, totals.all, "acronym", "acronyms");
    if (totals.all > 0) {
        pl_page_add_text(writer->page, PL_STYLE_PLAIN, ", ");
        pl_ledger_add_count(writer->page, totals.spelled_out, "spelled out",
                            "spelled out");
        pl_page_add_text(writer->page, PL_STYLE_PLAIN, ", ");
        pl_ledger_add_count(writer->page, totals.with_problems, "with problems",
                            "with problems");
    }
    pl_page_end_line(writer->page);
}

static void write_expansions(const struct pl_ledger_writer *writer,
                             const struct pl_acronym *acronym)
{
    pl_write_array(writer->json, "expansions", PL_JSON_INLINE);
    for (uint32_t i = 0; i < acronym->expansion_count; i++) {
        const struct pl_expansion *it = &acronym->expansions[i];
        pl_write_object(writer->json, NULL, PL_JSON_INLINE);
        pl_write_str(writer->json, "text",
                     pl_range_text(writer->ledger->plan->text, it->long_form));
        pl_ledger_write_place(writer, it->acronym.start);
        pl_write_end(writer->json);
    }
    pl_write_end(writer->json);
}

static void write_first_use(const struct pl_ledger_writer *writer,
                            const struct pl_acronym *acronym)
{
    uint32_t use = first_use(writer->ledger->plan, acronym);
    if (use == PL_NONE) {
        pl_write_null(writer->json, "firstUse");
        return;
    }
    pl_write_object(writer->json, "firstUse", PL_JSON_INLINE);
    pl_ledger_write_place(writer, use);
    pl_write_end(writer->json);
}

static void write_problems(const struct pl_ledger_writer *writer,
                           const struct pl_acronym *acronym)
{
    const struct pl_ledger *ledger = writer->ledger;
    pl_write_array(writer->json, "problems", PL_JSON_INLINE);
    for (uint32_t i = pl_ledger_first_about(writer, acronym->name);
         i != PL_NONE; i = pl_ledger_next_about(writer, i)) {
        const struct pl_finding *it = ledger->findings[i];
        pl_write_object(writer->json, NULL, PL_JSON_INLINE);
        pl_ledger_write_rule(writer, it);
        pl_ledger_write_place(writer, it->range.start);
        pl_write_text(writer->json, "message", it->message);
        pl_write_end(writer->json);
    }
    pl_write_end(writer->json);
}

void pl_ledger_acronyms_json(const struct pl_ledger_writer *writer)
{
    const struct pl_plan *plan = writer->ledger->plan;
    struct totals totals = count_all(writer);
    pl_write_array(writer->json, "acronyms", PL_JSON_LAID_OUT);
    for (uint32_t i = 0; i < plan->acronyms_count; i++) {
        const struct pl_acronym *it = &plan->acronyms[i];
        pl_write_object(writer->json, NULL, PL_JSON_INLINE);
        pl_write_str(writer->json, "name", it->name);
        write_expansions(writer, it);
        write_first_use(writer, it);
        pl_write_size(writer->json, "uses", it->use_count);
        pl_write_size(writer->json, "longFormUses", it->long_use_count);
        write_problems(writer, it);
        pl_write_end(writer->json);
    }
    pl_write_end(writer->json);
    pl_write_object(writer->json, "summary", PL_JSON_INLINE);
    pl_write_size(writer->json, "acronyms", totals.all);
    pl_write_size(writer->json, "spelledOut", totals.spelled_out);
    pl_write_size(writer->json, "withProblems", totals.with_problems);
    pl_write_end(writer->json);
}
