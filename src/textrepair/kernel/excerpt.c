/* Some lines of a batch by themselves, for triggers that hit in no others: short ones, or ones with unusual signs. */
#include "methods.h"

/* Code points of some bytes. */
static size_t points(const byte *raw, size_t start, size_t end)
{
    size_t count = 0;
    for (size_t at = start; at < end; at++)
        count += (raw[at] & 0xC0) != 0x80;
    return count;
}

/* Whether a line has one to `most` characters, which have up to four bytes each. */
static int is_short(const byte *raw, size_t start, size_t end, size_t most)
{
    return end - start <= most || ((end - start) / 4 <= most && points(raw, start, end) <= most);
}

static int is_signed(const byte *raw, size_t start, size_t end, const byte *signs)
{
    for (; start + 8 <= end; start += 8) {
        const byte *at = raw + start;
        if (signs[at[0]] | signs[at[1]] | signs[at[2]] | signs[at[3]] | signs[at[4]] | signs[at[5]] | signs[at[6]] |
            signs[at[7]])
            return 1;
    }
    for (; start < end; start++)
        if (signs[raw[start]])
            return 1;
    return 0;
}

static void find_lines(const Scan *scan, size_t most, const byte *signs, Places *found)
{
    const Places *ends = &scan->line_ends;
    for (size_t line = 1; line < ends->size; line++) {
        size_t start = ends->at[line - 1] + 1, end = ends->at[line];
        if (start < end && is_short(scan->raw, start, end, most) &&
            (!signs || is_signed(scan->raw, start, end, signs))) {
            push(found, start);
            push(found, end);
        }
    }
}

/* Those that belong to a record: the padding is a line too. */
static void drop_padding(const Scan *scan, Places *lines)
{
    size_t last = scan->records ? scan->ends[scan->records - 1] : 0;
    while (lines->size && lines->at[lines->size - 1] > last)
        lines->size -= 2;
}

static int append(PyObject *list, size_t place)
{
    PyObject *one = PyLong_FromSize_t(place);
    int done = one && PyList_Append(list, one) == 0;
    Py_XDECREF(one);
    return done;
}

/* The lines joined by line ends, with their starts and ends there, and their starts here. */
static PyObject *joined(const Scan *scan, const Places *lines)
{
    size_t size = 0, at = 0;
    for (size_t i = 0; i < lines->size; i += 2)
        size += lines->at[i + 1] - lines->at[i] + 1;
    PyObject *made = Py_BuildValue("(NNNN)", PyBytes_FromStringAndSize(NULL, (Py_ssize_t)size), PyList_New(0),
                                   PyList_New(0), PyList_New(0));
    char *buffer = made ? PyBytes_AsString(PyTuple_GetItem(made, 0)) : NULL;
    for (size_t i = 0; made && i < lines->size; i += 2) {
        size_t start = lines->at[i], length = lines->at[i + 1] - start;
        memcpy(buffer + at, scan->raw + start, length);
        buffer[at + length] = '\n';
        if (!append(PyTuple_GetItem(made, 1), at) || !append(PyTuple_GetItem(made, 2), at + length) ||
            !append(PyTuple_GetItem(made, 3), start))
            Py_CLEAR(made);
        at += length + 1;
    }
    return made;
}

/* (most, signs): the lines of at most so many characters; with `signs`, by byte, those that hold one. */
PyObject *excerpt(PyObject *self, PyObject *args)
{
    Py_ssize_t most;
    Py_buffer signs;
    if (!PyArg_ParseTuple(args, "ny*", &most, &signs))
        return NULL;
    PyObject *made = NULL;
    Places lines = {0};
    if (signs.len && signs.len != 256)
        PyErr_SetString(PyExc_ValueError, "no table of signs");
    else {
        find_lines((Scan *)self, most < 0 ? 0 : (size_t)most, signs.len ? signs.buf : NULL, &lines);
        drop_padding((Scan *)self, &lines);
        made = lines.failed ? PyErr_NoMemory() : joined((Scan *)self, &lines);
        drop(&lines);
    }
    PyBuffer_Release(&signs);
    return made;
}
