/* Labels of links in Markdown: "[act]: https://..." and "[the act][act]". */
#include "base/arena.h"
#include "base/buf.h"
#include "base/chars.h"
#include "base/map.h"
#include "plan/plan.h"
#include "plan/symbols/symbol_draft.h"
#include "text/source.h"

enum {
    LONGEST_LABEL = 200, /* bytes */
    DEEPEST = 8,         /* spans around a place that are looked at */
};

/* "[...]" somewhere in a block. */
struct bracket {
    struct pl_range whole;
    struct pl_range inside;
};

static bool is_read(enum pl_block_kind kind)
{
    return kind != PL_BLOCK_CODE && kind != PL_BLOCK_MARKUP &&
           kind != PL_BLOCK_DIRECTIVE;
}

/* In code, an address, a comment or a footnote mark. */
static bool is_hidden(const struct pl_plan *plan, const struct pl_block *block,
                      uint32_t offset)
{
    uint32_t at = pl_plan_span_from(plan, block, offset + 1);
    for (uint32_t i = at; i > block->first_span && at - i < DEEPEST; i--) {
        const struct pl_span *span = &plan->spans[i - 1];
        bool hides =
            span->kind != PL_SPAN_FOOTNOTE && span->kind != PL_SPAN_ENUMERATOR;
        if (hides) {
            return pl_range_has(span->range, offset);
        }
    }
    return false;
}

/* The next one that could be a label, from `*at` on; moves behind it. */
static bool next_bracket(const struct pl_plan *plan,
                         const struct pl_block *block, uint32_t *at,
                         struct bracket *found)
{
    pl_str text = pl_str_slice(plan->text, 0, block->range.end);
    size_t open;
    while ((open = pl_str_find_char(text, '[', *at)) != PL_NOWHERE) {
        pl_str piece = pl_str_slice(text, 0, open + LONGEST_LABEL);
        size_t end = open + 1;
        while (end < piece.len && text.data[end] != '[' &&
               text.data[end] != ']') {
            end++;
        }
        *at = (uint32_t)(end < piece.len && text.data[end] == ']' ? end + 1
                                                                  : end);
        bool is_escaped = open > 0 && text.data[open - 1] == '\\';
        if (*at == end + 1 && end > open + 1 && text.data[open + 1] != '^' &&
            !is_escaped && !is_hidden(plan, block, (uint32_t)open)) {
            found->whole = (struct pl_range){(uint32_t)open, *at};
            found->inside =
                (struct pl_range){(uint32_t)open + 1, (uint32_t)end};
            return true;
        }
    }
    return false;
}

/* Labels are alike in any capitals and with any white space. */
static pl_str key_of(struct pl_arena *arena, pl_str label)
{
    struct pl_buf key = pl_buf_in(arena);
    label = pl_str_trim(label);
    for (size_t i = 0; i < label.len; i++) {
        bool is_space = pl_is_space(label.data[i]);
        if (!is_space || !pl_is_space(label.data[i - 1])) {
            pl_buf_add_char(&key, is_space ? ' ' : pl_to_lower(label.data[i]));
        }
    }
    return pl_buf_str(&key);
}

static char byte_at(pl_str text, uint32_t at)
{
    return at < text.len ? text.data[at] : '\0';
}

static bool begins_line(pl_str text, uint32_t at)
{
    while (at > 0 && text.data[at - 1] == ' ') {
        at--;
    }
    return at == 0 || text.data[at - 1] == '\n';
}

static bool is_definition(pl_str text, struct pl_range whole)
{
    return byte_at(text, whole.end) == ':' &&
           pl_is_space(byte_at(text, whole.end + 1)) &&
           begins_line(text, whole.start);
}

static void define(struct pl_symbol_draft *draft, struct pl_map *links,
                   const struct bracket *it)
{
    pl_str text = draft->plan->text;
    pl_str key = key_of(draft->scratch, pl_range_text(text, it->inside));
    size_t end = pl_str_find_char(text, '\n', it->whole.end);
    end = end == PL_NOWHERE ? text.len : end;
    struct pl_range number = {it->whole.start, it->whole.end + 1};
    if (pl_map_get(links, key) != PL_NONE) {
        return; /* the first one counts */
    }
    uint32_t symbol = pl_symbol_draft_add(
        draft, (struct pl_symbol){
                   .kind = PL_SYMBOL_LINK,
                   .index = PL_NONE,
                   .number = number,
                   .extent = {it->whole.start, (uint32_t)end},
               });
    pl_map_put(links, key, symbol);
    pl_symbol_draft_define(
        draft, symbol,
        (struct pl_symbol_place){PL_OCCURRENCE_NUMBER, it->inside, number});
}

/* "[label]", "[label][]" or the second of "[text][label]"; the text of a link
 * that goes on is none. */
static void use(struct pl_symbol_draft *draft, struct pl_map *links,
                const struct bracket *it)
{
    pl_str text = draft->plan->text;
    char next = byte_at(text, it->whole.end);
    bool goes_on =
        next == '(' || (next == '[' && byte_at(text, it->whole.end + 1) != ']');
    if (goes_on) {
        return;
    }
    uint32_t symbol = pl_map_get(
        links, key_of(draft->scratch, pl_range_text(text, it->inside)));
    pl_symbol_draft_use(
        draft, symbol,
        (struct pl_symbol_place){PL_OCCURRENCE_NUMBER, it->inside, it->whole});
}

static void walk(struct pl_symbol_draft *draft, struct pl_map *links,
                 bool defines)
{
    const struct pl_plan *plan = draft->plan;
    for (uint32_t i = 0; i < plan->blocks_count; i++) {
        const struct pl_block *block = &plan->blocks[i];
        uint32_t at = block->range.start;
        struct bracket it;
        while (is_read(block->kind) && next_bracket(plan, block, &at, &it)) {
            bool is_one = is_definition(plan->text, it.whole);
            if (is_one && defines) {
                define(draft, links, &it);
            } else if (!is_one && !defines) {
                use(draft, links, &it);
            }
        }
    }
}

void pl_symbol_draft_add_links(struct pl_symbol_draft *draft)
{
    const struct pl_plan *plan = draft->plan;
    pl_str mark = pl_str_from("]: ");
    if (plan->source->format != PL_FORMAT_MARKDOWN ||
        pl_str_find(plan->text, mark, 0) == PL_NOWHERE) {
        return;
    }
    struct pl_map *links = pl_map_new(draft->scratch, 16);
    walk(draft, links, true);
    if (pl_map_count(links) > 0) {
        walk(draft, links, false);
    }
}
