package org.maptck.adapters.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.maptck.adapters.guest.KnownKernel.Boot;

class KnownKernelTest {
    @Test
    void everyKernelHasANameOfItsOwn() {
        var names = KnownKernel.all().stream().map(KnownKernel::name).collect(Collectors.toSet());
        assertEquals(KnownKernel.all().size(), names.size());
        assertTrue(names.size() >= 20);
    }

    @Test
    void thePatternMatchesPackagesOfThatSeriesAlone() {
        var kernel = KnownKernel.named("6.1").orElseThrow();
        assertTrue("linux-image-6.1.0-56-cloud-amd64".matches(kernel.pattern()));
        assertFalse("linux-image-6.1.0-56-cloud-amd64-dbg".matches(kernel.pattern()));
        assertFalse("linux-image-6.12.0-56-cloud-amd64".matches(kernel.pattern()));
    }

    @Test
    void aKernelCanBootInAnotherWay() {
        var spare = KnownKernel.named("7.3-spare-cpus").orElseThrow();
        assertEquals(Set.of(Boot.SPARE_CPUS), spare.boot());
        assertTrue(Machine.parameters(spare).contains(" maxcpus=2"));
        var interpreter = KnownKernel.named("6.18-interpreter").orElseThrow();
        assertTrue(Machine.parameters(interpreter).contains("bpf_jit_enable=0"));
    }

    @Test
    void aBareKernelHasItsConfigurationInAnotherPackage() {
        assertEquals(
                List.of(
                        "linux-binary-7.3.4+deb13-cloud-amd64",
                        "linux-base-7.3.4+deb13-cloud-amd64"),
                Fetch.parts("linux-binary-7.3.4+deb13-cloud-amd64"));
        assertEquals(1, Fetch.parts("linux-image-6.1.0-56-cloud-amd64").size());
    }
}
