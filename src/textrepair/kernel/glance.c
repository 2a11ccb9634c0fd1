/* How many function words of which languages a text has: see `language/glance.py`, which does the same with sets. */
#include "kernel.h"
#include <stdlib.h>

enum { LANGUAGES = 32 };

/* An open-addressing table: by the hash of a word the languages that have it, and the one alone that has it. */
typedef struct {
    uint64_t hash; /* 0: nothing is here */
    uint32_t languages, seen;
    byte alone; /* its number and 1; 0 if several have it */
} Word;

typedef struct {
    PyObject_HEAD
    Word *words;
    size_t mask;
    uint32_t looks; /* so many texts have been looked at */
} Glance;

/* Never 0: that is a free place. */
static uint64_t hash_of(const byte *word, size_t size)
{
    uint64_t found = hash_of_bytes(word, 0, size);
    return found ? found : 1;
}

/* The place of a word, or the free one where it would be. */
static Word *find(const Glance *self, uint64_t hash)
{
    size_t at = (size_t)(hash ^ hash >> 29) & self->mask;
    while (self->words[at].hash && self->words[at].hash != hash)
        at = (at + 1) & self->mask;
    return self->words + at;
}

/* Bytes of the white space that stands here, as `str.split` knows it; 0 if there is none. A text ends with a 0. */
static size_t white(const byte *at)
{
    if (at[0] < 0x80)
        return at[0] == ' ' || (at[0] >= 9 && at[0] <= 13) || (at[0] >= 0x1C && at[0] <= 0x1F);
    if (at[0] == 0xC2)
        return at[1] == 0x85 || at[1] == 0xA0 ? 2 : 0;
    if (at[0] == 0xE2 && at[1] == 0x80)
        return (at[2] >= 0x80 && at[2] <= 0x8A) || at[2] == 0xA8 || at[2] == 0xA9 || at[2] == 0xAF ? 3 : 0;
    return (at[0] == 0xE1 && at[1] == 0x9A && at[2] == 0x80) || (at[0] == 0xE2 && at[1] == 0x81 && at[2] == 0x9F) ||
                   (at[0] == 0xE3 && at[1] == 0x80 && at[2] == 0x80)
               ? 3
               : 0;
}

typedef struct {
    Py_ssize_t words, alone;
    int all[LANGUAGES], own[LANGUAGES]; /* different words of a language, and those of it alone */
} Counts;

static void count_word(Glance *self, uint64_t hash, Counts *counts)
{
    Word *word = find(self, hash);
    if (!word->hash || word->seen == self->looks)
        return;
    word->seen = self->looks;
    for (uint32_t left = word->languages; left; left &= left - 1)
        counts->all[lowest(left)]++;
    if (word->alone) {
        counts->alone++;
        counts->own[word->alone - 1]++;
    }
}

/* The words of a text in small letters, those of one language alone, the language with most of them, how many of these
 * it has, and how many words in all; each different word once, but for the first count. */
static PyObject *look(PyObject *object, PyObject *text)
{
    Glance *self = (Glance *)object;
    Py_ssize_t size;
    const byte *at = (const byte *)PyUnicode_AsUTF8AndSize(text, &size);
    if (!at)
        return NULL;
    const byte *end = at + size;
    Counts counts = {0};
    if (!++self->looks) /* after four thousand million texts: what was seen then is forgotten */
        for (size_t i = 0; i <= self->mask; i++)
            self->words[i].seen = UINT32_MAX;
    while (at < end) {
        size_t step = white(at);
        const byte *start = at;
        at += step;
        if (step)
            continue;
        while (at < end && !white(at))
            at++;
        counts.words++;
        count_word(self, hash_of(start, (size_t)(at - start)), &counts);
    }
    int best = 0;
    for (int i = 1; i < LANGUAGES; i++)
        best = counts.own[i] > counts.own[best] ? i : best;
    return Py_BuildValue("(nniii)", counts.words, counts.alone, best, counts.own[best], counts.all[best]);
}

static int add(Glance *self, PyObject *word, PyObject *languages)
{
    Py_ssize_t size;
    const byte *from = (const byte *)PyUnicode_AsUTF8AndSize(word, &size);
    unsigned long found = from ? PyLong_AsUnsignedLong(languages) : 0;
    if (!from || PyErr_Occurred())
        return 0;
    uint64_t hash = hash_of(from, (size_t)size);
    Word *place = find(self, hash);
    place->hash = hash;
    place->languages = (uint32_t)found;
    place->alone = found && !(found & (found - 1)) ? (byte)(lowest(found) + 1) : 0;
    return 1;
}

static PyObject *glance_new(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    PyObject *words, *word, *languages;
    (void)kwargs;
    if (!PyArg_ParseTuple(args, "O!", &PyDict_Type, &words))
        return NULL;
    Glance *self = (Glance *)((allocfunc)PyType_GetSlot(type, Py_tp_alloc))(type, 0);
    if (!self)
        return NULL;
    for (self->mask = 63; self->mask < 4 * (size_t)PyDict_Size(words);)
        self->mask = 2 * self->mask + 1;
    if (!(self->words = calloc(self->mask + 1, sizeof *self->words))) {
        Py_DECREF(self);
        return PyErr_NoMemory();
    }
    for (Py_ssize_t at = 0; PyDict_Next(words, &at, &word, &languages);)
        if (!add(self, word, languages)) {
            Py_DECREF(self);
            return NULL;
        }
    return (PyObject *)self;
}

static void glance_dealloc(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    free(((Glance *)self)->words);
    ((freefunc)PyType_GetSlot(type, Py_tp_free))(self);
    Py_DECREF(type);
}

static PyMethodDef glance_methods[] = {
    {"look", look, METH_O, "What a text in small letters has of the words."},
    {NULL, NULL, 0, NULL},
};
static PyType_Slot glance_slots[] = {
    {Py_tp_new, (void *)glance_new},
    {Py_tp_dealloc, (void *)glance_dealloc},
    {Py_tp_methods, glance_methods},
    {Py_tp_doc, (void *)"Function words: Glance({word: a bit for each of at most 32 languages})."},
    {0, NULL},
};
PyType_Spec glance = {"textrepair.kernel._kernel.Glance", sizeof(Glance), 0, Py_TPFLAGS_DEFAULT, glance_slots};
