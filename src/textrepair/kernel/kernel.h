/* The fast scan in C: what `scan/features.py` finds with vectors, in a few passes over the bytes; and word lists.
 *
 * All places are bytes of a buffer of UTF-8 that begins and ends with eight bytes of padding, so a few bytes around any
 * sign can be read without asking. The limited API only: one build serves every version of Python from 3.11 on.
 */
#ifndef TEXTREPAIR_KERNEL_H
#define TEXTREPAIR_KERNEL_H

#define PY_SSIZE_T_CLEAN
#ifndef Py_LIMITED_API
#define Py_LIMITED_API 0x030B0000
#endif
#include <Python.h>
#include <stdint.h>
#include <string.h>
#if defined(_MSC_VER)
#include <intrin.h>
#endif

/* All names but that of the module are ours alone, whatever the program that loads it calls its own. */
#if defined(__GNUC__) && !defined(_WIN32)
#pragma GCC visibility push(hidden)
#endif

typedef unsigned char byte;

/* The number that `__init__.py` asks for: raise both with every change of what methods take or give. */
enum { VERSION = 13 };

enum { PADDING = 8, BLANK = 32, LONGEST_LOOP = 64 };

/* Places, growing. When memory runs out `failed` is set, and whoever makes a list of them raises the error. */
typedef struct {
    size_t *at;
    size_t size, room;
    int failed;
} Places;

void push(Places *places, size_t place);
void sort_places(Places *places); /* and each one once */
void drop(Places *places);

/* A run of letters, without its case; the hash is the one of `tokens.py`. */
typedef struct {
    size_t start, end;
    uint64_t hash;
} Token;

/* An open-addressing table of fingerprints, see `tokens.TokenTable`. */
typedef struct {
    const uint32_t *slots;
    size_t size;
    int shift;
} Table;

/* A list of words by their sorted hashes. `flags`: by the upper 16 bits of a hash, a bit for each list that may have it. */
typedef struct {
    const byte *flags;
    int bit;
    const uint64_t *hashes;
    size_t count;
} Listing;

int on_list(const Listing *list, const Token *token);

typedef struct {
    PyObject_HEAD
    PyObject *buffer;
    const byte *raw;
    size_t length;
    size_t *starts, *ends; /* of the records */
    size_t records;
    byte *folded;
    Token *tokens;
    size_t count;
    byte *missing;             /* by token, whether the language has no such word */
    Places line_ends, capitals, figures, dashes, combining, stops, stops_inside, commas_inside;
    Places unbalanced, mixed, brackets; /* starts of lines with such quotes or brackets */
} Scan;

/* A short text is taken whole as a sample, of a longer one so many pieces. */
enum { SAMPLE = 400, SAMPLE_PIECES = 5, SAMPLE_WHOLE = SAMPLE + SAMPLE / 2, SAMPLE_ROOM = 3 * SAMPLE_WHOLE + PADDING };

const byte *western_sample(byte sample[SAMPLE_ROOM], PyObject *text);

extern PyType_Spec word_list, spelling, glance, automaton;
PyObject *trial(PyObject *self, PyObject *args);
PyObject *tandem(PyObject *self, PyObject *args);

extern byte LETTER[256]; /* ASCII letters, and all bytes beyond ASCII */
extern byte WORD[256];   /* these, and figures */

void make_classes(void);
void find_signs(Scan *scan);
int find_tokens(Scan *scan);
uint64_t joined_hash(const Scan *scan, const Token *tokens, int count, uint64_t *head);

void find_torn(const Scan *scan, const Token *tokens, size_t count, const byte *missing, const Table *known,
               const Table *whole, int lenient, Places *starts, Places *ends);
void find_letters(const Scan *scan, const Token *tokens, size_t count, const byte *missing, Places *found);
void find_rare(const Scan *scan, const Places *pieces, const Table *known, const Table *whole, int lenient,
               Places *starts, Places *ends, Places *letters);

/* Spans of pieces and places of strewn letters; of these the places on lines that are wanted, and spans on others. */
typedef struct {
    Places starts, ends, letters, sure, some, stops;
} Torn;

