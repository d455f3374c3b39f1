// What the library weighs, what weighs most, and a way to make it lighter.
import type { ItemActions } from '../client/item-actions.ts'
import { useAskAgain, useCall, useClient } from '../client/use-call.ts'
import { bytes, count } from '../design/amounts.ts'
import { Leaders } from '../design/leaders.tsx'
import { ErrorNotice } from '../failure/failure-notice.tsx'

export function StoragePanel({ actions }: { readonly actions: ItemActions }) {
  const client = useClient()
  const askAgain = useAskAgain()
  const use = useCall('storage.use', {})
  if (use.error !== null) return <ErrorNotice error={use.error} onAgain={() => void use.refetch()} />
  const now = use.data
  if (now === undefined) return null
  const earlier = Math.max(0, now.copies - now.items)
  return (
    <section aria-labelledby="storage">
      <h2 id="storage">Storage</h2>
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
