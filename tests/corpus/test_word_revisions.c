/* Documents with tracked changes beside what Word or others made of them when
 * all changes were accepted or rejected. */
#include "cmocka_wrap.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "corpus_texts.h"
#include "plan_from_text.h"
#include "text/word/read/read.h"
#include "word_paras.h"

enum { LARGEST = 64 * 1024 * 1024 };

struct fixture {
    struct pl_arena *arena;
    size_t compared;
    size_t differences;
};

static const struct pl_word_file *read_word(struct pl_arena *arena,
                                            const char *path)
{
    pl_str bytes;
    struct pl_error error;
    const struct pl_word_file *word;
    if (!pl_file_read(arena, path, LARGEST, &bytes, &error) ||
        !pl_word_read(arena, path, bytes, &word, &error)) {
        return NULL;
    }
    return word;
}

/* Blanks in a row count once: programs that accept changes trim them. */
static pl_str without_blanks(struct pl_arena *arena, pl_str text)
{
    struct pl_buf out = pl_buf_in(arena);
    text = pl_str_trim(text);
    for (size_t i = 0; i < text.len; i++) {
        bool is_blank = text.data[i] == ' ' || text.data[i] == '\n';
        bool was_blank = out.len > 0 && out.data[out.len - 1] == ' ';
        if (!is_blank) {
            pl_buf_add_char(&out, text.data[i]);
        } else if (!was_blank) {
            pl_buf_add_char(&out, ' ');
        }
    }
    return pl_buf_str(&out);
}

static bool is_same(struct pl_arena *arena, const struct word_para *a,
                    const struct word_para *b)
{
    return pl_str_eq(a->label, b->label) &&
           pl_str_eq(without_blanks(arena, a->text),
                     without_blanks(arena, b->text));
}

static void print_paras(const char *title, struct word_paras paras, size_t from)
{
    printf("  %s\n", title);
    for (size_t i = from; i < paras.count && i < from + 3; i++) {
        printf("    %zu {%.*s} %.*s\n", i, PL_STR_ARG(paras.items[i].label),
               PL_STR_ARG(paras.items[i].text));
    }
}

/* Whether the paragraphs are the same; else says where they begin to differ. */
static bool compare(struct fixture *it, const char *name,
                    struct word_paras ours, struct word_paras theirs)
{
    size_t at = 0;
    while (at < ours.count && at < theirs.count &&
           is_same(it->arena, &ours.items[at], &theirs.items[at])) {
        at++;
    }
    if (at == ours.count && at == theirs.count) {
        return true;
    }
    printf("%s: %zu and %zu paragraphs\n", name, ours.count, theirs.count);
    print_paras("ours", ours, at);
    print_paras("theirs", theirs, at);
    return false;
}

static void compare_files(struct fixture *it, const char *revised,
                          const char *counterpart, enum pl_word_state state)
{
    const struct pl_word_file *before = read_word(it->arena, revised);
    const struct pl_word_file *after = read_word(it->arena, counterpart);
    if (!before || !after) {
        return;
    }
    it->compared++;
    it->differences +=
        !compare(it, counterpart, word_paras_of(it->arena, before, state),
                 word_paras_of(it->arena, after, PL_WORD_FINAL));
}

/* What the counterparts have and Word does not: RP015 keeps an empty paragraph
 * where a whole one was moved away. */
enum { EXPLAINED = 2 };

/* Two that are named otherwise than the rest. */
static void compare_others(struct fixture *it, const char *folder)
{
    static const char start[] = "Codeuctivity+OpenXmlPowerTools__";
    for (int i = 1; i <= 2; i++) {
        compare_files(
            it,
            pl_arena_printf(it->arena,
                            "%s/%sTestFiles__RA001-Tracked-Revisions-0%d.docx",
                            folder, start, i),
            pl_arena_printf(
                it->arena, "%s/%sRP__RP001-Tracked-Revisions-0%d-Accepted.docx",
                folder, start, i),
            PL_WORD_FINAL);
    }
}

static void changes_are_accepted_and_rejected_as_power_tools_does(void **state)
{
    struct fixture fixture = {.arena = *state};
    struct fixture *it = &fixture;
    const char *folder = pl_arena_printf(it->arena, "%s/docx_tests/powertools",
                                         corpus_path(it->arena));
    struct dirent **entries;
    int count = scandir(folder, &entries, NULL, alphasort);
    for (int i = 0; i < count; i++) {
        static const pl_str ending = PL_STR(".docx");
        pl_str name = pl_str_from(entries[i]->d_name);
        if (pl_str_find(name, (pl_str)PL_STR("__RP"), 0) != PL_NOWHERE &&
            pl_str_ends(name, ending)) {
            const char *path =
                pl_arena_printf(it->arena, "%s/%.*s", folder,
                                (int)(name.len - ending.len), name.data);
            const char *whole = pl_arena_printf(it->arena, "%s.docx", path);
            compare_files(it, whole,
                          pl_arena_printf(it->arena, "%s-Accepted.docx", path),
                          PL_WORD_FINAL);
            compare_files(it, whole,
                          pl_arena_printf(it->arena, "%s-Rejected.docx", path),
                          PL_WORD_ORIGINAL);
        }
        free(entries[i]);
    }
    if (count >= 0) {
        free(entries);
    }
    compare_others(it, folder);
    printf("%zu compared, %zu differ\n", it->compared, it->differences);
    assert_true(it->compared > 100);
    assert_int_equal(it->differences, EXPLAINED);
}

