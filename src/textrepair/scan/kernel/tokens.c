/* The words of the buffer: edges, hashes, membership. See `tokens.py` for what a token is. */
#include "kernel.h"
#include <stdlib.h>
#include <string.h>

/* Odd constants, as in splitmix64 and xxHash; the same as in `single.py`. */
static const uint64_t K1 = 0x9E3779B97F4A7C15u, K2 = 0xC2B2AE3D27D4EB4Fu, K3 = 0xD6E8FEB86659FD93u;

/* General punctuation (U+2000 to U+2BFF) and the signs of Latin-1 become blanks, so that they never stick to a word. */
static void fold(Scan *scan)
{
    const byte *raw = scan->raw;
    byte *folded = scan->folded, table[256];
    for (int i = 0; i < 256; i++)
        table[i] = (byte)(!LETTER[i] ? BLANK : i <= 'Z' ? i + 32 : i);
    for (size_t i = 0; i < scan->length; i++)
        folded[i] = table[raw[i]];
    for (const byte *at = raw, *end = raw + scan->length; (at = memchr(at, 0xE2, (size_t)(end - at))); at++)
        if (at[1] < 0xB0)
            memset(folded + (at - raw), BLANK, 3);
    for (const byte *at = raw, *end = raw + scan->length; (at = memchr(at, 0xC2, (size_t)(end - at))); at++)
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

int find_tokens(Scan *scan)
{
    size_t room = 0, at = 0;
    if (!(scan->folded = malloc(scan->length)))
        return 0;
    fold(scan);
    while (at < scan->length) {
        while (at < scan->length && scan->folded[at] == BLANK)
            at++;
        if (at == scan->length)
            break;
        if (scan->count == room) {
            room = room ? 2 * room : 1024;
            Token *tokens = realloc(scan->tokens, room * sizeof *tokens);
            if (!tokens)
                return 0;
            scan->tokens = tokens;
        }
        size_t start = at;
        while (scan->folded[at] != BLANK)
            at++; /* the padding ends it */
        scan->tokens[scan->count++] = (Token){start, at, hash_of(scan->folded, start, at)};
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

int is_missing(const Table *table, uint64_t hash)
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
int is_single(const Scan *scan, const Token *token)
{
    size_t size = token->end - token->start;
    return size == 1 || (size <= 3 && scan->folded[token->start] >= 0xC3);
}

/* As before `s` of `it's`. */
int after_apostrophe(const byte *raw, size_t start)
{
    const byte *at = raw + start;
    return at[-1] == '\'' || (at[-1] == 0x99 && at[-2] == 0x80 && at[-3] == 0xE2);
}
