-- A conditions store. Rows are added, never changed and never removed; triggers hold that.
-- Instants are ISO 8601 text, digests are 32 bytes, moments are integers on the tag's axis.

PRAGMA application_id = 1413567045; -- 'TARE'
PRAGMA user_version = 1;

-- Every content that a calibration type ever had, as canonical JSON.
CREATE TABLE calibration_type (
    id      INTEGER PRIMARY KEY,
    name    TEXT NOT NULL,
    version INTEGER NOT NULL,
    sha256  BLOB NOT NULL CHECK (length(sha256) = 32),
    json    TEXT NOT NULL,
    UNIQUE (name, version),
    UNIQUE (name, sha256)
);

-- Payload containers: in the body, or, where that is null, in the file <store>.payloads/aa/bb/<sha256>.
CREATE TABLE payload (
    id         INTEGER PRIMARY KEY,
    sha256     BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
    raw_len    INTEGER NOT NULL,
    stored_len INTEGER NOT NULL,
    body       BLOB
);

-- Journals under which payloads were stored, keyed by the hash of their newest entry.
CREATE TABLE journal (
    id   INTEGER PRIMARY KEY,
    head BLOB NOT NULL UNIQUE CHECK (length(head) = 32),
    json TEXT NOT NULL
);

CREATE TABLE tag (
    id        INTEGER PRIMARY KEY,
    name      TEXT NOT NULL UNIQUE COLLATE NOCASE,
    type_name TEXT NOT NULL,
    axis      TEXT NOT NULL
);

CREATE TABLE bank (
    tag_id INTEGER NOT NULL REFERENCES tag (id),
    bank   INTEGER NOT NULL,
    name   TEXT NOT NULL COLLATE NOCASE,
    PRIMARY KEY (tag_id, bank),
    UNIQUE (tag_id, name)
) WITHOUT ROWID;

-- The commits: a chain by hash, in which details hold a digest of the rows in iov.
CREATE TABLE log (
    seq       INTEGER PRIMARY KEY,
    tag_id    INTEGER NOT NULL REFERENCES tag (id),
    time      TEXT NOT NULL,
    who       TEXT NOT NULL,
    place     TEXT NOT NULL,
    action    TEXT NOT NULL,
    details   TEXT NOT NULL,
    why       TEXT NOT NULL,
    prev_hash BLOB NOT NULL CHECK (length(prev_hash) = 32),
    hash      BLOB NOT NULL CHECK (length(hash) = 32)
);
CREATE INDEX log_tag ON log (tag_id, seq);

-- From `since` on this payload holds, until the next `since`; without a payload nothing does.
-- Of rows with the same `since` the one with the highest `seq` counts.
CREATE TABLE iov (
    tag_id     INTEGER NOT NULL,
    bank       INTEGER NOT NULL,
    since      INTEGER NOT NULL,
    seq        INTEGER NOT NULL REFERENCES log (seq) DEFERRABLE INITIALLY DEFERRED,
    payload_id INTEGER REFERENCES payload (id),
    type_id    INTEGER NOT NULL REFERENCES calibration_type (id),
    journal_id INTEGER NOT NULL REFERENCES journal (id),
    PRIMARY KEY (tag_id, bank, since, seq),
    FOREIGN KEY (tag_id, bank) REFERENCES bank (tag_id, bank)
) WITHOUT ROWID;
CREATE INDEX iov_seq ON iov (seq);

CREATE TRIGGER calibration_type_update BEFORE UPDATE ON calibration_type BEGIN
    SELECT RAISE(ABORT, 'a conditions store is append-only');
END;
CREATE TRIGGER calibration_type_delete BEFORE DELETE ON calibration_type BEGIN
    SELECT RAISE(ABORT, 'a conditions store is append-only');
END;
CREATE TRIGGER payload_update BEFORE UPDATE ON payload BEGIN
    SELECT RAISE(ABORT, 'a conditions store is append-only');
END;
CREATE TRIGGER payload_delete BEFORE DELETE ON payload BEGIN
    SELECT RAISE(ABORT, 'a conditions store is append-only');
END;
CREATE TRIGGER journal_update BEFORE UPDATE ON journal BEGIN
    SELECT RAISE(ABORT, 'a conditions store is append-only');
END;
CREATE TRIGGER journal_delete BEFORE DELETE ON journal BEGIN
    SELECT RAISE(ABORT, 'a conditions store is append-only');
END;
CREATE TRIGGER tag_update BEFORE UPDATE ON tag BEGIN
    SELECT RAISE(ABORT, 'a conditions store is append-only');
END;
CREATE TRIGGER tag_delete BEFORE DELETE ON tag BEGIN
    SELECT RAISE(ABORT, 'a conditions store is append-only');
END;
CREATE TRIGGER bank_update BEFORE UPDATE ON bank BEGIN
    SELECT RAISE(ABORT, 'a conditions store is append-only');
END;
CREATE TRIGGER bank_delete BEFORE DELETE ON bank BEGIN
    SELECT RAISE(ABORT, 'a conditions store is append-only');
END;
CREATE TRIGGER log_update BEFORE UPDATE ON log BEGIN
    SELECT RAISE(ABORT, 'a conditions store is append-only');
END;
CREATE TRIGGER log_delete BEFORE DELETE ON log BEGIN
    SELECT RAISE(ABORT, 'a conditions store is append-only');
END;
CREATE TRIGGER iov_update BEFORE UPDATE ON iov BEGIN
    SELECT RAISE(ABORT, 'a conditions store is append-only');
END;
CREATE TRIGGER iov_delete BEFORE DELETE ON iov BEGIN
    SELECT RAISE(ABORT, 'a conditions store is append-only');
END;

-- INSERT OR REPLACE removes the old row without a DELETE that a trigger would see. Where the program adds what
-- may be there already, a second row is left out; elsewhere it is a mistake.
CREATE TRIGGER calibration_type_replace BEFORE INSERT ON calibration_type
WHEN EXISTS (SELECT 1 FROM calibration_type WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM calibration_type WHERE name = NEW.name AND (version = NEW.version OR sha256 = NEW.sha256))
BEGIN SELECT RAISE(IGNORE); END;
CREATE TRIGGER payload_replace BEFORE INSERT ON payload
WHEN EXISTS (SELECT 1 FROM payload WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM payload WHERE sha256 = NEW.sha256)
BEGIN SELECT RAISE(IGNORE); END;
CREATE TRIGGER journal_replace BEFORE INSERT ON journal
WHEN EXISTS (SELECT 1 FROM journal WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM journal WHERE head = NEW.head)
BEGIN SELECT RAISE(IGNORE); END;
CREATE TRIGGER tag_replace BEFORE INSERT ON tag
WHEN EXISTS (SELECT 1 FROM tag WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM tag WHERE name = NEW.name)
BEGIN SELECT RAISE(IGNORE); END;
CREATE TRIGGER bank_replace BEFORE INSERT ON bank
WHEN EXISTS (SELECT 1 FROM bank WHERE tag_id = NEW.tag_id AND (bank = NEW.bank OR name = NEW.name))
BEGIN SELECT RAISE(IGNORE); END;
CREATE TRIGGER log_replace BEFORE INSERT ON log
WHEN EXISTS (SELECT 1 FROM log WHERE seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'a conditions store is append-only'); END;
CREATE TRIGGER iov_replace BEFORE INSERT ON iov
WHEN EXISTS (SELECT 1 FROM iov WHERE tag_id = NEW.tag_id AND bank = NEW.bank AND since = NEW.since AND seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'a conditions store is append-only'); END;
