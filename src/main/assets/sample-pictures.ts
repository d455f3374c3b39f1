// For tests only: one small real picture of every type (40 by 30, made for this purpose), and two that must be refused.

const base64 = {
  png: 'iVBORw0KGgoAAAANSUhEUgAAACgAAAAeCAMAAABpA6zvAAAAA1BMVEXIUCi3yA+MAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAEklEQVQ4jWNgGAWjYBSMguEAAATOAAE9WQaqAAAAAElFTkSuQmCC',
  jpeg: '/9j/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQYGBcUFhYaHSUfGhsjHBYWICwgIyYnKSopGR8tMC0oMCUoKSj/2wBDAQcHBwoIChMKChMoGhYaKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCj/wAARCAAeACgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFgEBAQEAAAAAAAAAAAAAAAAAAAYH/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAwDAQACEQMRAD8AkAJFpAAAAAAAAAAD/9k=',
  jpegProgressive:
    '/9j/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQYGBcUFhYaHSUfGhsjHBYWICwgIyYnKSopGR8tMC0oMCUoKSj/2wBDAQcHBwoIChMKChMoGhYaKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCj/wgARCAAeACgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAT/xAAWAQEBAQAAAAAAAAAAAAAAAAAABQb/2gAMAwEAAhADEAAAAYxI0gAAAAH/xAAUEAEAAAAAAAAAAAAAAAAAAABA/9oACAEBAAEFAif/xAAUEQEAAAAAAAAAAAAAAAAAAAAg/9oACAEDAQE/AV//xAAUEQEAAAAAAAAAAAAAAAAAAAAg/9oACAECAQE/AV//xAAUEAEAAAAAAAAAAAAAAAAAAABA/9oACAEBAAY/Aif/xAAUEAEAAAAAAAAAAAAAAAAAAABA/9oACAEBAAE/ISf/2gAMAwEAAgADAAAAEPPPPPPP/8QAFBEBAAAAAAAAAAAAAAAAAAAAIP/aAAgBAwEBPxBf/8QAFBEBAAAAAAAAAAAAAAAAAAAAIP/aAAgBAgEBPxBf/8QAFBABAAAAAAAAAAAAAAAAAAAAQP/aAAgBAQABPxAn/9k=',
  gif: 'R0lGODlhKAAeAIAAAExpcchQKCH5BAUAAAAALAAAAAAoAB4AAAIhjI+py+0Po5y02ouz3rz7D4biSJbmiabqyrbuC8fyTHMFADs=',
  webp: 'UklGRkoAAABXRUJQVlA4ID4AAABwAwCdASooAB4APm02l0ikIyIhJWgAgA2JZwB2APwAAGNXwvAA/uQBf//kFywuuRr//6En4JPwSfuAAAAAAA==',
  webpLossless: 'UklGRh4AAABXRUJQVlA4TBEAAAAvJ0AHAAdQqCIXpf+BiOh/AAA=',
  webpExtended:
    'UklGRm4AAABXRUJQVlA4WAoAAAAQAAAAJwAAHQAAQUxQSAoAAAABB1DAiAhERP8DVlA4ID4AAABwAwCdASooAB4APm02l0ikIyIhJWgAgA2JZwB2APwAAGNXwvAA/uQBf//kFywuuRr//6En4JPwSfuAAAAAAA==',
  avif: 'AAAAHGZ0eXBhdmlmAAAAAG1pZjFhdmlmbWlhZgAAANZtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAACJpbG9jAAAAAERAAAEAAQAAAAAA+gABAAAAAAAAACUAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABhdjAxAAAAAA5waXRtAAAAAAABAAAAVmlwcnAAAAA4aXBjbwAAAAxhdjFDgSACAAAAABRpc3BlAAAAAAAAACgAAAAeAAAAEHBpeGkAAAAAAwgICAAAABZpcG1hAAAAAAAAAAEAAQOBAgMAAAAtbWRhdBIACgk4FSfrSAhoNIAyFhlCYwTAADQAAKxQwBOqLIH0AVVHNHw=',
  /** One by one: what trackers send. */
  pixel: 'R0lGODlhAQABAIAAAExpcchQKCH5BAUAAAAALAAAAAABAAEAAAICTAEAOw==',
  /** 25,000 pixels wide, in 140 bytes. */
  bomb: 'iVBORw0KGgoAAAANSUhEUgAAYagAAAABCAMAAADs3FxYAAAAA1BMVEXIUCi3yA+MAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAALklEQVR4nO3BAQEAAACCIP+vbkhAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA9GFhqQABvVCG+gAAAABJRU5ErkJggg==',
} as const

/** The same picture held upright: an Exif segment with orientation 6 put after the first two bytes of the JPEG. */
function turned(jpeg: Uint8Array): Uint8Array {
  const exif = Buffer.from('ffe100224578696600004d4d002a00000008000101120003000000010006000000000000', 'hex')
  return Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)])
}

/** 24-bit BMP, rows from the top (negative height). */
function bmp(): Uint8Array {
  const bytes = Buffer.alloc(54 + 40 * 3 * 30)
  bytes.write('BM')
  bytes.writeUInt32LE(bytes.length, 2)
  bytes.writeUInt32LE(54, 10)
  bytes.writeUInt32LE(40, 14)
  bytes.writeInt32LE(40, 18)
  bytes.writeInt32LE(-30, 22)
  bytes.writeUInt16LE(1, 26)
  bytes.writeUInt16LE(24, 28)
  return bytes
}

/** An icon file of two PNGs: 16 by 16 by its entry, and 40 by 30. */
function ico(png: Uint8Array): Uint8Array {
  const header = Buffer.alloc(6 + 32)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(2, 4)
  for (const [index, width, height] of [
    [0, 16, 16],
    [1, 40, 30],
  ] as const) {
    header.writeUInt8(width, 6 + index * 16)
    header.writeUInt8(height, 7 + index * 16)
    header.writeUInt32LE(png.length, 14 + index * 16)
    header.writeUInt32LE(38, 18 + index * 16)
  }
  return Buffer.concat([header, png])
}

const decoded = Object.fromEntries(Object.entries(base64).map(([name, text]) => [name, new Uint8Array(Buffer.from(text, 'base64'))]))
function get(name: keyof typeof base64): Uint8Array {
  return decoded[name] ?? new Uint8Array()
}

export const samplePictures = {
  png: get('png'),
  jpeg: get('jpeg'),
  jpegProgressive: get('jpegProgressive'),
  jpegTurned: turned(get('jpeg')),
  gif: get('gif'),
  webp: get('webp'),
  webpLossless: get('webpLossless'),
  webpExtended: get('webpExtended'),
  avif: get('avif'),
  bmp: bmp(),
  ico: ico(get('png')),
  svg: new TextEncoder().encode(
    '<?xml version="1.0"?><!-- a > b --><svg xmlns="http://www.w3.org/2000/svg" width="40px" height="30"><path d="M0 0h40v30z"/></svg>',
  ),
  pixel: get('pixel'),
  bomb: get('bomb'),
} as const
