// A snippet with its matches marked, as elements and never as HTML.
import { markedText } from '../client/marked-text.ts'

export function Snippet({ text }: { readonly text: string }) {
  let at = 0
  return markedText(text).map((piece) => {
    at += piece.text.length
    return piece.marked ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>
  })
}
