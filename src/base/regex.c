#include "base/regex.h"

#include <stdint.h>
#include <stdlib.h>
#include <time.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "base/arena.h"
#include "base/buf.h"

enum {
    MAX_PATTERN = 8 * 1024,   /* bytes */
    MAX_COMPILED = 64 * 1024, /* bytes */
    MAX_NESTING = 100,        /* parentheses in a pattern */
    MATCH_LIMIT = 100000,     /* steps from one start; about 1.5 ms */
    DEPTH_LIMIT = 10000,
    HEAP_LIMIT = 16 * 1024, /* KiB */
    JIT_STACK_FIRST = 32 * 1024,
    JIT_STACK_MAX = 1024 * 1024,

    LONG_SUBJECT = 16 * 1024, /* bytes; from here every start reads the clock */
    STARTS_A_READING = 64,
    ALLOWED_NS = 50 * 1000 * 1000, /* for one search ... */
    ALLOWED_NS_A_BYTE = 1000,      /* ... and, beyond that, for all */

    JIT_WORTHWHILE = 4 * 1024, /* bytes searched; machine code costs 20 us */
    ANCHORED_WORK = 64,        /* what a try at one place counts for */
};

/* PCRE2's counters start anew at each place where a match may begin, so they
 * do not bound a search. This callout stands before the pattern and is called
 * once at each such place, to read the clock. */
static const pl_str callout = PL_STR("(?C1)");

/* What the searches of one pattern have cost. */
struct meter {
    size_t starts;      /* of this search */
    size_t starts_step; /* between two readings of the clock */
    uint64_t began;     /* ns; 0: the clock was not read yet */
    uint64_t spent;     /* ns, in searches that read the clock */
    uint64_t bytes;     /* searched in all */
};

struct pl_regex {
    pcre2_code *code;
    pcre2_match_context *limits;
    pcre2_match_data *data; /* NULL before the first search */
    pcre2_jit_stack *stack; /* NULL until machine code needs much of it */
    struct meter meter;
    uint32_t group_count; /* with group 0 */
    bool anchored;
    bool jit_tried;
};

static uint64_t now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (uint64_t)time.tv_sec * UINT64_C(1000000000) +
           (uint64_t)time.tv_nsec;
}

static bool out_of_time(const struct meter *meter, uint64_t elapsed)
{
    uint64_t allowed = ALLOWED_NS + meter->bytes * ALLOWED_NS_A_BYTE;
    return elapsed > ALLOWED_NS || meter->spent + elapsed > allowed;
}

static int at_start(pcre2_callout_block *block, void *data)
{
    struct meter *meter = data;
    (void)block;
    if (++meter->starts % meter->starts_step != 0) {
        return 0;
    }
    uint64_t time = now();
    if (meter->began == 0) {
        meter->began = time;
        return 0;
    }
    return out_of_time(meter, time - meter->began) ? PCRE2_ERROR_CALLOUT : 0;
}

static bool compile(pl_str pattern, unsigned flags, pcre2_code **code,
                    int *code_of_error, size_t *offset)
{
    uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C;
    options |= flags & PL_REGEX_IGNORE_CASE ? PCRE2_CASELESS : 0;
    options |= flags & PL_REGEX_ANCHORED ? PCRE2_ANCHORED : 0;
    struct pl_arena *scratch = pl_arena_new();
    struct pl_buf whole = pl_buf_in(scratch);
    pl_buf_add(&whole, callout);
    pl_buf_add(&whole, pattern);
    pcre2_compile_context *context = pcre2_compile_context_create(NULL);
    pcre2_set_parens_nest_limit(context, MAX_NESTING);
    *code = pcre2_compile((PCRE2_SPTR)whole.data, whole.len, options,
                          code_of_error, offset, context);
    pcre2_compile_context_free(context);
    pl_arena_free(scratch);
    *offset = *offset > callout.len ? *offset - callout.len : 0;
    return *code != NULL;
}

static struct pl_regex *wrap(pcre2_code *code, unsigned flags)
{
    struct pl_regex *regex = calloc(1, sizeof(*regex));
    pcre2_match_context *limits = pcre2_match_context_create(NULL);
    if (!regex || !limits) {
        abort();
    }
    pcre2_set_match_limit(limits, MATCH_LIMIT);
    pcre2_set_depth_limit(limits, DEPTH_LIMIT);
    pcre2_set_heap_limit(limits, HEAP_LIMIT);
    pcre2_set_callout(limits, at_start, &regex->meter);
    regex->code = code;
    regex->limits = limits;
    regex->anchored = flags & PL_REGEX_ANCHORED;
    uint32_t groups = 0;
    pcre2_pattern_info(code, PCRE2_INFO_CAPTURECOUNT, &groups);
    regex->group_count = groups + 1;
    return regex;
}

