package tare.conditions.store;

import java.time.Instant;
import java.util.Optional;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.OverrideRequest;
import tare.conditions.type.SystemDefinition;
import tare.core.journal.Author;
import tare.core.time.Moment;

/// Candidates of one type that are stored together or not at all.
///
/// @param tag where; created if there is none of that name
/// @param since from when they hold
/// @param candidates gone through once, in order, so that banks need not be in memory together;
///     each bank once
/// @param system the detector's banks as the program knows them; those of a type that belongs to a
///     detector must be as in the store, which needs no telling
/// @param author who submits, by which program
/// @param why may be empty
/// @param when passed in: no clock is read here; if journals of candidates have later entries, the
///     latest of those counts
/// @param override to accept what fails in content
public record Campaign(
        String tag,
        CalibrationType type,
        Moment since,
        Iterable<Candidate> candidates,
        Optional<SystemDefinition> system,
        Author author,
        String why,
        Instant when,
        Authorisation authorisation,
        Optional<OverrideRequest> override) {
    public Campaign {
        if (tag.isBlank()) throw new IllegalArgumentException("a campaign needs a tag");
        if (since.axis() != type.axis()) {
            throw new IllegalArgumentException(
                    "type "
                            + type.name()
                            + " is valid on axis "
                            + type.axis()
                            + ", got a begin on axis "
                            + since.axis());
        }
    }

    /// Of somebody without special rights, who wants nothing overridden.
    public Campaign(
            String tag,
            CalibrationType type,
            Moment since,
            Iterable<Candidate> candidates,
            Optional<SystemDefinition> system,
            Author author,
            String why,
            Instant when) {
        this(
                tag,
                type,
                since,
                candidates,
                system,
                author,
                why,
                when,
                Authorisation.NONE,
                Optional.empty());
    }

    /// As somebody who was granted this.
    public Campaign as(Authorisation granted) {
        return new Campaign(
                tag, type, since, candidates, system, author, why, when, granted, override);
    }

    /// Content that fails is to be accepted; needs [Role#OVERRIDE].
    ///
    /// @param reason stored for ever, under the author's name
    public Campaign overriding(String reason) {
        return new Campaign(
                tag,
                type,
                since,
                candidates,
                system,
                author,
                why,
                when,
                authorisation,
                Optional.of(new OverrideRequest(reason, author.who())));
    }
}
