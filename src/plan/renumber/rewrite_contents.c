/* Lines of a table of contents, and links to headings in Markdown. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/utf8.h"
#include "plan/plan.h"
#include "plan/renumber/numbering.h"
#include "plan/renumber/rewriter.h"
#include "text/source.h"

#define SEVERAL (PL_NONE - 1) /* things: it is not told which */

/* The thing of a key, unless it is that of several. */
static void put(struct pl_map *map, pl_str key, uint32_t thing)
{
    if (key.len > 0 && pl_map_get_or_add(map, key, thing) != thing) {
        pl_map_put(map, key, SEVERAL);
    }
}

static const struct pl_numbered *thing_of(const struct pl_rewriter *r,
                                          uint32_t section)
{
    const struct pl_numbering *numbering = r->numbering;
    return &numbering->items[numbering->first[PL_NUMBERED_SECTION] + section];
}

static struct pl_label new_label(const struct pl_rewriter *r, uint32_t section)
{
    return r->numbering->items[thing_of(r, section)->same].new_label;
}

static bool section_changes(const struct pl_rewriter *r, uint32_t section)
{
    return !pl_label_eq(thing_of(r, section)->label, new_label(r, section));
}

/* A line of contents without the page number that may end it. */
static pl_str without_page(pl_str line)
{
    size_t end = line.len;
    while (end > 0 && pl_is_digit(line.data[end - 1])) {
        end--;
    }
    char c = end > 0 && end < line.len ? line.data[end - 1] : '\0';
    bool has_page = c == '\t' || c == '.' || pl_is_letter(c) || pl_is_wide(c);
    return pl_str_slice(line, 0, has_page ? end : line.len);
}

/* Letters and digits, in lower case. */
static pl_str key_of_line(struct pl_arena *arena, pl_str line)
{
    struct pl_buf key = pl_buf_in(arena);
    for (size_t i = 0; i < line.len; i++) {
        if (pl_is_alnum(line.data[i]) || pl_is_wide(line.data[i])) {
            pl_buf_add_char(&key, pl_to_lower(line.data[i]));
        }
    }
    return pl_buf_str(&key);
}

static pl_str key_of_label(struct pl_arena *arena, enum pl_place_kind place,
                           struct pl_label label)
{
    struct pl_buf key = pl_buf_in(arena);
    pl_buf_addf(&key, "%d ", (int)place);
    pl_label_write(&key, label);
    return pl_buf_str(&key);
}

/* Sections and captions by their whole line, sections by their number, too. */
struct headings {
    struct pl_map *lines;
    struct pl_map *labels;
};

static void put_line(const struct pl_rewriter *r, struct headings *headings,
                     uint32_t block, uint32_t thing)
{
    const struct pl_plan *plan = r->numbering->plan;
    pl_str line = pl_range_text(plan->text, plan->blocks[block].range);
    put(headings->lines, key_of_line(r->arena, line), thing);
}

static struct headings find_headings(const struct pl_rewriter *r)
{
    const struct pl_plan *plan = r->numbering->plan;
    const uint32_t *first = r->numbering->first;
    struct headings headings = {pl_map_new(r->arena, plan->sections_count),
                                pl_map_new(r->arena, plan->sections_count)};
    for (uint32_t i = 0; i < plan->sections_count; i++) {
        const struct pl_section *it = &plan->sections[i];
        uint32_t thing = first[PL_NUMBERED_SECTION] + i;
        if (it->label.count > 0) {
            enum pl_place_kind place = r->numbering->items[thing].place;
            put_line(r, &headings, it->heading, thing);
            put(headings.labels, key_of_label(r->arena, place, it->label),
                thing);
        }
    }
    for (uint32_t i = 0; i < plan->captions_count; i++) {
        if (plan->captions[i].label.count > 0) {
            put_line(r, &headings, plan->captions[i].block,
                     first[PL_NUMBERED_CAPTION] + i);
        }
    }
    return headings;
}

/* What a line of contents is about; PL_NONE or SEVERAL. */
static uint32_t thing_of_line(const struct pl_rewriter *r,
                              const struct headings *headings,
                              const struct pl_block *block,
                              struct pl_label *label)
{
    pl_str text = r->numbering->plan->text;
    pl_str line = pl_range_text(text, block->range);
    pl_str key = key_of_line(r->arena, without_page(line));
    uint32_t found = pl_map_get(headings->lines, key);
    if (found == PL_NONE) {
        found = pl_map_get(headings->lines, key_of_line(r->arena, line));
    }
    bool has_label = pl_label_parse(pl_range_text(text, block->marker), label);
    if (found == PL_NONE && has_label) {
        found = pl_map_get(headings->labels,
                           key_of_label(r->arena, PL_PLACE_SECTION, *label));
    }
    return found;
}

static void follow_line(struct pl_rewriter *r, const struct headings *headings,
                        const struct pl_block *block)
{
    const struct pl_numbering *numbering = r->numbering;
    struct pl_label label = {0};
    uint32_t thing = thing_of_line(r, headings, block, &label);
    if (thing == SEVERAL &&
        pl_numbering_is_old(numbering, PL_PLACE_SECTION, label)) {
        pl_rewriter_leave(r, block->range, PL_LEFT_DOUBLED);
    }
    if (thing == SEVERAL || thing == PL_NONE ||
        !pl_numbered_changes(numbering, thing)) {
        return;
    }
    const struct pl_numbered *it = &numbering->items[thing];
    if (pl_rewriter_change(r, block->range, it->label,
                           numbering->items[it->same].new_label)) {
        r->references++;
    } else {
        pl_rewriter_leave_failed(r, block->range);
    }
}

