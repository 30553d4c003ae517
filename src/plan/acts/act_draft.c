#include "plan/acts/act_draft.h"

#include "base/attr.h"
#include "base/chars.h"
#include "plan/acts/opening.h"
#include "plan/plan.h"
#include "plan/words/scan.h"

enum {
    LONGEST_ORGAN = 300, /* bytes */
    LONGEST_AND = 4,     /* bytes of a line such as "and" */
    AHEAD = 12,          /* blocks whose text is on its way at a time */
    MAX_LOOSE = 8, /* paragraphs in a row that are neither clauses nor items */
};

/* An act that is being read. */
struct reading {
    struct pl_act act;
    bool is_named; /* under a heading such as "Resolution 5" */
    bool is_sure;  /* titled as an act, or its organ has a comma */
    uint32_t preambular;
    uint32_t operative;
    uint32_t sentences; /* reasons that end with a full stop */
    uint32_t loose;
};

static bool may_open(const struct pl_block *block)
{
    return block->kind == PL_BLOCK_HEADING ||
           block->kind == PL_BLOCK_PARAGRAPH || block->kind == PL_BLOCK_ITEM;
}

static bool begins_part(const struct pl_plan *plan, uint32_t index)
{
    const struct pl_block *block = &plan->blocks[index];
    if (block->kind != PL_BLOCK_HEADING || block->section == PL_NONE) {
        return false;
    }
    const struct pl_section *section = &plan->sections[block->section];
    return section->kind != PL_SECTION_TITLE && section->heading == index;
}

/* "The Plenary Conference (Corran, 2026),", "The Assembly,". */
static bool is_organ(const struct pl_plan *plan, const struct pl_block *block)
{
    static const pl_str article = PL_STR("The ");
    if (!may_open(block) || !pl_range_is_empty(block->marker)) {
        return false;
    }
    pl_str text = pl_range_text(plan->text, block->content);
    while (text.len > 0 && (text.data[0] == '*' || text.data[0] == '_')) {
        text = pl_str_slice(text, 1, text.len);
    }
    if (!pl_str_starts(text, article)) {
        return false;
    }
    while (text.len > 0 &&
           (text.data[text.len - 1] == '*' || text.data[text.len - 1] == '_' ||
            pl_is_space(text.data[text.len - 1]))) {
        text.len--;
    }
    if (text.len <= article.len || text.len > LONGEST_ORGAN ||
        !pl_is_upper(text.data[article.len])) {
        return false;
    }
    char last = text.data[text.len - 1];
    return last == ',' || last == ':' || pl_is_letter(last) || last == ')';
}

/* "DRAFT NEW RESOLUTION", "Resolution adopted by the Assembly". */
static bool names_act(pl_str text)
{
    static const char *const names[] = {"resolution",     "decision",
                                        "recommendation", "opinion",
                                        "declaration",    NULL};
    struct pl_scan scan = {text, 0, (uint32_t)text.len};
    while (scan.at < scan.end) {
        pl_str word = pl_scan_letters(&scan);
        if (pl_is_one_of(word, names)) {
            return true;
        }
        scan.at += word.len > 0 ? (uint32_t)word.len : 1;
    }
    return false;
}

/* The heading close above that says what kind of act it is; else the one of
 * the part that it stands in. */
static struct pl_range find_title(const struct pl_plan *plan, uint32_t block,
                                  uint32_t part)
{
    enum { NEAR = 4 };
    for (uint32_t i = block; i > 0 && i + NEAR > block; i--) {
        const struct pl_block *it = &plan->blocks[i - 1];
        if (it->kind == PL_BLOCK_HEADING && it->section != PL_NONE &&
            plan->sections[it->section].kind == PL_SECTION_TITLE &&
            names_act(pl_range_text(plan->text, it->content))) {
            return it->content;
        }
    }
    return part == PL_NONE ? (struct pl_range){0} : plan->sections[part].number;
}

static bool ends_with_comma(pl_str text, struct pl_range range)
{
    range = pl_range_trim(text, range);
    while (range.end > range.start && (text.data[range.end - 1] == '*' ||
                                       text.data[range.end - 1] == '_')) {
        range.end--;
    }
    char last = range.end > range.start ? text.data[range.end - 1] : '\0';
    return last == ',' || last == ':';
}

