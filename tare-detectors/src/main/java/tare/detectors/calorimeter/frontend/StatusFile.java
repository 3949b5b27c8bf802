package tare.detectors.calorimeter.frontend;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tare.core.result.Result;

/// Reads text files with the configuration of the barrel's trigger ("bemcStatus.txt").
///
/// A line says what it is by its first word, in any order; fields have white space between.
///
/// | line | fields |
/// |---|---|
/// | `#...` | comment |
/// | `SoftId` | id 1..4800, crate, sequence, status, two unused statuses, pedestal [ADC], patch
/// 0..299 |
/// | `TriggerPedestalShift` | shift [ADC] |
/// | `triggerPatch` | patch 0..299, crate, place, high-tower status, sum status, bit conversion
/// 0..3, formula, scale, pedestal, sigma, power up, two unused |
///
/// Strict: every tower, every patch and the shift must be there, once; a line that is too short or
/// out of range is refused with its number. Lines of no known kind are passed over with a warning.
/// Source: trigger specification 7, after StOnlineTriggerMonitoring.
public final class StatusFile {
    private StatusFile() {}

    /// Reads a file.
    ///
    /// @throws IOException if it cannot be read as text
    public static Result<BarrelTables> read(Path file) throws IOException {
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return read(text, file.toString());
        }
    }

    /// Reads text; `source` names it in messages.
    ///
    /// @throws IOException if the text cannot be read
    public static Result<BarrelTables> read(Reader text, String source) throws IOException {
        var rows = new StatusRows(source);
        var lines = new BufferedReader(text);
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            rows.add(number, line);
        }
        return rows.finish();
    }
}
