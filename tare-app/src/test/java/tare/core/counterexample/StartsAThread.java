package tare.core.counterexample;

import org.slf4j.Logger;

public record StartsAThread(Thread thread, Logger library) {}
