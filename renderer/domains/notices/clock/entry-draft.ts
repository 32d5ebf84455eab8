import { isDelivery, type FactOf, type NoticeFact } from '../../../../shared/domains/notices/clock/facts.ts'
import { knownFacts, ofKind } from '../../../../shared/domains/notices/clock/known-facts.ts'
import type { ApplicationId } from '../../../../shared/ids.ts'
import { parseDay } from '../../../ui/format.ts'

/** What a person may enter, in the order in which it is offered. */
export const ENTRY_KINDS = ['returned', 'received', 'never-received', 'handed-over', 'objected', 'settled', 'waived', 'instruction', 'replaced'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

/** An entry without what the command adds by itself. */
export type Entry<Kind extends EntryKind | 'corrected' = EntryKind | 'corrected'> = { [One in Kind]: Omit<FactOf<One>, 'id' | 'at' | 'byPersonId' | 'byName'> }[Kind]

/** An entry while it is typed; of the fields those count that its kind has. */
export interface EntryDraft {
  readonly kind: EntryKind
  /** As typed, `2.3.2026`. */
  readonly day: string
  readonly note: string
  /** The delivery or the objection it speaks of. */
  readonly of: string | null
  readonly caseId: ApplicationId | null
  readonly outcome: FactOf<'settled'>['outcome']
  readonly quality: FactOf<'instruction'>['quality']
}

/** What an entry of a kind can speak of, the latest last: deliveries, or objections that are not settled. Null where it speaks of nothing. */
export function spokenOf(kind: EntryKind, entered: readonly NoticeFact[]): readonly NoticeFact[] | null {
  const { facts } = knownFacts(entered)
  if (kind === 'returned') return ofKind(facts, 'posted')
  if (kind === 'received' || kind === 'never-received') return facts.filter(fact => isDelivery(fact) && fact.kind !== 'handed-over')
  if (kind !== 'settled') return null
  const settled = new Set(ofKind(facts, 'settled').map(({ of }) => of))
  return ofKind(facts, 'objected').filter(({ id }) => !settled.has(id))
}

/** Kinds that make sense for a notice of which so much is known. */
export const offeredKinds = (entered: readonly NoticeFact[]): readonly EntryKind[] => ENTRY_KINDS.filter(kind => spokenOf(kind, entered)?.length !== 0)

/** A draft of another kind, about the latest thing it can speak of. */
export const ofKindNow = (draft: EntryDraft, kind: EntryKind, entered: readonly NoticeFact[]): EntryDraft => ({ ...draft, kind, of: spokenOf(kind, entered)?.at(-1)?.id ?? null })

export type WrongDay = 'unreadable' | 'ahead'

/** The day that was typed, or what is wrong with it; `today` as `2026-11-23`. */
export function readDay(typed: string, today: string): { readonly day: string } | { readonly wrong: WrongDay } {
  const day = parseDay(typed)
  if (!day) return { wrong: 'unreadable' }
  return day > today ? { wrong: 'ahead' } : { day }
}

type Common = Pick<NoticeFact, 'day' | 'note'>

const MADE: { readonly [Kind in EntryKind]: (draft: EntryDraft, common: Common, of: string) => Entry<Kind> } = {
  returned: (_, common, of) => ({ ...common, kind: 'returned', of }),
  received: (_, common, of) => ({ ...common, kind: 'received', of }),
  'never-received': (_, common, of) => ({ ...common, kind: 'never-received', of }),
  'handed-over': (_, common) => ({ ...common, kind: 'handed-over' }),
  objected: ({ caseId }, common) => ({ ...common, kind: 'objected', caseId }),
  settled: ({ outcome }, common, of) => ({ ...common, kind: 'settled', of, outcome }),
  waived: (_, common) => ({ ...common, kind: 'waived' }),
  instruction: ({ quality }, common) => ({ ...common, kind: 'instruction', quality }),
  replaced: (_, common) => ({ ...common, kind: 'replaced', byNoticeId: null }),
}

/** The entry a draft stands for, on a day that was read. */
export const entryOf = (draft: EntryDraft, day: string): Entry => MADE[draft.kind](draft, { day, note: draft.note.trim() }, draft.of ?? '')
