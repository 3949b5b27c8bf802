package tare.export.table;

import java.io.IOException;
import java.util.List;

/// A CSV file is not the bank that was asked for. The message names the file and every problem's
/// line, up to a limit; nothing was read.
public final class BankCsvException extends IOException {
    private static final long serialVersionUID = 1;

    BankCsvException(String source, List<String> problems, long more) {
        super(
                source
                        + " is not usable: "
                        + String.join("; ", problems)
                        + (more > 0 ? "; and " + more + " problems more" : ""));
    }
}
