/* What neighbouring tokens are when they are put together: is `conside red` a word, is `colle-cted`? See `joins.py`. */
#include "kernel.h"
#include <stdlib.h>
#include <string.h>

/* Bytes between a letter and the second behind it. */
enum { NEAR = 5 };

static int is_break(const Scan *scan, const Token *tokens, size_t count, size_t i)
{
    return i + 1 >= count || scan->raw[tokens[i].end] != BLANK || tokens[i + 1].start - tokens[i].end != 1;
}

static int fits(const Scan *scan, const Token *tokens, int count, const Table *known, int lenient)
{
    uint64_t head, hash = joined_hash(scan, tokens, count, &head);
    return !is_missing(known, hash) || (lenient && (head & 0x8080808080808080u));
}

/* Tokens of a stretch that are a word with the next one or two, while one of them is hardly any. */
static void in_stretch(const Scan *scan, const Token *tokens, size_t start, size_t end, const Table *known,
                       const Table *whole, int lenient, Places *starts, Places *ends)
{
    int piece[3] = {0};
    for (size_t i = start; i < end; i++) {
        piece[i % 3] = is_missing(whole, tokens[i].hash);
        for (size_t size = 2; size <= 3 && i - start + 1 >= size; size++) {
            size_t first = i + 1 - size;
            int any = 0, parted = 0;
            for (size_t k = first; k <= i; k++) {
                any |= piece[k % 3];
                parted |= k < i && after_apostrophe(scan->raw, tokens[k].start);
            }
            if (any && !parted && fits(scan, tokens + first, (int)size, known, lenient)) {
                push(starts, tokens[first].start);
                push(ends, tokens[i].end);
            }
        }
    }
}

void find_torn(const Scan *scan, const Token *tokens, size_t count, const byte *missing, const Table *known,
               const Table *whole, int lenient, Places *starts, Places *ends)
{
    for (size_t start = 0, end; start < count; start = end) {
        int strange = !missing;
        for (end = start; end < count; end++) {
            strange |= missing && missing[end];
            if (is_break(scan, tokens, count, end))
                break;
        }
        end++;
        if (strange && end - start > 1)
            in_stretch(scan, tokens, start, end, known, whole, lenient, starts, ends);
    }
}

/* Single letters on lines with three small ones, or three of any kind in a row. `missing`: on lines with such a token. */
void find_letters(const Scan *scan, const Token *tokens, size_t count, const byte *missing, Places *found)
{
    size_t i = 0, line = 0;
    const Places *ends = &scan->line_ends;
    while (i < count) {
        while (line < ends->size && ends->at[line] < tokens[i].start)
            line++;
        size_t stop = line < ends->size ? ends->at[line] : SIZE_MAX, first = i, alone = 0;
        int strange = !missing;
        for (; i < count && tokens[i].start <= stop; i++) {
            strange |= missing && missing[i];
            if (is_single(scan, tokens + i)) {
                alone += is_alone(scan, tokens + i);
                if (i + 2 < count && is_single(scan, tokens + i + 1) && is_single(scan, tokens + i + 2) &&
                    tokens[i + 2].start - tokens[i].end <= NEAR)
                    alone = 3;
            }
        }
        if (strange && alone >= 3)
            for (; first < i; first++)
                if (is_single(scan, tokens + first)) {
                    push(found, tokens[first].start);
                    break;
                }
    }
}

/* Torn words and strewn letters on the lines with some places. */
void find_rare(const Scan *scan, const Places *pieces, const Table *known, const Table *whole, int lenient,
               Places *starts, Places *stops, Places *letters)
{
    const Places *ends = &scan->line_ends;
    Token *there = malloc((scan->count + 1) * sizeof *there);
    size_t count = 0, line = 0, next = 0, token = 0;
    letters->failed = !there;
    while (there && next < pieces->size && token < scan->count) {
        while (line < ends->size && ends->at[line] < pieces->at[next])
            line++;
        size_t from = line ? ends->at[line - 1] : 0, stop = line < ends->size ? ends->at[line] : SIZE_MAX;
        while (token < scan->count && scan->tokens[token].start < from)
            token++;
        for (; token < scan->count && scan->tokens[token].start < stop; token++)
            there[count++] = scan->tokens[token];
        while (next < pieces->size && pieces->at[next] <= stop)
            next++;
    }
    if (there) {
        find_torn(scan, there, count, NULL, known, whole, lenient, starts, stops);
        find_letters(scan, there, count, NULL, letters);
    }
    free(there);
}

/* Tokens before a hyphen that are a word with the small letters behind it. */
void find_broken(const Scan *scan, const Table *known, int lenient, Places *starts, Places *ends)
{
    size_t before = 0;
    for (size_t i = 0; i < scan->dashes.size; i++) {
        size_t at = scan->dashes.at[i];
        while (before < scan->count && scan->tokens[before].end < at)
            before++;
        if (before + 1 >= scan->count)
            break;
        if (scan->tokens[before].end != at)
            continue;
        byte after = scan->raw[scan->tokens[before + 1].start];
        if ((after < 'A' || after > 'Z') && fits(scan, scan->tokens + before, 2, known, lenient)) {
            push(starts, scan->tokens[before].start);
            push(ends, scan->tokens[before + 1].end);
        }
    }
}
