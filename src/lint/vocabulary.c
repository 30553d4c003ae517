#include "lint/vocabulary.h"

#include "base/arena.h"
#include "base/array.h"
#include "base/buf.h"
#include "base/chars.h"
#include "base/nearest.h"
#include "base/utf8.h"
#include "base/vec.h"

struct reader {
    struct pl_arena *arena;
    struct pl_error *error;
    PL_VEC(struct pl_vocabulary_word) words;
};

static bool read_kind(const struct reader *reader, struct pl_json member,
                      enum pl_entity_kind *kind)
{
    pl_str name = pl_json_key(member);
    struct pl_nearest nearest = pl_nearest_to(name);
    for (size_t i = 0; i < PL_ENTITY_KIND_COUNT; i++) {
        pl_str known = pl_str_from(pl_entity_name((enum pl_entity_kind)i));
        if (pl_str_eq(name, known)) {
            *kind = (enum pl_entity_kind)i;
            return true;
        }
        pl_nearest_offer(&nearest, known);
    }
    return PL_FAIL_AT(reader->error, pl_json_key_place(member),
                      "there is no kind of part \"%.*s\"" PL_NEAREST,
                      PL_STR_ARG(name), PL_NEAREST_ARG(nearest.best));
}

/* In small letters, one space between words; hyphens part words, too. */
static pl_str lowered(struct pl_arena *arena, pl_str text, size_t *words)
{
    struct pl_buf out = pl_buf_in(arena);
    bool is_apart = true;
    *words = 0;
    for (size_t at = 0; at < text.len;) {
        size_t len = 1;
        uint32_t code = pl_utf8_decode(text, at, &len);
        bool is_gap = pl_is_space(text.data[at]) || text.data[at] == '-';
        if (!is_gap) {
            if (is_apart && ++*words > 1) {
                pl_buf_add_char(&out, ' ');
            }
            pl_buf_add_code_point(&out, pl_utf8_to_lower(code));
        }
        is_apart = is_gap;
        at += len;
    }
    return pl_buf_str(&out);
}

static bool has_letters_alone(pl_str word)
{
    for (size_t i = 0; i < word.len; i++) {
        char c = word.data[i];
        if (!pl_is_letter(c) && !pl_is_wide(c) && c != ' ' && c != '\'') {
            return false;
        }
    }
    return word.len > 0;
}

static bool read_word(const struct reader *reader, struct pl_json value,
                      pl_str *word)
{
    pl_str given;
    size_t count = 0;
    if (!pl_json_as_string(reader->arena, value, &given, reader->error)) {
        return false;
    }
    *word = pl_vocabulary_is_code(given)
                ? given
                : lowered(reader->arena, given, &count);
    if (!has_letters_alone(*word) || count > PL_VOCABULARY_MAX_WORDS) {
        return PL_FAIL_AT(reader->error, pl_json_place(value),
                          "a word of the vocabulary is up to %d words of "
                          "letters, found \"%.*s\"",
                          PL_VOCABULARY_MAX_WORDS, PL_STR_ARG(given));
    }
    return true;
}

/* {"one": "Handlung", "many": "Handlungen"} */
static bool read_numbers(const struct reader *reader, struct pl_json value,
                         struct pl_vocabulary_word *word)
{
    static const char *const keys[] = {"one", "many"};
    struct pl_json one = pl_json_get(value, "one");
    struct pl_json many = pl_json_get(value, "many");
    if (!pl_json_only_keys(value, keys, PL_COUNT(keys), reader->error)) {
        return false;
    }
    if (!one.item) {
        return PL_FAIL_AT(reader->error, pl_json_place(value),
                          "\"one\" is missing, a word");
    }
    return read_word(reader, one, &word->one) &&
           (!many.item || read_word(reader, many, &word->many));
}

static bool is_known(const struct reader *reader, pl_str word)
{
    for (size_t i = 0; i < reader->words.len; i++) {
        const struct pl_vocabulary_word *it = &reader->words.items[i];
        if (pl_str_eq(it->one, word) || pl_str_eq(it->many, word)) {
            return true;
        }
    }
    return false;
}

static bool add_word(struct reader *reader, struct pl_json value,
                     enum pl_entity_kind kind)
{
    struct pl_vocabulary_word word = {.kind = kind};
    bool ok = pl_json_kind(value) == PL_JSON_OBJECT
                  ? read_numbers(reader, value, &word)
                  : read_word(reader, value, &word.one);
    if (!ok) {
        return false;
    }
    if (is_known(reader, word.one)) {
        return PL_FAIL_AT(reader->error, pl_json_place(value),
                          "\"%.*s\" is in the vocabulary already",
                          PL_STR_ARG(word.one));
    }
    if (reader->words.len == PL_VOCABULARY_MAX) {
        return PL_FAIL_AT(reader->error, pl_json_place(value),
                          "the vocabulary has more than %d words",
                          PL_VOCABULARY_MAX);
    }
    *PL_VEC_PUSH(reader->arena, &reader->words) = word;
    return true;
}

static bool read_member(struct reader *reader, struct pl_json member)
{
    enum pl_entity_kind kind = PL_ENTITY_KIND_COUNT;
    if (!read_kind(reader, member, &kind)) {
        return false;
    }
    if (pl_json_kind(member) != PL_JSON_ARRAY) {
        return PL_FAIL_AT(reader->error, pl_json_place(member),
                          "\"%s\" must be an array of words, found %s",
                          pl_entity_name(kind),
                          pl_json_kind_name(pl_json_kind(member)));
    }
    for (struct pl_json it = pl_json_first(member); it.item;
         it = pl_json_next(it)) {
        if (!add_word(reader, it, kind)) {
            return false;
        }
    }
    return true;
}

bool pl_vocabulary_read(struct pl_arena *arena, struct pl_json json,
                        struct pl_vocabulary *vocabulary,
                        struct pl_error *error)
{
    struct reader reader = {.arena = arena, .error = error};
    if (!json.item) {
        return true;
    }
    if (pl_json_kind(json) != PL_JSON_OBJECT) {
        return PL_FAIL_AT(error, pl_json_place(json),
                          "\"vocabulary\" must be an object, found %s",
                          pl_json_kind_name(pl_json_kind(json)));
    }
    for (struct pl_json it = pl_json_first(json); it.item;
         it = pl_json_next(it)) {
        if (!read_member(&reader, it)) {
            return false;
        }
    }
    vocabulary->items = reader.words.items;
    vocabulary->count = reader.words.len;
    return true;
}
