// Looks through every saved file when asked, says what is missing, and offers to fetch it again.
import { useState } from 'react'
import type { OutputOf } from '../../shared/contract.ts'
import { rereadWords } from '../../shared/repair-report.ts'
import { useAskAgain, useClient } from '../client/use-call.ts'
import { ErrorNotice } from '../failure/failure-notice.tsx'

type Found = { readonly report: OutputOf<'doctor.repair'> } | { readonly error: unknown }

export function RepairPanel() {
  const client = useClient()
  const askAgain = useAskAgain()
  const [looking, setLooking] = useState(false)
  const [found, setFound] = useState<Found | null>(null)
  const look = async () => {
    setLooking(true)
    setFound(
      await client.call('doctor.repair', {}).then(
        (report) => ({ report }),
        (error: unknown) => ({ error }),
      ),
    )
    setLooking(false)
    askAgain('doctor.run', 'storage.use')
  }
  return (
    <section aria-labelledby="repair">
      <h2 id="repair">Saved files</h2>
      <p className="second">
        Holds every saved page and picture against what was saved, takes back what the library has forgotten, and says on each item what it
        lacks. A large library takes minutes; go on reading meanwhile.
      </p>
      <p className="do">
        <button type="button" className="btn sm" onClick={() => void look()} disabled={looking}>
          {looking ? 'Looking through the files' : 'Check and repair the saved files'}
        </button>
      </p>
      <div role="status">
        {found === null ? null : 'error' in found ? (
          <ErrorNotice error={found.error} onAgain={() => void look()} />
        ) : (
          <>
            {rereadWords(found.report).map((line) => (
              <p key={line}>{line}</p>
            ))}
            <FetchAgain ids={found.report.fetchAgain.map(({ id }) => id)} />
          </>
        )}
      </div>
    </section>
  )
}

function FetchAgain({ ids }: { readonly ids: OutputOf<'doctor.repair'>['fetchAgain'][number]['id'][] }) {
  const client = useClient()
  const [asked, setAsked] = useState<'no' | 'yes' | unknown>('no')
  if (ids.length === 0) return null
  if (asked === 'yes') return <p className="second">They are being fetched; the library shows how far it is.</p>
  const fetchAgain = async () => {
    setAsked(
      await client.call('item.refresh', { ids, missing: false }).then(
        () => 'yes',
        (error: unknown) => error,
      ),
    )
  }
  return (
    <>
      {asked === 'no' ? null : <ErrorNotice error={asked} onAgain={() => void fetchAgain()} />}
      <p className="do">
        <button type="button" className="btn sm" onClick={() => void fetchAgain()}>
          Fetch them again
        </button>
      </p>
    </>
  )
}
