import * as z from 'zod'
import type { Instant } from '../time.ts'
import { allOf, textOf, textsOf, type Element } from './cap/element.ts'
import { readTime } from './cap/times.ts'
import { possible, readXml } from './cap/xml.ts'

/** An official warning as far as a desk shows it, whoever wrote it in whichever form. */
export interface ReadWarning {
  readonly source: 'cap' | 'nina'
  readonly identifier: string
  readonly senderName: string
  readonly sentAt: Instant
  readonly endsAt: Instant | null
  readonly event: string
  readonly severity: 'Extreme' | 'Severe' | 'Moderate' | 'Minor' | 'Unknown'
  readonly headline: string
  readonly text: string
  readonly instruction: string
  readonly areaNames: readonly string[]
  readonly isTest: boolean
  readonly isAllClear: boolean
  /** Identifiers of the warnings it speaks of, in whichever form they are written. */
  readonly refersTo: readonly string[]
}

/** What both forms say in the same words. */
interface Said {
  readonly source: ReadWarning['source']
  readonly identifier: string
  readonly sender: string
  readonly sent: string
  readonly status: string
  readonly msgType: string
  readonly references: string
  readonly note: string
  readonly infos: readonly SaidInfo[]
}

interface SaidInfo {
  readonly language: string
  readonly event: string
  readonly severity: string
  readonly expires: string
  readonly senderName: string
  readonly headline: string
  readonly description: string
  readonly instruction: string
  readonly responseTypes: readonly string[]
  readonly areaNames: readonly string[]
  /** By their names, as the federal system has some of its own. */
  readonly parameters: ReadonlyMap<string, string>
}

/** A warning out of a CAP file, or out of what the federal app is told; null if it is neither. Never fetches what a file refers to. */
export function readWarning(text: string): ReadWarning | null {
  // Takes away the mark of byte order too, which many programs of one maker write first.
  const trimmed = text.trim()
  const said = trimmed.startsWith('<') ? saidInCap(trimmed) : trimmed.startsWith('{') ? saidInNina(trimmed) : null
  return said && warningOf(said)
}

const NOTHING: SaidInfo = { language: '', event: '', severity: '', expires: '', senderName: '', headline: '', description: '', instruction: '', responseTypes: [], areaNames: [], parameters: new Map() }
const SEVERITIES = ['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown'] as const
/** What answers a message is none itself. */
const ANSWERS = ['Ack', 'Error']
const TESTS = ['Exercise', 'Test', 'System', 'Draft']

function warningOf({ source, identifier, sender, sent, status, msgType, references, note, infos }: Said): ReadWarning | null {
  const sentAt = readTime(sent)
  // Whoever takes something back need not say it all again.
  const info = infos.find(({ language }) => language.toLowerCase().startsWith('de')) ?? infos[0] ?? (msgType === 'Cancel' ? { ...NOTHING, headline: note || 'Aufgehoben' } : null)
  if (identifier === '' || !sentAt || !info || ANSWERS.includes(msgType)) return null
  const headline = withoutMarkup(info.headline || info.event)
  return {
    source, identifier, sentAt, endsAt: readTime(info.expires), senderName: withoutMarkup(info.senderName || info.parameters.get('sender_langname') || sender), event: info.event,
    severity: SEVERITIES.find(severity => severity === info.severity) ?? 'Unknown', headline, text: withoutMarkup(info.description),
    instruction: withoutMarkup(info.instruction || info.parameters.get('instructionText') || ''), areaNames: [...new Set(info.areaNames.filter(Boolean))], isTest: TESTS.includes(status),
    isAllClear: msgType === 'Cancel' || info.responseTypes.includes('AllClear') || /^Entwarnung\b/i.test(headline), refersTo: referencesIn(references),
  }
}

/** Some write line ends and emphasis as markup into their texts; people read them without. */
const withoutMarkup = (text: string): string =>
  text.replaceAll(/<br\s*\/?>/gi, '\n').replaceAll(/<\/?[a-z][^<>]*>/gi, '').replaceAll('&nbsp;', ' ').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').trim()

/** Triples as the standard wants them, or bare identifiers as they are met: what is written by others is read, never written like it. */
export const referencesIn = (text: string): readonly string[] =>
  text.split(/\s+/).filter(Boolean).map(part => part.split(',')).map(parts => (parts.length >= 3 ? parts.slice(1, -1).join(',') : parts[0] ?? '')).filter(Boolean)

function saidInCap(text: string): Said | null {
  const alert = readXml(text)
  if (alert?.name !== 'alert') return null
  return {
    source: 'cap', identifier: textOf(alert, 'identifier'), sender: textOf(alert, 'sender'), sent: textOf(alert, 'sent'), status: textOf(alert, 'status'), msgType: textOf(alert, 'msgType'),
    references: textOf(alert, 'references'), note: textOf(alert, 'note'), infos: allOf(alert, 'info').map(infoInCap),
  }
}

const infoInCap = (info: Element): SaidInfo => ({
  language: textOf(info, 'language'), event: textOf(info, 'event'), severity: textOf(info, 'severity'), expires: textOf(info, 'expires'), senderName: textOf(info, 'senderName'),
  headline: textOf(info, 'headline'), description: textOf(info, 'description'), instruction: textOf(info, 'instruction'), responseTypes: textsOf(info, 'responseType'),
  areaNames: allOf(info, 'area').map(area => textOf(area, 'areaDesc')), parameters: new Map(allOf(info, 'parameter').map(one => [textOf(one, 'valueName'), textOf(one, 'value')])),
})

/** Where something is missing, is null or is of another kind the rest counts all the same. */
const text = z.string().catch('')
const listOf = <Item extends z.ZodType>(item: Item) => z.array(item.nullable().catch(null)).catch([])
const Info = z.object({
  language: text, event: text, severity: text, expires: text, headline: text, description: text, instruction: text, senderName: text, responseType: listOf(z.string()),
  area: listOf(z.object({ areaDesc: text })), parameter: listOf(z.object({ valueName: z.string(), value: text })),
})
const Nina = z.object({ identifier: z.string().min(1), sender: text, sent: z.string(), status: text, msgType: text, references: text, note: text, info: z.array(Info) })

function saidInNina(json: string): Said | null {
  const read = Nina.safeParse(parsed(json))
  if (!read.success) return null
  const { info: infos, ...rest } = read.data
  return {
    ...rest, source: 'nina',
    infos: infos.map(({ responseType, area, parameter, ...info }) => ({
      ...info, responseTypes: present(responseType), areaNames: present(area).map(({ areaDesc }) => areaDesc), parameters: new Map(present(parameter).map(({ valueName, value }) => [valueName, value])),
    })),
  }
}

const present = <Item>(items: readonly (Item | null)[]): readonly Item[] => items.flatMap(item => (item === null ? [] : [item]))

function parsed(json: string): unknown {
  try {
    return JSON.parse(json, (_key, value: unknown) => (typeof value === 'string' ? possible(value) : value))
  } catch {
    return undefined
  }
}
