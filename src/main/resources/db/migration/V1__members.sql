-- Members and their standing over time.
CREATE TABLE member (
    id        BIGINT AUTO_INCREMENT,
    version   BIGINT       NOT NULL,
    login     VARCHAR(80)  NOT NULL,
    login_key VARCHAR(80)  NOT NULL, -- the login in lower case: logins do not differ by case
    name      VARCHAR(200) NOT NULL,
    email     VARCHAR(254),
    CONSTRAINT member_pk PRIMARY KEY (id),
    CONSTRAINT member_login_unique UNIQUE (login_key)
);

CREATE TABLE member_standing (
    member_id   BIGINT      NOT NULL,
    position    INT         NOT NULL,
    standing    VARCHAR(10) NOT NULL,
    since       DATE        NOT NULL,
    since_exact BOOLEAN     NOT NULL, -- false: held at the latest since that day, the real day is not known
    until       DATE,                 -- the first day on which it no longer held
    source      VARCHAR(400) NOT NULL,
    CONSTRAINT member_standing_pk PRIMARY KEY (member_id, position),
    CONSTRAINT member_standing_member FOREIGN KEY (member_id) REFERENCES member (id),
    CONSTRAINT member_standing_known CHECK (standing IN ('ACTIVE', 'EMERITUS'))
);
