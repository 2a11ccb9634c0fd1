#ifndef TEXTREPAIR_METHODS_H
#define TEXTREPAIR_METHODS_H
#include "kernel.h"

#if defined(__GNUC__) && !defined(_WIN32)
#pragma GCC visibility push(hidden)
#endif

extern PyMethodDef methods[];

/* Two tables, or one of them if the other is not asked for. */
typedef struct {
    Py_buffer views[2];
    Table tables[2];
    int count;
} Tables;

/* A list of words in Python's hands, to be let go of. */
typedef struct {
    Py_buffer flags, hashes;
    Listing list;
} Held;

typedef int (*Test)(const Scan *, size_t);

PyObject *listed(Places *places);
PyObject *pairs_of(Places *starts, Places *ends);
int read_tables(Tables *tables, PyObject *known, PyObject *whole);
void release(Tables *tables);
int hold(Held *held, PyObject *flags, int bit, PyObject *hashes);
void let_go(Held *held);
int has(PyObject *set, const byte *from, size_t size, PyObject **key);
int find_listed(const Scan *scan, PyObject *flags, int bit, PyObject *hashes, Test test, Places *found);

PyObject *give_back(PyObject *self, PyObject *args);
PyObject *repeated_items(PyObject *self, PyObject *args);
PyObject *repeats_across_lines(PyObject *self, PyObject *args);
PyObject *repeats(PyObject *self, PyObject *args);
PyObject *repeated_phrases(PyObject *self, PyObject *args);
PyObject *repeated_characters(PyObject *self, PyObject *args);
PyObject *repeated_lines(PyObject *self, PyObject *args);
PyObject *around(PyObject *self, PyObject *args);
PyObject *torn(PyObject *self, PyObject *args);
PyObject *broken(PyObject *self, PyObject *args);
PyObject *rare_pieces(PyObject *self, PyObject *args);
PyObject *judge(PyObject *self, PyObject *args);
PyObject *unknown(PyObject *self, PyObject *args);
PyObject *open_sentences(PyObject *self, PyObject *args);
PyObject *function_words(PyObject *self, PyObject *args);
PyObject *lines(PyObject *self, PyObject *args);
PyObject *capital_runs(PyObject *self, PyObject *args);
PyObject *figure_runs(PyObject *self, PyObject *args);
PyObject *stop_runs(PyObject *self, PyObject *args);
PyObject *comma_runs(PyObject *self, PyObject *args);
PyObject *excerpt(PyObject *self, PyObject *args);

#if defined(__GNUC__) && !defined(_WIN32)
#pragma GCC visibility pop
#endif

#endif
