/* Methods for what stands around a place: a run, the words beside a dash, a line. */
#include "methods.h"

/* Place, two words before, the dash with its blanks, two words behind, and whether it is a hyphen elsewhere. */
static PyObject *one_dash(const Scan *scan, size_t place, size_t dash, size_t record)
{
    Around at;
    look_around(scan, place, &at);
    const char *raw = (const char *)scan->raw;
    PyObject *before = PyUnicode_DecodeUTF8(raw + at.start, (Py_ssize_t)(at.end - at.start), "replace");
    PyObject *after = PyUnicode_DecodeUTF8(raw + at.next, (Py_ssize_t)(at.stop - at.next), "replace");
    PyObject *one = NULL;
    if (before && after)
        one = Py_BuildValue("(nOs#Oi)", (Py_ssize_t)place, before, raw + at.end, (Py_ssize_t)(at.next - at.end), after,
                            raw[place] == '-' && record < scan->records && is_elsewhere(scan, dash, record, &at));
    Py_XDECREF(before);
    Py_XDECREF(after);
    return one;
}

/* How many of some places, which are in order, are before a place. */
static size_t count_before(const size_t *at, size_t size, size_t place)
{
    size_t low = 0, high = size;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (at[middle] < place)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* What stands around some of the loose dashes. */
PyObject *around(PyObject *self, PyObject *args)
{
    Scan *scan = (Scan *)self;
    PyObject *places;
    if (!PyArg_ParseTuple(args, "O!", &PyList_Type, &places))
        return NULL;
    Py_ssize_t size = PyList_Size(places);
    PyObject *list = PyList_New(size);
    for (Py_ssize_t i = 0; list && i < size; i++) {
        size_t place = PyLong_AsSize_t(PyList_GetItem(places, i));
        if (!PyErr_Occurred() && (place < PADDING || place > scan->length - PADDING))
            PyErr_SetString(PyExc_ValueError, "a place outside of the buffer");
        PyObject *one = NULL;
        if (!PyErr_Occurred())
            one = one_dash(scan, place, count_before(scan->dashes.at, scan->dashes.size, place),
                           count_before(scan->ends, scan->records, place));
        if (!one || PyList_SetItem(list, i, one) < 0)
            Py_CLEAR(list);
    }
    return list;
}

/* Whether a sign of Chinese or Japanese begins there. */
static int is_ideograph(const byte *at)
{
    return at[0] > 0xE2 && at[0] < 0xEA;
}

/* The bytes around a place without a blank or line end; more than `longest` of them on one side are cut there. `latin`:
 * without signs of Chinese or Japanese, too. */
static void run_around(const Scan *scan, size_t place, size_t longest, int latin, size_t *start, size_t *end)
{
    const byte *raw = scan->raw;
    size_t low = place > longest ? place - longest : 0;
    for (*start = place; *start > low && raw[*start - 1] != BLANK && raw[*start - 1] != '\n';) {
        if (latin && *start > 2 && raw[*start - 1] >= 0x80 && is_ideograph(raw + *start - 3))
            break;
        --*start;
    }
    for (*end = place; *end < place + longest && raw[*end] != BLANK && raw[*end] != '\n';) {
        if (latin && is_ideograph(raw + *end))
            return;
        ++*end;
    }
    if (*end == place + longest)
        ++*end;
}

/* Place and bytes of the runs with some of the places that are not in a set. */
static PyObject *runs(const Scan *scan, const Places *places, PyObject *dull, size_t longest, int latin)
{
    PyObject *list = PyList_New(0);
    for (size_t i = 0, stop = 0; list && i < places->size; i++) {
        size_t start, end;
        if (places->at[i] < stop)
            continue;
        run_around(scan, places->at[i], longest, latin, &start, &end);
        stop = end;
        PyObject *key, *pair = NULL;
        int there = has(dull, scan->raw + start, (end < scan->length ? end : scan->length) - start, &key);
        if (!there)
            pair = Py_BuildValue("(nO)", (Py_ssize_t)places->at[i], key);
        Py_XDECREF(key);
        if (there < 0 || (!there && (!pair || PyList_Append(list, pair) < 0)))
            Py_CLEAR(list);
        Py_XDECREF(pair);
    }
    return list;
}

#define RUNS(name, places, latin) \
    PyObject *name(PyObject *self, PyObject *args) \
    { \
        PyObject *dull; \
        Py_ssize_t longest; \
        if (!PyArg_ParseTuple(args, "O!n", &PySet_Type, &dull, &longest)) \
            return NULL; \
        return runs((Scan *)self, &((Scan *)self)->places, dull, (size_t)longest, latin); \
    }
RUNS(capital_runs, capitals, 1)
RUNS(figure_runs, figures, 1)
RUNS(stop_runs, stops_inside, 0)
RUNS(comma_runs, commas_inside, 0)

/* Record and span, in its characters, of each line that holds one of the places, which are in order. */
PyObject *lines(PyObject *self, PyObject *args)
{
    Scan *scan = (Scan *)self;
    PyObject *places, *list;
    if (!PyArg_ParseTuple(args, "O!", &PyList_Type, &places) || !(list = PyList_New(0)))
        return NULL;
    size_t record = 0, at = 0, chars = 0, stop = scan->records ? scan->starts[0] : 0;
    for (Py_ssize_t i = 0; list && scan->records && i < PyList_Size(places); i++) {
        size_t place = PyLong_AsSize_t(PyList_GetItem(places, i));
        if (PyErr_Occurred()) {
            Py_CLEAR(list);
            break;
        }
        if (place < stop || place >= scan->length)
            continue;
        while (record + 1 < scan->records && scan->starts[record + 1] <= place)
            record++;
        if (at < scan->starts[record])
            at = scan->starts[record], chars = 0;
        size_t start = place < scan->ends[record] ? place : scan->ends[record], end = start;
        while (start > scan->starts[record] && scan->raw[start - 1] != '\n')
            start--;
        while (end < scan->ends[record] && scan->raw[end] != '\n')
            end++;
        stop = end + 1;
        chars += characters(scan->raw, at, start);
        at = start;
        PyObject *one = Py_BuildValue("(n(nn))", (Py_ssize_t)record, (Py_ssize_t)chars,
                                      (Py_ssize_t)(chars + characters(scan->raw, start, end)));
        if (!one || PyList_Append(list, one) < 0)
            Py_CLEAR(list);
        Py_XDECREF(one);
    }
    return list;
}
