/* Methods for what comes again: words, items, characters, lines. */
#include "methods.h"
#include <stdlib.h>

static PyObject *words_again(const Scan *scan, int kind)
{
    Places found = {0};
    find_repeats(scan, kind, &found);
    return listed(&found);
}

PyObject *repeated_items(PyObject *self, PyObject *Py_UNUSED(ignored))
{
    return words_again((Scan *)self, 'i');
}

PyObject *repeats_across_lines(PyObject *self, PyObject *Py_UNUSED(ignored))
{
    return words_again((Scan *)self, 'l');
}

/* An item that equals no other, for a line end: no run goes on beyond it. */
static uint64_t barrier(size_t place)
{
    return ~(uint64_t)place;
}

/* Places of items that follow themselves within a line. `items` and `places` are of one size. */
static PyObject *looped(uint64_t *items, Places *places, Places *found)
{
    Places numbers = {0};
    if (items && !places->failed)
        find_loops(items, places->size, &numbers);
    for (size_t i = 0; i < numbers.size; i++)
        push(found, places->at[numbers.at[i]]);
    found->failed |= numbers.failed | places->failed | !items;
    free(items);
    drop(&numbers);
    drop(places);
    sort_places(found);
    return listed(found);
}

/* Runs of words that follow themselves, and words that equal the one before, of one kind. */
static PyObject *words_and_runs(const Scan *scan, int kind)
{
    Places found = {0}, places = {0};
    uint64_t *items = malloc((scan->count + scan->line_ends.size) * sizeof *items);
    for (size_t i = 0, line = 0; items && i < scan->count && !places.failed; i++) {
        for (; line < scan->line_ends.size && scan->line_ends.at[line] < scan->tokens[i].start; line++) {
            items[places.size] = barrier(line);
            push(&places, scan->line_ends.at[line]);
        }
        items[places.size] = scan->tokens[i].hash;
        push(&places, scan->tokens[i].start);
    }
    find_repeats(scan, kind, &found);
    return looped(items, &places, &found);
}

PyObject *repeats(PyObject *self, PyObject *Py_UNUSED(ignored))
{
    return words_and_runs((Scan *)self, 'w');
}

PyObject *repeated_phrases(PyObject *self, PyObject *Py_UNUSED(ignored))
{
    return words_and_runs((Scan *)self, 'f');
}

PyObject *repeated_characters(PyObject *self, PyObject *Py_UNUSED(ignored))
{
    Scan *scan = (Scan *)self;
    Places found = {0}, places = {0};
    uint64_t *codes = malloc(scan->length * sizeof *codes);
    for (size_t i = 0; codes && i < scan->length && !places.failed; i++) {
        if ((scan->raw[i] & 0xC0) != 0x80) {
            codes[places.size] = 0;
            push(&places, i);
            if (places.failed)
                break;
        }
        if (scan->raw[i] == '\n')
            codes[places.size - 1] = barrier(i);
        else
            codes[places.size - 1] = codes[places.size - 1] << 8 | scan->raw[i];
    }
    return looped(codes, &places, &found);
}

PyObject *repeated_lines(PyObject *self, PyObject *args)
{
    const byte *blanks;
    Py_ssize_t size;
    Places found = {0};
    if (!PyArg_ParseTuple(args, "y#", &blanks, &size))
        return NULL;
    byte table[256] = {0};
    for (Py_ssize_t i = 0; i < size; i++)
        table[blanks[i]] = 1;
    find_repeated_lines((Scan *)self, table, &found);
    return listed(&found);
}
