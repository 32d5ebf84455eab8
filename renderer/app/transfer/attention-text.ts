import type { TFunction } from 'i18next'
import type { AttentionItem } from '../../../shared/contract/status.ts'
import type { Draft } from '../../core-client/draft.ts'
import type { Json } from '../../../shared/json.ts'
import type { Language } from '../../texts/languages.ts'
import { ApplicationStatus } from '../../../shared/domains/applications/tables.ts'
import { formatDayAndTime, formatNumber, formatPlainDay } from '../../ui/format.ts'

/** The parts of a command's input that a person has written or chosen, in the order of the screens. */
const WRITTEN = ['outcome', 'subject', 'text', 'until', 'reason', 'note'] as const
type Written = (typeof WRITTEN)[number]

export interface OwnPart {
  readonly name: Written
  readonly text: string
}

/** The person's own words in a command's input; identifiers are not among them. */
export function ownParts(input: Json): readonly OwnPart[] {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return []
  const values = input as { readonly [key: string]: Json }
  return WRITTEN.flatMap(name => {
    const value = values[name]
    return typeof value === 'string' && value.trim() !== '' ? [{ name, text: value }] : []
  })
}

/** The fields of the case into which the person's words go back; undefined where the command has none. */
export function draftOf({ name, input }: Pick<AttentionItem, 'name' | 'input'>): Partial<Draft> | undefined {
  const parts = Object.fromEntries(ownParts(input).map(part => [part.name, part.text]))
  switch (name) {
    case 'applications.propose':
      return { outcome: parts['outcome'] === 'refused' ? 'refused' : 'granted', reason: parts['reason'] ?? '' }
    case 'applications.ask':
      return { request: parts['text'] ?? '' }
    case 'applications.note':
      return { note: parts['text'] ?? '' }
    case 'messages.send':
      return { messageSubject: parts['subject'] ?? '', messageText: parts['text'] ?? '' }
    case 'messages.answer':
      return { messageText: parts['text'] ?? '' }
    case 'messages.note':
      return { note: parts['text'] ?? '' }
    default:
      return undefined
  }
}

/** Whether somebody else has changed what the person has changed, too, and to something else. */
export const isContested = ({ seen, now, mine }: Pick<AttentionItem['differences'][number], 'seen' | 'now' | 'mine'>): boolean =>
  mine !== undefined && JSON.stringify(now) !== JSON.stringify(seen) && JSON.stringify(now) !== JSON.stringify(mine)

/** What was chosen and not written. */
export const isChosen = ({ name }: Pick<OwnPart, 'name'>): boolean => name === 'outcome' || name === 'until'

/** Fields whose value is an identifier or a check value say nothing to a person: they are not compared on the screen. */
const TECHNICAL: readonly string[] = ['id', 'scope', 'version', 'decisionId', 'assigneeId', 'contentHash', 'authors', 'proposedBy', 'settledBy', 'settledFor', 'searchText', 'parentId', 'mergedInto', 'letter', 'actingFor']

/** What a message's refusal does not say in words already. */
const OF_A_CONVERSATION: readonly string[] = ['assigneeName', 'subject', 'dueAt', 'closedAt']

export const isForPeople = ({ field, table = null }: { readonly field: string; readonly table?: string | null }): boolean =>
  (table === 'conversations' ? OF_A_CONVERSATION : [field]).includes(field) && !TECHNICAL.includes(field)

const LABELS = [
  'status', 'outcome', 'assigneeName', 'subject', 'applicantName', 'locality', 'dueAt', 'suspendedAt', 'heldDueAt', 'extendedAt', 'decidedAt', 'until', 'reason', 'form', 'attachmentCount',
  'closedAt', 'followUpAt', 'followUpOnAnswer', 'followUpNote', 'tags', 'conditions', 'unreadMessages', 'state', 'proposedByName', 'settledByName', 'text', 'note', 'departmentId', 'serviceId',
] as const

export function fieldLabel(t: TFunction, field: string): string {
  const known = LABELS.find(label => label === field)
  return known ? t(`fields.${known}`) : field
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** A field's value in words. */
export function fieldValue(t: TFunction, language: Language, value: Json): string {
  if (value === null || value === '') return t('common.none')
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no')
  if (typeof value === 'number') return formatNumber(value, language)
  if (typeof value === 'string') return wordFor(t, value) ?? dayFor(language, value) ?? value
  const parts = Array.isArray(value) ? value.map(part => fieldValue(t, language, part)) : Object.entries(value).map(([key, part]) => `${key}: ${fieldValue(t, language, part)}`)
  return parts.join(', ')
}

function dayFor(language: Language, value: string): string | undefined {
  if (DAY.test(value)) return formatPlainDay(value, language)
  return INSTANT.test(value) ? formatDayAndTime(value, language) : undefined
}

function wordFor(t: TFunction, value: string): string | undefined {
  const { data } = ApplicationStatus.safeParse(value)
  if (data) return t(`status.${data}`)
  return value === 'granted' || value === 'refused' ? t(`outcome.${value}`) : undefined
}
