/* duplicate: the same thing stands twice.
 *
 * Params: "of": "word" (the same word twice running; "allowed" lists words
 * that may stand so, "certain" those that never do: then the fix is safe) or
 * "paragraph" (the same text in two blocks of at least
 * "minWords" words); "in", "notIn" (see scope.h). Message: {word} or {text}
 * (its first words). */
#include "base/arena.h"
#include "base/array.h"
#include "base/hash.h"
#include "checks/checks.h"
#include "checks/shared/params.h"
#include "checks/shared/phrase.h"
#include "checks/shared/scope.h"
#include "plan/plan.h"

enum {
    OF_WORD,
    OF_PARAGRAPH,
    MIN_WORDS = 12,
    SHOWN_WORDS = 6,
    HASHED_WORDS = 4,  /* at each end of a block */
    MAX_COMPARED = 16, /* blocks that begin and end with the same words */
    NAME_LENGTH = 3,   /* bytes from which two capitals are taken for a name */
};

struct params {
    size_t of;
    size_t min_words;
    struct pl_words_param allowed;
    struct pl_words_param certain;
    struct pl_scope scope;
};

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    static const char *const keys[] = {"of",      "minWords", "allowed",
                                       "certain", "in",       "notIn"};
    static const char *const kinds[] = {"word", "paragraph"};
    struct params *params = PL_PARAMS(
        arena, rule, struct params, .of = PL_NO_CHOICE, .min_words = MIN_WORDS);
    struct pl_params reader = {arena, json, error};
    return pl_json_only_keys(json, keys, PL_COUNT(keys), error) &&
           pl_params_choice(&reader, "of", PL_CHOICES(kinds), &params->of) &&
           pl_params_size(&reader, "minWords", 1000, &params->min_words) &&
           pl_params_words(&reader, "allowed", &params->allowed) &&
           pl_params_words(&reader, "certain", &params->certain) &&
           pl_scope_load(arena, json, &params->scope, error);
}

/* Numbers, single letters, and names such as "Bora Bora". */
static bool may_be_doubled(const struct pl_form *before,
                           const struct pl_form *form)
{
    bool names = before->flags & form->flags & PL_FORM_CAPITALIZED;
    return (form->flags & PL_FORM_DIGIT) || form->text.len < 2 ||
           (names && form->text.len >= NAME_LENGTH);
}

/* Tied to the word before it: "end-to-end", "and/or", "www.www". */
static bool is_tied(const struct pl_words *words, uint32_t at)
{
    if (at == 0 || at >= words->count) {
        return false;
    }
    pl_str gap = pl_range_text(words->text, pl_word_gap(words, at));
    return gap.len > 0 &&
           (gap.data[0] == '-' || gap.data[0] == '/' || gap.data[0] == '.') &&
           gap.len == 1;
}

/* A capital at the beginning of a line: another sentence, most likely. */
static bool begins_new_line(const struct pl_words *words, uint32_t at,
                            const struct pl_form *before,
                            const struct pl_form *form)
{
    return words->text.data[words->items[at].start - 1] == '\n' &&
           (form->flags & PL_FORM_CAPITALIZED) &&
           !(before->flags & PL_FORM_CAPITALIZED);
}

static void check_pair(struct pl_run *run, const struct pl_word_set *allowed,
                       uint32_t at)
{
    const struct pl_words *words = run->plan->words;
    const struct params *params = run->rule->params;
    const struct pl_form *form = &words->forms[words->items[at].form];
    const struct pl_form *before = &words->forms[words->items[at - 1].form];
    if (may_be_doubled(before, form) || !pl_word_is_joined(words, at) ||
        begins_new_line(words, at, before, form) ||
        pl_word_set_has(allowed, words->items[at].form) ||
        is_tied(words, at + 1) || is_tied(words, at - 1)) {
        return;
    }
    struct pl_range range = {words->items[at - 1].start,
                             pl_word_range(words, at).end};
    const struct pl_block *block =
        pl_scope_block(params->scope, run->plan, range.start);
    if (block && at < block->word_end) {
        struct pl_finding *finding =
            PL_FINDING(run, range, {"word", pl_word_text(words, at - 1)});
        struct pl_range second = {pl_word_range(words, at - 1).end, range.end};
        bool is_safe =
            pl_words_param_has(&params->certain, pl_word_text(words, at)) &&
            words->items[at].start == second.start + 1 &&
            words->text.data[second.start] == ' ';
        pl_finding_fix(run->findings, finding, is_safe,
                       (struct pl_edit){second, {NULL, 0}}, PL_NO_ARGS);
    }
}

