/* An automaton that says of each line which of some triggers hit in it. Its states are made when a text first leads to
 * them, as RE2 makes its own: Russ Cox, "Regular Expression Matching in the Wild", 2010.
 */
#ifndef TEXTREPAIR_AUTOMATON_H
#define TEXTREPAIR_AUTOMATON_H
#include "kernel.h"

#if defined(__GNUC__) && !defined(_WIN32)
#pragma GCC visibility push(hidden)
#endif

/* Instructions, see `automaton/program.py`. */
enum { BYTE, EITHER, SPLIT, EDGE, MATCH };
enum { LINE_START, LINE_END, WORD_EDGE, NO_WORD_EDGE };

typedef struct {
    uint32_t next, other; /* `other`: of SPLIT where it leads to besides, of EDGE its kind, of MATCH its trigger */
    byte kind, first, last;
} Instruction;

/* Triggers, a bit each. */
enum { MOST_TRIGGERS = 512 };
typedef struct {
    uint64_t bits[MOST_TRIGGERS / 64];
} Set;

/* Numbers of instructions, each once, in the order they came in. */
typedef struct {
    uint32_t *at, *where, size;
} Pile;

/* Where states are put together: all automata share it, for it takes more room than they do. */
typedef struct {
    Pile before, after;
    uint32_t *stack, room;
} Bench;

extern Bench bench;

/* Some of the pool, and the number of the set of triggers that hit on the way there. */
typedef struct {
    uint32_t from, size, set;
} Stretch;

/* What waits for the next sign: the instructions of the stretch, beside those that wait anywhere in a line. */
typedef struct {
    Stretch waiting;
    uint32_t at_end; /* the set of what hits if the line ends here */
    byte after_word;
} State;

typedef struct {
    PyObject_HEAD
    Instruction *code;
    uint32_t *starts; /* by trigger */
    uint32_t size, triggers, width;
    byte classes[256]; /* of bytes that no instruction tells apart: `width` of them */

    /* Those that wait anywhere, for a trigger may begin there, in the pool and by number; and where they lead to, by
     * whether the byte before is one of a word, and class. */
    Stretch anywhere;
    byte *is_anywhere;
    Stretch *begun;

    State *states;
    uint16_t *next; /* by state and class: see `steps.c` */
    uint32_t *slots, count, room; /* slots for each state that there is room for: SLOTS */
    uint32_t *pool;
    size_t pool_size, pool_room, most;
    Set *sets;
    uint32_t *set_slots, set_count, set_room; /* as of states */
    size_t times_forgotten;
} Automaton;

/* No number of a set or state: it is not known yet, or memory ran out. */
#define NONE 0xFFFFFFFFu
/* What `next` holds: the number of a state, with a bit if triggers have hit there, or that none is made yet. */
enum { HIT = 0x8000, UNKNOWN = 0xFFFF, MOST_STATES = HIT - 1, SLOTS = 2 };

static inline int takes(const Instruction *code, byte sign)
{
    return code->kind == BYTE     ? code->first <= sign && sign <= code->last
           : code->kind == EITHER ? code->first == sign || sign == code->last
                                  : 0;
}

static inline int is_word(int sign)
{
    return (sign < 0x80 && WORD[sign]) || sign == '_';
}

int read_programs(Automaton *a, PyObject *programs);

int grow(void **of, size_t size);
int lay_out(uint32_t instructions);
void follow(Automaton *a, uint32_t first, unsigned edges, Pile *pile, Set *set);
uint32_t waiting_in(const Automaton *a, Pile *pile);
uint32_t number_of(Automaton *a, const Set *set);
uint32_t state_of(Automaton *a, Pile *pile, uint32_t set, int after_word);
int pooled(Automaton *a, const uint32_t *some, uint32_t size, Stretch *found);
int is_full(const Automaton *a);
void forget(Automaton *a);

int begin(Automaton *a);
uint32_t step(Automaton *a, uint32_t state, byte sign);
uint32_t at_end(Automaton *a, uint32_t state);

#if defined(__GNUC__) && !defined(_WIN32)
#pragma GCC visibility pop
#endif
#endif
