package tare.core.counterexample;

import java.nio.file.Path;

public record ReadsAFile(Path file) {}
