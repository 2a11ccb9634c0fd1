/* From state to state of an automaton. `next` has UNKNOWN for the line end, always: it leads to the next line. */
#include "automaton.h"
#include <stdlib.h>

enum { NO_EDGES = 0 };

/* What waits in a stretch, and what is behind the edges that are here. */
static void go_through(Automaton *a, Stretch stretch, unsigned edges, Set *set)
{
    for (uint32_t i = 0; i < stretch.size; i++)
        follow(a, a->pool[stretch.from + i], edges, &bench.before, set);
}

static void take(Automaton *a, byte sign, Set *set)
{
    for (uint32_t i = 0; i < bench.before.size; i++) {
        const Instruction *code = a->code + bench.before.at[i];
        if (takes(code, sign))
            follow(a, code->next, NO_EDGES, &bench.after, set);
    }
}

static unsigned word_edge(int after_word, byte sign)
{
    return 1u << (after_word != is_word(sign) ? WORD_EDGE : NO_WORD_EDGE);
}

/* Where the triggers lead to that begin with this sign, into the pile `after`. 0: no memory. */
static int begun_with(Automaton *a, int after_word, byte sign, Set *set)
{
    Stretch *known = a->begun + (size_t)after_word * a->width + a->classes[sign];
    if (known->set == NONE) {
        Set hit = {{0}};
        bench.before.size = bench.after.size = 0;
        go_through(a, a->anywhere, word_edge(after_word, sign), &hit);
        take(a, sign, &hit);
        uint32_t number = number_of(a, &hit);
        if (number == NONE || !pooled(a, bench.after.at, bench.after.size, known))
            return 0;
        known->set = number;
    }
    bench.after.size = 0;
    for (uint32_t i = 0; i < known->size; i++) {
        uint32_t one = a->pool[known->from + i];
        bench.after.where[one] = bench.after.size;
        bench.after.at[bench.after.size++] = one;
    }
    *set = a->sets[known->set];
    return 1;
}

/* Puts state 0, at the beginning of a line, into an automaton without states. 0: no memory. */
int begin(Automaton *a)
{
    Set none = {{0}};
    for (size_t i = 0; i < 2 * (size_t)a->width; i++)
        a->begun[i].set = NONE;
    memset(a->is_anywhere, 0, a->size);
    bench.before.size = bench.after.size = 0;
    for (uint32_t i = 0; i < a->triggers; i++)
        follow(a, a->starts[i], NO_EDGES, &bench.before, &none);
    if (!pooled(a, bench.before.at, waiting_in(a, &bench.before), &a->anywhere))
        return 0;
    for (uint32_t i = 0; i < a->anywhere.size; i++)
        a->is_anywhere[a->pool[a->anywhere.from + i]] = 1;
    for (uint32_t i = 0; i < a->triggers; i++)
        follow(a, a->starts[i], 1u << LINE_START, &bench.after, &none);
    memset(&none, 0, sizeof none); /* what hits without a sign would hit in every line */
    return number_of(a, &none) == 0 && state_of(a, &bench.after, 0, 0) == 0;
}

/* Makes room for more states: all but those that each line needs are forgotten. What is in `after` stays there. */
static int start_anew(Automaton *a)
{
    uint32_t size = bench.after.size, *kept = malloc((size + 1) * sizeof *kept);
    if (!kept)
        return 0;
    memcpy(kept, bench.after.at, size * sizeof *kept);
    forget(a);
    int done = begin(a);
    bench.after.size = 0;
    for (uint32_t i = 0; i < size; i++) {
        bench.after.where[kept[i]] = i;
        bench.after.at[bench.after.size++] = kept[i];
    }
    free(kept);
    return done;
}

/* The number of the state that a byte leads to; NONE: no memory. */
uint32_t step(Automaton *a, uint32_t number, byte sign)
{
    const State from = a->states[number];
    Set set;
    if (!begun_with(a, from.after_word, sign, &set))
        return NONE;
    bench.before.size = 0;
    go_through(a, from.waiting, word_edge(from.after_word, sign), &set);
    take(a, sign, &set);
    uint32_t hits = number_of(a, &set);
    if (hits == NONE)
        return NONE;
    int full = is_full(a);
    if (full && !start_anew(a))
        return NONE;
    uint32_t made = state_of(a, &bench.after, hits, is_word(sign));
    if (made != NONE && !full)
        a->next[(size_t)number * a->width + a->classes[sign]] = (uint16_t)(hits ? HIT | made : made);
    return made;
}

/* The number of the set of what hits where a line ends in this state; NONE: no memory. */
uint32_t at_end(Automaton *a, uint32_t number)
{
    State *state = a->states + number;
    if (state->at_end == NONE) {
        unsigned edges = 1u << LINE_END | 1u << (state->after_word ? WORD_EDGE : NO_WORD_EDGE);
        Set set = {{0}};
        bench.before.size = 0;
        go_through(a, state->waiting, edges, &set);
        state->at_end = number_of(a, &set);
    }
    return state->at_end;
}
