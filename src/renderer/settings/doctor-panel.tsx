// The self-test: everything Carrel needs from this machine, checked when asked.
import { useState } from 'react'
import { useCall } from '../client/use-call.ts'
import { Lamp } from '../design/lamp.tsx'
import { ErrorNotice } from '../failure/failure-notice.tsx'

export function DoctorPanel() {
  const [asked, setAsked] = useState(false)
  const doctor = useCall('doctor.run', {}, { enabled: asked, fresh: true })
  return (
    <section aria-labelledby="doctor">
      <h2 id="doctor">Self-test</h2>
      <p className="do">
        <button
          type="button"
          className="btn sm"
          onClick={() => (asked ? void doctor.refetch() : setAsked(true))}
          disabled={doctor.isFetching}
        >
          {doctor.isFetching ? 'Checking' : asked ? 'Check again' : 'Check this machine'}
        </button>
        <span className="quiet">Database, search, folders, disk, network.</span>
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
