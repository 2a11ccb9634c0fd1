/* Lines through an automaton: several at a time, for one would wait for its next state at every byte. */
#include "automaton.h"
#include "methods.h"
#include <stdlib.h>

enum { LANES = 4, LEAST = 1 << 12, MOST_BYTES = 1 << 30 };

/* A way through some whole lines, one after the other. */
typedef struct {
    const byte *at, *end, *line; /* `line`: where the one begins that `at` is in */
    uint32_t state;
    int any;
    Set hits;   /* in this line */
    Places all; /* start, end and number of the set of each line with hits */
} Lane;

static void unite(Lane *lane, const Set *set)
{
    for (int i = 0; i < MOST_TRIGGERS / 64; i++)
        lane->hits.bits[i] |= set->bits[i];
    lane->any = 1;
}

static int end_line(Automaton *a, Lane *lane, const byte *raw)
{
    uint32_t set = at_end(a, lane->state);
    if (set == NONE)
        return 0;
    if (set)
        unite(lane, a->sets + set);
    if (lane->any) {
        uint32_t number = number_of(a, &lane->hits);
        if (number == NONE)
            return 0;
        push(&lane->all, (size_t)(lane->line - raw));
        push(&lane->all, (size_t)(lane->at - raw));
        push(&lane->all, number);
        memset(&lane->hits, 0, sizeof lane->hits);
        lane->any = 0;
    }
    while (lane->at < lane->end && *lane->at == '\n')
        lane->at++;
    lane->line = lane->at;
    lane->state = 0;
    return !lane->all.failed;
}

/* A byte at which something is to be done besides. `to`: what `next` has for it. 0: no memory. */
static int look(Automaton *a, Lane *lane, uint32_t to, const byte *raw)
{
    if (*lane->at == '\n')
        return end_line(a, lane, raw);
    uint32_t number = to == UNKNOWN ? step(a, lane->state, *lane->at) : to & ~(uint32_t)HIT;
    if (number == NONE)
        return 0;
    if (a->states[number].waiting.set)
        unite(lane, a->sets + a->states[number].waiting.set);
    lane->state = number;
    lane->at++;
    return 1;
}

static int alone(Automaton *a, Lane *lane, const byte *raw)
{
    while (lane->at < lane->end) {
        const byte *at = lane->at;
        uint32_t state = lane->state, to;
        while ((to = a->next[(size_t)state * a->width + a->classes[*at]]) < HIT) {
            state = to;
            at++;
        }
        lane->at = at;
        lane->state = state;
        if (!look(a, lane, to, raw))
            return 0;
    }
    return 1;
}

/* The lines that the others are in once more from their beginnings: their states are forgotten. */
static void take_back(Lane lanes[LANES], int but)
{
    for (int i = 0; i < LANES; i++)
        if (i != but) {
            lanes[i].at = lanes[i].line;
            lanes[i].state = 0;
            lanes[i].any = 0;
            memset(&lanes[i].hits, 0, sizeof lanes[i].hits);
        }
}

/* Until one of them is at its end, or states had to be forgotten. */
static int together(Automaton *a, Lane lanes[LANES], const byte *raw)
{
    const size_t before = a->times_forgotten;
    for (;;) {
        const uint16_t *next = a->next;
        const byte *classes = a->classes, *at[LANES];
        const size_t width = a->width;
        size_t state[LANES], to[LANES];
        for (int i = 0; i < LANES; i++) {
            at[i] = lanes[i].at;
            state[i] = lanes[i].state;
        }
        for (;;) {
            for (int i = 0; i < LANES; i++)
                to[i] = next[state[i] * width + classes[*at[i]]];
            if ((to[0] | to[1] | to[2] | to[3]) >= HIT)
                break;
            for (int i = 0; i < LANES; i++) {
                state[i] = to[i];
                at[i]++;
            }
        }
        for (int i = 0; i < LANES; i++) {
            lanes[i].at = at[i];
            lanes[i].state = (uint32_t)state[i];
        }
        int done = 0;
        for (int i = 0; i < LANES; i++) {
            if (to[i] >= HIT && !look(a, lanes + i, (uint32_t)to[i], raw))
                return 0;
            if (a->times_forgotten != before) {
                take_back(lanes, i);
                return 1;
            }
            done |= lanes[i].at == lanes[i].end;
        }
        if (done)
            return 1;
    }
}

/* Cuts whole lines into parts of about the same size. */
static int share(const byte *from, const byte *end, Lane lanes[LANES])
{
    int count = (size_t)(end - from) < LANES * LEAST ? 1 : LANES;
    for (int i = 0; i < count; i++) {
        const byte *stop = i + 1 == count ? end : from + (end - from) / (count - i);
        while (stop < end && stop[-1] != '\n')
            stop++;
        while (from < stop && *from == '\n')
            from++;
        Lane lane = {from, stop, from, 0, 0, {{0}}, {0}};
        lanes[i] = lane;
        from = stop;
    }
    return count;
}

