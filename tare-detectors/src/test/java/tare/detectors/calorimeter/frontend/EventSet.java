package tare.detectors.calorimeter.frontend;

import java.util.Arrays;
import java.util.List;
import tare.core.time.RunNumber;
import tare.detectors.calorimeter.frontend.BarrelTables.TableOrigin;
import tare.detectors.calorimeter.map.BarrelMap;
import tare.detectors.calorimeter.map.EndcapMap;
import tare.detectors.calorimeter.map.MapVariant;
import tools.jackson.databind.JsonNode;

/// One set of tables of the reference events: a run, what was configured, what is expected.
record EventSet(JsonNode json) {
    RunNumber run() {
        return new RunNumber(json.get("run").asLong());
    }

    boolean isText() {
        return json.get("mode").asString().equals("text");
    }

    String name() {
        return "run " + run() + ", " + json.get("mode").asString();
    }

    BarrelTables barrel() {
        return new BarrelTables(
                isText()
                        ? new TableOrigin.File(
                                BarrelMap.standard().patchOfTower(MapVariant.NOMINAL))
                        : new TableOrigin.Database(),
                json.get("pedestal_shift").asInt(),
                floats(json, "tower_pedestal"),
                ints(json, "tower_status"),
                new PatchTable(
                        ints(json, "ht_status"),
                        ints(json, "pa_status"),
                        ints(json, "bit_conversion"),
                        ints(json, "lut_formula"),
                        floats(json, "lut_scale"),
                        floats(json, "lut_ped"),
                        floats(json, "lut_sigma"),
                        floats(json, "lut_powerup")));
    }

    EndcapTables endcap() {
        boolean[] known = new boolean[EndcapMap.TOWERS];
        Arrays.fill(known, true);
        return new EndcapTables(
                floats(json, "eemc_pedestal"),
                ints(json, "eemc_stat"),
                ints(json, "eemc_fail"),
                known);
    }

    int[] expectedAtStart(String column) {
        return ints(json.get("expected_init"), column);
    }

    float[] expectedFloatsAtStart(String column) {
        return floats(json.get("expected_init"), column);
    }

    List<Event> events() {
        return json.get("events").valueStream().map(Event::new).toList();
    }

    /// One event: ADCs and what is expected of them.
    record Event(JsonNode json) {
        int[] adc(String detector) {
            return ints(json, detector + "_adc");
        }

        int[] expected(String column) {
            return ints(json.get("expected"), column);
        }
    }

    private static int[] ints(JsonNode node, String column) {
        return node.get(column).valueStream().mapToInt(JsonNode::asInt).toArray();
    }

    private static float[] floats(JsonNode node, String column) {
        JsonNode array = node.get(column);
        float[] values = new float[array.size()];
        for (int i = 0; i < values.length; i++) values[i] = (float) array.get(i).asDouble();
        return values;
    }
}
