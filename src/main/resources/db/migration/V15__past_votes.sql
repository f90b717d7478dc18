-- At which core meetings a vote was presented: marked by hand, or as the file of its record says.
CREATE TABLE vote_presented (
    vote_id     BIGINT      NOT NULL,
    held_on     DATE        NOT NULL, -- the day of the meeting, UTC
    held_at     DATETIME(6),          -- with its time, where that is known
    record_file VARCHAR(200),         -- null: marked by hand
    marked_by   BIGINT,
    marked_at   DATETIME(6) NOT NULL,
    CONSTRAINT vote_presented_pk PRIMARY KEY (vote_id, held_on),
    CONSTRAINT vote_presented_vote FOREIGN KEY (vote_id) REFERENCES vote (id),
    CONSTRAINT vote_presented_by FOREIGN KEY (marked_by) REFERENCES member (id),
    CONSTRAINT vote_presented_source CHECK (record_file IS NOT NULL OR marked_by IS NOT NULL)
);

-- What the files of records say of votes that are recorded here, and which they therefore leave as they are.
CREATE TABLE vote_other_record (
    record_file   VARCHAR(200) NOT NULL,
    vote_id       BIGINT       NOT NULL,
    outcome       VARCHAR(12)  NOT NULL,
    yes_count     INT,
    no_count      INT,
    abstain_count INT,
    CONSTRAINT vote_other_record_pk PRIMARY KEY (record_file),
    CONSTRAINT vote_other_record_vote FOREIGN KEY (vote_id) REFERENCES vote (id),
    CONSTRAINT vote_other_record_outcome CHECK (outcome IN ('PASSED', 'REJECTED', 'INQUORATE', 'UNKNOWN'))
);
