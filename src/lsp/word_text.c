#include "lsp/word_text.h"

#include <sys/stat.h>

#include "base/file.h"
#include "text/source.h"

/* One could have to wait for it, and without end. */
static bool is_stream(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && !S_ISREG(status.st_mode) &&
           !S_ISDIR(status.st_mode);
}

bool pl_lsp_word_text_read(struct pl_arena *arena, const char *path,
                           enum pl_word_view_kind view,
                           struct pl_source **source, struct pl_error *error)
{
    struct pl_place place = {.path = path};
    struct pl_source_choice choice = {.view = view};
    pl_str bytes;
    if (is_stream(path)) {
        return PL_FAIL_AT(error, place, "is no regular file");
    }
    return pl_file_read(arena, path, PL_SOURCE_MAX, &bytes, error) &&
           pl_source_read_as(arena, path, bytes, choice, source, error) &&
           ((*source)->view ||
            PL_FAIL_AT(error, place, "is no Word or OpenDocument text"));
}

/* The character at `at`, or "\n" for a line end; steps over it. */
static char take(pl_str text, size_t *at)
{
    char c = text.data[(*at)++];
    if (c != '\r') {
        return c;
    }
    *at += *at < text.len && text.data[*at] == '\n';
    return '\n';
}

static bool is_at_end(pl_str text, size_t at)
{
    while (at < text.len && (text.data[at] == '\n' || text.data[at] == '\r')) {
        at++;
    }
    return at == text.len;
}

bool pl_lsp_word_text_is_shown(pl_str text, pl_str shown)
{
    size_t in_text = 0;
    size_t in_shown = 0;
    if (pl_str_eq(text, shown)) {
        return true;
    }
    while (in_text < text.len && in_shown < shown.len) {
        if (take(text, &in_text) != take(shown, &in_shown)) {
            return false;
        }
    }
    return is_at_end(text, in_text) && is_at_end(shown, in_shown);
}
