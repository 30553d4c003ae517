#include "plan/words.h"

#include <assert.h>

#include "base/arena.h"
#include "base/attr.h"
#include "base/buf.h"
#include "base/chars.h"
#include "base/search.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "plan/words/intern.h"
#include "plan/words/word_scan.h"

enum {
    RIGHT_QUOTE = 0x2019,
    LONG_GAP = 64, /* bytes; a gap that is longer may hold anything */
    ALL_GAP_FLAGS = 0xFF,
    AHEAD = 16, /* words whose posting is on its way at a time */
};

/* What grows is in `scratch`, and copied when it is complete. */
struct builder {
    struct pl_arena *arena;
    struct pl_arena *scratch;
    struct pl_words *words;
    struct pl_word *items;
    struct pl_intern *index;
    PL_VEC(struct pl_form) forms;
    PL_VEC(uint32_t) odd_gaps;
    PL_VEC(uint8_t) odd_gap_flags;
    size_t end_before; /* of the last word of the range; or PL_NOWHERE */
    size_t last_end;   /* of the last word of all, or 0 */
    struct pl_range found[PL_WORD_BATCH];
    uint32_t numbers[PL_WORD_BATCH];
};

static uint32_t flag_of_ascii(char c)
{
    if (pl_is_lower(c)) {
        return PL_FORM_LOWER;
    }
    if (pl_is_upper(c)) {
        return PL_FORM_UPPER;
    }
    return pl_is_digit(c) ? PL_FORM_DIGIT : c == '\'' ? PL_FORM_APOSTROPHE : 0;
}

static uint32_t flags_of_wide(pl_str word)
{
    uint32_t flags = 0;
    size_t len = 1;
    for (size_t at = 0; at < word.len; at += len) {
        uint32_t code_point = pl_utf8_decode(word, at, &len);
        flags |= len > 1 ? PL_FORM_WIDE : 0;
        if (pl_utf8_is_upper(code_point)) {
            flags |= at == 0 ? PL_FORM_CAPITALIZED : 0;
            flags |= flags & PL_FORM_LOWER ? PL_FORM_MIXED : 0;
            flags |= PL_FORM_UPPER;
        } else if (pl_utf8_is_lower(code_point)) {
            flags |= PL_FORM_LOWER;
        } else if (code_point < 0x80 && pl_is_digit((char)code_point)) {
            flags |= PL_FORM_DIGIT;
        } else if (code_point == '\'' || code_point == RIGHT_QUOTE) {
            flags |= PL_FORM_APOSTROPHE;
        }
    }
    return flags;
}

static uint32_t flags_of(pl_str word)
{
    uint32_t flags = pl_is_upper(word.data[0]) ? PL_FORM_CAPITALIZED : 0;
    for (size_t at = 0; at < word.len; at++) {
        if (pl_is_wide(word.data[at])) {
            return flags_of_wide(word);
        }
        uint32_t flag = flag_of_ascii(word.data[at]);
        bool is_mixed = flag == PL_FORM_UPPER && (flags & PL_FORM_LOWER) != 0;
        flags |= is_mixed ? flag | PL_FORM_MIXED : flag;
    }
    return flags;
}

/* The form of that number, which is the next one when it is new. */
PL_ALWAYS_INLINE struct pl_form *add_form(struct builder *b, uint32_t form,
                                          pl_str spelling)
{
    if (PL_UNLIKELY(form == b->forms.len)) {
        *PL_VEC_PUSH(b->scratch, &b->forms) = (struct pl_form){
            .text = spelling, .fold = form, .flags = flags_of(spelling)};
    }
    return &b->forms.items[form];
}

/* What most words have before them; all else is worth a look. */
static bool is_ordinary_gap(pl_str text, size_t from, size_t to)
{
    if (from == PL_NOWHERE) {
        return false;
    }
    const char *gap = text.data + from;
    if (to - from == 1) {
        return gap[0] == ' ' || gap[0] == '-' || gap[0] == '/';
    }
    return to - from == 2 && gap[1] == ' ' && (gap[0] == ',' || gap[0] == ';');
}

