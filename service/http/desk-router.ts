import type { Staff } from '../../shared/domains/staff/tables.ts'
import { isActiveAt } from '../../shared/domains/staff/deputies.ts'
import { implement } from '@orpc/server'
import { headOf, readFeed } from '../store/feed.ts'
import { loadRecords } from '../store/records.ts'
import { townById } from '../store/towns.ts'
import { recordKey, type RecordRef } from '../../shared/command.ts'
import { ok, type Result } from '../../shared/result.ts'
import { instantFromMs, type Instant, type Clock } from '../../shared/time.ts'
import type { CommandAnswer, CommandOnWire, CommandOutcome } from '../../shared/wire/commands.ts'
import { serviceContract } from '../../shared/wire/contract.ts'
import type { SessionReply } from '../../shared/wire/session.ts'
import type { Actor } from '../../shared/actor.ts'
import type { CommandId } from '../../shared/ids.ts'
import type * as z from 'zod'
import { previewLetter } from '../domains/applications/letter-preview.ts'
import { hallSheet } from '../domains/halls/hall-sheet.ts'
import { previewTemplate } from '../domains/applications/template-preview.ts'
import { displayAddress } from '../domains/appointments/display/display-address.ts'
import { feedAddress } from '../domains/appointments/feed/feed-address.ts'
import type { Typesetter } from '../domains/letters/typesetter.ts'
import { createExchangeRouter } from '../towns/exchange/exchange-router.ts'
import type { SendTestMail } from '../towns/test-mail.ts'
import { createTownSetupRouter } from '../towns/town-setup-router.ts'
import { townFigures } from '../domains/reports/town-figures.ts'
import { createAlertsRouter } from '../domains/alerts/alerts-router.ts'
import type { Reach } from '../domains/alerts/ways/reach.ts'
import { createServiceCardsRouter } from '../domains/service-cards/service-cards-router.ts'
import { createVaccinationsRouter } from '../domains/vaccinations/vaccinations-router.ts'
import { noticeLetterFile } from '../domains/notices/notice-letter-file.ts'
import { letterProof } from '../domains/notices/decision-proof.ts'
import { noticeProof } from '../domains/notices/print-here/notice-proof.ts'
import { createPortalLinkRouter, type PortalLinkDeskParts } from '../fit-connect/desk/portal-link-router.ts'
import { createAuditRouter, type AuditRouterParts } from '../audit/audit-router.ts'
import { createProtectionRouter } from '../audit/desk/protection-router.ts'
import { createPersonRouter } from '../privacy/person-router.ts'
import { createPrivacyRouter, noteAccess } from '../privacy/privacy-router.ts'
import { createStaffRouter, type StaffRouterParts } from '../domains/staff/staff-router.ts'
import { noteDevice, type Connecting } from '../identity/devices.ts'
import { deskSecretFor } from '../identity/desk-secrets.ts'
import type { Access } from '../store/access.ts'
import type { Database } from '../store/database.ts'
import type { Dispatcher } from './live/dispatcher.ts'
import type { PresenceBoard } from './live/presence.ts'
import { RefusedRequest, valueOrRefuse } from './refusal.ts'
import { townFor } from './town-for.ts'

export interface DeskRouterParts extends Pick<AuditRouterParts, 'log' | 'anchors'> {
  readonly database: Database
  readonly clock: Clock
  readonly commands: {
    run(actor: Actor, commands: readonly CommandOnWire[]): Promise<readonly CommandAnswer[]>
    outcome(actor: Actor, id: CommandId): Promise<z.infer<typeof CommandOutcome>>
  }
  readonly presence: PresenceBoard
  /** Null where letters cannot be set. */
  readonly typesetter: Typesetter | null
  readonly dispatcher: Pick<Dispatcher, 'presenceChanged'>
  /** Where the service is reached. */
  readonly url: () => string
  /** By which ways messages to the public can go out now. */
  readonly alertReach: Reach
  /** Where harm by a vaccination is claimed. */
  readonly claimsOffice: string
  readonly portalLink: PortalLinkDeskParts['portalLink']
  readonly townName: string
  /** Whether people sign in at this service. */
  readonly hasOwnSignIn: boolean
  readonly groups: StaffRouterParts['groups']
  readonly sendTestMail: SendTestMail
  readonly onAnswer: (name: string, answer: CommandAnswer) => void
}

/** Entries in a reply to a pull; whole transactions, so it may be a little more. */
const FEED_PAGE = 1_000

/** What oRPC serves; the live stream is encoded once for many desks and stands in `live-route.ts`. */
export const deskContract = { ...serviceContract, feed: { pull: serviceContract.feed.pull } }

