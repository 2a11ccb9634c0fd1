/* Dashes that may be hyphens, or be missing one, and what stands around them. See `dashes.py` and `verdicts.py`. */
#include "kernel.h"
#include <string.h>

/* Bytes before and behind a dash, those before and behind it in which a compound may come again, and dashes there. */
enum { REACH = 100, NEARBY = 200000, MANY = 2000 };

/* Whether the token before this one is `and` or `or`, a blank before and behind it. */
static int behind_and(const Scan *scan, const Token *token)
{
    const byte *raw = scan->raw;
    size_t size = token[-1].end - token[-1].start;
    const byte *link = raw + token[-1].start;
    return token[-1].end + 1 == token[0].start && token[-2].end + 1 == token[-1].start && raw[token[-1].end] == BLANK &&
           raw[token[-2].end] == BLANK &&
           ((size == 3 && !memcmp(link, "and", 3)) || (size == 2 && !memcmp(link, "or", 2)));
}

/* Dashes between words with a blank on one side or on both, and hyphens behind which a word before `and` comes again. */
void find_dashes(const Scan *scan, Places *found)
{
    const byte *raw = scan->raw;
    size_t next = 0; /* the first token behind the dash */
    for (size_t i = 0; i < scan->dashes.size; i++) {
        size_t at = scan->dashes.at[i];
        int before = raw[at - 1] == BLANK, after = raw[at + 1] == BLANK;
        if ((before || after) && WORD[raw[at - 1 - before]] && WORD[raw[at + 1 + after]])
            push(found, at);
        while (next < scan->count && scan->tokens[next].start < at + 1)
            next++;
        if (next > 2 && next < scan->count && scan->tokens[next].start == at + 1 &&
            scan->tokens[next - 1].end == at && scan->tokens[next].hash == scan->tokens[next - 3].hash &&
            behind_and(scan, scan->tokens + next - 1))
            push(found, at);
    }
    for (size_t i = 0; i < scan->combining.size; i++)
        push(found, scan->combining.at[i]);
    sort_places(found);
}

/* The dash with its blanks, or the blank that lost one, and two words on either side, within the line. */
void look_around(const Scan *scan, size_t place, Around *found)
{
    const byte *raw = scan->raw;
    int dash = raw[place] == '-';
    found->end = dash ? place - (raw[place - 1] == BLANK) : place + 1;
    found->next = dash ? place + 1 + (raw[place + 1] == BLANK) : place + 2;
    size_t low = found->end > REACH ? found->end - REACH : 0;
    size_t high = found->next + REACH < scan->length ? found->next + REACH : scan->length;
    int blanks = 0;
    for (found->start = found->end; found->start > low && raw[found->start - 1] != '\n'; found->start--)
        if (raw[found->start - 1] == BLANK && ++blanks == 2)
            break;
    blanks = 0;
    for (found->stop = found->next; found->stop < high && raw[found->stop] != '\n'; found->stop++)
        if (raw[found->stop] == BLANK && ++blanks == 2)
            break;
}

static int is_plain(byte sign)
{
    return sign < 0x80 && WORD[sign];
}

/* Whether the hyphen is between two words. */
static int joins_them(const Scan *scan, size_t at, const byte *left, size_t before, const byte *right, size_t after)
{
    const byte *raw = scan->raw;
    return at >= before && at + 1 + after <= scan->length && !memcmp(raw + at - before, left, before) &&
           !memcmp(raw + at + 1, right, after);
}

/* Whether the words on both sides are in the record with nothing but a hyphen between them; among very many, perhaps. */
int is_elsewhere(const Scan *scan, size_t dash, size_t record, const Around *around)
{
    const byte *raw = scan->raw;
    size_t start = around->end, stop = around->next, place = scan->dashes.at[dash];
    while (start > around->start && is_plain(raw[start - 1]))
        start--;
    while (stop < around->stop && is_plain(raw[stop]))
        stop++;
    size_t before = around->end - start, after = stop - around->next;
    if (!before || !after)
        return 0;
    size_t low = scan->starts[record] + before, high = scan->ends[record];
    if (place > NEARBY && low < place - NEARBY)
        low = place - NEARBY;
    if (high > place + NEARBY)
        high = place + NEARBY;
    for (size_t i = dash, seen = 0; i-- > 0 && scan->dashes.at[i] >= low;)
        if (++seen > MANY || joins_them(scan, scan->dashes.at[i], raw + start, before, raw + around->next, after))
            return 1;
    for (size_t i = dash + 1, seen = 0; i < scan->dashes.size && scan->dashes.at[i] < high; i++)
        if (++seen > MANY || joins_them(scan, scan->dashes.at[i], raw + start, before, raw + around->next, after))
            return 1;
    return 0;
}
