-- A ballot that a secretary entered for a member who gave it by mail or voice.
ALTER TABLE ballot ADD COLUMN given VARCHAR(5);      -- how it reached the secretary; null: the member cast it
ALTER TABLE ballot ADD COLUMN entered_by BIGINT;     -- the secretary
ALTER TABLE ballot ADD COLUMN seen_at DATETIME(6);   -- when the member took note of it
ALTER TABLE ballot ADD CONSTRAINT ballot_entered_by FOREIGN KEY (entered_by) REFERENCES member (id);
ALTER TABLE ballot ADD CONSTRAINT ballot_given CHECK ((given IS NULL) = (entered_by IS NULL));

-- Who takes no part in a vote, and says so. Whoever casts later is no longer in here.
CREATE TABLE recusal (
    vote_id    BIGINT      NOT NULL,
    member_id  BIGINT      NOT NULL,
    reason     TEXT        NOT NULL, -- may be empty
    recused_at DATETIME(6) NOT NULL,
    CONSTRAINT recusal_pk PRIMARY KEY (vote_id, member_id),
    CONSTRAINT recusal_vote FOREIGN KEY (vote_id) REFERENCES vote (id),
    CONSTRAINT recusal_member FOREIGN KEY (member_id) REFERENCES member (id)
);

-- Everything members said in a vote, in the order in which they said it; the last of each is what counts. Rows are
-- added, never changed or removed. Nothing of a sealed ballot is in here.
CREATE TABLE ballot_history (
    id         BIGINT AUTO_INCREMENT,
    vote_id    BIGINT      NOT NULL,
    member_id  BIGINT      NOT NULL,
    how        VARCHAR(9)  NOT NULL,
    choice     VARCHAR(7),           -- null: recused
    comment    TEXT        NOT NULL, -- or the reason of a recusal
    given      VARCHAR(5),
    entered_by BIGINT,
    said_at    DATETIME(6) NOT NULL,
    CONSTRAINT ballot_history_pk PRIMARY KEY (id),
    CONSTRAINT ballot_history_vote FOREIGN KEY (vote_id) REFERENCES vote (id),
    CONSTRAINT ballot_history_member FOREIGN KEY (member_id) REFERENCES member (id),
    CONSTRAINT ballot_history_entered_by FOREIGN KEY (entered_by) REFERENCES member (id),
    CONSTRAINT ballot_history_how CHECK (how IN ('CAST', 'CHANGED', 'CONFIRMED', 'ON_BEHALF', 'RECUSED')),
    CONSTRAINT ballot_history_choice CHECK ((choice IS NULL) = (how = 'RECUSED')),
    CONSTRAINT ballot_history_given CHECK ((how = 'ON_BEHALF') = (given IS NOT NULL AND entered_by IS NOT NULL))
);

CREATE INDEX ballot_history_by_vote ON ballot_history (vote_id, id);

-- Of ballots cast before today the last one is known.
INSERT INTO ballot_history (vote_id, member_id, how, choice, comment, said_at)
SELECT vote_id, member_id, 'CAST', choice, comment, cast_at FROM ballot ORDER BY cast_at, vote_id, member_id;
