#include "base/wildmatch.h"

#include <stddef.h>

#include "base/array.h"
#include "base/chars.h"

static bool is_punctuation(char c)
{
    return c > ' ' && c < 0x7f && !pl_is_alnum(c);
}

static bool is_printed(char c)
{
    return c >= ' ' && c < 0x7f;
}

static bool is_graph(char c)
{
    return c > ' ' && c < 0x7f;
}

static bool is_control(char c)
{
    return (c >= 0 && c < ' ') || c == 0x7f;
}

static const struct char_class {
    pl_str name;
    bool (*has)(char c);
} char_classes[] = {
    {PL_STR("alnum"), pl_is_alnum},    {PL_STR("alpha"), pl_is_letter},
    {PL_STR("blank"), pl_is_blank},    {PL_STR("cntrl"), is_control},
    {PL_STR("digit"), pl_is_digit},    {PL_STR("graph"), is_graph},
    {PL_STR("lower"), pl_is_lower},    {PL_STR("print"), is_printed},
    {PL_STR("punct"), is_punctuation}, {PL_STR("space"), pl_is_space},
    {PL_STR("upper"), pl_is_upper},    {PL_STR("xdigit"), pl_is_hex},
};

/* One step of a pattern: what it says about one byte. */
struct step {
    size_t end;    /* where the next step begins */
    bool is_right; /* the byte is what the step wants */
    bool is_bad;   /* the pattern is broken and matches nothing */
};

/* A range end or single character of a class; false at the pattern's end. */
static bool class_char(pl_str pattern, size_t *at, unsigned char *c)
{
    if (*at < pattern.len && pattern.data[*at] == '\\') {
        (*at)++;
    }
    if (*at >= pattern.len) {
        return false;
    }
    *c = (unsigned char)pattern.data[(*at)++];
    return true;
}

/* "[:digit:]" inside of brackets; `*at` is behind its "[:" and goes behind
 * its ":]". */
static bool named_class(pl_str pattern, size_t *at, char c, bool *is_right)
{
    size_t end = pl_str_find(pattern, (pl_str)PL_STR(":]"), *at);
    if (end == PL_NOWHERE) {
        return false;
    }
    pl_str name = pl_str_slice(pattern, *at, end);
    *at = end + 2;
    for (size_t i = 0; i < PL_COUNT(char_classes); i++) {
        if (pl_str_eq(char_classes[i].name, name)) {
            *is_right = *is_right || char_classes[i].has(c);
            return true;
        }
    }
    return false;
}

static bool class_range(pl_str pattern, size_t *at, char c, bool *is_right)
{
    unsigned char first;
    if (!class_char(pattern, at, &first)) {
        return false;
    }
    unsigned char last = first;
    bool is_range = *at + 1 < pattern.len && pattern.data[*at] == '-' &&
                    pattern.data[*at + 1] != ']';
    if (is_range) {
        (*at)++;
        if (!class_char(pattern, at, &last)) {
            return false;
        }
    }
    unsigned char byte = (unsigned char)c;
    *is_right = *is_right || (byte >= first && byte <= last);
    return true;
}

static bool starts_at(pl_str text, size_t at, pl_str prefix)
{
    return pl_str_starts(pl_str_slice(text, at, text.len), prefix);
}

/* From "[" on. */
static struct step class_step(pl_str pattern, size_t at, char c)
{
    static const pl_str named = PL_STR("[:");
    struct step step = {.is_bad = true};
    at++;
    bool is_not = at < pattern.len &&
                  (pattern.data[at] == '!' || pattern.data[at] == '^');
    at += is_not ? 1 : 0;
    size_t first = at;
    while (at < pattern.len && (at == first || pattern.data[at] != ']')) {
        bool is_named = starts_at(pattern, at, named);
        at += is_named ? named.len : 0;
        bool ok = is_named ? named_class(pattern, &at, c, &step.is_right)
                           : class_range(pattern, &at, c, &step.is_right);
        if (!ok) {
            return step;
        }
    }
    if (at < pattern.len) {
        step.is_bad = false;
        step.end = at + 1;
        step.is_right = step.is_right != is_not;
    }
    return step;
}

static struct step step_at(pl_str pattern, size_t at, char c)
{
    switch (pattern.data[at]) {
    case '?':
        return (struct step){.end = at + 1, .is_right = true};
    case '[':
        return class_step(pattern, at, c);
    case '\\':
        at++;
        if (at == pattern.len) {
            return (struct step){.is_bad = true};
        }
        break;
    default:
        break;
    }
    return (struct step){.end = at + 1, .is_right = pattern.data[at] == c};
}

bool pl_wildmatch_name(pl_str pattern, pl_str name)
{
    size_t at = 0;
    size_t read = 0;
    size_t star = PL_NOWHERE; /* behind the last star; the only way back */
    size_t star_read = 0;
    while (read < name.len) {
        if (at < pattern.len && pattern.data[at] == '*') {
            star = ++at;
            star_read = read;
            continue;
        }
        struct step step = {0};
        if (at < pattern.len) {
            step = step_at(pattern, at, name.data[read]);
        }
        if (step.is_bad) {
            return false;
        }
        if (step.is_right) {
            at = step.end;
            read++;
        } else if (star != PL_NOWHERE) {
            at = star;
            read = ++star_read;
        } else {
            return false;
        }
    }
    while (at < pattern.len && pattern.data[at] == '*') {
        at++;
    }
    return at == pattern.len;
}

static bool is_any_folders(pl_str name)
{
    return pl_str_eq(name, (pl_str)PL_STR("**"));
}

/* pl_wildmatch_name() again, with names for characters and "**" for the star.
 */
bool pl_wildmatch_path(pl_str pattern, pl_str path)
{
    pl_str after_star = {0};
    pl_str star_path = {0};
    bool has_star = false;
    while (path.len > 0) {
        pl_str rest = pattern;
        pl_str want = pl_str_split(&rest, '/');
        if (is_any_folders(want)) {
            if (rest.len == 0) {
                return true; /* at least one name is left */
            }
            has_star = true;
            pattern = after_star = rest;
            star_path = path;
            continue;
        }
        pl_str path_rest = path;
        pl_str name = pl_str_split(&path_rest, '/');
        if (pattern.len > 0 && pl_wildmatch_name(want, name)) {
            pattern = rest;
            path = path_rest;
        } else if (has_star) {
            pl_str_split(&star_path, '/');
            pattern = after_star;
            path = star_path;
        } else {
            return false;
        }
    }
    return pattern.len == 0;
}

bool pl_wildmatch_covers(pl_str pattern, pl_str path)
{
    while (pattern.len && pattern.data[pattern.len - 1] == '/') {
        pattern.len--;
    }
    bool anywhere = pl_str_find_char(pattern, '/', 0) == PL_NOWHERE;
    if (pl_str_starts(pattern, (pl_str)PL_STR("./"))) {
        pattern = pl_str_slice(pattern, 2, pattern.len);
    } else if (pl_str_starts(pattern, (pl_str)PL_STR("/"))) {
        pattern = pl_str_slice(pattern, 1, pattern.len);
    }
    size_t name = 0;
    for (size_t end = 0; end <= path.len; end++) {
        if (end < path.len && path.data[end] != '/') {
            continue;
        }
        bool matches =
            anywhere ? pl_wildmatch_name(pattern, pl_str_slice(path, name, end))
                     : pl_wildmatch_path(pattern, pl_str_slice(path, 0, end));
        if (matches) {
            return true;
        }
        name = end + 1;
    }
    return false;
}
