// Version 5: what things that were to find have become, so that the same text again finds them too.
import type { Migration } from '../migrate.ts'

const sql = `
CREATE TABLE found_things (
  -- The id the thing has, or would have, while it is to find.
  wanted_id TEXT PRIMARY KEY,
  item_id TEXT NOT NULL REFERENCES items (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX found_things_of_item ON found_things (item_id);
`

export const libraryOfVersion5: Migration = { version: 5, up: (database) => database.exec(sql) }
