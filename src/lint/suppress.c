#include "lint/suppress.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/chars.h"
#include "base/map.h"
#include "base/nearest.h"
#include "lint/finding.h"
#include "lint/ruleset.h"
#include "plan/plan.h"

enum kind { NEXT_LINE, BLOCK, FILE_WIDE, ENABLE, UNKNOWN };

static const struct {
    pl_str word;
    enum kind kind;
} kinds[] = {
    {PL_STR("planlint-disable-next-line"), NEXT_LINE},
    {PL_STR("planlint-disable"), BLOCK},
    {PL_STR("planlint-disable-file"), FILE_WIDE},
    {PL_STR("planlint-enable"), ENABLE},
};

struct directive {
    enum kind kind;
    struct pl_range comment;   /* with its brackets */
    struct pl_range word;      /* "planlint-disable" */
    struct pl_range selectors; /* what follows, up to the reason */
    struct pl_range next_line;
};

struct finder {
    struct pl_arena *arena;
    const struct pl_plan *plan;
    pl_str text;
    const struct pl_ruleset *ruleset;
    struct pl_suppressions *out;
    PL_VEC(struct directive) directives;
    /* From selectors to indexes of suppressions. */
    struct pl_map *lines;
    struct pl_map *files;
    struct pl_map *open; /* PL_NONE: closed again */
};

static struct pl_range range_of(size_t start, size_t end)
{
    return (struct pl_range){(uint32_t)start, (uint32_t)end};
}

static size_t skip_space(pl_str text, size_t at)
{
    while (at < text.len && pl_is_space(text.data[at])) {
        at++;
    }
    return at;
}

pl_str pl_directive_at(size_t index)
{
    return index < PL_COUNT(kinds) ? kinds[index].word : (pl_str){0};
}

pl_str pl_directive_nearest(pl_str word)
{
    struct pl_nearest nearest = pl_nearest_to(word);
    for (size_t i = 0; i < PL_COUNT(kinds); i++) {
        pl_nearest_offer(&nearest, kinds[i].word);
    }
    return nearest.best;
}

static enum kind kind_of(pl_str word)
{
    for (size_t i = 0; i < PL_COUNT(kinds); i++) {
        if (pl_str_eq(kinds[i].word, word)) {
            return kinds[i].kind;
        }
    }
    return UNKNOWN;
}

static bool is_in_code(const struct pl_plan *plan, uint32_t offset)
{
    uint32_t at = pl_plan_block_at(plan, offset);
    if (at == PL_NONE) {
        return false;
    }
    const struct pl_block *block = &plan->blocks[at];
    uint32_t after = pl_plan_span_from(plan, block, offset + 1);
    return block->kind == PL_BLOCK_CODE ||
           (after > block->first_span &&
            plan->spans[after - 1].kind == PL_SPAN_CODE &&
            pl_range_has(plan->spans[after - 1].range, offset));
}

/* `comment` is a whole comment, whose first word is at `word`. */
static void add_directive(struct finder *finder, struct pl_range comment,
                          size_t word)
{
    pl_str text = finder->text;
    size_t end = comment.end - 3; /* of what is in the comment */
    size_t word_end = word;
    while (word_end < end && !pl_is_space(text.data[word_end])) {
        word_end++;
    }
    pl_str rest = pl_str_slice(text, word_end, end);
    size_t reason = pl_str_find(rest, (pl_str)PL_STR(" --"), 0);
    struct directive *it = PL_VEC_PUSH(finder->arena, &finder->directives);
    it->comment = comment;
    it->word = range_of(word, word_end);
    it->selectors =
        range_of(word_end, reason == PL_NOWHERE ? end : word_end + reason);
    it->kind = kind_of(pl_range_text(text, it->word));
}

static void find_directives(struct finder *finder)
{
    static const pl_str open = PL_STR("<!--");
    static const pl_str close = PL_STR("-->");
    static const pl_str prefix = PL_STR("planlint-");
    pl_str text = finder->text;
    size_t at = pl_str_find(text, open, 0);
    while (at != PL_NOWHERE) {
        size_t word = skip_space(text, at + open.len);
        size_t next = at + open.len;
        if (pl_str_starts(pl_str_slice(text, word, text.len), prefix)) {
            size_t end = pl_str_find(text, close, word);
            if (end == PL_NOWHERE) {
                return;
            }
            next = end + close.len;
            if (!is_in_code(finder->plan, (uint32_t)at)) {
                add_directive(finder, range_of(at, next), word);
            }
        }
        at = pl_str_find(text, open, next);
    }
}

/* The next line after `from` that is not blank, or where the directive that
 * comes next begins, when that stands alone before the line does. */
