package org.maptck.features.steps;

import io.cucumber.java.ParameterType;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maptck.model.Command;
import org.maptck.model.Mapping;
import org.maptck.model.MappingOption;
import org.maptck.model.Protection;

/// What the words of steps mean that are about mappings: places, lengths, and what is done there.
public final class MemoryParameters {
    @ParameterType("[r-][w-][x-]")
    public Protection protection(String letters) {
        return Protection.of(letters);
    }

    /// A number of bytes, or of pages, with or without bytes more or less.
    @ParameterType("(-?\\d+) (bytes?|pages?)(?: (and|less) (\\d+) bytes?)?")
    public Length length(
            String number, String unit, @Nullable String more, @Nullable String bytes) {
        long rest = bytes == null ? 0 : Long.parseLong(bytes);
        long signed = "less".equals(more) ? -rest : rest;
        return unit.startsWith("page")
                ? new Length(Long.parseLong(number), signed)
                : new Length(0, Long.parseLong(number) + signed);
    }

    /// Bytes of a mapping are loaded, or a number is added to them.
    @ParameterType("loads (\\d+) bytes?|atomically adds (-?\\d+) to (\\d+) bytes")
    public MemoryUse memoryuse(
            @Nullable String loaded, @Nullable String addend, @Nullable String width) {
        if (loaded != null) {
            int length = Integer.parseInt(loaded);
            return new MemoryUse(
                    false, (mapping, offset) -> new Command.ReadMemory(mapping, offset, length));
        }
        long added = Long.parseLong(Objects.requireNonNull(addend));
        int wide = Integer.parseInt(Objects.requireNonNull(width));
        return new MemoryUse(
                true, (mapping, offset) -> new Command.AddMemory(mapping, offset, wide, added));
    }

    /// What becomes of a mapping: what it lets its owner do from now on, its end, or another use.
    @ParameterType("an end|[r-][w-][x-]|an invalidation|a (?:discard|growth|cut|(?:later )?flush)")
    public Remapping remapping(String words) {
        return Remapping.saying(words);
    }

    /// A mapping; the first where it has no number.
    @ParameterType("the mapping|mapping \\d+")
    public Mapping mapping(String words) {
        return new Mapping(words.equals("the mapping") ? 0 : (int) Parameters.lastNumber(words));
    }

    /// How a mapping is asked for; shared, as usual, where the words are missing.
    @ParameterType("(?: (privately))?(?:, (populated|locked|huge|durable))?")
    public Sharing shared(@Nullable String apart, @Nullable String option) {
        return new Sharing(
                apart == null,
                option == null
                        ? MappingOption.NONE
                        : MappingOption.valueOf(option.toUpperCase(Locale.ROOT)));
    }
}
