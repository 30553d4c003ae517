#include "plan/entities/entity_lines.h"

#include "base/arena.h"
#include "base/attr.h"
#include "base/map.h"
#include "base/vec.h"
#include "plan/entities/entity_draft.h"
#include "plan/entities/roles.h"
#include "plan/plan.h"
#include "plan/words/marked_words.h"

enum prominence { IN_CELL = 1, IN_TEXT, IN_HEADING };

enum { AHEAD = 12 }; /* sections or blocks whose text is on its way at a time */

struct reader {
    struct pl_arena *arena;
    const struct pl_plan *plan;
    uint8_t *roles;    /* of each section by its own title */
    uint8_t *marks;    /* of each form: whether such a line begins with it */
    bool *has_targets; /* whether it or one around it is about targets */
    struct pl_entity_group group;
    PL_VEC(struct pl_entity_line) lines;
};

struct pl_entity_group pl_entity_group_begin(const struct pl_plan *plan,
                                             const struct pl_entity_line *line)
{
    const struct pl_block *block = &plan->blocks[line->block];
    bool is_heading = block->kind == PL_BLOCK_HEADING;
    uint32_t section = block->section;
    return (struct pl_entity_group){
        .label = line->text.label,
        .section = section,
        .section_end = section == PL_NONE ? PL_NONE
                       : is_heading       ? plan->sections[section].subtree_end
                                          : section + 1,
        .is_open = true,
    };
}

bool pl_entity_group_holds(const struct pl_plan *plan,
                           const struct pl_entity_group *group, uint32_t block)
{
    uint32_t section = plan->blocks[block].section;
    return group->is_open &&
           (section == group->section ||
            (section != PL_NONE && group->section != PL_NONE &&
             section > group->section && section < group->section_end));
}

static size_t put_number(char *out, uint32_t number)
{
    for (size_t i = 0; i < sizeof(number); i++) {
        out[i] = (char)(unsigned char)(number >> (8 * i));
    }
    return sizeof(number);
}

pl_str pl_entity_key(struct pl_arena *arena, enum pl_entity_kind kind,
                     struct pl_label label)
{
    char key[1 + PL_LABEL_MAX_PARTS * (sizeof(uint32_t) + 2)];
    size_t len = 0;
    key[len++] = (char)kind;
    for (uint8_t i = 0; i < label.count; i++) {
        len += put_number(key + len, label.parts[i].value);
        key[len++] = label.parts[i].letter;
        key[len++] = (char)label.parts[i].bis;
    }
    return pl_arena_copy(arena, (pl_str){key, len});
}

static void read_roles(struct reader *r)
{
    const struct pl_section *sections = r->plan->sections;
    for (uint32_t i = 0; i < r->plan->sections_count; i++) {
        if (i + AHEAD < r->plan->sections_count) {
            PL_PREFETCH(r->plan->text.data + sections[i + AHEAD].title.start);
        }
        uint32_t parent = sections[i].parent;
        r->roles[i] = (uint8_t)pl_role_of_section(r->plan, i);
        r->has_targets[i] = r->roles[i] == PL_ROLE_TARGETS ||
                            (parent != PL_NONE && r->has_targets[parent]);
    }
}

/* Where the kind of block puts a line; 0: it is not read at all. */
static uint32_t prominence_of(const struct pl_block *block)
{
    switch (block->kind) {
    case PL_BLOCK_HEADING:
        return IN_HEADING;
    case PL_BLOCK_PARAGRAPH:
    case PL_BLOCK_ITEM:
        return IN_TEXT;
    case PL_BLOCK_CELL:
        return IN_CELL;
    case PL_BLOCK_QUOTE:
    case PL_BLOCK_NOTE:
    case PL_BLOCK_TOC:
    case PL_BLOCK_CODE:
    case PL_BLOCK_MARKUP:
    case PL_BLOCK_DIRECTIVE:
        break;
    }
    return 0;
}

static struct pl_scan scan_of(const struct pl_plan *plan, struct pl_range piece)
{
    return (struct pl_scan){plan->text, piece.start, piece.end};
}

static bool read_bare_target(const struct reader *r,
                             const struct pl_block *block, uint32_t index,
                             struct pl_entity_text *text)
{
    bool is_about_targets =
        (block->section != PL_NONE && r->has_targets[block->section]) ||
        pl_entity_group_holds(r->plan, &r->group, index);
    if (!is_about_targets || block->kind == PL_BLOCK_HEADING) {
        return false;
    }
    struct pl_range whole = pl_entity_piece(r->plan, block, block->range);
    return pl_entity_text_read_bare_target(scan_of(r->plan, whole), text) ||
           pl_entity_text_read_bare_target(
               scan_of(r->plan, pl_entity_prose(r->plan, block)), text);
}

/* "Priority 1: ..." outside headings is a grade, unless the section is about
 * priorities. */
static bool is_expected(const struct reader *r, const struct pl_block *block,
                        const struct pl_entity_text *text)
{
    return text->kind != PL_ENTITY_PRIORITY ||
           block->kind == PL_BLOCK_HEADING ||
           (block->section != PL_NONE &&
            r->roles[block->section] == PL_ROLE_PRIORITIES);
}

