#include "plan/references/bare_references.h"

#include "base/chars.h"

/* How much the words before a bare "7.2.3" make a reference of it. */
enum lead { NO_LEAD, WEAK_LEAD, BRACKET, LEAD, SIGN };

static bool follows_sign(pl_str text, uint32_t offset)
{
    static const pl_str sign = PL_STR("\xC2\xA7");
    uint32_t from = offset > 4 ? offset - 4 : 0;
    if (pl_str_find(pl_str_slice(text, from, offset), sign, 0) == PL_NOWHERE) {
        return false;
    }
    uint32_t at = pl_scan_back(text, from, offset);
    return pl_str_ends(pl_str_slice(text, from, at), sign);
}

/* Where the signs begin before a number that follows them: "§§ 2.1". */
static uint32_t sign_start(pl_str text, uint32_t offset)
{
    static const pl_str sign = PL_STR("\xC2\xA7");
    uint32_t at = pl_scan_back(text, 0, offset);
    while (pl_str_ends(pl_str_slice(text, 0, at), sign)) {
        at -= (uint32_t)sign.len;
    }
    return at;
}

static enum lead lead_of(const struct pl_reference_reader *r,
                         const struct pl_start *start)
{
    static const char *const leads[] = {"see",  "in",   "under",
                                        "with", "also", NULL};
    if (follows_sign(r->plan->text, start->range.start)) {
        return SIGN;
    }
    if (pl_start_char_before(r, start) == '(') {
        return BRACKET;
    }
    pl_str before = pl_start_word_before(r, start);
    if (pl_is_one_of(before, leads)) {
        return LEAD;
    }
    return pl_is_one_of(before, pl_prepositions) ? WEAK_LEAD : NO_LEAD;
}

static bool has_dots(pl_str text, uint32_t end)
{
    return end + 1 < text.len && text.data[end] == '.' &&
           pl_is_digit(text.data[end + 1]);
}

bool pl_bare_reference_may_begin(pl_str text, struct pl_range word)
{
    return has_dots(text, word.end) || follows_sign(text, word.start);
}

/* Whether a sentence can go on so after a reference, not after an amount. */
static bool ends_well(const struct pl_scan *scan)
{
    struct pl_scan s = *scan;
    if (pl_scan_blanks(&s) && pl_is_alnum(pl_scan_peek(&s, 0))) {
        static const char *const verbs[] = {"and", "or",    "is",    "are",
                                            "has", "have",  "shall", "should",
                                            "may", "apply", NULL};
        return pl_scan_any_word(&s, verbs);
    }
    return true;
}

static bool is_bare_kept(const struct pl_reference *it, enum lead lead,
                         const struct pl_scan *after)
{
    bool is_found = it->resolution == PL_RESOLUTION_FOUND;
    bool is_missing = it->resolution == PL_RESOLUTION_MISSING;
    bool is_deep = it->label.count > 2;
    if (it->direction != PL_DIRECTION_NONE) {
        return is_found || (is_missing && lead >= BRACKET);
    }
    if (lead == WEAK_LEAD) {
        return is_found && is_deep;
    }
    if (lead == BRACKET) {
        return (is_found || (is_missing && is_deep)) &&
               pl_scan_peek(after, 0) == ')';
    }
    return is_deep ? is_found || is_missing : is_found && ends_well(after);
}

static bool may_refer(const struct pl_reference_reader *r,
                      const struct pl_start *start, enum lead lead)
{
    return lead == SIGN ||
           (lead != NO_LEAD && !pl_start_is_glued(r, start) &&
            start->range.start >= pl_start_block(r, start)->content.start);
}

/* Drops what turned out to be an amount. */
static void keep_references(struct pl_reference_reader *r, size_t first,
                            enum lead lead, const struct pl_scan *after)
{
    size_t kept = first;
    for (size_t i = first; i < r->references.len; i++) {
        const struct pl_reference *it = &r->references.items[i];
        if (lead == SIGN || is_bare_kept(it, lead, after)) {
            r->references.items[kept++] = *it;
        }
    }
    r->references.len = kept;
}

void pl_bare_reference_read(struct pl_reference_reader *r,
                            struct pl_start start)
{
    enum lead lead = lead_of(r, &start);
    if (!may_refer(r, &start, lead)) {
        return;
    }
    unsigned shape = lead == SIGN ? 0 : PL_NUMBER_DOTTED;
    struct pl_phrase phrase = {
        .block = start.block,
        .range = start.range,
        .kind = PL_REFERENCE_SECTION,
        .place = PL_PLACE_SECTION,
        .shape = shape | PL_NUMBER_MANY,
    };
    struct pl_scan scan = pl_start_scan(r, &start);
    scan.at = start.range.start;
    if (lead == SIGN) {
        phrase.range.start = sign_start(scan.text, scan.at);
    }
    size_t first = r->references.len;
    uint32_t last_end = r->last_end;
    if (pl_reference_reader_add(r, &phrase, &scan)) {
        r->covered = scan.at;
        keep_references(r, first, lead, &scan);
        r->last_end = r->references.len > first ? r->last_end : last_end;
    }
}
