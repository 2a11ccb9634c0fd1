/* Words that follow themselves in a line: what `checkers/repeated/tokens.py` and `tandem.py` say of it, in one pass. */
#include "kernel.h"
#include <stdlib.h>

enum { OTHER, WORDLY, JOINER }; /* what the table says of a character; anything else: ask Python */
enum { BUDGET = 24 };           /* comparisons per token that runs may cost, as in `tandem.py` */

typedef struct {
    size_t start, end;   /* in characters */
    const byte *at;      /* in bytes, */
    size_t size;
    size_t same;         /* the number of the first token that is the same */
} Item;

typedef struct {
    Item *items;
    size_t count;
    size_t *slots; /* numbers of items, or of pairs, by hash */
    size_t mask;
} Row;

static byte lower(byte sign)
{
    return sign >= 'A' && sign <= 'Z' ? sign | 32 : sign;
}

/* The character at a place, which moves behind it. */
static uint32_t next_character(const byte **at)
{
    const byte *from = *at;
    if (from[0] < 0x80) {
        *at += 1;
        return from[0];
    }
    if (from[0] < 0xE0) {
        *at += 2;
        return (from[0] & 0x1Fu) << 6 | (from[1] & 0x3Fu);
    }
    if (from[0] < 0xF0) {
        *at += 3;
        return (from[0] & 0x0Fu) << 12 | (from[1] & 0x3Fu) << 6 | (from[2] & 0x3Fu);
    }
    *at += 4;
    return UINT32_MAX;
}

/* The tokens between two places; 0 if there is a character that the table does not know. */
static int cut(Row *row, const byte *from, const byte *to, const byte *table, size_t known)
{
    int inside = 0, joined = 0; /* in a token; behind a joiner in it */
    size_t number = 0;
    for (const byte *at = from, *next = from; at < to; at = next, number++) {
        uint32_t sign = next_character(&next);
        if (sign >= known || table[sign] > JOINER)
            return 0;
        Item *item = &row->items[row->count];
        if (table[sign] == WORDLY) {
            if (!inside)
                item->start = number, item->at = at;
            item->end = number + 1, item->size = (size_t)(next - item->at);
            inside = 1, joined = 0;
        } else if (inside && !joined && table[sign] == JOINER) {
            joined = 1;
        } else if (inside) {
            inside = joined = 0, row->count++;
        }
    }
    row->count += (size_t)inside;
    return 1;
}

static int is_same(const Item *one, const Item *other)
{
    if (one->size != other->size)
        return 0;
    for (size_t i = 0; i < one->size; i++)
        if (lower(one->at[i]) != lower(other->at[i]))
            return 0;
    return 1;
}

static void name_alike(Row *row)
{
    memset(row->slots, 0xFF, (row->mask + 1) * sizeof *row->slots);
    for (size_t i = 0; i < row->count; i++) {
        uint64_t hash = row->items[i].size;
        for (size_t k = 0; k < row->items[i].size; k++)
            hash = (hash ^ lower(row->items[i].at[k])) * 0x9E3779B97F4A7C15u, hash ^= hash >> 32;
        size_t slot = hash & row->mask;
        while (row->slots[slot] != SIZE_MAX && !is_same(&row->items[row->slots[slot]], &row->items[i]))
            slot = (slot + 1) & row->mask;
        if (row->slots[slot] == SIZE_MAX)
            row->slots[slot] = i;
        row->items[i].same = row->slots[slot];
    }
}

static int add_run(PyObject *list, size_t start, size_t end, size_t period)
{
    PyObject *run = Py_BuildValue("(nnn)", (Py_ssize_t)start, (Py_ssize_t)end, (Py_ssize_t)period);
    int done = run && PyList_Append(list, run) == 0;
    Py_XDECREF(run);
    return done;
}

static int add_doubled(const Row *row, PyObject *list)
{
    const Item *items = row->items;
    for (size_t i = 0; i + 1 < row->count;) {
        size_t end = i + 1;
        while (end < row->count && items[end].same == items[i].same)
            end++;
        if (end > i + 1 && !add_run(list, i, end, 1))
            return 0;
        i = end;
    }
    return 1;
}

