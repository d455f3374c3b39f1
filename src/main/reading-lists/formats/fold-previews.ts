// The previews that chats show below a link, and copy with it: whose site, who made it, what it is called, each on a line of its own.
import type { Line } from './unfold-lines.ts'

const address = /https?:\/\/(?:[\w-]+\.)*(youtube\.com|youtu\.be|vimeo\.com)\/[^\s<>()"]{3,300}/gi
const sites: Readonly<Record<string, string>> = { 'youtube.com': 'youtube', 'youtu.be': 'youtube', 'vimeo.com': 'vimeo' }

/** The lines without previews of recordings; what a preview calls its recording stands in quotation marks right behind the address. */
export function foldPreviews(lines: readonly Line[]): readonly Line[] {
  const folded: { text: string; quoted: boolean }[] = []
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] as Line
    const [maker, title] = [lines[index + 1]?.text.trim() ?? '', lines[index + 2]?.text.trim() ?? '']
    const above = folded.at(-1)
    const links = above ? [...above.text.matchAll(address)] : []
    const [link] = links
    const isPreview = links.length === 1 && sites[link?.[1]?.toLowerCase() ?? ''] === line.text.trim().toLowerCase()
    if (!above || !link || !isPreview || maker === '' || maker.length > 80 || title === '' || title.length > 160) {
      folded.push({ ...line })
      continue
    }
    const end = link.index + link[0].replace(/[.,;:!?]+$/, '').length
    above.text = `${above.text.slice(0, end)} ("${title.replace(/["“”]/g, '’')}")${above.text.slice(end)}`
    index += 2
  }
  return folded
}
