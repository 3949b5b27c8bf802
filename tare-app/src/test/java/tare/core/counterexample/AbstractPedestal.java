package tare.core.counterexample;

public interface AbstractPedestal {}
