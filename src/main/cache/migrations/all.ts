// Every migration there ever was, oldest first. A new one gets the next number and a fixture beside this file.
import type { Migration } from '../migrate.ts'
import { libraryOfVersion1 } from './0001-library.ts'
import { libraryOfVersion2 } from './0002-desk.ts'
import { libraryOfVersion3 } from './0003-lists.ts'
import { libraryOfVersion4 } from './0004-recordings.ts'
import { libraryOfVersion5 } from './0005-found.ts'

export const allMigrations: readonly Migration[] = [
  libraryOfVersion1,
  libraryOfVersion2,
  libraryOfVersion3,
  libraryOfVersion4,
  libraryOfVersion5,
]
