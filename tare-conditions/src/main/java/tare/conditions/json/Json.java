package tare.conditions.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Canonical JSON: UTF-8, no white space, properties in the order in which the format class puts
/// them, each once; a real number in the shortest form that reads back the same, or one of the
/// texts `NaN`, `Infinity`, `-Infinity`.
///
/// Reading is strict: a missing property or one of another type is refused by name.
public final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static <T> ArrayNode array(Collection<T> values, Function<T, ObjectNode> one) {
        ArrayNode array = MAPPER.createArrayNode();
        values.forEach(value -> array.add(one.apply(value)));
        return array;
    }

    public static void putReal(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) node.put(name, value);
        else node.put(name, Double.toString(value));
    }

    public static String write(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    /// The value of a text.
    ///
    /// @throws IllegalArgumentException if the text is not JSON
    public static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /// One property of an object.
    ///
    /// @throws IllegalArgumentException if there is no such property
    public static JsonNode property(JsonNode node, String name) {
        JsonNode value = node.get(name);
        if (value == null) throw new IllegalArgumentException("no property '" + name + "'");
        return value;
    }

    public static String text(JsonNode node, String name) {
        JsonNode value = property(node, name);
        if (!value.isString()) throw wrong(name, "a text", value);
        return value.stringValue();
    }

    public static long whole(JsonNode node, String name) {
        JsonNode value = property(node, name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrong(name, "a whole number", value);
        }
        return value.longValue();
    }

    public static int integer(JsonNode node, String name) {
        long value = whole(node, name);
        if (value != (int) value) throw wrong(name, "a 32-bit number", property(node, name));
        return (int) value;
    }

    public static double real(JsonNode node, String name) {
        JsonNode value = property(node, name);
        if (value.isNumber()) return value.doubleValue();
        return switch (text(node, name)) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw wrong(name, "a real number", value);
        };
    }

    /// A constant of an enum by its name.
    public static <E extends Enum<E>> E constant(JsonNode node, String name, Class<E> type) {
        try {
            return Enum.valueOf(type, text(node, name));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + name + "' is " + node.get(name) + ", which is no " + type.getSimpleName(),
                    e);
        }
    }

    public static <T> List<T> list(JsonNode node, String name, Function<JsonNode, T> one) {
        JsonNode value = property(node, name);
        if (!value.isArray()) throw wrong(name, "a list", value);
        var list = new ArrayList<T>(value.size());
        for (JsonNode item : value) list.add(one.apply(item));
        return list;
    }

    private static IllegalArgumentException wrong(String name, String wanted, JsonNode value) {
        return new IllegalArgumentException("'" + name + "' must be " + wanted + ", is " + value);
    }
}
