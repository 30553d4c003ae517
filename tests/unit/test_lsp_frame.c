/* Messages in a stream of bytes, as clients really frame them. */
#include "cmocka_wrap.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "lsp/transport/frame.h"

/* The messages with "|" behind each. */
static const char *messages_in(struct pl_arena *arena, pl_str bytes,
                               size_t step)
{
    struct pl_lsp_frame frame;
    struct pl_buf found = pl_buf_in(arena);
    pl_lsp_frame_init(&frame);
    for (size_t at = 0; at < bytes.len; at += step) {
        pl_str piece = pl_str_slice(bytes, at, at + step);
        size_t size;
        char *room = pl_lsp_frame_room(&frame, &size);
        assert_true(size >= piece.len);
        memcpy(room, piece.data, piece.len);
        pl_lsp_frame_add(&frame, piece.len);
        pl_str message;
        while (pl_lsp_frame_next(&frame, &message)) {
            pl_buf_add(&found, message);
            pl_buf_add_char(&found, '|');
        }
    }
    pl_lsp_frame_clear(&frame);
    pl_buf_add_char(&found, '\0');
    return found.data;
}

static void assert_messages(const char *bytes, const char *expected)
{
    struct pl_arena *arena = pl_arena_new();
    pl_str all = pl_str_from(bytes);
    assert_string_equal(messages_in(arena, all, all.len), expected);
    assert_string_equal(messages_in(arena, all, 1), expected);
    assert_string_equal(messages_in(arena, all, 5), expected);
    pl_arena_free(arena);
}

static void messages_follow_each_other(void **state)
{
    (void)state;
    assert_messages("Content-Length: 2\r\n\r\n{}"
                    "Content-Length: 4\r\n\r\n[\n1]",
                    "{}|[\n1]|");
}

static void headers_are_read_as_they_are_meant(void **state)
{
    (void)state;
    assert_messages("content-length:2\r\n\r\n{}", "{}|");
    assert_messages("CONTENT-LENGTH :  2  \r\n\r\n{}", "{}|");
    assert_messages("Content-Length: 2\n\n{}", "{}|");
    assert_messages("Content-Type: x; charset=utf-8\r\n"
                    "Content-Length: 2\r\n\r\n{}",
                    "{}|");
    assert_messages("Content-Length: 2\r\nContent-Type: x\r\n\r\n{}", "{}|");
    assert_messages("Content-Length: 9\r\nContent-Length: 2\r\n\r\n{}", "{}|");
}

static void what_is_no_message_is_stepped_over(void **state)
{
    (void)state;
    assert_messages("Content-Length: abc\r\n\r\n{}"
                    "Content-Length: 1\r\n\r\n1",
                    "1|");
    assert_messages("Content-Length: 0\r\n\r\nContent-Length: 1\r\n\r\n1",
                    "1|");
    assert_messages("Content-Length: -5\r\n\r\nContent-Length: 1\r\n\r\n1",
                    "1|");
    assert_messages("Content-Length\r\n\r\nContent-Length: 1\r\n\r\n1", "1|");
    assert_messages("\r\n\r\nhello\n\nContent-Length: 1\r\n\r\n1", "1|");
    assert_messages("Content-Length: 99999999999999999999999\r\n\r\n{"
                    "\"text\": 1}Content-Length: 1\r\n\r\n1",
                    "1|");
}

static void a_message_of_another_length_loses_only_itself(void **state)
{
    (void)state;
    assert_messages("Content-Length: 1\r\n\r\n{\"id\":1}"
                    "Content-Length: 1\r\n\r\n1",
                    "{|1|");
}

static void a_long_line_of_garbage_is_not_kept(void **state)
{
    (void)state;
    enum { SIZE = 1000000 };
    struct pl_arena *arena = pl_arena_new();
    struct pl_buf bytes = pl_buf_in(arena);
    pl_buf_add_repeated(&bytes, 'x', SIZE);
    pl_buf_add_text(&bytes, "Content-Length: 1\r\n\r\n1");
    assert_string_equal(messages_in(arena, pl_buf_str(&bytes), 1000), "1|");
    pl_arena_free(arena);
}

static void nothing_is_reserved_for_what_did_not_come(void **state)
{
    (void)state;
    static const char header[] = "Content-Length: 200000000\r\n\r\n{";
    struct pl_lsp_frame frame;
    size_t size;
    pl_lsp_frame_init(&frame);
    char *room = pl_lsp_frame_room(&frame, &size);
    memcpy(room, header, sizeof(header) - 1);
    pl_lsp_frame_add(&frame, sizeof(header) - 1);
    pl_str message;
    assert_false(pl_lsp_frame_next(&frame, &message));
    pl_lsp_frame_room(&frame, &size);
    assert_true(frame.cap < 1000000);
    pl_lsp_frame_clear(&frame);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(messages_follow_each_other),
        cmocka_unit_test(headers_are_read_as_they_are_meant),
        cmocka_unit_test(what_is_no_message_is_stepped_over),
        cmocka_unit_test(a_message_of_another_length_loses_only_itself),
        cmocka_unit_test(a_long_line_of_garbage_is_not_kept),
        cmocka_unit_test(nothing_is_reserved_for_what_did_not_come),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
