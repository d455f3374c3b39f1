import { expect, test } from 'vitest'
import { imageType } from './image-type.ts'
import { samplePictures } from './sample-pictures.ts'

test.each([
  ['png', 'image/png'],
  ['jpeg', 'image/jpeg'],
  ['jpegProgressive', 'image/jpeg'],
  ['gif', 'image/gif'],
  ['webp', 'image/webp'],
  ['webpLossless', 'image/webp'],
  ['webpExtended', 'image/webp'],
  ['avif', 'image/avif'],
  ['bmp', 'image/bmp'],
  ['ico', 'image/x-icon'],
  ['svg', 'image/svg+xml'],
] as const)('%s is known by its bytes, with its size', (name, mime) => {
  expect(imageType(samplePictures[name])).toEqual({ mime, width: 40, height: 30 })
})

test('a photograph held upright has the size it is shown at', () => {
  expect(imageType(samplePictures.jpegTurned)).toEqual({ mime: 'image/jpeg', width: 30, height: 40 })
})

test('a picture cut off inside its header is none', () => {
  for (const name of ['png', 'jpeg', 'gif', 'webp', 'webpLossless', 'webpExtended', 'avif', 'bmp', 'ico'] as const) {
    for (let length = 0; length < 9; length++) expect(imageType(samplePictures[name].subarray(0, length)), `${name} ${length}`).toBeNull()
  }
  expect(imageType(samplePictures.png.subarray(0, 20))).toBeNull()
  expect(imageType(samplePictures.avif.subarray(0, 60))).toBeNull()
})

test.each([
  ['an error page', '<!doctype html><html><body><svg width="40" height="30"></svg></body></html>'],
  ['a HEIC photograph', '\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\0'],
  ['a TIFF', 'II*\0\x08\0\0\0'],
  ['a PDF', '%PDF-1.7'],
  ['text that begins like a bitmap', 'BMW builds cars'],
  ['JSON', '{"error":"not found"}'],
])('%s is no picture', (_name, text) => {
  expect(imageType(new Uint8Array(Buffer.from(text, 'latin1')))).toBeNull()
})

test('a drawing without pixels of its own takes them from its viewBox, or has none', () => {
  const size = (svg: string) => imageType(new TextEncoder().encode(svg))
  expect(size('<svg viewBox="0 0 800 600">')).toMatchObject({ width: 800, height: 600 })
  expect(size('<svg width="100%" height="100%" viewBox="0,0,12.4,9">')).toMatchObject({ width: 12, height: 9 })
  expect(size('<svg width="10em">')).toMatchObject({ width: null, height: null })
  expect(size('\ufeff<!DOCTYPE svg PUBLIC "a" "b" [ <!ENTITY x "y"> ]>\n<svg:svg width="5" height="6">')).toMatchObject({
    width: 5,
    height: 6,
  })
})