static void begin_act(struct reading *r, const struct pl_plan *plan,
                      uint32_t block)
{
    *r = (struct reading){.act = {.first_block = block}};
    uint32_t part = pl_plan_part_of(plan, plan->blocks[block].section);
    if (part != PL_NONE) {
        enum pl_part_kind kind = plan->sections[part].part_kind;
        r->is_named = kind == PL_PART_RESOLUTION || kind == PL_PART_DECISION;
    }
    r->act.title = find_title(plan, block, r->is_named ? part : PL_NONE);
}

static bool is_act(const struct reading *r)
{
    uint32_t clauses = r->preambular + r->operative;
    if (!pl_range_is_empty(r->act.organ)) {
        return r->is_sure ? clauses >= 1
                          : r->preambular >= 1 && r->operative >= 1;
    }
    return r->is_named
               ? clauses >= 2
               : r->preambular >= 2 && r->operative >= 1 && r->sentences == 0;
}

/* Keeps what was read when it is an act; `end` is the block after it. */
static void end_act(struct pl_act_draft *draft, struct reading *r, uint32_t end)
{
    uint32_t count = r->preambular + r->operative;
    if (!is_act(r)) {
        draft->clauses.len -= count;
    } else {
        r->act.block_end = end;
        r->act.clause_end = (uint32_t)draft->clauses.len;
        r->act.first_clause = r->act.clause_end - count;
        struct pl_clause *clauses = draft->clauses.items;
        for (uint32_t i = r->act.first_clause; i < r->act.clause_end; i++) {
            clauses[i].act = (uint32_t)draft->acts.len;
            clauses[i].block_end =
                i + 1 < r->act.clause_end ? clauses[i + 1].block : end;
        }
        *PL_VEC_PUSH(draft->arena, &draft->acts) = r->act;
    }
    *r = (struct reading){.act = {.first_block = PL_NONE}};
}

/* What a clause is cited by: the line that its verb stands alone in, the
 * beginning of "instructs the Council, together with the towns", or the verb.
 */
static struct pl_range name_of(pl_str text, const struct pl_block *block,
                               const struct pl_opening *opening)
{
    if (opening->is_alone) {
        return opening->line;
    }
    bool is_line = opening->is_addressed &&
                   opening->line.end + 2 >= block->range.end &&
                   pl_is_lower(text.data[opening->verb.start]);
    size_t comma = pl_str_find_char(text, ',', opening->line.start);
    return is_line && comma < opening->line.end
               ? (struct pl_range){opening->line.start, (uint32_t)comma}
               : opening->verb;
}

static void add_clause(struct pl_act_draft *draft, struct reading *r,
                       uint32_t index, const struct pl_opening *opening)
{
    const struct pl_block *block = &draft->plan->blocks[index];
    struct pl_clause *clause = PL_VEC_PUSH(draft->arena, &draft->clauses);
    *clause = (struct pl_clause){
        .is_operative = opening->role == PL_ACT_OPERATIVE,
        .is_alone = opening->is_alone,
        .number = block->marker,
        .verb = opening->verb,
        .name = name_of(draft->plan->text, block, opening),
        .content = {opening->verb.start, block->range.end},
        .block = index,
    };
    pl_str typed = pl_range_text(draft->plan->text, block->marker);
    if (!pl_label_parse(pl_str_trim(typed), &clause->label)) {
        clause->label = (struct pl_label){0};
    }
    bool is_sentence = draft->plan->text.data[block->range.end - 1] == '.';
    r->sentences += is_sentence && !clause->is_operative;
    r->preambular += !clause->is_operative;
    r->operative += clause->is_operative;
    r->loose = 0;
}

