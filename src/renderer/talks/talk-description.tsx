// What a talk's site says of it: plain text with its addresses as buttons. Nothing in a description is ever HTML.
import './talks.css'

export function TalkDescription({ text, onLink }: { readonly text: string; readonly onLink: (url: string) => void }) {
  return (
    <section className="description" aria-label="Description" dir="auto">
      {text
        .split(/\n{2,}/)
        .filter((paragraph) => paragraph.trim() !== '')
        .map((paragraph) => (
          <p key={paragraph}>
            {paragraph.split(/(https?:\/\/[^\s<>"]+)/).map((part, at) =>
              at % 2 === 1 ? (
                <button type="button" className="link" key={part} onClick={() => onLink(part)}>
                  {part}
                </button>
              ) : (
                part
              ),
            )}
          </p>
        ))}
    </section>
  )
}
