-- Statuses that the commits of a repository tell of, and proposals that a core member added.
ALTER TABLE proposal_status DROP CONSTRAINT proposal_status_source;
ALTER TABLE proposal_status ADD CONSTRAINT proposal_status_source
    CHECK (source IN ('FILE', 'VOTE', 'HAND', 'MINUTES', 'COMMIT', 'ADDED'));
