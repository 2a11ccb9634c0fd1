/* A sample of a text in small letters, see `language.glance.sampled`; of Western texts, which most are, and no others. */
#include "kernel.h"

/* Write a text in small letters; where it ends, or NULL if there are others than Western letters and signs. */
static byte *lowered(byte *to, const byte *from, const byte *end)
{
    size_t size = (size_t)(end - from);
    byte all = 0;
    for (size_t i = 0; i < size; i++) {
        all |= from[i];
        to[i] = (byte)(from[i] + ((byte)(from[i] - 'A') < 26 ? 0x20 : 0));
    }
    if (all < 0x80) /* nearly always: a loop without a branch is done many bytes at once */
        return to + size;
    while (from < end) {
        byte first = *from++;
        *to++ = (byte)(first - 'A') < 26 ? first | 0x20 : first;
        if (first < 0x80)
            continue;
        if (first == 0xC3) /* of Latin-1 */
            *to++ = *from >= 0x80 && *from <= 0x9E && *from != 0x97 ? *from + 0x20 : *from;
        else if (first == 0xC2)
            *to++ = *from;
        else if (first == 0xE2 && *from == 0x80) /* dashes and quotation marks */
            *to++ = *from++, *to++ = *from;
        else
            return NULL;
        from++;
    }
    return to;
}

/* One piece of the sample; where it ends, or NULL. */
static byte *piece(byte *to, PyObject *text, Py_ssize_t start, Py_ssize_t end)
{
    PyObject *part = PyUnicode_Substring(text, start, end);
    Py_ssize_t size;
    const byte *raw = part ? (const byte *)PyUnicode_AsUTF8AndSize(part, &size) : NULL;
    if (!raw && PyErr_ExceptionMatches(PyExc_UnicodeEncodeError)) /* a lone surrogate */
        PyErr_Clear();
    to = raw && size <= 3 * (end - start) ? lowered(to, raw, raw + size) : NULL;
    Py_XDECREF(part);
    return to;
}

/* The sample and eight bytes of 0 behind it. Where it ends, or NULL: an error is set, or it is not Western. */
const byte *western_sample(byte sample[SAMPLE_ROOM], PyObject *text)
{
    byte *at = sample;
    Py_ssize_t length = PyUnicode_GetLength(text);
    if (length < 0)
        return NULL;
    int pieces = length > SAMPLE_WHOLE ? SAMPLE_PIECES : 1;
    Py_ssize_t size = length > SAMPLE_WHOLE ? SAMPLE / SAMPLE_PIECES : length, step = (length - size) / (SAMPLE_PIECES - 1);
    for (int i = 0; at && i < pieces; i++) {
        if (i)
            *at++ = ' ';
        at = piece(at, text, i * step, i * step + size);
    }
    if (at)
        memset(at, 0, PADDING);
    return at;
}
