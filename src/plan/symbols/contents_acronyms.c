/* Acronyms in tables of contents, whose words are not among those of the
 * text. */
#include "base/chars.h"
#include "base/map.h"
#include "plan/plan.h"
#include "plan/symbols/symbol_draft.h"

struct reader {
    struct pl_symbol_draft *draft;
    const struct pl_map *acronyms; /* from a name to its symbol */
};

static bool is_of_word(char c)
{
    return pl_is_alnum(c) || pl_is_wide(c);
}

/* The name, or its plural; false when it is neither. */
static bool use(const struct reader *reader, struct pl_range word)
{
    pl_str text = reader->draft->plan->text;
    struct pl_range name = word;
    uint32_t symbol = pl_map_get(reader->acronyms, pl_range_text(text, name));
    if (symbol == PL_NONE && text.data[word.end - 1] == 's') {
        name.end--;
        symbol = pl_map_get(reader->acronyms, pl_range_text(text, name));
    }
    struct pl_occurrence *added = pl_symbol_draft_use(
        reader->draft, symbol,
        (struct pl_symbol_place){PL_OCCURRENCE_NUMBER, name, word});
    if (added) {
        added->is_contents = true;
    }
    return added;
}

/* "CWG-SFP" is one, or two. */
static void use_parts(const struct reader *reader, struct pl_range whole)
{
    pl_str text = reader->draft->plan->text;
    if (use(reader, whole)) {
        return;
    }
    for (uint32_t at = whole.start; at < whole.end;) {
        uint32_t end = at;
        while (end < whole.end && text.data[end] != '-') {
            end++;
        }
        if (end > at && end - at < whole.end - whole.start) {
            use(reader, (struct pl_range){at, end});
        }
        at = end + 1;
    }
}

static void read_line(const struct reader *reader, struct pl_range line)
{
    pl_str text = reader->draft->plan->text;
    for (uint32_t at = line.start; at < line.end;) {
        uint32_t end = at;
        while (end < line.end &&
               (is_of_word(text.data[end]) ||
                (text.data[end] == '-' && end > at && end + 1 < line.end &&
                 is_of_word(text.data[end + 1])))) {
            end++;
        }
        if (end > at) {
            use_parts(reader, (struct pl_range){at, end});
        }
        at = end + 1;
    }
}

void pl_symbol_draft_add_contents_acronyms(struct pl_symbol_draft *draft)
{
    const struct pl_plan *plan = draft->plan;
    struct pl_map *acronyms = NULL;
    for (uint32_t i = 0; i < plan->blocks_count; i++) {
        if (plan->blocks[i].kind != PL_BLOCK_TOC) {
            continue;
        }
        if (!acronyms) {
            acronyms = pl_map_new(draft->scratch, plan->acronyms_count);
            for (uint32_t k = 0; k < plan->acronyms_count; k++) {
                pl_map_put(acronyms, plan->acronyms[k].name,
                           pl_symbol_draft_of(draft, PL_SYMBOL_ACRONYM, k));
            }
        }
        read_line(&(struct reader){draft, acronyms}, plan->blocks[i].range);
    }
}
