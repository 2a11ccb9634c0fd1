/* States of an automaton: sets of the instructions that a line so far may have led to. */
#include "automaton.h"
#include <stdlib.h>

enum { FEW = 256 };

int grow(void **of, size_t size)
{
    void *larger = realloc(*of, size);
    if (larger)
        *of = larger;
    return larger != NULL;
}

Bench bench;

static int lay_pile(Pile *pile, size_t room)
{
    if (!grow((void **)&pile->at, room * sizeof *pile->at) || !grow((void **)&pile->where, room * sizeof *pile->where))
        return 0;
    memset(pile->where, 0, room * sizeof *pile->where);
    return 1;
}

/* Makes room for so many instructions. 0: no memory. */
int lay_out(uint32_t instructions)
{
    if (instructions <= bench.room)
        return 1;
    if (!lay_pile(&bench.before, instructions) || !lay_pile(&bench.after, instructions) ||
        !grow((void **)&bench.stack, 2 * (size_t)instructions * sizeof *bench.stack))
        return 0;
    bench.room = instructions;
    return 1;
}

static int has(const Pile *pile, uint32_t one)
{
    return pile->where[one] < pile->size && pile->at[pile->where[one]] == one;
}

/* An instruction, and all that it leads to without a byte. `edges`: a bit for each kind that is here. */
void follow(Automaton *a, uint32_t first, unsigned edges, Pile *pile, Set *set)
{
    size_t depth = 0;
    bench.stack[depth++] = first;
    while (depth) {
        uint32_t one = bench.stack[--depth];
        const Instruction *code = a->code + one;
        if (has(pile, one))
            continue;
        pile->where[one] = pile->size;
        pile->at[pile->size++] = one;
        if (code->kind == SPLIT)
            bench.stack[depth++] = code->other;
        if (code->kind == SPLIT || (code->kind == EDGE && edges >> code->other & 1))
            bench.stack[depth++] = code->next;
        if (code->kind == MATCH)
            set->bits[code->other / 64] |= (uint64_t)1 << code->other % 64;
    }
}

/* Moves to the front, and counts, what waits for a sign in a pile and does not wait anywhere. */
uint32_t waiting_in(const Automaton *a, Pile *pile)
{
    uint32_t size = 0;
    for (uint32_t i = 0; i < pile->size; i++) {
        const Instruction *code = a->code + pile->at[i];
        if (!a->is_anywhere[pile->at[i]] &&
            (code->kind <= EITHER || (code->kind == EDGE && code->other != LINE_START)))
            pile->at[size++] = pile->at[i];
    }
    return size;
}

static uint32_t hash_of_set(const Set *set)
{
    uint64_t hash = 0;
    for (int i = 0; i < MOST_TRIGGERS / 64; i++)
        hash = ((hash ^ set->bits[i]) * 0x9E3779B97F4A7C15u) ^ hash >> 29;
    return (uint32_t)(hash ^ hash >> 32);
}

/* A free slot for such a set, or that of its equal. */
static uint32_t *slot_for_set(const Automaton *a, const Set *set)
{
    const uint32_t slots = a->set_room * SLOTS;
    uint32_t at = hash_of_set(set) % slots;
    while (a->set_slots[at] && memcmp(a->sets + a->set_slots[at] - 1, set, sizeof *set))
        at = at + 1 < slots ? at + 1 : 0;
    return a->set_slots + at;
}

static int make_room_for_sets(Automaton *a)
{
    uint32_t room = a->set_room ? a->set_room * 2 : FEW;
    if (!grow((void **)&a->sets, room * sizeof *a->sets) ||
        !grow((void **)&a->set_slots, (size_t)room * SLOTS * sizeof *a->set_slots))
        return 0;
    a->set_room = room;
    memset(a->set_slots, 0, (size_t)room * SLOTS * sizeof *a->set_slots);
    for (uint32_t i = 0; i < a->set_count; i++)
        *slot_for_set(a, a->sets + i) = i + 1;
    return 1;
}

/* The number of a set, which it keeps; NONE: no memory. */
uint32_t number_of(Automaton *a, const Set *set)
{
    if (a->set_count == a->set_room && !make_room_for_sets(a))
        return NONE;
    uint32_t *slot = slot_for_set(a, set);
    if (!*slot) {
        a->sets[a->set_count] = *set;
        *slot = ++a->set_count;
    }
    return *slot - 1;
}

