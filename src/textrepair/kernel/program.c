/* Programs of triggers, written by `automaton/program.py`, as one; and the classes of bytes that they tell apart. */
#include "automaton.h"
#include <stdlib.h>

/* Bytes of an instruction; a program begins with the number of its first one in as many. */
enum { WIDTH = 8, KIND_AT = 24 };
enum { MOST_INSTRUCTIONS = 1 << KIND_AT };

static uint32_t number_at(const byte *at)
{
    return at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

/* An instruction of a trigger's program, which begins at `base`, has `size` of them, and may lead to none but these. */
static int read_one(Instruction *into, const byte *at, uint32_t base, uint32_t size, uint32_t trigger)
{
    uint32_t head = number_at(at), rest = number_at(at + 4), next = head & (MOST_INSTRUCTIONS - 1);
    into->kind = (byte)(head >> KIND_AT);
    into->next = base + next;
    into->other = rest;
    into->first = (byte)rest;
    into->last = (byte)(rest >> 8);
    switch (into->kind) {
    case MATCH:
        into->other = trigger;
        return 1;
    case SPLIT:
        into->other = base + rest;
        return next < size && rest < size;
    case EDGE:
        return next < size && rest <= NO_WORD_EDGE;
    case BYTE:
    case EITHER:
        return next < size;
    }
    return 0;
}

static int read_program(Automaton *a, const byte *raw, size_t length, uint32_t trigger)
{
    if (length < 2 * WIDTH || length % WIDTH)
        return 0;
    uint32_t size = (uint32_t)(length / WIDTH) - 1;
    a->starts[trigger] = a->size + number_at(raw);
    for (uint32_t i = 0; i < size; i++)
        if (!read_one(a->code + a->size + i, raw + WIDTH * (size_t)(i + 1), a->size, size, trigger))
            return 0;
    a->size += size;
    return number_at(raw) < size;
}

/* A line end has a class of its own, and so have the bytes of words. */
static void find_classes(Automaton *a)
{
    byte cut[257] = {0};
    for (int i = 1; i < 256; i++)
        cut[i] = i == '\n' || i == '\n' + 1 || is_word(i) != is_word(i - 1);
    for (uint32_t i = 0; i < a->size; i++) {
        byte first = a->code[i].first, last = a->code[i].last;
        if (a->code[i].kind == BYTE && first <= last)
            cut[first] = cut[last + 1] = 1;
        if (a->code[i].kind == EITHER)
            cut[first] = cut[first + 1] = cut[last] = cut[last + 1] = 1;
    }
    unsigned class = 0;
    for (int i = 0; i < 256; i++)
        a->classes[i] = (byte)(class += i && cut[i]);
    a->width = class + 1;
}

static int make_room(Automaton *a, size_t instructions)
{
    size_t room = instructions + 1; /* one more, for there may be none */
    a->code = malloc(room * sizeof *a->code);
    a->starts = malloc(room * sizeof *a->starts);
    a->is_anywhere = calloc(room, 1);
    return a->code && a->starts && a->is_anywhere && lay_out((uint32_t)room);
}

/* A list of bytes, one for each trigger. 0 with an error set if they are no programs. */
int read_programs(Automaton *a, PyObject *programs)
{
    size_t count = (size_t)PyList_Size(programs), total = 0;
    for (size_t i = 0; i < count; i++) {
        PyObject *one = PyList_GetItem(programs, (Py_ssize_t)i);
        if (!PyBytes_Check(one)) {
            PyErr_SetString(PyExc_TypeError, "a program is bytes");
            return 0;
        }
        total += (size_t)PyBytes_Size(one) / WIDTH;
    }
    if (count > MOST_TRIGGERS || total >= MOST_INSTRUCTIONS) {
        PyErr_SetString(PyExc_ValueError, "too many triggers for one automaton");
        return 0;
    }
    if (!make_room(a, total)) {
        PyErr_NoMemory();
        return 0;
    }
    a->triggers = (uint32_t)count;
    for (uint32_t i = 0; i < a->triggers; i++) {
        PyObject *one = PyList_GetItem(programs, i);
        if (!read_program(a, (const byte *)PyBytes_AsString(one), (size_t)PyBytes_Size(one), i)) {
            PyErr_SetString(PyExc_ValueError, "no program of an automaton");
            return 0;
        }
    }
    find_classes(a);
    a->begun = malloc(2 * (size_t)a->width * sizeof *a->begun);
    if (!a->begun)
        PyErr_NoMemory();
    return a->begun != NULL;
}
