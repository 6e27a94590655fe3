package org.maptck.json;

import org.maptck.model.Extras;
import org.maptck.model.ForeignDescriptor;
import org.maptck.model.Types;

/// The further arguments of a creation, those that are zero left out.
final class ExtrasForm implements ObjectForm<Extras> {
    @Override
    public void writeFields(Extras extras, Sink out) {
        foreign("inner_map", extras.innerMap(), out);
        if (extras.device() != 0) {
            out.name("device").number(extras.device());
        }
        if (extras.kernelType() != 0) {
            out.name("kernel_type").number(extras.kernelType());
        }
        foreign("type_object", extras.typeObject(), out);
        foreign("token", extras.token(), out);
        types(extras.types(), out);
    }

    private static void foreign(String name, ForeignDescriptor descriptor, Sink out) {
        if (descriptor != ForeignDescriptor.NONE) {
            out.name(name).value(descriptor, Words.FOREIGN);
        }
    }

    private static void types(Types types, Sink out) {
        if (types.source() != Types.Source.NONE) {
            out.name("types").value(types.source(), Words.TYPE_SOURCE);
        }
        types.key().ifPresent(type -> out.name("key_type").value(type, Words.TYPE_SHAPE));
        types.value().ifPresent(type -> out.name("value_type").value(type, Words.TYPE_SHAPE));
    }

    @Override
    public Extras readFields(Fields in) {
        var device = in.find("device");
        try {
            return new Extras(
                    foreign(in, "inner_map"),
                    device.map(Node::number).orElse(0),
                    in.get("kernel_type", Words.NUMBER, 0),
                    foreign(in, "type_object"),
                    foreign(in, "token"),
                    new Types(
                            in.get("types", Words.TYPE_SOURCE, Types.Source.NONE),
                            in.find("key_type", Words.TYPE_SHAPE),
                            in.find("value_type", Words.TYPE_SHAPE)));
        } catch (IllegalArgumentException e) {
            throw device.orElse(in).wrong("a device: " + e.getMessage());
        }
    }

    private static ForeignDescriptor foreign(Fields in, String name) {
        return in.get(name, Words.FOREIGN, ForeignDescriptor.NONE);
    }
}
