package tare.detectors.pixel.gain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads the scan settings of a `calib.dat`, the file that drives the hardware.
///
/// Tokens are separated by white space, in a fixed order: `Mode:`, optional `SingleROC` and
/// `Parameters:`, `Rows:`, `Cols:`, then a VCal range (`VcalLow:`, `VcalHigh:` or `Vcal:` with
/// first, last and step) or nested scans (`VcalLow` or `VcalHigh`, then `Scan:`, `ScanValues:`,
/// `Set:`, `SetRelative:`), `Repeat:`, and `Rocs:` or `ToCalibrate:` with names to the end. A gain
/// scan steps VCal alone. Source: PixelCalibConfiguration.cc of CMSSW.
public final class CalibDat {
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Set<String> MODES = Set.of("GainCalibration", "unknown");

    private final String file;
    private final List<String> tokens = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();
    private int at;

    private CalibDat(String file, String text) {
        this.file = file;
        int line = 0;
        for (String content : text.lines().toList()) {
            line++;
            for (String token : SPACE.split(content.strip(), -1)) {
                if (token.isEmpty()) continue;
                tokens.add(token);
                lines.add(line);
            }
        }
    }

    /// @throws IOException naming file and line if the text is no gain scan
    public static GainScan parse(String file, String text) throws IOException {
        return new CalibDat(file, text).scan();
    }

    private GainScan scan() throws IOException {
        expect("Mode:");
        String mode = next("a mode");
        if (!MODES.contains(mode)) {
            throw wrong("mode " + mode + " is no gain scan, expected one of " + MODES);
        }
        skip("SingleROC");
        if (skip("Parameters:")) while (!peek().equals("Rows:")) next("Rows:");
        expect("Rows:");
        List<List<Integer>> rows = groups("Cols:");
        expect("Cols:");
        List<List<Integer>> columns = groups("Vcal");
        String vcalToken = next("VcalHigh:");
        VcalRange range = range(vcalToken);
        List<Integer> vcal = vcalToken.endsWith(":") ? steps(vcalToken) : scans(vcalToken);
        expect("Repeat:");
        int repeat = number();
        if (!peek().equals("Rocs:") && !peek().equals("ToCalibrate:")) {
            throw wrong("expected Rocs: or ToCalibrate:, got '" + next("Rocs:") + "'");
        }
        try {
            return new GainScan(vcal, range, repeat, columns, rows);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private VcalRange range(String token) throws IOException {
        return switch (token) {
            case "VcalLow:", "VcalLow" -> VcalRange.LOW;
            case "VcalHigh:", "VcalHigh", "Vcal:" -> VcalRange.HIGH;
            default -> throw wrong("expected VcalLow, VcalHigh or Vcal:, got '" + token + "'");
        };
    }

    private List<List<Integer>> groups(String end) throws IOException {
        var groups = new ArrayList<List<Integer>>();
        var group = new ArrayList<Integer>();
        while (!peek().startsWith(end)) {
            if (skip("*")) continue;
            if (skip("|")) {
                groups.add(List.copyOf(group));
                group.clear();
            } else {
                group.add(number());
            }
        }
        groups.add(List.copyOf(group));
        return groups;
    }

    private List<Integer> scans(String range) throws IOException {
        List<Integer> vcal = null;
        while (!peek().equals("Repeat:")) {
            String kind = next("Scan:");
            switch (kind) {
                case "Scan:", "ScanValues:" -> {
                    String dac = next("a DAC");
                    if (!dac.equalsIgnoreCase("Vcal") || vcal != null) {
                        throw wrong("a gain scan steps Vcal once and nothing else, got " + dac);
                    }
                    vcal = kind.equals("Scan:") ? steps(dac) : values();
                }
                case "Set:", "SetRelative:" -> {
                    next("a DAC");
                    next("a value");
                }
                default ->
                        throw wrong(
                                "expected Scan:, ScanValues:, Set: or Repeat:, got '" + kind + "'");
            }
        }
        if (vcal == null) throw wrong("no Scan: of Vcal between " + range + " and Repeat:");
        return vcal;
    }

    private List<Integer> steps(String dac) throws IOException {
        int first = number();
        int last = number();
        int step = number();
        if (skip("mix")) {
            throw wrong(
                    dac
                            + " is mixed: each ROC then has its own order of charges, which hits do not tell");
        }
        if (step < 1 || last < first || (last - first) / step >= GainScan.MAX_POINTS) {
            throw wrong("no scan from " + first + " to " + last + " in steps of " + step);
        }
        var values = new ArrayList<Integer>();
        for (int value = first; value <= last; value += step) values.add(value);
        return values;
    }

    private List<Integer> values() throws IOException {
        var values = new ArrayList<Integer>();
        while (!skip("-1")) values.add(number());
        return values;
    }

    private void expect(String token) throws IOException {
        String got = next(token);
        if (!got.equals(token)) throw wrong("expected " + token + ", got '" + got + "'");
    }

    private boolean skip(String token) throws IOException {
        boolean present = peek().equals(token);
        if (present) at++;
        return present;
    }

    private String peek() throws IOException {
        if (at == tokens.size()) throw wrong("the file ends too early");
        return tokens.get(at);
    }

    private String next(String wanted) throws IOException {
        if (at == tokens.size()) throw wrong("the file ends where " + wanted + " should be");
        return tokens.get(at++);
    }

    private int number() throws IOException {
        String token = next("a number");
        if (!token.matches("\\d{1,6}")) throw wrong("expected a number, got '" + token + "'");
        return Integer.parseInt(token);
    }

    /// Names the line of the token that was taken last.
    private IOException wrong(String what) {
        int line = lines.isEmpty() ? 1 : lines.get(Math.max(at - 1, 0));
        return new IOException(file + ":" + line + ": " + what);
    }
}