static uint8_t flag_of(char c)
{
    switch (c) {
    case ' ':
    case '\t':
    case '\n':
        return 0;
    case '.':
        return PL_GAP_STOP;
    case ',':
    case ';':
    case ':':
        return PL_GAP_COMMA;
    case '(':
    case ')':
        return PL_GAP_ROUND;
    case '[':
    case ']':
        return PL_GAP_SQUARE;
    case '/':
    case '-':
        return PL_GAP_TIE;
    default:
        return PL_GAP_OTHER;
    }
}

uint8_t pl_gap_flags(pl_str text)
{
    static const uint8_t mark = PL_GAP_STOP | PL_GAP_COMMA;
    uint8_t flags = 0;
    uint8_t before = PL_GAP_OTHER;
    for (size_t i = 0; i < text.len; i++) {
        uint8_t flag = flag_of(text.data[i]);
        bool clash = (flag & mark) && (before == 0 || (before & mark));
        bool spaces = i > 0 && text.data[i] == ' ' && text.data[i - 1] == ' ';
        flags |= flag;
        flags |= clash ? PL_GAP_CLASH : 0;
        flags |= spaces ? PL_GAP_SPACES : 0;
        before = flag;
    }
    return flags;
}

/* Before the word with that index, which begins at `start`. */
static void add_odd_gap(struct builder *b, uint32_t at, size_t start)
{
    pl_str gap = pl_str_slice(b->words->text, b->last_end, start);
    *PL_VEC_PUSH(b->scratch, &b->odd_gaps) = at;
    *PL_VEC_PUSH(b->scratch, &b->odd_gap_flags) =
        gap.len > LONG_GAP ? ALL_GAP_FLAGS : pl_gap_flags(gap);
}

static_assert((int)PL_WORD_BATCH <= (int)PL_INTERN_BATCH,
              "what one finds the other takes");

static void add_words(struct builder *b, size_t count)
{
    pl_str text = b->words->text;
    uint32_t at = b->words->count;
    struct pl_word *items = b->items + at;
    size_t end_before = b->end_before;
    pl_intern_add_all(b->index, text, b->found, count, b->numbers);
    for (size_t i = 0; i < count; i++) {
        struct pl_range word = b->found[i];
        if (!is_ordinary_gap(text, end_before, word.start)) {
            add_odd_gap(b, at + (uint32_t)i, word.start);
        }
        pl_str spelling = {text.data + word.start, word.end - word.start};
        add_form(b, b->numbers[i], spelling)->count++;
        items[i] = (struct pl_word){word.start, b->numbers[i]};
        end_before = b->last_end = word.end;
    }
    b->end_before = end_before;
    b->words->count = at + (uint32_t)count;
}

static void read_range(struct builder *b, struct pl_range range)
{
    struct pl_word_scan scan = {b->words->text, range.start, range.end};
    b->end_before = PL_NOWHERE; /* a range begins with an odd gap */
    size_t count = pl_word_scan_next(&scan, b->found);
    while (count > 0) {
        add_words(b, count);
        count = pl_word_scan_next(&scan, b->found);
    }
}

static pl_str lower_case(struct pl_buf *buf, pl_str word)
{
    size_t len = 1;
    buf->len = 0;
    for (size_t at = 0; at < word.len; at += len) {
        pl_buf_add_code_point(buf,
                              pl_utf8_to_lower(pl_utf8_decode(word, at, &len)));
    }
    return pl_buf_str(buf);
}

static uint32_t find_fold(struct builder *b, pl_str folded)
{
    uint32_t fold = pl_intern_find(b->index, folded);
    if (fold == PL_NONE) {
        folded = pl_arena_copy(b->arena, folded);
        fold = pl_intern_add(b->index, folded);
        (void)add_form(b, fold, folded);
    }
    return fold;
}

static void find_folds(struct builder *b)
{
    size_t written = b->forms.len; /* folds that are added need none */
    struct pl_buf buf = pl_buf_in(b->scratch);
    for (size_t i = 0; i < written; i++) {
        if (b->forms.items[i].flags & PL_FORM_UPPER) {
            pl_str folded = lower_case(&buf, b->forms.items[i].text);
            uint32_t fold = find_fold(b, folded);
            b->forms.items[i].fold = fold; /* the items may have moved */
        }
    }
}

