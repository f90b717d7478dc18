-- The roster files that were read: the standings of members follow from them, and an export writes like them.
CREATE TABLE roster_file (
    roster    VARCHAR(10)  NOT NULL, -- whom it lists
    held_on   DATE         NOT NULL, -- the day it speaks of
    dated     VARCHAR(5)   NOT NULL, -- how that day is known
    name      VARCHAR(400) NOT NULL,
    content   MEDIUMTEXT   NOT NULL, -- as read, with the mail addresses in it
    CONSTRAINT roster_file_pk PRIMARY KEY (roster, held_on, dated),
    CONSTRAINT roster_file_roster CHECK (roster IN ('ACTIVE', 'EMERITUS')),
    CONSTRAINT roster_file_dated CHECK (dated IN ('MONTH', 'DAY', 'READ'))
);

-- Standings that the application itself recorded, which no file overwrites.
CREATE TABLE recorded_standing (
    member_id   BIGINT       NOT NULL,
    since       DATE         NOT NULL,
    since_exact BOOLEAN      NOT NULL,
    standing    VARCHAR(10),           -- null: left
    source      VARCHAR(400) NOT NULL,
    CONSTRAINT recorded_standing_pk PRIMARY KEY (member_id, since),
    CONSTRAINT recorded_standing_member FOREIGN KEY (member_id) REFERENCES member (id),
    CONSTRAINT recorded_standing_known CHECK (standing IN ('ACTIVE', 'EMERITUS'))
);

-- What was known before files were kept stays.
INSERT INTO recorded_standing (member_id, since, since_exact, standing, source)
SELECT s.member_id, s.since, s.since_exact, s.standing, s.source FROM member_standing s
WHERE s.until IS NULL OR s.until > s.since;

INSERT INTO recorded_standing (member_id, since, since_exact, standing, source)
SELECT s.member_id, s.until, TRUE, NULL, s.source FROM member_standing s
WHERE s.until > s.since
  AND NOT EXISTS (SELECT 1 FROM member_standing n WHERE n.member_id = s.member_id AND n.since = s.until);

-- Logins that a member had before. They lead to the one of today.
CREATE TABLE renamed_login (
    old_key   VARCHAR(80)  NOT NULL, -- in lower case
    login_key VARCHAR(80)  NOT NULL, -- the login of today in lower case
    old_login VARCHAR(80)  NOT NULL,
    new_login VARCHAR(80)  NOT NULL,
    source    VARCHAR(400) NOT NULL,
    by_hand   BOOLEAN      NOT NULL, -- recorded in the application: an export writes the new login
    CONSTRAINT renamed_login_pk PRIMARY KEY (old_key)
);
