// Loaded before the program (node --import): the name `electron` becomes the stand-in, for every importer.
import { registerHooks } from 'node:module'

const standIn = new URL('./module.ts', import.meta.url).href

registerHooks({
  resolve(specifier, context, nextResolve) {
    return specifier === 'electron' ? { url: standIn, format: 'module-typescript', shortCircuit: true } : nextResolve(specifier, context)
  },
})
