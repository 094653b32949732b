-- The version at which the object of an effect was read again after a conflict, and how often that was.
ALTER TABLE effects
    ADD COLUMN fresh_version bigint,
    ADD COLUMN read_again    int NOT NULL DEFAULT 0 CHECK (read_again >= 0);