/* Copies into the pool. 0: no memory. */
int pooled(Automaton *a, const uint32_t *some, uint32_t size, Stretch *found)
{
    if (a->pool_size + size > a->pool_room) {
        size_t room = (a->pool_size + size) * 2 + FEW;
        if (!grow((void **)&a->pool, room * sizeof *a->pool))
            return 0;
        a->pool_room = room;
    }
    if (size)
        memcpy(a->pool + a->pool_size, some, size * sizeof *some);
    found->from = (uint32_t)a->pool_size;
    found->size = size;
    a->pool_size += size;
    return 1;
}

static uint32_t hash_of(const uint32_t *some, uint32_t size, uint32_t set, int after_word)
{
    uint64_t hash = (set * (uint64_t)2 + (unsigned)after_word + 1) * 0x9E3779B97F4A7C15u;
    for (uint32_t i = 0; i < size; i++)
        hash = ((hash ^ some[i]) * 0x9E3779B97F4A7C15u) ^ hash >> 29;
    return (uint32_t)(hash ^ hash >> 32);
}

/* A free slot for such a state, or that of its equal. */
static uint32_t *slot_for(const Automaton *a, const uint32_t *some, uint32_t size, uint32_t set, int after_word)
{
    const uint32_t slots = a->room * SLOTS;
    uint32_t at = hash_of(some, size, set, after_word) % slots;
    for (;; at = at + 1 < slots ? at + 1 : 0) {
        const State *one = a->slots[at] ? a->states + a->slots[at] - 1 : NULL;
        if (!one || (one->waiting.size == size && one->waiting.set == set && one->after_word == after_word &&
                     (!size || !memcmp(a->pool + one->waiting.from, some, size * sizeof *some))))
            return a->slots + at;
    }
}

static int make_room(Automaton *a)
{
    uint32_t room = a->room ? a->room + a->room / 2 : FEW;
    if (!grow((void **)&a->states, room * sizeof *a->states) ||
        !grow((void **)&a->next, (size_t)room * a->width * sizeof *a->next) ||
        !grow((void **)&a->slots, (size_t)room * SLOTS * sizeof *a->slots))
        return 0;
    a->room = room;
    memset(a->slots, 0, (size_t)room * SLOTS * sizeof *a->slots);
    for (uint32_t i = 0; i < a->count; i++) {
        const State *one = a->states + i;
        *slot_for(a, a->pool + one->waiting.from, one->waiting.size, one->waiting.set, one->after_word) = i + 1;
    }
    return 1;
}

static int compare(const void *one, const void *other)
{
    uint32_t first = *(const uint32_t *)one, second = *(const uint32_t *)other;
    return first < second ? -1 : first > second;
}

/* The number of the state of what waits in a pile, made if it is new; NONE: no memory. */
uint32_t state_of(Automaton *a, Pile *pile, uint32_t set, int after_word)
{
    uint32_t size = waiting_in(a, pile);
    qsort(pile->at, size, sizeof *pile->at, compare);
    if (a->count == a->room && !make_room(a))
        return NONE;
    uint32_t *slot = slot_for(a, pile->at, size, set, after_word);
    if (*slot)
        return *slot - 1;
    State *made = a->states + a->count;
    if (!pooled(a, pile->at, size, &made->waiting))
        return NONE;
    made->waiting.set = set;
    made->after_word = (byte)after_word;
    made->at_end = NONE;
    for (uint32_t i = 0; i < a->width; i++)
        a->next[(size_t)a->count * a->width + i] = UNKNOWN;
    return (*slot = ++a->count) - 1;
}

int is_full(const Automaton *a)
{
    size_t bytes = a->pool_size * sizeof *a->pool + a->count * (sizeof *a->states + a->width * sizeof *a->next);
    return bytes > a->most || a->count == MOST_STATES;
}

void forget(Automaton *a)
{
    a->count = 0;
    a->pool_size = 0;
    a->times_forgotten++;
    memset(a->slots, 0, (size_t)a->room * SLOTS * sizeof *a->slots);
}
