// Code to stretches in five inks. Loaded when the first block wants colours; painting them is paint-code.ts's. Pure but for loading grammars.
import { createLowlight } from 'lowlight'
import { grammarFor, grammars, guessed } from './grammars.ts'

export const inks = ['comment', 'keyword', 'string', 'number', 'name'] as const
export type Ink = (typeof inks)[number]
export type Inked = { readonly start: number; readonly end: number; readonly ink: Ink }

/** A guess below this (highlight.js counts telling words) is no better than chance. */
const sureRelevance = 10
const guessFrom = 60
const guessLetters = 4_000

const lowlight = createLowlight()
const loading = new Map<string, Promise<void>>()

/** The stretches of `text` that have a colour, in order and apart from each other. `language` null: guessed, or nothing. */
export async function inksOfCode(text: string, language: string | null): Promise<readonly Inked[]> {
  const grammar = language === null ? null : grammarFor(language, text)
  if (grammar !== null) {
    await have(grammar)
    return stretches(lowlight.highlight(grammar, text))
  }
  if (language !== null || text.length < guessFrom) return []
  await Promise.all(guessed.map(have))
  const guess = lowlight.highlightAuto(text.slice(0, guessLetters), { subset: guessed })
  if ((guess.data?.relevance ?? 0) < sureRelevance || guess.data?.language === undefined) return []
  return stretches(text.length > guessLetters ? lowlight.highlight(guess.data.language, text) : guess)
}

function have(name: string): Promise<void> {
  const known = loading.get(name)
  if (known !== undefined) return known
  const grammar = grammars[name]
  const loaded = Promise.resolve().then(async () => {
    if (grammar === undefined) return
    const [{ default: rules }] = await Promise.all([grammar.load(), ...(grammar.also ?? []).filter((one) => !loading.has(one)).map(have)])
    lowlight.register(name, rules)
  })
  loading.set(name, loaded)
  return loaded
}

type TreeNode = {
  readonly type: string
  readonly value?: string
  readonly properties?: { readonly className?: unknown }
  readonly children?: readonly TreeNode[]
}

function stretches(root: unknown): readonly Inked[] {
  const out: { start: number; end: number; ink: Ink }[] = []
  let at = 0
  const visit = (node: TreeNode, ink: Ink | null) => {
    if (node.type === 'text') {
      const start = at
      at += node.value?.length ?? 0
      if (ink === null || start === at || node.value?.trim() === '') return
      const last = out.at(-1)
      if (last !== undefined && last.end === start && last.ink === ink) last.end = at
      else out.push({ start, end: at, ink })
      return
    }
    const classes = node.properties?.className
    const own = Array.isArray(classes) ? inkOf(classes.map(String)) : undefined
    for (const child of node.children ?? []) visit(child, own === undefined ? ink : own)
  }
  // The border: lowlight answers a hast tree, of which these fields are all we read.
  visit(root as TreeNode, null)
  return out
}

const inkOfScope: Readonly<Record<string, Ink | null>> = {
  comment: 'comment',
  quote: 'comment',
  prompt: 'comment',
  keyword: 'keyword',
  'selector-tag': 'keyword',
  'template-tag': 'keyword',
  tag: null,
  section: 'keyword',
  deletion: 'string',
  string: 'string',
  regexp: 'string',
  char: 'string',
  link: 'string',
  code: 'string',
  addition: 'name',
  number: 'number',
  literal: 'number',
  symbol: 'number',
  bullet: 'number',
  title: 'name',
  built_in: 'name',
  type: 'name',
  attr: 'name',
  attribute: 'name',
  name: 'keyword',
  meta: 'name',
  'selector-class': 'name',
  'selector-id': 'name',
  subst: null,
  params: null,
}

/** undefined: a scope without an opinion; null: back to plain ink. */
function inkOf(classes: readonly string[]): Ink | null | undefined {
  for (const name of classes) {
    const scope = name.replace(/^hljs-/, '').replace(/_$/, '')
    if (scope === 'prompt' || classes.includes('prompt_')) return 'comment'
    if (scope in inkOfScope) return inkOfScope[scope]
  }
  return undefined
}
