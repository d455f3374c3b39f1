#!/usr/bin/env node
// Carrel's executable: finds a Node new enough (re-running itself with it), builds what is missing or stale, and hands
// the arguments to the command line or opens the library. Plain JavaScript that Node 20 reads.
import { fileURLToPath } from 'node:url'
import { findNode, isGoodNode, noNodeWords } from './src/launch/find-node.mjs'
import { endLike, followLauncher, runProgram } from './src/launch/run-program.mjs'
import { withTidyAllocator } from './src/launch/tidy-allocator.mjs'

const args = process.argv.slice(2)
if (isGoodNode(process.versions.node)) {
  followLauncher()
  const { start } = await import('./src/launch/start.mjs')
  await start(args)
} else {
  const node = findNode()
  if (node === null) {
    process.stderr.write(`${noNodeWords}\n`)
    process.exitCode = 1
  } else {
    endLike(await runProgram(node, [fileURLToPath(import.meta.url), ...args], { env: withTidyAllocator(process.env) }))
  }
}
