// The account a recording was put up by: a person, who then speaks, or a conference, which then is the event.
import type { Details } from './details.ts'

/** Names that are surely no person's: a year in them, or a word that conferences, universities and channels call themselves by. */
const event =
  /\b(?:19|20)\d\d\b|\w(?:conf|camp)\b|\b(?:conf|conference|conferences|summit|meetup|symposium|university|foundation|institute|academy|lectures|talks|channel|tv|days|week|usergroup|user group)\b|^(?:TEDx?|GOTO|FOSDEM|InfoQ|ACM|USENIX|IEEE|Google|Microsoft|NDC|Devoxx|Strange Loop|EuroPython|media\.ccc\.de|Chaos Computer Club)\b/i
/** PyCon and RubyCon, but not Bacon and Falcon. */
const con = /[a-z]Con\b/

/** Where an account's name belongs in a talk's details. */
export function publishedBy(account: string | null | undefined): Pick<Details, 'speakers' | 'event'> {
  if (!account) return {}
  return event.test(account) || con.test(account) ? { event: account } : { speakers: [account] }
}
