#include "text/word/view.h"

#include "cmocka_wrap.h"
#include "plan_from_text.h"
#include "word_file.h"

static void a_file_that_is_made_can_be_read(void **state)
{
    const struct pl_word_file *word = word_file_read(
        *state, (struct word_file_parts){.document = WORD_PARA("one")
                                             WORD_PARA("two")});
    assert_int_equal(word->paras_count, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(a_file_that_is_made_can_be_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
