-- What core members did that needs no vote, with the reasons they gave. Rows are added, never changed or removed.
CREATE TABLE decision_without_vote (
    id              BIGINT AUTO_INCREMENT,
    policy          VARCHAR(60)   NOT NULL,
    policy_revision VARCHAR(60)   NOT NULL,
    item            VARCHAR(60)   NOT NULL,
    item_title      VARCHAR(200)  NOT NULL,
    subject         VARCHAR(300)  NOT NULL, -- what it concerns, one line
    link            VARCHAR(1000) NOT NULL, -- its address, may be empty
    justification   TEXT          NOT NULL, -- with what the item asks to state
    decided_by      BIGINT        NOT NULL,
    decided_at      DATETIME(6)   NOT NULL,
    CONSTRAINT decision_without_vote_pk PRIMARY KEY (id),
    CONSTRAINT decision_without_vote_by FOREIGN KEY (decided_by) REFERENCES member (id)
);

CREATE INDEX decision_without_vote_by_item ON decision_without_vote (policy, item, decided_at);
