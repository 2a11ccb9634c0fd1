/* Methods for words of a list: function words, and words that no sentence ends in. */
#include "methods.h"

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

int find_listed(const Scan *scan, PyObject *flags, int bit, PyObject *hashes, Test test, Places *found)
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

PyObject *open_sentences(PyObject *self, PyObject *args)
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

PyObject *function_words(PyObject *self, PyObject *args)
{
    PyObject *flags, *hashes;
    int bit;
    Places found = {0};
    if (!PyArg_ParseTuple(args, "OiO", &flags, &bit, &hashes))
        return NULL;
    int done = find_listed((Scan *)self, flags, bit, hashes, is_function_word, &found);
    return done ? listed(&found) : NULL;
}
