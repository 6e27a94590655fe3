package org.maptck.adapters.guest;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.maptck.adapters.linux.CpuList;
import org.maptck.adapters.linux.Kernel;
import org.maptck.model.Bytes;
import org.maptck.model.Platform;
import org.maptck.model.Version;

/// A kernel in an emulated machine, reached through the agent in it.
///
/// A thread of this process has a lane of the agent, and one more for each CPU that it has tasks
/// on. What a thread read after a call, it will most likely read after the next such call: those
/// reads travel with the call, and are used unless something else was asked in between.
final class GuestKernel implements Kernel {
    private static final long EINVAL = -22;
    private static final int CPU_LIMIT = 1 << 12;
    private static final int MOST_LANES = 256;
    private static final int FIRST = 0;
    private static final Path PATHS = new Path();

    private final Machine machine;
    private final Wire wire;
    private final Greeting greeting;
    private final String release;
    private final Platform platform;
    private final Map<String, String> facts;
    private final Lanes lanes = new Lanes();
    private final Ahead ahead = new Ahead();
    private final AtomicInteger changes = new AtomicInteger();
    private final ThreadLocal<Foresight> foresight =
            ThreadLocal.withInitial(() -> new Foresight(changes));
    private final ThreadLocal<Integer> own = ThreadLocal.withInitial(lanes::next);
    private final ThreadLocal<Integer> current = ThreadLocal.withInitial(own::get);
    private final long mask;
    private final int home;

    /// Who boots it need not be who asks it.
    ///
    /// @param origin where the kernel is from, as its facts tell
    GuestKernel(Machine machine, Map<String, String> origin) {
        this.machine = machine;
        wire = new Wire(machine.connection());
        greeting = Greeting.of(wire.take(Greeting.SIZE));
        machine.booted();
        release = file(PATHS.release).strip();
        mask = call(Call.MMAP, 0, greeting.pageSize(), 3, 0x22, -1, 0);
        var online = CpuList.of(file(PATHS.online));
        platform =
                new Platform(
                        greeting.pageSize(),
                        CpuList.of(file(PATHS.possible)),
                        online.stream().filter(cpu -> onCpu(cpu, () -> 0) == 0).toList(),
                        greeting.wordSize(),
                        greeting.order(),
                        Version.of(release),
                        memory("MemTotal"));
        facts = new LinkedHashMap<>(origin);
        facts.put("build", file(PATHS.build).strip());
        facts.put("bpf_jit_enable", file(PATHS.jit).strip());
        home = platform.onlineCpus().getFirst();
        pin(home);
        own.remove();
        current.remove();
        lanes.leaveFirst();
    }

    /// Files of the guest.
    private record Path(
            String release,
            String build,
            String possible,
            String online,
            String memory,
            String jit) {
        Path() {
            this(
                    "/proc/sys/kernel/osrelease",
                    "/proc/sys/kernel/version",
                    "/sys/devices/system/cpu/possible",
                    "/sys/devices/system/cpu/online",
                    "/proc/meminfo",
                    "/proc/sys/net/core/bpf_jit_enable");
        }
    }

    /// What the agent says first.
    private record Greeting(ByteOrder order, int wordSize, int pageSize) {
        static final int SIZE = 12;
        private static final String NAME = "maptck1";

        static Greeting of(byte... bytes) {
            var name = new String(bytes, 0, NAME.length(), StandardCharsets.US_ASCII);
            if (!name.equals(NAME)) {
                throw new IllegalStateException("the guest greets with '" + name + "'");
            }
            var order = bytes[7] == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
            int pageSize =
                    (int)
                            Bytes.of(bytes)
                                    .slice(9, 12)
                                    .resized(4)
                                    .number(4, ByteOrder.LITTLE_ENDIAN);
            return new Greeting(order, bytes[8], pageSize);
        }
    }

    /// The numbers of the agent's threads. The first does its calls without a change of thread.
    private static final class Lanes {
        private final Map<Integer, List<Integer>> free = new HashMap<>();
        private boolean firstIsFree;
        private int used;

        /// Leaves the first lane to the next thread.
        synchronized void leaveFirst() {
            firstIsFree = true;
        }

        synchronized int next() {
            if (firstIsFree) {
                firstIsFree = false;
                return FIRST;
            }
            if (used == MOST_LANES) {
                throw new IllegalStateException("more than " + MOST_LANES + " lanes in use");
            }
            return used++;
        }

        /// One that runs on that CPU, or a new one.
        synchronized Lane take(int cpu) {
            var idle = free.getOrDefault(cpu, List.of());
            return idle.isEmpty() ? new Lane(next(), false) : new Lane(idle.removeLast(), true);
        }

        synchronized void giveBack(int cpu, int lane) {
            free.computeIfAbsent(cpu, _ -> new ArrayList<>()).add(lane);
        }

        record Lane(int number, boolean pinned) {}
    }

    @Override
    public String release() {
        return release;
    }

    @Override
    public Platform platform() {
        return platform;
    }

    @Override
    public Map<String, String> facts() {
        return facts;
    }

    @Override
    public long availableMemory() {
        return memory("MemAvailable");
    }

