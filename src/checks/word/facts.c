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

/* Where two texts begin to differ. */
static size_t difference(pl_str a, pl_str b)
{
    size_t at = 0;
    while (at < a.len && at < b.len && a.data[at] == b.data[at]) {
        at++;
    }
    return at;
}

static pl_str quote_from(struct pl_arena *arena, pl_str text, size_t from)
{
    pl_str rest = pl_word_quote(arena, pl_str_slice(text, from, text.len));
    return from == 0 ? rest
                     : pl_str_from(pl_arena_printf(arena, "\u2026%.*s",
                                                   PL_STR_ARG(rest)));
}

struct pl_word_quoted_pair pl_word_quote_pair(struct pl_arena *arena,
                                              pl_str first, pl_str second)
{
    enum { FAR = 45, BEFORE = 20 }; /* bytes */
    size_t at = difference(first, second);
    size_t from = at > FAR && second.len > 0 ? at - BEFORE : 0;
    while (from > 0 && from < at && !pl_is_space(first.data[from - 1])) {
        from++;
    }
    from = from > 0 ? pl_utf8_start(first, from) : 0;
    return (struct pl_word_quoted_pair){quote_from(arena, first, from),
                                        quote_from(arena, second, from)};
}
