package org.maptck.model;

/// The arguments of a creation that array maps make nothing of, or not much.
///
/// @param innerMap the `inner_map_fd` field
/// @param device the `map_ifindex` field, 0 for none
/// @param kernelType the `btf_vmlinux_value_type_id` field
/// @param typeObject the `value_type_btf_obj_fd` field, meaningless without its flag
/// @param token the `map_token_fd` field, meaningful with `BPF_F_TOKEN_FD`
/// @param types the `btf_fd`, `btf_key_type_id` and `btf_value_type_id` fields
public record Extras(
        ForeignDescriptor innerMap,
        int device,
        int kernelType,
        ForeignDescriptor typeObject,
        ForeignDescriptor token,
        Types types) {
    /// The device that every machine has and that carries out no program: loopback.
    public static final int LOOPBACK = 1;

    /// A device that no machine has.
    public static final int NO_DEVICE = Integer.MAX_VALUE;

    /// All zero.
    public static final Extras NONE =
            new Extras(
                    ForeignDescriptor.NONE,
                    0,
                    0,
                    ForeignDescriptor.NONE,
                    ForeignDescriptor.NONE,
                    Types.NONE);

    public Extras {
        if (device != 0 && device != LOOPBACK && device != NO_DEVICE) {
            throw new IllegalArgumentException(
                    "device " + device + ", wanted 0, 1 or " + NO_DEVICE);
        }
    }

    /// The same with another `inner_map_fd`.
    public Extras withInnerMap(ForeignDescriptor map) {
        return new Extras(map, device, kernelType, typeObject, token, types);
    }

    /// The same for another device.
    public Extras withDevice(int index) {
        return new Extras(innerMap, index, kernelType, typeObject, token, types);
    }

    /// The same with another `btf_vmlinux_value_type_id`.
    public Extras withKernelType(int id) {
        return new Extras(innerMap, device, id, typeObject, token, types);
    }

    /// The same with another token.
    public Extras withToken(ForeignDescriptor descriptor) {
        return new Extras(innerMap, device, kernelType, typeObject, descriptor, types);
    }

    /// The same with another `value_type_btf_obj_fd`.
    public Extras withTypeObject(ForeignDescriptor object) {
        return new Extras(innerMap, device, kernelType, object, token, types);
    }

    /// The same with other types.
    public Extras withTypes(Types described) {
        return new Extras(innerMap, device, kernelType, typeObject, token, described);
    }
}
