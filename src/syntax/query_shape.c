#include "syntax/query_shape.h"

#include <stdbool.h>
#include <stdint.h>

#include "base/chars.h"
#include "syntax/runtime.h"

/* An open bracket. */
struct level {
    bool is_choice; /* "[": one of its members is there */
    bool is_node;   /* "(name": itself is there, whatever is in it */
    size_t needed;  /* members that cannot be nothing */
    size_t loose;   /* members that can */
};

struct walk {
    pl_str text;
    size_t at;
    struct level levels[PL_QUERY_MAX_DEPTH + 1]; /* the first: the query */
    size_t depth;
    bool may_be_nothing; /* what ends at `at`, which may be repeated */
    bool is_repeated;
};

static bool is_name(char c)
{
    return pl_is_alnum(c) || c == '_' || c == '-' || c == '.';
}

pl_str pl_query_name_at(pl_str text, size_t offset)
{
    size_t end = offset;
    while (end < text.len && is_name(text.data[end])) {
        end++;
    }
    return pl_str_slice(text, offset, end);
}

static char here(const struct walk *walk)
{
    return walk->at < walk->text.len ? walk->text.data[walk->at] : '\0';
}

/* Past a string or a comment that begins here. */
static bool skip_text(struct walk *walk)
{
    char end = here(walk) == '"' ? '"' : '\n';
    if (here(walk) != '"' && here(walk) != ';') {
        return false;
    }
    walk->at++;
    while (walk->at < walk->text.len && here(walk) != end) {
        walk->at += here(walk) == '\\' && end == '"' ? 2 : 1;
    }
    walk->at++;
    return true;
}

static void count_member(struct walk *walk, bool may_be_nothing)
{
    struct level *level = &walk->levels[walk->depth];
    level->needed += !may_be_nothing;
    level->loose += may_be_nothing;
    walk->may_be_nothing = may_be_nothing;
    walk->is_repeated = false;
}

/* The name of a predicate ends in a mark that is no repetition. */
static void skip_predicate_name(struct walk *walk)
{
    walk->at++;
    walk->at += pl_query_name_at(walk->text, walk->at).len;
    walk->at += here(walk) == '?' || here(walk) == '!';
}

static bool open(struct walk *walk)
{
    if (walk->depth == PL_QUERY_MAX_DEPTH) {
        return false;
    }
    bool is_choice = here(walk) == '[';
    walk->at++;
    bool is_predicate = here(walk) == '#';
    bool is_named = is_name(here(walk)) && here(walk) != '.';
    walk->levels[++walk->depth] =
        (struct level){.is_choice = is_choice,
                       .is_node = !is_choice && (is_predicate || is_named)};
    if (is_predicate) {
        skip_predicate_name(walk);
    }
    return true;
}

static void close(struct walk *walk)
{
    walk->at++;
    if (walk->depth > 0) {
        struct level level = walk->levels[walk->depth--];
        bool may_be_nothing =
            level.is_choice ? level.loose > 0 : level.needed == 0;
        count_member(walk, !level.is_node && may_be_nothing);
    }
}

/* One of "*", "+" and "?"; false where it repeats what may be nothing. */
static bool repeat(struct walk *walk)
{
    if (walk->may_be_nothing || walk->is_repeated) {
        return false;
    }
    struct level *level = &walk->levels[walk->depth];
    if (here(walk) != '+' && level->needed > 0) {
        level->needed--;
        level->loose++;
        walk->may_be_nothing = true;
    }
    walk->is_repeated = true;
    walk->at++;
    return true;
}

static bool is_field(pl_str name)
{
    return ts_language_field_id_for_name(tree_sitter_plan(), name.data,
                                         (uint32_t)name.len) != 0;
}

/* A name, of a field or of a capture; false for a field that is not there. */
static bool take_name(struct walk *walk)
{
    pl_str name = pl_query_name_at(walk->text, walk->at);
    size_t end = walk->at + name.len;
    bool is_known =
        end >= walk->text.len || walk->text.data[end] != ':' || is_field(name);
    walk->at = is_known ? end : walk->at;
    if (pl_str_eq(name, (pl_str)PL_STR("_"))) {
        count_member(walk, false); /* any node */
    }
    return is_known;
}

static enum pl_query_shape step(struct walk *walk)
{
    char c = here(walk);
    if (c == '(' || c == '[') {
        return open(walk) ? PL_QUERY_SOUND : PL_QUERY_TOO_DEEP;
    }
    if (c == ')' || c == ']') {
        close(walk);
        return PL_QUERY_SOUND;
    }
    if (c == '*' || c == '+' || c == '?') {
        return repeat(walk) ? PL_QUERY_SOUND : PL_QUERY_REPEATS_NOTHING;
    }
    if (is_name(c)) {
        return take_name(walk) ? PL_QUERY_SOUND : PL_QUERY_UNKNOWN_FIELD;
    }
    if (!skip_text(walk)) {
        walk->at++;
    } else if (c == '"') {
        count_member(walk, false); /* a node by its text */
    }
    return PL_QUERY_SOUND;
}

enum pl_query_shape pl_query_shape(pl_str text, size_t *offset)
{
    struct walk walk = {.text = text};
    enum pl_query_shape shape = PL_QUERY_SOUND;
    while (walk.at < text.len && shape == PL_QUERY_SOUND) {
        shape = step(&walk);
    }
    *offset = shape == PL_QUERY_SOUND ? 0 : walk.at;
    return shape;
}
