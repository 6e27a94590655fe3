package org.maptck.adapters.linux;

import static org.maptck.adapters.linux.Assembler.FRAME;
import static org.maptck.adapters.linux.Assembler.R0;
import static org.maptck.adapters.linux.Assembler.R1;
import static org.maptck.adapters.linux.Assembler.R2;
import static org.maptck.adapters.linux.Assembler.R3;
import static org.maptck.adapters.linux.Assembler.R4;
import static org.maptck.adapters.linux.Assembler.R6;
import static org.maptck.adapters.linux.Assembler.R9;

import org.maptck.adapters.linux.Bindings.Bound;
import org.maptck.model.Step;

/// Code that is there for the verifier alone: a branch that no run takes leads to it. Its own part
/// of the stack is not used by anything else.
record Oddities(Assembler code, Walks walks, Scratch scratch, Layout layout) {
    private static final int LOOKUP = 1;
    private static final int TAIL_CALL = 12;
    private static final int PUSH = 87;
    private static final int POP = 88;
    private static final int PEEK = 89;
    private static final int LOCK = 93;
    private static final int UNLOCK = 94;
    private static final int LOOKUP_PERCPU = 195;

    private static final int KEY = -32;
    private static final int UNALIGNED_KEY = -36;
    private static final int UNINITIALISED = -48;

    private static final int MOST_SPARES = 100;

    void write(Step.Unreached step, Bound map, Spares spares) {
        long number = step.number();
        int fd = map.fd();
        int low = (int) number;
        switch (step.oddity()) {
            case UNCHECKED -> loadUnchecked(fd, Integer.BYTES, KEY, low);
            case UNCHECKED_UNALIGNED -> loadUnchecked(fd, Integer.BYTES, UNALIGNED_KEY, low);
            case UNCHECKED_WIDE -> loadUnchecked(fd, Long.BYTES, KEY, low);
            case UNCHECKED_UNKNOWN -> {
                unknownKey();
                call(fd, KEY, LOOKUP).load(1, R1, R0, 0);
            }
            case UNCHECKED_PERCPU -> {
                code.storeConstant(Integer.BYTES, FRAME, KEY, low).set(R3, 0);
                call(fd, KEY, LOOKUP_PERCPU).load(1, R1, R0, 0);
            }
            case EARLY_ARITHMETIC -> addEarly(fd, low);
            case MASKED_OFFSET -> loadAt(fd, () -> code.and(R1, low));
            case UNBOUNDED_OFFSET -> loadAt(fd, () -> {});
            case NEGATIVE_OFFSET -> loadAt(fd, () -> code.and(R1, 1).addConstant(R1, -1));
            case POINTER_STORED -> found(fd, () -> code.store(Long.BYTES, R0, 0, FRAME));
            case UNINITIALISED_KEY -> call(fd, UNINITIALISED, LOOKUP);
            case NUMBER_AS_KEY -> code.map(R1, fd).set(R2, 0).call(LOOKUP);
            case ELEMENT_AS_KEY -> found(fd, () -> code.move(R2, R0).map(R1, fd).call(LOOKUP));
            case SECOND_HALF -> code.mapWithOffset(R1, fd, low);
            case MANY_MAPS -> refer(fd, low, spares);
            case PUSH ->
                    code.set(R3, 0).map(R1, fd).mapValue(R2, scratch.fd(), room(map)).call(PUSH);
            case POP -> code.map(R1, fd).mapValue(R2, scratch.fd(), room(map)).call(POP);
            case PEEK -> code.map(R1, fd).mapValue(R2, scratch.fd(), room(map)).call(PEEK);
            case TAIL_CALL -> code.move(R1, R6).map(R2, fd).set(R3, 0).call(TAIL_CALL);
            case CALLBACK_RETURN -> walks.bare(fd, () -> code.set(R0, number).exit());
            case CALLBACK_KEY_STORE ->
                    callback(fd, () -> code.storeConstant(Integer.BYTES, R2, 0, 0));
            case CALLBACK_KEY_OVERRUN -> callback(fd, () -> code.load(Long.BYTES, R1, R2, 0));
            case CALLBACK_VALUE_STORE -> callback(fd, () -> code.storeConstant(1, R3, low, 0));
            case LOCK_AT -> found(fd, () -> locks(low, LOCK, UNLOCK));
            case LOCK_TWICE -> found(fd, () -> locks(lock(map), LOCK, LOCK, UNLOCK));
            case UNLOCK_ONLY -> found(fd, () -> locks(lock(map), UNLOCK));
            case HELPER_UNDER_LOCK -> found(fd, () -> look(map));
            case MAP_FIELD_LOADED -> code.map(R1, fd).load(Long.BYTES, R1, R1, 0);
            case MAP_FIELD_STORED -> code.map(R1, fd).storeConstant(Long.BYTES, R1, 0, 0);
            case EXIT_UNDER_LOCK ->
                    found(
                            fd,
                            () -> {
                                locks(lock(map), LOCK);
                                code.set(R0, 0).exit();
                            });
        }
    }

    private Assembler call(int fd, int key, int helper) {
        return code.map(R1, fd).move(R2, FRAME).addConstant(R2, key).call(helper);
    }

    private void loadUnchecked(int fd, int width, int at, int key) {
        code.storeConstant(width, FRAME, at, key);
        call(fd, at, LOOKUP).load(1, R1, R0, 0);
    }

    private void unknownKey() {
        code.load(Integer.BYTES, R1, R6, 0).store(Integer.BYTES, FRAME, KEY, R1);
    }

    private void addEarly(int fd, int addend) {
        var missing = code.newLabel();
        unknownKey();
        call(fd, KEY, LOOKUP)
                .addConstant(R0, addend)
                .jumpIfEqual(R0, 0, missing)
                .load(1, R1, R0, 0)
                .place(missing);
    }

    /// Looks an element up, checks, and goes on with its address in register 0.
    private void found(int fd, Runnable then) {
        var missing = code.newLabel();
        unknownKey();
        call(fd, KEY, LOOKUP).jumpIfEqual(R0, 0, missing);
        then.run();
        code.place(missing);
    }

    private void loadAt(int fd, Runnable limit) {
        found(
                fd,
                () -> {
                    code.load(Integer.BYTES, R1, R6, 0);
                    limit.run();
                    code.add(R0, R1).load(1, R1, R0, 0);
                });
    }

    private void callback(int fd, Runnable access) {
        walks.bare(
                fd,
                () -> {
                    access.run();
                    code.set(R0, 0).exit();
                });
    }

    private static int lock(Bound map) {
        return map.spec().lock().orElse(0);
    }

    private void locks(int offset, int... helpers) {
        code.move(R9, R0);
        for (int helper : helpers) {
            code.move(R1, R9).addConstant(R1, offset).call(helper);
        }
    }

    private void look(Bound map) {
        locks(lock(map), LOCK);
        call(map.fd(), KEY, LOOKUP).move(R1, R9).addConstant(R1, lock(map)).call(UNLOCK);
    }

    private int room(Bound map) {
        return layout.reserve(map.spec().valueSize());
    }

    /// Two of the maps are the step's own and the scratch memory.
    private void refer(int fd, int maps, Spares spares) {
        code.map(R4, fd);
        for (int number = 0; number < Math.min(maps, MOST_SPARES) - 2; number++) {
            code.map(R4, spares.fd(number));
        }
    }
}
