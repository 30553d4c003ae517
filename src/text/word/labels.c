/* Counts as Word does. Source: ECMA-376 17.9; [MS-OI29500] 17.9.10. */
#include "base/arena.h"
#include "base/buf.h"
#include "text/word/numbering.h"
#include "text/word/styles.h"

/* The counters of a definition in one story: lists that share a definition
 * share them; definitions that are linked to one style do not. */
struct counter {
    uint32_t story; /* that they hold for; another one: none is set */
    bool is_set[PL_WORD_LEVELS];
    uint32_t values[PL_WORD_LEVELS];
    pl_str full[PL_WORD_LEVELS]; /* the last label in full context */
};

/* Which starts of its own a list has used. */
struct list_use {
    uint32_t story;
    bool is_used[PL_WORD_LEVELS];
};

struct counting {
    struct pl_arena *arena;
    const struct pl_word_file *word;
    enum pl_word_state state;
    struct counter *counters; /* by definition */
    struct list_use *uses;    /* by list */
    struct pl_word_label *labels;
};

/* What numbers a paragraph. */
struct numbered {
    const struct pl_word_list *list;
    uint32_t abstract;
    uint32_t level;
};

/* ----- which list ----- */

/* The level of a definition that a style is tied to; PL_NONE. */
static uint32_t level_tied_to(const struct pl_word_file *word,
                              uint32_t abstract, pl_str style)
{
    const struct pl_word_abstract *it = &word->numbers->abstracts[abstract];
    for (uint32_t i = 0; i < PL_WORD_LEVELS; i++) {
        if (it->levels[i].is_given && pl_str_eq(it->levels[i].style, style)) {
            return i;
        }
    }
    return PL_NONE;
}

/* A style may take the list of the one that it is based on, and have a level
 * of its own in it. */
static uint32_t level_of_style(const struct pl_word_file *word,
                               uint32_t abstract,
                               const struct pl_word_style *style)
{
    for (; style; style = pl_word_style_base(word->styles, style)) {
        uint32_t tied = level_tied_to(word, abstract, style->id);
        if (tied != PL_NONE || style->numbering.has_level ||
            style->numbering.list != PL_NONE) {
            return tied != PL_NONE ? tied : style->numbering.level;
        }
    }
    return 0;
}

static bool take_list(const struct pl_word_file *word, uint32_t id,
                      struct numbered *out)
{
    out->list = pl_word_list_of(word->numbers, id);
    out->abstract = out->list ? pl_word_abstract_of(word, out->list) : PL_NONE;
    return out->abstract != PL_NONE;
}

static bool find_by_style(const struct pl_word_file *word, pl_str id,
                          struct numbered *out)
{
    const struct pl_word_style *own = pl_word_style_of(word->styles, id);
    const struct pl_word_style *style = own;
    while (style && style->numbering.list == PL_NONE) {
        style = pl_word_style_base(word->styles, style);
    }
    if (!style || style->numbering.list == 0 ||
        !take_list(word, style->numbering.list, out)) {
        return false;
    }
    out->level = level_of_style(word, out->abstract, own);
    return true;
}

static bool has_text(const struct pl_word_file *word,
                     const struct pl_word_para *para, uint8_t state)
{
    for (uint32_t i = para->first_piece; i < para->piece_end; i++) {
        if (word->pieces[i].states & state) {
            return true;
        }
    }
    return false;
}

static bool find_list(const struct counting *counting,
                      const struct pl_word_para *para, struct numbered *out)
{
    const struct pl_word_file *word = counting->word;
    bool is_old = counting->state == PL_WORD_ORIGINAL;
    const struct pl_word_numbering *own =
        is_old ? &para->old_numbering : &para->numbering;
    bool has_own = own->is_given && own->list != PL_NONE &&
                   (para->numbering_states & counting->state);
    bool is_found;
    if (has_own) {
        is_found = own->list != 0 && take_list(word, own->list, out);
        out->level = own->level;
    } else {
        is_found =
            find_by_style(word, is_old ? para->old_style : para->style, out);
    }
    if (is_found && word->numbers->abstracts[out->abstract].is_single_level) {
        out->level = 0;
    }
    bool only_ends_section =
        para->ends_section && !has_text(word, para, counting->state);
    return is_found && !only_ends_section;
}

