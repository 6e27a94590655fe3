package org.maptck.adapters.linux;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.maptck.adapters.spi.WithFacts;
import org.maptck.model.Capability;
import org.maptck.model.Command;
import org.maptck.model.Identity;
import org.maptck.model.Implementation;
import org.maptck.model.Outcome;

/// A Linux kernel, asked through its system calls.
///
/// Rebinding a handle or a mapping ends the old one only where the new one could be had. A mapping
/// that is not bound has no memory (EFAULT), and nothing to protect or to unmap (EINVAL).
public final class LinuxImplementation implements Implementation, WithFacts {
    private final Kernel kernel;
    private final Identity identity;
    private final Pages pages;
    private final Bindings bindings;
    private final Pins pins;
    private final KernelTypes types;
    private final List<Caller> callers = new ArrayList<>();
    private final ExecutorService racers =
            Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("racer-", 0).factory());

    /// @param name of the identity
    /// @param kernel is closed with this
    public LinuxImplementation(String name, Kernel kernel) {
        this(name, kernel, EnumSet.allOf(Capability.class));
    }

    /// @param capabilities what can be asked through that port
    public LinuxImplementation(String name, Kernel kernel, Set<Capability> capabilities) {
        this.kernel = kernel;
        identity = new Identity(name, kernel.release(), kernel.platform(), capabilities);
        pages = new Pages(kernel);
        bindings = new Bindings(pages);
        pins = new Pins(pages);
        types = new KernelTypes(pages);
    }

    @Override
    public Identity identity() {
        return identity;
    }

    @Override
    public Map<String, String> facts() {
        return kernel.facts();
    }

    @Override
    public Outcome apply(Command command) {
        return command instanceof Command.Race race ? race(race) : caller(0).apply(command);
    }

    @Override
    public List<Outcome> apply(List<Command> commands) {
        var pipeline = kernel.pipeline();
        if (pipeline.isEmpty()) {
            return Implementation.super.apply(commands);
        }
        var begun = commands.stream().map(command -> begin(command, pipeline.get())).toList();
        return begun.stream().map(Supplier::get).toList();
    }

    private Supplier<Outcome> begin(Command command, Kernel.Pipeline pipeline) {
        return caller(0)
                .begin(command, pipeline)
                .orElseGet(() -> {
                    var outcome = apply(command);
                    return () -> outcome;
                });
    }

    private Caller caller(int number) {
        while (callers.size() <= number) {
            callers.add(new Caller(pages, bindings, pins, types));
        }
        return callers.get(number);
    }

    /// All callers begin at once, the first of them in the calling thread.
    private Outcome race(Command.Race race) {
        var turns = new Turns(race.callers());
        var start = new Start(race.callers().size());
        var runners = new ArrayList<FutureTask<List<Outcome>>>();
        for (Command command : race.callers()) {
            var caller = caller(runners.size());
            runners.add(new FutureTask<>(() -> run(caller, command, race.times(), start, turns)));
        }
        runners.stream().skip(1).forEach(racers::execute);
        runners.getFirst().run();
        return new Outcome.Raced(runners.stream().map(LinuxImplementation::seen).toList());
    }

    /// One runner: whatever happens, the others do not wait for it.
    private static List<Outcome> run(
            Caller caller, Command command, int times, Start start, Turns turns) {
        try {
            return List.copyOf(caller.repeat(command, times, start::await, turns));
        } finally {
            start.forgo();
        }
    }

    private static List<Outcome> seen(Future<List<Outcome>> runner) {
        try {
            return runner.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("caller of a race", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("race interrupted", stopped);
        }
    }

    /// What the verifier says of a program.
    String verifierLog(Command.Run run) {
        return caller(0).verifierLog(run);
    }

    @Override
    public void reset() {
        bindings.clear();
        pins.clear();
        callers.forEach(Caller::shrink);
    }

    @Override
    public void close() {
        bindings.clear();
        pins.close();
        callers.forEach(Caller::close);
        callers.clear();
        racers.shutdownNow();
        kernel.close();
    }
}
