package org.maptck.adapters.spi;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import org.maptck.model.Implementation;

/// A class by its name: `class:org.example.MyMap`. It is an [Implementation], or an [Adapter] that
/// gets what follows a further colon as its argument, and has a public constructor without
/// parameters.
public final class ClassAdapter implements Adapter {
    private static final String KIND = "class";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String summary() {
        return "a Java class: class:org.example.MyMap, found with --classpath PATH";
    }

    @Override
    public boolean offeredByDefault() {
        return false;
    }

    @Override
    public Optional<String> missing() {
        return Optional.empty();
    }

    @Override
    public Implementation open(String argument) throws CannotOpen {
        var target = Address.of(argument);
        return open(load(target.kind()), target.argument());
    }

    /// Starts the implementation of a class.
    ///
    /// @param argument for an [Adapter]; anything else takes none
    /// @throws CannotOpen naming the class and what was wanted of it
    public static Implementation open(Class<?> type, String argument) throws CannotOpen {
        return switch (instance(type)) {
            case Implementation implementation when argument.isEmpty() -> implementation;
            case Implementation _ ->
                    throw wrong(type.getName(), "takes no argument '" + argument + "'");
            case Adapter adapter -> adapter.open(argument);
            case Object _ ->
                    throw wrong(
                            type.getName(),
                            "is no "
                                    + Implementation.class.getName()
                                    + " and no "
                                    + Adapter.class.getName()
                                    + ", wanted one of them");
        };
    }

    private static Class<?> load(String name) throws CannotOpen {
        try {
            return Class.forName(name, true, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException | LinkageError _) {
            throw wrong(name, "is not found, wanted it in --classpath");
        }
    }

    private static Object instance(Class<?> type) throws CannotOpen {
        try {
            return type.getConstructor().newInstance();
        } catch (InvocationTargetException failed) {
            throw wrong(type.getName(), "does not start: " + failed.getCause());
        } catch (ReflectiveOperationException _) {
            throw wrong(
                    type.getName(),
                    "cannot be made, wanted a public class with a public constructor without"
                            + " parameters");
        }
    }

    private static CannotOpen wrong(String name, String what) {
        return new CannotOpen("class '" + name + "' " + what);
    }
}
