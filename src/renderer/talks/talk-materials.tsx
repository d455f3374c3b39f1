// The slides and code that go with a talk, each opened in the browser when asked.
import { Code, Link2, Presentation } from 'lucide-react'
import type { TalkMaterial } from '../../shared/talk.ts'
import type { ItemActions } from '../client/item-actions.ts'
import { Icon } from '../design/icon.tsx'

const kinds = {
  slides: { icon: Presentation, word: 'Slides' },
  code: { icon: Code, word: 'Code' },
  other: { icon: Link2, word: 'Also' },
} as const

type Props = { readonly materials: readonly TalkMaterial[]; readonly actions: ItemActions }

export function TalkMaterials({ materials, actions }: Props) {
  if (materials.length === 0) return null
  return (
    <ul className="talk-materials" aria-label="Slides and code">
      {materials.map(({ kind, url }) => {
        const { icon, word } = kinds[kind]
        return (
          <li key={url}>
            <button type="button" className="link" title={`Open ${url} in the browser`} onClick={() => actions.openOutside(url)}>
              <Icon of={icon} small />
              {word}: {shortAddress(url)}
            </button>
          </li>
        )
      })}
    </ul>
  )
}

function shortAddress(url: string): string {
  const { host, pathname } = new URL(url)
  const short = `${host.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}`
  return short.length <= 60 ? short : `${short.slice(0, 59)}…`
}
