/* A trial of langdetect: see `language/trials.py`, which does the same in lists. */
#include "kernel.h"
#include <stdlib.h>

enum { DRAWN = 5 }; /* groups between two looks at the result; before the first look one */

/* The number of a group drawn at random; -1 with an error set. Numbers beyond the last are drawn again, as `random`
 * does, so that the dice fall as they do there. */
static Py_ssize_t drawn(PyObject *draw, PyObject *bits, size_t count)
{
    for (;;) {
        PyObject *made = PyObject_CallFunctionObjArgs(draw, bits, NULL);
        size_t pick = made ? PyLong_AsSize_t(made) : 0;
        Py_XDECREF(made);
        if (PyErr_Occurred())
            return -1;
        if (pick < count)
            return (Py_ssize_t)pick;
    }
}

/* Of each group in which languages it occurs, and how often: `ends[n]` to `ends[n + 1]` are the places of group n. */
typedef struct {
    Py_buffer ends, languages, shares;
    size_t columns;
} Groups;

/* Times the share of a group and a little more; 0 if there is no such group, or its table is broken. */
static int multiply(double *found, double *row, const Groups *groups, size_t group, double more)
{
    uint32_t ends[2];
    const byte *languages = groups->languages.buf;
    size_t count = (size_t)groups->ends.len / sizeof *ends; /* one more than groups */
    if (!count || group >= count - 1)
        return 0;
    memcpy(ends, (const byte *)groups->ends.buf + group * sizeof *ends, sizeof ends);
    if (ends[1] > (size_t)groups->languages.len || ends[1] > (size_t)groups->shares.len / sizeof(double))
        return 0;
    for (size_t i = 0; i < groups->columns; i++)
        row[i] = more;
    for (size_t at = ends[0]; at < ends[1]; at++) {
        double share;
        if (languages[at] >= groups->columns)
            return 0;
        memcpy(&share, (const byte *)groups->shares.buf + at * sizeof share, sizeof share);
        row[languages[at]] = share + more;
    }
    for (size_t i = 0; i < groups->columns; i++)
        found[i] *= row[i];
    return 1;
}

/* Divide by the sum, added up one after the other; the largest. */
static double scale(double *found, size_t columns)
{
    double sum = 0, most = 0;
    for (size_t i = 0; i < columns; i++)
        sum = i ? sum + found[i] : found[i];
    for (size_t i = 0; i < columns; i++) {
        found[i] /= sum;
        most = found[i] > most ? found[i] : most;
    }
    return most;
}

static int run(double *found, double *row, const Groups *groups, double more, const size_t *numbers, size_t count,
               PyObject *draw, PyObject *bits, Py_ssize_t limit, double enough)
{
    for (size_t i = 0; i < groups->columns; i++)
        found[i] = 1.0 / (double)groups->columns;
    for (Py_ssize_t step = 0; step <= limit; step += DRAWN) {
        for (int k = 0; k < (step ? DRAWN : 1); k++) {
            Py_ssize_t pick = drawn(draw, bits, count);
            if (pick < 0 || !multiply(found, row, groups, numbers[pick], more))
                return 0;
        }
        if (scale(found, groups->columns) > enough)
            break;
    }
    return 1;
}

static PyObject *floats(const double *found, size_t count)
{
    PyObject *list = PyList_New((Py_ssize_t)count);
    for (size_t i = 0; list && i < count; i++) {
        PyObject *one = PyFloat_FromDouble(found[i]);
        if (!one || PyList_SetItem(list, (Py_ssize_t)i, one) < 0)
            Py_CLEAR(list);
    }
    return list;
}

PyObject *trial(PyObject *self, PyObject *args)
{
    Groups groups;
    Py_ssize_t columns, limit;
    PyObject *list, *draw, *bits, *found = NULL;
    double more, enough;
    (void)self;
    if (!PyArg_ParseTuple(args, "y*y*y*ndO!OOnd", &groups.ends, &groups.languages, &groups.shares, &columns, &more,
                          &PyList_Type, &list, &draw, &bits, &limit, &enough))
        return NULL;
    size_t count = (size_t)PyList_Size(list);
    size_t *numbers = malloc((count + 1) * sizeof *numbers);
    double *sums = columns > 0 ? malloc(2 * (size_t)columns * sizeof *sums) : NULL;
    groups.columns = (size_t)columns;
    for (size_t i = 0; numbers && i < count && !PyErr_Occurred(); i++)
        numbers[i] = PyLong_AsSize_t(PyList_GetItem(list, (Py_ssize_t)i));
    if (!numbers || !sums)
        PyErr_NoMemory();
    else if (!count)
        PyErr_SetString(PyExc_ValueError, "no groups to draw from");
    else if (!PyErr_Occurred() &&
             run(sums, sums + columns, &groups, more, numbers, count, draw, bits, limit, enough))
        found = floats(sums, groups.columns);
    else if (!PyErr_Occurred())
        PyErr_SetString(PyExc_IndexError, "a group without shares");
    free(numbers);
    free(sums);
    PyBuffer_Release(&groups.ends);
    PyBuffer_Release(&groups.languages);
    PyBuffer_Release(&groups.shares);
    return found;
}
