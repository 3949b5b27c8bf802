package tare.calibrate.graph;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tare.core.hash.Sha256;

/// What an interval's constants are made of: a digest of calibration, version, parameters, begin,
/// inputs, upstream payloads and the former run's payloads. Equal keys mean equal constants.
///
/// @param details the same in words, for the journal
record TaskKey(Sha256 base, SortedMap<String, String> details) {
    static TaskKey of(Calibration calibration, Task task) {
        var details = new TreeMap<String, String>();
        details.put("calibration", calibration.name());
        details.put("version", Integer.toString(calibration.version()));
        details.put("since", task.since().toString());
        calibration.parameters().forEach((name, value) -> details.put("parameter " + name, value));
        for (RunData input : task.inputs()) {
            details.put(
                    "input " + input.at() + " " + input.name() + " sha256", input.content().hex());
        }
        for (Map.Entry<String, List<Output>> upstream : task.upstream().entrySet()) {
            for (Output output : upstream.getValue()) put(details, upstream.getKey(), output);
        }
        task.former().ifPresent(former -> put(details, "former", former));
        return new TaskKey(digest(details), details);
    }

    private static void put(SortedMap<String, String> details, String role, Output output) {
        List<Sha256> payloads = output.payloads();
        for (int i = 0; i < payloads.size(); i++) {
            String bank = output.banks().get(i).entry().bank().name();
            details.put(
                    role + " since " + output.since() + " " + bank + " sha256",
                    payloads.get(i).hex());
        }
    }

    /// Lengths before texts keep ("ab", "c") and ("a", "bc") apart.
    private static Sha256 digest(SortedMap<String, String> details) {
        var text = new StringBuilder("calibration");
        details.forEach((name, value) -> append(append(text, name), value));
        return Sha256.of(text.toString());
    }

    private static StringBuilder append(StringBuilder text, String part) {
        return text.append('\n').append(part.length()).append(':').append(part);
    }

    /// The key of one iteration; each depends on the inputs only, by way of those before.
    Sha256 at(int iteration) {
        return Sha256.of(base.hex() + " iteration " + iteration);
    }
}
