-- How a vote was called, beside what is pinned in its row. Votes that are known from elsewhere have no row here.
CREATE TABLE vote_call (
    vote_id       BIGINT        NOT NULL,
    caller_login  VARCHAR(80),            -- of a caller who was no member; of a member the vote's row has the id
    about_member  BIGINT,                 -- the member it is about
    about_login   VARCHAR(80),            -- or the login of somebody who was no member
    text_link     VARCHAR(1000) NOT NULL, -- where the pinned text stands, may be empty
    text_revision VARCHAR(200)  NOT NULL, -- and in which revision, for instance a commit; may be empty
    discussion    VARCHAR(1000) NOT NULL, -- where it is discussed, may be empty
    replaces      BIGINT,                 -- the vote that was called again by this one
    CONSTRAINT vote_call_pk PRIMARY KEY (vote_id),
    CONSTRAINT vote_call_replaces_once UNIQUE (replaces),
    CONSTRAINT vote_call_vote FOREIGN KEY (vote_id) REFERENCES vote (id),
    CONSTRAINT vote_call_about FOREIGN KEY (about_member) REFERENCES member (id),
    CONSTRAINT vote_call_replaced FOREIGN KEY (replaces) REFERENCES vote (id)
);

-- What the item asked its caller to state, each by itself and in the words of the page of that day.
CREATE TABLE vote_statement (
    vote_id  BIGINT       NOT NULL,
    position INT          NOT NULL,
    asked    VARCHAR(200) NOT NULL,
    stated   TEXT         NOT NULL,
    CONSTRAINT vote_statement_pk PRIMARY KEY (vote_id, position),
    CONSTRAINT vote_statement_vote FOREIGN KEY (vote_id) REFERENCES vote (id)
);

-- What was corrected or extended while a vote was open. Rows are added, never changed or removed.
CREATE TABLE vote_amendment (
    id            BIGINT AUTO_INCREMENT,
    vote_id       BIGINT        NOT NULL,
    what          VARCHAR(12)   NOT NULL,
    old_value     VARCHAR(1000) NOT NULL, -- of a deadline the instant, as 2026-11-25T12:00:00Z
    new_value     VARCHAR(1000) NOT NULL,
    reason        TEXT          NOT NULL, -- may be empty
    amended_by    BIGINT,
    amended_login VARCHAR(80)   NOT NULL,
    amended_at    DATETIME(6)   NOT NULL,
    CONSTRAINT vote_amendment_pk PRIMARY KEY (id),
    CONSTRAINT vote_amendment_vote FOREIGN KEY (vote_id) REFERENCES vote (id),
    CONSTRAINT vote_amendment_by FOREIGN KEY (amended_by) REFERENCES member (id),
    CONSTRAINT vote_amendment_what CHECK (what IN ('TITLE', 'TEXT_LINK', 'DISCUSSION', 'DEADLINE'))
);

CREATE INDEX vote_amendment_by_vote ON vote_amendment (vote_id, id);

-- The deadline a vote was called with, once it was extended: the accelerated route goes by the planned period.
ALTER TABLE vote ADD COLUMN planned_until DATETIME(6);
