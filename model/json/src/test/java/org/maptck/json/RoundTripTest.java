package org.maptck.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.maptck.model.Capability;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Identity;
import org.maptck.model.Input;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Operand;
import org.maptck.model.Outcome;
import org.maptck.model.Output;
import org.maptck.model.Platform;
import org.maptck.model.Step;

final class RoundTripTest {
    @Test
    void everyCommandHasItsOneForm() {
        holds(Json.COMMAND, Samples.commands());
        nothingIsForgotten(Command.class, Samples.commands());
    }

    @Test
    void everyStepHasItsOneForm() {
        holds(Json.STEP, Samples.steps());
        nothingIsForgotten(Step.class, Samples.steps());
    }

    @Test
    void everyOutcomeHasItsOneForm() {
        holds(Json.OUTCOME, Samples.outcomes());
        nothingIsForgotten(Outcome.class, Samples.outcomes());
    }

    @Test
    void everyInputHasItsOneForm() {
        holds(Json.INPUT, Samples.inputs());
        nothingIsForgotten(Input.class, Samples.inputs());
    }

    @Test
    void everyOutputHasItsOneForm() {
        holds(Json.OUTPUT, Samples.outputs());
        nothingIsForgotten(Output.class, Samples.outputs());
    }

    @Test
    void everyOperandHasItsOneForm() {
        holds(Json.OPERAND, Samples.operands());
        nothingIsForgotten(Operand.class, Samples.operands());
    }

    @Test
    void mapParametersLeaveOutWhatIsUsual() {
        holds(Json.SPEC, Samples.specs());
    }

    @Test
    void anIdentityCarriesItsPlatform() {
        holds(Json.IDENTITY, Samples.identities());
        assertEquals(
                Platform.DEFAULT, Json.PLATFORM.decode(Json.PLATFORM.encode(Platform.DEFAULT)));
    }

    @Test
    void everyErrnoGoesByItsName() {
        for (Errno errno : Errno.values()) {
            var refused = new Outcome.Refused(errno);
            assertEquals("{\"errno\":\"" + errno + "\"}", Json.OUTCOME.encode(refused));
            assertEquals(refused, Json.OUTCOME.decode(Json.OUTCOME.encode(refused)));
        }
    }

    @Test
    void everyMapTypeAndCapabilityComesBack() {
        for (MapType type : MapType.values()) {
            var spec = MapSpec.of(type, 1, 1);
            assertEquals(spec, Json.SPEC.decode(Json.SPEC.encode(spec)));
        }
        for (Capability capability : Capability.values()) {
            var identity = new Identity("n", "1", Platform.DEFAULT, java.util.Set.of(capability));
            assertEquals(identity, Json.IDENTITY.decode(Json.IDENTITY.encode(identity)));
        }
    }

    @Test
    void namesMayHoldAnyCharacter() {
        var name = "\u0000\u001b[31m\"\\\u2028\ud83d\ude00 é </script>";
        assertEquals(name, Json.TEXT.decode(Json.TEXT.encode(name)));
    }

    private static <T> void holds(Form<T> form, Map<String, T> samples) {
        for (var sample : samples.entrySet()) {
            assertEquals(sample.getKey(), form.encode(sample.getValue()));
            assertEquals(sample.getValue(), form.decode(sample.getKey()));
        }
    }

    private static <T> void nothingIsForgotten(Class<T> sealed, Map<String, T> samples) {
        var known = new TreeSet<String>();
        leaves(sealed).map(Class::getName).forEach(known::add);
        var sampled = new TreeSet<String>();
        samples.values().forEach(sample -> sampled.add(sample.getClass().getName()));
        assertEquals(known, sampled);
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(RoundTripTest::leaves)
                : Stream.of(type);
    }
}
