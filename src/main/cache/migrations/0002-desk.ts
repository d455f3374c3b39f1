// Version 2: what the desk needs. Tags and series beside the row, the line the reader was at, highlights with colour, note and tags, hosts contacted.
import type { Migration } from '../migrate.ts'

const sql = `
-- The tags of item_tags once more, as a JSON array in alphabetical order: a list shows them without asking again.
ALTER TABLE items ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';
-- The line the reader was at (ReadingAnchor as JSON), and when the item was last opened in the reader.
ALTER TABLE items ADD COLUMN anchor TEXT;
ALTER TABLE items ADD COLUMN opened_at INTEGER;
-- The series the item's own title says it is a part of (shared/series.ts).
ALTER TABLE items ADD COLUMN series_key TEXT;
ALTER TABLE items ADD COLUMN series_title TEXT;
ALTER TABLE items ADD COLUMN series_part INTEGER;
-- When the newest part of its series was added; its own time when it is in none. Lists "by added" keep a series together by it.
ALTER TABLE items ADD COLUMN group_at INTEGER NOT NULL DEFAULT 0;
UPDATE items SET group_at = added_at;
DROP INDEX items_by_added;
CREATE INDEX items_by_added ON items (group_at DESC, series_key, series_part, ordinal DESC, place, kind, state, favourite);
CREATE INDEX items_by_opened ON items (opened_at DESC, ordinal DESC) WHERE opened_at IS NOT NULL;
CREATE INDEX items_of_series ON items (series_key, series_part, ordinal) WHERE series_key IS NOT NULL;

ALTER TABLE highlights ADD COLUMN start INTEGER NOT NULL DEFAULT 0;
ALTER TABLE highlights ADD COLUMN colour TEXT NOT NULL DEFAULT 'yellow';
ALTER TABLE highlights ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE highlights ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';
ALTER TABLE highlights ADD COLUMN changed_at INTEGER NOT NULL DEFAULT 0;
-- Removed ones rest until they are swept with the trash.
ALTER TABLE highlights ADD COLUMN removed_at INTEGER;
CREATE INDEX highlights_by_age ON highlights (created_at DESC);

-- Hosts this machine was asked to contact. Of this machine alone, never synced.
CREATE TABLE contacts (
  host TEXT PRIMARY KEY, first_at INTEGER NOT NULL, last_at INTEGER NOT NULL, requests INTEGER NOT NULL, purposes TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`

export const libraryOfVersion2: Migration = { version: 2, up: (database) => database.exec(sql) }
