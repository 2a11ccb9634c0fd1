/* One pass over the bytes for all that hangs on single signs: line ends, marks, capitals and figures inside words. */
#include "kernel.h"
#include <string.h>

/* Kinds of bytes. Small letters, blanks and the later bytes of a sign, which are nearly all, are nothing. */
enum { NOTHING, LINE_END, CAPITAL, FIGURE, DASH, STOP, OTHER_STOP, COMMA, QUOTE, APOSTROPHE, OPENING, CLOSING, LEAD };

/* How often marks stand in a line. */
typedef struct {
    size_t straight, left, right, low, angular_left, angular_right, doubled_curly, doubled_straight, opening, closing;
} Marks;

static byte KIND[256];

static void make_kinds(void)
{
    for (int i = 'A'; i <= 'Z'; i++)
        KIND[i] = CAPITAL;
    for (int i = '0'; i <= '9'; i++)
        KIND[i] = FIGURE;
    for (int i = 0xC2; i < 256; i++)
        KIND[i] = LEAD;
    KIND['\n'] = LINE_END, KIND['-'] = DASH, KIND['.'] = STOP, KIND['"'] = QUOTE;
    KIND['!'] = KIND['?'] = OTHER_STOP, KIND[','] = KIND[';'] = KIND[':'] = COMMA;
    KIND['\''] = APOSTROPHE, KIND['('] = OPENING, KIND[')'] = CLOSING;
}

static int is_small(byte sign)
{
    return sign >= 'a' && sign <= 'z';
}

/* Whether the sign before may be a small letter; signs beyond ASCII are, unless their bytes say otherwise. */
static int behind_small(const byte *at)
{
    byte one = at[-1], two = at[-2], three = at[-3];
    if (one < 0x80)
        return is_small(one);
    return !(two == 0xC2 || (two == 0xC3 && one < 0x9F) || (two == 0xD0 && one < 0xB0) || (three == 0xE2 && two == 0x80));
}

/* Whether a sign beyond ASCII may be a capital. */
static int may_be_large(byte lead, byte second)
{
    switch (lead) {
    case 0xC3: return second < 0x9F;
    case 0xD0: return second < 0xB0;
    case 0xD1: return second >= 0xA0;
    case 0xE1: return 1;
    case 0xE2: return !(second < 0x84 || (second > 0x86 && second < 0xB0));
    case 0xEA: return second < 0xB0;
    case 0xEF: return second == 0xBC || second == 0xBD;
    default: return (lead > 0xC3 && lead < 0xD6) || (lead >= 0xF0 && lead < 0xF5);
    }
}

/* Figures of other scripts: Arabic, Indic, full-width, bold. */
static int other_figure(const byte *at)
{
    byte second = at[1], third = at[2];
    switch (at[0]) {
    case 0xD9: return second >= 0xA0 && second < 0xAA;
    case 0xDB: return second >= 0xB0 && second < 0xBA;
    case 0xE0: return (third >= 0xA6 && third < 0xB0) || (third >= 0x90 && third < 0x9A && second >= 0xB9);
    case 0xEF: return second == 0xBC && third >= 0x90 && third < 0x9A;
    case 0xF0: return second == 0x9D && third == 0x9F;
    default: return 0;
    }
}

static int is_large(byte sign)
{
    return (sign >= 'A' && sign <= 'Z') || (sign >= 0xC3 && sign < 0xE2);
}

/* `o` or `i` before a blank and a capital: the end of `Sino Russian` or of `anti China`. */
static void find_combining(Scan *scan, size_t at)
{
    const byte *raw = scan->raw;
    size_t back = 1;
    if (raw[at] == 'i' && (raw[at - 1] != 't' || raw[at - 2] != 'n'))
        return;
    for (; raw[at] == 'o' && back < 6 && at > back && is_small(raw[at - back]);)
        back++;
    byte before = raw[at > back ? at - back - 1 : 0];
    if (raw[at] == 'i' || (back > 2 && is_large(raw[at - back]) && (before >= 0x80 || !WORD[before])))
        push(&scan->combining, at);
}

static void count_lead(Marks *marks, const byte *at)
{
    if (at[0] == 0xE2 && at[1] == 0x80) {
        marks->left += at[2] == 0x9C;
        marks->right += at[2] == 0x9D;
        marks->low += at[2] == 0x9E;
        marks->doubled_curly += at[2] == 0x99 && at[3] == 0xE2 && at[4] == 0x80 && at[5] == 0x99;
    }
    if (at[0] == 0xC2) {
        marks->angular_left += at[1] == 0xAB;
        marks->angular_right += at[1] == 0xBB;
    }
}

static void judge(Scan *scan, const Marks *marks, size_t start)
{
    int curly = marks->low ? marks->low != marks->left + marks->right : marks->left != marks->right;
    if (marks->straight % 2 || curly || marks->angular_left != marks->angular_right || marks->doubled_curly)
        push(&scan->unbalanced, start);
    if (marks->straight && (marks->left || marks->low || marks->angular_right || marks->doubled_straight))
        push(&scan->mixed, start);
    if (marks->opening > marks->closing)
        push(&scan->brackets, start);
}