export function createDeskRouter(parts: DeskRouterParts) {
  const { database, commands } = parts
  const desk = implement(deskContract).$context<{ readonly access: Access; readonly authTime: number; readonly grantId: string | null }>()
  return desk.router({
    session: {
      get: desk.session.get.handler(({ input, context }) => sessionOf(parts, context.access, { deskId: input.desk, shell: input.shell, version: input.version, accountId: context.access.actor.accountId, grantId: context.grantId })),
    },
    commands: {
      push: desk.commands.push.handler(async ({ input, context }) => {
        const answers = await commands.run(context.access.actor, input.commands)
        for (const [index, answer] of answers.entries()) parts.onAnswer(input.commands[index]?.name ?? '', answer)
        return { answers: [...answers] }
      }),
      outcome: desk.commands.outcome.handler(({ input, context }) => commands.outcome(context.access.actor, input.id)),
    },
    feed: {
      pull: desk.feed.pull.handler(async ({ input, context }) =>
        valueOrRefuse(await readFeed(database.db, context.access, { ...input, limit: FEED_PAGE })),
      ),
    },
    presence: {
      put: desk.presence.put.handler(async ({ input, context }) => {
        const place = input.record && (await placeOf(parts, context.access, input.record))
        if (parts.presence.put(context.access.actor, place)) parts.dispatcher.presenceChanged(context.access.actor.townId)
        return {}
      }),
    },
    letters: {
      preview: desk.letters.preview.handler(async ({ input, context }) => valueOrRefuse(await previewLetter(parts, context.access, input))),
      proof: desk.letters.proof.handler(({ input, context }) => noted(parts, context.access, 'letters.view-proof', input.letterId, letterProof(parts, context.access, input))),
      hallSheet: desk.letters.hallSheet.handler(async ({ input, context }) => valueOrRefuse(await hallSheet(parts, context.access, input))),
      previewTemplate: desk.letters.previewTemplate.handler(async ({ input, context }) => valueOrRefuse(await previewTemplate(parts, townFor(context.access, ['administrator']), input))),
    },
    notices: {
      proof: desk.notices.proof.handler(({ input, context }) => noted(parts, context.access, 'notices.view-proof', input.noticeId, noticeProof(parts, context.access, input))),
      letter: desk.notices.letter.handler(({ input, context }) => noted(parts, context.access, 'notices.view-letter', input.noticeId, noticeLetterFile(parts, context.access, input))),
    },
    people: createPersonRouter(parts),
    privacy: createPrivacyRouter(parts),
    audit: createAuditRouter(parts),
    protection: createProtectionRouter(parts),
    portalLink: createPortalLinkRouter(parts),
    staff: createStaffRouter(parts),
    townSetup: createTownSetupRouter(parts),
    serviceExchange: createExchangeRouter(parts),
    vaccinations: createVaccinationsRouter(parts),
    alerts: createAlertsRouter(parts),
    serviceCards: createServiceCardsRouter(parts),
    appointments: {
      display: desk.appointments.display.handler(async ({ input, context }) => valueOrRefuse(await displayAddress(parts, context.access, input.placeId, false))),
      renewDisplay: desk.appointments.renewDisplay.handler(async ({ input, context }) => valueOrRefuse(await displayAddress(parts, context.access, input.placeId, true))),
      feed: desk.appointments.feed.handler(async ({ input, context }) => valueOrRefuse(await feedAddress(parts, context.access, input.placeId, false))),
      renewFeed: desk.appointments.renewFeed.handler(async ({ input, context }) => valueOrRefuse(await feedAddress(parts, context.access, input.placeId, true))),
    },
    reports: {
      town: desk.reports.town.handler(({ input, context }) =>
        townFigures(database.db, townFor(context.access, ['administrator']), input, instantFromMs(parts.clock.nowMs()))),
    },
  })
}

/** Hands out what somebody asked to read, which then stands in the list of accesses. */
async function noted<File>({ database, clock }: DeskRouterParts, { actor }: Access, action: string, id: string, read: Promise<Result<File>>): Promise<File> {
  const file = valueOrRefuse(await read)
  await noteAccess(database, actor, action, id, instantFromMs(clock.nowMs()))
  return file
}

/** Until when the rights last that are lent to the actor now. */
async function lentTo({ db }: Database, { townId, accountId }: Actor, now: Instant): Promise<SessionReply['lent']> {
  const account = (await loadRecords(db, townId, [{ table: 'staff', id: accountId }], false)).get(`staff/${accountId}`) as Staff | undefined
  const active = (account?.deputyships ?? []).filter(deputyship => isActiveAt(deputyship, now))
  return active.map(({ forPersonId, until }) => ({ personId: forPersonId, until }))
}

async function sessionOf({ database, clock }: DeskRouterParts, { actor, scopes }: Access, connecting: Connecting): Promise<SessionReply> {
  const { townId, accountId, personId, name, grants } = actor
  const town = await townById(database.db, townId)
  if (!town) throw new Error(`the town ${townId} is not in the database`)
  const now = instantFromMs(clock.nowMs())
  // What is refused here stays noted: that it was tried says where a computer is that was cut off.
  const secret = await database.db.transaction().execute(async trx => {
    const device = await noteDevice(trx, townId, connecting, now)
    return device.ok ? ok(await deskSecretFor(trx, { townId, accountId, deskId: connecting.deskId }, now)) : device
  })
  const lent = await lentTo(database, actor, now)
  return {
    townId, townName: town.name, accountId, personId, name, grants: [...grants], lent,
    scopes: [...scopes].map(([scope, epoch]) => ({ scope, epoch })),
    head: await headOf(database.db, townId),
    now,
    deskSecret: Buffer.from(valueOrRefuse(secret)).toString('base64'),
    recoveryKey: town.recovery_key,
    demo: town.demo,
  }
}

/** The record's scope, if the person may see the record; a foreign one is treated as one that is not there. */
async function placeOf({ database }: DeskRouterParts, access: Access, record: RecordRef) {
  const row = (await loadRecords(database.db, access.actor.townId, [record], false)).get(recordKey(record))
  if (!row || !access.scopes.has(row.scope)) throw new RefusedRequest({ code: 'commands/record-missing' })
  return { record, scope: row.scope }
}
