package org.maptck.json;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.maptck.model.AtomicOperation;
import org.maptck.model.Bytes;
import org.maptck.model.Capability;
import org.maptck.model.Command;
import org.maptck.model.Deed;
import org.maptck.model.Envelope;
import org.maptck.model.Errno;
import org.maptck.model.Handle;
import org.maptck.model.Identity;
import org.maptck.model.Input;
import org.maptck.model.Iteration;
import org.maptck.model.MapInfo;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Mapping;
import org.maptck.model.Oddity;
import org.maptck.model.Operand;
import org.maptck.model.Outcome;
import org.maptck.model.OuterKind;
import org.maptck.model.Output;
import org.maptck.model.PinName;
import org.maptck.model.Platform;
import org.maptck.model.Protection;
import org.maptck.model.Step;
import org.maptck.model.Version;

/// Values of every kind, each with the JSON that stands for it.
final class Samples {
    private static final Handle A = Handle.A;
    private static final Handle Z = new Handle(25);
    private static final Mapping MAPPING = new Mapping(3);
    private static final Bytes KEY = Bytes.hex("00000000");
    private static final Input ZERO = new Input.Given(KEY);
    private static final Input NULL = new Input.Null();
    private static final Output FITS = new Output.Fits();
    private static final Output ROOM = new Output.Room(16);
    private static final Operand INDEX = new Operand.Constant(3);
    private static final Bytes VALUE = Bytes.hex("0100ff");

    private Samples() {}

    static Map<String, Input> inputs() {
        return Map.of(
                "\"00000000\"", ZERO,
                "\"\"", new Input.Given(Bytes.EMPTY),
                "null", NULL,
                "{\"unreadable\":true}", new Input.Unreadable(),
                "{\"mapping\":3,\"offset\":8}", new Input.InMapping(MAPPING, 8));
    }

    static Map<String, Output> outputs() {
        return Map.of(
                "{\"fits\":true}",
                FITS,
                "{\"room\":16}",
                ROOM,
                "null",
                new Output.Null(),
                "{\"mapping\":3,\"offset\":\"0xffffffffffffffff\"}",
                new Output.InMapping(MAPPING, -1));
    }

    static Map<String, Operand> operands() {
        return Map.of(
                "3", INDEX,
                "9007199254740991", new Operand.Constant((1L << 53) - 1),
                "\"0x20000000000000\"", new Operand.Constant(1L << 53),
                "\"0xffffffffffffffff\"", new Operand.Constant(-1),
                "{\"packet_byte\":14}", new Operand.PacketByte(14),
                "{\"packet_length\":true}", new Operand.PacketLength());
    }

    static Map<String, MapSpec> specs() {
        return Map.of(
                "{\"type\":\"array\",\"value_size\":8,\"max_entries\":4}",
                MapSpec.of(MapType.ARRAY, 8, 4),
                """
                {"type":"percpu_array","key_size":8,"value_size":0,"max_entries":4294967295,\
                "flags":1024,"name":"n","numa_node":-1,"map_extra":"0xffffffffffffffff","lock":4}\
                """,
                new MapSpec(
                        MapType.PERCPU_ARRAY,
                        8,
                        0,
                        0xffff_ffffL,
                        1024,
                        "n",
                        -1,
                        -1,
                        Optional.of(4),
                        Optional.empty()),
                """
                {"type":"array","value_size":8,"max_entries":4,"exclusive":"0100ff"}\
                """,
                MapSpec.of(MapType.ARRAY, 8, 4).withExclusive(new Input.Given(VALUE)));
    }

