#include "plan/references/reference_marks.h"

#include "base/chars.h"
#include "base/utf8.h"
#include "plan/plan.h"
#include "plan/references/reference_words.h"
#include "plan/words/marked_words.h"
#include "plan/words/scan.h"

uint32_t pl_reference_elision(const struct pl_form *form)
{
    struct pl_scan scan = {form->text, 0, (uint32_t)form->text.len};
    return (form->flags & PL_FORM_APOSTROPHE) && pl_scan_elision(&scan)
               ? scan.at
               : 0;
}

/* "l'annexe" */
static uint8_t mark_of_elided(const struct pl_form *form)
{
    uint32_t from = pl_reference_elision(form);
    pl_str word = pl_str_slice(form->text, from, form->text.len);
    for (uint8_t i = 0; from > 0 && i < pl_reference_word_count; i++) {
        if (pl_utf8_lowers_to(word, pl_reference_words[i].word)) {
            return (uint8_t)(i + 1);
        }
    }
    return 0;
}

uint8_t *pl_reference_marks_new(struct pl_arena *scratch,
                                const struct pl_words *words)
{
    uint8_t *marks = pl_marks_new(scratch, words);
    for (uint8_t i = 0; i < pl_reference_word_count; i++) {
        pl_marks_set(marks, words, pl_reference_words[i].word.data,
                     (uint8_t)(i + 1));
    }
    pl_marks_spread(marks, words);
    for (uint32_t i = 0; i < words->form_count; i++) {
        if (pl_is_digit(words->forms[i].text.data[0])) {
            marks[i] = PL_REFERENCE_MARK_BARE;
        } else if (words->forms[i].flags & PL_FORM_APOSTROPHE) {
            marks[i] = mark_of_elided(&words->forms[i]);
        }
    }
    return marks;
}
