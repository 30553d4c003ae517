/* The numbers that are computed beside those that others saw: judgments and
 * regulations whose XML has them. What is left differs for these reasons: the
 * XML leaves out numbers that fields are, has two numbers of a schedule as one,
 * calls dashes bullets, or does not count what the document does. */
#include "cmocka_wrap.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/chars.h"
#include "base/file.h"
#include "base/vec.h"
#include "corpus_texts.h"
#include "plan_from_text.h"
#include "text/word/read/read.h"
#include "word_paras.h"

enum { LARGEST = 64 * 1024 * 1024, KEY = 30, SHORT_KEY = 15 };

/* A number and the letters of what follows it. */
struct expected {
    pl_str number;
    pl_str key;
    bool is_followed; /* by another number at once: "1.-(1) The ..." */
};

struct expectations {
    PL_VEC(struct expected) list;
};

static bool is_word_byte(char c)
{
    return pl_is_digit(c) || (pl_to_lower(c) >= 'a' && pl_to_lower(c) <= 'z');
}

/* The first `most` letters and digits: programs differ on the rest. */
static pl_str letters_of(struct pl_arena *arena, pl_str text, size_t most)
{
    struct pl_buf out = pl_buf_in(arena);
    for (size_t i = 0; i < text.len && out.len < most; i++) {
        if (is_word_byte(text.data[i])) {
            pl_buf_add_char(&out, pl_to_lower(text.data[i]));
        }
    }
    return pl_buf_str(&out);
}

/* ----- what is expected ----- */

/* The text of a stretch of XML, up to `most` bytes. */
static pl_str text_of(struct pl_arena *arena, pl_str xml, size_t most)
{
    static const struct {
        pl_str entity;
        char c;
    } entities[] = {{PL_STR("&amp;"), '&'}, {PL_STR("&lt;"), '<'}};
    struct pl_buf out = pl_buf_in(arena);
    for (size_t i = 0; i < xml.len && out.len < most; i++) {
        pl_str rest = pl_str_slice(xml, i, xml.len);
        if (xml.data[i] == '<') {
            size_t end = pl_str_find_char(xml, '>', i);
            i = end == PL_NOWHERE ? xml.len : end;
        } else if (pl_str_starts(rest, entities[0].entity)) {
            pl_buf_add_char(&out, entities[0].c);
            i += entities[0].entity.len - 1;
        } else {
            pl_buf_add_char(&out, xml.data[i]);
        }
    }
    return pl_str_trim(pl_buf_str(&out));
}

static void find_expected(struct pl_arena *arena, pl_str xml,
                          struct expectations *out)
{
    static const pl_str open = PL_STR("<num");
    static const pl_str close = PL_STR("</num>");
    size_t at = 0;
    while ((at = pl_str_find(xml, open, at)) != PL_NOWHERE) {
        size_t start = pl_str_find_char(xml, '>', at);
        size_t end = pl_str_find(xml, close, at);
        if (end == PL_NOWHERE) {
            return;
        }
        size_t next = pl_str_find(xml, open, end);
        pl_str inside = pl_str_slice(xml, start + 1, end);
        pl_str after =
            pl_str_slice(xml, end, next == PL_NOWHERE ? xml.len : next);
        bool is_num = start < end && (xml.data[at + open.len] == '>' ||
                                      xml.data[at + open.len] == ' ');
        if (is_num) {
            *PL_VEC_PUSH(arena, &out->list) = (struct expected){
                text_of(arena, inside, 1000),
                letters_of(arena, text_of(arena, after, 400), KEY),
                letters_of(arena, text_of(arena, after, 400), 1).len == 0};
        }
        at = end;
    }
}

/* ----- what is computed ----- */

struct candidate {
    struct pl_arena *arena;
    bool is_bullet;
    pl_str label;
    pl_str text; /* trimmed */
    pl_str key;
};

static bool keys_match(pl_str a, pl_str b)
{
    size_t len = a.len < b.len ? a.len : b.len;
    len = len > SHORT_KEY ? SHORT_KEY : len;
    return pl_str_eq(pl_str_slice(a, 0, len), pl_str_slice(b, 0, len)) &&
           (a.len == 0) == (b.len == 0);
}

/* Where the number begins in a text: after quotation marks, dashes, and notes
 * in braces, which a quoted provision has before it. */
