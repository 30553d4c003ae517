/* Counts as Word does. Source: ECMA-376 17.9; [MS-OI29500] 17.9.10. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/chars.h"
#include "base/map.h"
#include "base/utf8.h"
#include "text/word/number/list_field.h"
#include "text/word/number/numbered.h"
#include "text/word/number/numbering.h"
#include "text/word/number/shown.h"
#include "text/word/read/attribute.h"

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
                         const struct pl_word_numbered *it, uint32_t level,
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
                          const struct pl_word_numbered *it,
                          struct counter *counter)
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
static void count(const struct counting *counting,
                  const struct pl_word_numbered *it, uint32_t story,
                  struct counter *counter)
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
                      const struct pl_word_numbered *it,
                      const struct counter *counter, struct pl_buf *out,
                      uint32_t level)
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
                          const struct pl_word_numbered *it,
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

static void label(const struct counting *counting,
                  const struct pl_word_numbered *it, uint32_t story,
                  struct pl_word_label *out)
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
    if (rule->is_hidden) {
        out->is_hidden = true;
        out->text = (pl_str){0};
    }
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

/* What counts before a field in its paragraph. */
struct before_field {
    struct pl_word_numbered para;  /* without a list: nothing numbers it */
    struct pl_word_numbered field; /* the last one; without a list: none */
};

/* The list that a field counts in. Without a name it is that of its paragraph,
 * or the first of those that Word has of its own. */
static const struct pl_word_list *
list_of_field(const struct counting *counting,
              const struct before_field *before, pl_str name)
{
    static const pl_str default_name = PL_STR("NumberDefault");
    if (name.len == 0 && before->para.list) {
        return before->para.list;
    }
    return list_named(counting, name.len > 0 ? name : default_name);
}

static bool begins_paragraph(const struct counting *counting, uint32_t index)
{
    const struct pl_word_file *word = counting->word;
    const struct pl_word_field *field = &word->fields[index];
    uint32_t first = word->paras[field->first_para].first_piece;
    pl_str text = pl_word_shown(counting->arena, word, first,
                                field->first_piece, counting->state);
    return pl_str_trim(text).len == 0;
}

/* Of a field that does not say it; PL_NONE: it cannot be told. */
static uint32_t level_of_field(const struct counting *counting,
                               const struct before_field *before,
                               const struct pl_word_list *list, uint32_t index)
{
    if (list == before->para.list) {
        return pl_word_level(before->para.level + 1);
    }
    if (list == before->field.list) {
        return before->field.level;
    }
    return begins_paragraph(counting, index) ? 0 : PL_NONE;
}

static void begin_with(const struct counting *counting,
                       const struct pl_word_numbered *it, uint32_t story,
                       uint32_t start)
{
    struct counter *counter = counter_of(counting, it->list->abstract, story);
    counter->is_set[it->level] = true;
    counter->values[it->level] = start - 1;
    use_of(counting, it->list, story)->is_used[it->level] = true;
}

static void label_field(const struct counting *counting,
                        struct before_field *before, uint32_t story,
                        uint32_t index)
{
    const struct pl_word_file *word = counting->word;
    struct pl_word_label *out = &counting->labels[word->paras_count + index];
    struct pl_word_list_field field;
    pl_word_list_field_read(word->fields[index].instruction, &field);
    struct pl_word_numbered it = {
        .list = list_of_field(counting, before, field.list)};
    it.abstract = it.list ? pl_word_abstract_of(word, it.list) : PL_NONE;
    if (it.abstract == PL_NONE) {
        return;
    }
    it.level = field.level != PL_NONE
                   ? field.level
                   : level_of_field(counting, before, it.list, index);
    if (it.level == PL_NONE) {
        return;
    }
    if (field.start != PL_NONE && field.start > 0) {
        begin_with(counting, &it, story, field.start);
    }
    label(counting, &it, story, out);
    before->field = it;
    pl_str old = word->fields[index].old_number;
    if (counting->state == PL_WORD_ORIGINAL && old.len > 0) {
        out->text = old;
    }
}

static void label_para(const struct counting *counting, uint32_t index)
{
    const struct pl_word_para *para = &counting->word->paras[index];
    struct before_field before = {.para = {.list = NULL}};
    struct pl_word_label *out = &counting->labels[index];
    bool exists = (para->mark_states & para->row_states & counting->state) != 0;
    if (exists && pl_word_find_numbered(counting->word, para, counting->state,
                                        &before.para)) {
        label(counting, &before.para, para->story, out);
    } else {
        before.para.list = NULL;
    }
    if (counting->state == PL_WORD_ORIGINAL && out->text.len > 0 &&
        para->old_number.len > 0) {
        out->text = para->old_number;
    }
    for (uint32_t i = counting->first_field[index]; i != PL_NONE;
         i = counting->next_field[i]) {
        label_field(counting, &before, para->story, i);
    }
}

const struct pl_word_label *pl_word_labels(struct pl_arena *arena,
                                           const struct pl_word_file *word,
                                           enum pl_word_state state)
{
    if (word->labels[state]) {
        return word->labels[state];
    }
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
