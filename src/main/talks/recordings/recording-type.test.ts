import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { recordingName, recordingType } from './recording-type.ts'

const folder = join(import.meta.dirname, '..', '..', 'testing', 'recordings')
const bytes = (text: string) => Buffer.from(text.padEnd(64, '\0'), 'latin1')

it.each([
  ['talk.mp4', 'video/mp4'],
  ['talk.m4a', 'audio/mp4'],
  ['talk.webm', 'video/webm'],
  ['talk.mp3', 'audio/mpeg'],
  ['talk.ogg', 'audio/ogg'],
] as const)('tells %s by its bytes', (name, mime) => {
  expect(recordingType(readFileSync(join(folder, name)))).toBe(mime)
})

it.each([
  ['a page', '<!doctype html><title>Not found</title>'],
  ['a script', '#!/bin/sh\necho hello there and more'],
  ['a picture that begins like a film', '\0\0\0\x20ftypavif\0\0\0\0'],
  ['a QuickTime film', '\0\0\0\x14ftypqt  \0\0\0\0'],
  ['a Matroska film', '\x1aE\xdf\xa3\x93B\x82\x88matroska'],
  ['captions', 'WEBVTT\n\n00:01.000 --> 00:02.000\n'],
  ['a sign of order before UTF-16', '\xff\xfeh\0e\0l\0l\0o\0'],
  ['too little', 'ID3'],
])('takes %s for no recording', (_what, text) => {
  expect(recordingType(text.length < 16 ? Buffer.from(text) : bytes(text))).toBeNull()
})

it('knows a bare frame of sound, and names what has no name', () => {
  expect(recordingType(bytes('\xff\xfb\x90\x64'))).toBe('audio/mpeg')
  expect(recordingName('https://cdn.example/a/springs%20eng.mp4?x=1', 'video/mp4')).toBe('springs eng.mp4')
  expect(recordingName('https://cdn.example/a/', 'audio/mpeg')).toBe('recording.mp3')
})
