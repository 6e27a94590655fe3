#include "json.h"

#include <stdlib.h>
#include <string.h>

static struct json *nodes;
static size_t count, room;
static const char *at;

static struct json *value(void);

static struct json *node(char kind)
{
	struct json *made = &nodes[count++];

	*made = (struct json){ .kind = kind, .text = at };
	return made;
}

static int skip(char wanted)
{
	while (*at == ' ' || *at == '\t' || *at == '\r' || *at == '\n')
		at++;
	if (*at != wanted)
		return 0;
	at++;
	return 1;
}

static struct json *string(void)
{
	struct json *made;

	made = node('"');
	while (*at && *at != '"')
		at += *at == '\\' && at[1] ? 2 : 1;
	made->length = at - made->text;
	return skip('"') ? made : NULL;
}

static struct json *items(char kind, char end)
{
	struct json *made = node(kind), **last = &made->first;

	if (skip(end))
		return made;
	do {
		struct json *name = NULL;

		if (kind == '{' && !(skip('"') && (name = string()) && skip(':')))
			return NULL;
		if (!(*last = value()))
			return NULL;
		(*last)->name = name;
		last = &(*last)->next;
	} while (skip(','));
	return skip(end) ? made : NULL;
}

static struct json *word(char kind, const char *characters)
{
	struct json *made = node(kind);

	made->length = strspn(at, characters);
	at += made->length;
	return made->length ? made : NULL;
}

static struct json *value(void)
{
	if (skip('{'))
		return items('{', '}');
	if (skip('['))
		return items('[', ']');
	if (skip('"'))
		return string();
	if (*at == 't' || *at == 'f' || *at == 'n')
		return word(*at, "truefalsn");
	return word('0', "-0123456789");
}

/* There are never more nodes than characters. */
struct json *json_read(const char *line)
{
	struct json *root;
	size_t needed = strlen(line) + 1;

	if (needed > room) {
		free(nodes);
		nodes = malloc(needed * sizeof(*nodes));
		room = nodes ? needed : 0;
	}
	if (!room)
		return NULL;
	count = 0;
	at = line;
	root = value();
	return root && (skip(*at) || 1) && !*at ? root : NULL;
}

struct json *json_get(const struct json *object, const char *name)
{
	for (struct json *field = object ? object->first : NULL; field; field = field->next)
		if (json_is(field->name, name))
			return field;
	return NULL;
}

int json_is(const struct json *node, const char *text)
{
	return node && node->kind == '"' && node->length == strlen(text) &&
	       !memcmp(node->text, text, node->length);
}

unsigned long long json_number(const struct json *node)
{
	return node ? strtoull(node->text, NULL, node->kind == '"' ? 16 : 10) : 0;
}
