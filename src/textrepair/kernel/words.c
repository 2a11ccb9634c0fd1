/* A word list: how frequent a word is, how it is best divided in two, and whether a common word is one slip away.
 * See `lexicon/table.py` for the list: sorted hashes of 55 bits, and a byte for each that says how frequent the word is.
 */
#include "kernel.h"
#include <stdlib.h>

enum { STEPS = 30, LONGEST = 64 }; /* steps of a Zipf frequency; letters of a word that is looked into */

/* Of 55 bits: what is left of a byte more still fits into 64. */
static const uint64_t PRIME = 0x4F1BBCDCBFA4BDu;

typedef struct {
    PyObject_HEAD
    Py_buffer hashes, zipfs;
    size_t count;
} WordList;

/* Bytes and those of a hash behind them as a number, modulo the prime. */
static uint64_t before(uint64_t hash, const byte *word, size_t length)
{
    while (length--)
        hash = (hash << 8 | word[length]) % PRIME;
    return hash;
}

/* The bytes and a last one of 1 as a number, modulo the prime: of all words of the list another one each. */
static uint64_t hash_word(const byte *word, size_t length)
{
    return before(1, word, length);
}

/* The hash at a place: the list lies in a file that is mapped, wherever it begins there. */
static uint64_t hash_at(const WordList *list, size_t place)
{
    uint64_t found;
    memcpy(&found, (const byte *)list->hashes.buf + 8 * place, sizeof found);
    return found;
}

static int steps_at(const WordList *list, uint64_t wanted)
{
    size_t low = 0, high = list->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (hash_at(list, middle) < wanted)
            low = middle + 1;
        else
            high = middle;
    }
    return low < list->count && hash_at(list, low) == wanted ? ((const byte *)list->zipfs.buf)[low] : 0;
}

static int steps_of(const WordList *list, const byte *word, size_t length)
{
    return steps_at(list, hash_word(word, length));
}

/* UTF-8 of a string; NULL without an error set if it has none (lone surrogates), with one if memory is out. */
static const byte *utf8(PyObject *word, size_t *length)
{
    Py_ssize_t size;
    const char *found = PyUnicode_AsUTF8AndSize(word, &size);
    if (!found && PyErr_ExceptionMatches(PyExc_UnicodeEncodeError))
        PyErr_Clear();
    *length = found ? (size_t)size : 0;
    return (const byte *)found;
}

static PyObject *zipf(PyObject *self, PyObject *word)
{
    size_t length;
    const byte *raw = utf8(word, &length);
    if (!raw && PyErr_Occurred())
        return NULL;
    return PyFloat_FromDouble(raw ? (double)steps_of((WordList *)self, raw, length) / STEPS : 0.0);
}

