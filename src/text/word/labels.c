/* Counts as Word does. Source: ECMA-376 17.9; [MS-OI29500] 17.9.10. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/chars.h"
#include "base/map.h"
#include "base/utf8.h"
#include "text/word/attribute.h"
#include "text/word/list_field.h"
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
    uint32_t *first_field;  /* of each paragraph, that is a number; PL_NONE */
    uint32_t *next_field;   /* of the same paragraph, by field */
    struct pl_map *by_name; /* lists, in small letters */
};

/* What numbers a paragraph. */
struct numbered {
    const struct pl_word_list *list;
    uint32_t abstract;
    uint32_t level;
};

/* ----- which list ----- */

static bool take_list(const struct pl_word_file *word, uint32_t id,
                      struct numbered *out)
{
    out->list = pl_word_list_of(word->numbers, id);
    out->abstract = out->list ? pl_word_abstract_of(word, out->list) : PL_NONE;
    return out->abstract != PL_NONE;
}

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

/* The first in a chain of styles that is tied to a level of the definition, or
 * says a level, tells it: one style has the list, another the level. */
static uint32_t level_of_style(const struct pl_word_file *word,
                               uint32_t abstract, pl_str id)
{
    const struct pl_word_style *style = pl_word_style_of(word->styles, id);
    for (; style; style = pl_word_style_base(word->styles, style)) {
        uint32_t level = level_tied_to(word, abstract, style->id);
        if (level != PL_NONE || style->numbering.has_level ||
            style->numbering.list != PL_NONE) {
            return level != PL_NONE ? level : style->numbering.level;
        }
    }
    return 0;
}

static uint32_t list_of_style(const struct pl_word_file *word, pl_str id)
{
    const struct pl_word_style *style = pl_word_style_of(word->styles, id);
    while (style && style->numbering.list == PL_NONE) {
        style = pl_word_style_base(word->styles, style);
    }
    return style ? style->numbering.list : PL_NONE;
}

