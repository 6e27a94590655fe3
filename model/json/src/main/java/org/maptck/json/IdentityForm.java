package org.maptck.json;

import java.util.HashSet;
import org.maptck.model.Capability;
import org.maptck.model.Identity;

/// Who an implementation is, its capabilities by name.
final class IdentityForm implements ObjectForm<Identity> {
    @Override
    public void writeFields(Identity identity, Sink out) {
        out.name("name").text(identity.name());
        out.name("version").text(identity.version());
        out.name("platform").value(identity.platform(), Json.PLATFORM);
        out.name("capabilities");
        out.texts(identity.capabilities().stream().sorted().map(Capability::id).toList());
    }

    @Override
    public Identity readFields(Fields in) {
        var capabilities = new HashSet<Capability>();
        for (Node node : in.get("capabilities").items().values()) {
            capabilities.add(capability(node));
        }
        return new Identity(
                in.get("name").text(),
                in.get("version").text(),
                in.get("platform", Json.PLATFORM),
                capabilities);
    }

    private static Capability capability(Node node) {
        String id = node.text();
        for (Capability capability : Capability.values()) {
            if (capability.id().equals(id)) {
                return capability;
            }
        }
        throw node.wrong("the name of a capability, as in percpu");
    }
}
