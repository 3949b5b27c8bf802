package tare.detectors.pixel.lab;

import java.io.IOException;
import java.nio.file.Path;

/// A bench file is not what it should be; the message names file, line and remedy.
public final class LabFileException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int line;

    LabFileException(Path file, int line, String what) {
        super(file + ", line " + line + ": " + what);
        this.line = line;
    }

    /// The line at fault, from 1.
    public int line() {
        return line;
    }
}
