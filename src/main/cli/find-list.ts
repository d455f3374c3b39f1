// Which reading list the person means: its title, its id, or the beginning of one.
import { Failure } from '../../shared/failure.ts'
import type { ListId } from '../../shared/list.ts'
import type { Context } from './context.ts'

/** The id meant by `words`; a title goes before the beginning of an id. Throws list.unknown; input.invalid when several fit. */
export async function findList(words: string, context: Context): Promise<ListId> {
  const { lists } = await context.call('list.list', {})
  const spelled = (title: string) => title.normalize('NFC').toLowerCase().trim()
  const titled = lists.filter(({ title }) => spelled(title) === spelled(words))
  const meant = titled.length > 0 ? titled : /^[0-9a-f]{4,32}$/.test(words) ? lists.filter(({ id }) => id.startsWith(words)) : []
  const [only, second] = meant
  if (!only) throw new Failure('list.unknown')
  if (second) throw new Failure('input.invalid', { where: 'list', why: `${words} fits ${meant.length} lists` })
  return only.id
}
