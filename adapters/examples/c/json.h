/* A reader of JSON for messages of one line: no floating point, no escapes but \" \\ and \/. */
#ifndef JSON_H
#define JSON_H

#include <stddef.h>

struct json {
	char kind;            /* one of { [ " 0 t f n, or 0 for nothing */
	const char *text;     /* of a string without the quotes, else the first character */
	size_t length;
	struct json *name;    /* of a field */
	struct json *first;   /* in an object or list */
	struct json *next;    /* in the same object or list */
};

/* Reads a line into nodes; NULL where it makes no sense. They live until the next reading. */
struct json *json_read(const char *line);

/* The field of an object; NULL where there is none. */
struct json *json_get(const struct json *object, const char *name);

/* Whether a node is that string. */
int json_is(const struct json *node, const char *text);

/* A whole number, which may be a 0x string; 0 for NULL. */
unsigned long long json_number(const struct json *node);

#endif
