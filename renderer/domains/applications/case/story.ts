import type * as z from 'zod'
import type { WholeCase } from '../../../../shared/contract/applications.ts'
import type { EventKind } from '../../../../shared/domains/applications/tables.ts'

/** One line of what happened on a case, told in order: events and messages together. */
export interface StoryLine {
  readonly id: string
  readonly at: string
  readonly kind: EventKind | 'sent' | 'answered'
  readonly name: string | null
  /** The person stood in for (i. V.). */
  readonly actingFor: string | null
  readonly text: string | null
  /** The day up to which the period was extended. */
  readonly until?: string | undefined
  /** Only known to this desk so far. */
  readonly isPending: boolean
}

/** What kinds of lines have to do with; one may ask for some of them. */
export const STORY_GROUPS = ['decision', 'mail', 'notes', 'work', 'views'] as const
export type StoryGroup = (typeof STORY_GROUPS)[number]

const GROUP_OF: Readonly<Record<StoryLine['kind'], StoryGroup>> = {
  proposed: 'decision', approved: 'decision', returned: 'decision', rejected: 'decision', reopened: 'decision', closed: 'decision', certified: 'decision',
  sent: 'mail', answered: 'mail', asked: 'mail', resumed: 'mail', extended: 'mail', 'letter-provided': 'mail',
  noted: 'notes', 'file-added': 'notes',
  received: 'work', captured: 'work', claimed: 'work', released: 'work', assigned: 'work', 'handed-over': 'work', 'followed-up': 'work', tagged: 'work', 'task-added': 'work',
  'task-done': 'work', 'task-reopened': 'work', 'task-freed': 'work', merged: 'work', unmerged: 'work', linked: 'work', unlinked: 'work',
  viewed: 'views',
}

/** Views are many and say little: they come only when asked for. */
const USUAL: readonly StoryGroup[] = ['decision', 'mail', 'notes', 'work']

type Whole = Pick<z.infer<typeof WholeCase>, 'events' | 'messages' | 'pending'>

/** The newest first; all but the views, or the groups asked for. */
export function storyOf({ events, messages, pending }: Whole, groups: readonly StoryGroup[]): readonly StoryLine[] {
  const unsent = new Set<string>(pending.map(({ id }) => id))
  const wanted = groups.length > 0 ? groups : USUAL
  const fromEvents = events.map(({ id, at, kind, actorName, actingForName, text, commandId, version }): StoryLine => ({
    id, at, kind, ...said(kind, text), name: actorName, actingFor: actingForName, isPending: version === 0 && commandId !== null && unsent.has(commandId),
  }))
  const fromMessages = messages.map(({ id, sentAt, direction, authorName, subject, version }): StoryLine => ({
    id, at: sentAt, kind: direction === 'to-citizen' ? 'sent' : 'answered', name: authorName, actingFor: null, text: subject, isPending: version === 0,
  }))
  // A message that an event has caused bears the same time and came after it.
  return [...fromMessages, ...fromEvents].filter(({ kind }) => wanted.includes(GROUP_OF[kind])).toSorted((one, other) => other.at.localeCompare(one.at))
}

/** The groups of which there is anything to tell. */
export const groupsIn = ({ events, messages }: Whole): readonly StoryGroup[] => {
  const told = new Set([...events.map(({ kind }) => GROUP_OF[kind]), ...(messages.length > 0 ? ['mail' as const] : [])])
  return STORY_GROUPS.filter(group => told.has(group))
}

/** An extension is kept as `2026-12-12: reason`; any other text is what was written. */
function said(kind: EventKind, text: string | null): Pick<StoryLine, 'text' | 'until'> {
  const [, until, reason] = (kind === 'extended' && /^(\d{4}-\d{2}-\d{2}): (.*)$/s.exec(text ?? '')) || []
  return until ? { until, text: reason ?? null } : { text }
}