/* Whether a numbered decision comes after the headings from `index` on. */
static bool leads_to_decision(const struct pl_plan *plan, uint32_t index)
{
    enum { MOST_HEADINGS = 3 };
    uint32_t at = index;
    while (at < plan->blocks_count && at < index + MOST_HEADINGS &&
           plan->blocks[at].kind == PL_BLOCK_HEADING &&
           !begins_part(plan, at)) {
        at++;
    }
    struct pl_opening opening;
    return at < plan->blocks_count && may_open(&plan->blocks[at]) &&
           !pl_range_is_empty(plan->blocks[at].marker) &&
           pl_opening_read(plan->text, plan->blocks[at].content, &opening) &&
           opening.role == PL_ACT_OPERATIVE;
}

/* Whether the clauses go on with this block, which opens none. */
static bool goes_on(struct reading *r, const struct pl_plan *plan,
                    uint32_t index)
{
    const struct pl_block *block = &plan->blocks[index];
    if (begins_part(plan, index) || is_organ(plan, block)) {
        return false;
    }
    if (block->kind == PL_BLOCK_HEADING &&
        block->content.end - block->content.start > LONGEST_AND) {
        return (r->operative == 0 && r->preambular > 0) ||
               (r->operative > 0 && leads_to_decision(plan, index));
    }
    r->loose +=
        block->kind == PL_BLOCK_PARAGRAPH && pl_range_is_empty(block->marker);
    return r->loose <= MAX_LOOSE;
}

/* An organ's name opens an act when a verb comes next. */
static bool opens_act(const struct pl_plan *plan, uint32_t index)
{
    struct pl_opening opening;
    uint32_t next = index + 1;
    return next < plan->blocks_count && is_organ(plan, &plan->blocks[index]) &&
           may_open(&plan->blocks[next]) &&
           pl_opening_read(plan->text, plan->blocks[next].content, &opening);
}

/* "Resolution 3 of its last meeting, which": the verb of the next line belongs
 * to it. */
static bool ends_in_relative(const struct pl_plan *plan,
                             const struct pl_block *block)
{
    static const char *const relatives[] = {"which", "who", NULL};
    if (block->first_word == block->word_end) {
        return false;
    }
    uint32_t last = block->word_end - 1;
    struct pl_range content = pl_range_trim(plan->text, block->content);
    return pl_word_range(plan->words, last).end == content.end &&
           pl_is_one_of(pl_word_text(plan->words, last), relatives);
}

/* A verb that begins the block, and no sentence that an earlier one began. */
static bool opens_clause(const struct pl_plan *plan, uint32_t index,
                         struct pl_opening *opening)
{
    const struct pl_block *block = &plan->blocks[index];
    return may_open(block) && !begins_part(plan, index) &&
           pl_opening_read(plan->text, block->content, opening) &&
           (index == 0 || !ends_in_relative(plan, block - 1));
}

static bool is_open(const struct reading *r)
{
    return r->act.first_block != PL_NONE;
}

static void read_block(struct pl_act_draft *draft, struct reading *r,
                       uint32_t index)
{
    const struct pl_plan *plan = draft->plan;
    const struct pl_block *block = &plan->blocks[index];
    struct pl_opening opening;
    if (opens_act(plan, index)) {
        if (is_open(r)) {
            end_act(draft, r, index);
        }
        begin_act(r, plan, index);
        r->act.organ = block->content;
        r->is_sure = !pl_range_is_empty(r->act.title) ||
                     ends_with_comma(plan->text, block->content);
    } else if (opens_clause(plan, index, &opening)) {
        if (!is_open(r)) {
            begin_act(r, plan, index);
        }
        add_clause(draft, r, index, &opening);
    } else if (is_open(r) && !goes_on(r, plan, index)) {
        end_act(draft, r, index);
    }
}

void pl_act_draft_find(struct pl_act_draft *draft)
{
    struct reading r = {.act = {.first_block = PL_NONE}};
    const struct pl_plan *plan = draft->plan;
    for (uint32_t i = 0; i < plan->blocks_count; i++) {
        if (i + AHEAD < plan->blocks_count) {
            PL_PREFETCH(plan->text.data +
                        plan->blocks[i + AHEAD].content.start);
        }
        read_block(draft, &r, i);
    }
    if (is_open(&r)) {
        end_act(draft, &r, plan->blocks_count);
    }
}
