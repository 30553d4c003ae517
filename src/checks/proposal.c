/* proposal: the marks of proposals to change a text: ADD, MOD, SUP, NOC, each
 * with the number of its proposal ("MOD HBU/12/1") and what it is about below.
 *
 * Params: "fault":
 *   "unknown": another word stands where a mark should;
 *   "suppressed-text": the text of what is suppressed is there;
 *   "unchanged-brackets": text in square brackets under NOC;
 *   "twice": two marks have one number, or are about one provision;
 *   "nothing": nothing stands below a mark;
 * "reasons", words that begin what is no text of a provision; "most" (400),
 * bytes of a title that may stand under SUP. Message: {mark}, {number},
 * {known}, {other}. Fix: {known}. */
#include "base/array.h"
#include "base/map.h"
#include "base/nearest.h"
#include "base/vec.h"
#include "checks/checks.h" // IWYU pragma: keep (declares ours)
#include "checks/shared/params.h"
#include "checks/shared/phrase.h"
#include "plan/plan.h"

enum fault {
    FAULT_UNKNOWN,
    FAULT_SUPPRESSED,
    FAULT_BRACKETS,
    FAULT_TWICE,
    FAULT_NOTHING,
};

static const char *const fault_names[] = {
    [FAULT_UNKNOWN] = "unknown",
    [FAULT_SUPPRESSED] = "suppressed-text",
    [FAULT_BRACKETS] = "unchanged-brackets",
    [FAULT_TWICE] = "twice",
    [FAULT_NOTHING] = "nothing",
};

struct params {
    size_t fault; /* enum fault */
    size_t most;  /* bytes */
    struct pl_words_param reasons;
};

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    enum { MAX_BYTES = 100000 };
    struct params *params = PL_PARAMS(arena, rule, struct params,
                                      .fault = PL_NO_CHOICE, .most = 400);
    static const char *const keys[] = {"fault", "most", "reasons"};
    struct pl_params reader = {arena, json, error};
    return pl_json_only_keys(json, keys, PL_COUNT(keys), error) &&
           pl_params_choice(&reader, "fault", PL_CHOICES(fault_names),
                            &params->fault) &&
           pl_params_size(&reader, "most", MAX_BYTES, &params->most) &&
           pl_params_words(&reader, "reasons", &params->reasons);
}

/* ----- lines ----- */

enum mark_kind { MARK_UNKNOWN, MARK_ADD, MARK_MOD, MARK_SUP, MARK_NOC };

static const pl_str mark_names[] = {
    [MARK_UNKNOWN] = PL_STR(""), [MARK_ADD] = PL_STR("ADD"),
    [MARK_MOD] = PL_STR("MOD"),  [MARK_SUP] = PL_STR("SUP"),
    [MARK_NOC] = PL_STR("NOC"),
};

struct mark {
    enum mark_kind kind;
    struct pl_range word;   /* "MOD" */
    struct pl_range number; /* "HBU/12/1" */
    struct pl_range body;   /* up to the next mark; may be empty */
};

struct marks {
    struct pl_arena *arena;
    PL_VEC(struct mark) list;
};

static bool is_decoration(char c)
{
    return c == '*' || c == '_' || c == '#' || c == '(' || c == ')' ||
           pl_is_blank(c);
}

static uint32_t skip_decoration(pl_str text, uint32_t at, uint32_t end)
{
    while (at < end && is_decoration(text.data[at])) {
        at++;
    }
    return at;
}

static struct pl_range capitals_at(pl_str text, uint32_t at, uint32_t end)
{
    uint32_t stop = at;
    while (stop < end && pl_is_upper(text.data[stop])) {
        stop++;
    }
    return (struct pl_range){at, stop};
}

/* "HBU/12/1", "IAP/7A1/3": a name and two numbers at least; empty when there
 * is none at `at`. */
static struct pl_range number_at(pl_str text, uint32_t at, uint32_t end)
{
    enum { FEWEST_SLASHES = 2, SHORTEST_NAME = 2 };
    struct pl_range name = capitals_at(text, at, end);
    uint32_t stop = name.end;
    uint32_t slashes = 0;
    while (stop < end && (pl_is_alnum(text.data[stop]) ||
                          (text.data[stop] == '/' && stop + 1 < end &&
                           pl_is_digit(text.data[stop + 1])))) {
        slashes += text.data[stop] == '/';
        stop++;
    }
    bool is_number = name.end - name.start >= SHORTEST_NAME &&
                     slashes >= FEWEST_SLASHES &&
                     (stop == end || !pl_is_letter(text.data[stop]));
    return is_number ? (struct pl_range){at, stop} : (struct pl_range){0};
}

static enum mark_kind kind_of(pl_str word)
{
    for (size_t i = MARK_ADD; i < PL_COUNT(mark_names); i++) {
        if (pl_str_eq(word, mark_names[i])) {
            return (enum mark_kind)i;
        }
    }
    return MARK_UNKNOWN;
}

/* A line that is a mark: its number stands after it, or in the line before.
 * False for any other line. */
