/* ledger.h - registers kept of a document: its acronyms, its open issues.
 *
 * The JSON forms are those of rules/schema/ledger.schema.json. */
#ifndef PLANLINT_REPORT_LEDGER_H
#define PLANLINT_REPORT_LEDGER_H

#include <stdbool.h>
#include <stddef.h>

#include "lint/register.h"

struct pl_arena;
struct pl_finding;
struct pl_page;
struct pl_plan;

enum pl_ledger_form { PL_LEDGER_TEXT, PL_LEDGER_JSON, PL_LEDGER_CSV };

struct pl_ledger {
    enum pl_register which;
    const struct pl_plan *plan;
    struct pl_finding *const *findings; /* in the order of reports */
    size_t finding_count;
    size_t suppressed; /* silenced by directives in the text */
    bool is_partial;   /* some rule had more to say than was kept */
};

/* How many of the findings are kept in the ledger. */
size_t pl_ledger_entry_count(const struct pl_ledger *ledger);

/* `page` is written to; of the other forms only its buffer counts. `scratch`
 * may be emptied afterwards. */
void pl_ledger_write(struct pl_page *page, struct pl_arena *scratch,
                     const struct pl_ledger *ledger, enum pl_ledger_form form);

#endif
