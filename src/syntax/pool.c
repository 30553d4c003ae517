#include "syntax/pool.h"

#include <assert.h>
#include <pthread.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tree_sitter/api.h>

#include "base/arena.h"
#include "base/attr.h"
#include "base/poison.h"
#include "base/vec.h"

enum {
    GRAIN = 16,          /* bytes; the sizes of small pieces are multiples */
    SMALL_SIZES = 64,    /* of GRAIN each; beyond, sizes are powers of two */
    SMALLEST_LARGE = 11, /* the power after them */
    SIZES = SMALL_SIZES + 64,
    LEAST_SLAB = 16 * 1024,
    LARGEST_SLAB = 16 * 1024 * 1024,
    TIMES_TEXT = 3, /* what a tree takes at most, mostly */
};

struct piece {
    size_t size;        /* which of SIZES */
    struct piece *next; /* that is free, too; else tree-sitter's bytes */
};

enum { HEAD = offsetof(struct piece, next) };

struct slab {
    char *bytes;
    size_t size;
};

/* What is not handed out is poisoned. */
struct pl_pool {
    struct pl_arena *arena;
    PL_VEC(struct slab) slabs;
    char *fresh; /* never used: `room` bytes */
    size_t room;
    size_t slab; /* bytes of the next one */
    struct piece *free[SIZES];
    size_t owners;
};

/* tree-sitter says nothing about whose memory it asks for. */
static _Thread_local struct pl_pool *entered;

static size_t size_for(size_t wanted)
{
    size_t last = HEAD - 1 + (wanted < SIZE_MAX / 2 ? wanted : SIZE_MAX / 2);
    if (PL_LIKELY(last / GRAIN < SMALL_SIZES)) {
        return last / GRAIN;
    }
    size_t power = SMALLEST_LARGE;
    while (last >> power != 0) {
        power++;
    }
    return SMALL_SIZES + power - SMALLEST_LARGE;
}

static size_t bytes_of(size_t size)
{
    return size < SMALL_SIZES
               ? (size + 1) * GRAIN
               : (size_t)1 << (size - SMALL_SIZES + SMALLEST_LARGE);
}

/* What is left of the slab before is lost; slabs grow, so that it is little. */
static void add_slab(struct pl_pool *pool, size_t at_least)
{
    size_t size = pool->slab > at_least ? pool->slab : at_least;
    pool->fresh = pl_arena_alloc(pool->arena, size);
    pool->room = size;
    *PL_VEC_PUSH(pool->arena, &pool->slabs) = (struct slab){pool->fresh, size};
    PL_POISON(pool->fresh, size);
    pool->slab = size < LARGEST_SLAB / 2 ? size * 2 : LARGEST_SLAB;
}

static struct piece *take_fresh(struct pl_pool *pool, size_t size)
{
    size_t bytes = bytes_of(size);
    if (PL_UNLIKELY(pool->room < bytes)) {
        add_slab(pool, bytes);
    }
    struct piece *piece = (struct piece *)(void *)pool->fresh;
    pool->fresh += bytes;
    pool->room -= bytes;
    PL_UNPOISON(piece, HEAD);
    piece->size = size;
    return piece;
}

static void *take(struct pl_pool *pool, size_t wanted)
{
    size_t size = size_for(wanted);
    struct piece *piece = pool->free[size];
    if (piece) {
        PL_UNPOISON(&piece->next, sizeof(piece->next));
        pool->free[size] = piece->next;
    } else {
        piece = take_fresh(pool, size);
    }
    char *bytes = (char *)piece + HEAD;
    PL_UNPOISON(bytes, wanted);
    return bytes;
}

static struct piece *piece_of(void *bytes)
{
    return (struct piece *)(void *)((char *)bytes - HEAD);
}

static size_t room_of(void *bytes)
{
    return bytes_of(piece_of(bytes)->size) - HEAD;
}

static void give_back(struct pl_pool *pool, void *bytes)
{
    if (bytes) {
        struct piece *piece = piece_of(bytes);
        piece->next = pool->free[piece->size];
        pool->free[piece->size] = piece;
        PL_POISON(bytes, room_of(bytes));
    }
}

static void *checked(void *memory)
{
    if (!memory) {
        abort(); /* as tree-sitter itself does when memory runs out */
    }
    return memory;
}

static void *allocate(size_t size)
{
    return entered ? take(entered, size) : checked(malloc(size ? size : 1));
}

static void *allocate_zeroed(size_t count, size_t size)
{
    if (!entered) {
        return checked(calloc(count ? count : 1, size ? size : 1));
    }
    assert(size == 0 || count <= SIZE_MAX / size);
    return memset(take(entered, count * size), 0, count * size);
}

static void *reallocate(void *bytes, size_t size)
{
    if (!entered) {
        return checked(realloc(bytes, size ? size : 1));
    }
    size_t room = bytes ? room_of(bytes) : 0;
    if (bytes && size <= room) {
        PL_UNPOISON(bytes, size);
        return bytes;
    }
    void *moved = take(entered, size);
    if (bytes) {
        PL_UNPOISON(bytes, room);
        memcpy(moved, bytes, room);
        give_back(entered, bytes);
    }
    return moved;
}

static void release(void *bytes)
{
    if (entered) {
        give_back(entered, bytes);
    } else {
        free(bytes);
    }
}

static void install(void)
{
    ts_set_allocator(allocate, allocate_zeroed, reallocate, release);
}

void pl_pool_install(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, install);
}

struct pl_pool *pl_pool_new(size_t text_size)
{
    pl_pool_install();
    struct pl_arena *arena = pl_arena_new();
    struct pl_pool *pool = pl_arena_alloc(arena, sizeof(*pool));
    pool->arena = arena;
    pool->slab = text_size * TIMES_TEXT;
    pool->slab = pool->slab > LEAST_SLAB ? pool->slab : LEAST_SLAB;
    pool->owners = 1;
    return pool;
}

struct pl_pool *pl_pool_share(struct pl_pool *pool)
{
    pool->owners++;
    return pool;
}

bool pl_pool_release(struct pl_pool *pool)
{
    bool is_last = --pool->owners == 0;
    for (size_t i = 0; is_last && i < pool->slabs.len; i++) {
        PL_UNPOISON(pool->slabs.items[i].bytes, pool->slabs.items[i].size);
    }
    if (is_last) {
        pl_arena_free(pool->arena);
    }
    return !is_last;
}

void pl_pool_enter(struct pl_pool *pool)
{
    assert(!entered);
    entered = pool;
}

void pl_pool_leave(void)
{
    entered = NULL;
}
