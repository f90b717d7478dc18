-- Where the record comes from, which files of it were read, and every run that read them.
CREATE TABLE import_run (
    id         BIGINT AUTO_INCREMENT,
    what       TEXT         NOT NULL, -- the locations, one a line
    how        VARCHAR(10)  NOT NULL,
    started_by VARCHAR(200) NOT NULL, -- a login; empty: the application itself
    started_at DATETIME(6)  NOT NULL,
    alive_at   DATETIME(6)  NOT NULL, -- moved on while it runs: one that stands still has died
    ended_at   DATETIME(6),
    done       INT          NOT NULL DEFAULT 0,
    total      INT          NOT NULL DEFAULT 0,
    fresh      INT          NOT NULL DEFAULT 0,
    changed    INT          NOT NULL DEFAULT 0,
    unchanged  INT          NOT NULL DEFAULT 0,
    gone       INT          NOT NULL DEFAULT 0,
    problems   INT          NOT NULL DEFAULT 0,
    failure    TEXT,                  -- why it ended early, a sentence
    report     MEDIUMTEXT,            -- as JSON, without what is unchanged
    running    INT GENERATED ALWAYS AS (CASE WHEN ended_at IS NULL THEN 1 END),
    CONSTRAINT import_run_pk PRIMARY KEY (id),
    CONSTRAINT import_run_one_at_a_time UNIQUE (running),
    CONSTRAINT import_run_how CHECK (how IN ('HAND', 'SCHEDULE', 'COMMAND'))
);

CREATE TABLE source (
    id              BIGINT AUTO_INCREMENT,
    kind            VARCHAR(10) NOT NULL,
    location        TEXT        NOT NULL, -- a path or an address
    location_hash   CHAR(64)    NOT NULL, -- its SHA-256: a text has no unique index
    refresh_minutes INT,                  -- null: by hand only
    last_run        BIGINT,
    head            VARCHAR(64),          -- the commit that was read last
    CONSTRAINT source_pk PRIMARY KEY (id),
    CONSTRAINT source_once UNIQUE (location_hash),
    CONSTRAINT source_last_run FOREIGN KEY (last_run) REFERENCES import_run (id),
    CONSTRAINT source_kind CHECK (kind IN ('FILE', 'FOLDER', 'UPLOAD', 'REPOSITORY')),
    CONSTRAINT source_refresh CHECK (refresh_minutes >= 1)
);

-- A file of a source, and what it gave: a meeting, a proposal, a vote record, the index or a list of members.
CREATE TABLE source_file (
    id           BIGINT AUTO_INCREMENT,
    source_id    BIGINT       NOT NULL,
    address      TEXT         NOT NULL, -- the same file has one, whichever source shows it
    address_hash CHAR(64)     NOT NULL, -- its SHA-256
    kind         VARCHAR(20)  NOT NULL,
    name         VARCHAR(300) NOT NULL,
    hash         CHAR(64)     NOT NULL, -- SHA-256 of its text
    gave         VARCHAR(300),          -- the date, number or name of what it tells of; null: nothing
    label        VARCHAR(400) NOT NULL, -- the same in words
    counted      BOOLEAN      NOT NULL, -- false: another file tells of the same, and that one counts
    remarks      MEDIUMTEXT   NOT NULL, -- what reads oddly in it, as JSON
    first_seen   DATETIME(6)  NOT NULL,
    last_seen    DATETIME(6)  NOT NULL,
    gone_since   DATETIME(6),           -- null: it is there
    CONSTRAINT source_file_pk PRIMARY KEY (id),
    CONSTRAINT source_file_once UNIQUE (address_hash),
    CONSTRAINT source_file_source FOREIGN KEY (source_id) REFERENCES source (id)
);

CREATE INDEX source_file_by_gift ON source_file (kind, gave);
