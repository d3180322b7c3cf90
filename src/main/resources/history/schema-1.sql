-- Times: slot is 10 s, minute 60 s, second 1 s since the epoch; columns called at, began, ended or ..._at are
-- microseconds since the epoch unless said otherwise. Words are numbers, see Codes.java. 0 is no process.

-- When SynWarden ran.
CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  began INTEGER NOT NULL,
  ended INTEGER NOT NULL
);

CREATE TABLE process (
  id INTEGER PRIMARY KEY,
  pid INTEGER NOT NULL,
  start_token INTEGER NOT NULL,
  name TEXT NOT NULL,
  path TEXT,
  command_line TEXT,
  user TEXT,
  parent INTEGER NOT NULL,
  sha256 TEXT,
  started_at INTEGER NOT NULL, -- nanoseconds, 0 while unknown
  services TEXT NOT NULL, -- one a line
  package TEXT,
  protection TEXT,
  signer TEXT,
  used INTEGER NOT NULL -- the minute of its latest attempt, or up to an hour earlier
);
CREATE INDEX process_key ON process (pid, start_token);
CREATE INDEX process_used ON process (used);

-- Single attempts. In the order of time, and within 10 s of local ports: what is written together lies together, and
-- who used a port is one search for each 10 s.
CREATE TABLE attempt (
  slot INTEGER NOT NULL,
  local_port INTEGER NOT NULL,
  within INTEGER NOT NULL, -- microseconds since the slot's beginning
  remote BLOB NOT NULL,
  remote_port INTEGER NOT NULL,
  protocol INTEGER NOT NULL,
  local BLOB NOT NULL,
  process INTEGER NOT NULL,
  outcome INTEGER NOT NULL,
  attribution INTEGER NOT NULL,
  PRIMARY KEY (slot, local_port, within, remote, remote_port, protocol)
) WITHOUT ROWID;

-- What is kept of all attempts. remote_port -1: the minute has too many to tell them apart; local '' likewise.
CREATE TABLE minute (
  minute INTEGER NOT NULL,
  process INTEGER NOT NULL,
  local BLOB NOT NULL,
  protocol INTEGER NOT NULL,
  remote_port INTEGER NOT NULL,
  attribution INTEGER NOT NULL, -- the least sure
  answered INTEGER NOT NULL,
  unanswered INTEGER NOT NULL,
  refused INTEGER NOT NULL,
  unreachable INTEGER NOT NULL,
  abandoned INTEGER NOT NULL,
  blocked INTEGER NOT NULL,
  no_route INTEGER NOT NULL,
  pending INTEGER NOT NULL,
  ports BLOB NOT NULL, -- local ones, see PortSet.java
  PRIMARY KEY (minute, process, local, protocol, remote_port)
) WITHOUT ROWID;

-- In which minutes not all was recorded, see LossTable.java.
CREATE TABLE loss (
  minute INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (minute, kind)
) WITHOUT ROWID;

CREATE TABLE image (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL,
  sha256 TEXT NOT NULL, -- '' while unknown
  UNIQUE (path, sha256)
);

-- Whom each image has reached: port 0. Whom it has asked in vain: that worm port.
CREATE TABLE contact (
  image INTEGER NOT NULL,
  port INTEGER NOT NULL,
  address BLOB NOT NULL,
  second INTEGER NOT NULL,
  PRIMARY KEY (image, port, address)
) WITHOUT ROWID;

CREATE TABLE incident (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  severity TEXT NOT NULL,
  kind TEXT NOT NULL,
  host BLOB NOT NULL,
  process INTEGER NOT NULL,
  image TEXT,
  attribution INTEGER NOT NULL,
  first_attempt_at INTEGER NOT NULL,
  raised_at INTEGER NOT NULL,
  closed_at INTEGER,
  attempts INTEGER NOT NULL,
  failed_destinations INTEGER NOT NULL,
  total_attempts INTEGER NOT NULL,
  ports TEXT NOT NULL,
  sample TEXT NOT NULL,
  muted INTEGER NOT NULL,
  explanation TEXT NOT NULL,
  UNIQUE (id, raised_at)
);
CREATE INDEX incident_raised ON incident (raised_at);

CREATE TABLE action (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  verb TEXT NOT NULL,
  target TEXT NOT NULL,
  pid INTEGER,
  start_token INTEGER,
  incident TEXT,
  rule TEXT,
  asked_by TEXT NOT NULL,
  done INTEGER NOT NULL,
  result TEXT NOT NULL
);
CREATE INDEX action_at ON action (at);
CREATE INDEX action_incident ON action (incident);