static size_t after_opening(pl_str text)
{
    size_t at = 0;
    while (at < text.len && !is_word_byte(text.data[at]) &&
           text.data[at] != '(') {
        size_t end =
            text.data[at] == '{' ? pl_str_find_char(text, '}', at) : PL_NOWHERE;
        at = end == PL_NOWHERE ? at + 1 : end + 1;
    }
    return at;
}

/* A number that is text: "12." in front of the paragraph. */
static bool is_typed(struct pl_arena *arena, const struct candidate *it,
                     const struct expected *expected)
{
    pl_str text = it->text;
    if (!pl_str_starts(text, expected->number)) {
        text = pl_str_slice(text, after_opening(text), text.len);
    }
    if (it->label.len > 0 || !pl_str_starts(text, expected->number)) {
        return false;
    }
    pl_str rest = pl_str_slice(text, expected->number.len, text.len);
    return keys_match(letters_of(arena, rest, KEY), expected->key);
}

/* A bullet is a character of some font. */
static bool is_bullet(const struct candidate *it,
                      const struct expected *expected)
{
    return it->is_bullet && letters_of(it->arena, expected->number, 1).len == 0;
}

static bool is_met(struct pl_arena *arena, const struct candidate *it,
                   const struct expected *expected)
{
    bool has_label = pl_str_eq(pl_str_trim(it->label), expected->number) ||
                     is_bullet(it, expected);
    return (has_label && keys_match(it->key, expected->key)) ||
           is_typed(arena, it, expected);
}

struct fixture {
    struct pl_arena *arena;
    size_t expected;
    size_t met;
};

struct judgment {
    struct pl_arena *arena;
    const char *name;
    struct candidate *paras;
    size_t count;
    size_t at; /* where the last number was found */
};

/* Nothing but the number, computed or typed. */
static bool is_alone(const struct candidate *para, pl_str number)
{
    return pl_str_eq_ignore_case(para->text, number) ||
           (para->key.len == 0 &&
            pl_str_eq_ignore_case(pl_str_trim(para->label), number));
}

/* A number that stands alone: in a cell, or a line, before its text. */
static bool stands_alone(struct judgment *it, size_t at,
                         const struct expected *expected)
{
    if (!is_alone(&it->paras[at], expected->number)) {
        return false;
    }
    size_t next = at + 1;
    while (next < it->count && it->paras[next].key.len == 0) {
        next++;
    }
    return next < it->count && keys_match(it->paras[next].key, expected->key);
}

static bool find_number(struct judgment *it, const struct expected *expected)
{
    for (size_t i = 0; i < it->count; i++) {
        size_t at = (it->at + i) % it->count;
        if (is_met(it->arena, &it->paras[at], expected) ||
            stands_alone(it, at, expected)) {
            it->at = at + 1;
            return true;
        }
    }
    return false;
}

/* Numbers one after the other, "1." and "(1)", and what is before the text:
 * computed, typed, or the first computed and the second typed. */
static bool find_together(struct judgment *it, pl_str numbers, pl_str key)
{
    struct pl_buf both = pl_buf_in(it->arena);
    pl_buf_add(&both, letters_of(it->arena, numbers, numbers.len));
    pl_buf_add(&both, key);
    for (size_t i = 0; i < it->count; i++) {
        size_t at = (it->at + i) % it->count;
        struct pl_buf shown = pl_buf_in(it->arena);
        pl_buf_add(&shown, it->paras[at].label);
        pl_buf_add(&shown, it->paras[at].text);
        if (pl_str_starts(letters_of(it->arena, pl_buf_str(&shown), 200),
                          pl_str_slice(pl_buf_str(&both), 0,
                                       both.len - key.len + SHORT_KEY))) {
            it->at = at + 1;
            return true;
        }
    }
    return false;
}

static void complain(struct judgment *it, const struct expected *expected)
{
    printf("%s: \"%.*s\" before %.*s:", it->name, PL_STR_ARG(expected->number),
           PL_STR_ARG(expected->key));
    size_t shown = 0;
    for (size_t i = 0; i < it->count && shown < 3; i++) {
        const struct candidate *para = &it->paras[i];
        if (keys_match(para->key, expected->key) ||
            (para->label.len == 0 && expected->key.len > 0 &&
             pl_str_find(para->key, pl_str_slice(expected->key, 0, 12), 0) !=
                 PL_NOWHERE)) {
            printf(" {%.*s} %.*s |", PL_STR_ARG(para->label),
                   PL_STR_ARG(pl_str_slice(para->text, 0, 40)));
            shown++;
        }
    }
    puts("");
}