void part_torn(const Scan *scan, const Table *known, const Table *whole, int lenient, const char *words, Torn *torn);
void find_broken(const Scan *scan, const Table *known, int lenient, Places *starts, Places *ends);

void find_repeats(const Scan *scan, int kind, Places *found); /* 'w'ords, 'f'igures, 'l'ines, 'i'tems */
void find_doubled(const Scan *scan, Places *found);
void find_loops(const uint64_t *items, size_t count, Places *numbers);
uint64_t hash_of_bytes(const byte *raw, size_t start, size_t end);
void find_repeated_lines(const Scan *scan, const byte *blanks, Places *found);
void find_repeated_endings(const Scan *scan, Places *found);

void find_open_ends(const Scan *scan, Places *found);
/* Lists: words that end no sentence, words of clauses, words that begin questions. */
void find_open_sentences(const Scan *scan, const Listing lists[3], int english, Places *found);
void find_letter_runs(const Scan *scan, Places *found);

/* A dash or a lost one: what is before it from `start` to `end`, and what is behind it from `next` to `stop`. */
typedef struct {
    size_t start, end, next, stop;
} Around;

void find_dashes(const Scan *scan, Places *found);
void look_around(const Scan *scan, size_t place, Around *found);
int is_elsewhere(const Scan *scan, size_t dash, size_t record, const Around *around);

/* Eight bytes as a number, the first the lowest, on any machine. */
static inline uint64_t eight(const byte *at)
{
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    uint64_t found = 0;
    for (int i = 7; i >= 0; i--)
        found = found << 8 | at[i];
    return found;
#else
    uint64_t found;
    memcpy(&found, at, sizeof found);
    return found;
#endif
}

/* For eight bytes of 0 and 1 a bit each: the first is the lowest. */
static inline uint64_t bits(const byte *at)
{
    return eight(at) * 0x0102040810204080u >> 56;
}

/* The number of the lowest bit that is set; there is one. */
static inline int lowest(uint64_t mask)
{
#if defined(__GNUC__) || defined(__clang__)
    return __builtin_ctzll(mask);
#elif defined(_MSC_VER) && defined(_WIN64)
    unsigned long found;
    _BitScanForward64(&found, mask);
    return (int)found;
#else
    int found = 0;
    while (!(mask >> found & 1))
        found++;
    return found;
#endif
}

/* Characters from one place to another. */
static inline size_t characters(const byte *raw, size_t from, size_t to)
{
    size_t found = 0;
    for (; from < to; from++)
        found += (raw[from] & 0xC0) != 0x80;
    return found;
}

/* Whether a table has not the token. */
static inline int is_missing(const Table *table, uint64_t hash)
{
    size_t at = (size_t)(hash >> table->shift);
    uint32_t mark = (uint32_t)hash ? (uint32_t)hash : 1;
    while (table->slots[at]) {
        if (table->slots[at] == mark)
            return 0;
        at = (at + 1) & (table->size - 1);
    }
    return 1;
}

/* A token of one letter, or a short one beyond ASCII. */
static inline int is_single(const Scan *scan, const Token *token)
{
    size_t size = token->end - token->start;
    return size == 1 || (size <= 3 && scan->folded[token->start] >= 0xC3);
}

/* As before `s` of `it's`. */
static inline int after_apostrophe(const byte *raw, size_t start)
{
    const byte *at = raw + start;
    return at[-1] == '\'' || (at[-1] == 0x99 && at[-2] == 0x80 && at[-3] == 0xE2);
}

static inline int is_open(byte sign)
{
    return sign <= BLANK || sign >= 0x80;
}

/* A small single letter, `a` aside, that stands alone. */
static inline int is_alone(const Scan *scan, const Token *token)
{
    byte first = scan->raw[token->start];
    return first != 'a' && first > 'Z' && is_open(scan->raw[token->start - 1]) && is_open(scan->raw[token->end]) &&
           !after_apostrophe(scan->raw, token->start);
}

#if defined(__GNUC__) && !defined(_WIN32)
#pragma GCC visibility pop
#endif

#endif
