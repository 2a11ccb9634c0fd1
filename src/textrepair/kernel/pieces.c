/* Methods for unknown words and for words in pieces. */
#include "methods.h"
#include <stdlib.h>
#include <string.h>

/* Which of the tokens with their places in one of so many parts of a table the language has not. */
static int judge_part(Scan *scan, const Table *known, size_t part, size_t parts)
{
    if (!scan->missing && !(scan->missing = calloc(scan->count + 1, 1))) {
        PyErr_NoMemory();
        return 0;
    }
    size_t low = known->size / parts * part, size = known->size / parts;
    for (size_t i = 0; i < scan->count; i++)
        if ((size_t)(scan->tokens[i].hash >> known->shift) - low < size)
            scan->missing[i] = (byte)is_missing(known, scan->tokens[i].hash);
    return 1;
}

/* Which tokens the language has not: asked of one table only, the language's own. */
static int judge_tokens(Scan *scan, const Table *known)
{
    return scan->missing || judge_part(scan, known, 0, 1);
}

/* The same part by part, for a large table: a few lines of text have words all over it. All parts, or none. */
PyObject *judge(PyObject *self, PyObject *args)
{
    PyObject *known;
    Tables tables;
    Py_ssize_t part, parts;
    if (!PyArg_ParseTuple(args, "Onn", &known, &part, &parts) || !read_tables(&tables, known, NULL))
        return NULL;
    size_t size = tables.tables[0].size;
    int done = 0;
    if (part < 0 || part >= parts || (size_t)parts > size || parts & (parts - 1))
        PyErr_SetString(PyExc_ValueError, "no part of the table");
    else
        done = judge_part((Scan *)self, &tables.tables[0], (size_t)part, (size_t)parts);
    release(&tables);
    return done ? Py_NewRef(Py_None) : NULL;
}

/* Spans of the tokens that the language has not, but for those that are in a set with a byte on either side. */
PyObject *unknown(PyObject *self, PyObject *args)
{
    Scan *scan = (Scan *)self;
    PyObject *known, *dull;
    Tables tables;
    Places starts = {0}, ends = {0};
    if (!PyArg_ParseTuple(args, "OO!", &known, &PySet_Type, &dull) || !read_tables(&tables, known, NULL))
        return NULL;
    int done = judge_tokens(scan, &tables.tables[0]), there = 0;
    release(&tables);
    for (size_t i = 0; done && i < scan->count; i++) {
        if (!scan->missing[i])
            continue;
        const Token *token = scan->tokens + i;
        PyObject *key;
        there = has(dull, scan->raw + token->start - 1, token->end - token->start + 2, &key);
        Py_XDECREF(key);
        if (there < 0)
            break;
        if (!there) {
            push(&starts, token->start);
            push(&ends, token->end);
        }
    }
    if (done && there >= 0)
        return pairs_of(&starts, &ends);
    drop(&starts);
    drop(&ends);
    return NULL;
}

/* Places on lines that are wanted, and spans of pieces on others. */
static PyObject *parted(const Scan *scan, const Tables *tables, int lenient, const char *words, Torn *torn)
{
    Places *all[] = {&torn->starts, &torn->ends, &torn->letters, &torn->sure, &torn->some, &torn->stops};
    part_torn(scan, &tables->tables[0], &tables->tables[1], lenient, words, torn);
    int failed = 0;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        failed |= all[i]->failed;
    PyObject *places = failed ? PyErr_NoMemory() : listed(&torn->sure);
    PyObject *spans = places ? pairs_of(&torn->some, &torn->stops) : NULL;
    PyObject *both = spans ? Py_BuildValue("(OO)", places, spans) : NULL;
    Py_XDECREF(places);
    Py_XDECREF(spans);
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        drop(all[i]);
    return both;
}

PyObject *torn(PyObject *self, PyObject *args)
{
    Scan *scan = (Scan *)self;
    PyObject *known, *whole, *found = NULL;
    const char *words;
    int lenient;
    Tables tables;
    Torn torn = {0};
    if (!PyArg_ParseTuple(args, "OOps", &known, &whole, &lenient, &words) || !read_tables(&tables, known, whole))
        return NULL;
    if (judge_tokens(scan, &tables.tables[0])) {
        find_torn(scan, scan->tokens, scan->count, scan->missing, &tables.tables[0], &tables.tables[1], lenient,
                  &torn.starts, &torn.ends);
        find_letters(scan, scan->tokens, scan->count, scan->missing, &torn.letters);
        found = parted(scan, &tables, lenient, words, &torn);
    }
    release(&tables);
    return found;
}

static int is_in(byte sign, const char *signs)
{
    return sign >= 0x80 || (sign && strchr(signs, sign) != NULL);
}

/* A piece in small letters that stands alone like a word, with a word before or behind it. */
static int is_beside_word(const Scan *scan, size_t i)
{
    const byte *start = scan->raw + scan->tokens[i].start, *end = scan->raw + scan->tokens[i].end;
    int behind = start[-1] == BLANK && LETTER[start[-2]], before = end[0] == BLANK && LETTER[end[1]];
    return *start >= 'a' && !after_apostrophe(scan->raw, scan->tokens[i].start) &&
           ((is_in(start[-1], " \n(\"") && before) || (behind && is_in(end[0], " \n.,;:!?)\"")));
}

/* A single letter with two more behind it, one blank between and before and behind. */
static int begins_row(const Scan *scan, size_t i)
{
    const Token *at = scan->tokens + i;
    if (i + 2 >= scan->count || !is_single(scan, at + 1) || !is_single(scan, at + 2))
        return 0;
    for (int step = 0; step < 2; step++)
        if (at[step + 1].start - at[step].end != 1 || scan->raw[at[step].end] != BLANK)
            return 0;
    return scan->raw[at[0].start - 1] <= BLANK && scan->raw[at[2].end] <= BLANK;
}

PyObject *rare_pieces(PyObject *self, PyObject *args)
{
    Scan *scan = (Scan *)self;
    PyObject *flags, *hashes, *known, *whole;
    const char *words;
    int bit, lenient;
    Tables tables;
    Places pieces = {0};
    Torn torn = {0};
    if (!PyArg_ParseTuple(args, "OiOOOps", &flags, &bit, &hashes, &known, &whole, &lenient, &words))
        return NULL;
    if (!find_listed(scan, flags, bit, hashes, is_beside_word, &pieces))
        return NULL;
    for (size_t i = 0; i < scan->count; i++)
        if (is_single(scan, scan->tokens + i) && begins_row(scan, i))
            push(&pieces, scan->tokens[i].start);
    sort_places(&pieces);
    if (known == Py_None || whole == Py_None) {
        PyObject *places = listed(&pieces);
        return places ? Py_BuildValue("(N[])", places) : NULL;
    }
    if (!read_tables(&tables, known, whole)) {
        drop(&pieces);
        return NULL;
    }
    find_rare(scan, &pieces, &tables.tables[0], &tables.tables[1], lenient, &torn.starts, &torn.ends, &torn.letters);
    torn.sure.failed |= pieces.failed;
    drop(&pieces);
    PyObject *found = parted(scan, &tables, lenient, words, &torn);
    release(&tables);
    return found;
}

PyObject *broken(PyObject *self, PyObject *args)
{
    PyObject *known;
    int lenient;
    Tables tables;
    Places starts = {0}, ends = {0};
    if (!PyArg_ParseTuple(args, "Op", &known, &lenient) || !read_tables(&tables, known, NULL))
        return NULL;
    find_broken((Scan *)self, &tables.tables[0], lenient, &starts, &ends);
    release(&tables);
    return pairs_of(&starts, &ends);
}
