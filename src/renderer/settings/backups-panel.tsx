// The copies of the library file that are kept beside it: the last one, how many, and one more now.
import { useState } from 'react'
import { useAskAgain, useCall, useClient } from '../client/use-call.ts'
import { amount, bytes, dayAndTime } from '../design/amounts.ts'
import { Leaders } from '../design/leaders.tsx'
import { ErrorNotice, FailureNotice } from '../failure/failure-notice.tsx'
import type { SettingsPanelProps } from './settings-panel-props.ts'

export function BackupsPanel({ actions }: Pick<SettingsPanelProps, 'actions'>) {
  const client = useClient()
  const askAgain = useAskAgain()
  const [making, setMaking] = useState(false)
  const kept = useCall('storage.backups', {}, { fresh: true })
  const make = () => {
    setMaking(true)
    actions.attempt(async () => {
      try {
        return await client.call('storage.backUp', {})
      } finally {
        setMaking(false)
        askAgain('storage.backups')
      }
    })
  }
  if (kept.error !== null) return <ErrorNotice error={kept.error} onAgain={() => void kept.refetch()} />
  if (kept.data === undefined) return null
  const { backups, failure } = kept.data
  const [last] = backups
  return (
    <section aria-labelledby="backups">
      <h2 id="backups">Backups</h2>
      <p className="second">
        The list of your items, their tags, places and highlights are copied once a day while Carrel is open. The last seven days and four
        weeks are kept in the library’s folder.
      </p>
      <Leaders
        rows={[
          { term: 'Last backup', fact: last === undefined ? 'none yet' : dayAndTime(last.at, Date.now()) },
          { term: 'Kept', fact: amount(backups.length, 'backup', 'backups') },
          { term: 'Size', fact: bytes(backups.reduce((sum, one) => sum + one.bytes, 0)) },
        ]}
      />
      {failure === null ? null : <FailureNotice failure={failure} onRemedy={make} />}
      <p className="do">
        <button type="button" className="btn sm" onClick={make} disabled={making}>
          {making ? 'Backing up' : 'Back up now'}
        </button>
      </p>
    </section>
  )
}
