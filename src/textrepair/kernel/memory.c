/* How the C library keeps what is given back to it. */
#include "kernel.h"
#include "methods.h"
#ifdef __GLIBC__
#include <malloc.h>
#endif

/* From now on a block of so many bytes goes back to the system at once. glibc would raise that to the size of the largest
   that was ever given back, and what is kept between blocks of so many sizes fits none of the next: a tenth of a run. */
PyObject *give_back(PyObject *Py_UNUSED(self), PyObject *args)
{
    int bytes;
    if (!PyArg_ParseTuple(args, "i", &bytes))
        return NULL;
#if defined(__GLIBC__) && defined(M_MMAP_THRESHOLD)
    return PyBool_FromLong(mallopt(M_MMAP_THRESHOLD, bytes));
#else
    return PyBool_FromLong(0);
#endif
}
