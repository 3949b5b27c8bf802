package tare.trigger.dsm;

import tare.core.time.RunNumber;

/// A wire that holds from a run on, until the next row of the same channel.
public record WiringRow(Wire wire, RunNumber firstRun) {}
