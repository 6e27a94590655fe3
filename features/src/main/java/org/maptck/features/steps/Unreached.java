package org.maptck.features.steps;

import java.util.regex.Pattern;
import org.maptck.model.Oddity;

/// What a program does that is loaded for the verifier to judge.
///
/// @param number what the oddity needs, or 0
public record Unreached(Oddity oddity, long number) {
    private static final Pattern DIGITS = Pattern.compile("-?\\b\\d+");

    static Unreached saying(String words) {
        var digits = DIGITS.matcher(words);
        return digits.find()
                ? new Unreached(
                        Oddity.saying(digits.replaceFirst(Oddity.NUMBER)),
                        Long.parseLong(digits.group()))
                : new Unreached(Oddity.saying(words), 0);
    }
}
