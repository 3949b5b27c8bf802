package tare.detectors.pixel.gain;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the name of a dump says: `GainCalibration_<FED>_<RUN>.dmp`.
///
/// @param fed empty if the name has another form
/// @param run empty if the name has another form
record DumpName(OptionalInt fed, OptionalLong run) {
    private static final Pattern FORM = Pattern.compile(".*_(\\d{1,4})_(\\d{1,9})\\.dmp");

    static DumpName of(Path path) {
        Matcher name = FORM.matcher(String.valueOf(path.getFileName()));
        if (!name.matches()) return new DumpName(OptionalInt.empty(), OptionalLong.empty());
        return new DumpName(
                OptionalInt.of(Integer.parseInt(name.group(1))),
                OptionalLong.of(Long.parseLong(name.group(2))));
    }
}