/* The numbers up to the one that text follows. */
static size_t chain_from(const struct expectations *expectations, size_t from)
{
    size_t end = from;
    while (end < expectations->list.len &&
           expectations->list.items[end].is_followed) {
        end++;
    }
    return end < expectations->list.len ? end + 1 : end;
}

/* Numbers in lines of their own: "Part 2", "Chapter 1", "The heading". */
static bool find_in_lines(struct judgment *it,
                          const struct expectations *expectations, size_t from,
                          size_t end)
{
    const struct expected *last = &expectations->list.items[end - 1];
    for (size_t at = 0; at < it->count; at++) {
        size_t met = 0;
        while (from + met + 1 < end && at + met < it->count &&
               is_alone(&it->paras[at + met],
                        expectations->list.items[from + met].number)) {
            met++;
        }
        size_t next = at + met;
        if (from + met + 1 == end && next < it->count &&
            (stands_alone(it, next, last) ||
             is_met(it->arena, &it->paras[next], last))) {
            return true;
        }
    }
    return false;
}

static void judge_numbers(struct fixture *it, struct judgment *judgment,
                          const struct expectations *expectations)
{
    size_t end;
    for (size_t i = 0; i < expectations->list.len; i = end) {
        struct pl_buf numbers = pl_buf_in(judgment->arena);
        end = chain_from(expectations, i);
        for (size_t k = i; k < end; k++) {
            pl_buf_add(&numbers, expectations->list.items[k].number);
        }
        const struct expected *last = &expectations->list.items[end - 1];
        bool is_found =
            (end == i + 1 && find_number(judgment, last)) ||
            (end > i + 1 &&
             find_together(judgment, pl_buf_str(&numbers), last->key)) ||
            (end > i + 1 && find_in_lines(judgment, expectations, i, end));
        it->expected += end - i;
        it->met += is_found ? end - i : 0;
        for (size_t k = i; k < end && !is_found; k++) {
            complain(judgment, &expectations->list.items[k]);
        }
    }
}

static void judge(struct fixture *it, const char *folder, pl_str name)
{
    struct pl_arena *arena = pl_arena_new();
    const char *xml_path =
        pl_arena_printf(arena, "%s/%.*s", folder, PL_STR_ARG(name));
    const char *path = pl_arena_printf(
        arena, "%.*s.docx", (int)(pl_str_from(xml_path).len - 4), xml_path);
    pl_str xml;
    pl_str bytes;
    struct pl_error error;
    const struct pl_word_file *word;
    if (pl_file_read(arena, xml_path, LARGEST, &xml, &error) &&
        pl_file_read(arena, path, LARGEST, &bytes, &error) &&
        pl_word_read(arena, path, bytes, &word, &error)) {
        struct word_paras paras = word_paras_of(arena, word, PL_WORD_FINAL);
        struct judgment judgment = {
            .arena = arena,
            .name = xml_path,
            .count = paras.count,
            .paras =
                pl_arena_array(arena, paras.count, sizeof(*judgment.paras))};
        for (size_t i = 0; i < paras.count; i++) {
            judgment.paras[i] = (struct candidate){
                arena, paras.items[i].is_bullet, paras.items[i].label,
                pl_str_trim(paras.items[i].text),
                letters_of(arena, paras.items[i].text, KEY)};
        }
        struct expectations expectations = {0};
        find_expected(arena, xml, &expectations);
        judge_numbers(it, &judgment, &expectations);
    }
    pl_arena_free(arena);
}

static void the_numbers_of_judgments_are_computed(void **state)
{
    struct fixture fixture = {.arena = *state};
    struct fixture *it = &fixture;
    const char *folder =
        pl_arena_printf(it->arena, "%s/tna", corpus_path(it->arena));
    struct dirent **entries;
    int count = scandir(folder, &entries, NULL, alphasort);
    for (int i = 0; i < count; i++) {
        pl_str name = pl_str_from(entries[i]->d_name);
        if (pl_str_ends(name, (pl_str)PL_STR(".xml"))) {
            judge(it, folder, name);
        }
        free(entries[i]);
    }
    if (count >= 0) {
        free(entries);
    }
    printf("%zu of %zu numbers\n", it->met, it->expected);
    assert_true(it->expected > 10000);
    assert_true(it->met * 100 >= it->expected * 99);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(the_numbers_of_judgments_are_computed),
    };
    if (!corpus_is_there()) {
        return CORPUS_SKIPPED;
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
