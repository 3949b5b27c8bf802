package tare.core.counterexample;

public record PixelGain(double gain) {}
