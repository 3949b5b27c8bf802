package tare.conditions.store;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import tare.conditions.history.History;
import tare.conditions.view.Conditions;
import tare.conditions.view.GlobalView;
import tare.conditions.view.View;
import tare.core.time.Moment;

/// A conditions store, named by a URL: `sqlite:PATH`.
///
/// Append-only: a stored row is never changed; overwriting is a later row, and every view can be
/// taken as of an earlier commit. Thread-safe; several processes may use one store.
public interface ConditionsStore extends AutoCloseable {
    /// What [#init] found.
    enum Initialized {
        CREATED,
        WAS_THERE
    }

    /// Creates a store, or leaves the one that is there as it is.
    ///
    /// @throws IllegalArgumentException if the URL names no kind of store
    /// @throws StoreException if something else is in that place
    static Initialized init(String url) {
        return new SqliteFile(path(url)).init();
    }

    /// Opens a store that [#init] created.
    ///
    /// @throws IllegalArgumentException if the URL names no kind of store
    /// @throws StoreException if there is no store, or one of a newer version
    static ConditionsStore open(String url) {
        return open(url, InstantSource.system());
    }

    /// Opens a store by another clock than the system's.
    ///
    /// @param clock of the store: the time of commits that bear no time of their own
    /// @throws IllegalArgumentException as [#open(String)] does
    /// @throws StoreException as [#open(String)] does
    static ConditionsStore open(String url, InstantSource clock) {
        return new SqliteStore(new SqliteFile(path(url)), clock);
    }

    private static Path path(String url) {
        if (!url.startsWith("sqlite:") || url.equals("sqlite:")) {
            throw new IllegalArgumentException("a store is named sqlite:PATH, got '" + url + "'");
        }
        return Path.of(url.substring("sqlite:".length()));
    }

    /// Judges all candidates and, if all are accepted, stores those that are new, in one
    /// transaction.
    ///
    /// @throws IllegalArgumentException if the campaign has no candidates or a bank twice, or if
    ///     the tag holds another type
    /// @throws StoreException if the store cannot be written; nothing is stored then
    default Outcome submit(Campaign campaign) {
        return submit(List.of(campaign));
    }

    /// Several campaigns, of several types or tags or times, as one: one transaction, one commit,
    /// all of them or nothing. A later one is judged as if the earlier ones were stored.
    ///
    /// @param campaigns of one author; no two for the same tag and begin
    /// @throws IllegalArgumentException as [#submit(Campaign)] does
    /// @throws StoreException as [#submit(Campaign)] does
    Outcome submit(List<Campaign> campaigns);

    /// Brings a store of an older version to this one, in one transaction; leaves one of this
    /// version as it is.
    ///
    /// @return whether there was something to do
    /// @throws StoreException if there is no store, or one of a newer version
    static boolean upgrade(String url) {
        return new SqliteFile(path(url)).upgrade();
    }

    /// Asks whether what is valid at the campaign's begin still agrees with its candidates, by the
    /// type's cuts for verification. If all banks do, nothing needs to be stored, and a mark in the
    /// log says until when it held; if not, the rejections say which do not.
    ///
    /// @throws IllegalArgumentException if the campaign has no candidates
    Outcome verify(Campaign campaign);

    /// Ends the validity of banks.
    ///
    /// @return the sequence of the commit; empty if none of the banks was valid
    OptionalLong end(Ending ending);

    /// The view at a moment, as of the newest commit of any process.
    View view(Moment moment);

    /// The view at a moment, as of a commit.
    ///
    /// @param asOfSequence later commits do not show; 0 is the empty store
    /// @throws IllegalArgumentException if the store has not got that far
    View view(Moment moment, long asOfSequence);

    /// Everything valid at a moment under a global tag, as of the newest commit of any process.
    ///
    /// @throws tare.conditions.view.MissingConditionsException if there is no such global tag
    /// @throws IllegalArgumentException if its tags are on another axis
    GlobalView view(String globalTag, Moment moment);

    /// The same as of a commit.
    GlobalView view(String globalTag, Moment moment, long asOfSequence);

    /// The conditions of a job under a global tag, all as of the newest commit there is now.
    default Conditions conditions(String globalTag) {
        return conditions(globalTag, sequence());
    }

    /// The conditions of a job under a global tag, all as of one commit.
    default Conditions conditions(String globalTag, long asOfSequence) {
        return new Conditions(moment -> view(globalTag, moment, asOfSequence));
    }

    /// The newest commit; 0 if there is none.
    long sequence();

    History history();

    Types types();

    References references();

    GlobalTags globalTags();

    @Override
    void close();
}