/* Whether a sign beyond ASCII may be a letter that is small or large. */
static int may_be_cased(const byte *at)
{
    switch (at[0]) {
    case 0xC2: return at[1] == 0xB5;
    case 0xE1: case 0xEA: return 1;
    case 0xE2: return at[1] == 0x84 || at[1] == 0x85 || at[1] >= 0xB0;
    case 0xEF: return at[1] == 0xAC || at[1] == 0xBC || at[1] == 0xBD;
    default: return (at[0] >= 0xC3 && at[0] < 0xD7) || at[0] >= 0xF0;
    }
}

static int may_be_letter(const byte *at)
{
    if (at[0] == 0xC2)
        return at[1] == 0xAA || at[1] == 0xB5 || at[1] == 0xBA;
    return LETTER[at[0]] && !(at[0] == 0xE2 && at[1] == 0x80);
}

/* A mark that ends a sentence, between a word and a capital or three small letters; `size`: its bytes. */
static void stop_inside(Scan *scan, size_t place, size_t size)
{
    const byte *at = scan->raw + place, *next = at + size;
    if (!WORD[at[-1]] && at[-1] != ')' && at[-1] != ']' && at[-1] != '\'' && at[-1] != '-')
        return;
    for (int more = 1; more; next += more)
        more = next[0] == ')'                                                                  ? 1
               : next[0] == 0xE2 && next[1] == 0x80 && (next[2] == 0x99 || next[2] == 0x9D) ? 3
               : next[0] == 0xC2 && next[1] == 0xBB                                           ? 2
                                                                                               : 0;
    int large = *next >= 'A' && *next <= 'Z';
    if (large || (is_small(*next) && LETTER[next[1]] && LETTER[next[2]]) || may_be_cased(next))
        push(&scan->stops_inside, place);
}

/* A comma, semicolon or colon between words. */
static void comma_inside(Scan *scan, const byte *at, size_t place)
{
    int behind = LETTER[at[-1]], large = (at[1] >= 'A' && at[1] <= 'Z') || may_be_cased(at + 1);
    int beside = WORD[at[-1]] || at[-1] == ')' || at[-1] == '"' || at[-1] == '\'' || at[-1] == '-';
    int figure = at[1] >= '0' && at[1] <= '9';
    if (*at == ':' ? behind && large : beside && (may_be_letter(at + 1) || (behind && *at == ',' && figure)))
        push(&scan->commas_inside, place);
}

static void lead(Scan *scan, Marks *marks, const byte *at, size_t place)
{
    count_lead(marks, at);
    if (at[0] == 0xE2 && at[1] == 0x80 && at[2] == 0xA6)
        stop_inside(scan, place, 3);
    if (may_be_large(at[0], at[1]) && behind_small(at))
        push(&scan->capitals, place);
    if (other_figure(at))
        push(&scan->figures, place);
    if (at[-1] == BLANK && (at[-2] == 'o' || at[-2] == 'i') && is_large(at[0]))
        find_combining(scan, place - 2);
}

static void capital(Scan *scan, const byte *at, size_t place)
{
    if (behind_small(at))
        push(&scan->capitals, place);
    if (at[-1] == BLANK && (at[-2] == 'o' || at[-2] == 'i'))
        find_combining(scan, place - 2);
}

static void figure(Scan *scan, const byte *at, size_t place)
{
    if ((LETTER[at[-1]] && LETTER[at[-2]]) || (LETTER[at[1]] && LETTER[at[2]] && LETTER[at[3]]))
        push(&scan->figures, place);
}

static void look(Scan *scan, Marks *marks, size_t *start, size_t i)
{
    const byte *raw = scan->raw;
    switch (KIND[raw[i]]) {
    case NOTHING: break;
    case LINE_END:
        judge(scan, marks, *start);
        memset(marks, 0, sizeof *marks);
        push(&scan->line_ends, i);
        *start = i + 1;
        break;
    case CAPITAL: capital(scan, raw + i, i); break;
    case FIGURE: figure(scan, raw + i, i); break;
    case DASH: push(&scan->dashes, i); break;
    case STOP:
        push(&scan->stops, i);
        stop_inside(scan, i, 1);
        break;
    case OTHER_STOP: stop_inside(scan, i, 1); break;
    case COMMA: comma_inside(scan, raw + i, i); break;
    case QUOTE: marks->straight++; break;
    case APOSTROPHE: marks->doubled_straight += raw[i + 1] == '\''; break;
    case OPENING: marks->opening++; break;
    case CLOSING: marks->closing++; break;
    case LEAD: lead(scan, marks, raw + i, i); break;
    }
}

/* Which of 64 bytes may be signs of some kind, a bit each; there are `left` of them. */
static uint64_t signs(const byte *raw, size_t left)
{
    byte is_sign[64] = {0};
    uint64_t mask = 0;
    for (size_t i = 0; i < (left < 64 ? left : 64); i++) /* written so that compilers make vectors of it */
        is_sign[i] = !((byte)(raw[i] - 'a') < 26 || raw[i] == BLANK || (byte)(raw[i] - 0x80) < 0x42);
    for (int i = 0; i < 8; i++)
        mask |= bits(is_sign + 8 * i) << 8 * i;
    return mask;
}

void find_signs(Scan *scan)
{
    size_t start = 0;
    Marks marks = {0};
    if (!KIND['\n'])
        make_kinds();
    for (size_t at = PADDING - 1; at < scan->length; at += 64)
        for (uint64_t mask = signs(scan->raw + at, scan->length - at); mask; mask &= mask - 1)
            look(scan, &marks, &start, at + (size_t)lowest(mask));
}
