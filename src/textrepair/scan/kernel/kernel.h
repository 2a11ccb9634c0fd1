/* The fast scan in C: what `features.py` finds with vectors, in a few passes over the bytes.
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

typedef unsigned char byte;

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
    Places line_ends, capitals, figures, dashes, combining, stops;
    Places unbalanced, mixed, brackets; /* starts of lines with such quotes or brackets */
} Scan;

extern byte LETTER[256]; /* ASCII letters, and all bytes beyond ASCII */
extern byte WORD[256];   /* these, and figures */

void make_classes(void);
int is_missing(const Table *table, uint64_t hash);
int find_signs(Scan *scan);
int find_tokens(Scan *scan);
int after_apostrophe(const byte *raw, size_t start);
uint64_t joined_hash(const Scan *scan, const Token *tokens, int count, uint64_t *head);
int is_single(const Scan *scan, const Token *token);

void find_torn(const Scan *scan, const Token *tokens, size_t count, const byte *missing, const Table *known,
               const Table *whole, int lenient, Places *found);
void find_letters(const Scan *scan, const Token *tokens, size_t count, const byte *missing, Places *found);
void find_rare(const Scan *scan, const Places *pieces, const Table *known, const Table *whole, int lenient,
               Places *found);
void find_broken(const Scan *scan, const Table *known, int lenient, Places *starts, Places *ends);

void find_repeats(const Scan *scan, int kind, Places *found); /* 'w'ords, 'l'ines, 'i'tems */
void find_loops(const uint64_t *items, size_t count, Places *numbers);
void find_repeated_lines(const Scan *scan, const byte *blanks, Places *found);
void find_repeated_endings(const Scan *scan, Places *found);

void find_open_ends(const Scan *scan, Places *found);
void find_letter_runs(const Scan *scan, Places *found);
void find_dashes(const Scan *scan, Places *found);

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

#endif
