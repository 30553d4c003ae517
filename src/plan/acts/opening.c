#include "plan/acts/opening.h"

#include "base/chars.h"
#include "plan/words/marked_words.h"
#include "plan/words/scan.h"

enum { LONGEST_LINE = 120, MOST_ADVERBS = 3, FEW_WORDS = 4 };

static const struct {
    pl_str word; /* lower case */
    enum pl_act_role role;
} verbs[] = {
#define PL_ACT_VERB(word, role) {PL_STR(word), PL_ACT_##role},
#include "plan/acts/act_verb.def"
#undef PL_ACT_VERB
};

/* A class of endings: its number, up to 63, as a bit. */
static uint64_t bit_of_ending(char last_but_one, char last)
{
    return UINT64_C(1) << (((unsigned char)last * 5U +
                            (unsigned char)last_but_one) &
                           63U);
}

/* Whether some verb ends so (lower case): most words do not. */
static bool may_end_verb(char last_but_one, char last)
{
    const uint64_t endings = 0
#define PL_ACT_VERB(word, role) \
    | bit_of_ending((word)[sizeof(word) - 3], (word)[sizeof(word) - 2])
#include "plan/acts/act_verb.def"
#undef PL_ACT_VERB
        ;
    return (endings & bit_of_ending(last_but_one, last)) != 0;
}

enum pl_act_role pl_act_role_of(pl_str word)
{
    if (word.len <= 2 || !may_end_verb(pl_to_lower(word.data[word.len - 2]),
                                       pl_to_lower(word.data[word.len - 1]))) {
        return PL_ACT_NONE;
    }
    char first = pl_to_lower(word.data[0]);
    for (size_t i = 0; i < sizeof(verbs) / sizeof(*verbs); i++) {
        if (verbs[i].word.len == word.len && verbs[i].word.data[0] == first &&
            pl_str_eq_ignore_case(verbs[i].word, word)) {
            return verbs[i].role;
        }
    }
    return PL_ACT_NONE;
}

void pl_act_verbs_mark(uint8_t *marks, const struct pl_words *words)
{
    for (size_t i = 0; i < sizeof(verbs) / sizeof(*verbs); i++) {
        if (verbs[i].role != PL_ACT_ADVERB) {
            pl_marks_set(marks, words, verbs[i].word.data,
                         (uint8_t)verbs[i].role);
        }
    }
    pl_marks_spread(marks, words);
}

/* Emphasis after a line: "instructs the Council*" ends with it. */
static bool is_emphasis(char c)
{
    return c == '*' || c == '_';
}

static struct pl_range trim_emphasis(pl_str text, struct pl_range line)
{
    line = pl_range_trim(text, line);
    while (line.end > line.start && is_emphasis(text.data[line.end - 1])) {
        line.end--;
    }
    return line;
}

static uint32_t line_end(const struct pl_scan *scan)
{
    uint32_t at = scan->at;
    while (at < scan->end && scan->text.data[at] != '\n') {
        at++;
    }
    return at;
}

/* "further", "in mind", "note of": what belongs to a preambular verb. */
static bool is_filler(pl_str word)
{
    static const char *const fillers[] = {"further", "also",   "that", "in",
                                          "mind",    "note",   "of",   "into",
                                          "account", "having", NULL};
    return pl_is_one_of(word, fillers);
}

/* Words that the name of those who are addressed may have. */
static bool may_address(pl_str word)
{
    static const char *const words[] = {
        "the",      "of",      "and",
        "to",       "for",     "or",
        "in",       "further", "also",
        "all",      "other",   "instruct",
        "request",  "invite",  "urge",
        "continue", "members", "administrations",
        "parties",  "bodies",  "groups",
        "study",    NULL};
    return pl_is_upper(word.data[0]) || pl_is_one_of(word, words);
}

/* "considering:" and "noting," are alone, too. */
static uint32_t without_mark(pl_str text, struct pl_range rest)
{
    rest = trim_emphasis(text, rest);
    bool has_mark = rest.end > rest.start && (text.data[rest.end - 1] == ':' ||
                                              text.data[rest.end - 1] == ',');
    return has_mark ? rest.end - 1 : rest.end;
}

/* A preambular verb is alone with its fillers; an operative one may say to
 * whom it speaks, in words without punctuation. */
static bool is_alone(pl_str text, enum pl_act_role role, struct pl_range rest)
{
    if (rest.end - rest.start > LONGEST_LINE) {
        return false;
    }
    static const pl_str article = PL_STR("the");
    bool has_name = false;
    bool has_article = false;
    bool is_filled = true;
    bool is_address = true;
    uint32_t words = 0;
    struct pl_scan scan = {text, rest.start, without_mark(text, rest)};
    for (pl_scan_blanks(&scan); scan.at < scan.end; pl_scan_blanks(&scan)) {
        pl_str word = pl_scan_letters(&scan);
        char c = pl_scan_peek(&scan, 0);
        if (word.len == 0 && c != '-' && c != '\'' && c != '(' && c != ')') {
            return false;
        }
        is_filled &= word.len > 0 && is_filler(word);
        has_name |= pl_is_upper(c);
        has_article |= words == 0 && pl_str_eq(word, article);
        is_address &= word.len == 0 || may_address(word);
        words++;
        scan.at += word.len > 0 ? (uint32_t)word.len : 1;
    }
    return is_filled || (role == PL_ACT_OPERATIVE &&
                         ((has_name && is_address) || words <= FEW_WORDS / 2 ||
                          (has_article && words <= FEW_WORDS)));
}

/* "instructs the Director", "invites Member States": a name comes next. */
static bool is_addressed(struct pl_scan scan)
{
    pl_scan_blanks(&scan);
    if (pl_scan_word(&scan, "the")) {
        pl_scan_blanks(&scan);
    }
    return pl_is_upper(pl_scan_peek(&scan, 0));
}

bool pl_opening_read(pl_str text, struct pl_range piece,
                     struct pl_opening *opening)
{
    struct pl_scan scan = {text, piece.start, piece.end};
    pl_scan_blanks(&scan);
    uint32_t start = scan.at;
    enum pl_act_role role = PL_ACT_NONE;
    for (int i = 0; i <= MOST_ADVERBS; i++) {
        pl_str word = pl_scan_letters(&scan);
        role = pl_act_role_of(word);
        scan.at += (uint32_t)word.len;
        char next = pl_scan_peek(&scan, 0);
        if (role != PL_ACT_ADVERB || pl_is_alnum(next) || next == '-') {
            break;
        }
        pl_scan_blanks(&scan);
    }
    char next = pl_scan_peek(&scan, 0);
    if ((role != PL_ACT_PREAMBLE && role != PL_ACT_OPERATIVE) ||
        pl_is_alnum(next) || next == '-' || next == '/') {
        return false;
    }
    struct pl_range line = {start, line_end(&scan)};
    *opening = (struct pl_opening){
        .role = role,
        .is_alone = is_alone(text, role, (struct pl_range){scan.at, line.end}),
        .is_addressed = role == PL_ACT_OPERATIVE && is_addressed(scan),
        .verb = {start, scan.at},
        .line = {start, without_mark(text, line)},
    };
    return true;
}
