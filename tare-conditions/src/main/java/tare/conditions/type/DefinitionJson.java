package tare.conditions.type;

import java.util.ArrayList;
import java.util.List;
import tare.conditions.json.BankJson;
import tare.conditions.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A system definition as JSON; a bank's place in its list is its number:
///
/// ```json
/// {"detector":"dirc","divisions":[{"idScheme":{…},"banks":[
///  {"name":"sector 0","ids":[{"first":0,"steps":[{"count":896,"stride":1}]}]}]}]}
/// ```
final class DefinitionJson {
    private DefinitionJson() {}

    static String write(DetectorDefinition definition) {
        ObjectNode node = Json.object().put("detector", definition.detector());
        node.set("divisions", Json.array(definition.divisions(), DefinitionJson::division));
        return Json.write(node);
    }

    private static ObjectNode division(Division division) {
        ObjectNode node = Json.object();
        node.set("idScheme", BankJson.scheme(division.idScheme()));
        node.set("banks", Json.array(division.banks(), DefinitionJson::bank));
        return node;
    }

    private static ObjectNode bank(Division.DefinedBank bank) {
        ObjectNode node = Json.object().put("name", bank.name().name());
        node.set("ids", Json.array(bank.ids(), DefinitionJson::block));
        return node;
    }

    private static ObjectNode block(IdBlock block) {
        ObjectNode node = Json.object().put("first", block.first());
        if (!block.steps().isEmpty()) {
            node.set(
                    "steps",
                    Json.array(
                            block.steps(),
                            step ->
                                    Json.object()
                                            .put("count", step.count())
                                            .put("stride", step.stride())));
        }
        return node;
    }

    static DetectorDefinition read(String json) {
        JsonNode node = Json.read(json);
        return new DetectorDefinition(
                Json.text(node, "detector"),
                Json.list(node, "divisions", DefinitionJson::readDivision));
    }

    private static Division readDivision(JsonNode node) {
        var banks = new ArrayList<Division.DefinedBank>();
        for (JsonNode bank : Json.list(node, "banks", it -> it)) {
            banks.add(
                    new Division.DefinedBank(
                            new BankName(banks.size(), Json.text(bank, "name")),
                            Json.list(bank, "ids", DefinitionJson::readBlock)));
        }
        return new Division(BankJson.scheme(Json.property(node, "idScheme")), banks);
    }

    private static IdBlock readBlock(JsonNode node) {
        List<IdBlock.Step> steps =
                node.has("steps") ? Json.list(node, "steps", DefinitionJson::readStep) : List.of();
        return new IdBlock(Json.integer(node, "first"), steps);
    }

    private static IdBlock.Step readStep(JsonNode node) {
        return new IdBlock.Step(Json.integer(node, "count"), Json.integer(node, "stride"));
    }
}
