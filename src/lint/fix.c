#include "lint/fix.h"

#include <assert.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/vec.h"
#include "lint/settings.h"
#include "plan/plan.h"
#include "text/rewrite.h"
#include "text/source.h"

/* ----- one round ----- */

enum { WORD_BITS = 64 };

struct choice {
    struct pl_arena *arena;
    pl_str text;
    uint64_t *claimed; /* a bit for each byte of the text, and for its end */
    PL_VEC(struct pl_edit) edits;
    size_t findings;
};

/* The fix to apply without asking, or NULL. */
static const struct pl_fix *fix_of(const struct pl_finding *finding,
                                   bool unsafe_too)
{
    if (finding->fixes.len == 0) {
        return NULL;
    }
    const struct pl_fix *first = &finding->fixes.items[0];
    bool is_only = finding->fixes.len == 1;
    return first->safe || (unsafe_too && is_only) ? first : NULL;
}

static bool changes_something(pl_str text, const struct pl_fix *fix)
{
    for (size_t i = 0; i < fix->edits.len; i++) {
        const struct pl_edit *it = &fix->edits.items[i];
        if (!pl_str_eq(pl_range_text(text, it->range), it->text)) {
            return true;
        }
    }
    return false;
}

static bool is_claimed(const struct choice *choice, uint32_t at)
{
    return choice->claimed[at / WORD_BITS] >> (at % WORD_BITS) & 1;
}

/* An edit claims its bytes and the place behind them, so that edits that only
 * touch do not come together: what the first of them gives is not known yet. */
static bool is_free(const struct choice *choice, struct pl_range range)
{
    for (uint32_t at = range.start; at <= range.end; at++) {
        if (is_claimed(choice, at)) {
            return false;
        }
    }
    return true;
}

static void flip(struct choice *choice, struct pl_range range)
{
    for (uint32_t at = range.start; at <= range.end; at++) {
        choice->claimed[at / WORD_BITS] ^= UINT64_C(1) << (at % WORD_BITS);
    }
}

/* All or none. */
static void take(struct choice *choice, const struct pl_fix *fix)
{
    size_t before = choice->edits.len;
    for (size_t i = 0; i < fix->edits.len; i++) {
        const struct pl_edit *it = &fix->edits.items[i];
        assert(it->range.start <= it->range.end &&
               it->range.end <= choice->text.len);
        if (!is_free(choice, it->range)) {
            while (choice->edits.len > before) {
                flip(choice, choice->edits.items[--choice->edits.len].range);
            }
            return;
        }
        flip(choice, it->range);
        *PL_VEC_PUSH(choice->arena, &choice->edits) = *it;
    }
    choice->findings++;
}

struct pl_fix_choice pl_fix_choose(struct pl_arena *arena, pl_str text,
                                   const struct pl_findings *findings,
                                   enum pl_severity least, bool unsafe_too)
{
    struct choice choice = {.arena = arena, .text = text};
    for (size_t i = 0; i < findings->list.len; i++) {
        const struct pl_finding *finding = findings->list.items[i];
        const struct pl_fix *fix = fix_of(finding, unsafe_too);
        if (!fix || finding->severity < least ||
            !changes_something(text, fix)) {
            continue;
        }
        if (!choice.claimed) {
            choice.claimed = pl_arena_array(arena, text.len / WORD_BITS + 1,
                                            sizeof(uint64_t));
        }
        take(&choice, fix);
    }
    pl_edits_sort(choice.edits.items, choice.edits.len);
    return (struct pl_fix_choice){
        .edits = {choice.edits.items, choice.edits.len},
        .findings = choice.findings};
}

/* ----- all rounds ----- */

/* A document in one of its states. */
struct state {
    const struct pl_plan *plan;
    struct pl_lint_result result;
};

struct fixing {
    struct pl_arena *arena;
    const struct pl_fixer *fixer;
    const struct pl_source *original;
    struct pl_edits edits; /* so far, in the bytes of the original */
    size_t findings;       /* fixed so far */
};