static bool read_mark(pl_str text, struct pl_range line,
                      struct pl_range number_before, struct mark *mark)
{
    enum { SHORTEST = 2, LONGEST = 5 };
    uint32_t at = skip_decoration(text, line.start, line.end);
    struct pl_range word = capitals_at(text, at, line.end);
    uint32_t rest = skip_decoration(text, word.end, line.end);
    bool is_short = word.end - word.start >= SHORTEST &&
                    word.end - word.start <= LONGEST && rest > word.end - 1;
    struct pl_range number = number_at(text, rest, line.end);
    if (pl_range_is_empty(number) && rest == line.end) {
        number = number_before;
    }
    *mark = (struct mark){
        .kind = kind_of(pl_range_text(text, word)),
        .word = word,
        .number = number,
        .body = {line.end, line.end},
    };
    bool is_apart = rest == line.end || rest > word.end;
    return is_short && is_apart && !pl_range_is_empty(number);
}

/* The number that a line is, and nothing else. */
static struct pl_range number_line(pl_str text, struct pl_range line)
{
    uint32_t at = skip_decoration(text, line.start, line.end);
    struct pl_range number = number_at(text, at, line.end);
    return skip_decoration(text, number.end, line.end) == line.end
               ? number
               : (struct pl_range){0};
}

static void close_last(struct marks *marks, uint32_t end)
{
    if (marks->list.len > 0) {
        marks->list.items[marks->list.len - 1].body.end = end;
    }
}

static struct marks read_marks(const struct pl_run *run)
{
    pl_str text = run->plan->text;
    struct marks marks = {.arena = run->arena};
    struct pl_range before = {0}; /* the number in the line before */
    for (uint32_t at = 0; at < text.len;) {
        size_t stop = pl_str_find_char(text, '\n', at);
        uint32_t end = stop == PL_NOWHERE ? (uint32_t)text.len : (uint32_t)stop;
        struct pl_range line = {at, end};
        struct mark mark;
        if (read_mark(text, line, before, &mark)) {
            close_last(&marks, pl_range_is_empty(before) ? at : before.start);
            *PL_VEC_PUSH(marks.arena, &marks.list) = mark;
        }
        struct pl_range number = number_line(text, line);
        bool is_blank = pl_range_is_empty(pl_range_trim(text, line));
        before = is_blank ? before : number;
        at = end + 1;
    }
    close_last(&marks, (uint32_t)text.len);
    return marks;
}

/* Two marks that are known show that the document is one of proposals. */
static bool is_of_proposals(const struct marks *marks)
{
    size_t known = 0;
    for (size_t i = 0; i < marks->list.len; i++) {
        known += marks->list.items[i].kind != MARK_UNKNOWN;
    }
    return known >= 2;
}

/* ----- the faults ----- */

static struct pl_finding *report(struct pl_run *run, const struct mark *mark,
                                 pl_str known)
{
    pl_str text = run->plan->text;
    return PL_FINDING(
        run, mark->word, {"mark", pl_range_text(text, mark->word)},
        {"number", pl_range_text(text, mark->number)}, {"known", known});
}

static void find_unknown(struct pl_run *run, const struct marks *marks)
{
    for (size_t i = 0; i < marks->list.len; i++) {
        const struct mark *it = &marks->list.items[i];
        if (it->kind != MARK_UNKNOWN) {
            continue;
        }
        struct pl_nearest nearest =
            pl_nearest_to(pl_range_text(run->plan->text, it->word));
        for (size_t k = MARK_ADD; k < PL_COUNT(mark_names); k++) {
            pl_nearest_offer(&nearest, mark_names[k]);
        }
        struct pl_finding *finding = report(run, it, nearest.best);
        if (nearest.best.len > 0) {
            pl_finding_fix(run->findings, finding, false,
                           (struct pl_edit){it->word, nearest.best},
                           PL_ARGS({"known", nearest.best}));
        }
    }
}

/* The body without the reasons that are given for the proposal. */
static struct pl_range text_of(const struct pl_run *run,
                               const struct mark *mark)
{
    const struct params *params = run->rule->params;
    pl_str text = run->plan->text;
    struct pl_range body = mark->body;
    for (uint32_t at = body.start; at < body.end;) {
        uint32_t start = at;
        while (start < body.end && (is_decoration(text.data[start]) ||
                                    pl_is_space(text.data[start]))) {
            start++;
        }
        uint32_t stop = start;
        while (stop < body.end && pl_is_letter(text.data[stop])) {
            stop++;
        }
        if (pl_words_param_has(&params->reasons,
                               pl_str_slice(text, start, stop))) {
            body.end = start;
            break;
        }
        size_t next = pl_str_find_char(text, '\n', stop);
        at = next == PL_NOWHERE ? body.end : (uint32_t)next + 1;
    }
    while (body.end > body.start && (is_decoration(text.data[body.end - 1]) ||
                                     pl_is_space(text.data[body.end - 1]))) {
        body.end--;
    }
    return pl_range_trim(text, body);
}

