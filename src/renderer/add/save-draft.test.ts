// @vitest-environment jsdom
import { expect, test } from 'vitest'
import type { CallName, OutputOf } from '../../shared/contract.ts'
import { Failure } from '../../shared/failure.ts'
import type { Client } from '../client/client.ts'
import { createDraft } from './draft.ts'
import { givenText } from './given-text.ts'
import { saveDraft } from './save-draft.ts'
import { saveLinks } from './save-links.ts'
import type { SavePlan } from './understood.ts'

const address = 'https://shelf.example/1'
const plan = { links: [address], chosen: [address], refresh: [] }
const place = 'inbox'

function open(answers: Partial<Record<CallName, () => unknown>>) {
  const asked: CallName[] = []
  const client: Client = {
    call: async (name) => {
      asked.push(name)
      await Promise.resolve()
      return (answers[name] ?? (() => ({ results: [{ ok: true }] })))() as OutputOf<typeof name>
    },
    listen: () => () => undefined,
    watch: () => () => undefined,
  }
  const said: string[] = []
  const draft = createDraft(
    () => true,
    () => undefined,
  )
  return {
    asked,
    said,
    draft,
    save: ({ files }: Pick<Parameters<typeof saveDraft>[2], 'files'>, plan: SavePlan | null = null) =>
      saveDraft(client, draft, { files, place, saveText: plan === null ? null : () => saveLinks(client, plan, place) }, (words) =>
        said.push(words),
      ),
  }
}

test('pressing Save twice saves once', async () => {
  const { draft, asked, save } = open({})
  draft.setText(givenText(address, true))
  const both = [save({ files: [] }, plan), save({ files: [] }, plan)]
  expect(draft.now().saving).toBe(true)
  expect(await Promise.all(both)).toEqual([true, false])
  expect(asked).toEqual(['item.save'])
  expect(draft.now()).toMatchObject({ given: { text: '' }, saving: false })
})

test('what is written while it saves stays', async () => {
  const { draft, save } = open({})
  draft.setText(givenText(address, false))
  const saving = save({ files: [] }, plan)
  draft.addText('https://shelf.example/2')
  expect(await saving).toBe(false)
  expect(draft.now().given).toEqual(givenText('https://shelf.example/2', false))
})

test('a file that failed stays, and the links saved before it are not given again', async () => {
  const refused = () => {
    throw new Failure('file.unreadable', { name: 'a.html' })
  }
  const { draft, said, asked, save } = open({ 'item.saveFile': refused })
  const file = { path: 'a.html', file: new File(['<p>'], 'a.html') }
  draft.setText(givenText(address, true))
  draft.addFiles([file])
  expect(await save({ files: [[file]] }, plan)).toBe(false)
  expect(draft.now()).toMatchObject({ given: { text: '' }, files: [file] })
  expect(draft.now().troubles.get(file)).toContain('a.html')
  expect(said.at(-1)).toMatch(/^1 link saved.+a\.html/)
  await save({ files: [[file]] })
  expect(asked.filter((name) => name === 'item.save')).toHaveLength(1)
})

test('links the library did not take are all still there', async () => {
  const refused = () => {
    throw new Failure('cache.busy', {})
  }
  const { draft, save } = open({ 'item.save': refused })
  draft.setText(givenText(address, true))
  await expect(save({ files: [] }, plan)).rejects.toThrow(Failure)
  expect(draft.now()).toMatchObject({ given: { text: address }, saving: false })
})
