/* Array maps in the memory of a C process: answers each line on stdin with one on stdout. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "json.h"

#define MEMORY (8ULL << 30)
#define MOST (1ULL << 30)
#define NO_KEY (~0ULL)
#define DONE "{\"done\":true}"

enum { CPUS = 2, KEY_SIZE = 4, PERCPU_LIMIT = 32 << 10 };
enum { NOEXIST = 1, EXIST = 2, NUMA_NODE = 1 << 2, INNER_MAP = 1 << 12 };

struct map {
	int open, percpu, frozen;
	unsigned long long value_size, max_entries, flags;
	unsigned long long element, size; /* bytes from one to the next, and as its user sees it */
	char name[64];
	unsigned char *memory;
};

static struct map maps[26];

static const char *IDENTITY =
	"\"result\":{\"protocol\":1,\"name\":\"array_map.c\",\"version\":\"1.0\",\"platform\":{"
	"\"page_size\":4096,\"possible_cpus\":[0,1],\"online_cpus\":[0,1],\"word_size\":8,"
	"\"byte_order\":\"little\",\"kernel\":\"6.18\",\"memory\":8589934592},"
	"\"capabilities\":[\"percpu\",\"freeze\",\"info\"]}";

static void release(struct map *map)
{
	free(map->memory);
	memset(map, 0, sizeof(*map));
}

static const char *reset(void)
{
	for (int i = 0; i < 26; i++)
		release(&maps[i]);
	return "\"result\":{}";
}

/* Nonzero, with the answer written: a map or this program does not do it. */
static int refuse(int when, const char *errno_name)
{
	if (when)
		printf("{\"errno\":\"%s\"}", errno_name);
	return when;
}

static int lacks(int when, const char *what)
{
	if (when)
		printf("{\"unsupported\":\"%s\"}", what);
	return when;
}

static unsigned char byte(const struct json *hex, size_t i)
{
	char digits[] = { hex->text[2 * i], hex->text[2 * i + 1], 0 };

	return strtoul(digits, NULL, 16);
}

static int is_bytes(const struct json *field, unsigned long long size)
{
	return field && field->kind == '"' && field->length >= 2 * size;
}

static unsigned long long index_of(const struct json *key)
{
	unsigned long long index = 0;

	for (int i = 0; i < KEY_SIZE; i++)
		index |= (unsigned long long)byte(key, i) << 8 * i;
	return index;
}

static void print_bytes(const unsigned char *bytes, unsigned long long size)
{
	printf("{\"value\":\"");
	while (size--)
		printf("%02x", *bytes++);
	printf("\"}");
}

static int is_name(const struct json *name)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.";

	return !name || (name->length < 16 && strspn(name->text, letters) == name->length);
}

static void create(struct map *target, const struct json *spec)
{
	struct map map = { .open = 1 };
	const struct json *type = json_get(spec, "type"), *name = json_get(spec, "name");
	const struct json *key = json_get(spec, "key_size"), *at = json_get(spec, "numa_node");
	long long node = at ? strtoll(at->text, NULL, 10) : 0, most, padded;

	map.percpu = json_is(type, "percpu_array");
	map.value_size = json_number(json_get(spec, "value_size"));
	map.max_entries = json_number(json_get(spec, "max_entries"));
	map.flags = json_number(json_get(spec, "flags"));
	padded = (map.value_size + 7) / 8 * 8;
	map.element = map.percpu ? padded * CPUS : padded;
	map.size = map.percpu ? map.element : map.value_size;
	most = map.percpu ? PERCPU_LIMIT : 0x7fffffff;
	if (refuse((!map.percpu && !json_is(type, "array")) || json_get(spec, "types"), "EINVAL") ||
	    refuse(key && json_number(key) != KEY_SIZE, "EINVAL") ||
	    refuse(!map.value_size || !map.max_entries, "EINVAL") ||
	    refuse(map.flags & ~(map.percpu ? NUMA_NODE : NUMA_NODE | INNER_MAP), "EINVAL") ||
	    refuse(map.flags && node != -1 && (map.percpu || node), "EINVAL") ||
	    refuse(json_number(json_get(spec, "map_extra")) || json_get(spec, "lock"), "EINVAL") ||
	    refuse(map.value_size > (unsigned long long)most, "E2BIG") ||
	    refuse(map.element > MEMORY / map.max_entries, "ENOMEM") ||
	    refuse(!is_name(name), "EINVAL") ||
	    lacks(map.element > MOST / map.max_entries, "so much memory"))
		return;
	if (refuse(!(map.memory = calloc(map.max_entries, map.element)), "ENOMEM"))
		return;
	if (name)
		memcpy(map.name, name->text, name->length);
	release(target);
	*target = map;
	printf(DONE);
}

