/* settings.h - what a user says about a plan, for checks to read. */
#ifndef PLANLINT_LINT_SETTINGS_H
#define PLANLINT_LINT_SETTINGS_H

#include <stdint.h>

#include "base/str.h"
#include "plan/vocabulary.h"

struct pl_settings {
    uint32_t period_from; /* years of the plan period; 0: not given */
    uint32_t period_to;
    pl_str language; /* of the documents: "en"; empty: found from the text */
    struct pl_vocabulary vocabulary; /* own words for the parts of plans */
};

#endif
