/* The array maps of the running kernel, through libbpf: answers each line on stdin with one on
 * stdout. Build: cc -o kernel_map kernel_map.c ../c/json.c -I../c -lbpf */
#define _GNU_SOURCE
#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sysinfo.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "json.h"

enum { HANDLES = 26, KEY_SIZE = 4, ENOTSUPP = 524 };
enum { TAKEN = BPF_F_NUMA_NODE | BPF_F_INNER_MAP }; /* what needs no capability */

struct handle {
	int fd;
	__u64 size; /* bytes of a value as user space sees it */
};

static struct handle handles[HANDLES];
static int cpus;

static void release(struct handle *handle)
{
	if (handle->fd >= 0)
		close(handle->fd);
	*handle = (struct handle){ .fd = -1 };
}

static void release_all(void)
{
	for (int i = 0; i < HANDLES; i++)
		release(&handles[i]);
}

static void list_cpus(const char *name, int count)
{
	printf("\"%s\":[", name);
	for (int i = 0; i < count; i++)
		printf(i ? ",%d" : "%d", i);
	printf("],");
}

static void identity(void)
{
	struct utsname system;
	struct sysinfo memory;
	int major = 0, minor = 0;

	uname(&system);
	sysinfo(&memory);
	sscanf(system.release, "%d.%d", &major, &minor);
	printf("\"result\":{\"protocol\":1,\"name\":\"linux\",\"version\":\"%s, libbpf %s\","
	       "\"platform\":{\"page_size\":%ld,",
	       system.release, libbpf_version_string(), sysconf(_SC_PAGESIZE));
	list_cpus("possible_cpus", cpus);
	list_cpus("online_cpus", get_nprocs());
	printf("\"word_size\":%zu,\"byte_order\":\"%s\",\"kernel\":\"%d.%d\",\"memory\":%llu},"
	       "\"capabilities\":[\"percpu\",\"freeze\",\"info\"]}",
	       sizeof(long), __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? "little" : "big", major,
	       minor, (unsigned long long)memory.totalram * memory.mem_unit);
}

static void say(int result)
{
	if (result >= 0)
		printf("{\"done\":true}");
	else
		printf("{\"errno\":\"%s\"}", result == -ENOTSUPP ? "ENOTSUPP" : strerrorname_np(-result));
}

static void lacks(const char *what)
{
	printf("{\"unsupported\":\"%s\"}", what);
}

/* Bytes from hex, at least `size`; NULL where there are fewer. */
static unsigned char *bytes(const struct json *hex, size_t size)
{
	unsigned char *made;

	if (!hex || hex->kind != '"' || hex->length / 2 < size)
		return NULL;
	made = malloc(hex->length / 2 + 1);
	for (size_t i = 0; made && i < hex->length / 2; i++) {
		char digits[] = { hex->text[2 * i], hex->text[2 * i + 1], 0 };

		made[i] = strtoul(digits, NULL, 16);
	}
	return made;
}

static void say_bytes(int result, const unsigned char *found, size_t size)
{
	if (result < 0) {
		say(result);
		return;
	}
	printf("{\"value\":\"");
	while (size--)
		printf("%02x", *found++);
	printf("\"}");
}

static void create(struct handle *handle, const struct json *spec)
{
	LIBBPF_OPTS(bpf_map_create_opts, opts);
	int percpu = json_is(json_get(spec, "type"), "percpu_array");
	const struct json *name = json_get(spec, "name"), *node = json_get(spec, "numa_node");
	const struct json *key = json_get(spec, "key_size");
	__u64 size = json_number(json_get(spec, "value_size"));
	__u64 entries = json_number(json_get(spec, "max_entries"));
	char title[64] = "";
	struct sysinfo memory;
	int type, fd;

	opts.map_flags = json_number(json_get(spec, "flags"));
	opts.map_extra = json_number(json_get(spec, "map_extra"));
	opts.numa_node = node ? atoi(node->text) : 0;
	if (name)
		memcpy(title, name->text, name->length < 63 ? name->length : 63);
	if (opts.map_flags & ~TAKEN || json_get(spec, "lock") || json_get(spec, "types")) {
		say(-EINVAL);
		return;
	}
	sysinfo(&memory);
	if (strlen(title) > 15 ||
	    (size < 1 << 20 && size * entries * (percpu ? cpus : 1) > memory.freeram / 4)) {
		lacks(strlen(title) > 15 ? "longer names" : "so much memory");
		return;
	}
	type = percpu ? BPF_MAP_TYPE_PERCPU_ARRAY :
	       json_is(json_get(spec, "type"), "array") ? BPF_MAP_TYPE_ARRAY : 0xffff;
	fd = bpf_map_create(type, title, key ? json_number(key) : KEY_SIZE, size, entries, &opts);
	say(fd);
	if (fd >= 0) {
		release(handle);
		*handle = (struct handle){ fd, percpu ? (size + 7) / 8 * 8 * cpus : size };
	}
}

