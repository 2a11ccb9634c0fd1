/* What is seen of lines in the bytes: open ends, runs of one letter, lines and endings that come again. */
#include "kernel.h"
#include <stdlib.h>
#include <string.h>

/* A line with more blanks at its end than these counts as one that may end with a letter. */
enum { STEPS = 8 };

static int is_blank(byte sign)
{
    return sign == BLANK || sign == '\t';
}

/* The last byte of general punctuation (U+2000 to U+203F), or of a full stop of Chinese. */
static int is_closing(const byte *at)
{
    return (at[-2] == 0xE2 && at[-1] == 0x80) || (at[-2] == 0xE3 && at[-1] == 0x80 && at[0] == 0x82) ||
           (at[-2] == 0xEF && at[-1] == 0xBC && (at[0] == 0x81 || at[0] == 0x9F));
}

void find_open_ends(const Scan *scan, Places *found)
{
    const byte *raw = scan->raw;
    for (size_t i = 0; i < scan->line_ends.size; i++) {
        size_t at = scan->line_ends.at[i];
        if (at < PADDING + 1)
            continue;
        at--;
        for (int step = 0; step < STEPS && at >= PADDING && is_blank(raw[at]); step++)
            at--;
        if (at >= PADDING && (LETTER[raw[at]] || is_blank(raw[at])) && !is_closing(raw + at))
            push(found, at);
    }
}

/* Characters of one or two bytes that follow themselves: seen at every fourth byte, so runs of ten bytes are found. */
void find_letter_runs(const Scan *scan, Places *found)
{
    const byte *raw = scan->raw;
    for (size_t i = 0; i + 6 <= scan->length; i += 4)
        if (raw[i] == raw[i + 2] && raw[i + 1] == raw[i + 3] && raw[i + 2] == raw[i + 4] && raw[i + 3] == raw[i + 5] &&
            LETTER[raw[i]])
            push(found, i);
}

static uint64_t line_hash(const byte *raw, size_t start, size_t end)
{
    uint64_t hash = end - start;
    for (; start + 8 <= end; start += 8)
        hash = (hash ^ eight(raw + start)) * 0x9E3779B97F4A7C15u, hash ^= hash >> 29;
    for (; start < end; start++)
        hash = (hash ^ raw[start]) * 0xC2B2AE3D27D4EB4Fu, hash ^= hash >> 31;
    return hash ^ hash >> 32;
}

typedef struct {
    size_t start, end, record; /* record + 1, so that 0 is a free place */
} Line;

/* Whether a line is in the table already for this record; if not, it is put there. */
static int seen_before(Line *table, size_t mask, const byte *raw, Line line)
{
    size_t at = line_hash(raw, line.start, line.end) & mask;
    for (; table[at].record; at = (at + 1) & mask) {
        const Line *other = &table[at];
        if (other->record == line.record && other->end - other->start == line.end - line.start &&
            !memcmp(raw + other->start, raw + line.start, line.end - line.start))
            return 1;
    }
    table[at] = line;
    return 0;
}

void find_repeated_lines(const Scan *scan, const byte *blanks, Places *found)
{
    const byte *raw = scan->raw;
    size_t mask = 63;
    while (mask < 2 * scan->line_ends.size)
        mask = 2 * mask + 1;
    Line *table = calloc(mask + 1, sizeof *table);
    found->failed = !table;
    for (size_t record = 0, at = 0; table && record < scan->records; record++) {
        size_t begin = scan->starts[record];
        while (at < scan->line_ends.size && scan->line_ends.at[at] < begin)
            at++;
        for (; begin <= scan->ends[record] && at < scan->line_ends.size; at++) {
            size_t start = begin, end = scan->line_ends.at[at];
            begin = end + 1;
            while (start < end && blanks[raw[start]])
                start++;
            while (end > start && blanks[raw[end - 1]])
                end--;
            if (start < end && seen_before(table, mask, raw, (Line){start, end, record + 1}))
                push(found, at ? scan->line_ends.at[at - 1] + 1 : 0);
        }
    }
    free(table);
}

void find_repeated_endings(const Scan *scan, Places *found)
{
    uint64_t before = 0;
    int any = 0;
    size_t i = 0, record = 0;
    while (i < scan->stops.size || record < scan->records) {
        size_t stop = i < scan->stops.size ? scan->stops.at[i] : SIZE_MAX;
        size_t end = record < scan->records ? scan->ends[record] : SIZE_MAX;
        size_t at = stop < end ? stop : end;
        i += stop == at;
        record += end == at;
        uint64_t here = eight(scan->raw + at - 8);
        if (any && here == before)
            push(found, at);
        before = here;
        any = 1;
    }
}
