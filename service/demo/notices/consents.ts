import type { Kysely } from 'kysely'
import { sha256Hex } from '../../../shared/canonical.ts'
import { ruleSetCalled } from '../../../shared/domains/notices/clock/finality.ts'
import type { NoticeFact } from '../../../shared/domains/notices/clock/facts.ts'
import { rulesOn } from '../../../shared/domains/notices/clock/rule-sets.ts'
import { STANDARD_RULE_SETS } from '../../../shared/domains/notices/clock/standard-rule-sets.ts'
import { NOTHING_SENT, type MailboxConsent, type Notice, type NoticeRun, type Sent } from '../../../shared/domains/notices/tables.ts'
import { germanDay, germanMoment, plusCalendarDays } from '../../../shared/german-days.ts'
import { ConsentId, derivedUuid, type TownId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import { lastDayToOpen } from '../../domains/notices/mailbox/mailbox-rule.ts'
import type { Schema } from '../../store/schema.ts'
import { pagePdf } from '../page-pdf.ts'
import { DEMO_KINDS } from './kinds.ts'
import type { MadeRun } from './make-run.ts'
import { lastWorkingDay } from './working-days.ts'

/** What became of a notice that lay in a mailbox: opened two days later, unopened and so sent by post, or there since a few days and not opened yet. */
type Fate = 'opened' | 'fell-back' | 'unread'

/** By the number of the notice in the run that was handed over. */
const FATES: ReadonlyMap<number, Fate> = new Map([[66, 'opened'], [74, 'fell-back'], [118, 'unread']])
/** In that run, too: an agreement that was withdrawn, and one whose e-mail cannot be delivered. */
const ENDED = 30
const BROKEN = 42
/** In the run that is to be mended: goes to the mailbox once it is released. */
const NEXT = 5

const PROVIDED_AGO: Readonly<Record<Fate, number>> = { opened: 29, 'fell-back': 40, unread: 2 }
/** So many days after it had been provided it was opened, and it went by post. */
const OPENED_AFTER = 2
const POSTED_AFTER = 12
const AGREED_AGO = 60

const providedDay = (fate: Fate, now: Instant): string => lastWorkingDay(plusCalendarDays(germanDay(now), -PROVIDED_AGO[fate]))

const consentIdOf = ({ id }: Notice): ConsentId => ConsentId.parse(derivedUuid(id, 'consent'))

/** The run that was handed over, with those of its notices that lay in a mailbox. */
export function withMailboxes({ run, notices }: MadeRun, now: Instant): MadeRun {
  const all = notices.map(notice => {
    const fate = FATES.get(notice.number)
    return fate ? inMailbox(notice, fate, now) : notice
  })
  const { checked } = run
  return { run: { ...run, tally: talliedOf(all), checked: checked && { ...checked, byChannel: { ...checked.byChannel, post: checked.letters - FATES.size, mailbox: FATES.size } } }, notices: all }
}

function talliedOf(notices: readonly Notice[]): NoticeRun['tally'] {
  const inState = (state: Sent['state']): number => notices.filter(({ sent }) => sent?.state === state).length
  return { ...NOTHING_SENT, dispatched: inState('dispatched'), failed: inState('failed'), provided: inState('provided'), retrieved: inState('retrieved') }
}

const byService = (notice: Notice, label: string, day: string, time: string) => ({ id: derivedUuid(notice.id, `demo/${label}`), day, at: germanMoment(day, time), byPersonId: null, byName: '', note: '' })

function inMailbox(notice: Notice, fate: Fate, now: Instant): Notice {
  const day = providedDay(fate, now)
  const provided: NoticeFact = { ...byService(notice, 'provided', day, '14:24'), kind: 'provided' }
  if (fate === 'fell-back') {
    const posted = lastWorkingDay(plusCalendarDays(day, POSTED_AFTER))
    const sent: Sent | null = notice.sent && { ...notice.sent, attempt: 2, handedOverAt: germanMoment(posted, '06:10'), changedAt: germanMoment(posted, '21:40'), postedDay: posted }
    return { ...notice, sent, facts: [provided, { ...byService(notice, 'posted', posted, '21:40'), kind: 'posted', isAbroad: notice.content.recipient.country !== '' }] }
  }
  const sent: Sent = {
    channel: 'mailbox', state: fate === 'opened' ? 'retrieved' : 'provided', attempt: 1, letterId: null, handedOverAt: provided.at, changedAt: provided.at, postedDay: null, reason: null, sha256: sha256Hex(fileOf(notice)), track: null,
  }
  const checked = notice.checked && { ...notice.checked, channel: 'mailbox' as const }
  if (fate === 'unread') return { ...notice, checked, sent, facts: [provided] }
  const opened = byService(notice, 'retrieved', plusCalendarDays(day, OPENED_AFTER), '18:40')
  return { ...notice, checked, sent: { ...sent, changedAt: opened.at }, facts: [provided, { ...opened, kind: 'retrieved', of: provided.id }] }
}

/** Stands in for the file that was approved. */
const fileOf = ({ content: { recipient, reference, totalCents } }: Notice): Uint8Array =>
  pagePdf(['Bescheid (Vorführung)', recipient.name, `Kassenzeichen ${reference}`, `Betrag ${(totalCents / 100).toFixed(2)} Euro`])

/** Everybody in the demo who agreed to a mailbox. */
export function demoConsents(runs: readonly MadeRun[], now: Instant): readonly MailboxConsent[] {
  const ago = (days: number): Instant => germanMoment(plusCalendarDays(germanDay(now), -days), '19:05')
  const of = (key: string, number: number): Notice[] => runs.flatMap(({ run, notices }) => (run.source.fileName.endsWith(key) ? notices.filter(notice => notice.number === number) : []))
  const sent = (number: number): Notice[] => of('teil-1.csv', number)
  const agreed = (notice: Notice, more: Partial<MailboxConsent> = {}): MailboxConsent => ({
    id: consentIdOf(notice), scope: notice.scope, version: 0, kindId: runs.find(({ run }) => run.id === notice.runId)?.run.kindId ?? '', reference: notice.content.reference, name: notice.content.recipient.name,
    email: `postfach.${notice.number}@example.org`, givenAt: ago(AGREED_AGO), how: 'portal', enteredByName: null, withdrawnAt: null, emailFailedAt: null, ...more,
  })
  return [
    ...[...FATES.keys()].flatMap(sent).map(notice => agreed(notice)),
    ...sent(ENDED).map(notice => agreed(notice, { withdrawnAt: ago(45) })),
    ...sent(BROKEN).map(notice => agreed(notice, { how: 'paper', enteredByName: 'Katrin Sommer', emailFailedAt: ago(44) })),
    ...of('teil-2.csv', NEXT).map(notice => agreed(notice, { how: 'paper', enteredByName: 'Katrin Sommer', givenAt: ago(6) })),
  ]
}

/** Writes down what lies and lay in mailboxes; every e-mail about it was sent. */
export async function keepProvisions(trx: Kysely<Schema>, townId: TownId, runs: readonly MadeRun[]): Promise<void> {
  const rows = runs.flatMap(({ notices }) => notices.flatMap(notice => {
    const provided = notice.facts.find(({ kind }) => kind === 'provided')
    return provided ? [provisionOf(townId, notice, provided)] : []
  }))
  if (rows.length > 0) await trx.insertInto('notice_provisions').values(rows).execute()
}

function provisionOf(townId: TownId, notice: Notice, { at, day }: NoticeFact) {
  const bytes = fileOf(notice)
  return {
    town_id: townId, notice_id: notice.id, attempt: 1, consent_id: consentIdOf(notice), sha256: sha256Hex(bytes), bytes, provided_at: at, open_until: lastDayToOpen(rulesOn(ruleSetCalled(DEMO_KINDS.umlage.ruleSetId, STANDARD_RULE_SETS), day)?.mailbox, day), told_at: at,
    retrieved_at: notice.facts.find(({ kind }) => kind === 'retrieved')?.at ?? null, ended_at: notice.facts.find(({ kind }) => kind === 'posted')?.at ?? null,
  }
}
