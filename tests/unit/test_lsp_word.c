/* The URIs of Word files that are shown, and what counts as shown. */
#include "cmocka_wrap.h"

#include "base/arena.h"
#include "lsp/word_text.h"
#include "lsp/word_uri.h"

static int set_up(void **state)
{
    *state = pl_arena_new();
    return 0;
}

static int tear_down(void **state)
{
    pl_arena_free(*state);
    return 0;
}

static void what_is_written_is_read_again(void **state)
{
    static const char *const paths[] = {"/a.docx", "/a b/#1?view=x&%41.docx",
                                        "/\xC3\xA9/%.docx", "/a/../b", "/"};
    for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
        for (int view = PL_WORD_VIEW_FINAL; view <= PL_WORD_VIEW_MARKUP;
             view++) {
            struct pl_lsp_word_uri uri = {paths[i],
                                          (enum pl_word_view_kind)view};
            struct pl_lsp_word_uri again;
            struct pl_error error;
            const char *written = pl_lsp_word_uri_write(*state, uri);
            assert_true(pl_lsp_word_uri_read(*state, pl_str_from(written),
                                             &again, &error));
            assert_string_equal(again.path, paths[i]);
            assert_int_equal(again.view, view);
            assert_string_equal(pl_lsp_word_uri_write(*state, again), written);
        }
    }
}

static void a_fragment_and_an_empty_query_say_nothing(void **state)
{
    struct pl_lsp_word_uri uri;
    struct pl_error error;
    assert_true(pl_lsp_word_uri_read(
        *state, pl_str_from("planlint-word:/a.docx?#view=original"), &uri,
        &error));
    assert_string_equal(uri.path, "/a.docx");
    assert_int_equal(uri.view, PL_WORD_VIEW_FINAL);
}

static void only_line_ends_may_differ(void **state)
{
    static const struct {
        const char *text;
        const char *shown;
        bool is_shown;
    } cases[] = {
        {"", "", true},
        {"", "\n", true},
        {"a\n", "a", true},
        {"a", "a\r\n", true},
        {"a\n\nb\n", "a\r\n\r\nb\r\n", true},
        {"a\n\nb\n", "a\r\rb\r", true},
        {"a\n\nb\n", "a\n\nb\n\n", true},
        {"a\n\nb\n", "a\nb\n", false},
        {"a\rb\n", "a\nb\n", true},
        {"a\n", "a\nb", false},
        {"a\nb\n", "a\n", false},
        {"a\n", " a\n", false},
        {"a\n", "a \n", false},
        {"", "a", false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        assert_int_equal(pl_lsp_word_text_is_shown(pl_str_from(cases[i].text),
                                                   pl_str_from(cases[i].shown)),
                         cases[i].is_shown);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_is_read_again),
        cmocka_unit_test(a_fragment_and_an_empty_query_say_nothing),
        cmocka_unit_test(only_line_ends_may_differ),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