static void describe(struct handle *handle)
{
	struct bpf_map_info info = {};
	__u32 length = sizeof(info);
	int result = bpf_obj_get_info_by_fd(handle->fd, &info, &length);

	if (result < 0)
		say(result);
	else
		printf("{\"info\":{\"type\":\"%s\",\"key_size\":%u,\"value_size\":%u,\"max_entries\":%u,"
		       "\"flags\":%u,\"name\":\"%s\",\"id\":%u}}",
		       info.type == BPF_MAP_TYPE_ARRAY ? "array" : "percpu_array", info.key_size,
		       info.value_size, info.max_entries, info.map_flags, info.name, info.id);
}

static void element(struct handle *handle, const struct json *command, const struct json *verb)
{
	unsigned char *key = bytes(json_get(command, "key"), KEY_SIZE);
	unsigned char *value = bytes(json_get(command, "value"), handle->size);
	unsigned char *found = calloc(1, handle->size + KEY_SIZE), next[KEY_SIZE] = {};
	__u64 flags = json_number(json_get(command, "flags"));
	int fd = handle->fd, null = json_get(command, "key") && json_get(command, "key")->kind == 'n';

	if (json_is(verb, "next-key") && (key || null))
		say_bytes(bpf_map_get_next_key(fd, key, next), next, KEY_SIZE);
	else if (!key || !found)
		lacks("raw pointers");
	else if (json_is(verb, "lookup"))
		say_bytes(bpf_map_lookup_elem_flags(fd, key, found, flags), found, handle->size);
	else if (json_is(verb, "lookup-and-delete"))
		say_bytes(bpf_map_lookup_and_delete_elem_flags(fd, key, found, flags), found, handle->size);
	else if (json_is(verb, "delete"))
		say(bpf_map_delete_elem(fd, key));
	else if (json_is(verb, "update") && (value || fd < 0))
		say(bpf_map_update_elem(fd, key, value, flags));
	else
		lacks("this command");
	free(key);
	free(value);
	free(found);
}

static void apply(const struct json *command)
{
	const struct json *verb = json_get(command, "do"), *name = json_get(command, "map");
	struct handle *handle = name && name->length == 1 ? &handles[(name->text[0] - 'A') % HANDLES] : NULL;

	for (struct json *field = command->first; field; field = field->next)
		if (field->kind == '{')
			handle = NULL;
	if (!handle)
		lacks("raw pointers, or this command");
	else if (json_is(verb, "create"))
		create(handle, command);
	else if (json_is(verb, "close")) {
		say(handle->fd < 0 ? -EBADF : 0);
		release(handle);
	} else if (json_is(verb, "freeze"))
		say(bpf_map_freeze(handle->fd));
	else if (json_is(verb, "get-info"))
		describe(handle);
	else
		element(handle, command, verb);
}

static void answer(const struct json *message)
{
	const struct json *method = json_get(message, "method"), *params = json_get(message, "params");

	printf("{\"jsonrpc\":\"2.0\",\"id\":");
	printf(message ? "%llu," : "null,", json_number(json_get(message, "id")));
	if (json_is(method, "apply") && params) {
		printf("\"result\":[");
		for (struct json *command = params->first; command; command = command->next) {
			apply(command);
			printf(command->next ? "," : "]");
		}
		printf(params->first ? "" : "]");
	} else if (json_is(method, "hello")) {
		identity();
	} else if (json_is(method, "reset") || json_is(method, "bye")) {
		release_all();
		printf("\"result\":{}");
	} else {
		printf("\"error\":{\"code\":-32600,\"message\":\"no request\"}");
	}
	printf("}\n");
	fflush(stdout);
}

int main(void)
{
	char *line = NULL;
	size_t room = 0;

	cpus = libbpf_num_possible_cpus();
	for (int i = 0; i < HANDLES; i++)
		handles[i].fd = -1;
	while (getline(&line, &room, stdin) > 0)
		answer(json_read(line));
	free(line);
	return 0;
}
