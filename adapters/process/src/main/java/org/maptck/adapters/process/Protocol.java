package org.maptck.adapters.process;

import java.util.List;
import java.util.function.Consumer;
import org.maptck.json.BadJson;
import org.maptck.json.Fields;
import org.maptck.json.Json;
import org.maptck.json.Node;
import org.maptck.json.Sink;

/// What both ends of the wire agree on: JSON-RPC 2.0, a message a line, see `docs/protocol.md`.
final class Protocol {
    /// The version of the protocol that this is.
    static final int VERSION = 1;

    static final String JSON_RPC = "2.0";

    static final String HELLO = "hello";
    static final String RESET = "reset";
    static final String APPLY = "apply";
    static final String BYE = "bye";

    static final int NOT_JSON = -32700;
    static final int NO_REQUEST = -32600;
    static final int NO_METHOD = -32601;
    static final int BAD_PARAMS = -32602;
    static final int BROKEN = -32603;
    static final int NO_COMMON_VERSION = -32000;

    private Protocol() {}

    /// A request; what a method takes is written by the writer.
    static String request(long id, String method, Consumer<Sink> params) {
        return message(out -> {
            out.name("id").quantity(id).name("method").text(method);
            params.accept(out);
        });
    }

    static String result(long id, Consumer<Sink> result) {
        return message(out -> result.accept(out.name("id").quantity(id).name("result")));
    }

    static String error(Consumer<Sink> id, int code, String why) {
        return message(out -> {
            id.accept(out.name("id"));
            out.name("error").open().name("code").number(code);
            out.name("message").text(why).close();
        });
    }

    private static String message(Consumer<Sink> fields) {
        return Json.write(out -> {
            out.open().name("jsonrpc").text(JSON_RPC);
            fields.accept(out);
            out.close();
        });
    }

    /// The fields of a message, and its version checked.
    static Fields fields(Node message) {
        var fields = message.fields();
        if (!fields.get("jsonrpc").text().equals(JSON_RPC)) {
            throw fields.get("jsonrpc").wrong("'2.0'");
        }
        return fields;
    }

    /// The id of a message.
    static long id(Fields message) {
        return message.get("id").number(0, MOST);
    }

    private static final long MOST = (1L << 53) - 1;

    /// The whole numbers of a list.
    static List<Long> versions(Node list) throws BadJson {
        return list.items().values().stream().map(node -> node.number(0, MOST)).toList();
    }
}