static void find_suppressed(struct pl_run *run, const struct marks *marks)
{
    const struct params *params = run->rule->params;
    for (size_t i = 0; i < marks->list.len; i++) {
        const struct mark *it = &marks->list.items[i];
        struct pl_range body = text_of(run, it);
        if (it->kind == MARK_SUP && body.end - body.start > params->most) {
            report(run, it, (pl_str){0});
        }
    }
}

/* A "[" that begins text, not a note or a reference. */
static uint32_t bracket_in(pl_str text, struct pl_range body)
{
    for (uint32_t at = body.start; at + 1 < body.end; at++) {
        char next = text.data[at + 1];
        bool is_text = (pl_is_letter(next) || next == ' ') &&
                       !pl_str_starts(pl_str_slice(text, at, body.end),
                                      (pl_str)PL_STR("[footnote"));
        if (text.data[at] == '[' && is_text) {
            return at;
        }
    }
    return PL_NONE;
}

static void find_brackets(struct pl_run *run, const struct marks *marks)
{
    pl_str text = run->plan->text;
    for (size_t i = 0; i < marks->list.len; i++) {
        const struct mark *it = &marks->list.items[i];
        uint32_t at =
            it->kind == MARK_NOC ? bracket_in(text, text_of(run, it)) : PL_NONE;
        size_t close =
            at == PL_NONE ? PL_NOWHERE : pl_str_find_char(text, ']', at);
        if (close == PL_NOWHERE || close >= it->body.end) {
            continue;
        }
        struct pl_range range = {at, (uint32_t)close + 1};
        struct pl_finding *finding =
            PL_FINDING(run, range, {"mark", pl_range_text(text, it->word)},
                       {"number", pl_range_text(text, it->number)});
        pl_finding_relate(run->findings, finding, it->word, "the mark");
    }
}

/* The line that names the provision: "ARTICLE 5", "RESOLUTION 24 (...)". */
static pl_str provision_of(const struct pl_run *run, const struct mark *mark)
{
    struct pl_range body = text_of(run, mark);
    pl_str rest = pl_range_text(run->plan->text, body);
    return pl_str_trim(pl_str_split(&rest, '\n'));
}

static bool has_digit(pl_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (pl_is_digit(text.data[i])) {
            return true;
        }
    }
    return false;
}

/* "HBU" of "HBU/12/1", with the line after it: delegations may propose
 * different things about one provision. */
static pl_str key_of(const struct pl_run *run, const struct mark *mark)
{
    pl_str number = pl_range_text(run->plan->text, mark->number);
    pl_str proposer = pl_str_split(&number, '/');
    pl_str provision = provision_of(run, mark);
    return has_digit(provision)
               ? pl_str_from(pl_arena_printf(run->arena, "%.*s %.*s",
                                             PL_STR_ARG(proposer),
                                             PL_STR_ARG(provision)))
               : (pl_str){0};
}

static void find_twice(struct pl_run *run, const struct marks *marks)
{
    pl_str text = run->plan->text;
    struct pl_map *seen = pl_map_new(run->arena, marks->list.len * 2);
    for (uint32_t i = 0; i < marks->list.len; i++) {
        const struct mark *it = &marks->list.items[i];
        pl_str number = pl_range_text(text, it->number);
        pl_str key = key_of(run, it);
        uint32_t first = pl_map_get_or_add(seen, number, i);
        if (first == i && key.len > 0) {
            first = pl_map_get_or_add(seen, key, i);
        }
        if (first == i) {
            continue;
        }
        const struct mark *other = &marks->list.items[first];
        struct pl_finding *finding = PL_FINDING(
            run, it->word, {"mark", pl_range_text(text, it->word)},
            {"number", number}, {"other", pl_range_text(text, other->word)});
        pl_finding_relate(run->findings, finding, other->word,
                          "the other mark");
    }
}

static void find_nothing(struct pl_run *run, const struct marks *marks)
{
    for (size_t i = 0; i < marks->list.len; i++) {
        const struct mark *it = &marks->list.items[i];
        if (it->kind != MARK_UNKNOWN && pl_range_is_empty(text_of(run, it))) {
            report(run, it, (pl_str){0});
        }
    }
}

/* Nothing is read line by line unless one of the marks is a word of the
 * document. */
static bool has_mark_word(const struct pl_run *run)
{
    uint32_t count = 0;
    for (size_t i = MARK_ADD; i < PL_COUNT(mark_names); i++) {
        count += pl_word_occurrences(run->plan->words, mark_names[i]);
    }
    return count >= 2;
}

static void run_proposal(struct pl_run *run)
{
    static void (*const finders[])(struct pl_run *, const struct marks *) = {
        [FAULT_UNKNOWN] = find_unknown,   [FAULT_SUPPRESSED] = find_suppressed,
        [FAULT_BRACKETS] = find_brackets, [FAULT_TWICE] = find_twice,
        [FAULT_NOTHING] = find_nothing,
    };
    const struct params *params = run->rule->params;
    if (!has_mark_word(run)) {
        return;
    }
    struct marks marks = read_marks(run);
    if (is_of_proposals(&marks)) {
        finders[params->fault](run, &marks);
    }
}

const struct pl_check pl_check_proposal = {
    .name = "proposal",
    .load = load,
    .run = run_proposal,
};
