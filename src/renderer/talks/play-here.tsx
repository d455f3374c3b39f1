// A player of the web beside the words: loaded when the reader asks and not before, from the one host it names, gone when one leaves.
import { Play } from 'lucide-react'
import { useEffect, useState } from 'react'
import { showSeconds } from '../../shared/address/start-time.ts'
import type { ItemSummary } from '../../shared/item.ts'
import type { ItemActions } from '../client/item-actions.ts'
import { useCall, useClient } from '../client/use-call.ts'
import { Icon } from '../design/icon.tsx'
import './recording.css'

type Props = { readonly item: ItemSummary; readonly actions: ItemActions }

export function PlayHere({ item, actions }: Props) {
  const client = useClient()
  const seconds = item.startSeconds ?? 0
  const known = useCall('talk.player', { id: item.id, seconds })
  const [path, setPath] = useState<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another talk begins without a player
  useEffect(() => setPath(null), [item.id])
  const player = known.data?.player ?? null
  // The window loads nothing of the web, whoever asks (docs/electron-security.md): there the browser is the way.
  if (window.carrel !== undefined || player === null || !player.url.startsWith('https:')) return null
  if (path === null) {
    return (
      <p className="play-here">
        <button
          type="button"
          className="btn sm num"
          onClick={() => actions.attempt(async () => setPath((await client.call('recording.openPlayer', { id: item.id, seconds })).path))}
        >
          <Icon of={Play} small />
          {seconds > 0 ? `Play here at ${showSeconds(seconds)}` : 'Play here'}: contacts {player.host}
        </button>
      </p>
    )
  }
  return (
    <section className="web-player" aria-label="Player of the web">
      <iframe title={`Player of ${player.host}`} src={path} />
      <p className="quiet">
        <span>This player comes from {player.host}, which knows that it is played.</span>
        <button type="button" className="link" onClick={() => setPath(null)}>
          Close the player
        </button>
      </p>
    </section>
  )
}
