package org.maptck.json;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.maptck.model.Command;
import org.maptck.model.Extras;
import org.maptck.model.FileUse;
import org.maptck.model.ForeignDescriptor;
import org.maptck.model.Handle;
import org.maptck.model.InfoRequest;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Mapping;
import org.maptck.model.MappingOption;
import org.maptck.model.MappingUse;
import org.maptck.model.PinName;
import org.maptck.model.Privilege;
import org.maptck.model.Protection;
import org.maptck.model.TypeShape;
import org.maptck.model.Types;

/// Commands with arguments that few have, each in its one JSON form.
final class FurtherSamples {
    private static final Handle A = Handle.A;
    private static final Mapping MAPPING = new Mapping(3);
    private static final String CREATE =
            "{'do':'create','map':'A','type':'array','value_size':8,'max_entries':4,";

    private FurtherSamples() {}

    static Map<String, Command> commands() {
        var samples = new TreeMap<String, Command>();
        creations(samples);
        info(samples);
        put(samples, "{'do':'show-descriptor','map':'A'}", new Command.ShowDescriptor(A));
        put(
                samples,
                "{'do':'use-file','map':'A','use':'poll'}",
                new Command.UseFile(A, FileUse.POLL));
        put(
                samples,
                "{'do':'use-mapping','mapping':3,'use':'flush-later'}",
                new Command.UseMapping(MAPPING, MappingUse.FLUSH_LATER));
        put(
                samples,
                "{'do':'map-memory','mapping':3,'map':'A','offset':0,'length':8,"
                        + "'protection':'r--','option':'locked'}",
                new Command.MapMemory(
                        MAPPING, A, 0, 8, Protection.READ, true, MappingOption.LOCKED));
        put(samples, "{'do':'read-pin','name':'p'}", new Command.ReadPin(new PinName("p")));
        put(
                samples,
                "{'do':'deprived','command':{'do':'freeze','map':'A'},'privileges':[]}",
                new Command.Deprived(new Command.Freeze(A), Set.of()));
        put(
                samples,
                "{'do':'deprived','command':{'do':'freeze','map':'A'},"
                        + "'privileges':['bpf','net-admin']}",
                new Command.Deprived(
                        new Command.Freeze(A), Set.of(Privilege.NET_ADMIN, Privilege.BPF)));
        return samples;
    }

    private static void creations(Map<String, Command> samples) {
        var spec = MapSpec.of(MapType.ARRAY, 8, 4);
        var fields =
                new Extras(
                        ForeignDescriptor.CLOSED,
                        1,
                        7,
                        ForeignDescriptor.OTHER,
                        ForeignDescriptor.CLOSED,
                        Types.NONE);
        put(
                samples,
                CREATE
                        + "'inner_map':'closed','device':1,'kernel_type':7,"
                        + "'type_object':'other','token':'closed'}",
                new Command.Create(A, spec, fields));
        var number = new TypeShape.Integral(4, 16, TypeShape.Coding.SIGNED);
        var types = Types.own(new TypeShape.Alias(number), new TypeShape.Structure(8));
        put(
                samples,
                CREATE
                        + "'types':'own','key_type':'alias of signed 4 of 16 bits',"
                        + "'value_type':'struct 8'}",
                new Command.Create(A, spec, Extras.NONE.withTypes(types)));
    }

    private static void info(Map<String, Command> samples) {
        put(
                samples,
                "{'do':'read-info','map':'A','length':104}",
                new Command.ReadInfo(A, InfoRequest.of(104)));
        var hash = new InfoRequest.Hash(31, false, false);
        put(
                samples,
                "{'do':'read-info','map':'A','length':104,'filled':88,'present':false,"
                        + "'hash_size':31,'hash_present':false,'hash_writable':false}",
                new Command.ReadInfo(A, new InfoRequest(104, 88, false, Optional.of(hash))));
    }

    private static void put(Map<String, Command> samples, String json, Command command) {
        samples.put(json.replace('\'', '"'), command);
    }
}