static void lookup(struct map *map, const struct json *command)
{
	unsigned long long index = index_of(json_get(command, "key"));

	if (refuse(json_number(json_get(command, "flags")) != 0, "EINVAL") ||
	    refuse(index >= map->max_entries, "ENOENT"))
		return;
	print_bytes(map->memory + index * map->element, map->size);
}

static void update(struct map *map, const struct json *command)
{
	unsigned long long index = index_of(json_get(command, "key"));
	unsigned long long flags = json_number(json_get(command, "flags"));
	const struct json *value = json_get(command, "value");

	if (lacks(!is_bytes(value, map->size), "raw pointers") ||
	    refuse(map->frozen, "EPERM") || refuse(flags > EXIST, "EINVAL") ||
	    refuse(index >= map->max_entries, "E2BIG") || refuse(flags == NOEXIST, "EEXIST"))
		return;
	for (unsigned long long i = 0; i < map->size; i++)
		map->memory[index * map->element + i] = byte(value, i);
	printf(DONE);
}

static void next_key(struct map *map, const struct json *command)
{
	const struct json *key = json_get(command, "key");
	unsigned long long after = key->kind == 'n' ? NO_KEY : index_of(key);
	unsigned long long next = after >= map->max_entries ? 0 : after + 1;

	if (!refuse(next == map->max_entries, "ENOENT"))
		print_bytes((unsigned char[]){ next, next >> 8, next >> 16, next >> 24 }, KEY_SIZE);
}

static void describe(struct map *map)
{
	printf("{\"info\":{\"type\":\"%s\",\"value_size\":%llu,\"max_entries\":%llu,\"flags\":%llu,"
	       "\"name\":\"%s\"}}",
	       map->percpu ? "percpu_array" : "array", map->value_size, map->max_entries,
	       map->flags, map->name);
}

static void apply(const struct json *command)
{
	const struct json *verb = json_get(command, "do"), *name = json_get(command, "map");
	const struct json *key = json_get(command, "key"), *flags = json_get(command, "flags");
	struct map *map = name && name->length == 1 ? &maps[(name->text[0] - 'A') % 26] : NULL;
	int pointers = key && !is_bytes(key, KEY_SIZE) && !json_is(verb, "next-key");

	for (struct json *field = command->first; field; field = field->next)
		pointers |= field->kind == '{' || (field->kind == 'n' && field != key);
	if (lacks(!map, "this command") || lacks(pointers, "raw pointers"))
		return;
	if (json_is(verb, "create"))
		create(map, command);
	else if (refuse(!map->open, "EBADF"))
		return;
	else if (json_is(verb, "close"))
		release(map), printf(DONE);
	else if (json_is(verb, "lookup"))
		lookup(map, command);
	else if (json_is(verb, "update"))
		update(map, command);
	else if (json_is(verb, "delete"))
		refuse(1, map->frozen ? "EPERM" : "EINVAL");
	else if (json_is(verb, "lookup-and-delete"))
		refuse(1, json_number(flags) ? "EINVAL" : map->frozen ? "EPERM" : "ENOTSUPP");
	else if (json_is(verb, "next-key"))
		next_key(map, command);
	else if (json_is(verb, "get-info"))
		describe(map);
	else if (!lacks(!json_is(verb, "freeze"), "this command") && !refuse(map->frozen, "EPERM"))
		map->frozen = 1, printf(DONE);
}

static const char *result(const struct json *method)
{
	if (json_is(method, "hello"))
		return IDENTITY;
	if (json_is(method, "reset") || json_is(method, "bye"))
		return reset();
	return "\"error\":{\"code\":-32601,\"message\":\"unknown method\"}";
}

static void answer(const struct json *message)
{
	const struct json *method = json_get(message, "method"), *params = json_get(message, "params");

	if (!message || !method) {
		printf("{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":%d,\"message\":\"%s\"}}\n",
		       message ? -32600 : -32700, message ? "no request" : "no JSON");
		return;
	}
	printf("{\"jsonrpc\":\"2.0\",\"id\":%llu,", json_number(json_get(message, "id")));
	if (json_is(method, "apply") && params) {
		printf("\"result\":");
		printf("[");
		for (struct json *command = params->first; command; command = command->next) {
			apply(command);
			printf(command->next ? "," : "");
		}
		printf("]}\n");
	} else {
		printf("%s}\n", result(method));
	}
}

int main(void)
{
	char *line = NULL;
	size_t room = 0;

	while (getline(&line, &room, stdin) > 0) {
		answer(json_read(line));
		fflush(stdout);
	}
	free(line);
	return 0;
}
