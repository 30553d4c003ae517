/* number_span.h - "3 to 7" as it is typed. */
#ifndef PLANLINT_CHECKS_NUMBER_SPAN_H
#define PLANLINT_CHECKS_NUMBER_SPAN_H

#include "base/str.h"

struct pl_number_span {
    pl_str first;
    pl_str between; /* " to " */
    pl_str second;
};

/* Views of `typed`; of one number alone all but `first` is empty. */
struct pl_number_span pl_number_span_of(pl_str typed);

#endif
