package tare.detectors.dirc;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import tare.core.hash.Sha256;

/// What is to be known of a TDC file that was calibrated.
///
/// @param frames whole frames, one per crate and flash
/// @param firstFlash smallest number of a flash
/// @param lastFlash largest number of a flash
/// @param firstRefusedOffset of a word that belongs to no whole frame [bytes]
public record TdcFacts(
        Path path,
        long bytes,
        Sha256 sha256,
        int frames,
        long firstFlash,
        long lastFlash,
        OptionalLong firstRefusedOffset) {
    /// For the journal.
    Map<String, String> details() {
        var details = new LinkedHashMap<String, String>();
        details.put("file", path.toString());
        details.put("bytes", Long.toString(bytes));
        details.put("sha256", sha256.hex());
        details.put("frames", Integer.toString(frames));
        details.put("flashes", firstFlash + ".." + lastFlash);
        firstRefusedOffset.ifPresent(at -> details.put("first_refused_byte", Long.toString(at)));
        return details;
    }
}
