// Version 2: what the desk needs. Tags and series beside the row, the line the reader was at, highlights with colour, note and tags, hosts contacted.
import { seriesPlaceOf } from '../../../shared/series.ts'
import { siteKey } from '../../../shared/site-key.ts'
import type { Database } from '../../platform/sqlite.ts'
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
-- The host's names from the last to the first (shared/site-key.ts), so that a site and all under it stand together.
ALTER TABLE items ADD COLUMN site_key TEXT NOT NULL DEFAULT '';
-- 0 not begun, 1 begun, 2 read to the end (finishedFrom in shared/item.ts). In the indexes instead of progress, which changes with every scroll.
ALTER TABLE items ADD COLUMN reading INTEGER NOT NULL DEFAULT 0;
-- Whether the copy has pictures and code, as its report says: for asking without reading the report.
ALTER TABLE items ADD COLUMN pictured INTEGER NOT NULL DEFAULT 0;
ALTER TABLE items ADD COLUMN coded INTEGER NOT NULL DEFAULT 0;
UPDATE items SET reading = (progress > 0) + (progress >= 0.985),
  pictured = coalesce(json_extract(report, '$.counts.images.copy'), 0) > 0,
  coded = coalesce(json_extract(report, '$.counts.codeBlocks.copy'), 0) > 0;
-- By triggers and not as generated columns: those are worked out from the row although the index has them.
CREATE TRIGGER items_reading_told AFTER UPDATE OF progress ON items WHEN NEW.reading <> (NEW.progress > 0) + (NEW.progress >= 0.985) BEGIN
  UPDATE items SET reading = (NEW.progress > 0) + (NEW.progress >= 0.985) WHERE ordinal = NEW.ordinal;
END;
CREATE TRIGGER items_contents_told AFTER UPDATE OF report ON items BEGIN
  UPDATE items SET pictured = coalesce(json_extract(NEW.report, '$.counts.images.copy'), 0) > 0,
    coded = coalesce(json_extract(NEW.report, '$.counts.codeBlocks.copy'), 0) > 0 WHERE ordinal = NEW.ordinal;
END;

-- A list walks one of these in its order and answers the usual filters from it; by_added answers every other filter as well.
DROP INDEX items_by_added;
DROP INDEX items_by_title;
DROP INDEX items_by_length;
DROP INDEX items_by_progress;
CREATE INDEX items_by_added ON items (group_at DESC, series_key, series_part, ordinal DESC, place, kind, state, favourite, reading,
  added_at, minutes, pictured, coded, site_key);
CREATE INDEX items_by_title ON items (title COLLATE NOCASE, ordinal DESC, place, kind, state, favourite, reading);
CREATE INDEX items_by_length ON items (minutes, ordinal DESC, place, kind, state, favourite, reading);
CREATE INDEX items_by_progress ON items (progress DESC, ordinal DESC, place, kind, state, favourite, reading);
CREATE INDEX items_by_opened ON items (opened_at DESC, ordinal DESC, place, kind, state, favourite, reading);
CREATE INDEX items_by_site ON items (site_key, added_at, ordinal, place, kind, state, favourite, reading, minutes);
CREATE INDEX items_by_byline ON items (byline) WHERE byline IS NOT NULL;
CREATE INDEX items_of_series ON items (series_key, series_part, ordinal, series_title, place, added_at) WHERE series_key IS NOT NULL;

-- Counted by how far they are read as well.
DROP TRIGGER items_counted_in;
DROP TRIGGER items_counted_out;
DROP TRIGGER items_counted_over;
DROP TABLE item_counts;
CREATE TABLE item_counts (
  place TEXT NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL, favourite INTEGER NOT NULL, reading INTEGER NOT NULL, items INTEGER NOT NULL,
  PRIMARY KEY (place, kind, state, favourite, reading)
) STRICT, WITHOUT ROWID;
INSERT INTO item_counts SELECT place, kind, state, favourite, reading, count(*) FROM items GROUP BY 1, 2, 3, 4, 5;
CREATE TRIGGER items_counted_in AFTER INSERT ON items BEGIN
  INSERT INTO item_counts VALUES (NEW.place, NEW.kind, NEW.state, NEW.favourite, NEW.reading, 1)
    ON CONFLICT DO UPDATE SET items = items + 1;
END;
CREATE TRIGGER items_counted_out AFTER DELETE ON items BEGIN
  UPDATE item_counts SET items = items - 1
    WHERE (place, kind, state, favourite, reading) = (OLD.place, OLD.kind, OLD.state, OLD.favourite, OLD.reading);
END;
CREATE TRIGGER items_counted_over AFTER UPDATE OF place, kind, state, favourite, reading ON items
  WHEN (NEW.place, NEW.kind, NEW.state, NEW.favourite, NEW.reading) <> (OLD.place, OLD.kind, OLD.state, OLD.favourite, OLD.reading) BEGIN
  UPDATE item_counts SET items = items - 1
    WHERE (place, kind, state, favourite, reading) = (OLD.place, OLD.kind, OLD.state, OLD.favourite, OLD.reading);
  INSERT INTO item_counts VALUES (NEW.place, NEW.kind, NEW.state, NEW.favourite, NEW.reading, 1)
    ON CONFLICT DO UPDATE SET items = items + 1;
