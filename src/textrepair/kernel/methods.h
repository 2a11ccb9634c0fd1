#ifndef TEXTREPAIR_METHODS_H
#define TEXTREPAIR_METHODS_H
#include "kernel.h"

extern PyMethodDef methods[];
PyObject *excerpt(PyObject *self, PyObject *args);

#endif
