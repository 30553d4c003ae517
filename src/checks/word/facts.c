#include "checks/word/facts.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/chars.h"
#include "base/utf8.h"
#include "lint/check.h"
#include "lint/shared.h"
#include "plan/plan.h"
#include "text/source.h"

static const void *make_facts(struct pl_run *run)
{
    const struct pl_source *source = run->plan->source;
    if (!source || !source->view) {
        return NULL;
    }
    const struct pl_word_view *view = source->view;
    struct pl_word_facts *facts = pl_arena_alloc(run->arena, sizeof(*facts));
    *facts = (struct pl_word_facts){
        .word = view->word,
        .state = view->kind == PL_WORD_VIEW_ORIGINAL ? PL_WORD_ORIGINAL
                                                     : PL_WORD_FINAL,
        .labels = view->labels,
        .places = pl_word_places_of(run->arena, view),
    };
    return facts;
}

const struct pl_word_facts *pl_word_facts(struct pl_run *run)
{
    return pl_run_share(run, make_facts);
}

enum { SHOWN = 60 }; /* bytes of a text that a message quotes */

pl_str pl_word_quote(struct pl_arena *arena, pl_str text)
{
    struct pl_buf out = pl_buf_in(arena);
    bool is_blank = false;
    for (size_t i = 0; i < text.len && out.len < SHOWN; i++) {
        bool is_space = pl_is_space(text.data[i]);
        if (!is_space && is_blank) {
            pl_buf_add_char(&out, ' ');
        }
        if (!is_space) {
            pl_buf_add_char(&out, text.data[i]);
        }
        is_blank = is_space && out.len > 0;
    }
    if (out.len < SHOWN) {
        return pl_buf_str(&out);
    }
    out.len = pl_utf8_start(pl_buf_str(&out), out.len - 1);
    pl_buf_add_text(&out, "\u2026");
    return pl_buf_str(&out);
}