    static Map<String, Step> steps() {
        var samples = new TreeMap<String, Step>();
        put(samples, "lookup|A|'index':3", new Step.Lookup(A, INDEX));
        put(samples, "lookup-percpu|A|'index':3,'cpu':1", new Step.LookupPercpu(A, INDEX, 1));
        put(
                samples,
                "update|A|'index':3,'value':'0100ff','flags':'0x2'",
                new Step.Update(A, INDEX, VALUE, 2));
        put(samples, "update|A|'index':3,'value':'0100ff'", new Step.Update(A, INDEX, VALUE, 0));
        put(samples, "delete|A|'index':3", new Step.Delete(A, INDEX));
        put(samples, "load|A|'index':3,'offset':4,'width':8", new Step.Load(A, INDEX, 4, 8));
        put(
                samples,
                "store|A|'index':3,'offset':4,'width':8,'value':{'packet_length':true}",
                new Step.Store(A, INDEX, 4, 8, new Operand.PacketLength()));
        put(
                samples,
                "store-percpu|A|'index':3,'cpu':1,'offset':4,'width':8,'value':3",
                new Step.StorePercpu(A, INDEX, 1, 4, 8, INDEX));
        put(
                samples,
                "atomic-add|A|'index':{'packet_byte':-1},'offset':0,'width':8,'addend':3",
                new Step.AtomicAdd(A, new Operand.PacketByte(-1), 0, 8, INDEX));
        put(samples, "for-each|A|'flags':'0x1','limit':7", new Step.ForEach(A, 1, 7));
        put(
                samples,
                "locked-store|A|'index':3,'value':'0100ff'",
                new Step.LockedStore(A, INDEX, VALUE));
        put(samples, "misalignment|A|'index':3", new Step.Misalignment(A, INDEX));
        put(
                samples,
                "distance|Z|'from':3,'to':4",
                new Step.Distance(Z, INDEX, new Operand.Constant(4)));
        samples.put("{\"do\":\"for-each\",\"map\":\"Z\"}", new Step.ForEach(Z, 0, 0));
        put(
                samples,
                "plain-add|A|'index':3,'offset':0,'width':8,'addend':3",
                new Step.PlainAdd(A, INDEX, 0, 8, INDEX));
        put(
                samples,
                "atomic|A|'index':3,'offset':4,'width':4,'operation':'xor','operand':3",
                new Step.Atomic(A, INDEX, 4, 4, AtomicOperation.XOR, INDEX));
        put(
                samples,
                "compare-exchange|A|'index':3,'offset':0,'width':8,'expected':3,'value':4",
                new Step.CompareExchange(A, INDEX, 0, 8, INDEX, new Operand.Constant(4)));
        put(
                samples,
                "update-from|A|'index':3,'from':4,'flags':'0x2'",
                new Step.UpdateFrom(A, INDEX, new Operand.Constant(4), 2));
        put(samples, "for-each-adding|A|'addend':1000", new Step.ForEachAdding(A, 1000));
        put(
                samples,
                "direct-load|A|'address':4294967295,'offset':-8,'width':1",
                new Step.DirectLoad(A, -1, -8, 1));
        put(
                samples,
                "through|A|'index':3,'outer':4,'deed':{'do':'lookup'}",
                new Step.Through(A, new Operand.Constant(4), INDEX, new Deed.Lookup()));
        put(
                samples,
                "through|A|'index':3,'outer':3,'deed':{'do':'lookup-percpu','cpu':1}",
                new Step.Through(A, INDEX, INDEX, new Deed.LookupPercpu(1)));
        put(
                samples,
                "through|A|'index':3,'outer':3,'deed':{'do':'update','value':'0100ff','flags':'0x2'}",
                new Step.Through(A, INDEX, INDEX, new Deed.Update(VALUE, 2)));
        put(
                samples,
                "unreached|A|'oddity':'lock-at','number':4",
                new Step.Unreached(A, Oddity.LOCK_AT, 4));
        return samples;
    }

    static Map<String, Command> commands() {
        var samples = new TreeMap<>(FurtherSamples.commands());
        var spec = MapSpec.of(MapType.ARRAY, 8, 4);
        put(
                samples,
                "create|A|'type':'array','value_size':8,'max_entries':4",
                new Command.Create(A, spec));
        put(samples, "lookup|A|'key':'00000000'", new Command.Lookup(A, ZERO, 0, FITS));
        put(
                samples,
                "lookup|A|'key':null,'value':{'room':16},'flags':'0x8000000000000000'",
                new Command.Lookup(A, NULL, Long.MIN_VALUE, ROOM));
        put(
                samples,
                "update|A|'key':'00000000','value':{'unreadable':true},'flags':'0x1'",
                new Command.Update(A, ZERO, new Input.Unreadable(), 1));
        put(samples, "delete|A|'key':'00000000'", new Command.Delete(A, ZERO));
        put(
                samples,
                "lookup-and-delete|A|'key':'00000000','value':null,'flags':'0x4'",
                new Command.LookupAndDelete(A, ZERO, 4, new Output.Null()));
        put(
                samples,
                "next-key|A|'key':null,'next':{'room':16}",
                new Command.NextKey(A, NULL, ROOM));
        put(
                samples,
                "lookup-batch|A|'start':null,'cursor':{'room':16},'keys':null,"
                        + "'values':{'room':16},'count':2,'flags':'0x4'",
                new Command.LookupBatch(A, NULL, ROOM, new Output.Null(), ROOM, 2, 4));
        put(
                samples,
                "update-batch|A|'keys':'00000000','values':null,'count':1,'flags':'0x4'",
                new Command.UpdateBatch(A, ZERO, NULL, 1, 4));
        put(
                samples,
                "delete-batch|A|'keys':'00000000','count':1",
                new Command.DeleteBatch(A, ZERO, 1, 0));
        put(
                samples,
                "lookup-and-delete-batch|A|'start':null,'count':1",
                new Command.LookupAndDeleteBatch(A, NULL, 1, 0));
        samples.put("{\"do\":\"close\",\"map\":\"Z\"}", new Command.Close(Z));
        samples.put("{\"do\":\"freeze\",\"map\":\"Z\"}", new Command.Freeze(Z));
        samples.put("{\"do\":\"get-info\",\"map\":\"Z\"}", new Command.GetInfo(Z));
        samples.putAll(memory());
        samples.putAll(outer());
        samples.putAll(running());
        samples.putAll(identity());
        samples.putAll(enveloped());
        return samples;
    }

