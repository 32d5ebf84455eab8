import type { Alert } from '../../../../shared/domains/alerts/tables.ts'
import { hasEnded } from '../../../../shared/domains/alerts/stage.ts'
import type { Instant } from '../../../../shared/time.ts'
import { RETRIED } from '../progress.ts'

/** Something that was done with a message, as the report tells it. */
export interface Step {
  readonly at: Instant
  readonly what: string
  /** Empty where time alone did it. */
  readonly who: string
  /** A reason, a verdict, what it was about. */
  readonly more: string
}

/** What the audit log knows: that a command changed the message, and whose it was. */
export interface Audited {
  readonly at: Instant
  readonly action: string
  readonly who: string
}

/** Everything that was done, in the order in which it was. Facts that still stand come from the message; what they replaced, from the audit log. */
export function stepsOf(alert: Alert, { audited, reasons, later, now }: {
  readonly audited: readonly Audited[]
  /** Why it was sent back, by when that was, as far as it is still known. */
  readonly reasons: ReadonlyMap<Instant, string>
  /** The message that ended it. */
  readonly later: Alert | undefined
  readonly now: Instant
}): readonly Step[] {
  const standing = [...beforeRelease(alert), ...sinceRelease(alert, later, now)]
  const earlier = joined(audited).flatMap(({ at, action, who }) => {
    const what = EARLIER[action]
    return what === undefined || standing.some(step => step.at === at && step.what === what) ? [] : [{ at, what, who, more: reasons.get(at) ?? '' }]
  })
  return [...standing, ...earlier].toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
}

const SUBMITTED = 'Zur Freigabe gegeben'
const RETURNED = 'Zurückgegeben'
const REJECTED = 'Abgelehnt'

/** Steps that a later one may have taken out of the message. */
const EARLIER: Readonly<Record<string, string>> = { [RETRIED]: 'Fehlgeschlagene erneut versucht', 'alerts.write': 'Text geändert', 'alerts.submit': SUBMITTED, 'alerts.return': RETURNED, 'alerts.reject': REJECTED }

/** Drafts are saved while somebody types: of one person's changes in a row only the last is told. */
const joined = (audited: readonly Audited[]): readonly Audited[] =>
  audited.filter((one, index) => {
    const next = audited[index + 1]
    return !(one.action === 'alerts.write' && next?.action === one.action && next.who === one.who)
  })

type By = { readonly at: Instant; readonly byName: string } | null
const step = (by: By, what: string, more = ''): readonly Step[] => (by ? [{ at: by.at, what, who: by.byName, more }] : [])

const beforeRelease = ({ createdAt, authors, mode, earlier, submitted, wished, judged, withdrawn }: Alert): readonly Step[] => [
  { at: createdAt, what: mode === 'training' ? 'Begonnen, als Übung' : 'Begonnen', who: authors[0]?.name ?? '', more: earlier.length > 0 ? `zu ${earlier.map(({ identifier }) => identifier).join(', ')}` : '' },
  ...step(wished, 'Ohne Verbindung zur Freigabe vorgemerkt'),
  ...step(submitted, SUBMITTED),
  ...step(judged, judged?.kind === 'rejected' ? REJECTED : RETURNED, judged?.reason),
  ...step(withdrawn, 'Zurückgezogen'),
]

const ENDS = { update: 'Durch eine Aktualisierung ersetzt', cancel: 'Durch eine Korrektur ersetzt', 'all-clear': 'Durch die Entwarnung beendet', alert: 'Beendet' } as const satisfies Readonly<Record<Alert['kind'], string>>

function sinceRelease({ released, stopped, content }: Alert, later: Alert | undefined, now: Instant): readonly Step[] {
  if (!released) return []
  const { emergency } = released
  const reviewed = emergency?.reviewed ?? null
  const over = later?.released ?? null
  const end = content.endsAt
  return [
    ...step(released, emergency ? 'Allein freigegeben (Notweg)' : 'Freigegeben', emergency?.reason),
    ...step(reviewed, reviewed?.verdict === 'disputed' ? 'Notweg beanstandet' : 'Notweg bestätigt', reviewed?.note),
    ...step(stopped, 'Versand angehalten', stopped?.reason),
    ...step(over, ENDS[later?.kind ?? 'alert']),
    ...(end !== null && hasEnded(content, now) && (over === null || over.at > end) ? [{ at: end, what: 'Zeit abgelaufen', who: '', more: '' }] : []),
  ]
}
