#include "text/ignore.h"

#include "base/arena.h"
#include "base/vec.h"
#include "base/wildmatch.h"

struct pl_ignore_rule {
    pl_str pattern;
    bool takes_back;  /* "!" */
    bool only_folder; /* "/" at the end */
    bool is_anchored; /* a path from the folder of the file; else a name */
};

struct rules {
    PL_VEC(struct pl_ignore_rule) all;
};

static bool is_escaped(pl_str text, size_t at)
{
    size_t backslashes = 0;
    while (backslashes < at && text.data[at - 1 - backslashes] == '\\') {
        backslashes++;
    }
    return backslashes % 2 == 1;
}

static pl_str without_last(pl_str s)
{
    return pl_str_slice(s, 0, s.len - 1);
}

static pl_str without_end(pl_str line)
{
    if (line.len > 0 && line.data[line.len - 1] == '\r') {
        line = without_last(line);
    }
    while (line.len > 0 && line.data[line.len - 1] == ' ' &&
           !is_escaped(line, line.len - 1)) {
        line = without_last(line);
    }
    return line;
}

static pl_str without_first(pl_str s)
{
    return pl_str_slice(s, 1, s.len);
}

/* False for an empty line and a comment. */
static bool read_rule(pl_str line, struct pl_ignore_rule *rule)
{
    pl_str pattern = without_end(line);
    if (pattern.len == 0 || pattern.data[0] == '#') {
        return false;
    }
    rule->takes_back = pattern.data[0] == '!';
    if (rule->takes_back) {
        pattern = without_first(pattern);
    }
    rule->only_folder = pl_str_ends(pattern, (pl_str)PL_STR("/"));
    if (rule->only_folder) {
        pattern = without_last(pattern);
    }
    rule->is_anchored = pl_str_find_char(pattern, '/', 0) != PL_NOWHERE;
    if (pl_str_starts(pattern, (pl_str)PL_STR("/"))) {
        pattern = without_first(pattern);
    }
    rule->pattern = pattern;
    return pattern.len > 0;
}

struct pl_ignore *pl_ignore_read(struct pl_arena *arena,
                                 const struct pl_ignore *above, pl_str folder,
                                 pl_str text)
{
    struct rules rules = {0};
    while (text.len > 0) {
        struct pl_ignore_rule rule = {0};
        if (read_rule(pl_str_split(&text, '\n'), &rule)) {
            *PL_VEC_PUSH(arena, &rules.all) = rule;
        }
    }
    struct pl_ignore *ignore = pl_arena_alloc(arena, sizeof(*ignore));
    *ignore = (struct pl_ignore){.above = above,
                                 .folder = folder,
                                 .rules = rules.all.items,
                                 .count = rules.all.len};
    return ignore;
}

static pl_str last_name(pl_str path)
{
    size_t at = path.len;
    while (at > 0 && path.data[at - 1] != '/') {
        at--;
    }
    return pl_str_slice(path, at, path.len);
}

static bool applies(const struct pl_ignore_rule *rule, pl_str path,
                    bool is_folder)
{
    if (rule->only_folder && !is_folder) {
        return false;
    }
    return rule->is_anchored
               ? pl_wildmatch_path(rule->pattern, path)
               : pl_wildmatch_name(rule->pattern, last_name(path));
}

bool pl_ignore_has(const struct pl_ignore *ignore, pl_str path, bool is_folder)
{
    for (; ignore; ignore = ignore->above) {
        if (!pl_str_starts(path, ignore->folder)) {
            continue;
        }
        pl_str below = pl_str_slice(path, ignore->folder.len, path.len);
        for (size_t i = ignore->count; i > 0; i--) {
            const struct pl_ignore_rule *rule = &ignore->rules[i - 1];
            if (applies(rule, below, is_folder)) {
                return !rule->takes_back;
            }
        }
    }
    return false;
}