static struct pl_range line_after(pl_str text, size_t from, size_t limit)
{
    size_t newline = pl_str_find_char(pl_str_slice(text, 0, limit), '\n', from);
    if (newline == PL_NOWHERE) {
        return range_of(limit, limit);
    }
    size_t start = skip_space(text, newline);
    if (start >= limit) {
        return range_of(limit, limit);
    }
    while (text.data[start - 1] != '\n') {
        start--; /* back over its indent */
    }
    size_t end = pl_str_find_char(text, '\n', start);
    return range_of(start, end == PL_NOWHERE ? text.len : end);
}

/* From the last to the first: a directive that is followed by another means
 * the line that the other means. */
static void find_next_lines(struct finder *finder)
{
    size_t limit = finder->text.len;
    struct pl_range after = range_of(limit, limit);
    for (size_t i = finder->directives.len; i-- > 0;) {
        struct directive *it = &finder->directives.items[i];
        it->next_line = line_after(finder->text, it->comment.end, limit);
        if (it->next_line.start == limit) {
            it->next_line = after;
        }
        after = it->next_line;
        limit = it->comment.start;
    }
}

static struct pl_suppression *add(struct finder *finder, pl_str selector,
                                  struct pl_range place, struct pl_range covers)
{
    struct pl_suppression *it = PL_VEC_PUSH(finder->arena, &finder->out->list);
    it->selector = selector;
    it->place = place;
    it->covers = covers;
    return it;
}

static bool same_range(struct pl_range a, struct pl_range b)
{
    return a.start == b.start && a.end == b.end;
}

/* Adds a suppression unless one of the same selector covers the same. */
static void add_once(struct finder *finder, struct pl_map *map,
                     struct pl_suppression wanted)
{
    uint32_t before = pl_map_get(map, wanted.selector);
    struct pl_suppression *added =
        add(finder, wanted.selector, wanted.place, wanted.covers);
    if (before != PL_NONE &&
        same_range(finder->out->list.items[before].covers, wanted.covers)) {
        added->is_redundant = true;
    } else {
        pl_map_put(map, wanted.selector, (uint32_t)(finder->out->list.len - 1));
    }
}

static void open_block(struct finder *finder, struct pl_suppression wanted)
{
    bool is_open = pl_map_get(finder->open, wanted.selector) != PL_NONE;
    struct pl_suppression *added =
        add(finder, wanted.selector, wanted.place, wanted.covers);
    if (is_open) {
        added->is_redundant = true;
    } else {
        pl_map_put(finder->open, wanted.selector,
                   (uint32_t)(finder->out->list.len - 1));
    }
}

/* Ends the block of `selector`, if one is open. */
static bool close_block(struct finder *finder, pl_str selector, uint32_t end)
{
    uint32_t index = pl_map_get(finder->open, selector);
    if (index == PL_NONE) {
        return false;
    }
    finder->out->list.items[index].covers.end = end;
    pl_map_put(finder->open, selector, PL_NONE);
    return true;
}

static void apply_selector(struct finder *finder, const struct directive *it,
                           pl_str selector, struct pl_range place)
{
    struct pl_suppression wanted = {.selector = selector, .place = place};
    switch (it->kind) {
    case NEXT_LINE:
        wanted.covers = it->next_line;
        add_once(finder, finder->lines, wanted);
        break;
    case FILE_WIDE:
        wanted.covers = range_of(0, finder->text.len);
        add_once(finder, finder->files, wanted);
        break;
    case BLOCK:
        wanted.covers = range_of(it->comment.end, finder->text.len);
        open_block(finder, wanted);
        break;
    case ENABLE:
        if (!close_block(finder, selector, it->comment.start)) {
            add(finder, selector, place, place)->is_enable = true;
        }
        break;
    case UNKNOWN:
        break;
    }
}

/* An "enable" that names nothing ends all blocks. */
static void close_all(struct finder *finder, const struct directive *it,
                      size_t *first_open)
{
    bool any = false;
    for (; *first_open < finder->out->list.len; ++*first_open) {
        pl_str selector = finder->out->list.items[*first_open].selector;
        any |= close_block(finder, selector, it->comment.start);
    }
    if (!any) {
        add(finder, (pl_str){0}, it->comment, it->comment)->is_enable = true;
    }
}

static bool is_separator(char c)
{
    return pl_is_space(c) || c == ',';
}

static void add_unknown(struct finder *finder, struct pl_range place,
                        bool is_directive)
{
    *PL_VEC_PUSH(finder->arena, &finder->out->unknown) =
        (struct pl_unknown_word){.place = place, .is_directive = is_directive};
}

