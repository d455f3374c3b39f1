// Loaded before every test file: a connection beyond loopback fails the test that made it.
import net from 'node:net'

const loopback = /^(127\.|::1$|::ffff:127\.|localhost$|\[::1\]$)/

const connect = net.Socket.prototype.connect
net.Socket.prototype.connect = function guarded(this: net.Socket, ...args: unknown[]) {
  const first = Array.isArray(args[0]) ? args[0][0] : args[0]
  const target = typeof first === 'object' && first !== null ? (first as { host?: string; path?: string }) : {}
  if (target.path === undefined && target.host !== undefined && !loopback.test(target.host)) {
    throw new Error(`a test tried to reach ${target.host}: only loopback is allowed`)
  }
  return Reflect.apply(connect, this, args)
} as typeof connect