/* Where the pair that begins here was last; from now on it is here. */
static size_t before(Row *row, size_t i)
{
    const Item *items = row->items;
    uint64_t hash = (items[i].same * 0x9E3779B97F4A7C15u ^ items[i + 1].same) * 0xD6E8FEB86659FD93u;
    size_t slot = (size_t)(hash >> 32) & row->mask, found;
    while ((found = row->slots[slot]) != SIZE_MAX &&
           (items[found].same != items[i].same || items[found + 1].same != items[i + 1].same))
        slot = (slot + 1) & row->mask;
    row->slots[slot] = i;
    return found;
}

/* As `tandem._periodic`, step for step: a token before the first is the last one. */
static int add_phrases(Row *row, size_t *walked, PyObject *list)
{
    const Item *items = row->items;
    size_t count = row->count, spent = 0;
    memset(row->slots, 0xFF, (row->mask + 1) * sizeof *row->slots);
    for (size_t i = 0; i + 1 < count && spent <= BUDGET * count; i++) {
        size_t last = before(row, i), period = i - last;
        if (last == SIZE_MAX || period < 2 || last < walked[period])
            continue;
        if (period > 2 && items[last ? last - 1 : count - 1].same != items[i - 1].same &&
            (i + 2 >= count || items[last + 2].same != items[i + 2].same))
            continue;
        size_t start = last, end = last + 1;
        while (start && items[start - 1].same == items[start - 1 + period].same)
            start--;
        while (end + period < count && items[end].same == items[end + period].same)
            end++;
        walked[period] = end;
        spent += end - start;
        if (end - start >= period && !add_run(list, start, end + period, period))
            return 0;
    }
    return 1;
}

static PyObject *places_of(const Row *row)
{
    PyObject *bytes = PyBytes_FromStringAndSize(NULL, (Py_ssize_t)(row->count * 2 * sizeof(uint64_t)));
    uint64_t *into = bytes ? (uint64_t *)PyBytes_AsString(bytes) : NULL;
    for (size_t i = 0; into && i < row->count; i++)
        into[2 * i] = row->items[i].start, into[2 * i + 1] = row->items[i].end;
    return bytes;
}

static PyObject *runs_of(Row *row, size_t *walked)
{
    PyObject *doubled = PyList_New(0), *phrases = PyList_New(0), *places = NULL, *found = NULL;
    if (doubled && phrases) {
        name_alike(row);
        if (add_doubled(row, doubled) && add_phrases(row, walked, phrases))
            places = places_of(row);
        found = places ? PyTuple_Pack(3, places, doubled, phrases) : NULL;
    }
    Py_XDECREF(places);
    Py_XDECREF(doubled);
    Py_XDECREF(phrases);
    return found;
}

/* Places of the tokens of a line, and the runs among them; None where Python has to look for them. */
PyObject *tandem(PyObject *self, PyObject *args)
{
    PyObject *text, *found = NULL;
    const char *table;
    Py_ssize_t known, size;
    (void)self;
    if (!PyArg_ParseTuple(args, "Uy#", &text, &table, &known))
        return NULL;
    const byte *raw = (const byte *)PyUnicode_AsUTF8AndSize(text, &size);
    if (!raw && !PyErr_ExceptionMatches(PyExc_UnicodeEncodeError))
        return NULL;
    PyErr_Clear();
    if (!raw)
        Py_RETURN_NONE;
    size_t most = (size_t)size / 2 + 2;
    Row row = {malloc(most * sizeof *row.items), 0, NULL, 15};
    while (row.mask < 2 * most)
        row.mask = 2 * row.mask + 1;
    row.slots = malloc((row.mask + 1) * sizeof *row.slots);
    size_t *walked = calloc(most, sizeof *walked);
    if (!row.items || !row.slots || !walked)
        found = PyErr_NoMemory();
    else if (cut(&row, raw, raw + size, (const byte *)table, (size_t)known))
        found = runs_of(&row, walked);
    else
        found = Py_NewRef(Py_None);
    free(row.items);
    free(row.slots);
    free(walked);
    return found;
}
