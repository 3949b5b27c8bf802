package tare.conditions.json;

import java.util.Map;
import java.util.TreeMap;
import tare.core.bank.BankLayout;
import tare.core.bank.CanonicalJson;
import tare.core.bank.FieldDefinition;
import tare.core.bank.FieldType;
import tare.core.bank.Header;
import tare.core.bank.Scalar;
import tare.core.channel.BitField;
import tare.core.channel.FieldScheme;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What describes a bank, as JSON. [CanonicalJson] writes the text; here it becomes a tree inside
/// other documents, and is read.
public final class BankJson {
    private BankJson() {}

    public static ObjectNode layout(BankLayout layout) {
        return tree(CanonicalJson.of(layout));
    }

    private static ObjectNode tree(String text) {
        return (ObjectNode) Json.read(text);
    }

    public static BankLayout layout(JsonNode node) {
        return new BankLayout(
                Json.text(node, "name"),
                Json.integer(node, "version"),
                Json.list(node, "fields", BankJson::field));
    }

    private static FieldDefinition field(JsonNode node) {
        return new FieldDefinition(
                Json.text(node, "name"),
                Json.text(node, "unit"),
                Json.constant(node, "type", FieldType.class),
                node.has("length") ? Json.integer(node, "length") : 1);
    }

    public static ObjectNode scheme(FieldScheme scheme) {
        return tree(CanonicalJson.of(scheme));
    }

    public static FieldScheme scheme(JsonNode node) {
        return new FieldScheme(
                Json.text(node, "name"),
                Json.list(
                        node,
                        "fields",
                        field ->
                                new BitField(
                                        Json.text(field, "name"), Json.integer(field, "bits"))));
    }

    public static Header header(JsonNode node) {
        var extra = new TreeMap<String, Scalar>();
        for (Map.Entry<String, JsonNode> entry : Json.property(node, "extra").properties()) {
            extra.put(entry.getKey(), scalar(entry.getValue()));
        }
        return new Header(Json.whole(node, "pulses"), Json.integer(node, "flag"), extra);
    }

    private static Scalar scalar(JsonNode node) {
        if (node.has("whole")) return Scalar.of(Json.whole(node, "whole"));
        if (node.has("real")) return Scalar.of(Json.real(node, "real"));
        return Scalar.of(Json.text(node, "text"));
    }
}
