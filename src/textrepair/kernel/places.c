/* Places that grow, and classes of bytes. */
#include "kernel.h"
#include <stdlib.h>
#include <string.h>

byte LETTER[256], WORD[256];

void make_classes(void)
{
    for (int i = 0; i < 256; i++) {
        LETTER[i] = (i >= 'A' && i <= 'Z') || (i >= 'a' && i <= 'z') || i >= 0x80;
        WORD[i] = LETTER[i] || (i >= '0' && i <= '9');
    }
}

void push(Places *places, size_t place)
{
    if (places->size == places->room) {
        size_t room = places->room ? 2 * places->room : 64;
        size_t *at = places->failed ? NULL : realloc(places->at, room * sizeof *at);
        if (!at) {
            places->failed = 1;
            return;
        }
        places->at = at;
        places->room = room;
    }
    places->at[places->size++] = place;
}

static int compare(const void *one, const void *two)
{
    size_t a = *(const size_t *)one, b = *(const size_t *)two;
    return (a > b) - (a < b);
}

void sort_places(Places *places)
{
    size_t kept = 0;
    if (places->size)
        qsort(places->at, places->size, sizeof *places->at, compare);
    for (size_t i = 0; i < places->size; i++)
        if (!i || places->at[i] != places->at[i - 1])
            places->at[kept++] = places->at[i];
    places->size = kept;
}

void drop(Places *places)
{
    free(places->at);
    memset(places, 0, sizeof *places);
}
