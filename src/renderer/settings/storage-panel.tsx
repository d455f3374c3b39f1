// What the library may weigh, what it weighs, what weighs most, and a way to make it lighter.
import { HardDrive } from 'lucide-react'
import { useAskAgain, useCall, useClient } from '../client/use-call.ts'
import { bytes, count } from '../design/amounts.ts'
import { Choice } from '../design/choice.tsx'
import { Leaders } from '../design/leaders.tsx'
import { ErrorNotice } from '../failure/failure-notice.tsx'
import { BackupsPanel } from './backups-panel.tsx'
import { SettingRow } from './setting-row.tsx'
import type { SettingsPanelProps } from './settings-panel-props.ts'
import { withNow } from './with-now.ts'

const limits = [2, 5, 10, 20, 50, 100, 200].map((gigabytes) => String(gigabytes * 1_000_000_000))

export function StoragePanel(given: SettingsPanelProps) {
  const { now, change } = given
  return (
    <>
      <ul className="set">
        <SettingRow icon={HardDrive} name="Size limit" says="Earlier copies go first; then it is said, before the disk is full">
          <Choice
            name="Size limit"
            look="field"
            value={String(now.maxBytes)}
            options={withNow(limits, String(now.maxBytes)).map((value) => ({ value, label: bytes(Number(value)) }))}
            onChoose={(value) => change({ maxBytes: Number(value) })}
          />
        </SettingRow>
      </ul>
      <Weights actions={given.actions} />
      <BackupsPanel actions={given.actions} />
    </>
  )
}

function Weights({ actions }: Pick<SettingsPanelProps, 'actions'>) {
  const client = useClient()
  const askAgain = useAskAgain()
  const use = useCall('storage.use', {})
  if (use.error !== null) return <ErrorNotice error={use.error} onAgain={() => void use.refetch()} />
  const now = use.data
  if (now === undefined) return null
  const earlier = Math.max(0, now.copies - now.items)
  return (
    <section aria-labelledby="weights">
      <h2 id="weights">On this machine</h2>
      <p className="second">
        {bytes(now.bytes)} of {bytes(now.maxBytes)}
        {now.freeBytes === null ? '' : `; ${bytes(now.freeBytes)} are free on the disk`}.
      </p>
      <span className="thread" style={{ '--done': Math.min(100, (100 * now.bytes) / now.maxBytes) }} />
      <Leaders
        rows={[
          { term: 'Items', fact: count(now.items) },
          { term: 'Copies', fact: count(now.copies) },
          { term: 'Files', fact: count(now.blobs) },
        ]}
      />
      {earlier > 0 ? (
        <p className="do">
          <button
            type="button"
            className="btn sm"
            onClick={() =>
              actions.attempt(async () => {
                const dropped = await client.call('storage.dropEarlierCopies', {})
                askAgain('storage.use')
                return dropped
              })
            }
          >
            Drop earlier copies
          </button>
          <span className="quiet">The copies shown stay.</span>
        </p>
      ) : null}
      {now.heaviest.length > 0 ? (
        <>
          <h3>The heaviest</h3>
          <Leaders
            rows={now.heaviest.slice(0, 8).map((item) => ({
              term: item.title,
              fact: (
                <a className="link" href={`#/item/${item.id}`} aria-label={`Open ${item.title}, ${bytes(item.bytes)}`}>
                  {bytes(item.bytes)}
                </a>
              ),
            }))}
          />
        </>
      ) : null}
    </section>
  )
}
