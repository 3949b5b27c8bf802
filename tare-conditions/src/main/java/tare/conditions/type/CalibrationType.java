package tare.conditions.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tare.core.bank.BankLayout;
import tare.core.channel.FieldScheme;
import tare.core.hash.Sha256;
import tare.core.operation.Indirection;
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
/// @param dataLayer layout of the values that all banks of this type share, as bank
///     [BankName#DATA_LAYER]; the banks themselves then have layout [Indirection#INDEX]. Cuts on
///     its fields judge the data layer, all others the index layers. Empty for ordinary types
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
        StatusTable merging,
        Optional<BankLayout> dataLayer) {
    public CalibrationType {
        if (name.isBlank()) throw new IllegalArgumentException("a calibration type needs a name");
        dataLayer.ifPresent(shared -> requireIndirect(layout, shared));
        for (CutTable table : List.of(validation, verification)) {
            for (Check check : table.checks()) {
                Fields.require(
                        dataLayer.filter(shared -> Fields.isOn(shared, check)).orElse(layout),
                        check);
            }
        }
    }

    private static void requireIndirect(BankLayout layout, BankLayout shared) {
        if (!layout.equals(Indirection.INDEX)) {
            throw new IllegalArgumentException(
                    "a type with a data layer has banks of layout "
                            + Indirection.INDEX
                            + ", not "
                            + layout);
        }
        if (Fields.has(shared, Indirection.INDEX.fields().getFirst().name())) {
            throw new IllegalArgumentException("a data layer has no field named index");
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
                StatusTable.EMPTY,
                Optional.empty());
    }

    /// A bench type whose banks share values, with one table of cuts for both tests.
    ///
    /// @param values layout of the data layer
    /// @param idScheme of the channels, which is that of the index layers
    /// @param cuts on fields of the data layer, or on index layers
    public static CalibrationType sharing(
            String name, BankLayout values, FieldScheme idScheme, TimeAxis axis, CutTable cuts) {
        return new CalibrationType(
                name,
                "",
                Indirection.INDEX,
                idScheme,
                axis,
                cuts,
                cuts,
                Flagging.PLAIN,
                Policy.LENIENT,
                StatusTable.EMPTY,
                Optional.of(values));
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
                merging,
                dataLayer);
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
                merging,
                dataLayer);
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
                merging,
                dataLayer);
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
                merging,
                dataLayer);
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
                other,
                dataLayer);
    }

    /// Whether its banks are index layers above one data layer.
    public boolean isIndirect() {
        return dataLayer.isPresent();
    }

    /// What a bank must be like: this type, or the part of an indirect one that is about the layer.
    /// An index is never taken from a reference, for it means another value there.
    public CalibrationType layer(BankName bank) {
        if (dataLayer.isEmpty()) return this;
        BankLayout shared = dataLayer.get();
        boolean isData = bank.isDataLayer();
        return new CalibrationType(
                name,
                detector,
                isData ? shared : layout,
                isData ? Indirection.ENTRIES : idScheme,
                axis,
                validation.only(check -> isData == Fields.isOn(shared, check)),
                verification.only(check -> isData == Fields.isOn(shared, check)),
                flagging,
                isData ? policy : policy.with(Policy.FailingChannels.KEEP),
                merging,
                Optional.empty());
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
                        objection("layout's name", layout.name(), next.layout.name()),
                        objection("data layer", sharedName(), next.sharedName()))
                .filter(text -> !text.isEmpty())
                .forEach(objections::add);
        objectToLayout(layout, next.layout, objections);
        if (isIndirect() && next.isIndirect()) {
            objectToLayout(dataLayer.get(), next.dataLayer.get(), objections);
        }
        return objections;
    }

    private String sharedName() {
        return dataLayer.map(BankLayout::name).orElse("none");
    }

    private static void objectToLayout(BankLayout now, BankLayout next, List<String> objections) {
        boolean sameFields = now.fields().equals(next.fields());
        int step = Integer.compare(next.version(), now.version());
        if (!sameFields && step <= 0) {
            objections.add("other fields need a layout version above " + now.version());
        }
        if (sameFields && step < 0) objections.add("the layout's version goes back");
    }

    private static String objection(String what, Object now, Object then) {
        return now.equals(then) ? "" : "the " + what + " is " + now + ", not " + then;
    }
}
