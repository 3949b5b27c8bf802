package tare.conditions.type;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import tare.conditions.json.BankJson;
import tare.conditions.json.Json;
import tare.core.channel.ChannelFlag;
import tare.core.channel.Condition;
import tare.core.channel.Quality;
import tare.core.time.TimeAxis;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A calibration type as JSON:
///
/// ```json
/// {"name":"gain","axis":"RUN","layout":{…},"idScheme":{…},"checks":[
///  {"range":"pedestal","min":0.0,"max":255.0,"bit":0},{"difference":"gain","max":0.5}],
///  "limit":{"fewerThan":100},"bankLimits":{"7":{"fewerThan":3}},"detector":"dirc",
///  "verify":{"checks":[…],"limit":{…}},"verdictMask":3,
///  "markings":[{"mask":1,"bits":1,"quality":"BAD","condition":"DEAD"}],
///  "missingReference":"FAIL","failingChannels":"REPLACE","skipBadIn":"dirc-status",
///  "merging":[{"type":"dirc-ped","mask":1,"bits":1,"quality":"BAD","condition":"DEAD"}],
///  "dataLayer":{…}}
/// ```
///
/// Everything after `limit` is left out where it says what is so without it, so that types of
/// earlier versions of this program keep their text and with it their identity. Without `verify`,
/// verification has the cuts of validation.
final class TypeJson {
    private TypeJson() {}

    static String write(CalibrationType type) {
        ObjectNode node = Json.object().put("name", type.name()).put("axis", type.axis().name());
        node.set("layout", BankJson.layout(type.layout()));
        node.set("idScheme", BankJson.scheme(type.idScheme()));
        putTable(node, type.validation());
        if (type.isOfDetector()) node.put("detector", type.detector());
        if (!type.verification().equals(type.validation())) {
            ObjectNode verify = Json.object();
            putTable(verify, type.verification());
            node.set("verify", verify);
        }
        putFlagging(node, type.flagging());
        putPolicy(node, type.policy());
        if (!type.merging().equals(StatusTable.EMPTY)) {
            node.set("merging", Json.array(type.merging().rules(), TypeJson::rule));
        }
        type.dataLayer().ifPresent(shared -> node.set("dataLayer", BankJson.layout(shared)));
        return Json.write(node);
    }

    private static void putTable(ObjectNode node, CutTable table) {
        node.set("checks", Json.array(table.cuts(), CheckJson::write));
        node.set("limit", CheckJson.limit(table.limit()));
        if (table.limitsOfBanks().isEmpty()) return;
        ObjectNode limits = Json.object();
        table.limitsOfBanks()
                .forEach((bank, limit) -> limits.set(bank.toString(), CheckJson.limit(limit)));
        node.set("bankLimits", limits);
    }

    private static void putFlagging(ObjectNode node, Flagging flagging) {
        if (flagging.verdictMask() != ChannelFlag.PUBLIC_MASK) {
            node.put("verdictMask", flagging.verdictMask());
        }
        if (!flagging.markings().isEmpty()) {
            node.set("markings", Json.array(flagging.markings(), TypeJson::marking));
        }
    }

    private static void putPolicy(ObjectNode node, Policy policy) {
        if (policy.missingReference() != Policy.MissingReference.WARN) {
            node.put("missingReference", policy.missingReference().name());
        }
        if (policy.failingChannels() != Policy.FailingChannels.KEEP) {
            node.put("failingChannels", policy.failingChannels().name());
        }
        if (!policy.skipBadIn().isEmpty()) node.put("skipBadIn", policy.skipBadIn());
    }

    private static ObjectNode marking(Marking marking) {
        return Json.object()
                .put("mask", marking.mask())
                .put("bits", marking.bits())
                .put("quality", marking.quality().name())
                .put("condition", marking.condition().name());
    }

    private static ObjectNode rule(StatusRule rule) {
        ObjectNode node = Json.object().put("type", rule.type());
        node.setAll(marking(rule.marking()));
        return node;
    }

    static CalibrationType read(String json) {
        JsonNode node = Json.read(json);
        String name = Json.text(node, "name");
        CutTable validation = table(node);
        return new CalibrationType(
                name,
                node.has("detector") ? Json.text(node, "detector") : "",
                BankJson.layout(Json.property(node, "layout")),
                BankJson.scheme(Json.property(node, "idScheme")),
                Json.constant(node, "axis", TimeAxis.class),
                validation,
                node.has("verify") ? table(Json.property(node, "verify")) : validation,
                flagging(node),
                policy(node),
                node.has("merging")
                        ? new StatusTable(Json.list(node, "merging", TypeJson::rule))
                        : StatusTable.EMPTY,
                node.has("dataLayer")
                        ? Optional.of(BankJson.layout(Json.property(node, "dataLayer")))
                        : Optional.empty());
    }

    private static CutTable table(JsonNode node) {
        CutTable table =
                new CutTable(
                        Json.list(node, "checks", CheckJson::read),
                        CheckJson.limit(Json.property(node, "limit")),
                        new TreeMap<>());
        if (!node.has("bankLimits")) return table;
        for (var limit : Json.property(node, "bankLimits").properties()) {
            table =
                    table.withLimit(
                            Integer.parseInt(limit.getKey()), CheckJson.limit(limit.getValue()));
        }
        return table;
    }

    private static Flagging flagging(JsonNode node) {
        return new Flagging(
                node.has("verdictMask")
                        ? Json.integer(node, "verdictMask")
                        : ChannelFlag.PUBLIC_MASK,
                node.has("markings") ? Json.list(node, "markings", TypeJson::marking) : List.of());
    }

    private static Policy policy(JsonNode node) {
        return new Policy(
                node.has("missingReference")
                        ? Json.constant(node, "missingReference", Policy.MissingReference.class)
                        : Policy.MissingReference.WARN,
                node.has("failingChannels")
                        ? Json.constant(node, "failingChannels", Policy.FailingChannels.class)
                        : Policy.FailingChannels.KEEP,
                node.has("skipBadIn") ? Json.text(node, "skipBadIn") : "");
    }

    private static Marking marking(JsonNode node) {
        return new Marking(
                Json.integer(node, "mask"),
                Json.integer(node, "bits"),
                Json.constant(node, "quality", Quality.class),
                Json.constant(node, "condition", Condition.class));
    }

    private static StatusRule rule(JsonNode node) {
        return new StatusRule(Json.text(node, "type"), marking(node));
    }
}
