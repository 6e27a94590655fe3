/*
 * The first and only process of a guest: does system calls and touches memory for somebody outside.
 *
 * Requests and replies are a stream of numbers, little-endian whatever the processor.
 *
 *   request  W  u64 address, u32 length, bytes       write; no reply
 *            P  u64 address, u8 width, u64 value     store 1, 2, 4 or 8 bytes; no reply
 *            C  u8 lane, u8 call, 6 x u64, u8 n, n x (u64 address, u32 length)
 *                                                    system call, then n reads
 *            L  u32 times, then as C, of one read    system call over and over
 *            R  u8 lane, u64 address, u32 length     read
 *            A  u8 lane, u64 address, u8 width, u64 addend
 *                                                    atomic add
 *            F  u8 lane, u32 length, bytes           content of the file of that name
 *            Q                                       the end
 *   reply    u8 lane, u64 result or -errno, u32 length, bytes
 *            of L: how many different outcomes in place of the result; each a u64 result and the bytes
 *
 * Requests are carried out in their order, but for the calls of a lane other than 0: each lane is a
 * thread, and does its calls while the requests that follow are carried out. A program outside has
 * one request of a lane under way at most. The end of the stream is the end of the machine.
 */
#define _GNU_SOURCE
#define _FILE_OFFSET_BITS 64
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/reboot.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define LANES 256
#define MOST_READS 32
#define MOST_WAITS 100
#define FILE_LIMIT (1 << 20)

enum call {
    BPF, CLOSE, FCNTL, FSCONFIG, FSMOUNT, FSOPEN, MMAP, MPROTECT, MREMAP, MUNMAP, SCHED_SETAFFINITY, UNLINKAT,
    CAPGET, CAPSET, LSEEK, MADVISE, MSYNC, OPENAT, PPOLL, READ, WRITE
};

struct range {
    uint64_t address;
    uint32_t length;
};

struct lane {
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t filled;
    int started, waiting;
    uint32_t times;
    uint8_t number, call, reads;
    uint64_t a[6];
    struct range read[MOST_READS];
};

static struct lane lanes[LANES];
static cpu_set_t anywhere;
static pthread_mutex_t output = PTHREAD_MUTEX_INITIALIZER;
static int port = -1;
static unsigned char in[1 << 16];
static size_t in_next, in_end;

static void end(const char *why) {
    fprintf(stderr, "agent: %s\n", why);
    sync();
    reboot(RB_AUTOBOOT);
    for (;;)
        pause();
}

static void ended(int signal) {
    end(signal == SIGBUS ? "bus error" : "segmentation fault");
}

/* The other side may be late, so that nothing to read is not at once the end. */
static void fill(void) {
    for (int waits = 0; waits < MOST_WAITS; waits++) {
        ssize_t n = read(port, in, sizeof in);
        if (n > 0) {
            in_next = 0;
            in_end = n;
            return;
        }
        if (n < 0 && errno != EINTR && errno != EAGAIN)
            break;
        usleep(10000);
    }
    end("nobody is there");
}

static void take(void *to, size_t length) {
    unsigned char *at = to;
    while (length > 0) {
        if (in_next == in_end)
            fill();
        size_t n = in_end - in_next < length ? in_end - in_next : length;
        memcpy(at, in + in_next, n);
        in_next += n;
        at += n;
        length -= n;
    }
}

static uint64_t number(int width) {
    unsigned char bytes[8];
    uint64_t value = 0;
    take(bytes, width);
    for (int i = width - 1; i >= 0; i--)
        value = value << 8 | bytes[i];
    return value;
}

static void place(unsigned char *to, int width, uint64_t value) {
    for (int i = 0; i < width; i++, value >>= 8)
        to[i] = value;
}

static void send_all(const void *from, size_t length) {
    const unsigned char *at = from;
    while (length > 0) {
        ssize_t n = write(port, at, length);
        if (n < 0 && errno != EINTR && errno != EAGAIN)
            end("nobody listens");
        if (n > 0) {
            at += n;
            length -= n;
        }
    }
}

