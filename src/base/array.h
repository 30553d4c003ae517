/* array.h - how many items an array has. */
#ifndef PLANLINT_BASE_ARRAY_H
#define PLANLINT_BASE_ARRAY_H

/* Of an array itself, not of a pointer to one. */
#define PL_COUNT(array) (sizeof(array) / sizeof((array)[0]))

#endif
