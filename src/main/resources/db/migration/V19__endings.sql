-- Who was on the roster of a vote, by name: kept when it opens, and replaced at its end where its policy counts by the
-- roster of the closing. Votes that were called before this table have none.
CREATE TABLE vote_roster (
    vote_id   BIGINT      NOT NULL,
    member_id BIGINT      NOT NULL,
    standing  VARCHAR(8)  NOT NULL,
    CONSTRAINT vote_roster_pk PRIMARY KEY (vote_id, member_id),
    CONSTRAINT vote_roster_vote FOREIGN KEY (vote_id) REFERENCES vote (id),
    CONSTRAINT vote_roster_member FOREIGN KEY (member_id) REFERENCES member (id),
    CONSTRAINT vote_roster_standing CHECK (standing IN ('ACTIVE', 'EMERITUS'))
);

-- Closing early, where the item allows it: from when on (the end of the minimum period), and whether it was looked at
-- then. Later each ballot is looked at as it is cast.
ALTER TABLE vote ADD COLUMN early_close_from DATETIME(6); -- null: never early
ALTER TABLE vote ADD COLUMN early_close_seen BOOLEAN DEFAULT FALSE NOT NULL;

-- The time-out of an overdue vote: whether its conditions were met when it took its last ballot, who declared it and
-- who verified that.
ALTER TABLE vote ADD COLUMN time_out_met BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE vote ADD COLUMN declared_by BIGINT;
ALTER TABLE vote ADD COLUMN declared_at DATETIME(6);
ALTER TABLE vote ADD COLUMN verified_by BIGINT;
ALTER TABLE vote ADD COLUMN verified_at DATETIME(6);

ALTER TABLE vote ADD CONSTRAINT vote_declared_by FOREIGN KEY (declared_by) REFERENCES member (id);
ALTER TABLE vote ADD CONSTRAINT vote_verified_by FOREIGN KEY (verified_by) REFERENCES member (id);
ALTER TABLE vote ADD CONSTRAINT vote_verified_by_another
    CHECK (verified_by IS NULL OR (declared_by IS NOT NULL AND verified_by <> declared_by));

-- Announcements of votes. One that was wrong is taken back and stays.
CREATE TABLE vote_notice (
    id            BIGINT AUTO_INCREMENT,
    vote_id       BIGINT        NOT NULL,
    channel       VARCHAR(4)    NOT NULL,
    sent_at       DATETIME(6)   NOT NULL,
    note          VARCHAR(1000) NOT NULL, -- a link to it, or how one can find it
    source        VARCHAR(9)    NOT NULL, -- BY_HAND or AUTOMATIC
    recorded_by   BIGINT,                 -- null: by the application itself
    recorded_at   DATETIME(6)   NOT NULL,
    taken_back_by BIGINT,
    taken_back_at DATETIME(6),
    CONSTRAINT vote_notice_pk PRIMARY KEY (id),
    CONSTRAINT vote_notice_vote FOREIGN KEY (vote_id) REFERENCES vote (id),
    CONSTRAINT vote_notice_by FOREIGN KEY (recorded_by) REFERENCES member (id),
    CONSTRAINT vote_notice_taken_back_by FOREIGN KEY (taken_back_by) REFERENCES member (id),
    CONSTRAINT vote_notice_channel CHECK (channel IN ('CHAT', 'MAIL')),
    CONSTRAINT vote_notice_source CHECK (source IN ('BY_HAND', 'AUTOMATIC')),
    CONSTRAINT vote_notice_has_author CHECK (source = 'AUTOMATIC' OR recorded_by IS NOT NULL)
);

CREATE INDEX vote_notice_by_vote ON vote_notice (vote_id, sent_at);

-- What was known of a vote when it ended here, besides its ballots, and how it came to its end.
CREATE TABLE vote_ending (
    vote_id      BIGINT      NOT NULL,
    ending       VARCHAR(9)  NOT NULL,
    planned      BIGINT      NOT NULL, -- microseconds
    opened       BIGINT      NOT NULL, -- microseconds for which ballots were taken
    ended        BOOLEAN     NOT NULL,
    presented    BOOLEAN     NOT NULL,
    chat_start   BOOLEAN     NOT NULL,
    chat_middle  BOOLEAN     NOT NULL,
    chat_last    BOOLEAN     NOT NULL,
    mail_start   BOOLEAN     NOT NULL,
    mail_middle  BOOLEAN     NOT NULL,
    mail_last    BOOLEAN     NOT NULL,
    CONSTRAINT vote_ending_pk PRIMARY KEY (vote_id),
    CONSTRAINT vote_ending_vote FOREIGN KEY (vote_id) REFERENCES vote (id),
    CONSTRAINT vote_ending_how CHECK (ending IN ('DEADLINE', 'EARLY', 'DATE', 'VERIFIED', 'LAPSE'))
);

-- Where each route stood then, and each of its conditions.
CREATE TABLE vote_route (
    vote_id  BIGINT      NOT NULL,
    position INT         NOT NULL,
    route    VARCHAR(12) NOT NULL,
    state    VARCHAR(12) NOT NULL,
    CONSTRAINT vote_route_pk PRIMARY KEY (vote_id, position),
    CONSTRAINT vote_route_vote FOREIGN KEY (vote_id) REFERENCES vote (id)
);

CREATE TABLE vote_condition (
    vote_id        BIGINT      NOT NULL,
    route_position INT         NOT NULL,
    position       INT         NOT NULL,
    requirement    VARCHAR(20) NOT NULL,
    have           INT         NOT NULL,
    need           INT         NOT NULL,
    met            BOOLEAN     NOT NULL,
    CONSTRAINT vote_condition_pk PRIMARY KEY (vote_id, route_position, position),
    CONSTRAINT vote_condition_route FOREIGN KEY (vote_id, route_position) REFERENCES vote_route (vote_id, position)
);
