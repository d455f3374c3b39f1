// A tree of a page as lines, from the parser that cleaned it and from the browser that shows it: where they differ, markup means two things.
import { type DefaultTreeAdapterTypes, parse } from 'parse5'

/** Every node of a page as parse5 reads it: depth, namespace, name and attributes of an element, the letters of a text. */
export function treeLines(page: string): readonly string[] {
  const lines: string[] = []
  const walk = (node: DefaultTreeAdapterTypes.Node, depth: number): void => {
    if (node.nodeName === '#text' && 'value' in node) lines.push(`${depth} ${JSON.stringify(node.value)}`)
    else if ('tagName' in node) {
      const attributes = node.attrs.map(({ name, value }) => `${name}=${JSON.stringify(value)}`).sort()
      lines.push(`${depth} ${node.namespaceURI} ${node.tagName} ${attributes.join(' ')}`.trimEnd())
    } else if (node.nodeName !== '#document' && node.nodeName !== '#documentType') lines.push(`${depth} ${node.nodeName}`)
    if ('childNodes' in node) for (const child of node.childNodes) walk(child, depth + 1)
  }
  walk(parse(page), 0)
  return lines
}

/** The same, as a browser reads it. Stands alone: it is sent into a page. */
export function treeLinesInBrowser(page: string): readonly string[] {
  const lines: string[] = []
  const walk = (node: Node, depth: number): void => {
    if (node instanceof Text) lines.push(`${depth} ${JSON.stringify(node.data)}`)
    else if (node instanceof Element) {
      const attributes = [...node.attributes].map(({ name, value }) => `${name}=${JSON.stringify(value)}`).sort()
      lines.push(`${depth} ${node.namespaceURI} ${node.localName} ${attributes.join(' ')}`.trimEnd())
    } else if (!(node instanceof Document || node instanceof DocumentType)) lines.push(`${depth} ${node.nodeName}`)
    for (const child of node.childNodes) walk(child, depth + 1)
  }
  walk(new DOMParser().parseFromString(page, 'text/html'), 0)
  return lines
}
