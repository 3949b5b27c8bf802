package tare.core.operation;

/// What to do with a relative bank and a bank that is not its base.
public enum BaseCheck {
    /// Refuse: relative constants on an already relative base are wrong and look right.
    STRICT,
    /// Do it; the journal says so.
    FORCED
}