static void *pointer(uint64_t address) {
    return (void *)(uintptr_t)address;
}

static void reply(uint8_t lane, int64_t result, const struct range *read, int reads) {
    unsigned char small[4096];
    size_t length = 0, at = 13;
    for (int i = 0; i < reads; i++)
        length += read[i].length;
    unsigned char *all = at + length <= sizeof small ? small : malloc(at + length);
    if (!all)
        end("no memory for a reply");
    all[0] = lane;
    place(all + 1, 8, result);
    place(all + 9, 4, length);
    for (int i = 0; i < reads; at += read[i++].length)
        memcpy(all + at, pointer(read[i].address), read[i].length);
    pthread_mutex_lock(&output);
    send_all(all, at);
    pthread_mutex_unlock(&output);
    if (all != small)
        free(all);
}

static int64_t plain(long result) {
    return result == -1 ? -errno : result;
}

static int64_t position(off_t result) {
    return result == -1 ? -errno : result;
}

static int64_t address(void *result) {
    return result == MAP_FAILED ? -errno : (int64_t)(uintptr_t)result;
}

/* A length, or the longest of whole pages that a caller of this processor can say. */
static long longest(uint64_t length) {
    return length > UINTPTR_MAX ? (long)(UINTPTR_MAX & ~(uintptr_t)0xffff) : (long)length;
}

/* The C library would look at the offset before the kernel does; this call counts it in 4096 bytes. */
static int64_t map(const uint64_t *a) {
#ifdef SYS_mmap2
    return (int64_t)a[5] & 0xfff
               ? -EINVAL
               : address((void *)syscall(SYS_mmap2, pointer(a[0]), longest(a[1]), (long)a[2], (long)a[3], (long)a[4],
                                         (long)((int64_t)a[5] >> 12)));
#else
    return address(mmap(pointer(a[0]), longest(a[1]), a[2], a[3], a[4], a[5]));
#endif
}

static int64_t carry_out(uint8_t call, const uint64_t *a) {
    switch (call) {
    case BPF:
        return plain(syscall(SYS_bpf, (long)a[0], pointer(a[1]), (long)(uint32_t)a[2], 0L, 0L, 0L));
    case CLOSE:
        return plain(close(a[0]));
    case FCNTL:
        return plain(fcntl(a[0], a[1], (long)a[2]));
    case FSCONFIG:
        return plain(syscall(SYS_fsconfig, (long)a[0], (long)a[1], pointer(a[2]), pointer(a[3]), (long)a[4]));
    case FSMOUNT:
        return plain(syscall(SYS_fsmount, (long)a[0], (long)a[1], (long)a[2]));
    case FSOPEN:
        return plain(syscall(SYS_fsopen, pointer(a[0]), (long)a[1]));
    case MMAP:
        return map(a);
    case MPROTECT:
        return plain(mprotect(pointer(a[0]), a[1], a[2]));
    case MREMAP:
        return address(mremap(pointer(a[0]), a[1], a[2], a[3], pointer(a[4])));
    case MUNMAP:
        return plain(munmap(pointer(a[0]), a[1]));
    case SCHED_SETAFFINITY:
        return plain(syscall(SYS_sched_setaffinity, (long)a[0], (long)a[1], pointer(a[2])));
    case UNLINKAT:
        return plain(unlinkat(a[0], pointer(a[1]), a[2]));
    case CAPGET:
        return plain(syscall(SYS_capget, pointer(a[0]), pointer(a[1])));
    case CAPSET:
        return plain(syscall(SYS_capset, pointer(a[0]), pointer(a[1])));
    case LSEEK:
        return position(lseek(a[0], a[1], a[2]));
    case MADVISE:
        return plain(madvise(pointer(a[0]), a[1], a[2]));
    case MSYNC:
        return plain(msync(pointer(a[0]), a[1], a[2]));
    case OPENAT:
        return plain(openat(a[0], pointer(a[1]), (int)a[2], (mode_t)a[3]));
    case PPOLL:
        return plain(ppoll(pointer(a[0]), a[1], pointer(a[2]), pointer(a[3])));
    case READ:
        return plain(read(a[0], pointer(a[1]), a[2]));
    case WRITE:
        return plain(write(a[0], pointer(a[1]), a[2]));
    }
    return -ENOSYS;
}