static uint32_t place_of(const struct pl_plan *plan,
                         const struct pl_block *block)
{
    bool is_heading = block->kind == PL_BLOCK_HEADING;
    return is_heading ? plan->sections[block->section].parent : block->section;
}

static uint8_t *mark_first_words(struct pl_arena *arena,
                                 const struct pl_words *words)
{
    static const char *const first_words[] = {
#define PL_ENTITY_WORD(kind, qualifier, noun) noun,
#define PL_GROUP_WORD(noun) noun,
#include "plan/entities/entity_word.def"
    };
    uint8_t *marks = pl_marks_new(arena, words);
    for (size_t i = 0; i < sizeof(first_words) / sizeof(first_words[0]); i++) {
        pl_marks_set(marks, words, first_words[i], 1);
    }
    pl_marks_spread(marks, words);
    return marks;
}

/* Whether a noun that introduces entities is the first or second word. */
static bool begins_with_noun(const struct reader *r,
                             const struct pl_block *block)
{
    const struct pl_words *words = r->plan->words;
    for (uint32_t i = 0; i < 2 && block->first_word + i < block->word_end;
         i++) {
        if (r->marks[words->items[block->first_word + i].form]) {
            return true;
        }
    }
    return false;
}

/* Reads a line that begins with a noun: "Goal 1: ...", "Targets for ...". */
static bool read_noun_line(struct reader *r, const struct pl_block *block,
                           struct pl_entity_line *line)
{
    if (!begins_with_noun(r, block)) {
        return false;
    }
    struct pl_scan scan = scan_of(r->plan, pl_entity_prose(r->plan, block));
    if (pl_entity_text_read_group(scan, &line->text)) {
        line->what = PL_ENTITY_LINE_GROUP;
        r->group = pl_entity_group_begin(r->plan, line);
        return true;
    }
    return pl_entity_text_read(scan, block->kind == PL_BLOCK_HEADING,
                               &line->text) &&
           is_expected(r, block, &line->text);
}

static void read_block(struct reader *r, uint32_t index)
{
    const struct pl_block *block = &r->plan->blocks[index];
    uint32_t prominence = prominence_of(block);
    if (prominence == 0) {
        return;
    }
    struct pl_entity_line line = {.block = index, .prominence = prominence};
    if (!read_noun_line(r, block, &line) &&
        !read_bare_target(r, block, index, &line.text)) {
        return;
    }
    line.place = place_of(r->plan, block);
    line.key = pl_entity_key(r->arena, line.text.kind, line.text.label);
    *PL_VEC_PUSH(r->arena, &r->lines) = line;
}

static bool has_same_name(pl_str text, const struct pl_entity_line *a,
                          const struct pl_entity_line *b)
{
    return pl_str_eq_ignore_case(pl_range_text(text, a->text.name),
                                 pl_range_text(text, b->text.name));
}

/* Whether a line introduces an entity although `first` does already: the same
 * number is given twice. */
static bool is_second(pl_str text, const struct pl_entity_line *first,
                      const struct pl_entity_line *line)
{
    if (line->prominence != first->prominence) {
        return false;
    }
    return line->place == first->place || (line->prominence == IN_HEADING &&
                                           !has_same_name(text, first, line));
}

/* The first of the most prominent lines of each number introduces it. */
static void tell_mentions(struct reader *r)
{
    struct pl_map *best = pl_map_new(r->arena, r->lines.len);
    for (uint32_t i = 0; i < r->lines.len; i++) {
        struct pl_entity_line *line = &r->lines.items[i];
        if (line->what == PL_ENTITY_LINE_GROUP) {
            continue;
        }
        uint32_t other = pl_map_get_or_add(best, line->key, i);
        if (r->lines.items[other].prominence < line->prominence) {
            pl_map_put(best, line->key, i);
        }
    }
    for (uint32_t i = 0; i < r->lines.len; i++) {
        struct pl_entity_line *line = &r->lines.items[i];
        if (line->what == PL_ENTITY_LINE_GROUP) {
            continue;
        }
        uint32_t first = pl_map_get(best, line->key);
        bool is_entity = i == first ||
                         is_second(r->plan->text, &r->lines.items[first], line);
        line->what = is_entity ? PL_ENTITY_LINE_ENTITY : PL_ENTITY_LINE_MENTION;
    }
}

struct pl_entity_lines pl_entity_lines_read(struct pl_arena *arena,
                                            const struct pl_plan *plan)
{
    struct reader r = {
        .arena = arena,
        .plan = plan,
        .roles = pl_arena_array(arena, plan->sections_count, 1),
        .has_targets =
            pl_arena_array(arena, plan->sections_count, sizeof(bool)),
    };
    r.marks = mark_first_words(arena, plan->words);
    read_roles(&r);
    for (uint32_t i = 0; i < plan->blocks_count; i++) {
        if (i + AHEAD < plan->blocks_count) {
            PL_PREFETCH(plan->words->items +
                        plan->blocks[i + AHEAD].first_word);
        }
        read_block(&r, i);
    }
    tell_mentions(&r);
    return (struct pl_entity_lines){r.lines.items, r.lines.len, r.roles};
}
