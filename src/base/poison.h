/* poison.h - memory that nobody may touch for now: AddressSanitizer, where it
 * is at work, tells of who does. */
#ifndef PLANLINT_BASE_POISON_H
#define PLANLINT_BASE_POISON_H

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define PL_HAS_POISON
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define PL_HAS_POISON
#endif

#if defined(PL_HAS_POISON)
#include <sanitizer/asan_interface.h>
#define PL_POISON(memory, size) ASAN_POISON_MEMORY_REGION((memory), (size))
#define PL_UNPOISON(memory, size) ASAN_UNPOISON_MEMORY_REGION((memory), (size))
#else
#define PL_POISON(memory, size) ((void)(memory), (void)(size))
#define PL_UNPOISON(memory, size) ((void)(memory), (void)(size))
#endif

#endif
