package tare.calibrate.counterexample;

import java.nio.ByteBuffer;

public record OpensAFile(ByteBuffer bytes) {}
