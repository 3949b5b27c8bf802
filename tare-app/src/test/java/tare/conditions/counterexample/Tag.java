package tare.conditions.counterexample;

public record Tag(String name) {}
