import { sql, type Kysely, type RawBuilder } from 'kysely'
import { clockOf, type ClockState } from '../../shared/domains/notices/clock/clock.ts'
import { ruleSetCalled } from '../../shared/domains/notices/clock/finality.ts'
import type { NoticeFact } from '../../shared/domains/notices/clock/facts.ts'
import type { NoticeRuleSet } from '../../shared/domains/notices/clock/rule-sets.ts'
import { ruleSetsOf } from '../../shared/domains/notices/clock/town-rule-sets.ts'
import { noticesDeletableFrom } from '../../shared/domains/notices/retention.ts'
import type { NoticeContent } from '../../shared/domains/notices/content.ts'
import type { MailboxConsent, NoticeRuleSetRow, Sent } from '../../shared/domains/notices/tables.ts'
import { germanDay } from '../../shared/german-days.ts'
import { ConsentId, type PersonId, type TownId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import { loadRecords } from '../store/records.ts'
import type { Schema } from '../store/schema.ts'
import { consentsFor, noticesUnder, type ConsentHolder, type NoticeHolder } from './holders.ts'
import { isTheirs } from './person-links.ts'

/** A notice as it is told to whoever it is for: who of the staff did something is left out. */
export interface PersonNotice {
  readonly kind: string
  readonly run: string
  /** The day on the letter; null before its run was given for release. */
  readonly dated: string | null
  readonly content: NoticeContent
  readonly isLeftOut: boolean
  readonly sent: Pick<Sent, 'channel' | 'state' | 'attempt' | 'handedOverAt' | 'postedDay'> | null
  readonly state: ClockState
  readonly announcedOn: string | null
  readonly endOn: string | null
  readonly finalOn: string | null
  readonly facts: readonly Pick<NoticeFact, 'kind' | 'day' | 'at' | 'note'>[]
  /** The first day on which it may be deleted, unless an objection is open then. */
  readonly keptUntil: string
  /** What lay in the mailbox since when, and when it was opened. */
  readonly mailbox: readonly { readonly providedAt: Instant; readonly toldAt: Instant | null; readonly retrievedAt: Instant | null }[]
}

/** An agreement to get notices in the mailbox. */
export interface PersonConsent extends Pick<MailboxConsent, 'reference' | 'name' | 'email' | 'givenAt' | 'how' | 'withdrawnAt'> {
  readonly kind: string
}

/** Notices and agreements of somebody. */
export interface PersonPost {
  readonly notices: readonly PersonNotice[]
  readonly consents: readonly PersonConsent[]
}

type Condition = RawBuilder<unknown>

/** Of these people: notices that are theirs, those of a holder in whose name they agreed to a mailbox, and what was agreed to for either. */
export async function postOfPeople(db: Kysely<Schema>, townId: TownId, now: Instant, people: readonly PersonId[]): Promise<PersonPost> {
  const { rows: consents } = await sql<ConsentHolder>`
    select c.id, c.kind_id as "kindId", c.reference, c.name from mailbox_consents c where c.town_id = ${townId} and ${isTheirs('mailbox_consents', 'c', people)}`.execute(db)
  const { rows: own } = await sql<NoticeHolder>`
    select n.id, r.kind_id as "kindId", n.content ->> 'reference' as reference, n.content -> 'recipient' ->> 'name' as name
    from notices n join notice_runs r on r.town_id = n.town_id and r.id = n.run_id where n.town_id = ${townId} and ${isTheirs('notices', 'n', people)}`.execute(db)
  const agreed = [...(await noticesUnder(db, townId, consents)).values()].flat()
  // An agreement says an e-mail address and a notice says where somebody lives: they may stand in two files.
  const alsoAgreed = await consentsFor(db, townId, own)
  return postOf(db, townId, now, sql`n.id = any(${[...own.map(({ id }) => id), ...agreed]}::text[])`, [...consents.map(({ id }) => id), ...alsoAgreed])
}

/**
 * Of the recipient of one notice: all that went to the same name at the same address, with agreements for what it was about. By
 * the id of an agreement: what was sent to its holder. Undefined where there is neither.
 */
export async function postOfRecipient(db: Kysely<Schema>, townId: TownId, now: Instant, id: string): Promise<PersonPost | undefined> {
  const { rows: same } = await sql<NoticeHolder>`
    select n.id, r.kind_id as "kindId", n.content ->> 'reference' as reference, n.content -> 'recipient' ->> 'name' as name
    from notices n join notice_runs r on r.town_id = n.town_id and r.id = n.run_id
    where n.town_id = ${townId} and exists (select from notices o where o.town_id = n.town_id and o.id = ${id} and ${whoIs('o')} = ${whoIs('n')})`.execute(db)
  const named = await db.selectFrom('mailbox_consents').select(['id', 'kind_id as kindId', 'reference', 'name']).where('town_id', '=', townId).where('id', '=', ConsentId.parse(id)).execute()
  const under = [...(await noticesUnder(db, townId, named)).values()].flat()
  const consents = [...named.map(consent => consent.id), ...await consentsFor(db, townId, same)]
  const found = await postOf(db, townId, now, sql`n.id = any(${[...same.map(notice => notice.id), ...under]}::text[])`, consents)
  return found.notices.length + found.consents.length > 0 ? found : undefined
}

/** Name and address, however they are written. */
const whoIs = (table: string): Condition => {
  const part = (name: string): Condition => sql`lower(trim(${sql.ref(`${table}.content`)} -> 'recipient' ->> ${sql.lit(name)}))`
  return sql`row(${sql.join(['name', 'street', 'houseNumber', 'postalCode', 'place'].map(part))})`
}

interface FoundNotice extends Omit<PersonNotice, 'state' | 'announcedOn' | 'endOn' | 'finalOn' | 'facts' | 'sent' | 'keptUntil'> {
  readonly madeAt: Instant
  readonly years: number
  readonly ruleSetId: string
  readonly sent: Sent | null
  readonly facts: readonly NoticeFact[]
}

async function postOf(db: Kysely<Schema>, townId: TownId, now: Instant, ofNotices: Condition, consentIds: readonly ConsentId[]): Promise<PersonPost> {
  const { rows: found } = await sql<FoundNotice>`
    select k.title as kind, k.rule_set_id as "ruleSetId", k.retention_years as years, r.created_at as "madeAt", r.title as run, r.submitted -> 'paper' ->> 'dated' as dated, n.content, jsonb_typeof(n.left_out) = 'object' as "isLeftOut", n.sent, n.facts,
      (select coalesce(json_agg(json_build_object('providedAt', p.provided_at, 'toldAt', p.told_at, 'retrievedAt', p.retrieved_at) order by p.attempt), '[]')
        from notice_provisions p where p.town_id = n.town_id and p.notice_id = n.id) as mailbox
    from notices n join notice_runs r on r.town_id = n.town_id and r.id = n.run_id join notice_kinds k on k.town_id = r.town_id and k.id = r.kind_id
    where n.town_id = ${townId} and ${ofNotices} order by r.created_at, n.number`.execute(db)
  const { rows: consents } = await sql<PersonConsent>`
    select k.title as kind, c.reference, c.name, c.email, c.given_at as "givenAt", c.how, c.withdrawn_at as "withdrawnAt"
    from mailbox_consents c join notice_kinds k on k.town_id = c.town_id and k.id = c.kind_id where c.town_id = ${townId} and c.id = any(${consentIds}::text[]) order by c.given_at, c.id`.execute(db)
  const laws = await townLaws(db, townId, found.map(({ ruleSetId }) => ruleSetId))
  return { notices: found.map(one => asTold(one, laws, germanDay(now))), consents }
}

async function townLaws(db: Kysely<Schema>, townId: TownId, ids: readonly string[]): Promise<readonly NoticeRuleSet[]> {
  const rows = await loadRecords(db, townId, [...new Set(ids)].map(id => ({ table: 'notice_rule_sets', id })), false)
  return ruleSetsOf([...rows.values()] as readonly NoticeRuleSetRow[])
}

function asTold({ ruleSetId, sent, facts, madeAt, years, ...notice }: FoundNotice, laws: readonly NoticeRuleSet[], on: string): PersonNotice {
  const clock = clockOf({ facts, ruleSet: ruleSetCalled(ruleSetId, laws), on })
  return {
    ...notice,
    keptUntil: noticesDeletableFrom(madeAt, years),
    sent: sent && { channel: sent.channel, state: sent.state, attempt: sent.attempt, handedOverAt: sent.handedOverAt, postedDay: sent.postedDay },
    state: clock.state,
    announcedOn: clock.announced.kind === 'announced' ? clock.announced.day : null,
    endOn: clock.period?.day ?? null,
    finalOn: clock.finalOn,
    facts: facts.map(({ kind, day, at, note }) => ({ kind, day, at, note })),
  }
}
