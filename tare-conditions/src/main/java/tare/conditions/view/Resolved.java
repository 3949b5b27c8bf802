package tare.conditions.view;

import tare.core.bank.Bank;

/// A bank, and why it is this one.
///
/// @param bank with the journal under which it was stored
public record Resolved(Bank bank, Entry entry) {}
