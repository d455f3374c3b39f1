// What the import bench says to the programs it is compared with, and what they answer.
import type { CorpusPage } from '../corpus-pages.ts'

export type PeerTask = { readonly pages: readonly CorpusPage[]; readonly folder: string; readonly site: { readonly port: number } }
export type PeerAnswer = { readonly ready: true } | { readonly seconds: number; readonly written: number }