static struct pl_fix_choice choose(const struct fixing *fixing,
                                   struct pl_arena *arena,
                                   const struct state *state)
{
    return pl_fix_choose(arena, state->plan->text, &state->result.findings,
                         fixing->fixer->least, fixing->fixer->unsafe_too);
}

static struct state lint(const struct fixing *fixing, struct pl_arena *arena,
                         const struct pl_plan *plan)
{
    struct pl_lint_options options = {.settings = fixing->fixer->settings};
    return (struct state){
        plan, pl_lint(arena, plan, fixing->fixer->ruleset, &options)};
}

/* The file with the edits so far, read and linted in `arena`. */
static bool look_again(const struct fixing *fixing, struct pl_arena *arena,
                       struct state *state, struct pl_error *error)
{
    const struct pl_source *original = fixing->original;
    pl_str bytes = pl_edits_apply(arena, original->bytes, fixing->edits);
    struct pl_source *source;
    if (!pl_source_read(arena, original->path, bytes, &original->format,
                        &source, error)) {
        return false;
    }
    const struct pl_settings *settings = fixing->fixer->settings;
    *state = lint(fixing, arena,
                  pl_plan_read_with(arena, source,
                                    settings ? &settings->vocabulary : NULL));
    return true;
}

/* From one state to the next, which is in `arena`. Fails unless the file that
 * this gives reads as the text is meant to. */
static bool apply(struct fixing *fixing, struct pl_fix_choice choice,
                  struct pl_arena *arena, struct state *state,
                  struct pl_error *error)
{
    const struct pl_source *source = state->plan->source;
    struct pl_edits in_file;
    if (!pl_source_rewrite(fixing->arena, source, choice.edits, &in_file,
                           error)) {
        return false;
    }
    pl_str meant = pl_edits_apply(arena, source->text, choice.edits);
    fixing->edits = pl_edits_join(fixing->arena, fixing->edits, in_file);
    fixing->findings += choice.findings;
    return look_again(fixing, arena, state, error) &&
           (pl_str_eq(state->plan->text, meant) ||
            PL_FAIL_AT(error, (struct pl_place){.path = source->path},
                       "its fixes would change how the file is read, so it "
                       "is left as it is"));
}

/* Two arenas take turns, so that memory does not grow with the rounds. */
static bool fix_all(struct fixing *fixing, struct state state,
                    struct pl_arena *arenas[2], bool *is_settled,
                    struct pl_error *error)
{
    for (size_t round = 0;; round++) {
        struct pl_arena *next = arenas[round % 2];
        pl_arena_reset(next);
        struct pl_fix_choice choice = choose(fixing, next, &state);
        *is_settled = choice.edits.count == 0;
        if (*is_settled || round == PL_FIX_MAX_ROUNDS) {
            return true;
        }
        if (!apply(fixing, choice, next, &state, error)) {
            return false;
        }
    }
}

bool pl_fix_document(struct pl_arena *arena, const struct pl_plan *plan,
                     const struct pl_fixer *fixer, struct pl_fixed *fixed,
                     struct pl_error *error)
{
    struct fixing fixing = {
        .arena = arena, .fixer = fixer, .original = plan->source};
    struct state state = lint(&fixing, arena, plan);
    struct pl_arena *arenas[] = {pl_arena_new(), pl_arena_new()};
    bool ok = fix_all(&fixing, state, arenas, &fixed->is_settled, error);
    pl_arena_free(arenas[0]);
    pl_arena_free(arenas[1]);
    if (!ok ||
        (fixing.findings > 0 && !look_again(&fixing, arena, &state, error))) {
        return false;
    }
    fixed->plan = state.plan;
    fixed->result = state.result;
    fixed->edits = fixing.edits;
    fixed->findings = fixing.findings;
    return true;
}
