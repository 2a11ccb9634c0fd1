/* The words of the buffer: edges, hashes, membership. See `tokens.py` for what a token is. */
#include "kernel.h"
#include <stdlib.h>
#include <string.h>

/* Odd constants, as in splitmix64 and xxHash; the same as in `single.py`. */
static const uint64_t K1 = 0x9E3779B97F4A7C15u, K2 = 0xC2B2AE3D27D4EB4Fu, K3 = 0xD6E8FEB86659FD93u;

/* General punctuation (U+2000 to U+2BFF) and the signs of Latin-1 become blanks, so that they never stick to a word. */
static void fold(Scan *scan)
{
    const byte *raw = scan->raw, *end = raw + scan->length;
    byte *folded = scan->folded;
    for (size_t i = 0; i < scan->length; i++) { /* written so that compilers make vectors of it */
        byte low = raw[i] | 32;
        folded[i] = raw[i] >= 0x80 ? raw[i] : (byte)(low - 'a') < 26 ? low : BLANK;
    }
    for (const byte *at = raw; (at = memchr(at, 0xE2, (size_t)(end - at))); at++)
        if (at[1] < 0xB0)
            memset(folded + (at - raw), BLANK, 3);
    for (const byte *at = raw; (at = memchr(at, 0xC2, (size_t)(end - at))); at++)
        if (at[1] < 0xAA || at[1] == 0xAB || at[1] == 0xBB)
            memset(folded + (at - raw), BLANK, 2);
}

static uint64_t stirred(uint64_t head, uint64_t tail, size_t length)
{
    uint64_t found = head * K1;
    if (length > 8)
        found ^= (tail ^ (uint64_t)length) * K2;
    found ^= found >> 32;
    found *= K3;
    return found ^ found >> 29;
}

static uint64_t hash_of(const byte *folded, size_t start, size_t end)
{
    size_t length = end - start;
    uint64_t head = eight(folded + start);
    if (length < 8)
        head &= ((uint64_t)1 << (8 * length)) - 1;
    return stirred(head, length > 8 ? eight(folded + end - 8) : 0, length);
}

/* A token to six bytes is more than plain text has. To double the room would take three times as much for a while. */
static int add(Scan *scan, size_t start, size_t end, size_t *room)
{
    if (scan->count == *room) {
        *room = *room ? *room + *room / 4 : 1024 + scan->length / 6;
        Token *tokens = realloc(scan->tokens, *room * sizeof *tokens);
        if (!tokens)
            return 0;
        scan->tokens = tokens;
    }
    scan->tokens[scan->count++] = (Token){start, end, hash_of(scan->folded, start, end)};
    return 1;
}

/* Which of 64 bytes are letters, a bit each; there are `left` of them. */
static uint64_t letters(const byte *folded, size_t left)
{
    byte is_letter[64] = {0};
    uint64_t mask = 0;
    for (size_t i = 0; i < (left < 64 ? left : 64); i++)
        is_letter[i] = folded[i] != BLANK;
    for (int i = 0; i < 8; i++)
        mask |= bits(is_letter + 8 * i) << 8 * i;
    return mask;
}

int find_tokens(Scan *scan)
{
    size_t room = 0, start = 0;
    uint64_t inside = 0; /* whether the byte before is a letter */
    if (!(scan->folded = malloc(scan->length)))
        return 0;
    fold(scan);
    for (size_t at = 0; at < scan->length; at += 64) {
        uint64_t mask = letters(scan->folded + at, scan->length - at), edges = mask ^ (mask << 1 | inside);
        inside = mask >> 63;
        for (; edges; edges &= edges - 1) {
            size_t edge = at + (size_t)lowest(edges);
            if (!start)
                start = edge;
            else if (!add(scan, start, edge, &room))
                return 0;
            else
                start = 0;
        }
    }
    return 1;
}

/* The hash of some tokens put together, and its first eight bytes. */
uint64_t joined_hash(const Scan *scan, const Token *tokens, int count, uint64_t *head)
{
    byte first[8] = {0}, last[8] = {0};
    size_t length = 0, filled = 0;
    for (int i = 0; i < count; i++) {
        size_t size = tokens[i].end - tokens[i].start;
        size_t here = length >= 8 ? 0 : size < 8 - length ? size : 8 - length;
        memcpy(first + (length < 8 ? length : 8), scan->folded + tokens[i].start, here);
        length += size;
    }
    for (int i = count - 1; i >= 0 && filled < 8; i--) {
        size_t size = tokens[i].end - tokens[i].start, here = size < 8 - filled ? size : 8 - filled;
        memcpy(last + 8 - filled - here, scan->folded + tokens[i].end - here, here);
        filled += here;
    }
    *head = eight(first);
    return stirred(*head, eight(last), length);
}
