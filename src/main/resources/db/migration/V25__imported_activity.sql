-- Activity that others saw of members, given by import: commits, comments, reviews and the like.
CREATE TABLE imported_activity (
    member_id   BIGINT      NOT NULL,
    kind        VARCHAR(60) NOT NULL,
    happened_on DATE        NOT NULL,
    CONSTRAINT imported_activity_pk PRIMARY KEY (member_id, kind, happened_on),
    CONSTRAINT imported_activity_member FOREIGN KEY (member_id) REFERENCES member (id)
);
