/* Numbers in the text and in comments that were not read as references and may
 * be some. */
#include "base/chars.h"
#include "plan/plan.h"
#include "plan/references/reference_words.h"
#include "plan/renumber/numbering.h"
#include "plan/renumber/rewriter.h"
#include "plan/words/scan.h"

enum { LEAST_PARTS = 3 /* fewer are amounts as often */ };

static bool is_of_number(char c)
{
    return pl_is_alnum(c) || c == '.';
}

/* The letters, digits and dots from an offset on, without the stop of a
 * sentence. */
static struct pl_range run_at(pl_str text, uint32_t at)
{
    struct pl_range run = {at, at};
    while (run.end < text.len && is_of_number(text.data[run.end])) {
        run.end++;
    }
    while (run.end > run.start && text.data[run.end - 1] == '.') {
        run.end--;
    }
    return run;
}

static bool is_old(const struct pl_numbering *numbering, pl_str typed)
{
    struct pl_label label;
    return pl_label_parse(typed, &label) && label.count >= LEAST_PARTS &&
           (pl_numbering_has_old(numbering, PL_PLACE_SECTION, label) ||
            pl_numbering_has_old(numbering, PL_PLACE_PARAGRAPH, label));
}

/* What is known of the text: a bit for each byte. */
struct known {
    uint8_t *bits;
    uint32_t size;
};

static void mark(struct known *known, struct pl_range range)
{
    for (uint32_t at = range.start; at < range.end && at < known->size; at++) {
        known->bits[at / 8] |= (uint8_t)(1U << at % 8);
    }
}

static bool has_mark(const struct known *known, struct pl_range range)
{
    for (uint32_t at = range.start; at < range.end; at++) {
        if ((unsigned)known->bits[at / 8] >> at % 8 & 1U) {
            return true;
        }
    }
    return false;
}

static struct known find_known(const struct pl_rewriter *r)
{
    const struct pl_numbering *numbering = r->numbering;
    const struct pl_plan *plan = numbering->plan;
    struct known known = {
        .bits = pl_arena_alloc(numbering->arena, plan->text.len / 8 + 1),
        .size = (uint32_t)plan->text.len,
    };
    for (uint32_t i = 0; i < numbering->count; i++) {
        mark(&known, numbering->items[i].range);
    }
    for (uint32_t i = 0; i < plan->references_count; i++) {
        mark(&known, plan->references[i].range);
    }
    for (size_t i = 0; i < r->edits.len; i++) {
        mark(&known, r->edits.items[i].range);
    }
    for (size_t i = 0; i < r->left.len; i++) {
        mark(&known, r->left.items[i].range);
    }
    return known;
}

static bool is_text(enum pl_block_kind kind)
{
    return kind != PL_BLOCK_CODE && kind != PL_BLOCK_MARKUP &&
           kind != PL_BLOCK_DIRECTIVE;
}

static void read_block(struct pl_rewriter *r, const struct known *known,
                       struct pl_range block)
{
    pl_str text = r->numbering->plan->text;
    for (uint32_t at = block.start; at < block.end; at++) {
        if (!pl_is_digit(text.data[at]) ||
            (at > 0 && is_of_number(text.data[at - 1]))) {
            continue;
        }
        struct pl_range run = run_at(text, at);
        if (is_old(r->numbering, pl_range_text(text, run)) &&
            !has_mark(known, run)) {
            pl_rewriter_leave(r, run, PL_LEFT_UNSURE);
        }
        at = run.end > at ? run.end - 1 : at;
    }
}

static enum pl_place_kind place_of_word(pl_str word)
{
    for (uint8_t i = 0; i < pl_reference_word_count; i++) {
        if (pl_str_eq_ignore_case(word, pl_reference_words[i].word)) {
            return pl_reference_words[i].place;
        }
    }
    return PL_PLACE_NONE;
}

/* "paragraph 12" in a comment, where numbers belong to whoever wrote it. */
static void read_comment(struct pl_rewriter *r, struct pl_range body)
{
    pl_str text = r->numbering->plan->text;
    for (uint32_t at = body.start; at < body.end; at++) {
        if (!pl_is_alnum(text.data[at])) {
            continue;
        }
        struct pl_range run = run_at(text, at);
        uint32_t end = pl_scan_back(text, body.start, at);
        pl_str word = pl_scan_word_before(text, body.start, end);
        struct pl_label label;
        if (word.len > 0 && pl_label_parse(pl_range_text(text, run), &label) &&
            pl_numbering_has_old(r->numbering, place_of_word(word), label)) {
            run.start = (uint32_t)(word.data - text.data);
            pl_rewriter_leave(r, run, PL_LEFT_COMMENT);
        }
        at = run.end > at ? run.end - 1 : at;
    }
}

void pl_rewriter_unread(struct pl_rewriter *rewriter)
{
    const struct pl_plan *plan = rewriter->numbering->plan;
    struct known known = find_known(rewriter);
    for (uint32_t i = 0; i < plan->blocks_count; i++) {
        if (is_text(plan->blocks[i].kind)) {
            read_block(rewriter, &known, plan->blocks[i].range);
        }
    }
    for (uint32_t i = 0; i < plan->comments_count; i++) {
        read_comment(rewriter, plan->comments[i].body);
    }
}
