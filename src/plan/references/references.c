#include "plan/references.h"

#include "base/arena.h"
#include "base/array.h"
#include "base/chars.h"
#include "base/search.h"
#include "plan/references/bare_references.h"
#include "plan/references/citations.h"
#include "plan/references/reference_marks.h"
#include "plan/words/block_walk.h"
#include "plan/words/marked_words.h"

enum { LONGEST_TITLE = 120 }; /* bytes of a line that is no sentence */

static const struct {
    const char *name;
    const char *plural;
} reference_names[] = {
#define PL_REFERENCE(constant, name, plural) \
    [PL_REFERENCE_##constant] = {name, plural},
#include "plan/reference.def"
#undef PL_REFERENCE
};

const char *pl_resolution_name(enum pl_resolution resolution)
{
    static const char *const names[] = {
        [PL_RESOLUTION_FOUND] = "found",
        [PL_RESOLUTION_MISSING] = "missing",
        [PL_RESOLUTION_EXTERNAL] = "external",
        [PL_RESOLUTION_UNLABELLED] = "unlabelled",
        [PL_RESOLUTION_ITEM_MISSING] = "item-missing",
        [PL_RESOLUTION_UNSURE] = "unsure",
    };
    return names[resolution];
}

const char *pl_reference_name(enum pl_reference_kind kind)
{
    return reference_names[kind].name;
}

const char *pl_reference_plural(enum pl_reference_kind kind)
{
    return reference_names[kind].plural;
}

static bool may_refer(enum pl_block_kind kind)
{
    return kind != PL_BLOCK_TOC && kind != PL_BLOCK_CODE &&
           kind != PL_BLOCK_MARKUP && kind != PL_BLOCK_DIRECTIVE;
}

/* "Figure 2" of the figure's own caption. */
static bool is_caption(const struct pl_plan *plan, uint32_t offset)
{
    uint32_t low = PL_FIRST_FROM(plan->captions, plan->captions_count,
                                 range.start, offset);
    return low < plan->captions_count &&
           plan->captions[low].range.start == offset;
}

static bool ends_with_stop(pl_str text, struct pl_range range)
{
    return range.end > range.start && text.data[range.end - 1] == '.';
}

/* What begins a line and its number: "Goal 1 - Name", "Article 6 Dues". It
 * names the thing instead of referring to it. */
static bool is_own_name(const struct pl_reference_reader *r,
                        const struct pl_start *start)
{
    const struct pl_block *block = pl_start_block(r, start);
    if (start->range.start < block->content.start ||
        is_caption(r->plan, start->range.start)) {
        return true;
    }
    if (block->first_word != start->word) {
        return false;
    }
    if (block->kind == PL_BLOCK_HEADING) {
        return true;
    }
    struct pl_scan scan = pl_start_scan(r, start);
    struct pl_number number;
    pl_scan_blanks(&scan);
    if (!pl_number_read(&scan, PL_NUMBER_LETTERS | PL_NUMBER_HYPHENS,
                        &number)) {
        return false;
    }
    pl_scan_blanks(&scan);
    char next = pl_scan_peek(&scan, 0);
    bool is_title = pl_is_upper(next) &&
                    block->range.end - block->range.start < LONGEST_TITLE &&
                    !ends_with_stop(r->plan->text, block->range);
    return next == ':' || next == '\t' || pl_scan_dash(&scan) || is_title ||
           (scan.at == scan.end && block->kind != PL_BLOCK_CELL);
}

static void add_unlabelled(struct pl_reference_reader *r,
                           const struct pl_reference_word *word,
                           const struct pl_start *start, struct pl_range range,
                           enum pl_direction direction)
{
    *PL_VEC_PUSH(r->scratch, &r->references) = (struct pl_reference){
        .kind = word->kind,
        .direction = direction,
        .resolution = PL_RESOLUTION_UNLABELLED,
        .range = range,
        .phrase = range,
        .block = start->block,
    };
    r->covered = range.end;
}

/* "the figure below", "the tables above" */
static bool read_direction_after(struct pl_reference_reader *r,
                                 const struct pl_reference_word *word,
                                 const struct pl_start *start)
{
    struct pl_scan scan = pl_start_scan(r, start);
    struct pl_scan next = scan;
    if (!pl_scan_blanks(&next) || !pl_is_letter(pl_scan_peek(&next, 0))) {
        return false;
    }
    enum pl_direction direction = pl_direction_read(&scan);
    if (direction == PL_DIRECTION_NONE) {
        return false;
    }
    next = scan;
    pl_scan_blanks(&next);
    if (pl_is_digit(pl_scan_peek(&next, 0))) {
        return false;
    }
    add_unlabelled(r, word, start,
                   (struct pl_range){start->range.start, scan.at}, direction);
    return true;
}

/* "the following table", "the above figure" */
static void read_direction_before(struct pl_reference_reader *r,
                                  const struct pl_reference_word *word,
                                  const struct pl_start *start)
{
    static const char *const below[] = {"following", NULL};
    static const char *const above[] = {"above", "preceding", "foregoing",
                                        NULL};
    pl_str before = pl_start_word_before(r, start);
    bool is_below = pl_is_one_of(before, below);
    if (!is_below && !pl_is_one_of(before, above)) {
        return;
    }
    uint32_t from = (uint32_t)(before.data - r->plan->text.data);
    struct pl_start adjective = {start->word, {from, from}, start->block};
    static const char *const articles[] = {"the", "this", "these", NULL};
    struct pl_scan scan = pl_start_scan(r, start);
    pl_scan_blanks(&scan);
    if (!pl_is_one_of(pl_start_word_before(r, &adjective), articles) ||
        pl_scan_word(&scan, "of")) {
        return;
    }
    add_unlabelled(r, word, start, (struct pl_range){from, start->range.end},
                   is_below ? PL_DIRECTION_BELOW : PL_DIRECTION_ABOVE);
}

static unsigned shape_of(const struct pl_reference_reader *r,
                         const struct pl_reference_word *word,
                         const struct pl_start *start)
{
    bool is_capital = pl_is_upper(r->plan->text.data[start->range.start]);
    bool has_letters = (word->flags & PL_WORD_LETTERS) ||
                       ((word->flags & PL_WORD_CAPITAL_LETTERS) && is_capital);
    unsigned shape = has_letters ? PL_NUMBER_LETTERS : 0;
    shape |= word->flags & PL_WORD_MARKERS ? PL_NUMBER_MARKERS : 0;
    shape |= word->flags & PL_WORD_MANY ? PL_NUMBER_MANY : 0;
    if (word->flags & PL_WORD_CAPTION) {
        shape |= PL_NUMBER_NO_SPANS;
        bool is_compound =
            !(word->flags & PL_WORD_MANY) || (r->hyphened & 1U << word->place);
        shape |= is_compound ? PL_NUMBER_HYPHENS : 0;
    }
    return shape;
}

/* "in the section I wrote"; nobody writes an annex in the first person. */
static bool is_pronoun(const struct pl_reference_reader *r,
                       const struct pl_reference_word *word,
                       const struct pl_start *start, const struct pl_scan *scan)
{
    return word->kind != PL_REFERENCE_ANNEX &&
           pl_is_lower(r->plan->text.data[start->range.start]) &&
           pl_scan_peek(scan, 0) == 'I' && !pl_is_alnum(pl_scan_peek(scan, 1));
}

/* "considering e)" refers when the sentence leads up to it or points. */
static bool is_opener_named(const struct pl_reference_reader *r,
                            const struct pl_start *start, struct pl_scan scan)
{
    struct pl_number number;
    if (pl_start_block(r, start)->first_word == start->word) {
        return false;
    }
    struct pl_numbers numbers = {.scan = scan,
                                 .shape = PL_NUMBER_MARKERS | PL_NUMBER_MANY};
    bool has_mark = false;
    while (pl_numbers_next(&numbers, &number)) {
        has_mark |= r->plan->text.data[number.range.end - 1] == ')';
    }
    bool is_led = has_mark &&
                  pl_is_one_of(pl_start_word_before(r, start), pl_prepositions);
    return is_led || pl_direction_read(&numbers.scan) != PL_DIRECTION_NONE;
}

/* "annexe n° 2", "anexo núm. 2", "Annex No. 2" */
static void skip_number_sign(struct pl_scan *scan)
{
    static const pl_str signs[] = {
        PL_STR("n\u00b0"), PL_STR("N\u00b0"), PL_STR("n\u00ba"),
        PL_STR("N\u00ba"), PL_STR("No."),     PL_STR("n\u00fam."),
        PL_STR("\u2116"),
    };
    pl_str rest = pl_str_slice(scan->text, scan->at, scan->end);
    for (size_t i = 0; i < PL_COUNT(signs); i++) {
        if (pl_str_starts(rest, signs[i])) {
            struct pl_scan s = *scan;
            s.at += (uint32_t)signs[i].len;
            pl_scan_blanks(&s);
            *scan = pl_is_digit(pl_scan_peek(&s, 0)) ? s : *scan;
            return;
        }
    }
}

/* The stop of an abbreviation and the space before the number. */
static bool reach_number(const struct pl_reference_word *word,
                         struct pl_scan *scan)
{
    bool has_stop = (word->flags & PL_WORD_SHORT) && pl_scan_char(scan, '.');
    if ((word->flags & PL_WORD_NEEDS_STOP) && !has_stop) {
        return false;
    }
    bool spaced = pl_scan_blanks(scan);
    skip_number_sign(scan);
    if (word->flags & PL_WORD_CLAUSE_OPENER) {
        static const char *const fillers[] = {"further", "also", "in", NULL};
        while (pl_scan_any_word(scan, fillers) || pl_scan_word(scan, "mind")) {
            pl_scan_blanks(scan);
        }
    }
    return spaced || has_stop ||
           ((word->flags & PL_WORD_MARKERS) && pl_scan_peek(scan, 0) == '(');
}

static bool read_labels(struct pl_reference_reader *r,
                        const struct pl_reference_word *word,
                        const struct pl_start *start)
{
    struct pl_scan scan = pl_start_scan(r, start);
    if ((word->flags & PL_WORD_NO_NUMBER) || !reach_number(word, &scan) ||
        is_pronoun(r, word, start, &scan)) {
        return false;
    }
    if ((word->flags & PL_WORD_CLAUSE_OPENER) &&
        !is_opener_named(r, start, scan)) {
        return false;
    }
    struct pl_phrase phrase = {
        .block = start->block,
        .range = start->range,
        .kind = word->kind,
        .place = word->place,
        .shape = shape_of(r, word, start),
    };
    size_t before = r->references.len;
    uint32_t last_end = r->last_end;
    if (!pl_reference_reader_add(r, &phrase, &scan)) {
        return false;
    }
    r->covered = scan.at;
    if ((word->flags & PL_WORD_NEEDS_OF) &&
        !pl_context_has_of(r->plan->text, phrase.range,
                           pl_start_block(r, start)->content)) {
        r->references.len = before;
        r->last_end = last_end;
    }
    return true;
}

/* "sub-paragraph (a)" is an item. */
static const struct pl_reference_word *
after_prefix(const struct pl_reference_reader *r,
             const struct pl_reference_word *word, struct pl_start *start)
{
    static const pl_str prefix = PL_STR("sub-");
    pl_str item = word->flags & PL_WORD_MANY ? (pl_str)PL_STR("subparagraphs")
                                             : (pl_str)PL_STR("subparagraph");
    pl_str before = pl_str_slice(r->plan->text, 0, start->range.start);
    pl_str last = pl_str_slice(before, before.len - prefix.len, before.len);
    if (before.len < prefix.len || !pl_str_eq_ignore_case(last, prefix) ||
        word->place != PL_PLACE_PARAGRAPH) {
        return word;
    }
    start->range.start -= (uint32_t)prefix.len;
    for (uint8_t i = 0; i < pl_reference_word_count; i++) {
        if (pl_str_eq(pl_reference_words[i].word, item)) {
            return &pl_reference_words[i];
        }
    }
    return word;
}

static void read_word(struct pl_reference_reader *r,
                      const struct pl_reference_word *word,
                      struct pl_start start)
{
    if ((word->flags & PL_WORD_CLAUSE_OPENER) &&
        pl_plan_act_of(r->plan, start.block) != PL_NONE) {
        return; /* a pin-point: see acts.h */
    }
    word = after_prefix(r, word, &start);
    if (pl_start_is_glued(r, &start) || is_own_name(r, &start) ||
        read_labels(r, word, &start) || !(word->flags & PL_WORD_POINTED)) {
        return;
    }
    if (!read_direction_after(r, word, &start)) {
        read_direction_before(r, word, &start);
    }
}

static void read_start(struct pl_reference_reader *r,
                       struct pl_block_walk *walk, struct pl_marked_word marked)
{
    const struct pl_plan *plan = r->plan;
    struct pl_start start = {.word = marked.word,
                             .range = pl_word_range(plan->words, marked.word)};
    if (start.range.start < r->covered ||
        (marked.mark == PL_REFERENCE_MARK_BARE &&
         !pl_bare_reference_may_begin(plan->text, start.range))) {
        return;
    }
    start.block = pl_block_walk_to(walk, start.range.start);
    if (start.block == PL_NONE || !may_refer(plan->blocks[start.block].kind)) {
        return;
    }
    if (marked.mark == PL_REFERENCE_MARK_BARE) {
        pl_bare_reference_read(r, start);
    } else {
        const struct pl_words *words = plan->words;
        uint32_t form = words->items[marked.word].form;
        start.range.start += pl_reference_elision(&words->forms[form]);
        read_word(r, &pl_reference_words[marked.mark - 1], start);
    }
}

/* The places whose captions write their numbers "12-2". */
static unsigned find_hyphened(const struct pl_plan *plan)
{
    static const enum pl_place_kind places[] = {
        [PL_CAPTION_FIGURE] = PL_PLACE_FIGURE,
        [PL_CAPTION_TABLE] = PL_PLACE_TABLE,
        [PL_CAPTION_BOX] = PL_PLACE_BOX,
    };
    unsigned found = 0;
    for (uint32_t i = 0; i < plan->captions_count; i++) {
        const struct pl_caption *it = &plan->captions[i];
        pl_str typed = pl_range_text(plan->text, it->range);
        if (it->label.count > 1 &&
            pl_str_find_char(typed, '-', 0) != PL_NOWHERE) {
            found |= 1U << places[it->kind];
        }
    }
    return found;
}

static const struct pl_reference *
copy_references(struct pl_arena *arena, const struct pl_reference_reader *r)
{
    size_t count = r->references.len;
    struct pl_reference *copy = pl_arena_array(arena, count, sizeof(*copy));
    for (size_t i = 0; i < count; i++) {
        copy[i] = r->references.items[i];
    }
    return copy;
}

void pl_references_build(struct pl_arena *arena, struct pl_plan *plan)
{
    pl_citations_build(arena, plan);
    struct pl_arena *scratch = pl_arena_new();
    struct pl_reference_reader reader = {
        .scratch = scratch,
        .plan = plan,
        .resolver = pl_resolver_of(plan, pl_places_build(scratch, plan)),
        .hyphened = find_hyphened(plan),
    };
    uint8_t *marks = pl_reference_marks_new(scratch, plan->words);
    struct pl_marked_words found =
        pl_marked_words_find(scratch, plan->words, marks);
    struct pl_block_walk walk = {.plan = plan};
    for (size_t i = 0; i < found.count; i++) {
        pl_marked_words_ahead(&found, plan->words, i);
        read_start(&reader, &walk, found.items[i]);
    }
    plan->references = copy_references(arena, &reader);
    plan->references_count = (uint32_t)reader.references.len;
    pl_arena_free(scratch);
}
