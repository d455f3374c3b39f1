import { expect, test } from 'vitest'
import { openPictureRoom } from './picture-room.ts'

const never = new AbortController().signal

/** Whether a turn has come once everything that can go on has gone on. */
async function came(turn: Promise<void>): Promise<boolean> {
  return await Promise.race([turn.then(() => true), new Promise<false>((resolve) => setImmediate(() => resolve(false)))])
}

test('a full room lets only the first page go on; the next ones follow when it leaves', async () => {
  const room = openPictureRoom(100)
  const [first, second, third] = [room.enter(), room.enter(), room.enter()]
  await first.turn(never)
  first.took(60)
  await second.turn(never)
  second.took(60)
  expect(await came(first.turn(never))).toBe(true)
  first.took(500)
  const [after, last] = [second.turn(never), third.turn(never)]
  expect(await came(after)).toBe(false)
  expect(await came(last)).toBe(false)
  first.leave()
  first.leave()
  expect(await came(after)).toBe(true)
  expect(await came(last)).toBe(true)
})

test('who is cancelled waits no longer', async () => {
  const room = openPictureRoom(1)
  const [first, second] = [room.enter(), room.enter()]
  first.took(5)
  const cancel = new AbortController()
  const turn = second.turn(cancel.signal)
  expect(await came(turn)).toBe(false)
  cancel.abort()
  expect(await came(turn)).toBe(true)
})
