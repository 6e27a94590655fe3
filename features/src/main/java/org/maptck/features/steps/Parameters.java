package org.maptck.features.steps;

import io.cucumber.java.ParameterType;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.maptck.model.AtomicOperation;
import org.maptck.model.Bytes;
import org.maptck.model.Envelope;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.Loading;
import org.maptck.model.MapType;
import org.maptck.model.Mapping;
import org.maptck.model.Output;
import org.maptck.model.PinName;
import org.maptck.model.Privilege;

/// The words that the step phrases are made of.
public final class Parameters {
    private static final String PLAIN =
            "zeros|pattern \\d+|patterns from \\d+|the number (?:0x[0-9a-f]+|-?\\d+)"
                    + "(?: times the online CPUs)?";

    @ParameterType(
            "user space(?: without privileges| with CAP_[A-Z_|]+)?|a program|a program on CPU"
                    + " \\d+|a program on every CPU|a strictly aligned program|a sleepable program|(?:a socket filter|a"
                    + " classifier)(?: without privileges| with CAP_[A-Z_|]+)?")
    public Actor actor(String words) {
        return switch (words) {
            case "user space" -> new Actor.UserSpace(Privilege.all());
            case "a program" -> new Actor.AnyProgram();
            case "a program on every CPU" -> new Actor.ProgramEverywhere();
            case "a strictly aligned program" -> new Actor.OtherProgram(Loading.STRICT);
            case "a sleepable program" -> new Actor.OtherProgram(Loading.SLEEPABLE);
            case "a socket filter" -> new Actor.OtherProgram(Loading.SOCKET_FILTER);
            default ->
                    words.startsWith("a program on CPU ")
                            ? new Actor.ProgramOn((int) lastNumber(words))
                            : deprived(words);
        };
    }

    private static Actor deprived(String words) {
        var privileges = Actor.privileges(words.endsWith("out privileges") ? "" : lastWord(words));
        if (words.startsWith("user space")) {
            return new Actor.UserSpace(privileges);
        }
        return new Actor.DeprivedProgram(
                words.startsWith("a socket filter") ? Loading.SOCKET_FILTER : Loading.CLASSIFIER,
                privileges);
    }

    /// What a program does for the verifier to judge, with or without a number.
    @ParameterType("[a-z][a-zA-Z0-9, -]*?")
    public Unreached unreached(String words) {
        return Unreached.saying(words);
    }

    /// What a program does with a part of a value and a number.
    @ParameterType(
            "stores the number|(?:atomically )?adds|atomically (?:ands|ors|xors|stores|replaces -?\\d+ by)")
    public Change change(String words) {
        return switch (words) {
            case "stores the number" -> new Change.Store();
            case "adds" -> new Change.PlainAdd();
            case "atomically adds" -> new Change.AtomicAdd();
            case "atomically ands" -> new Change.Atomic(AtomicOperation.AND);
            case "atomically ors" -> new Change.Atomic(AtomicOperation.OR);
            case "atomically xors" -> new Change.Atomic(AtomicOperation.XOR);
            case "atomically stores" -> new Change.Atomic(AtomicOperation.EXCHANGE);
            default -> new Change.Replace(Long.parseLong(words.split(" ", -1)[2]));
        };
    }

    /// What is done with two elements.
    @ParameterType("measures the distance from|copies")
    public Boolean copying(String words) {
        return words.equals("copies");
    }