/* Whether an outcome is among those before it. */
static int known(const unsigned char *seen, size_t count, size_t size) {
    for (size_t i = 0; i < count; i++)
        if (!memcmp(seen + i * size, seen + count * size, size))
            return 1;
    return 0;
}

static void serve_often(struct lane *lane) {
    size_t size = 8 + lane->read[0].length, count = 0;
    unsigned char *seen = malloc(((size_t)lane->times + 1) * size);
    if (!seen)
        end("no memory for outcomes");
    for (uint32_t i = 0; i < lane->times; i++) {
        place(seen + count * size, 8, carry_out(lane->call, lane->a));
        memcpy(seen + count * size + 8, pointer(lane->read[0].address), lane->read[0].length);
        count += !known(seen, count, size);
    }
    struct range all = {(uintptr_t)seen, count * size};
    reply(lane->number, count, &all, 1);
    free(seen);
}

static void serve(struct lane *lane) {
    if (lane->times) {
        serve_often(lane);
        return;
    }
    int64_t result = carry_out(lane->call, lane->a);
    reply(lane->number, result, lane->read, lane->reads);
}

static void *work(void *argument) {
    struct lane *lane = argument;
    sched_setaffinity(0, sizeof anywhere, &anywhere);
    for (;;) {
        pthread_mutex_lock(&lane->lock);
        while (!lane->waiting)
            pthread_cond_wait(&lane->filled, &lane->lock);
        lane->waiting = 0;
        pthread_mutex_unlock(&lane->lock);
        serve(lane);
    }
    return NULL;
}

static void start(struct lane *lane) {
    pthread_mutex_init(&lane->lock, NULL);
    pthread_cond_init(&lane->filled, NULL);
    if (pthread_create(&lane->thread, NULL, work, lane))
        end("no thread for a lane");
    lane->started = 1;
}

static void take_call(uint32_t times) {
    uint8_t number_of_lane = number(1);
    struct lane *lane = &lanes[number_of_lane];
    lane->times = times;
    lane->number = number_of_lane;
    lane->call = number(1);
    for (int i = 0; i < 6; i++)
        lane->a[i] = number(8);
    lane->reads = number(1);
    if (lane->reads > MOST_READS)
        end("too many reads");
    for (int i = 0; i < lane->reads; i++) {
        lane->read[i].address = number(8);
        lane->read[i].length = number(4);
    }
    if (number_of_lane == 0) {
        serve(lane);
        return;
    }
    if (!lane->started)
        start(lane);
    pthread_mutex_lock(&lane->lock);
    lane->waiting = 1;
    pthread_cond_signal(&lane->filled);
    pthread_mutex_unlock(&lane->lock);
}

static void put(void) {
    void *to = pointer(number(8));
    int width = number(1);
    uint64_t value = number(8);
    uint8_t b = value;
    uint16_t h = value;
    uint32_t w = value;
    memcpy(to, width == 1 ? (void *)&b : width == 2 ? (void *)&h : width == 4 ? (void *)&w : (void *)&value, width);
}

static void add(void) {
    uint8_t lane = number(1);
    void *to = pointer(number(8));
    int width = number(1);
    uint64_t addend = number(8);
    uint64_t before = width == 4 ? __atomic_fetch_add((uint32_t *)to, (uint32_t)addend, __ATOMIC_SEQ_CST)
                                 : __atomic_fetch_add((uint64_t *)to, addend, __ATOMIC_SEQ_CST);
    reply(lane, before, NULL, 0);
}

