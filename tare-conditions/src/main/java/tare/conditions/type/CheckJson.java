package tare.conditions.type;

import java.util.EnumSet;
import java.util.TreeMap;
import tare.conditions.json.Json;
import tare.core.channel.FitStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A cut as JSON; its first property tells the check. `bit` is left out where there is none.
///
/// ```json
/// {"range":"pedestal","min":0.0,"max":255.0,"bit":0}
/// {"difference":"gain","max":0.5}
/// {"relativeDifference":"gain","max":0.1}
/// {"significance":"mean","error":"mean_error","max":5.0}
/// {"significance":"mean","rms":"rms","entries":"n","max":5.0}
/// {"minimumEntries":10,"field":"n"}
/// {"fitStatus":["OK","POOR_CHI2"]}
/// {"flagMask":3,"bits":0}
/// {"bad":{"fewerThanFraction":0.01}}
/// {"rule":"smooth","version":1,"parameters":{"window":"5"}}
/// ```
///
/// `entries` and `field` are left out where the header's pulses count.
final class CheckJson {
    private CheckJson() {}

    static ObjectNode write(Cut cut) {
        ObjectNode node = Json.object();
        put(node, cut.check());
        if (cut.publicBit() != Cut.NO_BIT) node.put("bit", cut.publicBit());
        return node;
    }

    private static void put(ObjectNode node, Check check) {
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
            case Check.RelativeDifference(String field, double max) -> {
                node.put("relativeDifference", field);
                Json.putReal(node, "max", max);
            }
            case Check.Significance(String field, Uncertainty error, double max) -> {
                node.put("significance", field);
                put(node, error);
                Json.putReal(node, "max", max);
            }
            case Check.MinimumEntries(String field, long least) -> {
                node.put("minimumEntries", least);
                putUnlessEmpty(node, "field", field);
            }
            case Check.FitStatusIn(var allowed) -> {
                var names = node.putArray("fitStatus");
                allowed.forEach(status -> names.add(status.name()));
            }
            case Check.FlagRequired(int mask, int bits) ->
                    node.put("flagMask", mask).put("bits", bits);
            case Check.BadChannels(FailureLimit limit) -> node.set("bad", limit(limit));
            case Check.Plugin(String rule, int version, var parameters) -> {
                node.put("rule", rule).put("version", version);
                ObjectNode values = Json.object();
                parameters.forEach(values::put);
                node.set("parameters", values);
            }
        }
    }

    private static void put(ObjectNode node, Uncertainty error) {
        switch (error) {
            case Uncertainty.OfField(String field) -> node.put("error", field);
            case Uncertainty.OfMean(String rms, String entries) -> {
                node.put("rms", rms);
                putUnlessEmpty(node, "entries", entries);
            }
        }
    }

    private static void putUnlessEmpty(ObjectNode node, String name, String text) {
        if (!text.isEmpty()) node.put(name, text);
    }

    static Cut read(JsonNode node) {
        return new Cut(check(node), node.has("bit") ? Json.integer(node, "bit") : Cut.NO_BIT);
    }

    private static Check check(JsonNode node) {
        if (node.has("range")) {
            return new Check.Range(
                    Json.text(node, "range"), Json.real(node, "min"), Json.real(node, "max"));
        }
        if (node.has("difference")) {
            return new Check.Difference(Json.text(node, "difference"), Json.real(node, "max"));
        }
        if (node.has("relativeDifference")) {
            return new Check.RelativeDifference(
                    Json.text(node, "relativeDifference"), Json.real(node, "max"));
        }
        if (node.has("significance")) {
            return new Check.Significance(
                    Json.text(node, "significance"), uncertainty(node), Json.real(node, "max"));
        }
        if (node.has("minimumEntries")) {
            return new Check.MinimumEntries(
                    textOrEmpty(node, "field"), Json.whole(node, "minimumEntries"));
        }
        return checkOfFlags(node);
    }

    private static Check checkOfFlags(JsonNode node) {
        if (node.has("fitStatus")) return fitStatus(node);
        if (node.has("flagMask")) {
            return new Check.FlagRequired(
                    Json.integer(node, "flagMask"), Json.integer(node, "bits"));
        }
        if (node.has("bad")) return new Check.BadChannels(limit(Json.property(node, "bad")));
        if (node.has("rule")) {
            var parameters = new TreeMap<String, String>();
            JsonNode values = Json.property(node, "parameters");
            values.properties()
                    .forEach(it -> parameters.put(it.getKey(), Json.text(values, it.getKey())));
            return new Check.Plugin(
                    Json.text(node, "rule"), Json.integer(node, "version"), parameters);
        }
        throw new IllegalArgumentException(
                "a check that this program does not know, use a newer one: " + node);
    }

    private static Check fitStatus(JsonNode node) {
        var allowed = EnumSet.noneOf(FitStatus.class);
        for (JsonNode name : Json.property(node, "fitStatus")) {
            ObjectNode one = Json.object();
            one.set("fitStatus", name);
            allowed.add(Json.constant(one, "fitStatus", FitStatus.class));
        }
        return new Check.FitStatusIn(allowed);
    }

    private static Uncertainty uncertainty(JsonNode node) {
        return node.has("error")
                ? new Uncertainty.OfField(Json.text(node, "error"))
                : new Uncertainty.OfMean(Json.text(node, "rms"), textOrEmpty(node, "entries"));
    }

    private static String textOrEmpty(JsonNode node, String name) {
        return node.has(name) ? Json.text(node, name) : "";
    }

    static ObjectNode limit(FailureLimit limit) {
        return switch (limit) {
            case FailureLimit.FewerThan(int channels) -> Json.object().put("fewerThan", channels);
            case FailureLimit.FewerThanFraction(double fraction) ->
                    Json.object().put("fewerThanFraction", fraction);
        };
    }

    static FailureLimit limit(JsonNode node) {
        return node.has("fewerThan")
                ? new FailureLimit.FewerThan(Json.integer(node, "fewerThan"))
                : new FailureLimit.FewerThanFraction(Json.real(node, "fewerThanFraction"));
    }
}
