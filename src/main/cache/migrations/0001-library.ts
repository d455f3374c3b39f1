// Version 1: the whole library, made for sync from the first day. Never edited once released: what changes is the next number.
import type { Migration } from '../migrate.ts'

const sql = `
-- One row per saved page. The id is derived from the comparison key, so two machines that save one page make one item.
-- What the reader did with it (place, favourite, position …) stands in the same row, because lists filter and sort by it.
CREATE TABLE items (
  ordinal INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  comparison_key TEXT NOT NULL,
  url TEXT NOT NULL,
  original_link TEXT NOT NULL,
  host TEXT NOT NULL,
  typed INTEGER NOT NULL,
  kind TEXT NOT NULL,
  page_title TEXT NOT NULL,
  given_title TEXT,
  title TEXT GENERATED ALWAYS AS (coalesce(given_title, page_title)) VIRTUAL,
  byline TEXT,
  site_name TEXT,
  lang TEXT,
  excerpt TEXT,
  published_time TEXT,
  words INTEGER NOT NULL DEFAULT 0,
  minutes INTEGER NOT NULL DEFAULT 0,
  start_seconds INTEGER,
  duration_seconds INTEGER,
  talk TEXT,
  lead_image TEXT,
  favicon TEXT,
  shown_copy TEXT,
  place TEXT NOT NULL,
  trashed_at INTEGER,
  favourite INTEGER NOT NULL DEFAULT 0,
  position REAL NOT NULL DEFAULT 0,
  progress REAL NOT NULL DEFAULT 0,
  furthest REAL NOT NULL DEFAULT 0,
  -- of this machine alone
  state TEXT NOT NULL,
  report TEXT,
  remarks TEXT NOT NULL DEFAULT '[]',
  failure TEXT,
  bytes INTEGER NOT NULL DEFAULT 0,
  added_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;
-- A list is read along one of these; every filter is answered from the index alone, so that a rare one stays quick too.
CREATE INDEX items_by_added ON items (added_at DESC, ordinal DESC, place, kind, state, favourite);
CREATE INDEX items_by_title ON items (title COLLATE NOCASE, ordinal DESC, place, kind, state, favourite);
CREATE INDEX items_by_length ON items (minutes, ordinal DESC, place, kind, state, favourite);
CREATE INDEX items_by_progress ON items (progress DESC, ordinal DESC, place, kind, state, favourite);
CREATE INDEX items_by_weight ON items (bytes DESC);
CREATE INDEX items_trashed ON items (trashed_at) WHERE trashed_at IS NOT NULL;

-- How many items there are of each sort, kept by triggers: counting 100,000 rows for every list would be felt.
CREATE TABLE item_counts (
  place TEXT NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL, favourite INTEGER NOT NULL, items INTEGER NOT NULL,
  PRIMARY KEY (place, kind, state, favourite)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER items_counted_in AFTER INSERT ON items BEGIN
  INSERT INTO item_counts VALUES (NEW.place, NEW.kind, NEW.state, NEW.favourite, 1)
    ON CONFLICT DO UPDATE SET items = items + 1;
END;
CREATE TRIGGER items_counted_out AFTER DELETE ON items BEGIN
  UPDATE item_counts SET items = items - 1
    WHERE place = OLD.place AND kind = OLD.kind AND state = OLD.state AND favourite = OLD.favourite;
END;
CREATE TRIGGER items_counted_over AFTER UPDATE OF place, kind, state, favourite ON items BEGIN
  UPDATE item_counts SET items = items - 1
    WHERE place = OLD.place AND kind = OLD.kind AND state = OLD.state AND favourite = OLD.favourite;
  INSERT INTO item_counts VALUES (NEW.place, NEW.kind, NEW.state, NEW.favourite, 1)
    ON CONFLICT DO UPDATE SET items = items + 1;
END;

-- Blobs that something points to. A file that is not in here is swept a day later.
CREATE TABLE blobs (hash TEXT PRIMARY KEY, bytes INTEGER NOT NULL, mime TEXT) STRICT, WITHOUT ROWID;
CREATE TABLE blob_totals (only INTEGER PRIMARY KEY CHECK (only = 1), blobs INTEGER NOT NULL, bytes INTEGER NOT NULL) STRICT;
INSERT INTO blob_totals VALUES (1, 0, 0);
CREATE TRIGGER blobs_counted_in AFTER INSERT ON blobs BEGIN
  UPDATE blob_totals SET blobs = blobs + 1, bytes = bytes + NEW.bytes;
END;
CREATE TRIGGER blobs_counted_out AFTER DELETE ON blobs BEGIN
  UPDATE blob_totals SET blobs = blobs - 1, bytes = bytes - OLD.bytes;
END;

-- One dated, cleaned, immutable revision of an item's page.
CREATE TABLE copies (
  ordinal INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  item_id TEXT NOT NULL REFERENCES items (id),
  source TEXT NOT NULL,
  fetched_at INTEGER NOT NULL,
  stored_at INTEGER NOT NULL,
  final_url TEXT NOT NULL,
  form TEXT NOT NULL,
  mime TEXT NOT NULL,
  title TEXT NOT NULL,
  lang TEXT,
  dir TEXT,
  words INTEGER NOT NULL,
  etag TEXT,
  last_modified TEXT,
  extractor_version INTEGER NOT NULL,
  normaliser_version INTEGER NOT NULL,
  raw_blob TEXT,
  html_blob TEXT,
  text_blob TEXT NOT NULL,
  document_blob TEXT,
  report TEXT,
  facts TEXT NOT NULL,
  bytes INTEGER NOT NULL
) STRICT;
CREATE INDEX copies_of_item ON copies (item_id);
CREATE INDEX copies_by_age ON copies (fetched_at, ordinal);
CREATE TABLE assets (
  copy_id TEXT NOT NULL REFERENCES copies (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  blob TEXT NOT NULL,
  mime TEXT NOT NULL,
  url TEXT NOT NULL,
  role TEXT NOT NULL,
  width INTEGER,
  height INTEGER,
  PRIMARY KEY (copy_id, position)
) STRICT, WITHOUT ROWID;
-- Who points to which blob: everything of a copy (page, article, text, document, assets) …
CREATE TABLE copy_blobs (
  copy_id TEXT NOT NULL REFERENCES copies (id) ON DELETE CASCADE,
  hash TEXT NOT NULL REFERENCES blobs (hash),
  PRIMARY KEY (copy_id, hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX copy_blobs_by_hash ON copy_blobs (hash);
-- … and what belongs to the row itself: lead image, favicon, a talk's thumbnail.
CREATE TABLE item_blobs (
  item_id TEXT NOT NULL REFERENCES items (id) ON DELETE CASCADE,
  role TEXT NOT NULL,
  hash TEXT NOT NULL REFERENCES blobs (hash),
  PRIMARY KEY (item_id, role, hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX item_blobs_by_hash ON item_blobs (hash);

-- A copy that a highlight points to cannot be dropped: the database itself refuses.
CREATE TABLE highlights (
  id TEXT PRIMARY KEY,
  item_id TEXT NOT NULL REFERENCES items (id),
  copy_id TEXT NOT NULL REFERENCES copies (id),
  quote TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX highlights_of_item ON highlights (item_id);
CREATE INDEX highlights_of_copy ON highlights (copy_id);
CREATE TABLE item_tags (
  item_id TEXT NOT NULL REFERENCES items (id) ON DELETE CASCADE,
  tag TEXT NOT NULL,
  PRIMARY KEY (item_id, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX item_tags_by_tag ON item_tags (tag);

-- Work in the background, leased to a live process while it runs.
CREATE TABLE jobs (
  ordinal INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  item_id TEXT NOT NULL REFERENCES items (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  stage TEXT NOT NULL DEFAULT 'waiting',
  done INTEGER NOT NULL DEFAULT 0,
  total INTEGER NOT NULL DEFAULT 0,
  not_before INTEGER NOT NULL DEFAULT 0,
  again_at INTEGER,
  begun INTEGER NOT NULL DEFAULT 0,
  born_leased INTEGER NOT NULL DEFAULT 0,
  failure TEXT,
  owner TEXT,
  owner_pid INTEGER,
  owner_host TEXT,
  lease_until INTEGER,
  created_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT;
CREATE INDEX jobs_of_item ON jobs (item_id, kind);
CREATE UNIQUE INDEX jobs_not_doubled ON jobs (item_id, kind) WHERE state IN ('queued', 'running');
CREATE INDEX jobs_by_turn ON jobs (state, not_before, ordinal);

-- What the search index has yet to learn; an item stands in it once.
CREATE TABLE outbox (seq INTEGER PRIMARY KEY AUTOINCREMENT, item_id TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
-- The newest change of each thing, for other processes; seq only grows.
CREATE TABLE changes (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, entity TEXT NOT NULL, id TEXT NOT NULL, UNIQUE (entity, id)
) STRICT;

-- For sync. A cell is the newest write of one field; its value stands in the field's own table, or here when the field is unknown.
CREATE TABLE operations (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  entity TEXT NOT NULL,
  id TEXT NOT NULL,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  hlc TEXT NOT NULL,
  seen_hlc TEXT
) STRICT;
CREATE TABLE cells (
  entity TEXT NOT NULL, id TEXT NOT NULL, field TEXT NOT NULL, hlc TEXT NOT NULL, value TEXT,
  PRIMARY KEY (entity, id, field)
) STRICT, WITHOUT ROWID;
CREATE TABLE tombstones (
  entity TEXT NOT NULL, id TEXT NOT NULL, hlc TEXT NOT NULL, deleted_at INTEGER NOT NULL, PRIMARY KEY (entity, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE hybrid_clock (only INTEGER PRIMARY KEY CHECK (only = 1), last TEXT NOT NULL) STRICT;
CREATE TABLE devices (id TEXT PRIMARY KEY, name TEXT, applied INTEGER NOT NULL DEFAULT 0, added_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`

export const libraryOfVersion1: Migration = { version: 1, up: (database) => database.exec(sql) }
