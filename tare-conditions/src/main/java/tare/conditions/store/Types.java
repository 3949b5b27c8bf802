package tare.conditions.store;

import java.util.List;
import java.util.Optional;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.DetectorDefinition;
import tare.conditions.type.Subsystem;
import tare.conditions.type.TypeVersion;
import tare.core.journal.Author;
import tare.core.result.Result;

/// The detectors and calibration types of a store. They are added, changed and retired, each time
/// as a commit at the time of the store's clock; they are never removed.
///
/// Order: a detector's definition and its status type come first, together; then its other types;
/// then banks. A bench type, which belongs to no detector, needs no ceremony: the first campaign
/// that brings it stores it.
public interface Types {
    /// A type as it is now.
    ///
    /// @param retired whether nothing new is stored under it
    record Known(TypeVersion version, CalibrationType content, boolean retired) {}

    /// Defines a detector, with the type of its general status as its first object. Needs
    /// [Role#BOOTSTRAP].
    ///
    /// @return the sequence of the commit; or `NOT_AUTHORISED`, or `CONFLICT` if the store has a
    ///     definition of this detector, the same or another
    Result<Long> initSubsystem(
            DetectorDefinition definition,
            CalibrationType statusType,
            Author author,
            String why,
            Authorisation authorisation);

    /// Makes sure that a detector is defined and all its types are there; what is missing is added,
    /// in one commit, which needs [Role#BOOTSTRAP]. A type of which the store has another content
    /// is left alone, with a warning.
    ///
    /// @return whether something was added; or `CONFLICT` if the store's definition is another
    Result<Boolean> ensure(Subsystem subsystem, Author author, Authorisation authorisation);

    /// Gives a type a new content, validated by the newest stored one of that name. The first of a
    /// name needs [Role#BOOTSTRAP], others [Role#TYPES].
    ///
    /// @return its version, also if this content is the newest already; or a failure, among them
    ///     `CONFLICT` if somebody else changed the type meanwhile, or if the store's clock reads
    ///     earlier than the newest change of a type
    Result<TypeVersion> store(TypeChange change);

    /// Ends a type: what is stored stays, nothing new comes. Needs [Role#TYPES].
    ///
    /// @return the sequence of the commit
    Result<Long> retire(String name, Author author, String why, Authorisation authorisation);

    /// All types, by name, as they are now.
    List<Known> all();

    Optional<Known> newest(String name);

    /// All detectors, by name.
    List<DetectorDefinition> definitions();

    Optional<DetectorDefinition> definition(String detector);
}