/* What the paragraph's own properties say in a state. */
static struct pl_word_numbering own_numbering(const struct pl_word_para *para,
                                              enum pl_word_state state)
{
    bool is_before =
        state == PL_WORD_ORIGINAL && para->properties_change != PL_NONE;
    if (is_before) {
        return para->old_numbering;
    }
    return para->numbering_states & state
               ? para->numbering
               : (struct pl_word_numbering){.list = PL_NONE};
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
    pl_str style =
        counting->state == PL_WORD_ORIGINAL ? para->old_style : para->style;
    struct pl_word_numbering own = own_numbering(para, counting->state);
    uint32_t list = own.list != PL_NONE ? own.list : list_of_style(word, style);
    if (list == 0 || list == PL_NONE || !take_list(word, list, out)) {
        return false;
    }
    out->level =
        own.has_level ? own.level : level_of_style(word, out->abstract, style);
    if (word->numbers->abstracts[out->abstract].is_single_level) {
        out->level = 0;
    }
    return !para->ends_section ||
           has_text(word, para, (uint8_t)counting->state);
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

/* A list's own start holds once. */
static uint32_t start_of(const struct counting *counting,
                         const struct numbered *it, uint32_t level,
                         bool is_used)
{
    const struct pl_word_level_rule *rule =
        pl_word_rule_of(counting->word, it->list, it->abstract, level);
    if (it->list->has_start[level] && !is_used) {
        return it->list->starts[level];
    }
    return rule ? rule->start : 0;
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

/* Levels above that nothing has been counted at begin with their start. */
static void count(const struct counting *counting, const struct numbered *it,
                  uint32_t story, struct counter *counter)
{
    struct list_use *use = use_of(counting, it->list, story);
    for (uint32_t k = 0; k <= it->level; k++) {
        bool begins =
            k == it->level && it->list->has_start[k] && !use->is_used[k];
        if (begins || !counter->is_set[k]) {
            counter->values[k] = start_of(counting, it, k, use->is_used[k]);
        } else if (k == it->level) {
            counter->values[k]++;
        }
        counter->is_set[k] = true;
        use->is_used[k] = true;
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

static pl_str first_characters(pl_str text, size_t most)
{
    size_t end = 0;
    for (size_t count = 0; end < text.len; end++) {
        bool begins = ((unsigned char)text.data[end] & 0xC0) != 0x80;
        if (begins && count++ == most) {
            break;
        }
    }
    return pl_str_slice(text, 0, end);
}

static pl_str write_label(const struct counting *counting,
                          const struct numbered *it,
                          const struct pl_word_level_rule *rule,
                          const struct counter *counter)
{
    enum { LONGEST = 31 }; /* characters; Word shows no more */
    struct pl_buf out = pl_buf_in(counting->arena);
    pl_str text = rule->text;
    for (size_t i = 0; i < text.len && out.len < (size_t)LONGEST * PL_UTF8_MAX;
         i++) {
        char digit = i + 1 < text.len ? text.data[i + 1] : '\0';
        if (text.data[i] == '%' && digit >= '1' && digit <= '9') {
            add_level(counting, it, counter, &out, (uint32_t)(digit - '1'));
            i++;
        } else {
            pl_buf_add_char(&out, text.data[i]);
        }
    }
    return first_characters(pl_buf_str(&out), LONGEST);
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
                  uint32_t story, struct pl_word_label *out)
{
    const struct pl_word_level_rule *rule =
        pl_word_rule_of(counting->word, it->list, it->abstract, it->level);
    struct counter *counter = counter_of(counting, it->list->abstract, story);
    if (!rule) {
        return;
    }
    count(counting, it, story, counter);
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

/* ----- fields that are numbers ----- */

static pl_str in_small_letters(struct pl_arena *arena, pl_str name)
{
    char *small = pl_arena_alloc(arena, name.len + 1);
    for (size_t i = 0; i < name.len; i++) {
        small[i] = pl_to_lower(name.data[i]);
    }
    return (pl_str){small, name.len};
}

/* The first list of each definition that has a name, by it. */
static struct pl_map *name_lists(const struct counting *counting)
{
    const struct pl_word_numbers *numbers = counting->word->numbers;
    struct pl_map *by_name = pl_map_new(counting->arena, 16);
    for (uint32_t i = 0; i < numbers->list_count; i++) {
        uint32_t abstract = numbers->lists[i].abstract;
        pl_str name = abstract != PL_NONE ? numbers->abstracts[abstract].name
                                          : (pl_str){0};
        if (name.len > 0) {
            pl_map_get_or_add(by_name, in_small_letters(counting->arena, name),
                              i);
        }
    }
    return by_name;
}

static void find_fields(struct counting *counting)
{
    const struct pl_word_file *word = counting->word;
    for (uint32_t i = 0; i < word->paras_count; i++) {
        counting->first_field[i] = PL_NONE;
    }
    for (uint32_t i = word->fields_count; i-- > 0;) {
        struct pl_word_list_field field;
        uint32_t para = word->fields[i].first_para;
        if (para != PL_NONE && (word->fields[i].states & counting->state) &&
            pl_word_list_field_read(word->fields[i].instruction, &field)) {
            counting->next_field[i] = counting->first_field[para];
            counting->first_field[para] = i;
        }
    }
}

static const struct pl_word_list *list_named(const struct counting *counting,
                                             pl_str name)
{
    uint32_t found =
        pl_map_get(counting->by_name, in_small_letters(counting->arena, name));
    return found == PL_NONE ? NULL : &counting->word->numbers->lists[found];
}

/* `of_para` is what numbers the paragraph; without a list: nothing does. */
static void label_field(const struct counting *counting,
                        const struct numbered *of_para, uint32_t story,
                        uint32_t index)
{
    const struct pl_word_file *word = counting->word;
    struct pl_word_list_field field;
    pl_word_list_field_read(word->fields[index].instruction, &field);
    const struct pl_word_list *list =
        field.list.len > 0 ? list_named(counting, field.list) : of_para->list;
    struct numbered it = {.list = list};
    it.abstract = list ? pl_word_abstract_of(word, list) : PL_NONE;
    if (it.abstract == PL_NONE) {
        return;
    }
    it.level = field.level != PL_NONE  ? field.level
               : list == of_para->list ? pl_word_level(of_para->level + 1)
                                       : 0;
    if (field.start != PL_NONE && field.start > 0) {
        struct counter *counter = counter_of(counting, list->abstract, story);
        counter->is_set[it.level] = true;
        counter->values[it.level] = field.start - 1;
        use_of(counting, list, story)->is_used[it.level] = true;
    }
    label(counting, &it, story, &counting->labels[word->paras_count + index]);
}

static void label_para(const struct counting *counting, uint32_t index)
{
    const struct pl_word_para *para = &counting->word->paras[index];
    struct numbered it = {.list = NULL};
    bool exists = (para->mark_states & para->row_states & counting->state) != 0;
    if (exists && find_list(counting, para, &it)) {
        label(counting, &it, para->story, &counting->labels[index]);
    } else {
        it.list = NULL;
    }
    for (uint32_t i = counting->first_field[index]; i != PL_NONE;
         i = counting->next_field[i]) {
        label_field(counting, &it, para->story, i);
    }
}

const struct pl_word_label *pl_word_labels(struct pl_arena *arena,
                                           const struct pl_word_file *word,
                                           enum pl_word_state state)
{
    const struct pl_word_numbers *numbers = word->numbers;
    size_t labels = (size_t)word->paras_count + word->fields_count + 1;
    struct counting counting = {
        .arena = arena,
        .word = word,
        .state = state,
        .counters = pl_arena_array(arena, numbers->abstract_count + 1,
                                   sizeof(*counting.counters)),
        .uses = pl_arena_array(arena, numbers->list_count + 1,
                               sizeof(*counting.uses)),
        .labels = pl_arena_array(arena, labels, sizeof(*counting.labels)),
        .first_field = pl_arena_array(arena, word->paras_count + 1,
                                      sizeof(*counting.first_field)),
        .next_field = pl_arena_array(arena, word->fields_count + 1,
                                     sizeof(*counting.next_field)),
    };
    counting.by_name = name_lists(&counting);
    find_fields(&counting);
    for (uint32_t i = 0; i < word->paras_count; i++) {
        label_para(&counting, i);
    }
    return counting.labels;
}
