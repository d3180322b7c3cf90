-- Until when a block was to stand, and why it was made.
ALTER TABLE action ADD COLUMN expires_at INTEGER;
ALTER TABLE action ADD COLUMN reason TEXT NOT NULL DEFAULT '';
