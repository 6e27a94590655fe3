/* The bare loop that a fuzz run is measured against: does the system calls that Export wrote down
 * again, with the bytes that they find in memory, and checks nothing.
 *
 *   twin FILE COMMANDS
 *
 * Everything is laid out before the clock starts. Descriptors and addresses need no translation: the
 * same descriptors are open at the start, and memory is asked for at the same places, so that the
 * kernel gives the same ones. One pass before the clock compares every result with the one that was
 * written down, and says how many are others.
 *
 * Prints: commands, system calls, seconds, commands a second, calls a second, other results.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum kind { STORED = 1, CALLED, TOLD, NAMED };

struct entry {
	enum kind kind;
	uint32_t size;   /* of the bytes, or the number of the id */
	long number;     /* of the system call */
	char *address;
	const char *content;
	long arguments[6];
	long result;
};

struct list {
	uint32_t count;
	struct entry *entries;
};

static const struct {
	const char *name;
	long number;
} NUMBERS[] = {
	{"BPF", SYS_bpf}, {"CAPGET", SYS_capget}, {"CAPSET", SYS_capset}, {"CLOSE", SYS_close},
	{"FCNTL", SYS_fcntl}, {"FSCONFIG", SYS_fsconfig}, {"FSMOUNT", SYS_fsmount},
	{"FSOPEN", SYS_fsopen}, {"LSEEK", SYS_lseek}, {"MADVISE", SYS_madvise}, {"MMAP", SYS_mmap},
	{"MPROTECT", SYS_mprotect}, {"MREMAP", SYS_mremap}, {"MSYNC", SYS_msync},
	{"MUNMAP", SYS_munmap}, {"OPENAT", SYS_openat}, {"PPOLL", SYS_ppoll}, {"READ", SYS_read},
	{"SCHED_SETAFFINITY", SYS_sched_setaffinity}, {"UNLINKAT", SYS_unlinkat},
	{"WRITE", SYS_write},
};

static uint32_t *ids;
static uint32_t id_count;

static void demand(int holds, const char *what)
{
	if (!holds) {
		fprintf(stderr, "twin: %s\n", what);
		exit(1);
	}
}

/* The file, read from its start on. */
static const unsigned char *at, *end;

static uint64_t number(int width)
{
	uint64_t all = 0;

	demand(end - at >= width, "the file is too short");
	while (width-- > 0)
		all = all << 8 | *at++;
	return all;
}

static const char *bytes(uint32_t size)
{
	const char *start = (const char *)at;

	demand((uint64_t)(end - at) >= size, "the file is too short");
	at += size;
	return start;
}

static long call_number(const char *name, uint32_t size)
{
	for (size_t i = 0; i < sizeof NUMBERS / sizeof *NUMBERS; i++)
		if (strlen(NUMBERS[i].name) == size && !memcmp(NUMBERS[i].name, name, size))
			return NUMBERS[i].number;
	demand(0, "a system call has a name that is not known here");
	return 0;
}

static void read_file(const char *path)
{
	struct stat facts;
	int fd = open(path, O_RDONLY);

	demand(fd >= 0 && fstat(fd, &facts) == 0, "cannot read the file");
	at = mmap(NULL, facts.st_size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, fd, 0);
	demand(at != MAP_FAILED, "cannot read the file");
	end = at + facts.st_size;
	close(fd);
	demand(!memcmp(bytes(8), "MAPCALLS", 8), "the file is of another kind");
}

/* Opens something at every descriptor that was open, and closes every other one. */
static void read_descriptors(void)
{
	uint32_t count = number(4);
	int next = 0;

	while (count-- > 0) {
		int fd = number(4);

		for (; next < fd; next++)
			close(next);
		if (fcntl(next, F_GETFD) < 0) {
			int null = open("/dev/null", O_RDWR);

			if (null != next) {
				dup2(null, next);
				close(null);
			}
		}
		next++;
	}
	for (; next < 256; next++)
		close(next);
}

static uint32_t read_numbers(long *numbers)
{
	uint32_t count = number(4);

	demand(count <= 256, "too many names of system calls");
	for (uint32_t i = 0; i < count; i++) {
		uint32_t size = number(2);

		numbers[i] = call_number(bytes(size), size);
	}
	return count;
}

