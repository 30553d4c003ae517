#include "base/arena.h"

#include <assert.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum {
    HUGE_PAGE = 2 * 1024 * 1024,
    FIRST_BLOCK = 16 * 1024,
    LARGEST_BLOCK = 1024 * 1024,
    MANY = 16 * 1024 * 1024, /* bytes in blocks; to these, a huge page more is
                               little */
    LARGE = 1024 * 1024, /* pieces from here on have a mapping of their own */
    SHARE = 4, /* a piece that does not fit, and is at least such a part of a
                  block, has a block of its own */
    ALIGNMENT = alignof(max_align_t),
};

/* A block is shared by pieces, or holds a single one. */
struct block {
    struct block *next; /* the one filled before this one */
    size_t size;        /* of the whole block */
    size_t used;        /* of `bytes` */
    alignas(max_align_t) char bytes[];
};

/* A mapping that holds one piece: it grows without a copy, and what is not
 * used of it takes no memory. Every piece of at least LARGE bytes is one. */
struct mapping {
    struct mapping *next;
    struct mapping *before;
    size_t size;
    alignas(max_align_t) char bytes[];
};

/* Lives in the arena itself. */
struct adopted {
    struct adopted *next; /* the one adopted before this one */
    void *thing;
    void (*release)(void *thing);
};

struct pl_arena {
    struct block *current;
    struct mapping *mappings;
    struct adopted *adopted;
    size_t block_sizes; /* of all that are shared */
    size_t used_before; /* by mappings and all blocks but the current one */
};

static _Noreturn void out_of_memory(void)
{
    fputs("planlint: out of memory\n", stderr);
    _Exit(2);
}