/* ----- counting ----- */

static struct counter *counter_of(const struct counting *counting,
                                  uint32_t abstract, uint32_t story)
{
    struct counter *counter = &counting->counters[abstract];
    if (counter->story != story + 1) {
        *counter = (struct counter){.story = story + 1};
    }
    return counter;
}

static struct list_use *use_of(const struct counting *counting,
                               const struct pl_word_list *list, uint32_t story)
{
    struct list_use *use =
        &counting->uses[list - counting->word->numbers->lists];
    if (use->story != story + 1) {
        *use = (struct list_use){.story = story + 1};
    }
    return use;
}

static uint32_t start_of(const struct counting *counting,
                         const struct numbered *it, uint32_t level)
{
    const struct pl_word_level_rule *rule =
        pl_word_rule_of(counting->word, it->list, it->abstract, level);
    return it->list->has_start[level] ? it->list->starts[level]
           : rule                     ? rule->start
                                      : 0;
}

/* Levels below begin anew, unless their rule says when. */
static void restart_below(const struct counting *counting,
                          const struct numbered *it, struct counter *counter)
{
    for (uint32_t k = it->level + 1; k < PL_WORD_LEVELS; k++) {
        const struct pl_word_level_rule *rule =
            &counting->word->numbers->abstracts[it->abstract].levels[k];
        bool is_told =
            rule->is_given && rule->restart != PL_NONE && rule->restart <= k;
        if (!is_told || (rule->restart > 0 && it->level < rule->restart)) {
            counter->is_set[k] = false;
        }
    }
}

static void count(const struct counting *counting, const struct numbered *it,
                  uint32_t story, struct counter *counter)
{
    struct list_use *use = use_of(counting, it->list, story);
    uint32_t level = it->level;
    if (it->list->has_start[level] && !use->is_used[level]) {
        counter->values[level] = it->list->starts[level];
    } else if (!counter->is_set[level]) {
        counter->values[level] = start_of(counting, it, level);
    } else {
        counter->values[level]++;
    }
    use->is_used[level] = true;
    counter->is_set[level] = true;
    for (uint32_t k = 0; k < level; k++) {
        if (!counter->is_set[k]) {
            counter->values[k] = start_of(counting, it, k);
            counter->is_set[k] = true;
        }
    }
    restart_below(counting, it, counter);
}

/* ----- labels ----- */

/* The format of a level inside of another's label. */
static void add_level(const struct counting *counting,
                      const struct numbered *it, const struct counter *counter,
                      struct pl_buf *out, uint32_t level)
{
    const struct pl_word_level_rule *outer =
        pl_word_rule_of(counting->word, it->list, it->abstract, it->level);
    const struct pl_word_level_rule *rule =
        pl_word_rule_of(counting->word, it->list, it->abstract, level);
    if (!rule) {
        return;
    }
    enum pl_word_format format = rule->format;
    bool is_kept =
        format == PL_WORD_FORMAT_DECIMAL_ZERO || format == PL_WORD_FORMAT_NONE;
    if (outer->is_legal && !is_kept) {
        format = PL_WORD_FORMAT_DECIMAL;
    }
    pl_word_write_number(out, format, counter->values[level], rule->width);
}

/* The outermost level that a label shows; more than `level`: none. */
static uint32_t outermost(const struct pl_word_level_rule *rule)
{
    uint32_t found = PL_WORD_LEVELS;
    for (size_t i = 0; i + 1 < rule->text.len; i++) {
        char digit = rule->text.data[i + 1];
        if (rule->text.data[i] == '%' && digit >= '1' && digit <= '9' &&
            (uint32_t)(digit - '1') < found) {
            found = (uint32_t)(digit - '1');
        }
    }
    return found;
}

static bool shows_deeper(const struct pl_word_level_rule *rule, uint32_t level)
{
    for (size_t i = 0; i + 1 < rule->text.len; i++) {
        char digit = rule->text.data[i + 1];
        if (rule->text.data[i] == '%' && digit >= '1' && digit <= '9' &&
            (uint32_t)(digit - '1') > level) {
            return true;
        }
    }
    return false;
}

