-- The journal as a chain of hashes: each entry's hash covers its words and the hash before it. Entries are written with
-- the act and chained a moment later, in batches, so that acts do not wait for each other.
ALTER TABLE journal ADD COLUMN audience VARCHAR(10) DEFAULT 'PUBLIC' NOT NULL; -- who may read it: PUBLIC or MEMBERS

CREATE TABLE journal_chain (
    position BIGINT   NOT NULL, -- from 1, without gaps
    entry    BIGINT   NOT NULL,
    hash     CHAR(64) NOT NULL, -- SHA-256
    CONSTRAINT journal_chain_pk PRIMARY KEY (position),
    CONSTRAINT journal_chain_entry_once UNIQUE (entry),
    CONSTRAINT journal_chain_entry FOREIGN KEY (entry) REFERENCES journal (id)
);

-- Entries that are not chained yet.
CREATE TABLE journal_pending (
    entry BIGINT NOT NULL,
    CONSTRAINT journal_pending_pk PRIMARY KEY (entry),
    CONSTRAINT journal_pending_entry FOREIGN KEY (entry) REFERENCES journal (id)
);

INSERT INTO journal_pending (entry) SELECT id FROM journal;

-- One row: the end of the chain. Whoever chains holds it.
CREATE TABLE journal_head (
    id       INT      NOT NULL,
    position BIGINT   NOT NULL,
    hash     CHAR(64) NOT NULL,
    CONSTRAINT journal_head_pk PRIMARY KEY (id)
);

INSERT INTO journal_head (id, position, hash)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
