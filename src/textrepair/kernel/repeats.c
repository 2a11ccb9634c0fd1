/* Words that stand twice, and runs of words or characters that follow themselves. See `repeats.py`, `tokens.loops`. */
#include "kernel.h"
#include <string.h>

enum { CHAINS = 4096, RING = 128 }; /* RING: a power of two above LONGEST_LOOP */

/* Whether what stands between a word and its double is only blanks or has a figure; signs beyond ASCII may be blanks. */
static int parted(const byte *from, const byte *to)
{
    int marks = 0, figures = 0;
    for (; from < to; from++) {
        if (*from == '\n')
            return 0;
        marks |= *from >= '!' && *from <= '~';
        figures |= *from >= '0' && *from <= '9';
    }
    return !marks || figures;
}

/* One line end, and blanks. */
static int wrapped(const byte *from, const byte *to)
{
    int ends = 0;
    for (; from < to; from++) {
        if (*from != '\n' && *from != BLANK && *from != '\t')
            return 0;
        ends += *from == '\n';
    }
    return ends == 1;
}

void find_repeats(const Scan *scan, int kind, Places *found)
{
    for (size_t i = 1; i < scan->count; i++) {
        if (scan->tokens[i].hash != scan->tokens[i - 1].hash)
            continue;
        const byte *from = scan->raw + scan->tokens[i - 1].end, *to = scan->raw + scan->tokens[i].start;
        int wanted = kind == 'w'   ? parted(from, to)
                     : kind == 'l' ? wrapped(from, to)
                                   : to - from == 2 && from[0] == ',' && from[1] == BLANK;
        if (wanted)
            push(found, scan->tokens[i].start);
    }
}

/* Mark the items around two equal pairs if they are in runs that touch; where the run ends. */
static size_t measure(const uint64_t *items, size_t count, size_t at, size_t period, Places *numbers)
{
    size_t start = at, end = at + 1;
    while (start && items[start - 1] == items[start - 1 + period])
        start--;
    while (end + period < count && items[end] == items[end + period])
        end++;
    if (end - start >= period)
        for (size_t i = start; i < end + period; i++)
            push(numbers, i);
    return end;
}

/* Whether a pair that comes again may be in a run of this period: the item on one side must come again, too. */
static int promising(const uint64_t *items, size_t count, size_t at, size_t period)
{
    return period == 2 || !at || items[at - 1] == items[at - 1 + period] ||
           (at + 2 + period < count && items[at + 2] == items[at + 2 + period]);
}

/* Each pair of items remembers where it last stood, in chains by its hash: all places up to LONGEST_LOOP items back are
 * met. What was walked for a period is not walked again, so all is linear. */
void find_loops(const uint64_t *items, size_t count, Places *numbers)
{
    size_t last[CHAINS], before[RING], walked[LONGEST_LOOP + 1] = {0};
    for (size_t i = 0; i < CHAINS; i++)
        last[i] = SIZE_MAX;
    for (size_t i = 0; i + 1 < count; i++) {
        uint64_t mixed = (items[i] * 0x9E3779B97F4A7C15u ^ items[i + 1]) * 0xD6E8FEB86659FD93u;
        size_t *chain = &last[mixed >> 52];
        for (size_t at = *chain; at != SIZE_MAX && i - at <= LONGEST_LOOP; at = before[at % RING]) {
            size_t period = i - at;
            if (period > 1 && at >= walked[period] && items[at] == items[i] && items[at + 1] == items[i + 1] &&
                promising(items, count, at, period))
                walked[period] = measure(items, count, at, period, numbers);
        }
        before[i % RING] = *chain;
        *chain = i;
    }
    sort_places(numbers);
}
