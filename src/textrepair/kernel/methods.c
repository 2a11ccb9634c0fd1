/* The methods of the object: arguments in, lists out. */
#include "methods.h"
#include <stdlib.h>
#include <string.h>

/* A list of the places, which are dropped. */
static PyObject *listed(Places *places)
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

static PyObject *copied(const Places *from)
{
    Places places = {0};
    places.failed = from->failed;
    for (size_t i = 0; i < from->size; i++)
        push(&places, from->at[i]);
    return listed(&places);
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

/* Two tables, or one of them if the other is not asked for. */
typedef struct {
    Py_buffer views[2];
    Table tables[2];
    int count;
} Tables;

static int read_tables(Tables *tables, PyObject *known, PyObject *whole)
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

static void release(Tables *tables)
{
    while (tables->count)
        PyBuffer_Release(&tables->views[--tables->count]);
}

/* Which tokens the language has not: asked of one table only, the language's own. */
static int judge_tokens(Scan *scan, const Table *known)
{
    if (scan->missing)
        return 1;
    if (!(scan->missing = malloc(scan->count + 1))) {
        PyErr_NoMemory();
        return 0;
    }
    for (size_t i = 0; i < scan->count; i++)
        scan->missing[i] = (byte)is_missing(known, scan->tokens[i].hash);
    return 1;
}

#define SIMPLE(name, places) \
    static PyObject *name(PyObject *self, PyObject *Py_UNUSED(ignored)) { return copied(&((Scan *)self)->places); }
SIMPLE(unbalanced_quotes, unbalanced)
SIMPLE(mixed_quotes, mixed)
SIMPLE(open_brackets, brackets)
SIMPLE(capitals_inside, capitals)
SIMPLE(figures_beside, figures)
SIMPLE(stops_inside, stops_inside)
SIMPLE(commas_inside, commas_inside)

#define FOUND(name, find) \
    static PyObject *name(PyObject *self, PyObject *Py_UNUSED(ignored)) \
    { \
        Places found = {0}; \
        find((Scan *)self, &found); \
        return listed(&found); \
    }
FOUND(open_ends, find_open_ends)
FOUND(letter_runs, find_letter_runs)
FOUND(doubled_words, find_doubled)
FOUND(loose_dashes, find_dashes)
FOUND(repeated_endings, find_repeated_endings)

static PyObject *words_again(const Scan *scan, int kind)
{
    Places found = {0};
    find_repeats(scan, kind, &found);
    return listed(&found);
}

static PyObject *repeated_items(PyObject *self, PyObject *Py_UNUSED(ignored))
{
    return words_again((Scan *)self, 'i');
}

static PyObject *repeats_across_lines(PyObject *self, PyObject *Py_UNUSED(ignored))
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

static PyObject *repeats(PyObject *self, PyObject *Py_UNUSED(ignored))
{
    return words_and_runs((Scan *)self, 'w');
}

static PyObject *repeated_phrases(PyObject *self, PyObject *Py_UNUSED(ignored))
{
    return words_and_runs((Scan *)self, 'f');
}

static PyObject *repeated_characters(PyObject *self, PyObject *Py_UNUSED(ignored))
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

static PyObject *repeated_lines(PyObject *self, PyObject *args)
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

/* Place, two words before, the dash with its blanks, two words behind, and whether it is a hyphen elsewhere. */
static PyObject *one_dash(const Scan *scan, size_t place, size_t dash, size_t record)
{
    Around at;
    look_around(scan, place, &at);
    const char *raw = (const char *)scan->raw;
    PyObject *before = PyUnicode_DecodeUTF8(raw + at.start, (Py_ssize_t)(at.end - at.start), "replace");
    PyObject *after = PyUnicode_DecodeUTF8(raw + at.next, (Py_ssize_t)(at.stop - at.next), "replace");
    PyObject *one = NULL;
    if (before && after)
        one = Py_BuildValue("(nOs#Oi)", (Py_ssize_t)place, before, raw + at.end, (Py_ssize_t)(at.next - at.end), after,
                            raw[place] == '-' && record < scan->records && is_elsewhere(scan, dash, record, &at));
    Py_XDECREF(before);
    Py_XDECREF(after);
    return one;
}

/* How many of some places, which are in order, are before a place. */
static size_t count_before(const size_t *at, size_t size, size_t place)
{
    size_t low = 0, high = size;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (at[middle] < place)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* What stands around some of the loose dashes. */
static PyObject *around(PyObject *self, PyObject *args)
{
    Scan *scan = (Scan *)self;
    PyObject *places;
    if (!PyArg_ParseTuple(args, "O!", &PyList_Type, &places))
        return NULL;
    Py_ssize_t size = PyList_Size(places);
    PyObject *list = PyList_New(size);
    for (Py_ssize_t i = 0; list && i < size; i++) {
        size_t place = PyLong_AsSize_t(PyList_GetItem(places, i));
        if (!PyErr_Occurred() && (place < PADDING || place > scan->length - PADDING))
            PyErr_SetString(PyExc_ValueError, "a place outside of the buffer");
        PyObject *one = NULL;
        if (!PyErr_Occurred())
            one = one_dash(scan, place, count_before(scan->dashes.at, scan->dashes.size, place),
                           count_before(scan->ends, scan->records, place));
        if (!one || PyList_SetItem(list, i, one) < 0)
            Py_CLEAR(list);
    }
    return list;
}

static PyObject *pairs_of(Places *starts, Places *ends)
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

static PyObject *torn(PyObject *self, PyObject *args)
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

static PyObject *broken(PyObject *self, PyObject *args)
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

int on_list(const Listing *list, const Token *token)
{
    if (!(list->flags[token->hash >> 48] & list->bit))
        return 0;
    size_t low = 0, high = list->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (list->hashes[middle] < token->hash)
            low = middle + 1;
        else
            high = middle;
    }
    return low < list->count && list->hashes[low] == token->hash;
}

typedef struct {
    Py_buffer flags, hashes;
    Listing list;
} Held;

static void let_go(Held *held)
{
    PyBuffer_Release(&held->flags);
    PyBuffer_Release(&held->hashes);
}

static int hold(Held *held, PyObject *flags, int bit, PyObject *hashes)
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

typedef int (*Test)(const Scan *, size_t);

static int find_listed(const Scan *scan, PyObject *flags, int bit, PyObject *hashes, Test test, Places *found)
{
    Held held;
    if (!hold(&held, flags, bit, hashes))
        return 0;
    for (size_t i = 0; i < scan->count; i++)
        if (on_list(&held.list, scan->tokens + i) && test(scan, i))
            push(found, scan->tokens[i].start);
    let_go(&held);
    return 1;
}

static PyObject *open_sentences(PyObject *self, PyObject *args)
{
    PyObject *flags, *hashes[3];
    int bits[3], english, count = 0;
    Held held[3];
    Places found = {0};
    if (!PyArg_ParseTuple(args, "OiOiOiOp", &flags, bits, hashes, bits + 1, hashes + 1, bits + 2, hashes + 2, &english))
        return NULL;
    while (count < 3 && hold(&held[count], flags, bits[count], hashes[count]))
        count++;
    if (count == 3) {
        Listing lists[] = {held[0].list, held[1].list, held[2].list};
        find_open_sentences((Scan *)self, lists, english, &found);
    }
    for (int i = 0; i < count; i++)
        let_go(&held[i]);
    return count == 3 ? listed(&found) : NULL;
}

/* Whether a blank may stand here, or the first part of a word like `c'est`: no quotation mark, bracket or hyphen. */
static int is_free(const byte *before)
{
    if (*before < 0x80)
        return *before <= BLANK || (*before == '\'' && LETTER[before[-1]]);
    int mark = before[-2] == 0xE2 && before[-1] == 0x80 && *before >= 0x90 && *before <= 0x9F;
    return !mark && !(before[-1] == 0xC2 && (*before == 0xAB || *before == 0xBB));
}

/* A word in small letters with a blank behind, and one before. */
static int is_function_word(const Scan *scan, size_t i)
{
    const byte *start = scan->raw + scan->tokens[i].start;
    byte after = scan->raw[scan->tokens[i].end];
    return *start >= 'a' && (after <= BLANK || after >= 0x80) && is_free(start - 1);
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

static PyObject *function_words(PyObject *self, PyObject *args)
{
    PyObject *flags, *hashes;
    int bit;
    Places found = {0};
    if (!PyArg_ParseTuple(args, "OiO", &flags, &bit, &hashes))
        return NULL;
    int done = find_listed((Scan *)self, flags, bit, hashes, is_function_word, &found);
    return done ? listed(&found) : NULL;
}

static PyObject *rare_pieces(PyObject *self, PyObject *args)
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

/* Whether a set has some bytes; they are returned in `key`. */
static int has(PyObject *set, const byte *from, size_t size, PyObject **key)
{
    *key = PyBytes_FromStringAndSize((const char *)from, (Py_ssize_t)size);
    return *key ? PySet_Contains(set, *key) : -1;
}

/* Spans of the tokens that the language has not, but for those that are in a set with a byte on either side. */
static PyObject *unknown(PyObject *self, PyObject *args)
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

/* Whether a sign of Chinese or Japanese begins there. */
static int is_ideograph(const byte *at)
{
    return at[0] > 0xE2 && at[0] < 0xEA;
}

/* The bytes around a place without a blank or line end; more than `longest` of them on one side are cut there. `latin`:
 * without signs of Chinese or Japanese, too. */
static void run_around(const Scan *scan, size_t place, size_t longest, int latin, size_t *start, size_t *end)
{
    const byte *raw = scan->raw;
    size_t low = place > longest ? place - longest : 0;
    for (*start = place; *start > low && raw[*start - 1] != BLANK && raw[*start - 1] != '\n';) {
        if (latin && *start > 2 && raw[*start - 1] >= 0x80 && is_ideograph(raw + *start - 3))
            break;
        --*start;
    }
    for (*end = place; *end < place + longest && raw[*end] != BLANK && raw[*end] != '\n';) {
        if (latin && is_ideograph(raw + *end))
            return;
        ++*end;
    }
    if (*end == place + longest)
        ++*end;
}

/* Place and bytes of the runs with some of the places that are not in a set. */
static PyObject *runs(const Scan *scan, const Places *places, PyObject *dull, size_t longest, int latin)
{
    PyObject *list = PyList_New(0);
    for (size_t i = 0, stop = 0; list && i < places->size; i++) {
        size_t start, end;
        if (places->at[i] < stop)
            continue;
        run_around(scan, places->at[i], longest, latin, &start, &end);
        stop = end;
        PyObject *key, *pair = NULL;
        int there = has(dull, scan->raw + start, (end < scan->length ? end : scan->length) - start, &key);
        if (!there)
            pair = Py_BuildValue("(nO)", (Py_ssize_t)places->at[i], key);
        Py_XDECREF(key);
        if (there < 0 || (!there && (!pair || PyList_Append(list, pair) < 0)))
            Py_CLEAR(list);
        Py_XDECREF(pair);
    }
    return list;
}

#define RUNS(name, places, latin) \
    static PyObject *name(PyObject *self, PyObject *args) \
    { \
        PyObject *dull; \
        Py_ssize_t longest; \
        if (!PyArg_ParseTuple(args, "O!n", &PySet_Type, &dull, &longest)) \
            return NULL; \
        return runs((Scan *)self, &((Scan *)self)->places, dull, (size_t)longest, latin); \
    }
RUNS(capital_runs, capitals, 1)
RUNS(figure_runs, figures, 1)
RUNS(stop_runs, stops_inside, 0)
RUNS(comma_runs, commas_inside, 0)

/* Characters from one place to another. */
static size_t characters(const byte *raw, size_t from, size_t to)
{
    size_t found = 0;
    for (; from < to; from++)
        found += (raw[from] & 0xC0) != 0x80;
    return found;
}

/* Record and span, in its characters, of each line that holds one of the places, which are in order. */
static PyObject *lines(PyObject *self, PyObject *args)
{
    Scan *scan = (Scan *)self;
    PyObject *places, *list;
    if (!PyArg_ParseTuple(args, "O!", &PyList_Type, &places) || !(list = PyList_New(0)))
        return NULL;
    size_t record = 0, at = 0, chars = 0, stop = scan->records ? scan->starts[0] : 0;
    for (Py_ssize_t i = 0; list && scan->records && i < PyList_Size(places); i++) {
        size_t place = PyLong_AsSize_t(PyList_GetItem(places, i));
        if (PyErr_Occurred()) {
            Py_CLEAR(list);
            break;
        }
        if (place < stop || place >= scan->length)
            continue;
        while (record + 1 < scan->records && scan->starts[record + 1] <= place)
            record++;
        if (at < scan->starts[record])
            at = scan->starts[record], chars = 0;
        size_t start = place < scan->ends[record] ? place : scan->ends[record], end = start;
        while (start > scan->starts[record] && scan->raw[start - 1] != '\n')
            start--;
        while (end < scan->ends[record] && scan->raw[end] != '\n')
            end++;
        stop = end + 1;
        chars += characters(scan->raw, at, start);
        at = start;
        PyObject *one = Py_BuildValue("(n(nn))", (Py_ssize_t)record, (Py_ssize_t)chars,
                                      (Py_ssize_t)(chars + characters(scan->raw, start, end)));
        if (!one || PyList_Append(list, one) < 0)
            Py_CLEAR(list);
        Py_XDECREF(one);
    }
    return list;
}

PyMethodDef methods[] = {
    {"unbalanced_quotes", unbalanced_quotes, METH_NOARGS, "Starts of lines whose quotation marks are no pairs."},
    {"mixed_quotes", mixed_quotes, METH_NOARGS, "Starts of lines with straight and other quotation marks."},
    {"open_brackets", open_brackets, METH_NOARGS, "Starts of lines with more opening than closing brackets."},
    {"capitals_inside", capitals_inside, METH_NOARGS, "Places of capitals behind small letters."},
    {"figures_beside", figures_beside, METH_NOARGS, "Places of figures beside letters."},
    {"capital_runs", capital_runs, METH_VARARGS, "Place and bytes of runs with such capitals: (dull, longest)."},
    {"figure_runs", figure_runs, METH_VARARGS, "Place and bytes of runs with such figures: (dull, longest)."},
    {"stops_inside", stops_inside, METH_NOARGS, "Places of full stops and their like between words."},
    {"commas_inside", commas_inside, METH_NOARGS, "Places of commas and their like between words."},
    {"stop_runs", stop_runs, METH_VARARGS, "Place and bytes of runs with such stops: (dull, longest)."},
    {"comma_runs", comma_runs, METH_VARARGS, "Place and bytes of runs with such commas: (dull, longest)."},
    {"open_ends", open_ends, METH_NOARGS, "Ends of lines that may be letters."},
    {"open_sentences", open_sentences, METH_VARARGS, "Those that may be cut sentences: (flags, three bits and hashes, english)."},
    {"letter_runs", letter_runs, METH_NOARGS, "Places of characters that follow themselves."},
    {"loose_dashes", loose_dashes, METH_NOARGS, "Places of dashes beside a blank, of lost and of shared hyphens."},
    {"around", around, METH_VARARGS, "The same with what is before and behind, and whether it is a hyphen elsewhere."},
    {"doubled_words", doubled_words, METH_NOARGS, "Places of words that follow themselves."},
    {"repeats", repeats, METH_NOARGS, "Places of words that follow themselves, alone or with others."},
    {"repeated_phrases", repeated_phrases, METH_NOARGS, "Places of words in runs that follow themselves."},
    {"repeated_items", repeated_items, METH_NOARGS, "Places of words that equal the one before and a comma, in a list."},
    {"repeats_across_lines", repeats_across_lines, METH_NOARGS, "Places of words that end the line before, too."},
    {"repeated_characters", repeated_characters, METH_NOARGS, "Places of characters in runs that follow themselves."},
    {"repeated_lines", repeated_lines, METH_VARARGS, "Starts of lines that their record has before: (blanks)."},
    {"repeated_endings", repeated_endings, METH_NOARGS, "Places of stops with the same before them as the last, near it."},
    {"torn", torn, METH_VARARGS, "Places on lines that are torn, and spans on lines that may be: (known, whole, lenient, letters)."},
    {"rare_pieces", rare_pieces, METH_VARARGS, "The same on lines with listed pieces: (flags, bit, hashes, known, whole, lenient, letters)."},
    {"broken", broken, METH_VARARGS, "Spans of words that a hyphen breaks off: (known, lenient)."},
    {"function_words", function_words, METH_VARARGS, "Places of listed words: (flags, bit, hashes)."},
    {"unknown", unknown, METH_VARARGS, "Spans of unknown tokens but for those of a set: (known, dull)."},
    {"excerpt", excerpt, METH_VARARGS, "Some lines: of at most so many characters, with certain bytes."},
    {"lines", lines, METH_VARARGS, "Record and span in characters of the lines that hold places."},
    {NULL, NULL, 0, NULL},
};
