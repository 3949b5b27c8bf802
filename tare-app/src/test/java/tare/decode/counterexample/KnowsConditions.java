package tare.decode.counterexample;

import tare.conditions.counterexample.Tag;

public record KnowsConditions(Tag tag) {}
