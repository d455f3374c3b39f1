// Whose program is at the other end of a loopback connection. Linux tells; elsewhere nothing is known, and the token alone decides.
// It matters because a browser sends a cookie of 127.0.0.1 to every port there: a web server of another user of this machine, once opened
// in the reader's browser, has seen ours.
import { readFile } from 'node:fs/promises'
import type { Socket } from 'node:net'

export type WhoseConnection = {
  /** False when the program at the other end is known to be another user's. */
  isOurs(socket: Socket): Promise<boolean>
}

/** `tables`: the kernel's lists of connections, in the form of /proc/net/tcp; `own`: our user's number, null where users have none. */
export function openWhoseConnection(
  tables: readonly string[] = process.platform === 'linux' ? ['/proc/net/tcp', '/proc/net/tcp6'] : [],
  own: number | null = process.getuid?.() ?? null,
): WhoseConnection {
  const known = new WeakMap<Socket, Promise<boolean>>()
  const looks = own === null ? [] : tables.map(lookInto)
  const find = async (connection: string): Promise<boolean> => {
    // Walking a table costs the kernel milliseconds: the second is read for those that the first does not name.
    for (const look of looks) {
      const user = (await look()).get(connection)
      // Root reads every library anyway.
      if (user !== undefined) return user === own || user === 0
    }
    // Another namespace's programs are not in our tables.
    return true
  }
  return {
    isOurs(socket) {
      const asked = known.get(socket)
      if (asked !== undefined) return asked
      const answer = find(`${socket.remotePort}>${socket.localPort}`)
      known.set(socket, answer)
      return answer
    },
  }
}

/** One look for all that came while the one before was under way: a thousand connections are not a thousand tables. */
function lookInto(table: string): () => Promise<ReadonlyMap<string, number>> {
  let reading: Promise<unknown> = Promise.resolve()
  let next: Promise<ReadonlyMap<string, number>> | null = null
  return () => {
    next ??= reading.then(() => {
      next = null
      const read = usersOf(table)
      reading = read
      return read
    })
    return next
  }
}

/** A line of the kernel's list: both ends, the state, the user. Ends of what is over (06) are no user's any more, and may be very many. */
const row = /^ *\d+: (\S+) (\S+) (?!06)\S\S \S+ \S+ \S+ +(\d+) /gm
/** 127.0.0.1 in the kernel's spelling, as such or mapped into IPv6, and the port. */
const loopback = /^(?:0000000000000000FFFF0000)?0100007F:([0-9A-F]{4})$/i

/** The user's number of each loopback connection, by the ports of its two ends. */
async function usersOf(table: string): Promise<ReadonlyMap<string, number>> {
  const text = await readFile(table, 'latin1').catch(() => '')
  const users = new Map<string, number>()
  for (const [, from = '', to = '', user] of text.matchAll(row)) {
    const ports = [from, to].map((end) => Number.parseInt(loopback.exec(end)?.[1] ?? '', 16))
    if (ports.every(Number.isInteger)) users.set(ports.join('>'), Number(user))
  }
  return users
}