static void file(void) {
    static unsigned char content[FILE_LIMIT];
    char name[256];
    uint8_t lane = number(1);
    uint32_t length = number(4);
    if (length >= sizeof name)
        end("a file name too long");
    take(name, length);
    name[length] = 0;
    int fd = open(name, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        reply(lane, -errno, NULL, 0);
        return;
    }
    size_t size = 0;
    for (ssize_t n; size < sizeof content && (n = read(fd, content + size, sizeof content - size)) > 0;)
        size += n;
    close(fd);
    struct range all = {(uintptr_t)content, size};
    reply(lane, size, &all, 1);
}

static void take_request(void) {
    switch (number(1)) {
    case 'W': {
        void *to = pointer(number(8));
        take(to, number(4));
        break;
    }
    case 'P':
        put();
        break;
    case 'C':
        take_call(0);
        break;
    case 'L':
        take_call(number(4));
        break;
    case 'R': {
        uint8_t lane = number(1);
        struct range all;
        all.address = number(8);
        all.length = number(4);
        reply(lane, all.length, &all, 1);
        break;
    }
    case 'A':
        add();
        break;
    case 'F':
        file();
        break;
    case 'Q':
        end("the end");
        break;
    default:
        end("a request of no known kind");
    }
}

/* In the order of their names. */
static void load_modules(void) {
    struct dirent **entries;
    int count = scandir("/modules", &entries, NULL, alphasort);
    for (int i = 0; i < count; i++) {
        char path[512];
        if (entries[i]->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "/modules/%s", entries[i]->d_name);
        int fd = open(path, O_RDONLY | O_CLOEXEC);
        if (fd < 0 || syscall(SYS_finit_module, fd, "", 0))
            fprintf(stderr, "agent: module %s: %s\n", path, strerror(errno));
        close(fd);
    }
}

static int open_named_port(void) {
    DIR *all = opendir("/sys/class/virtio-ports");
    struct dirent *entry;
    while (all && (entry = readdir(all))) {
        char path[512], name[32] = "";
        snprintf(path, sizeof path, "/sys/class/virtio-ports/%s/name", entry->d_name);
        int fd = open(path, O_RDONLY | O_CLOEXEC);
        if (fd < 0 || read(fd, name, sizeof name - 1) < 0)
            name[0] = 0;
        close(fd);
        if (!strncmp(name, "agent", 5)) {
            snprintf(path, sizeof path, "/dev/%s", entry->d_name);
            closedir(all);
            return open(path, O_RDWR | O_CLOEXEC);
        }
    }
    if (all)
        closedir(all);
    return -1;
}

static void open_port(void) {
    for (int waits = 0; waits < MOST_WAITS && port < 0; waits++) {
        port = open_named_port();
        if (port < 0)
            usleep(50000);
    }
    if (port < 0)
        end("no port of that name");
}

static void greet(void) {
    unsigned char hello[12] = "maptck1";
    uint16_t one = 1;
    hello[7] = *(unsigned char *)&one;
    hello[8] = sizeof(long);
    place(hello + 9, 3, sysconf(_SC_PAGESIZE));
    send_all(hello, sizeof hello);
}

int main(void) {
    struct rlimit all = {RLIM_INFINITY, RLIM_INFINITY};
    mkdir("/dev", 0755);
    mkdir("/proc", 0755);
    mkdir("/sys", 0755);
    mount("devtmpfs", "/dev", "devtmpfs", 0, "");
    mount("proc", "/proc", "proc", 0, "");
    mount("sysfs", "/sys", "sysfs", 0, "");
    signal(SIGSEGV, ended);
    signal(SIGBUS, ended);
    signal(SIGPIPE, SIG_IGN);
    setrlimit(RLIMIT_MEMLOCK, &all);
    sched_getaffinity(0, sizeof anywhere, &anywhere);
    load_modules();
    open_port();
    greet();
    for (;;)
        take_request();
}