static void find_words(struct pl_run *run)
{
    const struct pl_words *words = run->plan->words;
    const struct params *params = run->rule->params;
    struct pl_word_set allowed = pl_word_set_of(run, &params->allowed);
    uint32_t before = PL_NONE;
    for (uint32_t at = 0; at < words->count; at++) {
        uint32_t fold = words->forms[words->items[at].form].fold;
        if (fold == before) {
            check_pair(run, &allowed, at);
        }
        before = fold;
    }
}

/* The first words, and an ellipsis when there are more. */
static pl_str first_words(const struct pl_run *run,
                          const struct pl_block *block)
{
    const struct pl_words *words = run->plan->words;
    uint32_t end = block->word_end;
    bool cropped = end - block->first_word > SHOWN_WORDS;
    end = cropped ? block->first_word + SHOWN_WORDS : end;
    pl_str shown =
        pl_str_slice(run->plan->text, words->items[block->first_word].start,
                     pl_word_range(words, end - 1).end);
    return pl_str_from(pl_arena_printf(run->arena, "%.*s%s", PL_STR_ARG(shown),
                                       cropped ? " \u2026" : ""));
}

static pl_str text_of(const struct pl_plan *plan, uint32_t block)
{
    return pl_str_trim(pl_range_text(plan->text, plan->blocks[block].content));
}

/* Blocks by the words that they begin and end with. */
struct known {
    uint32_t *last;   /* block that was added last in a bucket, or PL_NONE */
    uint32_t *before; /* of each block: the one before it in its bucket */
    uint32_t *hash;   /* of each block that was added */
    uint32_t mask;
};

static struct known known_of(struct pl_arena *arena, uint32_t blocks)
{
    struct known known = {.mask = 63};
    while (known.mask < blocks / 2) {
        known.mask = 2 * known.mask + 1;
    }
    known.last = pl_arena_array(arena, known.mask + 1, sizeof(uint32_t));
    known.before = pl_arena_array(arena, blocks, sizeof(uint32_t));
    known.hash = pl_arena_array(arena, blocks, sizeof(uint32_t));
    for (uint32_t i = 0; i <= known.mask; i++) {
        known.last[i] = PL_NONE;
    }
    return known;
}

/* Of its first and last words and their number. */
static uint32_t hash_of(const struct pl_plan *plan,
                        const struct pl_block *block)
{
    const struct pl_word *items = plan->words->items;
    uint32_t count = block->word_end - block->first_word;
    uint32_t hash = count;
    for (uint32_t i = 0; i < count && i < HASHED_WORDS; i++) {
        hash = pl_hash_mix_32(hash, items[block->first_word + i].form);
        hash = pl_hash_mix_32(hash, items[block->word_end - 1 - i].form);
    }
    return hash;
}

/* Adds a block; returns one added before that has the same text, or PL_NONE.
 * Looks at a few of those that may. */
static uint32_t find_or_add(const struct pl_plan *plan,
                            const struct known *known, uint32_t block)
{
    uint32_t hash = hash_of(plan, &plan->blocks[block]);
    uint32_t *last = &known->last[hash & known->mask];
    uint32_t other = *last;
    known->hash[block] = hash;
    known->before[block] = other;
    *last = block;
    for (size_t i = 0; i < MAX_COMPARED && other != PL_NONE;) {
        if (known->hash[other] == hash) {
            if (pl_str_eq(text_of(plan, other), text_of(plan, block))) {
                return other;
            }
            i++;
        }
        other = known->before[other];
    }
    return PL_NONE;
}

static void report_paragraph(struct pl_run *run, uint32_t block, uint32_t other)
{
    const struct pl_plan *plan = run->plan;
    struct pl_finding *finding =
        PL_FINDING(run, plan->blocks[block].content,
                   {"text", first_words(run, &plan->blocks[block])});
    pl_finding_relate(run->findings, finding, plan->blocks[other].content,
                      "the same text");
}

static void find_paragraphs(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    const struct params *params = run->rule->params;
    struct known known = known_of(run->arena, plan->blocks_count);
    for (uint32_t i = 0; i < plan->blocks_count; i++) {
        const struct pl_block *block = &plan->blocks[i];
        if (block->word_end - block->first_word < params->min_words ||
            !pl_scope_has(params->scope, block)) {
            continue;
        }
        uint32_t other = find_or_add(plan, &known, i);
        if (other != PL_NONE) {
            report_paragraph(run, i, other);
        }
    }
}

static void run(struct pl_run *run)
{
    const struct params *params = run->rule->params;
    if (params->of == OF_WORD) {
        find_words(run);
    } else {
        find_paragraphs(run);
    }
}

const struct pl_check pl_check_duplicate = {
    .name = "duplicate", .load = load, .run = run};
