import ICAL from 'ical.js'
import PostalMime from 'postal-mime'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Change } from '../../../../shared/command.ts'
import type { Appointment } from '../../../../shared/domains/appointments/tables.ts'
import { aPlace, aResource, aService, counterId, someHours } from '../../../../shared/domains/appointments/testing.ts'
import { anActor } from '../../../../shared/domains/staff/testing.ts'
import { AppointmentId, AppointmentServiceId, derivedUuid, TownId } from '../../../../shared/ids.ts'
import type { Json, JsonObject } from '../../../../shared/json.ts'
import { instantFromMs, type Instant } from '../../../../shared/time.ts'
import { aCommand, commandId, testPipeline } from '../../../commands/testing.ts'
import { startMailSink, type MailSink, type SunkMail } from '../../../demo/mail-sink.ts'
import { createSmtpTransport, type MailTransport } from '../../../delivery/smtp.ts'
import { aLog } from '../../../delivery/testing.ts'
import { createWorker } from '../../../delivery/worker.ts'
import { commitChanges } from '../../../store/commit.ts'
import type { Database } from '../../../store/database.ts'
import { loadRecords } from '../../../store/records.ts'
import { addTestTown, anOrigin, testEngines } from '../../../store/testing.ts'
import { COMPLETIONS } from '../../completions.ts'
import { EFFECTS } from '../../effects.ts'
import { TEST_GUARDS } from '../../testing.ts'
import { createBookingLinks } from '../booking-links.ts'
import { createAppointmentDelivery } from './deliver-appointment.ts'

/** Monday, 7 December 2026. */
const at = (hour: number, minute = 0): Instant => instantFromMs(Date.UTC(2026, 11, 7, hour - 1, minute))
const NOW = Date.UTC(2026, 11, 1, 9)
const NOTE = 'Rollstuhl, HIV'
const OTHER_SERVICE = AppointmentServiceId.parse(derivedUuid('mail', 'service'))

