package tare.conditions.type;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tare.core.bank.BankLayout;
import tare.core.channel.FieldScheme;
import tare.core.hash.Sha256;
import tare.core.time.TimeAxis;

/// What a kind of constants looks like and what it must satisfy. Immutable, versioned data: the
/// store keeps every content a name ever had, and each stored bank names the one that let it in.
///
/// @param detector whose definition its banks follow; empty for a bench type, which belongs to none
/// @param idScheme which also is the level of the ids: module, chip or channel
/// @param axis the kind of time on which these constants are valid
/// @param validation is a candidate fit to replace what holds?
/// @param verification does what holds still agree with a candidate?
/// @param flagging what the public bits mean that these tests set
/// @param merging for the type of a detector's general status: how flags of other types become it
public record CalibrationType(
        String name,
        String detector,
        BankLayout layout,
        FieldScheme idScheme,
        TimeAxis axis,
        CutTable validation,
        CutTable verification,
        Flagging flagging,
        Policy policy,
        StatusTable merging) {
    public CalibrationType {
        if (name.isBlank()) throw new IllegalArgumentException("a calibration type needs a name");
        for (CutTable table : List.of(validation, verification)) {
            table.checks().forEach(check -> Fields.require(layout, check));
        }
    }

    /// A bench type with one table of cuts for both tests, which leaves flags alone and warns where
    /// there is no reference.
    ///
    /// @param limit of channels of one bank that may fail any of the checks
    public CalibrationType(
            String name,
            BankLayout layout,
            FieldScheme idScheme,
            TimeAxis axis,
            List<Check> checks,
            FailureLimit limit) {
        this(name, layout, idScheme, axis, CutTable.of(checks, limit));
    }

    /// A bench type with one table of cuts for both tests.
    public CalibrationType(
            String name, BankLayout layout, FieldScheme idScheme, TimeAxis axis, CutTable cuts) {
        this(
                name,
                "",
                layout,
                idScheme,
                axis,
                cuts,
                cuts,
                Flagging.PLAIN,
                Policy.LENIENT,
                StatusTable.EMPTY);
    }

    /// As a type of a detector.
    public CalibrationType of(String ofDetector) {
        return new CalibrationType(
                name,
                ofDetector,
                layout,
                idScheme,
                axis,
                validation,
                verification,
                flagging,
                policy,
                merging);
    }

    /// With other cuts for verification.
    public CalibrationType verifiedBy(CutTable other) {
        return new CalibrationType(
                name,
                detector,
                layout,
                idScheme,
                axis,
                validation,
                other,
                flagging,
                policy,
                merging);
    }

    public CalibrationType with(Flagging other) {
        return new CalibrationType(
                name,
                detector,
                layout,
                idScheme,
                axis,
                validation,
                verification,
                other,
                policy,
                merging);
    }

    public CalibrationType with(Policy other) {
        return new CalibrationType(
                name,
                detector,
                layout,
                idScheme,
                axis,
                validation,
                verification,
                flagging,
                other,
                merging);
    }

    public CalibrationType with(StatusTable other) {
        return new CalibrationType(
                name,
                detector,
                layout,
                idScheme,
                axis,
                validation,
                verification,
                flagging,
                policy,
                other);
    }

    /// Whether it follows a detector's definition.
    public boolean isOfDetector() {
        return !detector.isEmpty();
    }

    /// Canonical JSON, the stored form.
    public String toJson() {
        return TypeJson.write(this);
    }

    /// The type of a stored form.
    ///
    /// @throws IllegalArgumentException if the text is no calibration type
    public static CalibrationType parse(String json) {
        return TypeJson.read(json);
    }

    /// Digest of the stored form.
    public Sha256 identity() {
        return Sha256.of(toJson());
    }

    /// Whether a test compares with the bank that held before.
    public boolean needsReference() {
        return validation.needsReference()
                || verification.needsReference()
                || policy.failingChannels() == Policy.FailingChannels.REPLACE;
    }

    /// Whether validation marks channels: some cut has a public bit.
    public boolean marks() {
        return validation.publicMask() != 0;
    }

    /// Why another content cannot be this type's next; empty if it can. Names, scheme and axis stay
    /// for ever, a layout changes with its version; a bench type may come to a detector.
    public List<String> objections(CalibrationType next) {
        var objections = new ArrayList<String>();
        Stream.of(
                        objection("name", name, next.name),
                        isOfDetector() ? objection("detector", detector, next.detector) : "",
                        objection("id scheme", idScheme, next.idScheme),
                        objection("axis", axis, next.axis),
                        objection("layout's name", layout.name(), next.layout.name()))
                .filter(text -> !text.isEmpty())
                .forEach(objections::add);
        boolean sameFields = layout.fields().equals(next.layout.fields());
        int step = Integer.compare(next.layout.version(), layout.version());
        if (!sameFields && step <= 0) {
            objections.add("other fields need a layout version above " + layout.version());
        }
        if (sameFields && step < 0) objections.add("the layout's version goes back");
        return objections;
    }

    private static String objection(String what, Object now, Object then) {
        return now.equals(then) ? "" : "the " + what + " is " + now + ", not " + then;
    }
}
