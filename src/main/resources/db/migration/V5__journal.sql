-- Who did what, when. Rows are added, never changed or removed.
CREATE TABLE journal (
    id           BIGINT AUTO_INCREMENT,
    happened_at  DATETIME(6)  NOT NULL,
    member_id    BIGINT,               -- null: the application itself, for instance a close at the deadline
    subject_kind VARCHAR(20)  NOT NULL,
    subject_key  VARCHAR(80)  NOT NULL,
    what         TEXT         NOT NULL,
    CONSTRAINT journal_pk PRIMARY KEY (id),
    CONSTRAINT journal_member FOREIGN KEY (member_id) REFERENCES member (id)
);

CREATE INDEX journal_by_subject ON journal (subject_kind, subject_key, id);
