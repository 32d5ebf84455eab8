import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Change } from '../../../../shared/command.ts'
import { aHall, aHallBooking, aTenant } from '../../../../shared/domains/halls/testing.ts'
import type { HallBooking } from '../../../../shared/domains/halls/tables.ts'
import { anActor } from '../../../../shared/domains/staff/testing.ts'
import { derivedUuid } from '../../../../shared/ids.ts'
import type { JsonObject } from '../../../../shared/json.ts'
import { msOf, plusDays } from '../../../../shared/time.ts'
import { aCommand, testPipeline } from '../../../commands/testing.ts'
import { startMailSink, type MailSink, type SunkMail } from '../../../demo/mail-sink.ts'
import { createSmtpTransport, type MailTransport } from '../../../delivery/smtp.ts'
import { aLog } from '../../../delivery/testing.ts'
import { createWorker } from '../../../delivery/worker.ts'
import { commitChanges } from '../../../store/commit.ts'
import { loadRecords } from '../../../store/records.ts'
import { anOrigin, TEST_TIME, testEngines } from '../../../store/testing.ts'
import { COMPLETIONS } from '../../completions.ts'
import { EFFECTS } from '../../effects.ts'
import { TEST_GUARDS, townPerTest } from '../../testing.ts'
import { createHallLinks } from '../hall-links.ts'
import { createPublicHalls, type PublicHalls } from '../public/public-halls.ts'
import { createHallDelivery } from './deliver-hall.ts'

const clock = { nowMs: () => msOf(TEST_TIME) }
const tenant = aTenant({ email: 'aenne@example.org' })
const KEY = derivedUuid('hall', 'key')

