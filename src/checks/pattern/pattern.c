/* pattern: what matches a regular expression (PCRE2) in the prose of blocks.
 *
 * Params: "pattern", "ignoreCase"; "in", "notIn" (see scope.h); "mark", the
 * number of the group that is reported (0, the whole match); "replace", the
 * text that the rule's fix puts there, with {1} for a group, and "safe"; or
 * several texts, of which a person has to choose one ({new} in the title).
 * What makes a rule cheap is a place where its match begins:
 *
 *   "words"  a match begins at one of these words (see phrase.h);
 *            "then": one of these follows in every match, the last one at most
 *            "within" words on (0, in the same block);
 *   "gaps"   a match begins at the end of a word (or at the beginning of a
 *            block) where the text up to the next word has one of these
 *            pieces in it and is no ordinary gap (see words.h);
 *            "nextWord": "lower" wants a word in small letters after it,
 *            "figure" one with a digit.
 *
 * "attested" wants evidence in the document for "replace" in place of a match
 * between two words: "joined", they stand so elsewhere; "word", they do, or the
 * second stands elsewhere after something else than the first (then no fix is
 * safe). "known" lists what needs no evidence.
 * "notAfter" lists words after which such a place is passed over: abbreviations
 * that end in a full stop, say. "clauseHas" lists words of which one must stand
 * before it in the same clause: going back from the word before the place, only
 * spaces part the words, and none of "notAfter" comes up.
 *
 * "most": when more places than that match, they come from the conversion of
 * the document, and none is reported.
 *
 * "notQuoted" passes over paragraphs that are a quotation as a whole,
 * "notCode" over what code in the text begins with elsewhere, "notPrompt" over
 * what a control of a Word file asks for. Without "words" and "gaps" every
 * block in scope is searched. A match is dropped when
 * it is empty or touches what is not prose. Message: {match}, {1} to {9}, and
 * {before} and {after}, the words around the match. */
#include "base/regex.h"
#include "checks/checks.h" // IWYU pragma: keep (declares ours)
#include "checks/pattern/pattern_params.h"
#include "checks/pattern/pattern_search.h"
#include "checks/shared/phrase.h"

static void search_all(struct pl_pattern_search *search)
{
    if (search->params->then.count > 0) {
        pl_pattern_search_words_then(search);
    } else if (search->params->words.count > 0) {
        pl_pattern_search_words(search);
    }
    if (search->params->gaps.count > 0) {
        pl_pattern_search_gaps(search);
    }
    if (!pl_pattern_is_by_place(search->params)) {
        pl_pattern_search_blocks(search);
    }
}

static bool are_too_many(struct pl_pattern_search *search)
{
    if (search->params->most == 0) {
        return false;
    }
    search->is_counting = true;
    search_all(search);
    search->is_counting = false;
    return search->count > search->params->most;
}

static void run(struct pl_run *run)
{
    struct pl_pattern_search search = {.run = run, .params = run->rule->params};
    search.not_after = pl_word_set_of(run, &search.params->not_after);
    search.clause_has = pl_word_set_of(run, &search.params->clause_has);
    if (!are_too_many(&search)) {
        search_all(&search);
    }
    pl_regex_free(search.regex);
}

const struct pl_check pl_check_pattern = {
    .name = "pattern", .load = pl_pattern_load, .run = run};
