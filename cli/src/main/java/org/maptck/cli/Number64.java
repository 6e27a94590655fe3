package org.maptck.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads any 64 bits, decimal or hexadecimal as in `0x1f`.
final class Number64 implements ITypeConverter<Long> {
    @Override
    public Long convert(String words) {
        try {
            return words.startsWith("0x")
                    ? Long.parseUnsignedLong(words.substring(2), 16)
                    : Long.parseLong(words);
        } catch (NumberFormatException _) {
            throw new TypeConversionException("'" + words + "', wanted a number of 64 bits");
        }
    }
}
