-- What members say of themselves. Whoever wrote nothing has no row.
CREATE TABLE member_profile (
    member_id  BIGINT       NOT NULL,
    initials   VARCHAR(8)   NOT NULL, -- empty: those of the name
    time_zone  VARCHAR(60)  NOT NULL, -- a name of the tz database; empty: not said
    bio        TEXT         NOT NULL, -- plain text, may be empty
    links      TEXT         NOT NULL, -- addresses, one a line
    shown      BOOLEAN      NOT NULL, -- whether others may read zone, bio and links: the member asked for it
    changed_at DATETIME(6)  NOT NULL,
    CONSTRAINT member_profile_pk PRIMARY KEY (member_id),
    CONSTRAINT member_profile_member FOREIGN KEY (member_id) REFERENCES member (id)
);
