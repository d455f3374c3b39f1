// Markup to a page's tree and back, by parse5: the parser and the serialiser that jsdom itself uses, so both read a page alike.
import {
  html,
  type ParserOptions,
  parse,
  parseFragment,
  serialize,
  serializeOuter,
  type Token,
  type TreeAdapter,
  type TreeAdapterTypeMap,
} from 'parse5'
import { Failure } from '../../shared/failure.ts'
import { Attribute } from './page-tree/attribute.ts'
import { flatten } from './page-tree/flatten.ts'
import { Comment, Fragment, isText, type Node, nodeTypes, Text } from './page-tree/page-node.ts'
import { Document, Element, isElement, type Markup } from './page-tree/page-tree.ts'

type Types = TreeAdapterTypeMap<Node, Node, Node, Document, Fragment, Element, Comment, Text, Element, never>

/** A parser reopens what was never closed in every paragraph after it: a small source may become a tree without end. */
const maxElements = 400_000

/**
 * The tree of a whole page, nested no deeper than anybody would. Scripts never run, so what stands in `noscript` is markup like any other.
 * Failure: page.unreadable (limit: nodes).
 */
export function parsePage(source: string): Document {
  const document = parse<Types>(source, optionsFor(new Document(markup)))
  flatten(document)
  return document
}

const markup: Markup = {
  inner: (element) => serialize<Types>(element, optionsFor(element.ownerDocument)),
  outer: (element) => serializeOuter<Types>(element, optionsFor(element.ownerDocument)),
  fragment(source, around) {
    const fragment = parseFragment<Types>(around, source, optionsFor(around.ownerDocument))
    flatten(fragment)
    return fragment
  },
}

function optionsFor(document: Document): ParserOptions<Types> & { readonly treeAdapter: TreeAdapter<Types> } {
  return { treeAdapter: adapterOf(document), scriptingEnabled: false }
}

/** What parse5 does to a tree, done to ours. Doctypes are left out: only their mode matters, for paragraphs around tables. */
function adapterOf(document: Document): TreeAdapter<Types> {
  let mode: html.DOCUMENT_MODE = html.DOCUMENT_MODE.NO_QUIRKS
  let elements = 0
  return {
    createDocument: () => document,
    createDocumentFragment: () => new Fragment(),
    createElement(name, namespace, attributes) {
      elements += 1
      if (elements > maxElements) throw new Failure('page.unreadable', { limit: 'nodes' })
      const element = new Element(document, name, namespace)
      for (const attribute of attributes) element.attributes.push(attributeOf(attribute))
      return element
    },
    createCommentNode: (data) => new Comment(data),
    createTextNode: (data) => new Text(data),
    appendChild: (parent, node) => void parent.appendChild(node),
    insertBefore: (parent, node, before) => void parent.insertBefore(node, before),
    setTemplateContent(template, content) {
      template.content = content
    },
    getTemplateContent: (template) => template.content ?? new Fragment(),
    setDocumentType: () => undefined,
    setDocumentMode(_document, given) {
      mode = given
    },
    getDocumentMode: () => mode,
    detachNode: (node) => node.remove(),
    insertText(parent, data) {
      if (isText(parent.lastChild)) parent.lastChild.data += data
      else parent.appendChild(new Text(data))
    },
    insertTextBefore(parent, data, before) {
      if (isText(before.previousSibling)) before.previousSibling.data += data
      else parent.insertBefore(new Text(data), before)
    },
    adoptAttributes(element, attributes) {
      for (const { name, value } of attributes.map(attributeOf)) if (!element.hasAttribute(name)) element.setAttribute(name, value)
    },
    getFirstChild: (node) => node.firstChild,
    getChildNodes: (node) => node.childNodes,
    getParentNode: (node) => node.parentNode,
    getAttrList: (element) => element.attributes,
    getTagName: (element) => element.localName,
    getNamespaceURI: (element) => element.namespaceURI as html.NS,
    getTextNodeContent: (text) => text.data,
    getCommentNodeContent: (comment) => comment.data,
    getDocumentTypeNodeName: () => '',
    getDocumentTypeNodePublicId: () => '',
    getDocumentTypeNodeSystemId: () => '',
    isTextNode: isText as TreeAdapter<Types>['isTextNode'],
    isCommentNode: (node): node is Comment => node.nodeType === nodeTypes.comment,
    isDocumentTypeNode: (_node): _node is never => false,
    isElementNode: isElement as TreeAdapter<Types>['isElementNode'],
    setNodeSourceCodeLocation: () => undefined,
    getNodeSourceCodeLocation: () => null,
    updateNodeSourceCodeLocation: () => undefined,
  }
}

function attributeOf({ prefix, name, value }: Token.Attribute): Attribute {
  return new Attribute(prefix ? `${prefix}:${name}` : name, value)
}