    /// The direct address that a load is made through; none where the words are missing.
    @ParameterType("(?: from the address of byte (-?\\d+))?")
    public OptionalLong directly(@Nullable String address) {
        return address == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(address));
    }

    /// Another value that is as good.
    @ParameterType("(?: or (" + PLAIN + "|bytes [0-9a-f]+))?")
    public Optional<Value> alternative(@Nullable String words) {
        return Optional.ofNullable(words).map(Parameters::plain);
    }

    @ParameterType("array map|per-CPU array map")
    public MapType maptype(String words) {
        return words.equals("array map") ? MapType.ARRAY : MapType.PERCPU_ARRAY;
    }

    @ParameterType("0x[0-9a-f]+|-?\\d+")
    public Long number(String digits) {
        return lastNumber(digits);
    }

    /// Whether a program takes the spin lock of the element.
    @ParameterType("(?: (under its spin lock))?")
    public Boolean locked(@Nullable String words) {
        return words != null;
    }

    /// How often each caller does it, all at once; once, in turn, where the words are missing.
    @ParameterType("(?:at once, (\\d+) times each, )?")
    public OptionalInt atonce(@Nullable String times) {
        return times == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(times));
    }

    /// The value of a second writer, beside whom somebody reads.
    @ParameterType("(?: and (" + PLAIN + "|bytes [0-9a-f]+) beside a look-up)?")
    public Optional<Value> rival(@Nullable String words) {
        return Optional.ofNullable(words).map(Parameters::plain);
    }

    /// What an iterator's program does with the elements.
    @ParameterType("notes|adds 1000 to|stores to the keys of")
    public String iterating(String words) {
        return words;
    }

    /// Whether an iterator's map is closed before the iterator is read.
    @ParameterType("(?: (after its end))?")
    public Boolean closing(@Nullable String words) {
        return words != null;
    }

    /// Everything, or everything but what the scenario named.
    @ParameterType("(?: (else))?")
    public Boolean others(@Nullable String words) {
        return words != null;
    }

    @ParameterType("pattern|index")
    public Own own(String word) {
        return Own.valueOf(word.toUpperCase(Locale.ROOT));
    }

    /// The map itself, or another one by its letter.
    @ParameterType("the map|map [A-Z]")
    public Handle map(String words) {
        return words.equals("the map") ? Handle.A : letter(words);
    }

    @ParameterType(
            "(index (?:0x[0-9a-f]+|\\d+)|the key [0-9a-f]+|no key|the start|an unreadable key"
                    + "|the mapping at \\d+ bytes)"
                    + "(?: of (?:the map at index (\\d+) of )?(map [A-Z]))?")
    public Element element(String key, @Nullable String outer, @Nullable String map) {
        return new Element(
                map == null ? Handle.A : letter(map),
                Optional.ofNullable(outer).map(Long::valueOf),
                key(key));
    }

    private static Element.Key key(String words) {
        if (words.startsWith("index ")) {
            return new Element.Key.Index(lastNumber(words));
        }
        if (words.startsWith("the mapping at ")) {
            return new Element.Key.InMapping(new Mapping(0), offset(words));
        }
        return switch (words) {
            case "no key", "the start" -> new Element.Key.Missing();
            case "an unreadable key" -> new Element.Key.Unreadable();
            default -> new Element.Key.Raw(Bytes.hex(lastWord(words)));
        };
    }

    @ParameterType(
            "("
                    + PLAIN
                    + "|bytes [0-9a-f]+|index (?:0x[0-9a-f]+|\\d+)|map [A-Z]|the mapping at \\d+ bytes|no value"
                    + "|an unreadable value)(?: padded with ([0-9a-f]{2})| on CPU (\\d+) and ("
                    + PLAIN
                    + ") elsewhere| cut to (\\d+) bytes)?")
    public Value value(
            String words,
            @Nullable String padding,
            @Nullable String cpu,
            @Nullable String elsewhere,
            @Nullable String size) {
        Value value = plain(words);
        if (padding != null) {
            return new Value.Padded(value, Integer.parseInt(padding, 16));
        }
        if (cpu != null && elsewhere != null) {
            return new Value.Slotted(value, Integer.parseInt(cpu), plain(elsewhere));
        }
        return size == null ? value : new Value.Sized(value, Integer.parseInt(size));
    }

    /// A value in a cell of a table.
    static Value plain(String words) {
        if (words.startsWith("patterns from ")) {
            return new Value.Patterns((int) lastNumber(words));
        }
        if (words.startsWith("pattern ")) {
            return new Value.Pattern((int) lastNumber(words));
        }
        if (words.endsWith(" times the online CPUs")) {
            return new Value.PerOnlineCpu(lastNumber(words.substring(0, words.indexOf(" times"))));
        }
        if (words.startsWith("the number ")) {
            return new Value.Numeral(lastNumber(words));
        }
        if (words.startsWith("index ")) {
            return new Value.Key(lastNumber(words));
        }
        if (words.startsWith("the mapping at ")) {
            return new Value.Mapped(offset(words));
        }
        if (words.startsWith("map ")) {
            return new Value.OfMap(letter(words));
        }
        if (words.startsWith("bytes ")) {
            return new Value.Raw(Bytes.hex(lastWord(words)));
        }
        return switch (words) {
            case "zeros" -> new Value.Zeros();
            case "no value" -> new Value.Missing();
            default -> new Value.Unreadable();
        };
    }

    /// The flags of an element call; none where the words are missing.
    @ParameterType("(?: with (\\S+))?")
    public Long flags(@Nullable String words) {
        return words == null ? Flags.ANY : Flags.element(words);
    }

    /// The flags of a creation; none where the words are missing.
    @ParameterType("(?: with (BPF_F_\\S+))?")
    public Long createflags(@Nullable String words) {
        return words == null ? 0 : Flags.create(words);
    }

    /// Success, or how a refusal is named: any errno where no name is there.
    @ParameterType("(succeeds)|is refused(?: with (E[A-Z0-9]+))?")
    public Judgement judgement(@Nullable String success, @Nullable String errno) {
        return success == null
                ? new Judgement.Refusal(Optional.ofNullable(errno).map(Errno::valueOf))
                : new Judgement.Success();
    }

    /// The CPU whose slot is meant; that of the caller where the words are missing.
    @ParameterType("(?: for (CPU \\d+|the CPU after the last))?")
    public Slot slot(@Nullable String words) {
        if (words == null) {
            return new Slot.Own();
        }
        return words.startsWith("CPU ") ? new Slot.Of(lastNumber(words)) : new Slot.PastLast();
    }

    /// Which bytes of a value are meant; the first 8, or as many as there are, where the words are
    /// missing.
    @ParameterType("(?: at byte (-?\\d+), ([1248]) wide)?")
    public Range range(@Nullable String offset, @Nullable String width) {
        return offset == null || width == null
                ? new Range.Start()
                : new Range.At(Integer.parseInt(offset), Integer.parseInt(width));
    }

    @ParameterType("looks up|deletes|looks up and deletes|asks for the key after|locates")
    public ElementVerb elementverb(String words) {
        return ElementVerb.valueOf(words.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }

    @ParameterType("looks up|looks up and deletes|deletes")
    public BatchVerb batchverb(String words) {
        return BatchVerb.valueOf(words.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }

    /// The call at which a walk stops; 0 for none where the words are missing.
    @ParameterType("(?: up to call (\\d+))?")
    public Integer limit(@Nullable String call) {
        return call == null ? 0 : Integer.parseInt(call);
    }

    /// How many elements a batch claims to have; as many as it has where the words are missing.
    @ParameterType("(?: counted as (\\d+))?")
    public OptionalLong count(@Nullable String number) {
        return number == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(number));
    }

    /// The caller's own buffer; one that fits where the words are missing.
    @ParameterType("(?: into (a buffer of \\d+ bytes|no buffer|the mapping at \\d+ bytes))?")
    public Output into(@Nullable String words) {
        return buffer(words);
    }

    /// The caller's own buffers of a batch; ones that fit where the words are missing.
    @ParameterType(
            "(?:, keys into (a buffer of \\d+ bytes|no buffer))?"
                    + "(?:, values into (a buffer of \\d+ bytes|no buffer))?"
                    + "(?:, cursor into (a buffer of \\d+ bytes|no buffer|the mapping at \\d+ bytes))?")
    public Buffers buffers(
            @Nullable String keys, @Nullable String values, @Nullable String cursor) {
        return new Buffers(buffer(keys), buffer(values), buffer(cursor));
    }

    private static Output buffer(@Nullable String words) {
        if (words == null) {
            return new Output.Fits();
        }
        if (words.startsWith("the mapping at ")) {
            return new Output.InMapping(new Mapping(0), offset(words));
        }
        return words.equals("no buffer")
                ? new Output.Null()
                : new Output.Room(Integer.parseInt(words.split(" ", -1)[3]));
    }

    /// How the call hands over its arguments; as usual where the words are missing.
    @ParameterType("(?:, in (" + Wrapping.WORDS + "))?")
    public Wrapping envelope(@Nullable String words) {
        return words == null ? new Wrapping(Envelope.USUAL) : Wrapping.of(words);
    }

    /// What a further descriptor is made from.
    @ParameterType(
            "a copy of (the map|map [A-Z])|the id of (the map|map [A-Z])|the pin ([A-Za-z0-9_.-]+)"
                    + "|the map at index (\\d+) of (map [A-Z])")
    public Source source(
            @Nullable String copied,
            @Nullable String known,
            @Nullable String pin,
            @Nullable String index,
            @Nullable String outer) {
        if (index != null && outer != null) {
            return new Source.Inner(letter(outer), Long.parseLong(index));
        }
        if (copied != null) {
            return new Source.Copy(map(copied));
        }
        return known == null
                ? new Source.Pinned(new PinName(String.valueOf(pin)))
                : new Source.Id(map(known));
    }

    @ParameterType("makes|removes|reads")
    public PinVerb pinverb(String word) {
        return PinVerb.valueOf(word.toUpperCase(Locale.ROOT));
    }

    @ParameterType("[A-Za-z0-9_.-]+")
    public PinName pin(String name) {
        return new PinName(name);
    }

    @ParameterType(
            "closes|freezes|describes|walks|adds 1000 ahead in a walk of"
                    + "|shows the descriptor of|(?:reads|writes|seeks|polls) the file of")
    public MapVerb mapverb(String word) {
        var verb = word.split(" ", 2)[0];
        return MapVerb.valueOf(verb.toUpperCase(Locale.ROOT));
    }

    /// What a table is about.
    @ParameterType("created|described")
    public Tabled tabled(String word) {
        return Tabled.valueOf(word.toUpperCase(Locale.ROOT));
    }

    /// The handle that a new map is bound to; A where the words are missing.
    @ParameterType("(?: as (map [A-Z]))?")
    public Handle as(@Nullable String words) {
        return words == null ? Handle.A : letter(words);
    }

    private static Handle letter(String words) {
        return Handle.named(lastWord(words));
    }

    /// The offset in `the mapping at 8 bytes`.
    private static long offset(String words) {
        return Long.parseLong(words.split(" ", -1)[3]);
    }

    private static String lastWord(String words) {
        return words.substring(words.lastIndexOf(' ') + 1);
    }

    static long lastNumber(String words) {
        var digits = lastWord(words);
        return digits.startsWith("0x")
                ? Long.parseUnsignedLong(digits.substring(2), 16)
                : Long.parseLong(digits);
    }
}
