import { NoticeFact, type FactKind } from '../../../shared/domains/notices/clock/facts.ts'
import { germanMoment, plusCalendarDays } from '../../../shared/german-days.ts'
import { derivedUuid, type NoticeId } from '../../../shared/ids.ts'
import { msOf, type Instant } from '../../../shared/time.ts'
import { demoPerson } from './people.ts'

/** Something that became known about a notice, so many days before today; `of` is the label of the entry it speaks of, its kind unless it has one. */
interface Entry {
  readonly kind: Exclude<FactKind, 'provided' | 'retrieved'>
  readonly daysAgo: number
  readonly of?: string
  readonly label?: string
  readonly outcome?: 'withdrawn' | 'decided' | 'remedied'
  readonly quality?: 'missing'
  readonly note?: string
}

/** What became of single notices of the run that was handed over in two days, by their numbers; the others were posted and nothing else is known. */
export const FATES: ReadonlyMap<number, readonly Entry[]> = new Map<number, readonly Entry[]>([
  [4, [{ kind: 'objected', daysAgo: 20, note: 'Flurstück sei im Juni verkauft worden' }]],
  [9, [{ kind: 'objected', daysAgo: 24, note: 'Fläche sei zu groß angesetzt' }, { kind: 'settled', of: 'objected', daysAgo: 10, outcome: 'decided', note: 'zurückgewiesen, gegen Empfangsbekenntnis' }]],
  [15, [{ kind: 'objected', daysAgo: 22 }, { kind: 'settled', of: 'objected', daysAgo: 15, outcome: 'withdrawn', note: 'nach Telefonat' }]],
  [21, [{ kind: 'objected', daysAgo: 26, note: 'Erbbaurecht ist gelöscht' }, { kind: 'settled', of: 'objected', daysAgo: 12, outcome: 'remedied' }]],
  [27, [{ kind: 'returned', of: 'posted', daysAgo: 31, note: 'Empfänger unter der Anschrift nicht zu ermitteln' }]],
  [33, [{ kind: 'returned', of: 'posted', daysAgo: 30, note: 'verzogen' }, { kind: 'handed-over', daysAgo: 8, note: 'im Bürgerbüro gegen Unterschrift' }]],
  [38, [{ kind: 'waived', daysAgo: 18, note: 'schriftlich' }]],
  [46, [{ kind: 'instruction', daysAgo: 14, quality: 'missing', note: 'zweites Blatt fehlte im Umschlag' }]],
  [52, [{ kind: 'received', of: 'posted', daysAgo: 30, note: 'Rückschein' }]],
  [60, [{ kind: 'replaced', daysAgo: 9, note: 'Neuer Bescheid mit richtiger Fläche' }]],
  [84, [{ kind: 'objected', daysAgo: 3 }]],
  [90, [{ kind: 'returned', of: 'posted', daysAgo: 20, note: 'Annahme verweigert' }]],
  [97, [{ kind: 'never-received', of: 'posted', daysAgo: 11, note: 'Anruf; Zugang lässt sich nicht beweisen' }]],
  [103, [{ kind: 'waived', daysAgo: 12, note: 'Niederschrift im Bürgerbüro' }]],
  [109, [{ kind: 'returned', of: 'posted', label: 'mistaken', daysAgo: 15 }, { kind: 'corrected', of: 'mistaken', daysAgo: 14, note: 'Umschlag gehörte zu einem anderen Bescheid' }]],
])

/** Who enters what is known, when the offices are open. */
const ENTERED_AT = '10:15'

export interface FateOf {
  readonly noticeId: NoticeId
  readonly postedDay: string
  readonly isAbroad: boolean
  readonly entries: readonly Entry[]
  readonly today: string
  readonly now: Instant
}

/** The posting as the service enters it, and what people entered later. Nothing lies ahead of `now`. */
export function factsOf({ noticeId, postedDay, isAbroad, entries, today, now }: FateOf): readonly NoticeFact[] {
  const idOf = (label: string): string => derivedUuid(noticeId, `demo/${label}`)
  const ago = (days: number): string => plusCalendarDays(today, -days)
  const { personId, name } = demoPerson('jana.thiele')
  const posted = { id: idOf('posted'), kind: 'posted', day: postedDay, at: germanMoment(postedDay, '21:40'), byPersonId: null, byName: '', note: '', isAbroad }
  const entered = entries.map(({ daysAgo, of, label, note = '', ...entry }) => ({
    ...entry, id: idOf(label ?? entry.kind), day: ago(daysAgo), at: germanMoment(ago(daysAgo), ENTERED_AT), byPersonId: personId, byName: name, note,
    ...(of === undefined ? {} : { of: idOf(of) }), caseId: null, byNoticeId: null, rightDay: null,
  }))
  return [posted, ...entered].map(fact => NoticeFact.parse(fact)).filter(({ at }) => msOf(at) <= msOf(now))
}
