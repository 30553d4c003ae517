#include "lsp/features/completion_context.h"

#include "base/chars.h"
#include "base/utf8.h"
#include "plan/plan.h"

enum { MOST_NUMBERS = 32 /* "3, 4 and 5": numbers before the cursor */ };

/* A line up to the cursor. */
struct line {
    pl_str text; /* of the document */
    uint32_t start;
    uint32_t end; /* the cursor */
};

static struct line line_before(pl_str text, uint32_t offset)
{
    uint32_t start = offset;
    while (start > 0 && text.data[start - 1] != '\n') {
        start--;
    }
    return (struct line){text, start, offset};
}

static bool is_of_label(char c)
{
    return pl_is_alnum(c) || c == '.' || c == '(' || c == ')';
}

static bool is_of_id(char c)
{
    return pl_is_alnum(c) || c == '-' || c == '_';
}

static bool is_of_word(char c)
{
    return pl_is_alnum(c) || pl_is_wide(c) || c == '-';
}

/* Where a run of such characters before `at` begins. */
static uint32_t run_start(const struct line *line, uint32_t at,
                          bool (*is_of_run)(char c))
{
    while (at > line->start && is_of_run(line->text.data[at - 1])) {
        at--;
    }
    return at;
}

static uint32_t skip_blanks(const struct line *line, uint32_t at)
{
    while (at > line->start && pl_is_blank(line->text.data[at - 1])) {
        at--;
    }
    return at;
}

static bool joins_numbers(pl_str word)
{
    static const pl_str words[] = {PL_STR("and"), PL_STR("or"), PL_STR("to"),
                                   PL_STR("et"),  PL_STR("ou"), PL_STR("y"),
                                   PL_STR("o"),   PL_STR("a"),  PL_STR("à")};
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (pl_str_eq(word, words[i])) {
            return true;
        }
    }
    return false;
}

static bool has_digit(pl_str s)
{
    for (size_t i = 0; i < s.len; i++) {
        if (pl_is_digit(s.data[i])) {
            return true;
        }
    }
    return false;
}

/* The word before the numbers: "paragraphs" for "paragraphs 3, 4 and ". */
static pl_str word_before(const struct line *line, uint32_t at)
{
    for (int i = 0; i < MOST_NUMBERS; i++) {
        at = skip_blanks(line, at);
        if (at > line->start && line->text.data[at - 1] == ',') {
            at--;
        }
        uint32_t start = run_start(line, at, is_of_word);
        uint32_t label = run_start(line, at, is_of_label);
        pl_str word = pl_str_slice(line->text, start, at);
        if (!joins_numbers(word) &&
            !has_digit(pl_str_slice(line->text, label, at))) {
            return word;
        }
        at = joins_numbers(word) ? start : label;
    }
    return (pl_str){0};
}

/* A number after a word that numbers follow. */
static bool find_number(const struct line *line,
                        struct pl_completion_context *context)
{
    uint32_t start = run_start(line, line->end, is_of_label);
    if (start == line->start || !pl_is_blank(line->text.data[start - 1])) {
        return false;
    }
    pl_str word = word_before(line, start);
    context->typed = (struct pl_range){start, line->end};
    if (pl_entity_kind_of(word, &context->entity)) {
        context->kind = PL_COMPLETION_ENTITY;
    } else if (pl_reference_kind_of(word, &context->reference)) {
        context->kind = PL_COMPLETION_REFERENCE;
    }
    return context->kind != PL_COMPLETION_NONE;
}

static bool find_footnote(const struct line *line,
                          struct pl_completion_context *context)
{
    uint32_t start = run_start(line, line->end, is_of_id);
    if (start < line->start + 2 || line->text.data[start - 1] != '^' ||
        line->text.data[start - 2] != '[') {
        return false;
    }
    context->kind = PL_COMPLETION_FOOTNOTE;
    context->typed = (struct pl_range){start, line->end};
    return true;
}

/* Behind the last "<!--" that is not closed before the cursor; else 0. */
static uint32_t open_comment(const struct line *line)
{
    static const pl_str opening = PL_STR("<!--");
    static const pl_str closing = PL_STR("-->");
    pl_str before = pl_str_slice(line->text, 0, line->end);
    uint32_t found = 0;
    for (size_t at = pl_str_find(before, opening, line->start);
         at != PL_NOWHERE; at = pl_str_find(before, opening, at + 1)) {
        bool is_closed = pl_str_find(before, closing, at) != PL_NOWHERE;
        found = is_closed ? 0 : (uint32_t)(at + opening.len);
    }
    return found;
}

static bool find_directive(const struct line *line,
                           struct pl_completion_context *context)
{
    uint32_t inside = open_comment(line);
    if (inside == 0) {
        return false;
    }
    uint32_t start = run_start(line, line->end, is_of_id);
    uint32_t first = inside;
    while (first < line->end && pl_is_blank(line->text.data[first])) {
        first++;
    }
    context->typed = (struct pl_range){start, line->end};
    static const pl_str ours = PL_STR("planlint-");
    if (start <= first) {
        context->kind = PL_COMPLETION_DIRECTIVE;
    } else if (pl_str_starts(pl_str_slice(line->text, first, line->end),
                             ours)) {
        context->kind = PL_COMPLETION_RULE;
    }
    return true;
}

static void find_word(const struct line *line,
                      struct pl_completion_context *context)
{
    uint32_t start = run_start(line, line->end, is_of_word);
    start = (uint32_t)pl_utf8_start(line->text, start);
    if (start < line->end && !pl_is_digit(line->text.data[start])) {
        context->kind = PL_COMPLETION_WORD;
        context->typed = (struct pl_range){start, line->end};
    }
}

struct pl_completion_context
pl_completion_context_at(const struct pl_plan *plan, uint32_t offset)
{
    struct pl_completion_context context = {.typed = {offset, offset}};
    struct line line = line_before(plan->text, offset);
    if (!find_directive(&line, &context) && !find_footnote(&line, &context) &&
        !find_number(&line, &context)) {
        find_word(&line, &context);
    }
    return context;
}