describe.each(testEngines())('e-mails about appointments on $kind', ({ open }) => {
  let database: Database
  let townId: TownId
  let towns = 0
  let nowMs = NOW
  let sink: MailSink
  let transport: MailTransport
  const clock = { nowMs: () => nowMs }
  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.close())
  beforeEach(async () => {
    nowMs = NOW
    townId = TownId.parse(`mail-${++towns}`)
    await addTestTown(database, townId)
    await add([
      { table: 'places', row: aPlace({ directions: 'Eingang am Hof, klingeln.' }) }, { table: 'resources', row: aResource(1) }, { table: 'resources', row: aResource(2) },
      { table: 'appointment_services', row: aService({ bring: 'Alter Ausweis\nBiometrisches Foto' }) }, { table: 'opening_hours', row: someHours() },
    ])
    sink = await startMailSink({ port: 0 })
    transport = createSmtpTransport(sink.smtpUrl)
  })
  afterEach(async () => {
    transport.close()
    await sink.close()
  })

  const add = (changes: readonly Change[]) => database.db.transaction().execute(trx => commitChanges(trx, { ...anOrigin(), townId }, changes))
  const idOf = (label: string): AppointmentId => AppointmentId.parse(derivedUuid(commandId(label), 'appointment'))
  const stored = async (label: string): Promise<Appointment> => (await loadRecords(database.db, townId, [{ table: 'appointments', id: idOf(label) }], false)).get(`appointments/${idOf(label)}`) as Appointment

  async function run(label: string, name: string, input: JsonObject, about?: string): Promise<void> {
    const basedOn = about === undefined ? [] : [{ table: 'appointments' as const, id: idOf(about), version: (await stored(about)).version }]
    const pipeline = testPipeline(database, { clock, effects: EFFECTS, guards: TEST_GUARDS, completions: COMPLETIONS })
    const [answer] = await pipeline.run(anActor('clerk', '1', { townId }), [aCommand(label, name, input, { basedOn })])
    expect(answer).toMatchObject({ kind: 'applied' })
  }
  const person = (email: Json) => ({ name: 'Änne Großkopf', email, phone: '039 35', note: NOTE })
  const book = (label: string, email: Json = 'aenne@example.org', serviceIds = [aService().id]) => run(label, 'appointments.book', {
    ...person(email), placeId: aPlace().id, serviceIds, persons: 2, resourceId: counterId(1), startsAt: at(9), channel: 'telephone',
  })
  const move = (label: string, about: string, startsAt: Instant, n = 1) => run(label, 'appointments.move', { appointmentId: idOf(about), resourceId: counterId(n), startsAt, minutes: 25 }, about)
  const cancel = (label: string, about: string) => run(label, 'appointments.cancel', { appointmentId: idOf(about) }, about)

  /** What went out, oldest first; each once. */
  async function sent(): Promise<readonly SunkMail[]> {
    const sender = { townName: 'Stadt Tangerhütte', from: 'termine@tangerhuette.example' }
    const deliver = createAppointmentDelivery({ database, clock, transport, sender, bookingLinks: createBookingLinks(database), portalUrl: () => 'https://portal.example' })
    const before = sink.messages().length
    const log = aLog()
    await createWorker({ database, townId, clock, deliver: new Map([['appointment-email', deliver]]), log, random: () => 0 }).runDue()
    expect(log.lines).toEqual([])
    return sink.messages().slice(before)
  }

  test('who booked by telephone and gave an address reads when, where, what for, what to bring and where to cancel', async () => {
    await book('a')
    const [mail, ...more] = await sent()
    expect(more).toEqual([])
    const key = await createBookingLinks(database).keyFor(townId, idOf('a'))
    expect(mail?.subject).toBe('Ihr Termin am Montag, 7. Dezember 2026, 09:00 Uhr – Stadt Tangerhütte')
    expect(mail?.text).toContain([
      'Guten Tag,', '', 'Ihr Termin ist gebucht.', '', 'Wann: Montag, 7. Dezember 2026, 09:00 bis 09:25 Uhr', 'Wo: Bürgeramt, Bismarckstraße 5, 39517 Tangerhütte',
      'Wofür: Personalausweis beantragen (2 Personen)', '', 'Bitte bringen Sie mit:', 'Alter Ausweis', 'Biometrisches Foto', '', 'So finden Sie zu uns:', 'Eingang am Hof, klingeln.', '',
      'Ändern oder absagen können Sie den Termin bis Montag, 7. Dezember 2026, 08:00 Uhr:', `https://portal.example/portal/appointments/${key}`,
    ].join('\n'))
    expect(mail?.text).toContain('Your appointment is booked.\nMonday, 7 December 2026, 09:00 to 09:25, Bürgeramt')
    const all = `${mail?.raw} ${await calendarOf(mail)}`
    for (const secret of ['Änne', 'Gro', '039 35', 'HIV', 'Rollstuhl']) expect(all).not.toContain(secret)
  })

  test('what a service is called outside the office stands in all that leaves it, and what to bring for it only on the page of the appointment', async () => {
    await add([{ table: 'appointment_services', row: aService({ title: 'Beratung bei Sucht', outsideTitle: 'Termin im Bürgeramt', bring: 'Befund der Klinik' }) }])
    await book('a')
    await move('m', 'a', at(10))
    const [moved] = await sent()
    await cancel('c', 'a')
    const [cancelled] = await sent()
    for (const mail of [moved, cancelled]) {
      expect(mail?.text).toContain('Wofür: Termin im Bürgeramt (2 Personen)')
      expect(await calendarOf(mail)).toContain('SUMMARY:Termin im Bürgeramt (2 Personen)')
      expect(`${mail?.raw} ${mail?.text} ${await calendarOf(mail)}`).not.toMatch(/Sucht|Befund|Klinik/)
    }
    expect(moved?.text).toContain('\n\nWas Sie mitbringen, lesen Sie auf der Seite Ihres Termins.\n\n')
  })

  test('what to bring for the other matters of an appointment is told as ever', async () => {
    await add([{ table: 'appointment_services', row: aService({ id: OTHER_SERVICE, title: 'Beratung bei Sucht', outsideTitle: 'Termin im Bürgeramt', bring: 'Befund der Klinik' }) }])
    await book('a', 'aenne@example.org', [aService().id, OTHER_SERVICE])
    const [mail] = await sent()
    expect(mail?.text).toContain('Wofür: Personalausweis beantragen, Termin im Bürgeramt (2 Personen)\n\nBitte bringen Sie mit:\nAlter Ausweis\nBiometrisches Foto\nWas Sie außerdem mitbringen, lesen Sie auf der Seite Ihres Termins.\n\n')
  })

  test('the calendar in it is an invitation, its change and its cancellation about one entry', async () => {
    await book('a')
    const booked = await eventIn((await sent())[0])
    await move('m', 'a', at(10))
    const moved = await eventIn((await sent())[0])
    await cancel('c', 'a')
    const cancelled = await eventIn((await sent())[0])
    const same = { uid: idOf('a'), organizer: 'mailto:termine@tangerhuette.example', attendee: 'mailto:aenne@example.org', stamp: '2026-12-01T09:00:00Z' }
    expect([booked, moved, cancelled]).toEqual([
      { ...same, method: 'REQUEST', sequence: 0, start: '2026-12-07T08:00:00Z', end: '2026-12-07T08:25:00Z', status: 'CONFIRMED' },
      { ...same, method: 'REQUEST', sequence: 1, start: '2026-12-07T09:00:00Z', end: '2026-12-07T09:25:00Z', status: 'CONFIRMED' },
      { ...same, method: 'CANCEL', sequence: 2, start: '2026-12-07T09:00:00Z', end: '2026-12-07T09:25:00Z', status: 'CANCELLED' },
    ])
  })

  test('mail programs find the calendar beside the text and as a file', async () => {
    await book('a')
    const [mail] = await sent()
    expect(mail?.raw).toMatch(/content-type: multipart\/alternative/i)
    expect(mail?.raw).toMatch(/content-type: text\/calendar; charset=utf-8;\s+method=REQUEST/i)
    const parsed = await PostalMime.parse(mail?.raw ?? '')
    expect(parsed.attachments.map(({ filename, mimeType }) => `${filename} ${mimeType}`)).toContain('termin.ics application/ics')
    expect(parsed.attachments.map(({ mimeType, method }) => `${mimeType} ${method}`)).toContain('text/calendar REQUEST')
    const lines = fileIn(mail?.raw ?? '').split('\r\n')
    expect(lines.slice(-2)).toEqual(['END:VCALENDAR', ''])
    for (const line of lines.slice(0, -1)) {
      expect(line).toMatch(/^(?: |[A-Z-]+[;:])[^\r\n]*$/)
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    }
  })

  test('what was moved before the e-mail went out is told once, as it is now; what was cancelled, as cancelled', async () => {
    await book('a')
    await move('m', 'a', at(10))
    expect((await sent()).map(({ subject }) => subject)).toEqual(['Verschoben: Ihr Termin am Montag, 7. Dezember 2026, 10:00 Uhr – Stadt Tangerhütte'])
    await move('m2', 'a', at(11))
    await cancel('c', 'a')
    const [mail, ...more] = await sent()
    expect(more).toEqual([])
    expect(mail?.subject).toBe('Abgesagt: Ihr Termin am Montag, 7. Dezember 2026, 11:00 Uhr – Stadt Tangerhütte')
    expect(mail?.text).toContain('Bitte kommen Sie nicht.')
    expect(mail?.text).not.toContain('Bitte bringen')
  })

  test('a cancellation that was taken back is told as a booking under a higher number', async () => {
    await book('a')
    await sent()
    await cancel('c', 'a')
    await sent()
    await run('t', 'appointments.take-back', { appointmentId: idOf('a') }, 'a')
    const [mail, ...more] = await sent()
    expect(more).toEqual([])
    expect(await eventIn(mail)).toMatchObject({ method: 'REQUEST', sequence: 2, status: 'CONFIRMED' })
  })

  test('another counter at the same time, another note or the same cancelled twice is nothing to tell', async () => {
    await book('a')
    await sent()
    await move('m', 'a', at(9), 2)
    await run('p', 'appointments.change-person', { ...person('aenne@example.org'), note: 'Kommt mit Hund', appointmentId: idOf('a') }, 'a')
    expect(await sent()).toEqual([])
    await cancel('c', 'a')
    expect(await sent()).toHaveLength(1)
    await cancel('c2', 'a')
    expect(await sent()).toEqual([])
  })

  test('another address gets the confirmation and everything after it; nobody writes to none', async () => {
    await book('a', null)
    expect(await sent()).toEqual([])
    await run('p', 'appointments.change-person', { ...person('neu@example.org'), appointmentId: idOf('a') }, 'a')
    await run('p2', 'appointments.change-person', { ...person('neuer@example.org'), appointmentId: idOf('a') }, 'a')
    expect((await sent()).map(({ to, subject }) => [...to, subject.slice(0, 10)])).toEqual([['neuer@example.org', 'Ihr Termin']])
    await run('p3', 'appointments.change-person', { ...person(null), appointmentId: idOf('a') }, 'a')
    await cancel('c', 'a')
    expect(await sent()).toEqual([])
  })

  test('an e-mail that comes out only when the time has gone by is not sent', async () => {
    await book('a')
    nowMs = Date.parse(at(9))
    expect(await sent()).toEqual([])
    expect(await database.db.selectFrom('jobs').select(['state', 'payload']).where('town_id', '=', townId).execute()).toEqual([{ state: 'done', payload: {} }])
  })

  test('who can no longer change it online is not told to', async () => {
    nowMs = Date.parse(at(8, 30))
    await book('a')
    const [mail] = await sent()
    expect(mail?.text).toContain('Ihr Termin im Internet:\nhttps://portal.example/portal/appointments/')
    expect(mail?.text).not.toContain('absagen')
  })
})

/** The file byte by byte: the reader of e-mails mends the ends of lines. */
const fileIn = (raw: string): string => Buffer.from(/application\/ics[^]*?\r\n\r\n([^]*?)\r\n--/.exec(raw)?.[1] ?? '', 'base64').toString('utf8')

async function calendarOf(mail: SunkMail | undefined): Promise<string> {
  const { attachments } = await PostalMime.parse(mail?.raw ?? '')
  const file = attachments.find(({ filename }) => filename === 'termin.ics')
  return Buffer.from(file?.content as ArrayBuffer).toString('utf8')
}

/** Read by another reader than ours. */
async function eventIn(mail: SunkMail | undefined): Promise<object> {
  const calendar = new ICAL.Component(ICAL.parse(await calendarOf(mail)) as never)
  const event = calendar.getFirstSubcomponent('vevent')
  const text = (name: string): string => String(event?.getFirstPropertyValue(name))
  return {
    uid: text('uid'), method: String(calendar.getFirstPropertyValue('method')), sequence: event?.getFirstPropertyValue('sequence'), stamp: text('dtstamp'),
    start: text('dtstart'), end: text('dtend'), status: text('status'), organizer: text('organizer'), attendee: text('attendee'),
  }
}
