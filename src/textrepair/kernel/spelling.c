/* How unlikely letters are in words of a language: see `lexicon/spelling.py`. */
#include "kernel.h"

enum { STEPS = 40, WIDEST = 4, MOST = 512 }; /* steps of a cost; letters of a context; letters of a word */
static const double UNSEEN = 3.5;

typedef struct {
    PyObject_HEAD
    Py_buffer keys, costs;
    size_t count;
} Spelling;

static uint32_t CRC[256];

/* The table of CRC-32 (ISO 3309), as zlib has it. */
static void make_table(void)
{
    for (uint32_t i = 0; i < 256; i++) {
        CRC[i] = i;
        for (int bit = 0; bit < 8; bit++)
            CRC[i] = CRC[i] & 1 ? CRC[i] >> 1 ^ 0xEDB88320u : CRC[i] >> 1;
    }
}

static uint32_t checksum(const byte *from, const byte *to)
{
    uint32_t found = 0xFFFFFFFFu;
    for (; from < to; from++)
        found = CRC[(found ^ *from) & 0xFF] ^ found >> 8;
    return ~found;
}

static uint32_t key_at(const Spelling *self, size_t place)
{
    uint32_t found;
    memcpy(&found, (const byte *)self->keys.buf + 4 * place, sizeof found);
    return found;
}

/* The cost of the last letter in its context, in steps; -1 where it is not known. */
static int look_up(const Spelling *self, const byte *from, const byte *to)
{
    uint32_t wanted = checksum(from, to);
    size_t low = 0, high = self->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (key_at(self, middle) < wanted)
            low = middle + 1;
        else
            high = middle;
    }
    return low < self->count && key_at(self, low) == wanted ? ((const byte *)self->costs.buf)[low] : -1;
}

static PyObject *cost(PyObject *object, PyObject *padded)
{
    const Spelling *self = (Spelling *)object;
    Py_ssize_t size;
    const byte *word = (const byte *)PyUnicode_AsUTF8AndSize(padded, &size);
    size_t starts[MOST + 1], count = 0;
    double total = 0;
    if (!word)
        return NULL;
    for (Py_ssize_t at = 0; at < size; at++)
        if ((word[at] & 0xC0) != 0x80) {
            if (count == MOST)
                return PyErr_Format(PyExc_ValueError, "a word of more than %d letters", MOST);
            starts[count++] = (size_t)at;
        }
    starts[count] = (size_t)size;
    for (size_t i = 1; i < count; i++) {
        int found = -1;
        for (size_t width = WIDEST; width && found < 0; width--)
            if (width <= i + 1)
                found = look_up(self, word + starts[i + 1 - width], word + starts[i + 1]);
        total += found < 0 ? UNSEEN : (double)found / STEPS;
    }
    return PyFloat_FromDouble(total);
}

static PyObject *spelling_new(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    PyObject *keys, *costs;
    (void)kwargs;
    if (!PyArg_ParseTuple(args, "OO", &keys, &costs))
        return NULL;
    Spelling *self = (Spelling *)((allocfunc)PyType_GetSlot(type, Py_tp_alloc))(type, 0);
    if (!self)
        return NULL;
    if (PyObject_GetBuffer(keys, &self->keys, PyBUF_SIMPLE) < 0 ||
        PyObject_GetBuffer(costs, &self->costs, PyBUF_SIMPLE) < 0) {
        Py_DECREF(self);
        return NULL;
    }
    self->count = (size_t)self->costs.len;
    if ((size_t)self->keys.len != 4 * self->count) {
        PyErr_SetString(PyExc_ValueError, "a spelling has four bytes and one for each run of letters");
        Py_DECREF(self);
        return NULL;
    }
    if (!CRC[1])
        make_table();
    return (PyObject *)self;
}

static void spelling_dealloc(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    PyBuffer_Release(&((Spelling *)self)->keys);
    PyBuffer_Release(&((Spelling *)self)->costs);
    ((freefunc)PyType_GetSlot(type, Py_tp_free))(self);
    Py_DECREF(type);
}

static PyMethodDef spelling_methods[] = {
    {"cost", cost, METH_O, "-log10 of the probability of a padded word in small letters."},
    {NULL, NULL, 0, NULL},
};
static PyType_Slot spelling_slots[] = {
    {Py_tp_new, (void *)spelling_new},
    {Py_tp_dealloc, (void *)spelling_dealloc},
    {Py_tp_methods, spelling_methods},
    {Py_tp_doc, (void *)"A model of spelling: Spelling(keys, costs)."},
    {0, NULL},
};
PyType_Spec spelling = {"textrepair.kernel._kernel.Spelling", sizeof(Spelling), 0, Py_TPFLAGS_DEFAULT, spelling_slots};
