#include "plan/references/reference_start.h"

#include "base/chars.h"

const char *const pl_prepositions[] = {"in",  "under", "to", "of",
                                       "see", "with",  "by", "from",
                                       "per", "and",   "or", NULL};

const struct pl_block *pl_start_block(const struct pl_reference_reader *r,
                                      const struct pl_start *start)
{
    return &r->plan->blocks[start->block];
}

struct pl_scan pl_start_scan(const struct pl_reference_reader *r,
                             const struct pl_start *start)
{
    return (struct pl_scan){r->plan->text, start->range.end,
                            pl_start_block(r, start)->range.end};
}

char pl_start_char_before(const struct pl_reference_reader *r,
                          const struct pl_start *start)
{
    uint32_t at = start->range.start;
    return at > 0 ? r->plan->text.data[at - 1] : '\n';
}

pl_str pl_start_word_before(const struct pl_reference_reader *r,
                            const struct pl_start *start)
{
    uint32_t from = pl_start_block(r, start)->range.start;
    uint32_t at = pl_scan_back(r->plan->text, from, start->range.start);
    return at < start->range.start
               ? pl_scan_word_before(r->plan->text, from, at)
               : (pl_str){0};
}

static bool joins(char c)
{
    static const pl_str joints = PL_STR("-/#.=\\&@$");
    return pl_is_alnum(c) || pl_str_find_char(joints, c, 0) != PL_NOWHERE;
}

bool pl_start_is_glued(const struct pl_reference_reader *r,
                       const struct pl_start *start)
{
    struct pl_scan after = {r->plan->text, start->range.end,
                            (uint32_t)r->plan->text.len};
    char before = pl_start_char_before(r, start);
    char next = pl_scan_peek(&after, 0);
    bool is_emphasis_open =
        before == '_' && (pl_is_space(next) || next == '.' || pl_is_wide(next));
    return joins(before) || next == '_' || (before == '_' && !is_emphasis_open);
}