describe.each(testEngines())('e-mails about houses on $kind', ({ open }) => {
  const own = townPerTest(open)
  let sink: MailSink
  let transport: MailTransport
  let halls: PublicHalls
  beforeEach(async () => {
    await add([{ table: 'halls', row: aHall() }])
    halls = createPublicHalls({ database: own.database, townId: own.townId, clock, links: createHallLinks(own.database) })
    sink = await startMailSink({ port: 0 })
    transport = createSmtpTransport(sink.smtpUrl)
  })
  afterEach(async () => {
    transport.close()
    await sink.close()
  })

  const add = (changes: readonly Change[]) => own.database.db.transaction().execute(trx => commitChanges(trx, { ...anOrigin(), townId: own.townId }, changes))
  const stored = async (ids: readonly string[]): Promise<readonly HallBooking[]> => {
    const rows = await loadRecords(own.database.db, own.townId, ids.map(id => ({ table: 'hall_bookings', id }) as const), false)
    return ids.map(id => rows.get(`hall_bookings/${id}`) as HallBooking)
  }
  async function lead(name: string, ids: readonly string[], more: JsonObject = {}): Promise<void> {
    const pipeline = testPipeline(own.database, { clock, effects: EFFECTS, guards: TEST_GUARDS, completions: COMPLETIONS })
    const basedOn = (await stored(ids)).map(({ id, version }) => ({ table: 'hall_bookings' as const, id, version }))
    const [answer] = await pipeline.run(anActor('lead', '1', { townId: own.townId }), [aCommand(`${name}/${ids.join()}`, name, { bookingIds: [...ids], ...more }, { basedOn })])
    expect(answer).toMatchObject({ kind: 'applied' })
  }
  async function sent(): Promise<readonly SunkMail[]> {
    const sender = { townName: 'Stadt Tangerhütte', from: 'rathaus@tangerhuette.example' }
    const deliver = createHallDelivery({ database: own.database, transport, sender, hallLinks: createHallLinks(own.database), portalUrl: () => 'https://portal.example' })
    const before = sink.messages().length
    await createWorker({ database: own.database, townId: own.townId, clock, deliver: new Map([['hall-email', deliver]]), log: aLog(), random: () => 0 }).runDue()
    return sink.messages().slice(before)
  }

  test('who asked online is told that it came, and what was decided; neither name nor purpose nor reason travels', async () => {
    const { startsAt, endsAt } = aHallBooking()
    const request = await halls.send(KEY, { hallId: aHall().id, startsAt, endsAt, purpose: 'Geheimtreffen', persons: 40, note: 'Rollstuhl', tenant })
    if (!request.ok) throw new Error(request.error.code)
    const [first, ...more] = await sent()
    expect(more).toEqual([])
    expect([first?.to, first?.subject]).toEqual([['aenne@example.org'], 'Ihre Anfrage für Dorfgemeinschaftshaus Uchtdorf – Stadt Tangerhütte'])
    for (const part of ['Das Haus ist damit noch nicht für Sie gebucht', 'Wann: Samstag, 12. Dezember 2026, 14:00 bis 22:00 Uhr', `https://portal.example/portal/halls/requests/${request.value.link}`, 'The house is not booked yet'])
      expect(first?.text).toContain(part)
    const { id } = (await own.database.db.selectFrom('hall_bookings').select('id').where('town_id', '=', own.townId).executeTakeFirstOrThrow())
    await lead('halls.approve', [id])
    expect((await sent()).map(({ subject }) => subject)).toEqual(['Zugesagt: Ihre Anfrage für Dorfgemeinschaftshaus Uchtdorf – Stadt Tangerhütte'])
    await lead('halls.cancel', [id], { reason: 'Wasserrohr, Frau Großkopf' })
    const [cancelled] = await sent()
    expect(cancelled?.subject).toMatch(/^Abgesagt/)
    for (const mail of sink.messages()) for (const secret of ['Änne', 'Gro', 'Geheim', 'Rollstuhl', 'Wasserrohr']) expect(mail.raw + mail.text).not.toContain(secret)
  })

  test('a series is told of once with all its times; what was overtaken is not sent, nor anything without an address', async () => {
    const seriesId = derivedUuid('series', 'one')
    const weeks = [0, 1, 2].map(week => aHallBooking(`w${week}`, { seriesId, tenant, startsAt: plusDays(aHallBooking().startsAt, week * 7) }))
    const silent = aHallBooking('silent', { startsAt: plusDays(aHallBooking().startsAt, 1) })
    await add([...weeks, silent].map(row => ({ table: 'hall_bookings', row }) as const))
    await lead('halls.approve', [silent.id])
    await lead('halls.approve', weeks.map(({ id }) => id))
    const [mail, ...more] = await sent()
    expect([more.length, mail?.text?.match(/^- .*2026/gm)?.length]).toEqual([0, 6])
    const quick = aHallBooking('quick', { tenant, startsAt: plusDays(aHallBooking().startsAt, 3) })
    await add([{ table: 'hall_bookings', row: quick }])
    await lead('halls.approve', [quick.id])
    await lead('halls.cancel', [quick.id], { reason: 'x' })
    expect((await sent()).map(({ subject }) => subject?.split(':')[0])).toEqual(['Abgesagt'])
    await lead('halls.cancel', weeks.slice(0, 1).map(({ id }) => id), { reason: 'x' })
    const withdrawn = await halls.withdraw(await createHallLinks(own.database).keyFor(own.townId, weeks[1]?.id ?? silent.id))
    expect(withdrawn).toMatchObject({ ok: true, value: { times: [{ status: 'cancelled' }, { status: 'cancelled' }, { status: 'cancelled' }], canWithdraw: false } })
    expect(new Set((await sent()).map(({ subject }) => subject?.split(':')[0]))).toEqual(new Set(['Abgesagt', 'Zurückgezogen']))
  })

  test('of many who send one key at once there is one request', async () => {
    const { startsAt, endsAt } = aHallBooking()
    const asked = { hallId: aHall().id, startsAt, endsAt, purpose: 'Feier', persons: 40, note: '', tenant }
    const answers = await Promise.all(Array.from({ length: 8 }, () => halls.send(KEY, asked)))
    expect(new Set(answers.map(answer => answer.ok && answer.value.link)).size).toBe(1)
    expect(await own.database.db.selectFrom('hall_bookings').select('id').where('town_id', '=', own.townId).execute()).toHaveLength(1)
  })
})
