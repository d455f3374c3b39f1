import { describe, expect, it } from 'vitest'
import { readSeconds, showSeconds, timesOf, withoutTimes } from './start-time.ts'

describe('readSeconds', () => {
  it.each([
    ['98', 98],
    ['98s', 98],
    ['2045s', 2045],
    ['1h2m3s', 3723],
    ['0h1m38s', 98],
    ['34m5s', 2045],
    ['34m', 2040],
    ['1h', 3600],
    ['1m30', 90],
    ['34:05', 2045],
    ['1:02:03', 3723],
    ['65:00', 3900],
    ['10.7', 10],
    ['npt:10.5', 10],
    ['1H2M3S', 3723],
    ['', null],
    ['abc', null],
    ['12x', null],
    ['-5', null],
    ['1:2:3:4', null],
    ['1699999999', null],
  ])('%j is %j seconds', (text, seconds) => expect(readSeconds(text)).toBe(seconds))
})

describe('timesOf', () => {
  it.each([
    ['https://youtu.be/abcdefghijk?t=98', 98, null],
    ['https://www.youtube.com/embed/abcdefghijk?start=10&end=20', 10, 20],
    ['https://www.youtube.com/watch?v=abcdefghijk#t=1m2s', 62, null],
    ['https://www.youtube.com/watch?v=abcdefghijk&time_continue=7', 7, null],
    ['https://media.ccc.de/v/x#l=deu&t=123', 123, null],
    ['https://media.ccc.de/v/x#video&t=34:05', 2045, null],
    ['https://x.org/a.mp4#t=10,20', 10, 20],
    ['https://x.org/a.mp4#t=,20', null, 20],
    ['https://x.org/a.mp4#t=1:02:03', 3723, null],
    ['https://peer.example/w/x?start=1m2s&stop=1m10s', 62, 70],
    ['https://youtu.be/abcdefghijk?t=0', null, null],
    ['https://youtu.be/abcdefghijk', null, null],
    ['https://www.youtube.com/watch?v=8kotnF6hfd8#t44m55s', 2695, null],
    ['https://www.youtube.com/watch?v=8kotnF6hfd8#t4', null, null],
  ])('%s', (address, startSeconds, endSeconds) => expect(timesOf(new URL(address))).toEqual({ startSeconds, endSeconds }))
})

describe('withoutTimes', () => {
  it.each([
    ['https://www.youtube.com/watch?v=a&t=2045s&list=L', 'https://www.youtube.com/watch?v=a&list=L'],
    ['https://www.youtube.com/watch?t=9&v=a', 'https://www.youtube.com/watch?v=a'],
    ['https://vimeo.com/1#t=1m2s', 'https://vimeo.com/1'],
    ['https://media.ccc.de/v/x#video&t=5', 'https://media.ccc.de/v/x#video'],
    ['https://x.org/a.mp4#t=,20', 'https://x.org/a.mp4'],
    ['https://x.org/v?t=token&a=%20+b', 'https://x.org/v?t=token&a=%20+b'],
  ])('%s', (address, bare) => expect(withoutTimes(address)).toBe(bare))
})

describe('showSeconds', () => {
  it.each([
    [2045, '34:05'],
    [3723, '1:02:03'],
    [5, '0:05'],
    [59.9, '0:59'],
    [36000, '10:00:00'],
  ])('%d is %s', (seconds, shown) => expect(showSeconds(seconds)).toBe(shown))
})
