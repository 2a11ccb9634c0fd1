/* The methods of the object: arguments in, lists out. */
#include "methods.h"

static PyObject *copied(const Places *from)
{
    Places places = {0};
    places.failed = from->failed;
    for (size_t i = 0; i < from->size; i++)
        push(&places, from->at[i]);
    return listed(&places);
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
    {"judge", judge, METH_VARARGS, "Looks up the tokens that have their places in a part of a table: (known, part, parts)."},
    {"unknown", unknown, METH_VARARGS, "Spans of unknown tokens but for those of a set: (known, dull)."},
    {"excerpt", excerpt, METH_VARARGS, "Some lines: of at most so many characters, with certain bytes."},
    {"lines", lines, METH_VARARGS, "Record and span in characters of the lines that hold places."},
    {NULL, NULL, 0, NULL},
};
