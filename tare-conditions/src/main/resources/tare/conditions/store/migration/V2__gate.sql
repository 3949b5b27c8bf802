-- Version 2: several tags in one commit; system definitions, changes of types, references and global tags as
-- commits of their own. What version 1 stored stays as it was, digests of its commits included.

PRAGMA user_version = 2;

-- A commit may concern several tags, or none. Rows in iov hold on to the log, so the new table must carry its name.
CREATE TABLE log_of_version_1 AS SELECT * FROM log;
DROP TABLE log;
CREATE TABLE log (
    seq       INTEGER PRIMARY KEY,
    time      TEXT NOT NULL,
    who       TEXT NOT NULL,
    place     TEXT NOT NULL,
    action    TEXT NOT NULL,
    details   TEXT NOT NULL,
    why       TEXT NOT NULL,
    prev_hash BLOB NOT NULL CHECK (length(prev_hash) = 32),
    hash      BLOB NOT NULL CHECK (length(hash) = 32)
);
INSERT INTO log SELECT seq, time, who, place, action, details, why, prev_hash, hash FROM log_of_version_1;

CREATE TABLE log_tag (
    tag_id INTEGER NOT NULL REFERENCES tag (id),
    seq    INTEGER NOT NULL REFERENCES log (seq) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (tag_id, seq)
) WITHOUT ROWID;
INSERT INTO log_tag SELECT tag_id, seq FROM log_of_version_1;
DROP TABLE log_of_version_1;

-- What was submitted, where the gate marked channels or took values from the reference; null if the payload is it.
ALTER TABLE iov ADD COLUMN candidate BLOB CHECK (candidate IS NULL OR length(candidate) = 32);
CREATE INDEX iov_payload ON iov (payload_id);