END;

-- The rows behind each count, for lists of which few fit.
CREATE INDEX items_by_facts ON items (place, kind, state, favourite, reading);

-- By number and not by id: a tenth of the room, and a list joins it without reading the row.
CREATE TABLE tags_by_number (
  tag TEXT NOT NULL, ordinal INTEGER NOT NULL REFERENCES items (ordinal) ON DELETE CASCADE, PRIMARY KEY (tag, ordinal)
) STRICT, WITHOUT ROWID;
INSERT INTO tags_by_number SELECT tag, ordinal FROM item_tags JOIN items ON items.id = item_tags.item_id;
DROP TABLE item_tags;
ALTER TABLE tags_by_number RENAME TO item_tags;
CREATE INDEX item_tags_of_item ON item_tags (ordinal);
-- Items of each tag outside the trash, kept by triggers. A row is deleted only from the trash, where it is counted no more.
CREATE TABLE tag_counts (tag TEXT PRIMARY KEY, items INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO tag_counts SELECT tag, count(*) FROM item_tags JOIN items USING (ordinal) WHERE place <> 'trash' GROUP BY tag;
CREATE TRIGGER tags_counted_in AFTER INSERT ON item_tags BEGIN
  INSERT INTO tag_counts SELECT NEW.tag, 1 FROM items WHERE ordinal = NEW.ordinal AND place <> 'trash'
    ON CONFLICT DO UPDATE SET items = items + 1;
END;
CREATE TRIGGER tags_counted_out AFTER DELETE ON item_tags BEGIN
  UPDATE tag_counts SET items = items - 1
    WHERE tag = OLD.tag AND EXISTS (SELECT 1 FROM items WHERE ordinal = OLD.ordinal AND place <> 'trash');
END;
CREATE TRIGGER tags_counted_over AFTER UPDATE OF place ON items WHEN (OLD.place = 'trash') <> (NEW.place = 'trash') BEGIN
  UPDATE tag_counts SET items = items + iif(NEW.place = 'trash', -1, 1)
    WHERE tag IN (SELECT tag FROM item_tags WHERE ordinal = NEW.ordinal);
END;

ALTER TABLE highlights ADD COLUMN start INTEGER NOT NULL DEFAULT 0;
ALTER TABLE highlights ADD COLUMN colour TEXT NOT NULL DEFAULT 'yellow';
ALTER TABLE highlights ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE highlights ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';
ALTER TABLE highlights ADD COLUMN changed_at INTEGER NOT NULL DEFAULT 0;
-- Removed ones rest until they are swept with the trash.
ALTER TABLE highlights ADD COLUMN removed_at INTEGER;
-- 1 when there is a note. Not generated: an index with a generated column covers nothing.
ALTER TABLE highlights ADD COLUMN noted INTEGER NOT NULL DEFAULT 0;
-- Passage, note and tags folded for finding (shared/quote/fold-words.ts); derived, never synced.
ALTER TABLE highlights ADD COLUMN folded TEXT NOT NULL DEFAULT '';
UPDATE highlights SET start = coalesce(json_extract(quote, '$.start'), 0), folded = lower(coalesce(json_extract(quote, '$.exact'), '')),
  changed_at = created_at;
DROP INDEX highlights_of_item;
-- The list is made from this one alone.
CREATE INDEX highlights_of_item ON highlights (item_id, start, created_at, colour, noted, tags, removed_at, id);
CREATE INDEX highlights_by_age ON highlights (created_at DESC, id);
CREATE INDEX highlights_removed ON highlights (removed_at) WHERE removed_at IS NOT NULL;

-- Hosts this machine was asked to contact. Of this machine alone, never synced.
CREATE TABLE contacts (
  host TEXT PRIMARY KEY, first_at INTEGER NOT NULL, last_at INTEGER NOT NULL, requests INTEGER NOT NULL, purposes TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`

export const libraryOfVersion2: Migration = {
  version: 2,
  up(database) {
    database.exec(sql)
    tellSites(database)
    tellSeries(database)
    database.exec(`UPDATE items SET tags = (SELECT json_group_array(tag) FROM (SELECT tag FROM item_tags
      WHERE item_tags.ordinal = items.ordinal ORDER BY tag)) WHERE ordinal IN (SELECT ordinal FROM item_tags)`)
  },
}

function tellSites(database: Database): void {
  for (const row of database.all('SELECT DISTINCT host FROM items'))
    database.run('UPDATE items SET site_key = ? WHERE host = ?', siteKey(String(row.host)), String(row.host))
}

/** What the titles tell as of today: derived, and told anew with every change of a title. */
function tellSeries(database: Database): void {
  for (const { ordinal, title, host, site_name } of database.all('SELECT ordinal, title, host, site_name FROM items')) {
    const place = seriesPlaceOf({ title: String(title), host: String(host), siteName: site_name === null ? null : String(site_name) })
    if (!place) continue
    database.run(
      'UPDATE items SET series_key = ?, series_title = ?, series_part = ? WHERE ordinal = ?',
      ...[place.key, place.title, place.part, Number(ordinal)],
    )
  }
  database.exec(`UPDATE items SET group_at = (SELECT max(added_at) FROM items AS other WHERE other.series_key = items.series_key)
    WHERE series_key IS NOT NULL`)
}
