// Whether a command line asks for the window: `carrel`, `carrel open`, and carrel:// links with or without it.

/**
 * The options for the library, as `--library=<folder>`, and the links, when that is what was asked; null for everything else, wrong
 * usage included: the command line knows how to say that.
 * @param {readonly string[]} args
 * @returns {{ readonly options: readonly string[], readonly links: readonly string[] } | null}
 */
export function asOpening(args) {
  const options = []
  const links = []
  let opens = false
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? ''
    const value = args[at + 1]
    if (arg === 'open' && !opens) opens = true
    else if (/^carrel:/i.test(arg)) links.push(arg)
    else if (arg.startsWith('--library=')) options.push(arg)
    else if (arg === '--library' && value !== undefined) {
      options.push(`--library=${value}`)
      at += 1
    } else return null
  }
  return { options, links }
}
