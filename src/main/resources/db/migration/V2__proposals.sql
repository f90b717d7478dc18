-- Proposals (CFEPs) and their status over time.
CREATE TABLE proposal (
    number         INT          NOT NULL,
    version        BIGINT       NOT NULL,
    title          VARCHAR(400) NOT NULL,
    status         VARCHAR(20)  NOT NULL,
    created        DATE,
    updated        DATE,
    discussion     TEXT,
    implementation TEXT,
    body           MEDIUMTEXT,   -- Markdown; null where no file is known
    file_name      VARCHAR(200),
    file_status    VARCHAR(200), -- the status as the file writes it
    file_hash      CHAR(64),     -- SHA-256 of the file
    index_status   VARCHAR(20),  -- the status under which the index lists it
    CONSTRAINT proposal_pk PRIMARY KEY (number)
);

CREATE TABLE proposal_author (
    proposal INT          NOT NULL,
    position INT          NOT NULL,
    name     VARCHAR(200) NOT NULL,
    login    VARCHAR(80),
    CONSTRAINT proposal_author_pk PRIMARY KEY (proposal, position),
    CONSTRAINT proposal_author_proposal FOREIGN KEY (proposal) REFERENCES proposal (number)
);

CREATE TABLE proposal_status (
    proposal    INT          NOT NULL,
    position    INT          NOT NULL,
    status      VARCHAR(20)  NOT NULL,
    since       DATE,        -- null: not known since when
    source      VARCHAR(10)  NOT NULL,
    reason      TEXT         NOT NULL,
    recorded_by BIGINT,
    recorded_at DATETIME(6)  NOT NULL,
    CONSTRAINT proposal_status_pk PRIMARY KEY (proposal, position),
    CONSTRAINT proposal_status_proposal FOREIGN KEY (proposal) REFERENCES proposal (number),
    CONSTRAINT proposal_status_member FOREIGN KEY (recorded_by) REFERENCES member (id),
    CONSTRAINT proposal_status_source CHECK (source IN ('FILE', 'VOTE', 'HAND', 'MINUTES'))
);