static struct entry read_entry(const long *numbers, uint32_t count)
{
	struct entry entry = {.kind = number(1)};

	switch (entry.kind) {
	case STORED:
		entry.address = (char *)number(8);
		entry.size = number(4);
		entry.content = bytes(entry.size);
		break;
	case CALLED:
		entry.size = number(1);
		demand(entry.size < count, "a call has no name");
		entry.number = numbers[entry.size];
		for (int i = 0; i < 6; i++)
			entry.arguments[i] = number(8);
		entry.result = number(8);
		break;
	case TOLD:
	case NAMED:
		entry.size = number(4);
		entry.address = (char *)number(8);
		if (entry.size >= id_count)
			id_count = entry.size + 1;
		break;
	default:
		demand(0, "an entry is of an unknown kind");
	}
	return entry;
}

static struct list read_list(const long *numbers, uint32_t count)
{
	struct list list = {.count = number(4)};

	list.entries = calloc(list.count + 1, sizeof *list.entries);
	demand(list.entries != NULL, "out of memory");
	for (uint32_t i = 0; i < list.count; i++)
		list.entries[i] = read_entry(numbers, count);
	return list;
}

static long called(const struct entry *entry)
{
	const long *a = entry->arguments;

	return syscall(entry->number, a[0], a[1], a[2], a[3], a[4], a[5]);
}

/* The timed loop. */
static void pass(const struct list *list)
{
	const struct entry *last = list->entries + list->count;

	for (const struct entry *entry = list->entries; entry < last; entry++) {
		switch (entry->kind) {
		case STORED:
			memcpy(entry->address, entry->content, entry->size);
			break;
		case CALLED:
			called(entry);
			break;
		case TOLD:
			memcpy(&ids[entry->size], entry->address, sizeof *ids);
			break;
		case NAMED:
			memcpy(entry->address, &ids[entry->size], sizeof *ids);
			break;
		}
	}
}

/* How many results are not those that were written down. */
static uint64_t checked_pass(const struct list *list)
{
	struct list one = {.count = 1};
	uint64_t others = 0;

	for (uint32_t i = 0; i < list->count; i++) {
		struct entry *entry = &list->entries[i];
		long result;

		one.entries = entry;
		if (entry->kind != CALLED) {
			pass(&one);
			continue;
		}
		result = called(entry);
		if (result == -1 && entry->result < 0)
			continue;
		if (entry->number == SYS_read && result >= 0 && entry->result >= 0)
			continue; /* a text that tells an id */
		if (result != entry->result) {
			if (others++ < 10 && getenv("TWIN_SHOWS"))
				fprintf(stderr, "twin: %u call %ld(%ld) gave %ld, then %ld %m\n", i, entry->number,
					entry->arguments[0], entry->result, result);
		}
	}
	return others;
}

static uint64_t calls(const struct list *list)
{
	uint64_t all = 0;

	for (uint32_t i = 0; i < list->count; i++)
		all += list->entries[i].kind == CALLED;
	return all;
}

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return time.tv_sec + time.tv_nsec / 1e9;
}

int main(int count, char **words)
{
	long numbers[256];
	uint64_t each, wanted, others, passes = 0;
	struct rlimit most = {1 << 20, 1 << 20};
	struct list list;
	uint32_t names;
	double start, seconds;

	demand(count == 3, "wanted FILE COMMANDS");
	wanted = strtoull(words[2], NULL, 10);
	setrlimit(RLIMIT_NOFILE, &most);
	read_file(words[1]);
	each = number(8);
	demand(each > 0, "the file holds no command");
	read_descriptors();
	names = read_numbers(numbers);
	list = read_list(numbers, names);
	ids = calloc(id_count + 1, sizeof *ids);
	demand(ids != NULL, "out of memory");

	others = checked_pass(&list);
	start = now();
	do {
		pass(&list);
	} while (++passes * each < wanted);
	seconds = now() - start;

	printf("%lu %lu %.3f %.0f %.0f %lu\n", passes * each, passes * calls(&list), seconds,
	       passes * each / seconds, passes * calls(&list) / seconds, others);
	return 0;
}
