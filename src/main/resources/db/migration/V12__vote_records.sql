-- Votes that are known from a record in a file: which one, so that importing it again changes nothing.
ALTER TABLE vote ADD COLUMN record_file VARCHAR(200);
ALTER TABLE vote ADD COLUMN record_hash CHAR(64); -- SHA-256 of the file

ALTER TABLE vote ADD CONSTRAINT vote_one_per_record UNIQUE (record_file);
