#include "plan/plan.h"

#include "base/arena.h"
#include "base/search.h"
#include "plan/entities/roles.h"
#include "plan/language.h"
#include "plan/structure/articles.h"
#include "plan/structure/captions.h"
#include "plan/structure/draft.h"
#include "plan/structure/years.h"
#include "syntax/tree.h"

enum {
    PAGE = 256, /* bytes */
    /* What is found in a text, and what rules share, is five thirds of it. */
    FOUND = 5,
    OF_TEXT = 3,
};

#define TAKE(plan, draft, arena, name)                    \
    ((plan)->name = PL_VEC_COPY((arena), &(draft)->name), \
     (plan)->name##_count = (uint32_t)(draft)->name.len)

/* All but the blocks, which are not complete yet. */
static void take_draft(struct pl_arena *arena, struct pl_plan *plan,
                       const struct pl_draft *draft)
{
    TAKE(plan, draft, arena, spans);
    TAKE(plan, draft, arena, sections);
    TAKE(plan, draft, arena, paragraphs);
    TAKE(plan, draft, arena, lists);
    TAKE(plan, draft, arena, items);
    TAKE(plan, draft, arena, tables);
    TAKE(plan, draft, arena, cells);
    TAKE(plan, draft, arena, footnote_marks);
    TAKE(plan, draft, arena, footnotes);
    TAKE(plan, draft, arena, comments);
}

/* The ranges whose words count: not those of tables of contents. */
static size_t prose_ranges(const struct pl_draft *draft,
                           struct pl_range *ranges)
{
    size_t count = 0;
    for (size_t i = 0; i < draft->prose.len; i++) {
        const struct pl_prose *prose = &draft->prose.items[i];
        if (draft->blocks.items[prose->block].kind != PL_BLOCK_TOC) {
            ranges[count++] = prose->range;
        }
    }
    return count;
}

/* The first word from `word` on that does not begin before `offset`. */
static uint32_t skip_words(const struct pl_words *words, uint32_t word,
                           uint32_t offset)
{
    enum { STRIDE = 8 };
    while (word + STRIDE < words->count &&
           words->items[word + STRIDE].start < offset) {
        word += STRIDE;
    }
    while (word < words->count && words->items[word].start < offset) {
        word++;
    }
    return word;
}

static void give_blocks_their_words(struct pl_block *blocks, size_t count,
                                    const struct pl_words *words)
{
    uint32_t word = 0;
    for (size_t i = 0; i < count; i++) {
        blocks[i].first_word = skip_words(words, word, blocks[i].range.start);
        word = skip_words(words, blocks[i].first_word, blocks[i].range.end);
        blocks[i].word_end = word;
    }
}

/* The part with the most blocks. */
static uint32_t find_main_part(struct pl_arena *scratch,
                               const struct pl_plan *plan)
{
    uint32_t *sizes =
        pl_arena_array(scratch, plan->sections_count + 1, sizeof(*sizes));
    uint32_t body = 0;
    for (uint32_t i = 0; i < plan->sections_count; i++) {
        const struct pl_section *section = &plan->sections[i];
        uint32_t part = pl_plan_part_of(plan, i);
        uint32_t *size = part == PL_NONE ? &body : &sizes[part];
        *size += section->block_end - section->heading;
    }
    uint32_t main_part = PL_NONE;
    for (uint32_t i = 0; i < plan->sections_count; i++) {
        uint32_t best = main_part == PL_NONE ? body : sizes[main_part];
        main_part = sizes[i] > best ? i : main_part;
    }
    return main_part;
}

/* Of each PAGE bytes of the text the first block that begins in them or after
 * them: what is sought at a place is near it. */
static const uint32_t *find_pages(struct pl_arena *arena,
                                  const struct pl_plan *plan)
{
    size_t count = plan->text.len / PAGE + 2;
    uint32_t *pages = pl_arena_array(arena, count, sizeof(*pages));
    uint32_t block = 0;
    for (size_t i = 0; i < count; i++) {
        while (block < plan->blocks_count &&
               plan->blocks[block].range.start < i * PAGE) {
            block++;
        }
        pages[i] = block;
    }
    return pages;
}

static void draft_structure(struct pl_draft *draft)
{
    pl_draft_flow(draft);
    pl_draft_settle(draft);
    pl_draft_find_toc(draft);
    pl_draft_outline(draft);
    pl_draft_number(draft);
    pl_draft_list(draft);
    pl_draft_pair_footnotes(draft);
}

/* Everything after the structure. */
static void understand(struct pl_arena *arena, struct pl_plan *plan)
{
    pl_language_build(arena, plan);
    pl_roles_build(arena, plan);
    pl_captions_build(arena, plan);
    pl_articles_build(arena, plan);
    pl_years_build(arena, plan);
    pl_acronyms_build(arena, plan);
    pl_entities_build(arena, plan);
    pl_acts_build(arena, plan);
    pl_references_build(arena, plan);
    pl_series_build(arena, plan);
}

/* What is not needed any more goes before more is made, the tree too when it
 * is the caller's to give away: what is there at a time is what counts. */
static const struct pl_plan *build(struct pl_arena *arena,
                                   const struct pl_source *source,
                                   const struct pl_vocabulary *vocabulary,
                                   const struct pl_tree *tree,
                                   struct pl_tree *given_away)
{
    struct pl_plan *plan = pl_arena_alloc(arena, sizeof(*plan));
    plan->vocabulary = vocabulary;
    struct pl_draft draft = {
        .scratch = pl_arena_new(), .source = source, .text = source->text};
    plan->source = source;
    plan->text = source->text;
    pl_draft_read(&draft, tree);
    pl_tree_free(given_away);
    draft_structure(&draft);
    pl_arena_reserve(arena, source->text.len / OF_TEXT * FOUND);
    take_draft(arena, plan, &draft);
    struct pl_arena *scratch = pl_arena_new();
    plan->main_part = find_main_part(scratch, plan);
    struct pl_range *ranges =
        pl_arena_array(scratch, draft.prose.len + 1, sizeof(*ranges));
    size_t count = prose_ranges(&draft, ranges);
    struct pl_block *blocks = PL_VEC_COPY(arena, &draft.blocks);
    plan->blocks_count = (uint32_t)draft.blocks.len;
    pl_arena_free(draft.scratch);
    plan->words = pl_words_build(arena, plan->text, ranges, count);
    pl_arena_free(scratch);
    give_blocks_their_words(blocks, plan->blocks_count, plan->words);
    plan->blocks = blocks;
    plan->block_pages = find_pages(arena, plan);
    understand(arena, plan);
    return plan;
}

const struct pl_plan *pl_plan_read(struct pl_arena *arena,
                                   const struct pl_source *source)
{
    return pl_plan_read_with(arena, source, NULL);
}

const struct pl_plan *pl_plan_read_with(struct pl_arena *arena,
                                        const struct pl_source *source,
                                        const struct pl_vocabulary *vocabulary)
{
    struct pl_tree *tree = pl_tree_parse(source->text);
    return build(arena, source, vocabulary, tree, tree);
}

const struct pl_plan *pl_plan_build(struct pl_arena *arena,
                                    const struct pl_source *source,
                                    const struct pl_vocabulary *vocabulary,
                                    const struct pl_tree *tree)
{
    return build(arena, source, vocabulary, tree, NULL);
}

uint32_t pl_plan_block_at(const struct pl_plan *plan, uint32_t offset)
{
    uint32_t from = 0;
    uint32_t end = plan->blocks_count;
    if (end == 0) {
        return PL_NONE;
    }
    if (plan->block_pages && offset < plan->text.len) {
        from = plan->block_pages[offset / PAGE];
        end = plan->block_pages[offset / PAGE + 1];
    }
    uint32_t after = from + PL_FIRST_FROM(plan->blocks + from, end - from,
                                          range.start, offset + 1);
    return after == 0 ? PL_NONE : after - 1;
}

pl_str pl_plan_language_of_block(const struct pl_plan *plan, uint32_t block)
{
    return plan->block_languages
               ? pl_language_tag((enum pl_language)plan->block_languages[block])
               : plan->language;
}

pl_str pl_plan_language_at(const struct pl_plan *plan, uint32_t offset)
{
    uint32_t block =
        plan->block_languages ? pl_plan_block_at(plan, offset) : PL_NONE;
    return block == PL_NONE ? plan->language
                            : pl_plan_language_of_block(plan, block);
}

uint32_t pl_plan_span_from(const struct pl_plan *plan,
                           const struct pl_block *block, uint32_t offset)
{
    if (block->first_span == block->span_end) {
        return block->span_end;
    }
    return block->first_span +
           PL_FIRST_FROM(plan->spans + block->first_span,
                         block->span_end - block->first_span, range.start,
                         offset);
}

uint32_t pl_plan_word_from(const struct pl_plan *plan,
                           const struct pl_block *block, uint32_t offset)
{
    if (block->first_word == block->word_end) {
        return block->word_end;
    }
    return block->first_word +
           PL_FIRST_FROM(plan->words->items + block->first_word,
                         block->word_end - block->first_word, start, offset);
}

uint32_t pl_plan_part_of(const struct pl_plan *plan, uint32_t section)
{
    while (section != PL_NONE &&
           plan->sections[section].kind != PL_SECTION_ANNEX) {
        section = plan->sections[section].parent;
    }
    return section;
}

uint32_t pl_plan_paragraph_at(const struct pl_plan *plan, uint32_t block)
{
    uint32_t low = PL_FIRST_FROM(plan->paragraphs, plan->paragraphs_count,
                                 block, block + 1);
    return low == 0 ? PL_NONE : low - 1;
}

uint32_t pl_plan_item_at(const struct pl_plan *plan, uint32_t offset)
{
    uint32_t low =
        PL_FIRST_FROM(plan->items, plan->items_count, marker.start, offset + 1);
    if (low == 0) {
        return PL_NONE;
    }
    const struct pl_item *item = &plan->items[low - 1];
    uint32_t end = item->content.end > item->marker.end ? item->content.end
                                                        : item->marker.end;
    return offset <= end ? low - 1 : PL_NONE;
}
