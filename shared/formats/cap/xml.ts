import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { branch, leaf, type Element } from './element.ts'

const NAMESPACE = 'urn:oasis:names:tc:emergency:cap:1.2'
/** What a warning needs, with room for a long polygon and many languages. */
const MOST_CHARACTERS = 1_000_000
const DEEPEST = 12

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
const UNESCAPES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Characters that XML 1.0 cannot hold, however written. */
const IMPOSSIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** A text without characters that neither XML nor a database can hold. */
export const possible = (text: string): string => text.replaceAll(IMPOSSIBLE, '')

/** A text as it stands in XML, between tags or in an attribute. */
export const escaped = (text: string): string => possible(text).replaceAll(/[&<>"']/g, sign => ESCAPES[sign] ?? sign)

/** A message as a file. */
export const capXml = (alert: Element): string => `<?xml version="1.0" encoding="UTF-8"?>\n${written(alert, ` xmlns="${NAMESPACE}"`)}\n`

function written({ name, content }: Element, attributes = ''): string {
  const inside = typeof content === 'string' ? escaped(content) : content.map(child => written(child)).join('')
  return `<${name}${attributes}>${inside}</${name}>`
}

type Parsed = Readonly<Record<string, unknown>>

const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: true, removeNSPrefix: true, processEntities: false, parseTagValue: false, trimValues: true, maxNestedTags: DEEPEST, ignoreDeclaration: true, ignorePiTags: true, cdataPropName: '#cdata' })

/**
 * A file as elements; null if it is none that could be a message. Nothing that a file refers to is ever fetched or opened:
 * a document type, and with it every entity of a file's own, is refused before anything is read.
 */
export function readXml(text: string): Element | null {
  if (text.length > MOST_CHARACTERS || /<!(?:DOCTYPE|ENTITY)/i.test(text) || XMLValidator.validate(text) !== true) return null
  const roots = parsed(text).flatMap(node => elementOf(node) ?? [])
  return roots.length === 1 && roots[0] ? roots[0] : null
}

/** The parser has limits of its own, for depth and for names, and says so by throwing. */
function parsed(text: string): readonly Parsed[] {
  try {
    return parser.parse(text) as readonly Parsed[]
  } catch {
    return []
  }
}

function elementOf(node: Parsed): Element | null {
  const [name] = Object.keys(node).filter(key => key !== ':@')
  if (name === undefined || name.startsWith('#')) return null
  const inside = node[name] as readonly Parsed[]
  const elements = inside.flatMap(child => elementOf(child) ?? [])
  return elements.length > 0 ? branch(name, elements) : leaf(name, possible(inside.map(plainText).join('')))
}

function plainText(node: Parsed): string {
  const cdata = node['#cdata']
  if (Array.isArray(cdata)) return cdata.map(textIn).join('')
  return unescaped(textIn(node))
}

const textIn = ({ '#text': text }: Parsed): string => (typeof text === 'string' ? text : '')

const unescaped = (text: string): string =>
  text.replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex: string | undefined, decimal: string | undefined, named: string | undefined) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return named ? (UNESCAPES[named.toLowerCase()] ?? whole) : code <= 0x10_ff_ff ? String.fromCodePoint(code) : ''
  })
