-- What a finding said beside its words: how severe it is, what is at stake, and what came nearest. All that is open is
-- said anew once.
ALTER TABLE reconciliations ADD COLUMN finding_said text NOT NULL DEFAULT '';
ALTER TABLE book_findings ADD COLUMN weight text NOT NULL DEFAULT '';
