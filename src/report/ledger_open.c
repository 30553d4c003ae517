/* What is still to be settled in a document: the findings of the rules that
 * say so, with the counts that a submission is held against. */
#include <stdlib.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/buf.h"
#include "base/search.h"
#include "base/vec.h"
#include "lint/finding.h"
#include "lint/rule.h"
#include "plan/plan.h"
#include "report/ledger_form.h"
#include "report/visible.h"

static const struct pl_sheet_column columns[] = {
    {.title = "line", .key = "line", .is_right = true, .style = PL_STYLE_DIM},
    {.title = "place", .key = "address", .style = PL_STYLE_ADDRESS},
    {.title = "kind", .key = "kind"},
    {.title = "", .key = "rule", .is_for_programs = true},
    {.title = "author", .key = "author"},
    {.title = "text", .key = "text", .is_main = true},
};

/* The comment that a finding is about, or NULL. */
static const struct pl_comment *comment_of(const struct pl_plan *plan,
                                           struct pl_range range)
{
    uint32_t at = PL_FIRST_FROM(plan->comments, plan->comments_count,
                                range.start, range.start);
    return at < plan->comments_count &&
                   plan->comments[at].range.start == range.start
               ? &plan->comments[at]
               : NULL;
}

struct entry {
    const struct pl_finding *finding;
    pl_str author; /* empty: not known */
    pl_str text;
};

static struct entry read_entry(const struct pl_ledger_writer *writer,
                               const struct pl_finding *finding)
{
    const struct pl_plan *plan = writer->ledger->plan;
    const struct pl_comment *comment = comment_of(plan, finding->range);
    struct pl_range text = comment ? comment->body : finding->range;
    return (struct entry){
        .finding = finding,
        .author =
            comment ? pl_range_text(plan->text, comment->author) : (pl_str){0},
        .text = pl_visible_one_line(writer->scratch,
                                    pl_range_text(plan->text, text)),
    };
}

struct entries {
    PL_VEC(struct entry) all;
};

static struct entries read_entries(const struct pl_ledger_writer *writer)
{
    const struct pl_ledger *ledger = writer->ledger;
    struct entries entries = {0};
    for (size_t i = 0; i < ledger->finding_count; i++) {
        if (pl_ledger_has(ledger, ledger->findings[i])) {
            *PL_VEC_PUSH(writer->scratch, &entries.all) =
                read_entry(writer, ledger->findings[i]);
        }
    }
    return entries;
}

void pl_ledger_open_sheet(const struct pl_ledger_writer *writer,
                          struct pl_sheet *sheet)
{
    struct entries entries = read_entries(writer);
    sheet->columns = columns;
    sheet->column_count = PL_COUNT(columns);
    for (size_t i = 0; i < entries.all.len; i++) {
        const struct entry *it = &entries.all.items[i];
        uint32_t offset = it->finding->range.start;
        pl_sheet_add_number(sheet, pl_ledger_line(writer->ledger, offset));
        pl_sheet_add(sheet, pl_ledger_address(writer, offset));
        pl_sheet_add(sheet, it->finding->rule->name);
        pl_sheet_add(sheet, it->finding->rule->id);
        pl_sheet_add(sheet, it->author);
        pl_sheet_add(sheet, it->text);
    }
}

/* How often a kind or an author occurs. */
struct tally {
    pl_str name;
    size_t count;
};

struct tallies {
    PL_VEC(struct tally) each; /* by name */
};

static int by_text(const void *a, const void *b)
{
    return pl_str_compare(*(const pl_str *)a, *(const pl_str *)b);
}

static struct tallies count_names(struct pl_arena *scratch, pl_str *names,
                                  size_t count)
{
    struct tallies tallies = {0};
    if (count > 0) {
        qsort(names, count, sizeof(*names), by_text);
    }
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || !pl_str_eq(names[i], names[i - 1])) {
            *PL_VEC_PUSH(scratch, &tallies.each) = (struct tally){names[i], 0};
        }
        tallies.each.items[tallies.each.len - 1].count++;
    }
    return tallies;
}

static struct tallies count_kinds(const struct pl_ledger_writer *writer,
                                  const struct entries *entries)
{
    size_t count = entries->all.len;
    pl_str *names = pl_arena_array(writer->scratch, count + 1, sizeof(*names));
    for (size_t i = 0; i < count; i++) {
        names[i] = entries->all.items[i].finding->rule->name;
    }
    return count_names(writer->scratch, names, count);
}