static pl_str write_label(const struct counting *counting,
                          const struct numbered *it,
                          const struct pl_word_level_rule *rule,
                          const struct counter *counter)
{
    struct pl_buf out = pl_buf_in(counting->arena);
    pl_str text = rule->text;
    for (size_t i = 0; i < text.len; i++) {
        char digit = i + 1 < text.len ? text.data[i + 1] : '\0';
        if (text.data[i] == '%' && digit >= '1' && digit <= '9') {
            add_level(counting, it, counter, &out, (uint32_t)(digit - '1'));
            i++;
        } else {
            pl_buf_add_char(&out, text.data[i]);
        }
    }
    return pl_buf_str(&out);
}

static pl_str without_stop(pl_str label)
{
    bool has_stop = label.len > 0 && label.data[label.len - 1] == '.';
    return pl_str_slice(label, 0, label.len - has_stop);
}

/* What is above the outermost level that it shows comes before. */
static pl_str full_context(const struct counting *counting,
                           const struct pl_word_level_rule *rule,
                           const struct counter *counter, pl_str text)
{
    uint32_t first = outermost(rule);
    struct pl_buf out = pl_buf_in(counting->arena);
    if (first > 0 && first < PL_WORD_LEVELS) {
        pl_buf_add(&out, counter->full[first - 1]);
    }
    pl_buf_add(&out, without_stop(text));
    return pl_buf_str(&out);
}

/* Characters of the fonts of bullets. */
static pl_str as_bullet(pl_str text)
{
    static const pl_str bullet = PL_STR("\xE2\x80\xA2");
    static const pl_str private_use = PL_STR("\xEF\x82");
    static const pl_str private_low = PL_STR("\xEF\x80");
    static const pl_str private_mid = PL_STR("\xEF\x81");
    static const pl_str private_high = PL_STR("\xEF\x83");
    bool is_private =
        pl_str_starts(text, private_use) || pl_str_starts(text, private_low) ||
        pl_str_starts(text, private_mid) || pl_str_starts(text, private_high);
    return is_private ? bullet : text;
}

static void label(const struct counting *counting, const struct numbered *it,
                  const struct pl_word_para *para, struct pl_word_label *out)
{
    const struct pl_word_level_rule *rule =
        pl_word_rule_of(counting->word, it->list, it->abstract, it->level);
    struct counter *counter =
        counter_of(counting, it->list->abstract, para->story);
    if (!rule) {
        return;
    }
    count(counting, it, para->story, counter);
    out->level = (uint8_t)it->level;
    out->suffix = rule->suffix;
    out->is_bullet = rule->format == PL_WORD_FORMAT_BULLET;
    if (out->is_bullet) {
        out->text = as_bullet(rule->text);
    } else if (!shows_deeper(rule, it->level)) {
        out->text = write_label(counting, it, rule, counter);
        out->full = full_context(counting, rule, counter, out->text);
    }
    counter->full[it->level] = out->full;
}

const struct pl_word_label *pl_word_labels(struct pl_arena *arena,
                                           const struct pl_word_file *word,
                                           enum pl_word_state state)
{
    const struct pl_word_numbers *numbers = word->numbers;
    struct counting counting = {
        .arena = arena,
        .word = word,
        .state = state,
        .counters = pl_arena_array(arena, numbers->abstract_count + 1,
                                   sizeof(*counting.counters)),
        .uses = pl_arena_array(arena, numbers->list_count + 1,
                               sizeof(*counting.uses)),
        .labels = pl_arena_array(arena, word->paras_count + 1,
                                 sizeof(*counting.labels)),
    };
    for (uint32_t i = 0; i < word->paras_count; i++) {
        const struct pl_word_para *para = &word->paras[i];
        struct numbered it;
        bool exists = (para->mark_states & para->row_states & state) != 0;
        if (exists && find_list(&counting, para, &it)) {
            label(&counting, &it, para, &counting.labels[i]);
        }
    }
    return counting.labels;
}
