-- Action items over time: the same item in later minutes is one item carried on.
CREATE TABLE action_item (
    id             BIGINT AUTO_INCREMENT,
    text           TEXT         NOT NULL, -- as last written
    begun_on       DATE         NOT NULL, -- the first meeting that had it, or the day it was added here
    last_on        DATE,                  -- the last meeting that had it; null: none yet
    meetings       INT          NOT NULL, -- how many had it
    minutes_state  VARCHAR(10)  NOT NULL, -- OPEN, DONE or GONE, by the minutes alone
    ticked_on      DATE,                  -- the meeting whose minutes ticked it
    added_text     TEXT,                  -- as it was added here; null: known from minutes
    added_by       BIGINT,
    added_at       DATETIME(6),
    due_on         DATE,
    hand_done      BOOLEAN,               -- ticked or unticked here; null: what the minutes say holds
    hand_by        BIGINT,
    hand_at        DATETIME(6),
    assigned_by    BIGINT,                -- with assigned_at: the owners by hand hold
    assigned_at    DATETIME(6),
    state          VARCHAR(10) GENERATED ALWAYS AS
                     (CASE WHEN hand_done IS NULL THEN minutes_state WHEN hand_done THEN 'DONE' ELSE 'OPEN' END),
    CONSTRAINT action_item_pk PRIMARY KEY (id),
    CONSTRAINT action_item_added_by FOREIGN KEY (added_by) REFERENCES member (id),
    CONSTRAINT action_item_hand_by FOREIGN KEY (hand_by) REFERENCES member (id),
    CONSTRAINT action_item_assigned_by FOREIGN KEY (assigned_by) REFERENCES member (id)
);

CREATE INDEX action_item_by_age ON action_item (begun_on, id);

-- The lines of minutes that are this item.
CREATE TABLE action_sighting (
    meeting   DATE     NOT NULL,
    position  INT      NOT NULL,
    action_id BIGINT   NOT NULL,
    wording   CHAR(64) NOT NULL, -- SHA-256 of its words: known again when the lines of a file move
    CONSTRAINT action_sighting_pk PRIMARY KEY (meeting, position),
    CONSTRAINT action_sighting_meeting FOREIGN KEY (meeting) REFERENCES meeting (held_on),
    CONSTRAINT action_sighting_item FOREIGN KEY (action_id) REFERENCES action_item (id)
);

CREATE INDEX action_sighting_by_item ON action_sighting (action_id, meeting);

-- Whose it is: as the minutes say it last, and as core members said here.
CREATE TABLE action_owner (
    action_id BIGINT       NOT NULL,
    by_hand   BOOLEAN      NOT NULL,
    position  INT          NOT NULL,
    name      VARCHAR(400) NOT NULL, -- as written
    member_id BIGINT,                -- null: nobody, or not one alone, is called so
    CONSTRAINT action_owner_pk PRIMARY KEY (action_id, by_hand, position),
    CONSTRAINT action_owner_item FOREIGN KEY (action_id) REFERENCES action_item (id),
    CONSTRAINT action_owner_member FOREIGN KEY (member_id) REFERENCES member (id)
);
