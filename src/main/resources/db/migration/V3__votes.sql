-- Votes and their ballots. A ballot is a row of its own, not a part of the vote: sixty people cast at once.
CREATE TABLE vote (
    id                BIGINT AUTO_INCREMENT,
    version           BIGINT       NOT NULL,
    title             VARCHAR(300) NOT NULL,
    subject           VARCHAR(300) NOT NULL, -- what is voted on; one active vote each
    proposal          INT,
    policy            VARCHAR(60),           -- these six are null where a vote is known from elsewhere only
    policy_revision   VARCHAR(60),
    item              VARCHAR(60),
    item_title        VARCHAR(200),
    rule              TEXT,                  -- in the language of the governance pages
    emeritus_may_vote BOOLEAN,
    no_needs_comment  BOOLEAN      NOT NULL,
    classification    VARCHAR(10)  NOT NULL,
    text              MEDIUMTEXT   NOT NULL, -- the text voted on, pinned
    text_hash         CHAR(64)     NOT NULL, -- its SHA-256
    justification     TEXT         NOT NULL,
    called_by         BIGINT,
    opens_at          DATETIME(6),
    closes_at         DATETIME(6)  NOT NULL,
    time_out_at       DATETIME(6),
    active            INT,                   -- the roster when the vote was called
    emeritus          INT,
    state             VARCHAR(10)  NOT NULL,
    decided_at        DATETIME(6),
    outcome           VARCHAR(12),
    route             VARCHAR(12),
    quorum            INT,
    yes_count         INT,                   -- the tally as decided or as recorded
    no_count          INT,
    abstain_count     INT,
    record_note       TEXT,                  -- where a result comes from that was not decided here
    recorded_by       BIGINT,
    casts             BIGINT       NOT NULL DEFAULT 0, -- raised by every cast: a close waits for casts under way
    open_subject      VARCHAR(300) GENERATED ALWAYS AS (CASE WHEN state IN ('OPEN', 'OVERDUE') THEN subject END),
    CONSTRAINT vote_pk PRIMARY KEY (id),
    CONSTRAINT vote_one_active_per_subject UNIQUE (open_subject),
    CONSTRAINT vote_proposal FOREIGN KEY (proposal) REFERENCES proposal (number),
    CONSTRAINT vote_called_by FOREIGN KEY (called_by) REFERENCES member (id),
    CONSTRAINT vote_recorded_by FOREIGN KEY (recorded_by) REFERENCES member (id),
    CONSTRAINT vote_state CHECK (state IN ('OPEN', 'OVERDUE', 'CLOSED', 'WITHDRAWN', 'EXPIRED')),
    CONSTRAINT vote_outcome CHECK (outcome IN ('PASSED', 'REJECTED', 'INQUORATE', 'UNKNOWN')),
    CONSTRAINT vote_closed_has_outcome CHECK (state <> 'CLOSED' OR (outcome IS NOT NULL AND decided_at IS NOT NULL))
);

CREATE INDEX vote_by_state ON vote (state, closes_at);
CREATE INDEX vote_by_proposal ON vote (proposal);

CREATE TABLE ballot (
    vote_id   BIGINT      NOT NULL,
    member_id BIGINT      NOT NULL,
    choice    VARCHAR(7)  NOT NULL,
    comment   TEXT        NOT NULL,
    cast_at   DATETIME(6) NOT NULL,
    CONSTRAINT ballot_pk PRIMARY KEY (vote_id, member_id),
    CONSTRAINT ballot_vote FOREIGN KEY (vote_id) REFERENCES vote (id),
    CONSTRAINT ballot_member FOREIGN KEY (member_id) REFERENCES member (id),
    CONSTRAINT ballot_choice CHECK (choice IN ('YES', 'ABSTAIN', 'NO'))
);

CREATE INDEX ballot_by_member ON ballot (member_id, cast_at);
