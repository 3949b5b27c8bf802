package tare.conditions.store;

import tare.conditions.type.BankName;
import tare.core.bank.Bank;

/// A bank that wants to be stored.
///
/// @param content with the journal of how it was made
public record Candidate(BankName name, Bank content) {}
