-- When the roster of a vote is taken: kept with the vote, because its page may say otherwise later.
ALTER TABLE vote ADD COLUMN roster VARCHAR(7); -- null where no rule is known

UPDATE vote SET roster = 'OPENING' WHERE rule IS NOT NULL;

ALTER TABLE vote ADD CONSTRAINT vote_roster CHECK (roster IN ('OPENING', 'CLOSING'));
ALTER TABLE vote ADD CONSTRAINT vote_rule_has_roster CHECK (rule IS NULL OR roster IS NOT NULL);