    private static Map<String, Command> memory() {
        var samples = new TreeMap<String, Command>();
        samples.put(
                json(
                        "{'do':'map-memory','mapping':3,'map':'A','offset':4096,'length':8,"
                                + "'protection':'rw-'}"),
                new Command.MapMemory(MAPPING, A, 4096, 8, Protection.READ_WRITE, true));
        samples.put(
                json(
                        "{'do':'map-memory','mapping':3,'map':'A','offset':0,"
                                + "'length':'0xffffffffffffffff','protection':'--x',"
                                + "'shared':false}"),
                new Command.MapMemory(
                        MAPPING, A, 0, -1, new Protection(false, false, true), false));
        samples.put(
                json("{'do':'read-memory','mapping':3,'offset':8,'length':4}"),
                new Command.ReadMemory(MAPPING, 8, 4));
        samples.put(
                json("{'do':'write-memory','mapping':3,'offset':8,'bytes':'0100ff'}"),
                new Command.WriteMemory(MAPPING, 8, VALUE));
        samples.put(
                json("{'do':'add-memory','mapping':3,'offset':8,'width':4,'addend':'0x1'}"),
                new Command.AddMemory(MAPPING, 8, 4, 1));
        samples.put(
                json("{'do':'protect','mapping':3,'protection':'---'}"),
                new Command.Protect(MAPPING, Protection.NONE));
        samples.put(json("{'do':'unmap','mapping':3}"), new Command.Unmap(MAPPING));
        return samples;
    }

    private static Map<String, Command> identity() {
        var name = new PinName("a.b");
        return Map.of(
                json("{'do':'duplicate','map':'A','copy':'Z'}"),
                new Command.Duplicate(A, Z),
                json("{'do':'open-by-id','map':'Z','known':'A'}"),
                new Command.OpenById(Z, A, 0),
                json("{'do':'pin','map':'A','name':'a.b'}"),
                new Command.Pin(A, name),
                json("{'do':'open-pin','map':'Z','name':'a.b','flags':'0x8'}"),
                new Command.OpenPin(Z, name, 8),
                json("{'do':'unpin','name':'a.b'}"),
                new Command.Unpin(name));
    }

    private static Map<String, Command> outer() {
        return Map.of(
                json(
                        "{'do':'create-outer','map':'Z','kind':'hash_of_maps','max_entries':2,"
                                + "'template':'A'}"),
                new Command.CreateOuter(Z, OuterKind.HASH_OF_MAPS, 2, A),
                json("{'do':'insert','map':'Z','index':1,'inner':'A'}"),
                new Command.Insert(Z, 1, A),
                json("{'do':'open-inner','map':'A','outer':'Z','index':4294967295}"),
                new Command.OpenInner(A, Z, 0xffff_ffffL),
                json("{'do':'iterate','map':'A','note':8,'width':4}"),
                new Command.Iterate(A, new Iteration.Noting(8, 4), false),
                json("{'do':'iterate','map':'A','add':'0xffffffffffffffff'," + "'closing':true}"),
                new Command.Iterate(A, new Iteration.Adding(-1), true),
                json("{'do':'iterate','map':'A','store_key':true}"),
                new Command.Iterate(A, new Iteration.StoringKey(), false));
    }

    private static Map<String, Command> enveloped() {
        var freeze = new Command.Freeze(A);
        var inner = "{'do':'enveloped','command':{'do':'freeze','map':'A'}";
        return Map.of(
                json(inner + "}"),
                new Command.Enveloped(freeze, Envelope.USUAL),
                json(inner + ",'size':260,'set':259}"),
                new Command.Enveloped(freeze, Envelope.USUAL.ofSize(260).with(259)),
                json(inner + ",'readable':false,'command_plus':1000}"),
                new Command.Enveloped(freeze, Envelope.USUAL.unreadable().forCommand(1000)),
                json(inner + ",'writable':false}"),
                new Command.Enveloped(freeze, Envelope.USUAL.in(Envelope.Place.READ_ONLY)));
    }