static struct tallies count_authors(const struct pl_ledger_writer *writer,
                                    const struct entries *entries)
{
    size_t known = 0;
    pl_str *names =
        pl_arena_array(writer->scratch, entries->all.len + 1, sizeof(*names));
    for (size_t i = 0; i < entries->all.len; i++) {
        if (entries->all.items[i].author.len > 0) {
            names[known++] = entries->all.items[i].author;
        }
    }
    return count_names(writer->scratch, names, known);
}

/* "by kind: comment-left-in-text 3, placeholder-left-in-text 1". */
static void add_tallies(const struct pl_ledger_writer *writer,
                        const char *title, const struct tallies *tallies)
{
    struct pl_buf line = pl_buf_in(writer->scratch);
    pl_buf_add_text(&line, title);
    for (size_t i = 0; i < tallies->each.len; i++) {
        const struct tally *it = &tallies->each.items[i];
        pl_buf_addf(&line, "%s %.*s %zu", i > 0 ? "," : "",
                    PL_STR_ARG(it->name), it->count);
    }
    if (tallies->each.len > 0) {
        pl_page_wrap(writer->page, PL_STYLE_PLAIN, 2, pl_buf_str(&line));
        pl_page_end_line(writer->page);
    }
}

void pl_ledger_open_totals(const struct pl_ledger_writer *writer)
{
    const struct pl_ledger *ledger = writer->ledger;
    struct pl_page *page = writer->page;
    struct entries entries = read_entries(writer);
    struct tallies kinds = count_kinds(writer, &entries);
    struct tallies authors = count_authors(writer, &entries);
    add_tallies(writer, "by kind:", &kinds);
    add_tallies(writer, "by author:", &authors);
    pl_page_add_text(page, PL_STYLE_PLAIN,
                     ledger->is_partial ? "more than " : "");
    pl_ledger_add_count(page, entries.all.len, "open issue", "open issues");
    if (ledger->suppressed > 0) {
        pl_page_add_text(page, PL_STYLE_DIM, ", ");
        pl_page_add_number(page, PL_STYLE_DIM, ledger->suppressed);
        pl_page_add_text(page, PL_STYLE_DIM, " suppressed");
    }
    pl_page_end_line(page);
}

static void write_entry(const struct pl_ledger_writer *writer,
                        const struct entry *entry)
{
    pl_write_object(writer->json, NULL, PL_JSON_INLINE);
    pl_ledger_write_rule(writer, entry->finding);
    pl_ledger_write_place(writer, entry->finding->range.start);
    if (entry->author.len > 0) {
        pl_write_str(writer->json, "author", entry->author);
    } else {
        pl_write_null(writer->json, "author");
    }
    pl_write_str(writer->json, "text", entry->text);
    pl_write_end(writer->json);
}

static void write_tallies(const struct pl_ledger_writer *writer,
                          const char *key, const struct tallies *tallies)
{
    pl_write_array(writer->json, key, PL_JSON_INLINE);
    for (size_t i = 0; i < tallies->each.len; i++) {
        pl_write_object(writer->json, NULL, PL_JSON_INLINE);
        pl_write_str(writer->json, "name", tallies->each.items[i].name);
        pl_write_size(writer->json, "count", tallies->each.items[i].count);
        pl_write_end(writer->json);
    }
    pl_write_end(writer->json);
}

void pl_ledger_open_json(const struct pl_ledger_writer *writer)
{
    struct entries entries = read_entries(writer);
    struct tallies kinds = count_kinds(writer, &entries);
    struct tallies authors = count_authors(writer, &entries);
    pl_write_array(writer->json, "issues", PL_JSON_LAID_OUT);
    for (size_t i = 0; i < entries.all.len; i++) {
        write_entry(writer, &entries.all.items[i]);
    }
    pl_write_end(writer->json);
    pl_write_object(writer->json, "summary", PL_JSON_LAID_OUT);
    pl_write_size(writer->json, "open", entries.all.len);
    pl_write_bool(writer->json, "complete", !writer->ledger->is_partial);
    pl_write_size(writer->json, "suppressed", writer->ledger->suppressed);
    write_tallies(writer, "kinds", &kinds);
    write_tallies(writer, "authors", &authors);
    pl_write_end(writer->json);
}
