/* The object: a buffer with its records, looked through once when it is made; and from places to lines. */
#include "kernel.h"
#include "methods.h"
#include <stdlib.h>
#include <string.h>

static int read_places(PyObject *list, size_t **into, size_t count, size_t limit)
{
    if (!(*into = malloc((count + 1) * sizeof **into))) {
        PyErr_NoMemory();
        return 0;
    }
    for (size_t i = 0; i < count; i++) {
        size_t place = PyLong_AsSize_t(PyList_GetItem(list, (Py_ssize_t)i));
        if (PyErr_Occurred())
            return 0;
        if (place < PADDING || place > limit || (i && place < (*into)[i - 1])) {
            PyErr_SetString(PyExc_ValueError, "a place outside of the buffer, or out of order");
            return 0;
        }
        (*into)[i] = place;
    }
    return 1;
}

static int fill(Scan *scan, PyObject *buffer, PyObject *starts, PyObject *ends)
{
    char *raw;
    Py_ssize_t length;
    if (PyBytes_AsStringAndSize(buffer, &raw, &length) < 0)
        return 0;
    if (length < 2 * PADDING || raw[PADDING - 1] != '\n' || raw[length - 1] != '\n' ||
        PyList_Size(starts) != PyList_Size(ends)) {
        PyErr_SetString(PyExc_ValueError, "no batch: the padding is missing, or a start or an end");
        return 0;
    }
    Py_INCREF(buffer);
    scan->buffer = buffer;
    scan->raw = (const byte *)raw;
    scan->length = (size_t)length;
    scan->records = (size_t)PyList_Size(starts);
    size_t limit = scan->length - PADDING;
    return read_places(starts, &scan->starts, scan->records, limit) && read_places(ends, &scan->ends, scan->records, limit);
}

static PyObject *scan_new(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    PyObject *buffer, *starts, *ends;
    (void)kwargs;
    if (!PyArg_ParseTuple(args, "SO!O!", &buffer, &PyList_Type, &starts, &PyList_Type, &ends))
        return NULL;
    allocfunc make = (allocfunc)PyType_GetSlot(type, Py_tp_alloc);
    Scan *scan = (Scan *)make(type, 0);
    if (!scan)
        return NULL;
    if (!fill(scan, buffer, starts, ends)) {
        Py_DECREF(scan);
        return NULL;
    }
    find_signs(scan);
    if (!find_tokens(scan)) {
        Py_DECREF(scan);
        return PyErr_NoMemory();
    }
    return (PyObject *)scan;
}

static void scan_dealloc(PyObject *self)
{
    Scan *scan = (Scan *)self;
    Places *all[] = {&scan->line_ends, &scan->capitals,   &scan->figures, &scan->dashes,  &scan->combining,
                     &scan->stops,     &scan->unbalanced, &scan->mixed,   &scan->brackets,
                     &scan->stops_inside, &scan->commas_inside};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        drop(all[i]);
    free(scan->starts);
    free(scan->ends);
    free(scan->folded);
    free(scan->tokens);
    free(scan->missing);
    Py_XDECREF(scan->buffer);
    PyTypeObject *type = Py_TYPE(self);
    ((freefunc)PyType_GetSlot(type, Py_tp_free))(self);
    Py_DECREF(type);
}

static PyType_Slot slots[] = {
    {Py_tp_new, (void *)scan_new},
    {Py_tp_dealloc, (void *)scan_dealloc},
    {Py_tp_methods, methods},
    {Py_tp_doc, (void *)"The signs and the words of a batch: Scan(buffer, starts, ends)."},
    {0, NULL},
};
static PyType_Spec spec = {"textrepair.kernel._kernel.Scan", sizeof(Scan), 0, Py_TPFLAGS_DEFAULT, slots};
static PyMethodDef functions[] = {
    {"trial", trial, METH_VARARGS, "A trial of langdetect: (weights, more, columns, numbers, draw, bits, limit, enough)."},
    {"tandem", tandem, METH_VARARGS, "Places of tokens, and runs of them: (line, table). None if Python has to say."},
    {"give_back", give_back, METH_VARARGS, "From how many bytes on a block goes back to the system at once: (bytes)."},
    {NULL, NULL, 0, NULL},
};
static struct PyModuleDef module = {
    PyModuleDef_HEAD_INIT, "_kernel", "What costs most, in C.", -1, functions, NULL, NULL, NULL, NULL,
};

static int add_type(PyObject *to, const char *name, PyType_Spec *of)
{
    PyObject *type = PyType_FromSpec(of);
    int done = type && PyModule_AddObjectRef(to, name, type) == 0;
    Py_XDECREF(type);
    return done;
}

PyMODINIT_FUNC PyInit__kernel(void)
{
    make_classes();
    PyObject *made = PyModule_Create(&module);
    if (made && (PyModule_AddIntConstant(made, "VERSION", VERSION) < 0 || !add_type(made, "Scan", &spec) ||
                 !add_type(made, "WordList", &word_list) ||
                 !add_type(made, "Spelling", &spelling) || !add_type(made, "Glance", &glance) ||
                 !add_type(made, "Automaton", &automaton)))
        Py_CLEAR(made);
    return made;
}