static bool refuse_code(int code, size_t offset, struct pl_error *error)
{
    PCRE2_UCHAR text[256];
    pcre2_get_error_message(code, text, sizeof(text));
    return PL_FAIL(error, "at character %zu of the pattern: %s", offset + 1,
                   (const char *)text);
}

bool pl_regex_compile(pl_str pattern, unsigned flags, struct pl_regex **regex,
                      size_t *error_offset, struct pl_error *error)
{
    size_t unwanted;
    size_t *offset = error_offset ? error_offset : &unwanted;
    *offset = 0;
    if (pattern.len > MAX_PATTERN) {
        return PL_FAIL(error, "the pattern is longer than %d bytes",
                       MAX_PATTERN);
    }
    if (pl_str_starts(pattern, (pl_str)PL_STR("(*"))) {
        return PL_FAIL(error, "the pattern begins with \"(*\"");
    }
    pcre2_code *code;
    int code_of_error;
    if (!compile(pattern, flags, &code, &code_of_error, offset)) {
        return refuse_code(code_of_error, *offset, error);
    }
    size_t size = 0;
    pcre2_pattern_info(code, PCRE2_INFO_SIZE, &size);
    if (size > MAX_COMPILED) {
        pcre2_code_free(code);
        return PL_FAIL(error, "the pattern becomes larger than %d bytes",
                       MAX_COMPILED);
    }
    *regex = wrap(code, flags);
    return true;
}

void pl_regex_free(struct pl_regex *regex)
{
    if (regex) {
        pcre2_match_data_free(regex->data);
        pcre2_jit_stack_free(regex->stack);
        pcre2_match_context_free(regex->limits);
        pcre2_code_free(regex->code);
        free(regex);
    }
}

static void prepare(struct pl_regex *regex, size_t bytes)
{
    struct meter *meter = &regex->meter;
    meter->starts = 0;
    meter->starts_step = bytes > LONG_SUBJECT ? 1 : STARTS_A_READING;
    meter->began = 0;
    meter->bytes += regex->anchored ? ANCHORED_WORK : bytes;
    if (!regex->data) {
        regex->data = pcre2_match_data_create(PL_REGEX_MAX_GROUPS, NULL);
    }
    if (!regex->jit_tried && meter->bytes > JIT_WORTHWHILE) {
        regex->jit_tried = true;
        /* Where machine code is not allowed the interpreter goes on. */
        (void)pcre2_jit_compile(regex->code, PCRE2_JIT_COMPLETE);
    }
}

static int search(struct pl_regex *regex, pl_str subject, size_t from,
                  uint32_t options)
{
    return pcre2_match(regex->code, (PCRE2_SPTR)subject.data, subject.len, from,
                       options | PCRE2_NO_UTF_CHECK, regex->data,
                       regex->limits);
}

/* Machine code has a small stack, then a larger one, then the interpreter,
 * whose memory is another. */
static int search_with_room(struct pl_regex *regex, pl_str subject, size_t from)
{
    int result = search(regex, subject, from, 0);
    if (result == PCRE2_ERROR_JIT_STACKLIMIT && !regex->stack) {
        regex->stack =
            pcre2_jit_stack_create(JIT_STACK_FIRST, JIT_STACK_MAX, NULL);
        pcre2_jit_stack_assign(regex->limits, NULL, regex->stack);
        result = search(regex, subject, from, 0);
    }
    if (result == PCRE2_ERROR_JIT_STACKLIMIT) {
        result = search(regex, subject, from, PCRE2_NO_JIT);
    }
    return result;
}

static void take_match(const struct pl_regex *regex, struct pl_match *match)
{
    const PCRE2_SIZE *offsets = pcre2_get_ovector_pointer(regex->data);
    size_t count = regex->group_count < PL_REGEX_MAX_GROUPS
                       ? regex->group_count
                       : PL_REGEX_MAX_GROUPS;
    match->group_count = count;
    for (size_t i = 0; i < count; i++) {
        match->start[i] = offsets[2 * i];
        match->end[i] = offsets[2 * i + 1];
    }
}

/* The next document begins with a full purse. */
static enum pl_regex_answer give_up(struct pl_regex *regex)
{
    regex->meter.spent = 0;
    regex->meter.bytes = 0;
    pcre2_match_data_free(regex->data); /* it may hold HEAP_LIMIT */
    regex->data = NULL;
    return PL_REGEX_OVER_BUDGET;
}

enum pl_regex_answer pl_regex_find(struct pl_regex *regex, pl_str subject,
                                   size_t from, struct pl_match *match)
{
    if (from > subject.len) {
        return PL_REGEX_NO_MATCH;
    }
    prepare(regex, subject.len - from);
    int result = search_with_room(regex, subject, from);
    if (regex->meter.began) {
        regex->meter.spent += now() - regex->meter.began;
    }
    if (result == PCRE2_ERROR_NOMATCH) {
        return PL_REGEX_NO_MATCH;
    }
    if (result < 0) {
        return give_up(regex);
    }
    take_match(regex, match);
    return PL_REGEX_MATCH;
}
