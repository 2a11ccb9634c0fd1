/* Lines with pieces that are a word together: which of them a rule's test of the pieces decides. See `parted.py`. */
#include "kernel.h"
#include <string.h>

/* Tokens put together, letters of them, tokens that were looked at; spans of a line that are more than a test is for. */
enum { MOST = 23, WIDEST = 24, SHORT = 3, MANY = 500 };

/* ß, Ё or ё: letters with a second spelling. */
static int is_twice(const byte *at)
{
    return (at[0] == 0xC3 && at[1] == 0x9F) || (at[0] == 0xD0 && at[1] == 0x81) || (at[0] == 0xD1 && at[1] == 0x91);
}

static int has_twice(const byte *raw, size_t start, size_t end)
{
    for (; start < end; start++)
        if (is_twice(raw + start))
            return 1;
    return 0;
}

/* Whether tokens may be cut otherwise than a checker cuts them: because of signs beyond ASCII that are no letters. */
static int is_odd(const byte *raw, size_t start, size_t end)
{
    for (size_t i = start; i < end; i++) {
        byte lead = raw[i], second = raw[i + 1];
        int plain = lead < 0xC2    ? 1
                    : lead == 0xC2 ? second == 0xA0 || second == 0xAB || second == 0xBB
                    : lead == 0xC3 ? second != 0x97 && second != 0xB7
                    : lead == 0xE2 ? second == 0x80
                                   : (lead > 0xC3 && lead < 0xCA) || lead == 0xD0 || lead == 0xD1;
        if (!plain)
            return 1;
    }
    return 0;
}

/* Whether only a blank is between a token and the next one. */
static int is_tied(const Scan *scan, const Token *token)
{
    return scan->raw[token->end] == BLANK && token[1].start - token->end == 1;
}

/* Whether a line has three small letters that are no words, or three of any kind in a row. `letters`: that are words. */
static int is_strewn(const Scan *scan, size_t first, size_t last, const char *letters)
{
    int alone = 0;
    for (size_t i = first; i < last; i++) {
        const Token *token = scan->tokens + i;
        char one[4] = {0};
        if (!is_single(scan, token))
            continue;
        if (i + 2 < last && is_single(scan, token + 1) && is_single(scan, token + 2) && is_tied(scan, token) &&
            is_tied(scan, token + 1))
            return 1;
        memcpy(one, scan->raw + token->start, token->end - token->start);
        alone += is_alone(scan, token) && !strstr(letters, one);
    }
    return alone >= 3;
}

/* Adds the spans of more tokens than were looked at that are a word together, one of them a piece. */
static void find_long(const Scan *scan, size_t first, size_t last, const Table *known, const Table *whole, int lenient,
                      Places *starts, Places *ends)
{
    const Token *tokens = scan->tokens;
    for (size_t end = first; end < last; end++) {
        size_t letters = 0;
        int any = 0;
        for (size_t at = end; end - at < MOST; at--) {
            if (at < end && !is_tied(scan, tokens + at))
                break;
            if ((letters += characters(scan->raw, tokens[at].start, tokens[at].end)) > WIDEST)
                break;
            any |= is_missing(whole, tokens[at].hash);
            uint64_t head;
            if (any && end - at >= SHORT &&
                (!is_missing(known, joined_hash(scan, tokens + at, (int)(end - at + 1), &head)) ||
                 (lenient && has_twice(scan->raw, tokens[at].start, tokens[end].end)))) {
                push(starts, tokens[at].start);
                push(ends, tokens[end].end);
            }
            if (at == first)
                break;
        }
    }
}

/* Lines that are wanted, as places, and spans on others; empty ones for single letters. `words`: letters that are words. */
void part_torn(const Scan *scan, const Table *known, const Table *whole, int lenient, const char *words, Torn *torn)
{
    const Places *lines = &scan->line_ends;
    size_t token = 0, line = 0, letter = 0, i = 0;
    while (i < torn->starts.size || letter < torn->letters.size) {
        size_t place = i < torn->starts.size ? torn->starts.at[i] : SIZE_MAX;
        if (letter < torn->letters.size && torn->letters.at[letter] < place)
            place = torn->letters.at[letter];
        while (line < lines->size && lines->at[line] < place)
            line++;
        size_t begin = line ? lines->at[line - 1] + 1 : 0, stop = line < lines->size ? lines->at[line] : scan->length - 1;
        while (token < scan->count && scan->tokens[token].start < begin)
            token++;
        size_t last = token;
        while (last < scan->count && scan->tokens[last].start < stop)
            last++;
        int sure = is_odd(scan->raw, begin, stop) || (!lenient && has_twice(scan->raw, begin, stop)) ||
                   is_strewn(scan, token, last, words);
        size_t before = torn->some.size;
        if (!sure)
            find_long(scan, token, last, known, whole, lenient, &torn->some, &torn->stops);
        for (; i < torn->starts.size && torn->starts.at[i] <= stop; i++)
            if (!sure) {
                push(&torn->some, torn->starts.at[i]);
                push(&torn->stops, torn->ends.at[i]);
            }
        for (; letter < torn->letters.size && torn->letters.at[letter] <= stop; letter++)
            if (!sure) {
                push(&torn->some, torn->letters.at[letter]);
                push(&torn->stops, torn->letters.at[letter]);
            }
        if (sure || torn->some.size - before > MANY) {
            torn->some.size = torn->stops.size = before;
            push(&torn->sure, place);
        }
    }
}
