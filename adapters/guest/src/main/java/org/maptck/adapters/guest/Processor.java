package org.maptck.adapters.guest;

import java.util.List;
import java.util.Locale;

/// What a guest runs on, and the programs of the host that this takes. The constants bear Debian's
/// names.
public enum Processor {
    AMD64("x86_64", "qemu-system-x86", "x86_64-linux-gnu", "ttyS0", "-cpu qemu64,-cx16"),
    I386("x86_64", "qemu-system-x86", "i686-linux-gnu", "ttyS0", "-cpu qemu64,-cx16"),
    ARM64(
            "aarch64",
            "qemu-system-arm",
            "aarch64-linux-gnu",
            "ttyAMA0",
            "-M virt -cpu max,pauth-impdef=on"),
    ARMHF("arm", "qemu-system-arm", "arm-linux-gnueabihf", "ttyAMA0", "-M virt -cpu cortex-a15"),
    PPC64EL(
            "ppc64",
            "qemu-system-ppc",
            "powerpc64le-linux-gnu",
            "hvc0",
            "-M pseries,x-vof=on -cpu power9"),
    S390X("s390x", "qemu-system-misc", "s390x-linux-gnu", "ttysclp0", "-M s390-ccw-virtio"),
    RISCV64("riscv64", "qemu-system-misc", "riscv64-linux-gnu", "ttyS0", "-M virt");

    private final String emulated;
    private final String emulatorPackage;
    private final String target;
    private final String console;
    private final String machine;

    Processor(
            String emulated,
            String emulatorPackage,
            String target,
            String console,
            String machine) {
        this.emulated = emulated;
        this.emulatorPackage = emulatorPackage;
        this.target = target;
        this.console = console;
        this.machine = machine;
    }

    /// Debian's name of it.
    public String debianName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The program that emulates it.
    public String emulator() {
        return "qemu-system-" + emulated;
    }

    String emulatorPackage() {
        return emulatorPackage;
    }

    /// The program that compiles for it.
    public String compiler() {
        return target + "-gcc";
    }

    String compilerPackages() {
        return "gcc-%s libc6-dev-%s-cross".formatted(target.replace('_', '-'), debianName());
    }

    String console() {
        return console;
    }

    /// The arguments that make the machine.
    List<String> machine() {
        return List.of(machine.split(" "));
    }

    /// The arguments that put its console into a file.
    List<String> consoleInto(String file) {
        return switch (this) {
            case AMD64, I386, ARM64, ARMHF, RISCV64 -> List.of("-serial", "file:" + file);
            case S390X ->
                    List.of(
                            "-chardev",
                            "file,id=console,path=" + file,
                            "-device",
                            "sclpconsole,chardev=console");
            case PPC64EL ->
                    List.of(
                            "-chardev",
                            "file,id=console,path=" + file,
                            "-device",
                            "spapr-vty,chardev=console");
        };
    }

    /// The device whose ports lead out of the guest.
    String portDevice() {
        return this == S390X ? "virtio-serial-ccw" : "virtio-serial-pci";
    }
}
