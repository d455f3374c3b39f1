// Version 4: what a job is to fetch when its item does not say it, and where a recording was stopped.
import type { Migration } from '../migrate.ts'

const sql = `
ALTER TABLE jobs ADD COLUMN wanted TEXT;
ALTER TABLE recordings ADD COLUMN stopped_at REAL NOT NULL DEFAULT 0;
CREATE INDEX recordings_by_hash ON recordings (hash);
`

export const libraryOfVersion4: Migration = { version: 4, up: (database) => database.exec(sql) }
