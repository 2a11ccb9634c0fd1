/* What Python gives and takes: tables, lists of words, lists of places. */
#include "methods.h"

/* A list of the places, which are dropped. */
PyObject *listed(Places *places)
{
    PyObject *list = places->failed ? PyErr_NoMemory() : PyList_New((Py_ssize_t)places->size);
    for (size_t i = 0; list && i < places->size; i++) {
        PyObject *one = PyLong_FromSize_t(places->at[i]);
        if (!one || PyList_SetItem(list, (Py_ssize_t)i, one) < 0)
            Py_CLEAR(list);
    }
    drop(places);
    return list;
}

PyObject *pairs_of(Places *starts, Places *ends)
{
    PyObject *list = starts->failed || ends->failed ? PyErr_NoMemory() : PyList_New((Py_ssize_t)starts->size);
    for (size_t i = 0; list && i < starts->size; i++) {
        PyObject *pair = Py_BuildValue("(nn)", (Py_ssize_t)starts->at[i], (Py_ssize_t)ends->at[i]);
        if (!pair || PyList_SetItem(list, (Py_ssize_t)i, pair) < 0)
            Py_CLEAR(list);
    }
    drop(starts);
    drop(ends);
    return list;
}

static int read_table(PyObject *object, Py_buffer *view, Table *table)
{
    if (PyObject_GetBuffer(object, view, PyBUF_SIMPLE) < 0)
        return 0;
    table->slots = view->buf;
    table->size = (size_t)view->len / sizeof *table->slots;
    table->shift = 64;
    for (size_t size = table->size; size > 1; size >>= 1)
        table->shift--;
    if (table->size < 16 || table->size & (table->size - 1)) {
        PyBuffer_Release(view);
        PyErr_SetString(PyExc_ValueError, "no table of tokens");
        return 0;
    }
    return 1;
}

int read_tables(Tables *tables, PyObject *known, PyObject *whole)
{
    tables->count = 0;
    PyObject *objects[] = {known, whole};
    for (int i = 0; i < 2 && objects[i]; i++) {
        if (!read_table(objects[i], &tables->views[i], &tables->tables[i])) {
            if (i)
                PyBuffer_Release(&tables->views[0]);
            return 0;
        }
        tables->count++;
    }
    return 1;
}

void release(Tables *tables)
{
    while (tables->count)
        PyBuffer_Release(&tables->views[--tables->count]);
}

void let_go(Held *held)
{
    PyBuffer_Release(&held->flags);
    PyBuffer_Release(&held->hashes);
}

int hold(Held *held, PyObject *flags, int bit, PyObject *hashes)
{
    if (PyObject_GetBuffer(flags, &held->flags, PyBUF_SIMPLE) < 0)
        return 0;
    if (PyObject_GetBuffer(hashes, &held->hashes, PyBUF_SIMPLE) < 0) {
        PyBuffer_Release(&held->flags);
        return 0;
    }
    held->list = (Listing){held->flags.buf, bit, held->hashes.buf, (size_t)held->hashes.len / sizeof(uint64_t)};
    if (held->flags.len == 1 << 16)
        return 1;
    let_go(held);
    PyErr_SetString(PyExc_ValueError, "flags are 65,536 bytes");
    return 0;
}

/* Whether a set has some bytes; they are returned in `key`. */
int has(PyObject *set, const byte *from, size_t size, PyObject **key)
{
    *key = PyBytes_FromStringAndSize((const char *)from, (Py_ssize_t)size);
    return *key ? PySet_Contains(set, *key) : -1;
}
