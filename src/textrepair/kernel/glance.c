/* How many function words of which languages a text has: see `language/glance.py`, which does the same with sets. */
#include "kernel.h"
#include <stdlib.h>

enum { LANGUAGES = 32 };

/* An open-addressing table: by the hash of a word the languages that have it. */
typedef struct {
    uint64_t hash; /* 0: nothing is here */
    uint32_t languages, seen;
} Word;

enum { FLAGS = 1 << 14 };

typedef struct {
    PyObject_HEAD
    Word *words;
    size_t mask, longest; /* bytes of the longest word */
    uint32_t looks; /* so many texts have been looked at */
    byte flags[FLAGS / 8]; /* by a hash whether any word may have it: most have none, and this is at hand */
} Glance;

/* Never 0: that is a free place. There are eight bytes more to read. */
static uint64_t hash_of(const byte *word, size_t size)
{
    uint64_t found = size * 0xC2B2AE3D27D4EB4Fu;
    for (; size > 8; word += 8, size -= 8)
        found = (found ^ eight(word)) * 0x9E3779B97F4A7C15u, found ^= found >> 29;
    if (size)
        found = (found ^ eight(word) << (64 - 8 * size)) * 0x9E3779B97F4A7C15u, found ^= found >> 32;
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

static int is_flagged(const Glance *self, uint64_t hash)
{
    return self->flags[hash % FLAGS / 8] >> hash % 8 & 1;
}

typedef struct {
    Py_ssize_t words, alone;
    int all[LANGUAGES], own[LANGUAGES]; /* different words of a language, and those of it alone */
} Counts;

static void count_word(Glance *self, const byte *start, size_t size, Counts *counts)
{
    counts->words++;
    if (size > self->longest)
        return;
    uint64_t hash = hash_of(start, size);
    if (!is_flagged(self, hash))
        return;
    Word *word = find(self, hash);
    if (!word->hash || word->seen == self->looks)
        return;
    word->seen = self->looks;
    for (uint32_t left = word->languages; left; left &= left - 1)
        counts->all[lowest(left)]++;
    if (!(word->languages & (word->languages - 1))) { /* there is one */
        counts->alone++;
        counts->own[lowest(word->languages)]++;
    }
}

/* The words of a text in small letters, those of one language alone, the language with most of them, how many of these
 * it has, and how many words in all; each different word once, but for the first count. There are eight bytes more to
 * read behind the text, the first of them a 0. */
static PyObject *counted(Glance *self, const byte *at, const byte *end)
{
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
        while (at < end && ((byte)(*at - 0x21) < 0x5F || !white(at)))
            at++;
        count_word(self, start, (size_t)(at - start), &counts);
    }
    int best = 0;
    for (int i = 1; i < LANGUAGES; i++)
        best = counts.own[i] > counts.own[best] ? i : best;
    return Py_BuildValue("(nniii)", counts.words, counts.alone, best, counts.own[best], counts.all[best]);
}

static PyObject *look(PyObject *object, PyObject *text)
{
    Py_ssize_t size;
    const char *raw = PyUnicode_AsUTF8AndSize(text, &size);
    byte *copy = raw ? calloc((size_t)size + PADDING, 1) : NULL;
    if (!raw)
        return NULL;
    if (!copy)
        return PyErr_NoMemory();
    memcpy(copy, raw, (size_t)size);
    PyObject *found = counted((Glance *)object, copy, copy + size);
    free(copy);
    return found;
}

/* What a sample of a text has of the words, or None if not all of it is Western. */
static PyObject *look_into(PyObject *object, PyObject *text)
{
    byte sample[SAMPLE_ROOM];
    const byte *end = western_sample(sample, text);
    if (PyErr_Occurred())
        return NULL;
    if (!end)
        Py_RETURN_NONE;
    return counted((Glance *)object, sample, end);
}

static int add(Glance *self, PyObject *word, PyObject *languages)
{
    Py_ssize_t size;
    const byte *from = (const byte *)PyUnicode_AsUTF8AndSize(word, &size);
    unsigned long found = from ? PyLong_AsUnsignedLong(languages) : 0;
    if (!from || PyErr_Occurred())
        return 0;
    if (!found) /* a word of no language */
        return 1;
    byte copy[64 + PADDING] = {0};
    if ((size_t)size > sizeof copy - PADDING) {
        PyErr_SetString(PyExc_ValueError, "too long a word");
        return 0;
    }
    memcpy(copy, from, (size_t)size);
    uint64_t hash = hash_of(copy, (size_t)size);
    self->longest = (size_t)size > self->longest ? (size_t)size : self->longest;
    Word *place = find(self, hash);
    place->hash = hash;
    place->languages = (uint32_t)found;
    self->flags[hash % FLAGS / 8] |= (byte)(1 << hash % 8);
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
    for (self->mask = 63; self->mask < 2 * (size_t)PyDict_Size(words);)
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
    {"look_into", look_into, METH_O, "What a sample of any text has of them; None if not all of it is Western."},
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