/* Word indexes sorted by form: a counting sort. */
static const uint32_t *build_postings(struct builder *b)
{
    const struct pl_words *words = b->words;
    uint32_t *postings =
        pl_arena_array(b->arena, words->count + 1, sizeof(*postings));
    uint32_t *next =
        pl_arena_array(b->scratch, b->forms.len + 1, sizeof(*next));
    uint32_t first = 0;
    for (size_t i = 0; i < b->forms.len; i++) {
        struct pl_form *form = &b->forms.items[i];
        form->first_posting = next[i] = first;
        first += form->count;
    }
    for (uint32_t at = 0; at < words->count; at++) {
        if (at + AHEAD < words->count) {
            PL_PREFETCH(&postings[next[b->items[at + AHEAD].form]]);
        }
        postings[next[b->items[at].form]++] = at;
    }
    return postings;
}

static size_t most_words(const struct pl_range *prose, size_t count)
{
    size_t most = 0;
    for (size_t i = 0; i < count; i++) {
        most += (prose[i].end - prose[i].start) / 2 + 1;
    }
    return most;
}

static void take(struct builder *b)
{
    struct pl_words *words = b->words;
    words->items = b->items;
    words->postings = build_postings(b);
    words->forms = PL_VEC_COPY(b->arena, &b->forms);
    words->form_count = (uint32_t)b->forms.len;
    words->spellings = pl_spellings_build(b->arena, b->index);
    words->odd_gaps = PL_VEC_COPY(b->arena, &b->odd_gaps);
    words->odd_gap_count = (uint32_t)b->odd_gaps.len;
    words->odd_gap_flags = PL_VEC_COPY(b->arena, &b->odd_gap_flags);
}

struct pl_words *pl_words_build(struct pl_arena *arena, pl_str text,
                                const struct pl_range *prose, size_t count)
{
    struct pl_words *words = pl_arena_alloc(arena, sizeof(*words));
    words->text = text;
    struct builder b = {
        .arena = arena, .scratch = pl_arena_new(), .words = words};
    /* Pages of the array that are never reached are never touched. */
    size_t most = most_words(prose, count);
    b.items = pl_arena_array(arena, most, sizeof(*b.items));
    b.index = pl_intern_new(b.scratch, text.len);
    for (size_t i = 0; i < count; i++) {
        read_range(&b, prose[i]);
    }
    add_odd_gap(&b, words->count, text.len);
    pl_arena_shrink(arena, b.items, most * sizeof(*b.items),
                    words->count * sizeof(*b.items));
    find_folds(&b);
    take(&b);
    pl_arena_free(b.scratch);
    return words;
}

uint32_t pl_words_form(const struct pl_words *words, pl_str spelling)
{
    return pl_spellings_find(words->spellings, words->forms, spelling);
}

pl_str pl_word_text(const struct pl_words *words, uint32_t at)
{
    struct pl_word word = words->items[at];
    return (pl_str){words->text.data + word.start,
                    words->forms[word.form].text.len};
}

struct pl_range pl_word_range(const struct pl_words *words, uint32_t at)
{
    assert(at < words->count && words->forms);
    struct pl_word word = words->items[at];
    uint32_t len = (uint32_t)words->forms[word.form].text.len;
    return (struct pl_range){word.start, word.start + len};
}

struct pl_range pl_word_gap(const struct pl_words *words, uint32_t at)
{
    return (struct pl_range){at > 0 ? pl_word_range(words, at - 1).end : 0,
                             at < words->count ? words->items[at].start
                                               : (uint32_t)words->text.len};
}

bool pl_word_is_joined(const struct pl_words *words, uint32_t at)
{
    if (at == 0 || at >= words->count) {
        return false;
    }
    struct pl_word before = words->items[at - 1];
    size_t gap = before.start + words->forms[before.form].text.len;
    if (gap + 1 != words->items[at].start) {
        return false;
    }
    char between = words->text.data[gap];
    return between == ' ' || between == '\n';
}

uint32_t pl_words_at(const struct pl_words *words, uint32_t offset)
{
    return PL_FIRST_FROM(words->items, words->count, start, offset);
}
