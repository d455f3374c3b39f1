// Version 3: reading lists and what they are made of, items still to find, marks at a time of a talk, recordings, parts of a series not yet here.
import type { Migration } from '../migrate.ts'

const sql = `
-- A text that was pasted or read from a file, kept whole: where recommendations and lists came from. The id is told by its bytes, so that
-- the same text again is the same source.
CREATE TABLE sources (
  id TEXT PRIMARY KEY,
  -- Brotli.
  text BLOB NOT NULL,
  format TEXT NOT NULL,
  address TEXT,
  author TEXT,
  date TEXT,
  added_at INTEGER NOT NULL
) STRICT;

CREATE TABLE lists (
  ordinal INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  source_id TEXT REFERENCES sources (id),
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  -- Removed ones rest until they are swept with the trash; their items stay where they are.
  removed_at INTEGER
) STRICT;
CREATE INDEX lists_of_source ON lists (source_id);

-- An item stands in a list once. Positions are numbers with room between them, so that moving one row writes one row.
CREATE TABLE list_entries (
  list_id TEXT NOT NULL REFERENCES lists (id) ON DELETE CASCADE,
  item_id TEXT NOT NULL REFERENCES items (id) ON DELETE CASCADE,
  position REAL NOT NULL,
  -- The headings it stands under in the text, outermost first, as JSON; and the title the text gives it.
  headings TEXT NOT NULL DEFAULT '[]',
  title TEXT,
  -- Other addresses of the same thing (mirror, slides, DOI), as JSON.
  alternates TEXT NOT NULL DEFAULT '[]',
  PRIMARY KEY (list_id, item_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX list_entries_in_order ON list_entries (list_id, position, item_id);
CREATE INDEX list_entries_of_item ON list_entries (item_id);

-- Why an item is here: the words of whoever recommended it, once for each text that did.
CREATE TABLE recommendations (
  item_id TEXT NOT NULL REFERENCES items (id) ON DELETE CASCADE,
  source_id TEXT NOT NULL REFERENCES sources (id),
  words TEXT NOT NULL,
  -- How a cut link stood in the text, and why it became this address (JSON of shared/reading-list.ts); null for a whole one.
  cut TEXT,
  added_at INTEGER NOT NULL,
  PRIMARY KEY (item_id, source_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX recommendations_of_source ON recommendations (source_id);

-- The newest recommendation's words, so that a row shows them without asking again.
ALTER TABLE items ADD COLUMN recommendation TEXT;
-- What is known of a thing without a whole address (Wanted in shared/item.ts, as JSON); such a row has an empty url and the state to-find.
ALTER TABLE items ADD COLUMN wanted TEXT;
-- The series a list page, a feed or the reader said it belongs to (SeriesPlace as JSON); goes before what its title says.
ALTER TABLE items ADD COLUMN given_series TEXT;

-- What a transcript is made of (TranscriptFacts in shared/transcript.ts, as JSON); null for a copy of a page.
ALTER TABLE copies ADD COLUMN transcript TEXT;

-- A time in a talk worth returning to: where a recommendation begins, a note of the reader's. Independent of any transcript.
CREATE TABLE marks (
  id TEXT PRIMARY KEY,
  item_id TEXT NOT NULL REFERENCES items (id) ON DELETE CASCADE,
  seconds REAL NOT NULL,
  -- The reader's own words, Markdown; and those of the text that named the time.
  note TEXT NOT NULL DEFAULT '',
  words TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;
CREATE INDEX marks_of_item ON marks (item_id, seconds);
CREATE INDEX marks_removed ON marks (removed_at) WHERE removed_at IS NOT NULL;

-- The recording itself, when the reader has it or asked for it; its blob is held by item_blobs under the role 'recording'.
CREATE TABLE recordings (
  item_id TEXT PRIMARY KEY REFERENCES items (id) ON DELETE CASCADE,
  hash TEXT NOT NULL REFERENCES blobs (hash),
  mime TEXT NOT NULL,
  name TEXT NOT NULL,
  -- Where it was fetched from; null: a file of the reader's.
  url TEXT,
  added_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What a look at a series' list page, feed or neighbours found: parts that may not be in the library.
CREATE TABLE series_looks (
  series_key TEXT PRIMARY KEY,
  index_url TEXT,
  feed_url TEXT,
  looked_at INTEGER,
  failure TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE series_parts (
  series_key TEXT NOT NULL REFERENCES series_looks (series_key) ON DELETE CASCADE,
  comparison_key TEXT NOT NULL,
  position INTEGER NOT NULL,
  part INTEGER,
  title TEXT NOT NULL,
  url TEXT NOT NULL,
  PRIMARY KEY (series_key, comparison_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX series_parts_in_order ON series_parts (series_key, position);
`

export const libraryOfVersion3: Migration = { version: 3, up: (database) => database.exec(sql) }
