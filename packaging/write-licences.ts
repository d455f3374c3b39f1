// `npm run licences`: writes docs/licences.md anew, after a package has come or gone.
import { writeFileSync } from 'node:fs'
import { licencesFile, licencesPage } from './licences.ts'

writeFileSync(licencesFile, licencesPage())
