package org.maptck.adapters.faulty;

import java.util.List;
import java.util.stream.Stream;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.adapters.spi.KnownBads;

/// All known-bad implementations of this module, chapter by chapter.
public final class Gallery implements KnownBads {
    @Override
    public List<KnownBad> all() {
        return Stream.of(
                        IndexFaults.all(),
                        ValueFaults.all(),
                        StorageFaults.all(),
                        PerCpuFaults.all(),
                        PerCpuSizeFaults.all(),
                        CreationFaults.all(),
                        DescriptionFaults.all(),
                        LookupFaults.all(),
                        UpdateFaults.all(),
                        DeleteFaults.all(),
                        NextKeyFaults.all(),
                        BatchFaults.all(),
                        UpdateBatchFaults.all(),
                        OrderFaults.all(),
                        CpuFlagFaults.all(),
                        AccessFaults.all(),
                        FreezeFaults.all(),
                        MappingFaults.all(),
                        MappingPlaceFaults.all(),
                        PermissionFaults.all(),
                        ProgramFaults.all(),
                        HelperFaults.all(),
                        AtomicFaults.all(),
                        WalkFaults.all(),
                        LoadFaults.all(),
                        VerifierFaults.all(),
                        StepFaults.all(),
                        LockFaults.all(),
                        RefusedYetFaults.all(),
                        IdentityFaults.all(),
                        EnvelopeFaults.all(),
                        FieldFaults.all(),
                        PrivilegeFaults.all(),
                        FileFaults.all(),
                        MappingUseFaults.all(),
                        InnerFaults.all(),
                        IteratorFaults.all(),
                        BufferFaults.all(),
                        HiddenFaults.all(),
                        Liars.all())
                .flatMap(List::stream)
                .toList();
    }
}