static size_t letter_size(byte first)
{
    return first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

/* Whether a letter is one of some others. */
static int is_among(const byte *letter, size_t size, const byte *letters, size_t length)
{
    for (size_t at = 0; at < length; at += letter_size(letters[at]))
        if (letter_size(letters[at]) == size && !memcmp(letters + at, letter, size))
            return 1;
    return 0;
}

/* Where a word is best cut in two, in letters, and how frequent the parts are; None if it can't be. `letters`: those
 * that are words alone. */
static PyObject *division(PyObject *self, PyObject *args)
{
    PyObject *word, *letters;
    size_t length, some, best = 0, number = 0;
    double most = 0, left_zipf = 0, right_zipf = 0;
    if (!PyArg_ParseTuple(args, "UU", &word, &letters))
        return NULL;
    const byte *raw = utf8(word, &length), *alone = utf8(letters, &some);
    if ((!raw || !alone) && PyErr_Occurred())
        return NULL;
    for (size_t cut = 0; raw && alone && cut < length;) {
        size_t first = letter_size(raw[cut]), last;
        cut += first;
        number++;
        if (cut >= length || (number == 1 && !is_among(raw, first, alone, some)))
            continue;
        last = letter_size(raw[cut]);
        if (cut + last == length && !is_among(raw + cut, last, alone, some))
            continue;
        double left = (double)steps_of((WordList *)self, raw, cut) / STEPS;
        double right = left > 0 ? (double)steps_of((WordList *)self, raw + cut, length - cut) / STEPS : 0;
        if (right > 0 && (!best || left + right - 18 > most)) {
            most = left + right - 18; /* in this order, so that it is rounded as in Python */
            best = number, left_zipf = left, right_zipf = right;
        }
    }
    if (!best)
        Py_RETURN_NONE;
    return Py_BuildValue("(ndd)", (Py_ssize_t)best, left_zipf, right_zipf);
}

/* A word with one letter left out, put in, changed, or swapped with the next; `made` has room for it. */
static size_t slipped(const byte *word, const size_t *starts, size_t count, size_t at, int kind, const byte *letter,
                      byte *made)
{
    size_t size = starts[at], length = starts[count], rest = at < count ? starts[at + 1] : length;
    memcpy(made, word, size);
    if (kind == 's') { /* swapped: the next letter first */
        size_t next = starts[at + 2] - rest;
        memcpy(made + size, word + rest, next);
        memcpy(made + size + next, word + size, rest - size);
        size = rest = starts[at + 2];
    } else if (letter) {
        memcpy(made + size, letter, letter_size(*letter));
        size += letter_size(*letter);
    }
    if (kind == 'i') /* put in: the letter there stays */
        rest = starts[at];
    memcpy(made + size, word + rest, length - rest);
    return size + length - rest;
}

/* Whether one slip makes a word of it that is at least so frequent. */
static PyObject *is_near(PyObject *self, PyObject *args)
{
    PyObject *word, *letters;
    double least;
    size_t length, some, count = 0, starts[LONGEST + 2];
    byte made[4 * (LONGEST + 2)];
    if (!PyArg_ParseTuple(args, "UUd", &word, &letters, &least))
        return NULL;
    const byte *raw = utf8(word, &length), *other = utf8(letters, &some);
    if ((!raw || !other) && PyErr_Occurred())
        return NULL;
    if (!raw || !other || length > 4 * LONGEST)
        Py_RETURN_FALSE;
    for (size_t at = 0; at < length && count <= LONGEST; at += letter_size(raw[at]))
        starts[count++] = at;
    if (count > LONGEST)
        Py_RETURN_FALSE;
    starts[count] = length;
    for (size_t at = 0; at <= count; at++) {
        size_t size = 0;
        for (int step = 0; step < 2; step++) {
            if ((step == 0 && at < count) || (step == 1 && at + 1 < count)) {
                size = slipped(raw, starts, count, at, step ? 's' : 'o', NULL, made);
                if ((size != length || memcmp(made, raw, size)) &&
                    (double)steps_of((WordList *)self, made, size) / STEPS >= least)
                    Py_RETURN_TRUE;
            }
        }
        for (size_t letter = 0; letter < some; letter += letter_size(other[letter]))
            for (int changed = 0; changed < 2; changed++) {
                size = slipped(raw, starts, count, at, changed ? 'c' : 'i', other + letter, made);
                if ((size != length || memcmp(made, raw, size)) &&
                    (double)steps_of((WordList *)self, made, size) / STEPS >= least)
                    Py_RETURN_TRUE;
            }
    }
    Py_RETURN_FALSE;
}

enum { MOST = 23, WIDEST = 24 }; /* tokens of a word that is put together, and letters */

/* Tokens of a stretch, what each costs alone, and what closing the blanks between them costs. */
typedef struct {
    PyObject *words, *costs;
    double piece, closing, further, margin;
} Stretch;

/* What may be gained by each of the words that end with a token, from two tokens on; how many of them to look at. */
static int gains(const Stretch *of, Py_ssize_t end, double *most)
{
    double costs = 0;
    int any = 0, last = 0;
    Py_ssize_t letters = 0;
    for (int count = 1; count <= MOST && count <= end; count++) {
        PyObject *word = PyList_GetItem(of->words, end - count), *cost = PyList_GetItem(of->costs, end - count);
        if (!word || !cost || (letters += PyUnicode_GetLength(word)) > WIDEST)
            break;
        double alone = PyFloat_AsDouble(cost);
        costs += alone;
        any |= alone >= of->piece;
        most[count] = any ? costs - of->closing - of->further * (count - 2) - of->margin + 1e-6 : 0;
        if (count > 1 && most[count] >= 9 - 255.0 / STEPS)
            last = count;
    }
    return last;
}

/* Adds the words that end with a token to a list of (first, end, zipf). */
static int joins_to(const WordList *list, const Stretch *of, Py_ssize_t end, PyObject *found)
{
    double most[MOST + 1];
    uint64_t hash = 1;
    int last = gains(of, end, most);
    for (int count = 1; count <= last && !PyErr_Occurred(); count++) {
        size_t length;
        const byte *raw = utf8(PyList_GetItem(of->words, end - count), &length);
        if (!raw)
            break; /* a lone surrogate is in no word */
        hash = before(hash, raw, length);
        double zipf = count > 1 && most[count] >= 9 - 255.0 / STEPS ? (double)steps_at(list, hash) / STEPS : 0;
        if (zipf > 0 && 9 - zipf <= most[count]) {
            PyObject *one = Py_BuildValue("(nnd)", end - count, end, zipf);
            if (!one || PyList_Append(found, one) < 0)
                last = 0;
            Py_XDECREF(one);
        }
    }
    return !PyErr_Occurred();
}

/* What tokens are together: (words, costs, piece, closing, further, margin). */
static PyObject *joins(PyObject *self, PyObject *args)
{
    Stretch of;
    if (!PyArg_ParseTuple(args, "O!O!dddd", &PyList_Type, &of.words, &PyList_Type, &of.costs, &of.piece, &of.closing,
                          &of.further, &of.margin))
        return NULL;
    PyObject *found = PyList_New(0);
    for (Py_ssize_t end = 2; found && end <= PyList_Size(of.words); end++)
        if (!joins_to((WordList *)self, &of, end, found))
            Py_CLEAR(found);
    return found;
}

static PyObject *list_new(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    PyObject *hashes, *zipfs;
    (void)kwargs;
    if (!PyArg_ParseTuple(args, "OO", &hashes, &zipfs))
        return NULL;
    WordList *list = (WordList *)((allocfunc)PyType_GetSlot(type, Py_tp_alloc))(type, 0);
    if (!list)
        return NULL;
    if (PyObject_GetBuffer(hashes, &list->hashes, PyBUF_SIMPLE) < 0 ||
        PyObject_GetBuffer(zipfs, &list->zipfs, PyBUF_SIMPLE) < 0) {
        Py_DECREF(list);
        return NULL;
    }
    list->count = (size_t)list->zipfs.len;
    if ((size_t)list->hashes.len != 8 * list->count) {
        PyErr_SetString(PyExc_ValueError, "a word list has eight bytes and one for each word");
        Py_DECREF(list);
        return NULL;
    }
    return (PyObject *)list;
}

static void list_dealloc(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    PyBuffer_Release(&((WordList *)self)->hashes);
    PyBuffer_Release(&((WordList *)self)->zipfs);
    ((freefunc)PyType_GetSlot(type, Py_tp_free))(self);
    Py_DECREF(type);
}

static PyMethodDef list_methods[] = {
    {"zipf", zipf, METH_O, "Zipf frequency of exactly this spelling; 0.0 if it is not listed."},
    {"division", division, METH_VARARGS, "Letters and frequencies of the best two parts: (word, letters)."},
    {"near", is_near, METH_VARARGS, "Whether a word so frequent is one slip away: (word, letters, least)."},
    {"joins", joins, METH_VARARGS,
     "Words that tokens are together, as (first, end, zipf): (tokens, costs, piece, closing, further, margin)."},
    {NULL, NULL, 0, NULL},
};
static PyType_Slot list_slots[] = {
    {Py_tp_new, (void *)list_new},
    {Py_tp_dealloc, (void *)list_dealloc},
    {Py_tp_methods, list_methods},
    {Py_tp_doc, (void *)"A word list: WordList(hashes, zipfs)."},
    {0, NULL},
};
PyType_Spec word_list = {"textrepair.kernel._kernel.WordList", sizeof(WordList), 0, Py_TPFLAGS_DEFAULT, list_slots};
