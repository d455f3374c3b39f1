// The self-test: everything Carrel needs from this machine, checked when asked.
import { useState } from 'react'
import { useCall } from '../client/use-call.ts'
import { Lamp } from '../design/lamp.tsx'
import { ErrorNotice } from '../failure/failure-notice.tsx'

export function DoctorPanel() {
  const [asked, setAsked] = useState(false)
  const doctor = useCall('doctor.run', {}, { enabled: asked, fresh: true })
  return (
    <section aria-label="Self-test">
      <p className="do">
        <button
          type="button"
          className="btn sm"
          onClick={() => (asked ? void doctor.refetch() : setAsked(true))}
          disabled={doctor.isFetching}
        >
          {doctor.isFetching ? 'Checking' : asked ? 'Check again' : 'Check this machine'}
        </button>
        {doctor.data === undefined ? (
          <span className="quiet">Database, search, folders, disk, network.</span>
        ) : (
          <CopyReport report={doctor.data.checks.map((check) => `${check.ok ? 'ok ' : 'NOT'} ${check.name}: ${check.says}`).join('\n')} />
        )}
      </p>
      <div role="status">
        {doctor.error === null ? null : <ErrorNotice error={doctor.error} onAgain={() => void doctor.refetch()} />}
        <ul className="checks">
          {doctor.data?.checks.map((check) => (
            <li key={check.name}>
              <Lamp state={check.ok ? 'complete' : 'failed'} says={check.ok ? 'Fine' : 'Not well'} />
              <b>{check.name}</b>
              <span>{check.says}</span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

/** The report as text, for a message to whoever helps. It names the library's folder, so it is copied only when asked. */
function CopyReport({ report }: { readonly report: string }) {
  const [copied, setCopied] = useState<boolean | null>(null)
  const copy = () =>
    navigator.clipboard.writeText(report).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <>
      <button type="button" className="btn sm" onClick={() => void copy()}>
        Copy the report
      </button>
      <span className="quiet" role="status">
        {copied === null ? '' : copied ? 'Copied' : 'The clipboard is closed to this window; select the lines below instead'}
      </span>
    </>
  )
}
