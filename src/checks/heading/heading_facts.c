/* What one heading looks like. */
#include "base/arena.h"
#include "base/chars.h"
#include "checks/heading/heading.h"
#include "checks/shared/phrase.h"
#include "checks/shared/scope.h"
#include "lint/check.h"
#include "plan/plan.h"
#include "text/source.h"

enum {
    LONG_WORD = 4,    /* letters of a word that has a capital in title case */
    MANY_LETTERS = 8, /* in capitals: not an acronym alone */
    MAX_BEHIND = 8,   /* notes and marks behind a title that are looked at */
};

/* ----- where a title ends ----- */

static bool is_behind_title(enum pl_span_kind kind)
{
    return kind == PL_SPAN_TAB || kind == PL_SPAN_FOOTNOTE_MARK ||
           kind == PL_SPAN_FOOTNOTE || kind == PL_SPAN_COMMENT;
}

static struct pl_range text_of(const struct pl_plan *plan,
                               const struct pl_section *section)
{
    const struct pl_block *block = &plan->blocks[section->heading];
    struct pl_range text = pl_range_trim(plan->text, section->title);
    uint32_t at = pl_plan_span_from(plan, block, text.end);
    for (size_t i = 0; i < MAX_BEHIND && at > block->first_span; i++, at--) {
        const struct pl_span *span = &plan->spans[at - 1];
        if (span->range.end >= text.end && span->range.start >= text.start &&
            is_behind_title(span->kind)) {
            text.end = span->range.start;
            text = pl_range_trim(plan->text, text);
        }
    }
    return text;
}

static bool ends_with_abbreviation(pl_str title)
{
    static const pl_str ends[] = {
        PL_STR("etc."), PL_STR("Inc."), PL_STR("Ltd."),
        PL_STR("al."),  PL_STR("Co."),  PL_STR("No."),
        PL_STR("Jr."),  PL_STR("Sr."),  PL_STR("..")};
    for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
        if (pl_str_ends(title, ends[i])) {
            return true;
        }
    }
    return false;
}

/* The full stop after a word in small letters. */
static struct pl_range stop_of(pl_str text, struct pl_range title)
{
    struct pl_range none = {title.end, title.end};
    uint32_t end = title.end;
    while (end > title.start &&
           (text.data[end - 1] == '*' || text.data[end - 1] == '_')) {
        end--;
    }
    if (end < title.start + 3 || text.data[end - 1] != '.' ||
        !pl_is_lower(text.data[end - 2]) ||
        ends_with_abbreviation(pl_str_slice(text, title.start, end))) {
        return none;
    }
    return (struct pl_range){end - 1, end};
}

/* ----- capitals ----- */

static bool is_in_capitals(pl_str title)
{
    size_t upper = 0;
    for (size_t i = 0; i < title.len; i++) {
        if (pl_is_lower(title.data[i]) || pl_is_wide(title.data[i])) {
            return false;
        }
        upper += pl_is_upper(title.data[i]);
    }
    static const pl_str space = PL_STR(" ");
    return upper >= MANY_LETTERS && pl_str_find(title, space, 0) != PL_NOWHERE;
}

static bool has_letters(pl_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (pl_is_letter(text.data[i])) {
            return true;
        }
    }
    return false;
}

/* Where the text below is set so, too. */
static bool is_amid_capitals(const struct pl_plan *plan,
                             const struct pl_section *section)
{
    enum { NEAR = 3 }; /* blocks below that are looked at for a text */
    uint32_t below = section->heading + 1;
    for (; below < plan->blocks_count && below <= section->heading + NEAR;
         below++) {
        pl_str text = pl_range_text(plan->text, plan->blocks[below].content);
        if (has_letters(text)) {
            return is_in_capitals(text);
        }
    }
    return false;
}

/* Written as often without its capital: no name. */
static bool is_common(const struct pl_words *words, const struct pl_form *form)
{
    return words->forms[form->fold].count >= form->count;
}

/* Joined with the word before it in a way that says nothing about capitals. */
static bool is_tied(const struct pl_words *words, uint32_t at)
{
    return !pl_word_is_joined(words, at);
}

struct capitals {
    size_t small;
    size_t common;
    size_t other; /* perhaps names */
    uint32_t first_common;
};

static void add_word(const struct pl_run *run,
                     const struct pl_word_set *small_words, uint32_t at,
                     struct capitals *found)
{
    const struct pl_words *words = run->plan->words;
    const struct pl_form *form = &words->forms[words->items[at].form];
    uint32_t flags = form->flags;
    if (form->text.len < LONG_WORD || is_tied(words, at) ||
        (flags & (PL_FORM_DIGIT | PL_FORM_MIXED | PL_FORM_WIDE)) ||
        pl_word_set_has(small_words, words->items[at].form)) {
        return;
    }
    if (!(flags & PL_FORM_UPPER)) {
        found->small++;
    } else if (is_common(words, form)) {
        found->first_common = found->common ? found->first_common : at;
        found->common++;
    } else {
        found->other++;
    }
}

static enum pl_heading_case style_of(const struct capitals *found)
{
    if (found->small > 0 && found->common == 0 && found->other == 0) {
        return PL_HEADING_SENTENCE;
    }
    return found->small == 0 && found->common > 0 ? PL_HEADING_TITLE
                                                  : PL_HEADING_UNKNOWN;
}

static void read_words(const struct pl_run *run,
                       const struct pl_word_set *small_words,
                       struct pl_heading *it)
{
    const struct pl_words *words = run->plan->words;
    const struct pl_block *block = &run->plan->blocks[it->section->heading];
    uint32_t first = pl_plan_word_from(run->plan, block, it->text.start);
    uint32_t end = pl_plan_word_from(run->plan, block, it->text.end);
    struct capitals found = {0};
    for (uint32_t at = first + 1; at < end; at++) {
        add_word(run, small_words, at, &found);
    }
    it->style = style_of(&found);
    if (found.common) {
        it->capital = pl_word_range(words, found.first_common);
    }
    if (is_in_capitals(pl_range_text(run->plan->text, it->text)) &&
        !is_amid_capitals(run->plan, it->section)) {
        it->style = PL_HEADING_CAPITALS;
    }
}

/* In a plain text a line without a number may only look like a heading. */
static bool is_certain(const struct pl_plan *plan,
                       const struct pl_section *section)
{
    const struct pl_block *block = &plan->blocks[section->heading];
    return section->kind == PL_SECTION_NUMBERED ||
           (section->kind == PL_SECTION_TITLE &&
            pl_format_marks_headings(plan->source->format) &&
            plan->text.data[block->range.start] == '#');
}

struct pl_headings pl_headings_of(const struct pl_run *run,
                                  const struct pl_word_set *small_words)
{
    const struct pl_plan *plan = run->plan;
    struct pl_headings headings = {pl_arena_array(run->scratch,
                                                  plan->sections_count,
                                                  sizeof(*headings.items)),
                                   0};
    for (uint32_t i = 0; i < plan->sections_count; i++) {
        const struct pl_section *section = &plan->sections[i];
        if (!is_certain(plan, section)) {
            continue;
        }
        struct pl_heading *it = &headings.items[headings.count++];
        it->section = section;
        it->text = text_of(plan, section);
        it->stop = stop_of(plan->text, it->text);
        it->is_bare =
            pl_range_is_empty(it->text) && section->part_kind == PL_PART_NONE;
        read_words(run, small_words, it);
    }
    return headings;
}
