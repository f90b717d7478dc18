-- Systems to which members have access, and who holds what. Secrets themselves are never stored: no column is for one.
CREATE TABLE access_system (
    id         BIGINT AUTO_INCREMENT,
    name       VARCHAR(120) NOT NULL,
    name_key   VARCHAR(120) NOT NULL, -- in lower case: names do not differ by case
    kind       VARCHAR(10)  NOT NULL,
    managed_at VARCHAR(400) NOT NULL, -- where access to it is given and taken, may be empty
    CONSTRAINT access_system_pk PRIMARY KEY (id),
    CONSTRAINT access_system_name_unique UNIQUE (name_key),
    CONSTRAINT access_system_kind CHECK (kind IN ('CREDENTIAL', 'TOKEN', 'ACCOUNT', 'TEAM'))
);

-- A row for each time that a member held something. Rows are never removed.
CREATE TABLE access_grant (
    id         BIGINT AUTO_INCREMENT,
    system_id  BIGINT      NOT NULL,
    member_id  BIGINT      NOT NULL,
    since      DATE,                 -- null: nobody says since when
    granted_by VARCHAR(80) NOT NULL, -- the login of whoever recorded it: a secretary need not be a member
    granted_at DATETIME(6) NOT NULL, -- when it was recorded
    held       INT,                  -- 1 as long as it is held, then null: held once at a time
    revoked_by VARCHAR(80),
    revoked_at DATETIME(6),
    CONSTRAINT access_grant_pk PRIMARY KEY (id),
    CONSTRAINT access_grant_once UNIQUE (system_id, member_id, held),
    CONSTRAINT access_grant_system FOREIGN KEY (system_id) REFERENCES access_system (id),
    CONSTRAINT access_grant_member FOREIGN KEY (member_id) REFERENCES member (id),
    CONSTRAINT access_grant_held CHECK ((held IS NULL) = (revoked_at IS NOT NULL))
);

CREATE INDEX access_grant_by_member ON access_grant (member_id, system_id);

-- What is to be revoked from members who are no longer active, and to be given to those who are again.
CREATE TABLE access_task (
    id        BIGINT AUTO_INCREMENT,
    member_id BIGINT       NOT NULL,
    system_id BIGINT       NOT NULL,
    what      VARCHAR(6)   NOT NULL,
    reason    VARCHAR(500) NOT NULL, -- why it is on the list
    opened_at DATETIME(6)  NOT NULL,
    pending   INT,                   -- 1 as long as it is open, then null: one open item for a member and system
    state     VARCHAR(7)   NOT NULL,
    ended_by  VARCHAR(80),           -- a login; null: open, or ended by the application itself
    ended_at  DATETIME(6),
    note      TEXT         NOT NULL, -- why it was ended otherwise than by doing it, may be empty
    CONSTRAINT access_task_pk PRIMARY KEY (id),
    CONSTRAINT access_task_once UNIQUE (member_id, system_id, pending),
    CONSTRAINT access_task_member FOREIGN KEY (member_id) REFERENCES member (id),
    CONSTRAINT access_task_system FOREIGN KEY (system_id) REFERENCES access_system (id),
    CONSTRAINT access_task_what CHECK (what IN ('REVOKE', 'GRANT')),
    CONSTRAINT access_task_state CHECK (state IN ('OPEN', 'DONE', 'DROPPED')),
    CONSTRAINT access_task_open CHECK ((pending IS NULL) = (ended_at IS NOT NULL))
);

CREATE INDEX access_task_by_state ON access_task (state, opened_at);
