/* attr.h - the compiler extensions this project uses, all of them. */
#ifndef PLANLINT_BASE_ATTR_H
#define PLANLINT_BASE_ATTR_H

/* The result says whether the call worked; ignoring it is a mistake. */
#define PL_MUST_CHECK __attribute__((warn_unused_result))

/* The result is never NULL. */
#define PL_NEVER_NULL __attribute__((returns_nonnull))

/* Argument `format_index` is a printf format for those from `first`. */
#define PL_PRINTF(format_index, first) \
    __attribute__((format(printf, format_index, first)))

#define PL_ALWAYS_INLINE static inline __attribute__((always_inline))

#define PL_LIKELY(condition) __builtin_expect(!!(condition), 1)
#define PL_UNLIKELY(condition) __builtin_expect(!!(condition), 0)

/* The index of the lowest bit that is set in 64 bits, of which one is. */
#define PL_LOWEST_BIT(bits) ((unsigned)__builtin_ctzll(bits))

/* Whether the lowest byte of a number comes first in memory. */
#define PL_LITTLE_ENDIAN (__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__)

/* Memory that will be read soon: when it is far, it starts to come now. The
 * statement that does nothing keeps GCC from taking a function of nothing but
 * this for one without effect, and leaving out its calls. */
#define PL_PREFETCH(address)         \
    do {                             \
        __builtin_prefetch(address); \
        __asm__ volatile("");        \
    } while (0)

#endif
