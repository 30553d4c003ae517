#include "plan/acronyms/word_run.h"

#include <string.h>

#include "base/chars.h"

/* "U.S. ": full stops of initials end no phrase. */
static bool follows_initial(const struct pl_words *words, uint32_t at,
                            pl_str gap)
{
    pl_str before = pl_word_text(words, at - 1);
    return before.len == 1 && pl_is_upper(before.data[0]) &&
           (pl_str_eq(gap, (pl_str)PL_STR(".")) ||
            pl_str_eq(gap, (pl_str)PL_STR(". ")));
}

bool pl_word_run_goes_on(const struct pl_words *words, uint32_t at)
{
    static const pl_str wide_glue[] = {
        PL_STR("\u00a0"), PL_STR("\u2010"), PL_STR("\u2011"),
        PL_STR("\u2018"), PL_STR("\u2019"), PL_STR("\u201c"),
        PL_STR("\u201d"), PL_STR("\u00ab"), PL_STR("\u00bb"),
    };
    pl_str gap = pl_range_text(words->text, pl_word_gap(words, at));
    if (gap.len == 1 && gap.data[0] == ' ') {
        return true; /* nearly always */
    }
    if (follows_initial(words, at, gap)) {
        return true;
    }
    for (size_t i = 0; i < gap.len;) {
        if (strchr(" -/,&'\"*_\n", gap.data[i]) && gap.data[i] != '\0') {
            i++;
            continue;
        }
        pl_str rest = pl_str_slice(gap, i, gap.len);
        size_t k = 0;
        while (k < sizeof(wide_glue) / sizeof(wide_glue[0]) &&
               !pl_str_starts(rest, wide_glue[k])) {
            k++;
        }
        if (k == sizeof(wide_glue) / sizeof(wide_glue[0])) {
            return false;
        }
        i += wide_glue[k].len;
    }
    return true;
}

uint32_t pl_word_run_end(const struct pl_words *words, uint32_t from,
                         uint32_t limit)
{
    uint32_t at = from < limit ? from + 1 : from;
    while (at < limit && pl_word_run_goes_on(words, at)) {
        at++;
    }
    return at;
}