/* ----- a redline and its clean twin ----- */

static bool is_among(struct fixture *it, const struct word_para *para,
                     struct word_paras paras, size_t near)
{
    enum { FAR = 50 };
    size_t from = near > FAR ? near - FAR : 0;
    for (size_t i = from; i < paras.count && i < near + FAR; i++) {
        if (is_same(it->arena, para, &paras.items[i])) {
            return true;
        }
    }
    return false;
}

static size_t count_others(struct fixture *it, struct word_paras paras,
                           struct word_paras twin)
{
    size_t others = 0;
    for (size_t i = 0; i < paras.count; i++) {
        if (!is_among(it, &paras.items[i], twin, i)) {
            others++;
            print_paras("without a twin", paras, i);
        }
    }
    return others;
}

/* An entry of the table of contents, which has another page in each. */
enum { EXPLAINED_OTHERS = 2 };

static void a_redline_accepted_is_its_clean_twin(void **state)
{
    struct fixture fixture = {.arena = *state};
    struct fixture *it = &fixture;
    const char *start = pl_arena_printf(
        it->arena,
        "%s/iho_docx/iho-ohi+S-129-Product-Specification__product_"
        "specification__S-129_EN_UKCM Product Specification_Ed1.3.0_Draft_",
        corpus_path(it->arena));
    const struct pl_word_file *redline = read_word(
        it->arena, pl_arena_printf(it->arena, "%sredline.docx", start));
    const struct pl_word_file *clean =
        read_word(it->arena, pl_arena_printf(it->arena, "%sclean.docx", start));
    if (!redline || !clean) {
        skip();
    }
    struct word_paras ours = word_paras_of(it->arena, redline, PL_WORD_FINAL);
    struct word_paras twin = word_paras_of(it->arena, clean, PL_WORD_FINAL);
    size_t others = count_others(it, ours, twin) + count_others(it, twin, ours);
    printf("%zu and %zu paragraphs, %zu without a twin\n", ours.count,
           twin.count, others);
    assert_true(others <= EXPLAINED_OTHERS);
}

/* ----- what pandoc sees ----- */

/* The words of a paragraph in pandoc's own notation: Str "word",Space. */
static pl_str words_of(struct pl_arena *arena, pl_str native)
{
    static const pl_str word = PL_STR("Str \"");
    struct pl_buf out = pl_buf_in(arena);
    size_t at = 0;
    while ((at = pl_str_find(native, word, at)) != PL_NOWHERE) {
        at += word.len;
        size_t end = pl_str_find_char(native, '"', at);
        pl_buf_add(&out, pl_str_slice(native, at, end));
        at = end == PL_NOWHERE ? native.len : end;
    }
    return pl_buf_str(&out);
}

/* Letters alone: blanks and quotation marks are written in other ways. */
static pl_str letters_of(struct pl_arena *arena, pl_str text)
{
    struct pl_buf out = pl_buf_in(arena);
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
            pl_buf_add_char(&out, c);
        }
    }
    return pl_buf_str(&out);
}

static pl_str all_text(struct pl_arena *arena, struct word_paras paras)
{
    struct pl_buf out = pl_buf_in(arena);
    for (size_t i = 0; i < paras.count; i++) {
        pl_buf_add(&out, paras.items[i].text);
    }
    return letters_of(arena, pl_buf_str(&out));
}

static void require_as_pandoc(struct fixture *it, const char *name, bool accept)
{
    const char *folder = pl_arena_printf(it->arena, "%s/docx_tests/pandoc",
                                         corpus_path(it->arena));
    const struct pl_word_file *word = read_word(
        it->arena, pl_arena_printf(it->arena, "%s/jgm+pandoc__docx__%s.docx",
                                   folder, name));
    const char *path =
        pl_arena_printf(it->arena, "%s/pandoc__docx__%s_%s.native", folder,
                        name, accept ? "accept" : "reject");
    pl_str native = {0};
    struct pl_error error;
    if (!word || !pl_file_read(it->arena, path, LARGEST, &native, &error)) {
        skip();
    }
    struct word_paras paras = word_paras_of(
        it->arena, word, accept ? PL_WORD_FINAL : PL_WORD_ORIGINAL);
    pl_str ours = all_text(it->arena, paras);
    pl_str theirs = letters_of(it->arena, words_of(it->arena, native));
    if (!pl_str_eq(ours, theirs)) {
        fail_msg("%s: \"%.*s\" is not \"%.*s\"", path, PL_STR_ARG(ours),
                 PL_STR_ARG(theirs));
    }
}

static void changes_are_those_that_pandoc_sees(void **state)
{
    struct fixture it = {.arena = *state};
    static const char *const names[] = {
        "track_changes_insertion", "track_changes_deletion",
        "track_changes_move", "paragraph_insertion_deletion"};
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        require_as_pandoc(&it, names[i], true);
        require_as_pandoc(&it, names[i], false);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(changes_are_accepted_and_rejected_as_power_tools_does),
        ARENA_TEST(a_redline_accepted_is_its_clean_twin),
        ARENA_TEST(changes_are_those_that_pandoc_sees),
    };
    if (!corpus_is_there()) {
        return CORPUS_SKIPPED;
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