    private long memory(String field) {
        return file(PATHS.memory)
                        .lines()
                        .filter(line -> line.startsWith(field + ":"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("no " + field))
                << 10;
    }

    /// The content of a file of the guest; nothing where there is none.
    private String file(String path) {
        var name = path.getBytes(StandardCharsets.US_ASCII);
        var reply =
                ask(
                        name.length + 6,
                        (lane, out) ->
                                out.put((byte) 'F').put((byte) lane).putInt(name.length).put(name));
        return new String(reply.bytes().toArray(), StandardCharsets.US_ASCII);
    }

    private interface LaneRequest {
        void write(int lane, ByteBuffer out);
    }

    private Wire.Reply ask(int size, LaneRequest request) {
        int lane = current.get();
        ahead.settle(lane, 0);
        return wire.ask(lane, size, out -> request.write(lane, out));
    }

    @Override
    public Optional<Pipeline> pipeline() {
        return Optional.of(ahead);
    }

    /// Calls that are begun before those before them are answered. The first lane does its calls in
    /// their order among all requests, so that they may be begun; other lanes wait for each.
    private final class Ahead implements Pipeline {
        private static final int MOST = 64;

        private final ArrayDeque<CompletableFuture<Answer>> begun = new ArrayDeque<>();

        @Override
        public Supplier<Answer> begin(Request asked) {
            int lane = current.get();
            if (lane != FIRST) {
                long result = call(asked.call(), asked.a(), asked.b(), asked.c());
                var answer = new Answer(result, read(asked.address(), asked.length()));
                return () -> answer;
            }
            foresight.get().forget();
            settle(lane, MOST - 1);
            var request = CallRequest.of(asked);
            wire.post(CallRequest.SIZE, out -> request.once(lane, out));
            var answer = new CompletableFuture<Answer>();
            begun.add(answer);
            return () -> {
                while (!answer.isDone()) {
                    next();
                }
                return answer.join();
            };
        }

        /// Waits for answers, on the lane that has any, until so many are to come.
        void settle(int lane, int left) {
            while (lane == FIRST && begun.size() > left) {
                next();
            }
        }

        private void next() {
            var reply = wire.next(FIRST);
            begun.remove().complete(new Answer(reply.result(), reply.bytes()));
        }

        @Override
        public List<Answer> repeat(int times, Request asked) {
            foresight.get().forget();
            var request = CallRequest.of(asked);
            var reply =
                    ask(
                            CallRequest.SIZE + Integer.BYTES,
                            (lane, out) -> request.often(times, lane, out));
            var bytes = reply.bytes();
            var all = new ArrayList<Answer>();
            int length = asked.length();
            for (int at = 0; at < bytes.size(); at += Long.BYTES + length) {
                int memory = at + Long.BYTES;
                long result = bytes.slice(at, memory).number(Long.BYTES, ByteOrder.LITTLE_ENDIAN);
                all.add(new Answer(result, bytes.slice(memory, memory + length)));
            }
            return all;
        }
    }

    @Override
    public long call(Call call, long a, long b, long c, long d, long e, long f) {
        var reads = foresight.get().begin(call, a);
        var request = new CallRequest(call, reads, List.of(a, b, c, d, e, f));
        var reply = ask(CallRequest.SIZE, (lane, out) -> request.once(lane, out));
        foresight.get().arrived(reply.bytes());
        return reply.result();
    }

    @Override
    public long onCpu(int cpu, LongSupplier task) {
        if (cpu < 0 || cpu >= CPU_LIMIT) {
            return EINVAL;
        }
        if (cpu == home && current.get() == FIRST) {
            return task.getAsLong();
        }
        var lane = lanes.take(cpu);
        int before = current.get();
        current.set(lane.number());
        boolean pinned = lane.pinned();
        try {
            pinned = pinned || pin(cpu);
            return pinned ? task.getAsLong() : EINVAL;
        } finally {
            current.set(before);
            if (pinned) {
                lanes.giveBack(cpu, lane.number());
            } else {
                lanes.giveBack(-1, lane.number());
            }
        }
    }

    private synchronized boolean pin(int cpu) {
        write(mask, Bytes.zeros(CPU_LIMIT / 8));
        put(mask + cpu / 64 * 8L, 8, 1L << cpu % 64);
        return call(Call.SCHED_SETAFFINITY, 0, CPU_LIMIT / 8, mask) >= 0;
    }

    @Override
    public long get(long address, int width) {
        return read(address, width).number(width, greeting.order());
    }

    @Override
    public void put(long address, int width, long value) {
        foresight.get().forget();
        wire.post(18, out -> out.put((byte) 'P').putLong(address).put((byte) width).putLong(value));
    }

    @Override
    public Bytes read(long address, int length) {
        return foresight.get().find(address, length).orElseGet(() -> readNow(address, length));
    }

    private Bytes readNow(long address, int length) {
        var reply =
                ask(
                        14,
                        (lane, out) ->
                                out.put((byte) 'R')
                                        .put((byte) lane)
                                        .putLong(address)
                                        .putInt(length));
        return reply.bytes();
    }

    @Override
    public void write(long address, Bytes bytes) {
        foresight.get().forget();
        wire.post(
                13 + bytes.size(),
                out ->
                        out.put((byte) 'W')
                                .putLong(address)
                                .putInt(bytes.size())
                                .put(bytes.toArray()));
    }

    @Override
    public long fetchAdd(long address, int width, long addend) {
        foresight.get().forget();
        var reply =
                ask(
                        19,
                        (lane, out) ->
                                out.put((byte) 'A')
                                        .put((byte) lane)
                                        .putLong(address)
                                        .put((byte) width)
                                        .putLong(addend));
        return reply.result();
    }

    @Override
    public void close() {
        try {
            wire.part(out -> out.put((byte) 'Q'));
        } catch (java.io.UncheckedIOException _) {
            // It has gone already.
        }
        machine.close();
    }
}
