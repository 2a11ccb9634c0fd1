/* Words that stand twice, and runs of words or characters that follow themselves. See `repeats.py`, `tokens.loops`. */
#include "kernel.h"
#include <string.h>

enum { CHAINS = 4096, RING = 128, FIGURES = 32, PIECES = 16 }; /* RING: a power of two above LONGEST_LOOP */

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

/* Figures, of any script: words that the scan does not see. */
typedef struct {
    byte at[FIGURES];
    size_t size;
} Figures;

static int is_figure(byte sign)
{
    return (sign >= '0' && sign <= '9') || sign >= 0x80;
}

/* The first of the figures between two places, up to a line end. */
static Figures figures_behind(const byte *from, const byte *to)
{
    Figures found = {{0}, 0};
    for (; from < to && *from != '\n' && found.size < FIGURES; from++)
        if (is_figure(*from))
            found.at[found.size++] = *from;
    return found;
}

/* The last of them, backwards. */
static Figures figures_before(const byte *from, const byte *to)
{
    Figures found = {{0}, 0};
    for (; to > from && to[-1] != '\n' && found.size < FIGURES; to--)
        if (is_figure(to[-1]))
            found.at[found.size++] = to[-1];
    return found;
}

/* Whether a first part of some figures begins what is behind, and the rest ends what is before (which is backwards). */
static int parted_between(const Figures *some, const Figures *behind, const Figures *before)
{
    for (size_t cut = 0; cut <= some->size; cut++) {
        size_t rest = some->size - cut;
        int same = cut <= behind->size && rest <= before->size && !memcmp(some->at, behind->at, cut);
        for (size_t i = 0; same && i < rest; i++)
            same = before->at[i] == some->at[some->size - 1 - i];
        if (same)
            return 1;
    }
    return 0;
}

/* Whether the word and its double may be copies of a phrase with figures: these stand between them, and again around
 * them, `1 a 2 1 a 2`. More of them than are looked at may be the same. */
static int figured(const Scan *scan, size_t second)
{
    const Token *token = scan->tokens + second;
    const byte *from = scan->raw + token[-1].end, *to = scan->raw + token->start;
    const byte *start = scan->raw + (second > 1 ? token[-2].end : 0);
    const byte *end = scan->raw + (second + 1 < scan->count ? token[1].start : scan->length);
    Figures between = figures_behind(from, to), behind = figures_behind(scan->raw + token->end, end);
    if (!between.size || memchr(from, '\n', (size_t)(to - from)))
        return 0;
    int third = (second > 1 && token[-2].hash == token->hash) ||
                (second + 1 < scan->count && token[1].hash == token->hash); /* `a a 1 a a 1` */
    if (third || between.size == FIGURES)
        return 1;
    Figures before = figures_before(start, scan->raw + token[-1].start);
    return parted_between(&between, &behind, &before);
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

/* Whether an item of a list may end here: a comma follows, or a short word that may be `and` in some language. */
static int ends_item(const byte *at)
{
    if (at[0] >= 0x80 || (at[0] == ',' && at[1] == BLANK))
        return 1;
    const byte *from = at;
    while (*at <= BLANK && *at != '\n')
        at++;
    if (at == from || *at >= 0x80)
        return at != from;
    if (!*at || !strchr("AEINOSUYaeinosuy", *at))
        return 0;
    for (from = at; *at < 0x80 && LETTER[*at] && at - from < 5;)
        at++;
    return *at <= BLANK || *at >= 0x80;
}

/* What is between two pieces of one word: figures, hyphens and apostrophes; beyond ASCII it may be one of these. With
 * blanks, too, it may part two words. */
static int is_between(const Scan *scan, size_t second, int blanks)
{
    const byte *at = scan->raw + scan->tokens[second - 1].end, *to = scan->raw + scan->tokens[second].start;
    int parted = !blanks;
    for (; at < to; at++) {
        if (*at == '\n' || (*at <= BLANK && !blanks))
            return 0;
        if (*at > BLANK && *at < 0x80 && *at != '-' && *at != '\'' && (*at < '0' || *at > '9'))
            return 0;
        parted |= *at <= BLANK || *at >= 0x80;
    }
    return parted;
}

/* Whether so many pieces before a place are the ones behind it; so many that it is not worth while to ask may be. */
static int are_doubled(const Scan *scan, size_t at)
{
    const Token *tokens = scan->tokens;
    for (size_t size = 2; size <= at && at + size <= scan->count; size++) {
        size_t same = 0;
        if (!is_between(scan, at - size + 1, 0) || !is_between(scan, at + size - 1, 0))
            return 0;
        while (same < size && tokens[at - size + same].hash == tokens[at + same].hash)
            same++;
        if (same == size || size == PIECES)
            return 1;
    }
    return 0;
}

/* Words of one piece and of several, `don't don't`, with blanks between them. */
void find_doubled(const Scan *scan, Places *found)
{
    for (size_t i = 1; i < scan->count; i++) {
        byte after = scan->raw[scan->tokens[i].end];
        int same = scan->tokens[i].hash == scan->tokens[i - 1].hash;
        int several = after == '-' || after == '\'' || after >= 0x80 || (after >= '0' && after <= '9');
        if ((same || several) && is_between(scan, i, 1) && (same || are_doubled(scan, i)))
            push(found, scan->tokens[i].start);
    }
}

void find_repeats(const Scan *scan, int kind, Places *found)
{
    for (size_t i = 1; i < scan->count; i++) {
        if (scan->tokens[i].hash != scan->tokens[i - 1].hash)
            continue;
        const byte *from = scan->raw + scan->tokens[i - 1].end, *to = scan->raw + scan->tokens[i].start;
        int wanted = kind == 'w'   ? parted(from, to)
                     : kind == 'f' ? figured(scan, i)
                     : kind == 'l' ? wrapped(from, to)
                                   : to - from == 2 && from[0] == ',' && from[1] == BLANK &&
                                         ends_item(scan->raw + scan->tokens[i].end);
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
