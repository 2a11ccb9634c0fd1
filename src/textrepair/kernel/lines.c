/* What is seen of lines in the bytes: open ends, runs of one letter, lines and endings that come again. */
#include "kernel.h"
#include <stdlib.h>
#include <string.h>

/* A line with more blanks at its end than these counts as one that may end with a letter. */
enum { STEPS = 8 };
/* So many bytes before a stop are compared with those before the last; so many characters may be between them. */
enum { ECHO = 12, MOST = 120 };
/* So far ahead it is looked for another line in the record. */
enum { NEAR = 64 };

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

/* The last character of a line that ends here, blanks aside, if it may be a letter; 0 if not. */
static size_t open_end(const byte *raw, size_t end)
{
    size_t at = end;
    if (at < PADDING + 1)
        return 0;
    at--;
    for (int step = 0; step < STEPS && at >= PADDING && is_blank(raw[at]); step++)
        at--;
    return at >= PADDING && (LETTER[raw[at]] || is_blank(raw[at])) && !is_closing(raw + at) ? at : 0;
}

void find_open_ends(const Scan *scan, Places *found)
{
    for (size_t i = 0; i < scan->line_ends.size; i++) {
        size_t at = open_end(scan->raw, scan->line_ends.at[i]);
        if (at)
            push(found, at);
    }
}

/* Whether a list may have the word in other letters: capitals beyond ASCII, or blanks that look like letters. */
static int may_be_other(const Scan *scan, const Token *word)
{
    for (size_t i = word->start; i < word->end; i++) {
        byte first = scan->raw[i], second = scan->raw[i + 1];
        if ((first == 0xC3 && second < 0x9F) || first == 0xC4 || first == 0xC5 || (first == 0xD0 && second < 0xB0) ||
            (first >= 0xE1 && first <= 0xE3))
            return 1;
    }
    return 0;
}

static size_t blanks_in(const byte *from, const byte *to, size_t enough)
{
    size_t found = 0;
    while (found < enough && (from = memchr(from, BLANK, (size_t)(to - from)))) {
        found++;
        from++;
    }
    return found;
}

/* Whether a line may begin a sentence: with a capital, a quotation mark or something beyond ASCII. */
static int may_begin(const byte *at, const byte *end)
{
    while (at < end && *at <= BLANK)
        at++;
    return at < end && (*at >= 0x80 || *at == '"' || *at == '\'' || (*at >= 'A' && *at <= 'Z'));
}

/* Whether nothing but blanks may follow in the record; what is beyond ASCII may be blanks, or many lines of text. */
static int may_be_last(const byte *at, const byte *end)
{
    for (int step = 0; at < end && step < NEAR; at++, step++)
        if (*at > BLANK && *at < 0x80)
            return 0;
    return 1;
}

/* Whether there is a stop, a quotation mark or a sign beyond ASCII. */
static int has_marks(const byte *at, const byte *end)
{
    for (; at < end; at++)
        if (*at == '.' || *at == '!' || *at == '?' || *at == '"' || *at >= 0x80)
            return 1;
    return 0;
}

/* Whether one of the tokens is a word of clauses, or the first one begins a question. */
static int has_clause(const Token *tokens, size_t count, const Listing lists[3])
{
    if (count && on_list(&lists[2], tokens))
        return 1;
    for (size_t i = 0; i < count; i++)
        if (on_list(&lists[1], &tokens[i]))
            return 1;
    return 0;
}

/* Open lines of three words and more that end in a word of the list, and of five and more that may be a sentence: with
 * a word of clauses, where it is not the last line and has no sign of another sentence. */
void find_open_sentences(const Scan *scan, const Listing lists[3], int english, Places *found)
{
    size_t next = 0, record = 0; /* the first token behind the line */
    for (size_t i = 0; i < scan->line_ends.size; i++) {
        size_t start = i ? scan->line_ends.at[i - 1] + 1 : 0, end = scan->line_ends.at[i], first = next;
        const byte *from = scan->raw + start, *to = scan->raw + end;
        while (next < scan->count && scan->tokens[next].start < end)
            next++;
        while (record < scan->records && scan->ends[record] < end)
            record++;
        size_t at = open_end(scan->raw, end), blanks;
        if (!at || at < start || record == scan->records || (blanks = blanks_in(from, to, 4)) < 2)
            continue;
        const Token *last = next > first ? &scan->tokens[next - 1] : NULL;
        if (!last || last->end != at + 1 || on_list(&lists[0], last) || may_be_other(scan, last))
            push(found, at);
        else if (english && blanks > 3 && may_begin(from, to) &&
                 (has_clause(scan->tokens + first, next - first, lists) || has_marks(from, to) ||
                  may_be_last(to, scan->raw + scan->ends[record])))
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

uint64_t hash_of_bytes(const byte *raw, size_t start, size_t end)
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
    size_t at = hash_of_bytes(raw, line.start, line.end) & mask;
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

/* Whether what stands between two stops is short, in one line, and ends as what is before the first: 12 bytes of it. */
static int is_echo(const byte *raw, size_t first, size_t second)
{
    size_t characters = 0;
    if (first < PADDING + ECHO || second < first + ECHO || raw[first + 1] != BLANK ||
        memcmp(raw + first - ECHO, raw + second - ECHO, ECHO))
        return 0;
    for (size_t at = first + 1; at < second && characters <= MOST; at++) {
        characters += (raw[at] & 0xC0) != 0x80;
        if (raw[at] == '\n')
            return 0;
    }
    return characters <= MOST;
}

/* Stops, and ends of records but for the line ends there, with the same before them as the stop before. */
void find_repeated_endings(const Scan *scan, Places *found)
{
    size_t i = 0, record = 0, before = 0;
    while (i < scan->stops.size || record < scan->records) {
        size_t stop = i < scan->stops.size ? scan->stops.at[i] : SIZE_MAX;
        size_t end = record < scan->records ? scan->ends[record] : SIZE_MAX;
        size_t at = stop < end ? stop : end;
        i += stop == at;
        record += end == at;
        while (at == end && at > before && scan->raw[at - 1] == '\n')
            at = --end;
        if (before && is_echo(scan->raw, before, at))
            push(found, at);
        before = at;
    }
}
