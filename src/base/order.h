/* order.h - which of two numbers comes first, for qsort(). */
#ifndef PLANLINT_BASE_ORDER_H
#define PLANLINT_BASE_ORDER_H

#include <stdint.h>

/* Below 0, 0 or above 0, as strcmp() has it. */
static inline int pl_order(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

#endif
