/* ledger_form.h - what the ledgers share; for their own files. */
#ifndef PLANLINT_REPORT_LEDGER_FORM_H
#define PLANLINT_REPORT_LEDGER_FORM_H

#include <stdint.h>

#include "base/str.h"
#include "report/json_writer.h"
#include "report/ledger.h"
#include "report/sheet.h"

struct pl_finding;
struct pl_map;

/* A ledger on its way to one of the forms. */
struct pl_ledger_writer {
    const struct pl_ledger *ledger;
    struct pl_arena *scratch;
    struct pl_page *page;
    struct pl_json_writer *json; /* NULL in the other forms */
    struct pl_map *first_of_subject;
    const uint32_t *next_of_subject; /* of each finding, or PL_NONE */
};

/* The findings of the ledger that are about `subject`, in order: the first,
 * and the one after `at`; PL_NONE when there is no more. */
uint32_t pl_ledger_first_about(const struct pl_ledger_writer *writer,
                               pl_str subject);
uint32_t pl_ledger_next_about(const struct pl_ledger_writer *writer,
                              uint32_t at);

bool pl_ledger_has(const struct pl_ledger *ledger,
                   const struct pl_finding *finding);

size_t pl_ledger_line(const struct pl_ledger *ledger, uint32_t offset);
pl_str pl_ledger_address(const struct pl_ledger_writer *writer,
                         uint32_t offset);

/* Members "line", "column" and "address" of the open object. */
void pl_ledger_write_place(const struct pl_ledger_writer *writer,
                           uint32_t offset);

/* Members "rule", "name" and "severity". */
void pl_ledger_write_rule(const struct pl_ledger_writer *writer,
                          const struct pl_finding *finding);

/* "1 acronym", "3 acronyms". */
void pl_ledger_add_count(struct pl_page *page, size_t count, const char *one,
                         const char *many);

/* The ledgers. */
void pl_ledger_acronyms_sheet(const struct pl_ledger_writer *writer,
                              struct pl_sheet *sheet);
void pl_ledger_acronyms_totals(const struct pl_ledger_writer *writer);
void pl_ledger_acronyms_json(const struct pl_ledger_writer *writer);
void pl_ledger_open_sheet(const struct pl_ledger_writer *writer,
                          struct pl_sheet *sheet);
void pl_ledger_open_totals(const struct pl_ledger_writer *writer);
void pl_ledger_open_json(const struct pl_ledger_writer *writer);

#endif
