package org.maptck.adapters.guest;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.maptck.adapters.guest.KnownKernel.Boot;

/// An emulated machine, and the connection to the agent in it. It ends when the connection does,
/// even if this process is killed: the agent then restarts the machine, which ends the emulator.
final class Machine implements AutoCloseable {
    /// What the emulator is stopped after by force, whatever happens.
    private static final Duration LIFE = Duration.ofHours(3);

    private static final Duration CONNECTION = Duration.ofSeconds(20);

    /// What a kernel has for its way to the agent; the slowest takes 20 s, and minutes where the
    /// host is busy with something else.
    private static final Duration BOOT = Duration.ofMinutes(5);

    private static final Duration PARTING = Duration.ofSeconds(2);
    private static final int LAST_LINES = 5;

    private final Process emulator;
    private final SocketChannel connection;
    private final Path folder;
    private final Thread atExit = new Thread(this::kill);
    private final CompletableFuture<Void> boot = new CompletableFuture<>();

    private Machine(Process emulator, SocketChannel connection, Path folder) {
        this.emulator = emulator;
        this.connection = connection;
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(atExit);
        var _ = boot.orTimeout(BOOT.toSeconds(), TimeUnit.SECONDS).whenComplete(this::stopLate);
    }

    /// Ends a machine whose agent did not come, which ends the connection for whoever waits there.
    private void stopLate(Void done, Throwable late) {
        if (late != null) {
            stop();
        }
    }

    /// The agent is there.
    void booted() {
        boot.complete(null);
    }

    /// Starts a kernel; the agent in it is not there yet.
    static Machine start(Store.Unpacked kernel, Store store) throws IOException, CannotHave {
        var processor = kernel.kernel().processor();
        Tool.demand(processor.emulator(), processor.emulatorPackage());
        Tool.demand("timeout", "coreutils");
        var agent = Agent.compiled(processor, store);
        var folder = Files.createTempDirectory("maptck-guest");
        try {
            Files.write(folder.resolve("initrd"), files(kernel, agent));
            return start(kernel, folder);
        } catch (IOException | CannotHave failed) {
            Store.remove(folder);
            throw failed;
        }
    }

    private static byte[] files(Store.Unpacked kernel, byte... agent) throws IOException {
        var files =
                new Cpio()
                        .directory("dev")
                        .directory("proc")
                        .directory("sys")
                        .directory("modules")
                        .device("dev/console", 5, 1)
                        .file("init", agent);
        for (Path module : kernel.modules()) {
            files.file("modules/" + module.getFileName(), Files.readAllBytes(module));
        }
        return files.encoded();
    }

    private static Machine start(Store.Unpacked kernel, Path folder)
            throws IOException, CannotHave {
        var socket = folder.resolve("port");
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            var emulator =
                    new ProcessBuilder(command(kernel, folder))
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("emulator.log").toFile())
                            .start();
            emulator.getOutputStream().close();
            return new Machine(emulator, accept(server, emulator, folder), folder);
        }
    }

    private static SocketChannel accept(ServerSocketChannel server, Process emulator, Path folder)
            throws IOException, CannotHave {
        server.configureBlocking(false);
        long limit = System.nanoTime() + CONNECTION.toNanos();
        while (System.nanoTime() < limit) {
            var connection = server.accept();
            if (connection != null) {
                return connection;
            }
            try {
                if (emulator.waitFor(10, TimeUnit.MILLISECONDS)) {
                    throw new CannotHave(
                            "the emulator ended at once: " + last(folder.resolve("emulator.log")));
                }
            } catch (InterruptedException stopped) {
                emulator.destroyForcibly();
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted at the start of a guest", stopped);
            }
        }
        emulator.destroyForcibly();
        throw new CannotHave(
                "the emulator did not connect within " + CONNECTION.toSeconds() + " s");
    }

    private static List<String> command(Store.Unpacked unpacked, Path folder) {
        var kernel = unpacked.kernel();
        var processor = kernel.processor();
        boolean spare = kernel.boot().contains(Boot.SPARE_CPUS);
        var command = new ArrayList<String>();
        command.addAll(List.of("timeout", "-k", "5", LIFE.toSeconds() + "s", processor.emulator()));
        command.addAll(processor.machine());
        command.addAll(List.of("-nodefaults", "-no-user-config", "-display", "none", "-no-reboot"));
        command.addAll(List.of("-accel", "tcg,thread=multi", "-m", "1024"));
        command.addAll(List.of("-smp", spare ? "4" : "2"));
        command.addAll(List.of("-kernel", unpacked.image().toString()));
        command.addAll(List.of("-initrd", folder.resolve("initrd").toString()));
        command.addAll(processor.consoleInto(folder.resolve("console.log").toString()));
        command.addAll(List.of("-chardev", "socket,id=agent,path=" + folder.resolve("port")));
        command.addAll(List.of("-device", processor.portDevice()));
        command.addAll(List.of("-device", "virtserialport,chardev=agent,name=agent"));
        command.addAll(List.of("-append", parameters(kernel)));
        return command;
    }

    /// The kernel's parameters.
    static String parameters(KnownKernel kernel) {
        var words = new ArrayList<>(List.of("panic=-1", "quiet"));
        words.add("console=" + kernel.processor().console());
        words.addAll(List.of("nokaslr", "kpti=off", "cryptomgr.notests"));
        boolean interpreted = kernel.boot().contains(Boot.INTERPRETER);
        words.add("sysctl.net.core.bpf_jit_enable=" + (interpreted ? 0 : 1));
        if (kernel.boot().contains(Boot.SPARE_CPUS)) {
            words.add("maxcpus=2");
        }
        return String.join(" ", words);
    }

    SocketChannel connection() {
        return connection;
    }

    /// What the guest said last on its console.
    String lastWords() {
        try {
            return last(folder.resolve("console.log"));
        } catch (IOException _) {
            return "nothing";
        }
    }

    private static String last(Path log) throws IOException {
        if (!Files.exists(log)) {
            return "nothing";
        }
        var lines =
                new String(Files.readAllBytes(log), java.nio.charset.StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .toList();
        var tail = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
        return tail.isEmpty() ? "nothing" : String.join(" | ", tail);
    }

    private void stop() {
        emulator.descendants().forEach(ProcessHandle::destroyForcibly);
        emulator.destroyForcibly();
    }

    private void kill() {
        stop();
        try {
            Store.remove(folder);
        } catch (IOException _) {
            // The folder lies among the temporary files; nothing better can be done with it.
        }
    }

    /// Ends the machine, and removes what it left.
    @Override
    public void close() {
        booted();
        try {
            connection.close();
            emulator.waitFor(PARTING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (IOException _) {
            // It is ended by force below.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        kill();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }
}
