-- Rounds of the check-in: those who are asked are fixed when it opens.
CREATE TABLE check_in_round (
    id         BIGINT AUTO_INCREMENT,
    kind       VARCHAR(9)   NOT NULL,
    policy     VARCHAR(60)  NOT NULL,
    cadence    VARCHAR(60),           -- null: an inquiry
    title      VARCHAR(200) NOT NULL,
    due_at     DATETIME(6)  NOT NULL, -- when the schedule had it; else as opened_at
    opened_at  DATETIME(6)  NOT NULL,
    ends_at    DATETIME(6)  NOT NULL,
    silence    VARCHAR(8)   NOT NULL, -- what the page of its opening says, as the next two
    by_itself  BOOLEAN      NOT NULL,
    notices    BOOLEAN      NOT NULL,
    opened_by  BIGINT,                -- null: by the schedule, or by a secretary who is no member
    state      VARCHAR(7)   NOT NULL,
    applied_at DATETIME(6),
    CONSTRAINT check_in_round_pk PRIMARY KEY (id),
    CONSTRAINT check_in_round_opened_by FOREIGN KEY (opened_by) REFERENCES member (id),
    CONSTRAINT check_in_round_kind CHECK (kind IN ('EVERYBODY', 'INQUIRY')),
    CONSTRAINT check_in_round_silence CHECK (silence IN ('NOTHING', 'EMERITUS')),
    CONSTRAINT check_in_round_state CHECK (state IN ('OPEN', 'OVER', 'APPLIED')),
    CONSTRAINT check_in_round_order CHECK (ends_at > opened_at)
);

CREATE INDEX check_in_round_by_end ON check_in_round (state, ends_at);

-- Who is asked, what they said, and what the end made of it.
CREATE TABLE check_in_asked (
    round_id    BIGINT      NOT NULL,
    member_id   BIGINT      NOT NULL,
    asked_now   BIGINT,               -- the member until the round is applied: nobody is asked twice at once
    answer      VARCHAR(8),
    returns_on  DATE,                 -- of an answer EMERITUS: when they want to be asked again
    answered_at DATETIME(6),
    became      VARCHAR(7),           -- how they became emeritus at the end; null: they did not
    became_on   DATE,
    undone_at   DATETIME(6),
    undone_why  TEXT,
    CONSTRAINT check_in_asked_pk PRIMARY KEY (round_id, member_id),
    CONSTRAINT check_in_asked_round FOREIGN KEY (round_id) REFERENCES check_in_round (id),
    CONSTRAINT check_in_asked_member FOREIGN KEY (member_id) REFERENCES member (id),
    CONSTRAINT check_in_asked_once UNIQUE (asked_now),
    CONSTRAINT check_in_asked_answer CHECK (answer IN ('ACTIVE', 'EMERITUS')),
    CONSTRAINT check_in_asked_became CHECK (became IN ('CHOICE', 'SILENCE'))
);

CREATE INDEX check_in_asked_by_member ON check_in_asked (member_id);

-- Announcements of rounds on chat and by mail.
CREATE TABLE check_in_notice (
    round_id    BIGINT        NOT NULL,
    channel     VARCHAR(4)    NOT NULL,
    sent_at     DATETIME(6)   NOT NULL,
    note        VARCHAR(1000) NOT NULL, -- a link to it, or how one can find it
    recorded_by BIGINT,
    recorded_at DATETIME(6)   NOT NULL,
    CONSTRAINT check_in_notice_pk PRIMARY KEY (round_id, channel, sent_at),
    CONSTRAINT check_in_notice_round FOREIGN KEY (round_id) REFERENCES check_in_round (id),
    CONSTRAINT check_in_notice_by FOREIGN KEY (recorded_by) REFERENCES member (id),
    CONSTRAINT check_in_notice_channel CHECK (channel IN ('CHAT', 'MAIL'))
);

-- How far the schedule was carried out. A cadence begins with the first date after it became known.
CREATE TABLE check_in_schedule (
    policy   VARCHAR(60) NOT NULL,
    cadence  VARCHAR(60) NOT NULL,
    last_due DATETIME(6) NOT NULL,
    CONSTRAINT check_in_schedule_pk PRIMARY KEY (policy, cadence)
);

-- Emeritus members who said when they want to be asked again.
CREATE TABLE sabbatical (
    member_id  BIGINT NOT NULL,
    returns_on DATE   NOT NULL,
    CONSTRAINT sabbatical_pk PRIMARY KEY (member_id),
    CONSTRAINT sabbatical_member FOREIGN KEY (member_id) REFERENCES member (id)
);