-- A detector's channels and their division into banks, as canonical JSON: one for as long as the store exists.
CREATE TABLE system_definition (
    detector    TEXT NOT NULL PRIMARY KEY COLLATE NOCASE,
    sha256      BLOB NOT NULL CHECK (length(sha256) = 32),
    json        TEXT NOT NULL,
    status_type TEXT NOT NULL,
    seq         INTEGER NOT NULL REFERENCES log (seq) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID;

-- From this commit on the type of that name has this content; without one it is retired.
CREATE TABLE type_change (
    name    TEXT NOT NULL,
    seq     INTEGER NOT NULL REFERENCES log (seq) DEFERRABLE INITIALLY DEFERRED,
    type_id INTEGER REFERENCES calibration_type (id),
    PRIMARY KEY (name, seq)
) WITHOUT ROWID;
INSERT INTO type_change
SELECT name, min(seq), type.id FROM iov JOIN calibration_type AS type ON type.id = iov.type_id GROUP BY type.id;

-- From `since` on this payload is the standard of comparison for a type's bank; of rows with the same `since` the one
-- with the highest `seq` counts.
CREATE TABLE reference (
    type_name  TEXT NOT NULL,
    bank       INTEGER NOT NULL,
    since      INTEGER NOT NULL,
    seq        INTEGER NOT NULL REFERENCES log (seq) DEFERRABLE INITIALLY DEFERRED,
    payload_id INTEGER NOT NULL REFERENCES payload (id),
    journal_id INTEGER NOT NULL REFERENCES journal (id),
    tag_id     INTEGER NOT NULL,
    PRIMARY KEY (type_name, bank, since, seq),
    FOREIGN KEY (tag_id, bank) REFERENCES bank (tag_id, bank)
) WITHOUT ROWID;

-- Tags that belong together, each under a label.
CREATE TABLE global_tag (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    axis TEXT NOT NULL,
    seq  INTEGER NOT NULL REFERENCES log (seq) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE global_tag_label (
    global_tag_id INTEGER NOT NULL REFERENCES global_tag (id),
    label         TEXT NOT NULL COLLATE NOCASE,
    tag_id        INTEGER NOT NULL REFERENCES tag (id),
    seq           INTEGER NOT NULL REFERENCES log (seq) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (global_tag_id, label)
) WITHOUT ROWID;

-- Rows are never changed and never removed.
CREATE TRIGGER log_update BEFORE UPDATE ON log BEGIN
    SELECT RAISE(ABORT, 'a conditions store is append-only');
END;
CREATE TRIGGER log_delete BEFORE DELETE ON log BEGIN
    SELECT RAISE(ABORT, 'a conditions store is append-only');
END;
CREATE TRIGGER log_tag_update BEFORE UPDATE ON log_tag BEGIN
    SELECT RAISE(ABORT, 'a conditions store is append-only');
END;
CREATE TRIGGER log_tag_delete BEFORE DELETE ON log_tag BEGIN
    SELECT RAISE(ABORT, 'a conditions store is append-only');
END;
CREATE TRIGGER system_definition_update BEFORE UPDATE ON system_definition BEGIN
    SELECT RAISE(ABORT, 'a conditions store is append-only');
END;
CREATE TRIGGER system_definition_delete BEFORE DELETE ON system_definition BEGIN
    SELECT RAISE(ABORT, 'a conditions store is append-only');
END;
CREATE TRIGGER type_change_update BEFORE UPDATE ON type_change BEGIN
    SELECT RAISE(ABORT, 'a conditions store is append-only');
END;
CREATE TRIGGER type_change_delete BEFORE DELETE ON type_change BEGIN
    SELECT RAISE(ABORT, 'a conditions store is append-only');
END;
CREATE TRIGGER reference_update BEFORE UPDATE ON reference BEGIN
    SELECT RAISE(ABORT, 'a conditions store is append-only');
END;
CREATE TRIGGER reference_delete BEFORE DELETE ON reference BEGIN
    SELECT RAISE(ABORT, 'a conditions store is append-only');
END;
CREATE TRIGGER global_tag_update BEFORE UPDATE ON global_tag BEGIN
    SELECT RAISE(ABORT, 'a conditions store is append-only');
END;
CREATE TRIGGER global_tag_delete BEFORE DELETE ON global_tag BEGIN
    SELECT RAISE(ABORT, 'a conditions store is append-only');
END;
CREATE TRIGGER global_tag_label_update BEFORE UPDATE ON global_tag_label BEGIN
    SELECT RAISE(ABORT, 'a conditions store is append-only');
END;
CREATE TRIGGER global_tag_label_delete BEFORE DELETE ON global_tag_label BEGIN
    SELECT RAISE(ABORT, 'a conditions store is append-only');
END;

-- INSERT OR REPLACE removes the old row without a DELETE that a trigger would see.
CREATE TRIGGER log_replace BEFORE INSERT ON log
WHEN EXISTS (SELECT 1 FROM log WHERE seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'a conditions store is append-only'); END;
CREATE TRIGGER log_tag_replace BEFORE INSERT ON log_tag
WHEN EXISTS (SELECT 1 FROM log_tag WHERE tag_id = NEW.tag_id AND seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'a conditions store is append-only'); END;
CREATE TRIGGER system_definition_replace BEFORE INSERT ON system_definition
WHEN EXISTS (SELECT 1 FROM system_definition WHERE detector = NEW.detector)
BEGIN SELECT RAISE(ABORT, 'a conditions store is append-only'); END;
CREATE TRIGGER type_change_replace BEFORE INSERT ON type_change
WHEN EXISTS (SELECT 1 FROM type_change WHERE name = NEW.name AND seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'a conditions store is append-only'); END;
CREATE TRIGGER reference_replace BEFORE INSERT ON reference
WHEN EXISTS (SELECT 1 FROM reference WHERE type_name = NEW.type_name AND bank = NEW.bank AND since = NEW.since AND seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'a conditions store is append-only'); END;
CREATE TRIGGER global_tag_replace BEFORE INSERT ON global_tag
WHEN EXISTS (SELECT 1 FROM global_tag WHERE id = NEW.id OR name = NEW.name)
BEGIN SELECT RAISE(ABORT, 'a conditions store is append-only'); END;
CREATE TRIGGER global_tag_label_replace BEFORE INSERT ON global_tag_label
WHEN EXISTS (SELECT 1 FROM global_tag_label WHERE global_tag_id = NEW.global_tag_id AND label = NEW.label)
BEGIN SELECT RAISE(ABORT, 'a conditions store is append-only'); END;

-- The row in the log closes a commit: nothing is added to it afterwards.
CREATE TRIGGER iov_closed BEFORE INSERT ON iov
WHEN NEW.seq <= (SELECT max(seq) FROM log)
BEGIN SELECT RAISE(ABORT, 'a conditions store is append-only: this commit is closed'); END;
CREATE TRIGGER log_tag_closed BEFORE INSERT ON log_tag
WHEN NEW.seq <= (SELECT max(seq) FROM log)
BEGIN SELECT RAISE(ABORT, 'a conditions store is append-only: this commit is closed'); END;
CREATE TRIGGER system_definition_closed BEFORE INSERT ON system_definition
WHEN NEW.seq <= (SELECT max(seq) FROM log)
BEGIN SELECT RAISE(ABORT, 'a conditions store is append-only: this commit is closed'); END;
CREATE TRIGGER type_change_closed BEFORE INSERT ON type_change
WHEN NEW.seq <= (SELECT max(seq) FROM log)
BEGIN SELECT RAISE(ABORT, 'a conditions store is append-only: this commit is closed'); END;
CREATE TRIGGER reference_closed BEFORE INSERT ON reference
WHEN NEW.seq <= (SELECT max(seq) FROM log)
BEGIN SELECT RAISE(ABORT, 'a conditions store is append-only: this commit is closed'); END;
CREATE TRIGGER global_tag_closed BEFORE INSERT ON global_tag
WHEN NEW.seq <= (SELECT max(seq) FROM log)
BEGIN SELECT RAISE(ABORT, 'a conditions store is append-only: this commit is closed'); END;
CREATE TRIGGER global_tag_label_closed BEFORE INSERT ON global_tag_label
WHEN NEW.seq <= (SELECT max(seq) FROM log)
BEGIN SELECT RAISE(ABORT, 'a conditions store is append-only: this commit is closed'); END;
