-- What had been kept of incidents in memory only; requested_by holds processes, who asked most first.
ALTER TABLE incident ADD COLUMN adapter TEXT;
ALTER TABLE incident ADD COLUMN requested_by TEXT NOT NULL DEFAULT '';
ALTER TABLE incident ADD COLUMN return_of TEXT;
ALTER TABLE incident ADD COLUMN test INTEGER NOT NULL DEFAULT 0;
-- Whether a run goes on after a time in which nobody looked; the row before it is of the same process.
ALTER TABLE run ADD COLUMN resumed INTEGER NOT NULL DEFAULT 0;
