/* Some lines of a batch by themselves, for triggers that hit in no others: short ones, or ones with unusual signs. */
#include "methods.h"

/* Whether a line has one to `most` characters, which have up to four bytes each. */
static int is_short(const byte *raw, size_t start, size_t end, size_t most)
{
    return end - start <= most || ((end - start) / 4 <= most && characters(raw, start, end) <= most);
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

/* The lines joined by line ends, with their starts and ends there, and their starts here. */
static PyObject *joined(const Scan *scan, const Places *lines)
{
    Places starts = {0}, ends = {0}, places = {0};
    size_t size = 0;
    for (size_t i = 0; i < lines->size; i += 2) {
        push(&starts, size);
        push(&ends, size += lines->at[i + 1] - lines->at[i]);
        push(&places, lines->at[i]);
        size++;
    }
    PyObject *buffer = PyBytes_FromStringAndSize(NULL, (Py_ssize_t)size);
    char *at = buffer ? PyBytes_AsString(buffer) : NULL;
    for (size_t i = 0; at && i < lines->size; i += 2) {
        size_t length = lines->at[i + 1] - lines->at[i];
        memcpy(at, scan->raw + lines->at[i], length);
        at[length] = '\n';
        at += length + 1;
    }
    PyObject *all[] = {buffer, listed(&starts), listed(&ends), listed(&places)}, *made = NULL;
    if (all[0] && all[1] && all[2] && all[3])
        made = Py_BuildValue("(OOOO)", all[0], all[1], all[2], all[3]);
    for (int i = 0; i < 4; i++)
        Py_XDECREF(all[i]);
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
