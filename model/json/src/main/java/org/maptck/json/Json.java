package org.maptck.json;

import java.io.StringWriter;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maptck.model.Command;
import org.maptck.model.Identity;
import org.maptck.model.Input;
import org.maptck.model.MapSpec;
import org.maptck.model.Operand;
import org.maptck.model.Outcome;
import org.maptck.model.Output;
import org.maptck.model.Platform;
import org.maptck.model.Step;
import org.maptck.model.Trace;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// The one JSON form of everything that is said about array maps.
///
/// Bytes are strings of lower-case hex digits, 64-bit words `0x` strings, other numbers numbers (up
/// to 2^53, `0x` strings beyond), errnos names. What has its usual value is left out.
public final class Json {
    /// A command: `{"do":"lookup","map":"A","key":"00000000"}`.
    public static final Form<Command> COMMAND = new CommandForm();

    /// A step of a program: `{"do":"delete","map":"A","index":3}`.
    public static final Form<Step> STEP = new StepForm();

    /// An outcome: `{"errno":"EINVAL"}`.
    public static final Form<Outcome> OUTCOME = new OutcomeForm();

    /// A map's parameters: `{"type":"array","value_size":8,"max_entries":4}`.
    public static final Form<MapSpec> SPEC = new SpecForm();

    /// What a caller hands over: `"00000000"`, `null`.
    public static final Form<Input> INPUT = new InputForm();

    /// Where an answer goes: `{"room":16}`, `null`; left out where it fits.
    public static final Form<Output> OUTPUT = new OutputForm();

    /// A number in a program: `3`, `{"packet_byte":14}`.
    public static final Form<Operand> OPERAND = new OperandForm();

    /// The facts of a machine.
    public static final Form<Platform> PLATFORM = new PlatformForm();

    /// Who an implementation is.
    public static final ObjectForm<Identity> IDENTITY = new IdentityForm();

    /// A command and its outcome: `{"command":{...},"outcome":{...}}`.
    public static final Form<Trace.Entry> ENTRY = new EntryForm();

    /// A trace as one list; in a file it is a line an entry, see [TraceLines].
    public static final Form<Trace> TRACE = new TraceForm();

    /// Plain text.
    public static final Form<String> TEXT = new TextForm();

    private static final Pattern INSIDE =
            Pattern.compile(" \\((start marker|for \\w+ starting) .*");

    private static final int LONGEST_STRING = 1 << 28;

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxStringLength(LONGEST_STRING).build())
                    .build();

    private Json() {}

    /// The text that the writer writes, in one line.
    public static String write(Consumer<Sink> writer) {
        var text = new StringWriter(256);
        try (var json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            writer.accept(new Sink(json));
        }
        return text.toString();
    }

    /// The one JSON value that a text holds.
    ///
    /// @throws BadJson for a text that is not JSON, with the column
    public static Node read(String text) {
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            Node node = node(parser, next(parser), null, "");
            if (parser.nextToken() != null) {
                throw new BadJson(place(parser) + ": more text, wanted the end");
            }
            return node;
        } catch (JacksonException e) {
            throw notJson(e);
        }
    }

    private static Node node(JsonParser in, JsonToken token, @Nullable Node parent, String step) {
        return switch (token) {
            case START_OBJECT -> fields(in, new Fields(parent, step));
            case START_ARRAY -> items(in, new Items(parent, step));
            case VALUE_STRING -> new Leaf(parent, step, Leaf.Kind.TEXT, in.getString());
            case VALUE_NUMBER_INT -> new Leaf(parent, step, Leaf.Kind.INTEGER, in.getString());
            case VALUE_NUMBER_FLOAT -> new Leaf(parent, step, Leaf.Kind.FRACTION, in.getString());
            case VALUE_TRUE -> new Leaf(parent, step, Leaf.Kind.TRUE, "true");
            case VALUE_FALSE -> new Leaf(parent, step, Leaf.Kind.FALSE, "false");
            case VALUE_NULL -> new Leaf(parent, step, Leaf.Kind.NOTHING, "null");
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                    throw new BadJson(place(in) + ": " + token + ", wanted a value");
        };
    }

    private static Fields fields(JsonParser in, Fields fields) {
        while (next(in) == JsonToken.PROPERTY_NAME) {
            String name = in.currentName();
            fields.add(name, node(in, next(in), fields, "." + name));
        }
        return fields;
    }

    private static Items items(JsonParser in, Items items) {
        for (JsonToken token = next(in); token != JsonToken.END_ARRAY; token = next(in)) {
            items.add(node(in, token, items, items.nextStep()));
        }
        return items;
    }

    private static JsonToken next(JsonParser in) {
        JsonToken token = in.nextToken();
        if (token == null) {
            throw new BadJson(place(in) + ": end of text, wanted a value");
        }
        return token;
    }

    private static String place(JsonParser in) {
        return "column " + in.currentLocation().getColumnNr();
    }

    private static BadJson notJson(JacksonException e) {
        var location = e.getLocation();
        String place = location == null ? "" : "column " + location.getColumnNr() + ": ";
        String first = e.getOriginalMessage().lines().findFirst().orElse("no JSON");
        return new BadJson(place + INSIDE.matcher(first).replaceAll("") + ", wanted JSON");
    }
}
