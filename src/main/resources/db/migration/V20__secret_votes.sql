-- Secret votes. What is sealed says nothing of what was chosen, and no table here knows a time or an order of casting.
-- The names of the keys that this database had made, written down before each is: one that no vote took is removed.
CREATE TABLE ballot_key (
    name    CHAR(36)    NOT NULL, -- of a file in the folder of keys, which is outside the database
    made_at DATETIME(6) NOT NULL,
    CONSTRAINT ballot_key_pk PRIMARY KEY (name)
);

CREATE TABLE secret_vote (
    vote_id           BIGINT        NOT NULL,
    key_name          CHAR(36)      NOT NULL,
    public_key        VARBINARY(64) NOT NULL, -- X.509
    publish_from      INT           NOT NULL, -- with fewer voters only the outcome is kept
    challenge_seconds BIGINT        NOT NULL, -- how long the key outlives the opening
    key_due_at        DATETIME(6),            -- when the key is to be destroyed; null: the ballots are sealed
    key_destroyed_at  DATETIME(6),
    CONSTRAINT secret_vote_pk PRIMARY KEY (vote_id),
    CONSTRAINT secret_vote_key_once UNIQUE (key_name),
    CONSTRAINT secret_vote_vote FOREIGN KEY (vote_id) REFERENCES vote (id)
);

-- One row a voter, replaced in place. Its key is a single number, by which both databases order the rows: those of
-- a vote by member, never by when they were cast.
CREATE TABLE sealed_ballot (
    place     BIGINT        NOT NULL, -- vote_id * 2^24 + member_id
    vote_id   BIGINT        NOT NULL,
    member_id BIGINT        NOT NULL,
    sealed    VARBINARY(65) NOT NULL, -- always that long
    CONSTRAINT sealed_ballot_pk PRIMARY KEY (place),
    CONSTRAINT sealed_ballot_once UNIQUE (vote_id, member_id),
    CONSTRAINT sealed_ballot_vote FOREIGN KEY (vote_id) REFERENCES vote (id),
    CONSTRAINT sealed_ballot_member FOREIGN KEY (member_id) REFERENCES member (id),
    CONSTRAINT sealed_ballot_place CHECK (place = vote_id * 16777216 + member_id AND member_id < 16777216)
);

-- What was in the ballots, without whose they were; inserted in the order of the codes.
CREATE TABLE opened_ballot (
    vote_id BIGINT     NOT NULL,
    code    CHAR(19)   NOT NULL, -- as its voter was shown it
    choice  VARCHAR(7) NOT NULL,
    CONSTRAINT opened_ballot_pk PRIMARY KEY (vote_id, code),
    CONSTRAINT opened_ballot_vote FOREIGN KEY (vote_id) REFERENCES vote (id),
    CONSTRAINT opened_ballot_choice CHECK (choice IN ('YES', 'ABSTAIN', 'NO'))
);

-- Who voted, without what; inserted in the order of their names, after the close.
CREATE TABLE vote_voter (
    vote_id   BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    CONSTRAINT vote_voter_pk PRIMARY KEY (vote_id, member_id),
    CONSTRAINT vote_voter_vote FOREIGN KEY (vote_id) REFERENCES vote (id),
    CONSTRAINT vote_voter_member FOREIGN KEY (member_id) REFERENCES member (id)
);

-- A secret vote whose key is lost ends, and nobody knows how.
ALTER TABLE vote DROP CONSTRAINT vote_outcome;
ALTER TABLE vote ADD CONSTRAINT vote_outcome
    CHECK (outcome IN ('PASSED', 'REJECTED', 'INQUORATE', 'UNKNOWN', 'UNOPENED'));
