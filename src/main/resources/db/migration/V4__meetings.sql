-- Meetings as their minutes tell of them, and changes to the schedule of coming ones.
CREATE TABLE meeting (
    held_on            DATE         NOT NULL,
    version            BIGINT       NOT NULL,
    title              VARCHAR(300) NOT NULL,
    minutes            MEDIUMTEXT   NOT NULL, -- Markdown
    file_name          VARCHAR(200) NOT NULL,
    file_hash          CHAR(64)     NOT NULL, -- SHA-256 of the file
    pull_request_links INT          NOT NULL,
    CONSTRAINT meeting_pk PRIMARY KEY (held_on)
);

CREATE TABLE meeting_attendee (
    meeting   DATE         NOT NULL,
    position  INT          NOT NULL,
    name      VARCHAR(200) NOT NULL, -- as written
    member_id BIGINT,                -- null: a guest
    CONSTRAINT meeting_attendee_pk PRIMARY KEY (meeting, position),
    CONSTRAINT meeting_attendee_meeting FOREIGN KEY (meeting) REFERENCES meeting (held_on),
    CONSTRAINT meeting_attendee_member FOREIGN KEY (member_id) REFERENCES member (id)
);

CREATE TABLE meeting_agenda_item (
    meeting    DATE         NOT NULL,
    position   INT          NOT NULL,
    section    VARCHAR(100) NOT NULL,
    done       BOOLEAN,              -- null: without a checkbox
    presenters VARCHAR(400) NOT NULL,
    text       TEXT         NOT NULL,
    line       INT          NOT NULL,
    CONSTRAINT meeting_agenda_item_pk PRIMARY KEY (meeting, position),
    CONSTRAINT meeting_agenda_item_meeting FOREIGN KEY (meeting) REFERENCES meeting (held_on)
);

CREATE TABLE meeting_action_item (
    meeting  DATE         NOT NULL,
    position INT          NOT NULL,
    done     BOOLEAN      NOT NULL,
    owners   VARCHAR(400) NOT NULL,
    text     TEXT         NOT NULL,
    line     INT          NOT NULL,
    CONSTRAINT meeting_action_item_pk PRIMARY KEY (meeting, position),
    CONSTRAINT meeting_action_item_meeting FOREIGN KEY (meeting) REFERENCES meeting (held_on)
);

CREATE TABLE meeting_mention (
    meeting  DATE NOT NULL,
    position INT  NOT NULL,
    proposal INT  NOT NULL,
    item     TEXT NOT NULL, -- the item it stands in
    excerpt  TEXT NOT NULL,
    line     INT  NOT NULL,
    CONSTRAINT meeting_mention_pk PRIMARY KEY (meeting, position),
    CONSTRAINT meeting_mention_meeting FOREIGN KEY (meeting) REFERENCES meeting (held_on)
);

CREATE INDEX meeting_mention_by_proposal ON meeting_mention (proposal, meeting);

CREATE TABLE meeting_open_vote (
    meeting  DATE NOT NULL,
    position INT  NOT NULL,
    text     TEXT NOT NULL,
    CONSTRAINT meeting_open_vote_pk PRIMARY KEY (meeting, position),
    CONSTRAINT meeting_open_vote_meeting FOREIGN KEY (meeting) REFERENCES meeting (held_on)
);

CREATE TABLE meeting_carried_agenda (
    meeting   DATE NOT NULL,
    position  INT  NOT NULL,
    agenda_of DATE NOT NULL,
    CONSTRAINT meeting_carried_agenda_pk PRIMARY KEY (meeting, position),
    CONSTRAINT meeting_carried_agenda_meeting FOREIGN KEY (meeting) REFERENCES meeting (held_on)
);

CREATE TABLE meeting_problem (
    meeting  DATE NOT NULL,
    position INT  NOT NULL,
    line     INT  NOT NULL,
    message  TEXT NOT NULL,
    CONSTRAINT meeting_problem_pk PRIMARY KEY (meeting, position),
    CONSTRAINT meeting_problem_meeting FOREIGN KEY (meeting) REFERENCES meeting (held_on)
);

-- A coming meeting that does not follow the schedule: moved, or (without a new time) cancelled.
CREATE TABLE meeting_change (
    planned_on DATE        NOT NULL,
    moved_to   DATETIME(6),
    reason     TEXT        NOT NULL,
    changed_by BIGINT,
    CONSTRAINT meeting_change_pk PRIMARY KEY (planned_on),
    CONSTRAINT meeting_change_member FOREIGN KEY (changed_by) REFERENCES member (id)
);
