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

static void multiply(double *found, const double *row, double more, size_t columns)
{
    for (size_t i = 0; i < columns; i++)
        found[i] *= row[i] + more;
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

static int run(double *found, const double *weights, double more, size_t rows, size_t columns, const size_t *numbers,
               size_t count, PyObject *draw, PyObject *bits, Py_ssize_t limit, double enough)
{
    for (size_t i = 0; i < columns; i++)
        found[i] = 1.0 / (double)columns;
    for (Py_ssize_t step = 0; step <= limit; step += DRAWN) {
        for (int k = 0; k < (step ? DRAWN : 1); k++) {
            Py_ssize_t pick = drawn(draw, bits, count);
            if (pick < 0 || numbers[pick] >= rows)
                return 0;
            multiply(found, weights + numbers[pick] * columns, more, columns);
        }
        if (scale(found, columns) > enough)
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
    Py_buffer weights;
    Py_ssize_t columns, limit;
    PyObject *list, *draw, *bits, *found = NULL;
    double more, enough;
    (void)self;
    if (!PyArg_ParseTuple(args, "y*dnO!OOnd", &weights, &more, &columns, &PyList_Type, &list, &draw, &bits, &limit,
                          &enough))
        return NULL;
    size_t count = (size_t)PyList_Size(list), cells = (size_t)weights.len / sizeof(double);
    size_t *numbers = malloc((count + 1) * sizeof *numbers);
    double *sums = columns > 0 ? malloc((size_t)columns * sizeof *sums) : NULL;
    for (size_t i = 0; numbers && i < count && !PyErr_Occurred(); i++)
        numbers[i] = PyLong_AsSize_t(PyList_GetItem(list, (Py_ssize_t)i));
    if (!numbers || !sums)
        PyErr_NoMemory();
    else if (!count)
        PyErr_SetString(PyExc_ValueError, "no groups to draw from");
    else if (!PyErr_Occurred() && run(sums, weights.buf, more, cells / (size_t)columns, (size_t)columns, numbers,
                                      count, draw, bits, limit, enough))
        found = floats(sums, (size_t)columns);
    else if (!PyErr_Occurred())
        PyErr_SetString(PyExc_IndexError, "a group without weights");
    free(numbers);
    free(sums);
    PyBuffer_Release(&weights);
    return found;
}
