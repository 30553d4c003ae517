#include "text/word/field/bookmarks.h"

#include <stdbool.h>

#include "base/arena.h"
#include "base/chars.h"
#include "base/map.h"

static pl_str key_of(struct pl_arena *arena, pl_str name)
{
    char *key = pl_arena_alloc(arena, name.len + 1);
    for (size_t i = 0; i < name.len; i++) {
        key[i] = pl_to_lower(name.data[i]);
    }
    return (pl_str){key, name.len};
}

enum { FAR = 4096 /* pieces; what is longer has something left */ };

static bool is_there(const struct pl_word_file *word,
                     const struct pl_word_bookmark *bookmark,
                     enum pl_word_state state)
{
    if (!(bookmark->states & state) || bookmark->first_para == PL_NONE) {
        return false;
    }
    bool spans_pieces = bookmark->first_piece < bookmark->piece_end;
    bool is_long = bookmark->piece_end - bookmark->first_piece > FAR;
    if (!spans_pieces || is_long) {
        return (word->paras[bookmark->first_para].row_states & state) != 0;
    }
    for (uint32_t i = bookmark->first_piece; i < bookmark->piece_end; i++) {
        if (word->pieces[i].states & state) {
            return true;
        }
    }
    return false;
}

struct pl_word_bookmarks pl_word_bookmarks_of(struct pl_arena *arena,
                                              const struct pl_word_file *word,
                                              enum pl_word_state state)
{
    struct pl_map *map = pl_map_new(arena, word->bookmarks_count);
    for (uint32_t i = 0; i < word->bookmarks_count; i++) {
        if (is_there(word, &word->bookmarks[i], state)) {
            pl_map_get_or_add(map, key_of(arena, word->bookmarks[i].name), i);
        }
    }
    return (struct pl_word_bookmarks){arena, word, map};
}

const struct pl_word_bookmark *
pl_word_bookmark_find(const struct pl_word_bookmarks *bookmarks, pl_str name)
{
    uint32_t found =
        pl_map_get(bookmarks->by_name, key_of(bookmarks->arena, name));
    return found == PL_NONE ? NULL : &bookmarks->word->bookmarks[found];
}
