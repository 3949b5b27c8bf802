package tare.conditions.json;

import java.util.Map;
import java.util.TreeMap;
import tare.core.bank.BankLayout;
import tare.core.bank.FieldDefinition;
import tare.core.bank.FieldType;
import tare.core.bank.Header;
import tare.core.bank.Scalar;
import tare.core.channel.BitField;
import tare.core.channel.FieldScheme;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What describes a bank, as JSON:
///
/// ```json
/// {"name":"gain","version":1,"fields":[{"name":"pedestal","unit":"ADC","type":"F32"}]}
/// {"name":"raw id","fields":[{"name":"module","bits":12},{"name":"pixel","bits":17}]}
/// {"pulses":10,"flag":0,"extra":{"delay":{"whole":3},"scale":{"real":0.5},"source":{"text":"lab"}}}
/// ```
public final class BankJson {
    private BankJson() {}

    public static ObjectNode layout(BankLayout layout) {
        ObjectNode node = Json.object().put("name", layout.name()).put("version", layout.version());
        node.set("fields", Json.array(layout.fields(), BankJson::field));
        return node;
    }

    public static BankLayout layout(JsonNode node) {
        return new BankLayout(
                Json.text(node, "name"),
                Json.integer(node, "version"),
                Json.list(node, "fields", BankJson::field));
    }

    private static ObjectNode field(FieldDefinition field) {
        ObjectNode node =
                Json.object()
                        .put("name", field.name())
                        .put("unit", field.unit())
                        .put("type", field.type().name());
        // Only where it says something: the text of layouts without arrays is what it always was.
        return field.isArray() ? node.put("length", field.length()) : node;
    }

    private static FieldDefinition field(JsonNode node) {
        return new FieldDefinition(
                Json.text(node, "name"),
                Json.text(node, "unit"),
                Json.constant(node, "type", FieldType.class),
                node.has("length") ? Json.integer(node, "length") : 1);
    }

    public static ObjectNode scheme(FieldScheme scheme) {
        ObjectNode node = Json.object().put("name", scheme.name());
        node.set(
                "fields",
                Json.array(
                        scheme.fields(),
                        field -> Json.object().put("name", field.name()).put("bits", field.bits())));
        return node;
    }

    public static FieldScheme scheme(JsonNode node) {
        return new FieldScheme(
                Json.text(node, "name"),
                Json.list(
                        node,
                        "fields",
                        field -> new BitField(Json.text(field, "name"), Json.integer(field, "bits"))));
    }

    public static ObjectNode header(Header header) {
        ObjectNode extra = Json.object();
        header.extra().forEach((name, scalar) -> extra.set(name, scalar(scalar)));
        ObjectNode node = Json.object().put("pulses", header.pulses()).put("flag", header.flag());
        node.set("extra", extra);
        return node;
    }

    public static Header header(JsonNode node) {
        var extra = new TreeMap<String, Scalar>();
        for (Map.Entry<String, JsonNode> entry : Json.property(node, "extra").properties()) {
            extra.put(entry.getKey(), scalar(entry.getValue()));
        }
        return new Header(Json.whole(node, "pulses"), Json.integer(node, "flag"), extra);
    }

    private static ObjectNode scalar(Scalar scalar) {
        ObjectNode node = Json.object();
        switch (scalar) {
            case Scalar.Whole(long value) -> node.put("whole", value);
            case Scalar.Real(double value) -> Json.putReal(node, "real", value);
            case Scalar.Text(String value) -> node.put("text", value);
        }
        return node;
    }

    private static Scalar scalar(JsonNode node) {
        if (node.has("whole")) return Scalar.of(Json.whole(node, "whole"));
        if (node.has("real")) return Scalar.of(Json.real(node, "real"));
        return Scalar.of(Json.text(node, "text"));
    }
}
