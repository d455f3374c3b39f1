// What this is, which version, and whose work is in it.
import { useCall } from '../client/use-call.ts'
import { Leaders } from '../design/leaders.tsx'

const faces = ['Literata', 'Hanken Grotesk', 'IBM Plex Mono', 'Atkinson Hyperlegible Next', 'OpenDyslexic']

export function AboutPanel() {
  const versions = useCall('doctor.run', {}, { fresh: true }).data?.checks.filter(({ name }) => name === 'versions' || name === 'electron')
  return (
    <>
      <Leaders
        rows={[
          { term: 'Carrel', fact: 'MIT licence' },
          ...faces.map((face) => ({ term: face, fact: 'SIL Open Font License 1.1' })),
          { term: 'Lucide icons', fact: 'ISC licence' },
        ]}
      />
      <section aria-labelledby="versions">
        <h2 id="versions">Version</h2>
        <div role="status">
          {versions?.map((check) => (
            <p key={check.name} className="second">
              {check.says}
            </p>
          ))}
        </div>
      </section>
      <section aria-labelledby="promises">
        <h2 id="promises">What it promises</h2>
        <p className="second">
          No account, no counting of what you read. The network is touched only when you save or refresh; the library is a folder of plain
          files on this machine.
        </p>
      </section>
    </>
  )
}