static size_t round_up(size_t size)
{
    if (size > SIZE_MAX / 2) {
        out_of_memory();
    }
    return (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

/* Memory comes two megabytes at a time, where the system has such pages: to
 * fetch the small ones, one by one, would take a tenth of all time. */
static void use_huge_pages(void *memory, size_t size)
{
    if (size >= HUGE_PAGE) {
        (void)madvise(memory, size, MADV_HUGEPAGE);
    }
}

static size_t round_to(size_t size, size_t unit)
{
    if (size > SIZE_MAX - unit) {
        out_of_memory();
    }
    return (size + unit - 1) / unit * unit;
}

static size_t page_size(void)
{
    return (size_t)sysconf(_SC_PAGESIZE);
}

/* Zeroed, which costs nothing until it is touched. The system puts whole huge
 * pages where they can be used; what is then cut off is never one. */
static void *map_memory(size_t size)
{
    bool is_large = size >= HUGE_PAGE;
    size_t whole = round_to(size, is_large ? HUGE_PAGE : page_size());
    size_t kept = round_to(size, page_size());
    char *memory = mmap(NULL, whole, PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) {
        out_of_memory();
    }
    if (kept < whole) {
        munmap(memory + kept, whole - kept);
    }
    use_huge_pages(memory, kept);
    return memory;
}

static bool is_mapped(const struct block *block)
{
    return block->size >= HUGE_PAGE;
}

static void *zeroed_memory(size_t size)
{
    void *memory = calloc(1, size);
    if (!memory) {
        out_of_memory();
    }
    return memory;
}

/* As much as there is, within bounds. */
static size_t next_size(const struct pl_arena *arena)
{
    size_t size = arena->block_sizes;
    if (size >= MANY) {
        return HUGE_PAGE;
    }
    size = size > FIRST_BLOCK ? size : FIRST_BLOCK;
    return size < LARGEST_BLOCK ? size : LARGEST_BLOCK;
}

static struct block *new_block(size_t size)
{
    struct block *block =
        size >= HUGE_PAGE ? map_memory(size) : zeroed_memory(size);
    block->size = size;
    return block;
}

static void add_block(struct pl_arena *arena, size_t size)
{
    struct block *block = new_block(size);
    block->next = arena->current;
    if (arena->current) {
        arena->used_before += arena->current->used;
    }
    arena->current = block;
    arena->block_sizes += size;
}

void pl_arena_reserve(struct pl_arena *arena, size_t size)
{
    if (size >= HUGE_PAGE) {
        add_block(arena, size - size % HUGE_PAGE);
    }
}

/* A block behind the current one, which has still room for others. */
static void *add_piece(struct pl_arena *arena, size_t size)
{
    struct block *block = new_block(sizeof(*block) + size);
    block->used = size;
    block->next = arena->current->next;
    arena->current->next = block;
    arena->used_before += size;
    return block->bytes;
}

/* The last piece that got a block of its own, when it is this one. */
static bool is_last_piece(const struct pl_arena *arena, const char *memory,
                          size_t size)
{
    const struct block *block = arena->current ? arena->current->next : NULL;
    return block && memory == block->bytes && size == block->used &&
           block->size == sizeof(*block) + size;
}

static void *enlarge_piece(struct pl_arena *arena, size_t old_size, size_t size)
{
    struct block *block = realloc(arena->current->next, sizeof(*block) + size);
    if (!block) {
        out_of_memory();
    }
    memset(block->bytes + old_size, 0, size - old_size);
    block->size = sizeof(*block) + size;
    block->used = size;
    arena->current->next = block;
    arena->used_before += size - old_size;
    return block->bytes;
}

static void drop_piece(struct pl_arena *arena)
{
    struct block *block = arena->current->next;
    arena->current->next = block->next;
    arena->used_before -= block->used;
    free(block);
}

static size_t room_in(const struct block *block)
{
    return block->size - sizeof(*block) - block->used;
}

static void add_mapping(struct pl_arena *arena, struct mapping *mapping)
{
    mapping->before = NULL;
    mapping->next = arena->mappings;
    if (mapping->next) {
        mapping->next->before = mapping;
    }
    arena->mappings = mapping;
    arena->used_before += mapping->size;
}

static void remove_mapping(struct pl_arena *arena,
                           const struct mapping *mapping)
{
    if (mapping->before) {
        mapping->before->next = mapping->next;
    } else {
        arena->mappings = mapping->next;
    }
    if (mapping->next) {
        mapping->next->before = mapping->before;
    }
    arena->used_before -= mapping->size;
}

static void *map(struct pl_arena *arena, size_t size)
{
    struct mapping *mapping = map_memory(sizeof(*mapping) + size);
    mapping->size = size;
    add_mapping(arena, mapping);
    return mapping->bytes;
}

static void *map_larger(struct pl_arena *arena, char *memory, size_t size)
{
    struct mapping *old =
        (struct mapping *)(void *)(memory - offsetof(struct mapping, bytes));
    size_t old_size = old->size;
    assert(old_size <= size);
    remove_mapping(arena, old);
    struct mapping *mapping = mremap(old, sizeof(*old) + old_size,
                                     sizeof(*old) + size, MREMAP_MAYMOVE);
    if (mapping == MAP_FAILED) {
        out_of_memory();
    }
    use_huge_pages(mapping, sizeof(*mapping) + size);
    mapping->size = size;
    add_mapping(arena, mapping);
    return mapping->bytes;
}

struct pl_arena *pl_arena_new(void)
{
    return zeroed_memory(sizeof(struct pl_arena));
}

static void free_blocks(struct block *block)
{
    while (block) {
        struct block *next = block->next;
        if (is_mapped(block)) {
            munmap(block, block->size);
        } else {
            free(block);
        }
        block = next;
    }
}

static void free_mappings(struct mapping *mapping)
{
    while (mapping) {
        struct mapping *next = mapping->next;
        munmap(mapping, sizeof(*mapping) + mapping->size);
        mapping = next;
    }
}

static void release_adopted(struct pl_arena *arena)
{
    for (const struct adopted *it = arena->adopted; it; it = it->next) {
        it->release(it->thing);
    }
    arena->adopted = NULL;
}

void pl_arena_free(struct pl_arena *arena)
{
    if (arena) {
        release_adopted(arena);
        free_mappings(arena->mappings);
        free_blocks(arena->current);
        free(arena);
    }
}

void pl_arena_adopt(struct pl_arena *arena, void *thing,
                    void (*release)(void *thing))
{
    struct adopted *adopted = pl_arena_alloc(arena, sizeof(*adopted));
    *adopted = (struct adopted){arena->adopted, thing, release};
    arena->adopted = adopted;
}

void pl_arena_reset(struct pl_arena *arena)
{
    release_adopted(arena);
    struct block *kept = arena->current;
    free_mappings(arena->mappings);
    arena->mappings = NULL;
    arena->used_before = 0;
    if (!kept) {
        return;
    }
    free_blocks(kept->next);
    kept->next = NULL;
    arena->block_sizes = kept->size;
    memset(kept->bytes, 0, kept->used);
    kept->used = 0;
}

void *pl_arena_alloc(struct pl_arena *arena, size_t size)
{
    size = round_up(size ? size : 1);
    if (size >= LARGE) {
        return map(arena, size);
    }
    struct block *block = arena->current;
    if (!block || room_in(block) < size) {
        size_t next = next_size(arena);
        if (block && size >= next / SHARE) {
            return add_piece(arena, size);
        }
        size_t needed = sizeof(*block) + size;
        add_block(arena, next > needed ? next : needed);
        block = arena->current;
    }
    void *memory = block->bytes + block->used;
    block->used += size;
    return memory;
}

void *pl_arena_array(struct pl_arena *arena, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size) {
        out_of_memory();
    }
    return pl_arena_alloc(arena, count * size);
}

static bool grow_in_place(struct pl_arena *arena, const char *memory,
                          size_t old_size, size_t new_size)
{
    struct block *block = arena->current;
    size_t old_rounded = round_up(old_size ? old_size : 1);
    if (memory + old_rounded != block->bytes + block->used) {
        return false;
    }
    size_t more = round_up(new_size) - old_rounded;
    if (room_in(block) < more) {
        return false;
    }
    block->used += more;
    return true;
}

void *pl_arena_grow(struct pl_arena *arena, void *memory, size_t old_size,
                    size_t new_size)
{
    assert(new_size >= old_size);
    if (!memory) {
        return pl_arena_alloc(arena, new_size);
    }
    size_t old_rounded = round_up(old_size);
    if (old_rounded >= LARGE) {
        return map_larger(arena, memory, round_up(new_size));
    }
    if (new_size < LARGE && grow_in_place(arena, memory, old_size, new_size)) {
        return memory;
    }
    bool has_block = is_last_piece(arena, memory, old_rounded);
    if (has_block && round_up(new_size) < LARGE) {
        return enlarge_piece(arena, old_rounded, round_up(new_size));
    }
    void *moved = pl_arena_alloc(arena, new_size);
    memcpy(moved, memory, old_size);
    if (has_block) {
        drop_piece(arena);
    }
    return moved;
}

static void shrink_mapping(struct pl_arena *arena, char *memory, size_t size)
{
    struct mapping *mapping =
        (struct mapping *)(void *)(memory - offsetof(struct mapping, bytes));
    size_t kept = round_to(sizeof(*mapping) + size, page_size());
    size_t whole = sizeof(*mapping) + mapping->size;
    if (kept < whole) {
        munmap((char *)mapping + kept, whole - kept);
        arena->used_before -= mapping->size - size;
        mapping->size = size;
    }
}

void pl_arena_shrink(struct pl_arena *arena, void *memory, size_t old_size,
                     size_t new_size)
{
    assert(new_size <= old_size);
    if (round_up(old_size) >= LARGE) {
        shrink_mapping(arena, memory, round_up(new_size));
    }
}

pl_str pl_arena_copy(struct pl_arena *arena, pl_str s)
{
    char *copy = pl_arena_alloc(arena, s.len + 1);
    if (s.len) {
        memcpy(copy, s.data, s.len);
    }
    return (pl_str){copy, s.len};
}

const char *pl_arena_strndup(struct pl_arena *arena, const char *s, size_t n)
{
    return pl_arena_copy(arena, (pl_str){s, n}).data;
}

const char *pl_arena_printf(struct pl_arena *arena, const char *format, ...)
{
    va_list args;
    va_list again;
    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    size_t size = len < 0 ? 1 : (size_t)len + 1;
    char *out = pl_arena_alloc(arena, size);
    if (len >= 0) {
        vsnprintf(out, size, format, again);
    }
    va_end(again);
    return out;
}

pl_str pl_arena_number(struct pl_arena *arena, size_t number)
{
    return pl_str_from(pl_arena_printf(arena, "%zu", number));
}

size_t pl_arena_used(const struct pl_arena *arena)
{
    return arena->used_before + (arena->current ? arena->current->used : 0);
}
