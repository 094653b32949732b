-- When the version of a sheet was compared last, whether or not anything had changed.
ALTER TABLE sheets ADD COLUMN compared_at timestamptz;
