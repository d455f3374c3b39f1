// Whom this machine was asked to contact, when and what for; and the proxy, if there is one.
import { Waypoints } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useAskAgain, useCall, useClient } from '../client/use-call.ts'
import { amount, count, dayAndTime } from '../design/amounts.ts'
import { ErrorNotice } from '../failure/failure-notice.tsx'
import { checkProxy } from './check-proxy.ts'
import { SettingRow } from './setting-row.tsx'
import type { SettingsPanelProps } from './settings-panel-props.ts'

const purposes: Readonly<Record<string, string>> = {
  page: 'pages you saved or refreshed',
  asset: 'their pictures and files',
  details: 'details of talks, and the web archive when you asked for it',
}

/** In our own order: first what was asked for, then what came with it. */
function wordsFor(asked: readonly string[]): string {
  const known = Object.entries(purposes).flatMap(([purpose, words]) => (asked.includes(purpose) ? [words] : []))
  return [...known, ...asked.filter((purpose) => purposes[purpose] === undefined)].join(', ')
}

export function NetworkPanel({ now, change, actions }: SettingsPanelProps) {
  const client = useClient()
  const askAgain = useAskAgain()
  const contacts = useCall('network.contacts', {})
  // Nobody is told when a host is contacted: it is asked at every look.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for every arrival
  useEffect(() => askAgain('network.contacts'), [])
  const hosts = contacts.data?.hosts.toSorted((a, b) => b.lastAt - a.lastAt) ?? []
  return (
    <>
      <ul className="set">
        <ProxyRow key={now.proxy} proxy={now.proxy} onChange={(proxy) => change({ proxy })} />
      </ul>
      <section aria-labelledby="contacts">
        <h2 id="contacts">Contacted</h2>
        {contacts.error === null ? null : <ErrorNotice error={contacts.error} onAgain={() => void contacts.refetch()} />}
        {contacts.data === undefined ? null : hosts.length === 0 ? (
          <p className="second">Nobody yet. Save a link, and its host stands here.</p>
        ) : (
          <>
            <p className="second">{amount(hosts.length, 'host', 'hosts')}, the latest first. This list stays on this machine.</p>
            <table className="contacts num">
              <thead>
                <tr>
                  <th scope="col">Host</th>
                  <th scope="col">What for</th>
                  <th scope="col">First</th>
                  <th scope="col">Last</th>
                  <th scope="col">Requests</th>
                </tr>
              </thead>
              <tbody>
                {hosts.map((host) => (
                  <tr key={host.host}>
                    <th scope="row">{host.host}</th>
                    <td>{wordsFor(host.purposes)}</td>
                    <td>{dayAndTime(host.firstAt, Date.now())}</td>
                    <td>{dayAndTime(host.lastAt, Date.now())}</td>
                    <td>{count(host.requests)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <p className="do">
              <button
                type="button"
                className="btn sm"
                onClick={() =>
                  actions.attempt(async () => {
                    await client.call('network.forgetContacts', {})
                    askAgain('network.contacts')
                  })
                }
              >
                Forget this list
              </button>
              <span className="quiet">Nothing that is saved goes.</span>
            </p>
          </>
        )}
      </section>
    </>
  )
}

function ProxyRow({ proxy, onChange }: { readonly proxy: string | null; readonly onChange: (proxy: string | null) => void }) {
  const [text, setText] = useState(proxy ?? '')
  const checked = checkProxy(text)
  const changed = checked.ok && checked.proxy !== proxy
  return (
    <SettingRow
      icon={Waypoints}
      name="Proxy"
      says={
        checked.ok
          ? checked.proxy === null
            ? 'None of our own: the system’s is used, where there is one'
            : 'Every request goes through it'
          : checked.says
      }
    >
      <form
        className="proxy"
        onSubmit={(event) => {
          event.preventDefault()
          if (changed) onChange(checked.proxy)
        }}
      >
        <span className="field">
          <input
            type="text"
            aria-label="Proxy address"
            aria-invalid={!checked.ok}
            placeholder="http://proxy.example:3128"
            spellCheck={false}
            autoComplete="off"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </span>
        <button type="submit" className="btn sm" disabled={!changed}>
          Use it
        </button>
      </form>
    </SettingRow>
  )
}