static int run(Automaton *a, Lane lanes[LANES], int count, const byte *raw)
{
    int all = count == LANES;
    for (int i = 0; i < count; i++)
        all &= lanes[i].at < lanes[i].end; /* a line may be longer than a part */
    if (all && !together(a, lanes, raw))
        return 0;
    for (int i = 0; i < count; i++)
        if (!alone(a, lanes + i, raw))
            return 0;
    return 1;
}

static int tell(PyObject *list, const Places *all)
{
    for (size_t i = 0; i < all->size; i += 3) {
        PyObject *one = Py_BuildValue("(nnn)", (Py_ssize_t)all->at[i], (Py_ssize_t)all->at[i + 1], (Py_ssize_t)all->at[i + 2]);
        int added = one && PyList_Append(list, one) == 0;
        Py_XDECREF(one);
        if (!added)
            return 0;
    }
    return 1;
}

/* (buffer, start, end): the start and the end of each line with hits, and the number of the set of them. */
static PyObject *find(PyObject *self, PyObject *args)
{
    Automaton *a = (Automaton *)self;
    Py_buffer buffer;
    Py_ssize_t start, end;
    if (!PyArg_ParseTuple(args, "y*nn", &buffer, &start, &end))
        return NULL;
    const byte *raw = buffer.buf;
    PyObject *found = NULL;
    if (start < 0 || end > buffer.len || start > end || (start < end && raw[end - 1] != '\n'))
        PyErr_SetString(PyExc_ValueError, "no whole lines");
    else {
        Lane lanes[LANES];
        int count = share(raw + start, raw + end, lanes), done = run(a, lanes, count, raw);
        found = done ? PyList_New(0) : PyErr_NoMemory();
        for (int i = 0; i < count; i++) {
            if (found && !tell(found, &lanes[i].all))
                Py_CLEAR(found);
            drop(&lanes[i].all);
        }
    }
    PyBuffer_Release(&buffer);
    return found;
}

/* The triggers of a set, by its number. */
static PyObject *hits_of(PyObject *self, PyObject *which)
{
    Automaton *a = (Automaton *)self;
    size_t number = PyLong_AsSize_t(which);
    if (PyErr_Occurred())
        return NULL;
    if (number >= a->set_count) {
        PyErr_SetString(PyExc_IndexError, "no such set");
        return NULL;
    }
    Places found = {0};
    for (uint32_t i = 0; i < a->triggers; i++)
        if (a->sets[number].bits[i / 64] >> i % 64 & 1)
            push(&found, i);
    return listed(&found);
}

static PyObject *sizes(PyObject *self, PyObject *Py_UNUSED(ignored))
{
    Automaton *a = (Automaton *)self;
    size_t bytes = (size_t)a->room * (a->width * sizeof *a->next + sizeof *a->states + SLOTS * sizeof *a->slots) +
                   a->pool_room * sizeof *a->pool + a->size * (sizeof *a->code + 1);
    return Py_BuildValue("(nnn)", (Py_ssize_t)a->count, (Py_ssize_t)a->times_forgotten, (Py_ssize_t)bytes);
}

static PyObject *automaton_new(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    PyObject *programs;
    Py_ssize_t most;
    (void)kwargs;
    if (!PyArg_ParseTuple(args, "O!n", &PyList_Type, &programs, &most))
        return NULL;
    allocfunc make = (allocfunc)PyType_GetSlot(type, Py_tp_alloc);
    Automaton *a = (Automaton *)make(type, 0);
    if (!a)
        return NULL;
    a->most = most < 0 ? 0 : most < MOST_BYTES ? (size_t)most : MOST_BYTES;
    if (!read_programs(a, programs))
        Py_CLEAR(a);
    else if (!begin(a)) {
        Py_CLEAR(a);
        PyErr_NoMemory();
    }
    return (PyObject *)a;
}

static void automaton_dealloc(PyObject *self)
{
    Automaton *a = (Automaton *)self;
    void *all[] = {a->code,  a->starts, a->is_anywhere, a->begun, a->states,
                   a->next,  a->slots,  a->pool,        a->sets,  a->set_slots};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        free(all[i]);
    PyTypeObject *type = Py_TYPE(self);
    ((freefunc)PyType_GetSlot(type, Py_tp_free))(self);
    Py_DECREF(type);
}

static PyMethodDef automaton_methods[] = {
    {"lines", find, METH_VARARGS, "Start, end and number of the set of hits of each line with any: (buffer, start, end)."},
    {"hits", hits_of, METH_O, "The triggers of a set: (number)."},
    {"sizes", sizes, METH_NOARGS, "How many states there are, how often all were forgotten, and bytes."},
    {NULL, NULL, 0, NULL},
};
static PyType_Slot slots[] = {
    {Py_tp_new, (void *)automaton_new},
    {Py_tp_dealloc, (void *)automaton_dealloc},
    {Py_tp_methods, automaton_methods},
    {Py_tp_doc, (void *)"Which triggers hit in which lines: Automaton(programs, most bytes of states)."},
    {0, NULL},
};
PyType_Spec automaton = {"textrepair.kernel._kernel.Automaton", sizeof(Automaton), 0, Py_TPFLAGS_DEFAULT, slots};
