#include "lint/glob.h"

#include <stddef.h>

/* Where to go on after a mismatch: the place after a star, and the next place
 * of the path that the star would end at. */
struct retry {
    size_t pattern_at; /* PL_NOWHERE: none */
    size_t path_at;
};

struct match {
    pl_str pattern;
    pl_str path;
    size_t pattern_at;
    size_t path_at;
    struct retry star;     /* never over a '/' */
    struct retry any_path; /* "**" */
};

static char at(pl_str s, size_t i)
{
    return i < s.len ? s.data[i] : '\0';
}

/* The "]" of the set that begins at `open`, or PL_NOWHERE; "[]a]" has one. */
static size_t end_of_set(pl_str pattern, size_t open)
{
    size_t first = open + 1 + (at(pattern, open + 1) == '!' ? 1 : 0);
    return pl_str_find_char(pattern, ']', first + 1);
}

static bool in_set(pl_str set, char c)
{
    bool negated = at(set, 0) == '!';
    bool found = false;
    for (size_t i = negated ? 1 : 0; i < set.len; i++) {
        bool is_span = i + 2 < set.len && set.data[i + 1] == '-';
        unsigned char low = (unsigned char)set.data[i];
        unsigned char high = (unsigned char)set.data[is_span ? i + 2 : i];
        found |= low <= (unsigned char)c && (unsigned char)c <= high;
        i += is_span ? 2 : 0;
    }
    return found != negated;
}

/* Steps over one element of the pattern that is no star, and one byte. */
static bool step(struct match *m)
{
    char c = at(m->path, m->path_at);
    char wanted = at(m->pattern, m->pattern_at);
    size_t len = 1;
    bool ok = m->pattern_at < m->pattern.len && wanted == c;
    if (wanted == '?') {
        ok = c != '/';
    } else if (wanted == '[') {
        size_t end = end_of_set(m->pattern, m->pattern_at);
        if (end != PL_NOWHERE) {
            pl_str set = pl_str_slice(m->pattern, m->pattern_at + 1, end);
            ok = c != '/' && in_set(set, c);
            len = end + 1 - m->pattern_at;
        }
    }
    if (ok) {
        m->pattern_at += len;
        m->path_at++;
    }
    return ok;
}

/* "**" with '/' or an end on both sides. */
static bool at_any_path(const struct match *m)
{
    size_t i = m->pattern_at;
    bool begins = i == 0 || m->pattern.data[i - 1] == '/';
    bool ends = i + 2 == m->pattern.len || at(m->pattern, i + 2) == '/';
    return begins && ends && at(m->pattern, i) == '*' &&
           at(m->pattern, i + 1) == '*';
}

/* To the beginning of the next folder or name in the path. */
static bool retry_any_path(struct match *m)
{
    if (m->any_path.pattern_at == PL_NOWHERE) {
        return false;
    }
    size_t slash = pl_str_find_char(m->path, '/', m->any_path.path_at);
    if (slash == PL_NOWHERE) {
        return false;
    }
    m->any_path.path_at = slash + 1;
    m->pattern_at = m->any_path.pattern_at;
    m->path_at = slash + 1;
    m->star.pattern_at = PL_NOWHERE;
    return true;
}

static bool retry_star(struct match *m)
{
    if (m->star.pattern_at == PL_NOWHERE || m->star.path_at >= m->path.len ||
        m->path.data[m->star.path_at] == '/') {
        return false;
    }
    m->pattern_at = m->star.pattern_at;
    m->path_at = ++m->star.path_at;
    return true;
}

static bool matches(pl_str pattern, pl_str path)
{
    struct match m = {.pattern = pattern,
                      .path = path,
                      .star = {PL_NOWHERE, 0},
                      .any_path = {PL_NOWHERE, 0}};
    for (;;) {
        if (m.pattern_at == pattern.len && m.path_at == path.len) {
            return true;
        }
        if (at_any_path(&m)) {
            if (m.pattern_at + 2 == pattern.len) {
                return true;
            }
            m.pattern_at += 3;
            m.any_path = (struct retry){m.pattern_at, m.path_at};
            m.star.pattern_at = PL_NOWHERE;
        } else if (at(pattern, m.pattern_at) == '*') {
            m.star = (struct retry){++m.pattern_at, m.path_at};
        } else if (m.path_at == path.len || !step(&m)) {
            if (!retry_star(&m) && !retry_any_path(&m)) {
                return false;
            }
        }
    }
}

bool pl_glob_covers(pl_str pattern, pl_str path)
{
    if (pl_str_ends(pattern, (pl_str)PL_STR("/"))) {
        pattern = pl_str_slice(pattern, 0, pattern.len - 1);
    }
    bool anywhere = pl_str_find_char(pattern, '/', 0) == PL_NOWHERE;
    if (pl_str_starts(pattern, (pl_str)PL_STR("./"))) {
        pattern = pl_str_slice(pattern, 1, pattern.len);
    }
    if (at(pattern, 0) == '/') {
        pattern = pl_str_slice(pattern, 1, pattern.len);
    }
    size_t begin = 0;
    for (size_t i = 0; i <= path.len; i++) {
        if (i < path.len && path.data[i] != '/') {
            continue;
        }
        if (matches(pattern, pl_str_slice(path, anywhere ? begin : 0, i))) {
            return true;
        }
        begin = i + 1;
    }
    return false;
}
