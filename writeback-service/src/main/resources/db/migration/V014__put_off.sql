-- Until when an effect waits, because what it rests on cannot be looked at; the others of its lane go on.
ALTER TABLE effects ADD COLUMN not_before timestamptz;
