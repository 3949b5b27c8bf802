package tare.conditions.type;

import tare.conditions.json.BankJson;
import tare.conditions.json.Json;
import tare.core.time.TimeAxis;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A calibration type as JSON:
///
/// ```json
/// {"name":"gain","axis":"RUN","layout":{…},"idScheme":{…},"checks":[
///  {"range":"pedestal","min":0.0,"max":255.0},{"difference":"gain","max":0.5},
///  {"flagMask":3,"bits":0},{"bad":{"fewerThanFraction":0.01}}],"limit":{"fewerThan":100}}
/// ```
final class TypeJson {
    private TypeJson() {}

    static String write(CalibrationType type) {
        ObjectNode node = Json.object().put("name", type.name()).put("axis", type.axis().name());
        node.set("layout", BankJson.layout(type.layout()));
        node.set("idScheme", BankJson.scheme(type.idScheme()));
        node.set("checks", Json.array(type.checks(), TypeJson::check));
        node.set("limit", limit(type.limit()));
        return Json.write(node);
    }

    static CalibrationType read(String json) {
        JsonNode node = Json.read(json);
        return new CalibrationType(
                Json.text(node, "name"),
                BankJson.layout(Json.property(node, "layout")),
                BankJson.scheme(Json.property(node, "idScheme")),
                Json.constant(node, "axis", TimeAxis.class),
                Json.list(node, "checks", TypeJson::check),
                limit(Json.property(node, "limit")));
    }

    private static ObjectNode check(Check check) {
        ObjectNode node = Json.object();
        switch (check) {
            case Check.Range(String field, double min, double max) -> {
                node.put("range", field);
                Json.putReal(node, "min", min);
                Json.putReal(node, "max", max);
            }
            case Check.Difference(String field, double max) -> {
                node.put("difference", field);
                Json.putReal(node, "max", max);
            }
            case Check.FlagRequired(int mask, int bits) ->
                    node.put("flagMask", mask).put("bits", bits);
            case Check.BadChannels(FailureLimit limit) -> node.set("bad", limit(limit));
        }
        return node;
    }

    private static Check check(JsonNode node) {
        if (node.has("range")) {
            return new Check.Range(
                    Json.text(node, "range"), Json.real(node, "min"), Json.real(node, "max"));
        }
        if (node.has("difference")) {
            return new Check.Difference(Json.text(node, "difference"), Json.real(node, "max"));
        }
        if (node.has("flagMask")) {
            return new Check.FlagRequired(
                    Json.integer(node, "flagMask"), Json.integer(node, "bits"));
        }
        if (node.has("bad")) return new Check.BadChannels(limit(Json.property(node, "bad")));
        throw new IllegalArgumentException(
                "a check that this program does not know, use a newer one: " + node);
    }

    private static ObjectNode limit(FailureLimit limit) {
        return switch (limit) {
            case FailureLimit.FewerThan(int channels) -> Json.object().put("fewerThan", channels);
            case FailureLimit.FewerThanFraction(double fraction) ->
                    Json.object().put("fewerThanFraction", fraction);
        };
    }

    private static FailureLimit limit(JsonNode node) {
        return node.has("fewerThan")
                ? new FailureLimit.FewerThan(Json.integer(node, "fewerThan"))
                : new FailureLimit.FewerThanFraction(Json.real(node, "fewerThanFraction"));
    }
}
