import type * as z from 'zod'
import type { WholeCase } from '../../../../shared/contract/applications.ts'
import type { EventKind } from '../../../../shared/domains/applications/tables.ts'

/** One line of what happened on a case, told in order: events and messages together. */
export interface StoryLine {
  readonly id: string
  readonly at: string
  readonly kind: EventKind | 'sent' | 'answered'
  readonly name: string | null
  readonly text: string | null
  /** The day up to which the period was extended. */
  readonly until?: string | undefined
  /** Only known to this desk so far. */
  readonly isPending: boolean
}

type Whole = Pick<z.infer<typeof WholeCase>, 'events' | 'messages' | 'pending'>

/** The newest first. Views are left out unless asked for: they are many and say little. */
export function storyOf({ events, messages, pending }: Whole, withViews: boolean): readonly StoryLine[] {
  const unsent = new Set<string>(pending.map(({ id }) => id))
  const fromEvents = events
    .filter(({ kind }) => withViews || kind !== 'viewed')
    .map(({ id, at, kind, actorName, text, commandId, version }): StoryLine => ({
      id, at, kind, ...said(kind, text), name: actorName, isPending: version === 0 && commandId !== null && unsent.has(commandId),
    }))
  const fromMessages = messages.map(({ id, sentAt, direction, authorName, subject, version }): StoryLine => ({
    id, at: sentAt, kind: direction === 'to-citizen' ? 'sent' : 'answered', name: authorName, text: subject, isPending: version === 0,
  }))
  // A message that an event has caused bears the same time and came after it.
  return [...fromMessages, ...fromEvents].toSorted((one, other) => other.at.localeCompare(one.at))
}

/** An extension is kept as `2026-12-12: reason`; any other text is what was written. */
function said(kind: EventKind, text: string | null): Pick<StoryLine, 'text' | 'until'> {
  const [, until, reason] = (kind === 'extended' && /^(\d{4}-\d{2}-\d{2}): (.*)$/s.exec(text ?? '')) || []
  return until ? { until, text: reason ?? null } : { text }
}