    private static Map<String, Command> running() {
        var step = new Step.Lookup(A, INDEX);
        return Map.of(
                json("{'do':'run','cpu':1,'steps':[{'do':'lookup','map':'A','index':3}]}"),
                Command.Run.once(1, step),
                json("{'do':'run','cpu':-1,'packet':'0100ff','repeat':9,'steps':[]}"),
                new Command.Run(-1, VALUE, 9, List.of()),
                json("{'do':'race','callers':[{'do':'freeze','map':'A'}],'times':1000}"),
                new Command.Race(List.of(new Command.Freeze(A)), 1000));
    }

    static Map<String, Outcome> outcomes() {
        var samples = new TreeMap<String, Outcome>();
        var refused = new Outcome.Refused(Errno.EINVAL);
        var efault = Optional.of(Errno.EFAULT);
        samples.put(json("{'done':true}"), new Outcome.Done());
        samples.put(json("{'errno':'EINVAL'}"), refused);
        samples.put(json("{'value':'0100ff'}"), new Outcome.Found(VALUE));
        samples.put(json("{'value':null}"), new Outcome.Absent());
        samples.put(
                json("{'buffer':'0100ff','length':3}"),
                new Outcome.Informed(Optional.empty(), 3, VALUE, Bytes.EMPTY));
        samples.put(
                json("{'buffer':'0100ff','length':3,'hash':'00000000','errno':'EFAULT'}"),
                new Outcome.Informed(efault, 3, VALUE, KEY));
        samples.put(json("{'printed':'0: 5\\n'}"), new Outcome.Printed("0: 5\n"));
        samples.put(json("{'returned':'0xfffffffffffffffe'}"), new Outcome.Returned(-2));
        samples.put(json("{'room':'0100ff'}"), new Outcome.Filled(Optional.empty(), VALUE));
        samples.put(json("{'room':'0100ff','errno':'EFAULT'}"), new Outcome.Filled(efault, VALUE));
        samples.put(
                json("{'count':0}"),
                new Outcome.Batched(
                        Optional.empty(), 0, Bytes.EMPTY, Bytes.EMPTY, Optional.empty()));
        samples.put(
                json(
                        "{'count':1,'keys':'00000000','values':'0100ff','cursor':'00000000',"
                                + "'errno':'EFAULT'}"),
                new Outcome.Batched(efault, 1, KEY, VALUE, Optional.of(KEY)));
        samples.put(
                json("{'info':{'type':'array','value_size':8,'max_entries':4}}"),
                new Outcome.Described(new MapInfo(MapType.ARRAY, 4, 8, 4, 0, "")));
        samples.put(
                json(
                        "{'info':{'type':'unknown','key_size':0,'value_size':8,'max_entries':4,"
                                + "'flags':1024,'name':'n','id':7,'map_extra':'0x2'}}"),
                new Outcome.Described(new MapInfo(MapType.UNKNOWN, 0, 8, 4, 1024, "n", 7, 2)));
        samples.put(
                json("{'steps':[{'done':true},{'errno':'EINVAL'}]}"),
                new Outcome.Ran(List.of(new Outcome.Done(), refused)));
        samples.put(
                json("{'visited':'0x2','keys':[0,1],'values':['0100ff','0100ff']}"),
                new Outcome.Visited(2, List.of(0L, 1L), List.of(VALUE, VALUE)));
        samples.put(
                json("{'callers':[[{'done':true}],[]]}"),
                new Outcome.Raced(List.of(List.of(new Outcome.Done()), List.of())));
        samples.put(json("{'unsupported':'batch'}"), new Outcome.Unsupported("batch"));
        return samples;
    }

    static Map<String, Identity> identities() {
        var platform =
                new Platform(
                        65536,
                        List.of(0, 2),
                        List.of(2),
                        4,
                        ByteOrder.BIG_ENDIAN,
                        new Version(5, 5),
                        1L << 30);
        return Map.of(
                json(
                        "{'name':'n','version':'1','platform':{'page_size':65536,"
                                + "'possible_cpus':[0,2],'online_cpus':[2],'word_size':4,"
                                + "'byte_order':'big','kernel':'5.5','memory':1073741824},"
                                + "'capabilities':['percpu','mmap']}"),
                new Identity("n", "1", platform, Set.of(Capability.MMAP, Capability.PERCPU)));
    }

    private static <T> void put(Map<String, T> samples, String sketch, T value) {
        var parts = sketch.split("\\|", 3);
        samples.put(
                json("{'do':'" + parts[0] + "','map':'" + parts[1] + "'," + parts[2] + "}"), value);
    }

    static String json(String sketch) {
        return sketch.replace('\'', '"');
    }
}
