-- What minutes speak of besides proposals, and how people are called in them.
ALTER TABLE meeting_attendee ADD COLUMN login VARCHAR(100);   -- on GitHub, as written
ALTER TABLE meeting_attendee ADD COLUMN initials VARCHAR(20); -- as the minutes use them

CREATE TABLE meeting_thread (
    meeting    DATE         NOT NULL,
    position   INT          NOT NULL,
    repository VARCHAR(200) NOT NULL, -- owner/name
    kind       VARCHAR(20)  NOT NULL, -- PULL_REQUEST or ISSUE
    number     INT          NOT NULL,
    item       TEXT         NOT NULL, -- the item it stands in
    excerpt    TEXT         NOT NULL,
    line       INT          NOT NULL,
    CONSTRAINT meeting_thread_pk PRIMARY KEY (meeting, position),
    CONSTRAINT meeting_thread_meeting FOREIGN KEY (meeting) REFERENCES meeting (held_on)
);

CREATE INDEX meeting_thread_by_number ON meeting_thread (repository, number);

CREATE TABLE meeting_person (
    meeting   DATE         NOT NULL,
    position  INT          NOT NULL,
    role      VARCHAR(20)  NOT NULL, -- PRESENTER, OWNER or MENTIONED
    written   VARCHAR(400) NOT NULL, -- initials, name or @login
    member_id BIGINT,                -- null: not recognised
    item      TEXT         NOT NULL, -- the item it stands in
    excerpt   TEXT         NOT NULL,
    line      INT          NOT NULL,
    CONSTRAINT meeting_person_pk PRIMARY KEY (meeting, position),
    CONSTRAINT meeting_person_meeting FOREIGN KEY (meeting) REFERENCES meeting (held_on),
    CONSTRAINT meeting_person_member FOREIGN KEY (member_id) REFERENCES member (id)
);