static void follow_lines(struct pl_rewriter *r)
{
    const struct pl_plan *plan = r->numbering->plan;
    struct headings headings = {NULL, NULL};
    for (uint32_t i = 0; i < plan->blocks_count; i++) {
        if (plan->blocks[i].kind == PL_BLOCK_TOC) {
            headings = headings.lines ? headings : find_headings(r);
            follow_line(r, &headings, &plan->blocks[i]);
        }
    }
}

/* What a heading is linked by in Markdown: its letters and digits in lower
 * case, with hyphens for blanks. */
static pl_str slug_of(struct pl_arena *arena, pl_str heading)
{
    struct pl_buf slug = pl_buf_in(arena);
    size_t len;
    for (size_t i = 0; i < heading.len; i += len) {
        char c = heading.data[i];
        uint32_t code_point = pl_utf8_decode(heading, i, &len);
        if (pl_is_blank(c)) {
            pl_buf_add_char(&slug, '-');
        } else if (pl_is_alnum(c) || c == '-' || c == '_') {
            pl_buf_add_char(&slug, pl_to_lower(c));
        } else if (pl_is_wide(c) && pl_utf8_is_letter(code_point)) {
            pl_buf_add_code_point(&slug, pl_utf8_to_lower(code_point));
        }
    }
    return pl_buf_str(&slug);
}

/* A heading as it will be: number and title. */
static pl_str new_heading(const struct pl_rewriter *r, uint32_t section)
{
    const struct pl_plan *plan = r->numbering->plan;
    const struct pl_numbered *it = thing_of(r, section);
    struct pl_label label = new_label(r, section);
    struct pl_buf out = pl_buf_in(r->arena);
    uint32_t at = it->range.start;
    for (uint8_t i = 0; i < it->typed.count; i++) {
        struct pl_range old = it->typed.parts[i];
        pl_str written;
        if (pl_typed_write(r->arena, plan->text, &old, label.parts[i],
                           &written)) {
            pl_buf_add(&out, pl_str_slice(plan->text, at, old.start));
            pl_buf_add(&out, written);
            at = old.end;
        }
    }
    pl_buf_add(&out,
               pl_str_slice(plan->text, at, plan->sections[section].title.end));
    return pl_buf_str(&out);
}

static struct pl_map *find_slugs(const struct pl_rewriter *r)
{
    const struct pl_plan *plan = r->numbering->plan;
    struct pl_map *slugs = pl_map_new(r->arena, plan->sections_count);
    for (uint32_t i = 0; i < plan->sections_count; i++) {
        const struct pl_section *it = &plan->sections[i];
        uint32_t start =
            it->label.count > 0 ? it->number.start : it->title.start;
        pl_str heading = pl_str_slice(plan->text, start, it->title.end);
        put(slugs, slug_of(r->arena, heading), i);
    }
    return slugs;
}

/* The text of a link that ends at an offset; empty when there is none near. */
static struct pl_range text_before(pl_str text, uint32_t end)
{
    enum { LONGEST = 200 }; /* bytes */
    uint32_t at = end;
    while (at > 0 && end - at < LONGEST && text.data[at - 1] != '[' &&
           text.data[at - 1] != '\n') {
        at--;
    }
    bool has_bracket = at > 0 && text.data[at - 1] == '[';
    return (struct pl_range){has_bracket ? at : end, end};
}

/* The number that the text of a link begins with, when it is the section's. */
static void follow_link_text(struct pl_rewriter *r, struct pl_range range,
                             uint32_t section)
{
    pl_str text = r->numbering->plan->text;
    struct pl_label label = thing_of(r, section)->label;
    struct pl_typed typed;
    while (range.start < range.end && !pl_is_alnum(text.data[range.start])) {
        range.start++;
    }
    if (pl_typed_find(text, range, label, &typed) &&
        typed.parts[0].start == range.start) {
        pl_rewriter_change(r, range, label, new_label(r, section));
    }
}

/* A link whose address begins at `start`; `text_end` is that of its text. */
static void follow_link(struct pl_rewriter *r, const struct pl_map *slugs,
                        uint32_t text_end, uint32_t start)
{
    pl_str text = r->numbering->plan->text;
    uint32_t end = start;
    while (end < text.len && !pl_is_space(text.data[end]) &&
           text.data[end] != ')') {
        end++;
    }
    struct pl_range slug = {start, end};
    uint32_t section = pl_map_get(slugs, pl_range_text(text, slug));
    if (section == PL_NONE || section == SEVERAL ||
        thing_of(r, section)->label.count == 0 ||
        !section_changes(r, section)) {
        return;
    }
    *PL_VEC_PUSH(r->arena, &r->edits) =
        (struct pl_edit){slug, slug_of(r->arena, new_heading(r, section))};
    r->references++;
    follow_link_text(r, text_before(text, text_end), section);
}

static void follow_links(struct pl_rewriter *r, const char *opening)
{
    const struct pl_plan *plan = r->numbering->plan;
    pl_str open = pl_str_from(opening);
    const struct pl_map *slugs = NULL;
    size_t at = 0;
    while ((at = pl_str_find(plan->text, open, at)) != PL_NOWHERE) {
        uint32_t block = pl_plan_block_at(plan, (uint32_t)at);
        slugs = slugs ? slugs : find_slugs(r);
        if (block != PL_NONE && plan->blocks[block].kind != PL_BLOCK_CODE) {
            follow_link(r, slugs, (uint32_t)at, (uint32_t)(at + open.len));
        }
        at += open.len;
    }
}

void pl_rewriter_contents(struct pl_rewriter *rewriter)
{
    follow_lines(rewriter);
    if (rewriter->numbering->plan->source->format == PL_FORMAT_MARKDOWN) {
        follow_links(rewriter, "](#");
        follow_links(rewriter, "]: #");
    }
}