/* True when the directive names anything, known or not. */
static bool apply_selectors(struct finder *finder, const struct directive *it)
{
    pl_str text = finder->text;
    bool any = false;
    for (size_t at = it->selectors.start; at < it->selectors.end;) {
        size_t end = at;
        while (end < it->selectors.end && !is_separator(text.data[end])) {
            end++;
        }
        pl_str selector = pl_str_slice(text, at, end);
        if (selector.len && pl_ruleset_knows(finder->ruleset, selector)) {
            apply_selector(finder, it, selector, range_of(at, end));
        } else if (selector.len) {
            add_unknown(finder, range_of(at, end), false);
        }
        any |= selector.len > 0;
        at = end + 1;
    }
    return any;
}

static void apply_directives(struct finder *finder)
{
    size_t first_open = 0; /* blocks before are closed */
    for (size_t i = 0; i < finder->directives.len; i++) {
        const struct directive *it = &finder->directives.items[i];
        if (it->kind == UNKNOWN) {
            add_unknown(finder, it->word, true);
        } else if (!apply_selectors(finder, it)) {
            if (it->kind == ENABLE) {
                close_all(finder, it, &first_open);
            } else {
                apply_selector(finder, it, (pl_str){0}, it->comment);
            }
        }
    }
}

static int by_cover(const void *a, const void *b)
{
    const struct pl_suppression *left = a;
    const struct pl_suppression *right = b;
    uint32_t l = left->covers.start;
    uint32_t r = right->covers.start;
    if (l == r) {
        l = left->place.start;
        r = right->place.start;
    }
    return (l > r) - (l < r);
}

struct pl_suppressions *pl_suppressions_find(struct pl_arena *arena,
                                             const struct pl_plan *plan,
                                             const struct pl_ruleset *ruleset)
{
    struct finder finder = {
        .arena = arena, .plan = plan, .text = plan->text, .ruleset = ruleset};
    finder.out = pl_arena_alloc(arena, sizeof(*finder.out));
    find_directives(&finder);
    if (finder.directives.len == 0) {
        return finder.out;
    }
    finder.lines = pl_map_new(arena, 16);
    finder.files = pl_map_new(arena, 16);
    finder.open = pl_map_new(arena, 16);
    find_next_lines(&finder);
    apply_directives(&finder);
    if (finder.out->list.len) {
        qsort(finder.out->list.items, finder.out->list.len,
              sizeof(*finder.out->list.items), by_cover);
    }
    return finder.out;
}

/* Suppressions that may cover the finding at hand. */
struct window {
    struct pl_suppressions *from;
    size_t next;
    uint32_t *active;
    size_t count;
};

static void move_window(struct window *window, uint32_t offset)
{
    size_t kept = 0;
    for (size_t i = 0; i < window->count; i++) {
        uint32_t index = window->active[i];
        if (window->from->list.items[index].covers.end >= offset) {
            window->active[kept++] = index;
        }
    }
    window->count = kept;
    for (; window->next < window->from->list.len; window->next++) {
        const struct pl_suppression *it =
            &window->from->list.items[window->next];
        if (it->covers.start > offset) {
            break;
        }
        bool covers =
            it->covers.end >= offset && !it->is_redundant && !it->is_enable;
        if (covers) {
            window->active[window->count++] = (uint32_t)window->next;
        }
    }
}

static bool silences(const struct pl_suppression *suppression, bool named_only,
                     const struct pl_rule *rule)
{
    if (suppression->selector.len == 0) {
        return !named_only;
    }
    return pl_rule_matches(rule, suppression->selector);
}

static bool is_silenced(struct window *window, bool named_only,
                        const struct pl_finding *finding)
{
    bool silenced = false;
    move_window(window, finding->range.start);
    for (size_t i = 0; i < window->count; i++) {
        struct pl_suppression *it =
            &window->from->list.items[window->active[i]];
        if (silences(it, named_only, finding->rule)) {
            it->is_used = true;
            silenced = true;
        }
    }
    return silenced;
}

size_t pl_suppressions_apply(struct pl_arena *scratch,
                             struct pl_suppressions *suppressions,
                             bool named_only, struct pl_findings *findings)
{
    size_t count = suppressions->list.len;
    if (count == 0) {
        return 0;
    }
    struct window window = {
        .from = suppressions,
        .active = pl_arena_array(scratch, count, sizeof(uint32_t))};
    size_t kept = 0;
    for (size_t i = 0; i < findings->list.len; i++) {
        struct pl_finding *finding = findings->list.items[i];
        if (!is_silenced(&window, named_only, finding)) {
            findings->list.items[kept++] = finding;
        }
    }
    size_t silenced = findings->list.len - kept;
    findings->list.len = kept;
    return silenced;
}
