import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { silentLog } from '../../main/core/log.ts'
import { createUnsent, type Unsent } from '../../main/core/sync/unsent.ts'
import { onTheWall } from '../../shared/domains/appointments/clock-time.ts'
import { anAppointment, aPlace, aResource, aService, counterId, someHours } from '../../shared/domains/appointments/testing.ts'
import { germanDayAt, plusCalendarDays } from '../../shared/german-days.ts'
import { openDesk, settled, until } from './support/desk.ts'
import { startTown } from './support/town.ts'
import { createWeather, goOffline } from './support/weather.ts'

const recoveryKey = generateKeyPairSync('x25519').publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64')

test('a sealed copy left by a crash after the answer goes when the desk opens again; that of an unsent command stays', async () => {
  const town = await startTown()
  const folder = mkdtempSync(join(tmpdir(), 'rathaus-unsent-'))
  onTestFinished(async () => {
    await town.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const [id = ''] = await town.receive(1)
  const weather = createWeather()
  const kept = createUnsent(folder, () => recoveryKey, silentLog)
  // A process that dies just before it would remove a copy.
  const dying: Unsent = { ...kept, drop: () => undefined }
  const before = await openDesk(town.url, 'anna', weather, undefined, { unsent: dying })
  await settled(before)
  const sent = before.sync.submit('applications.note', { applicationId: id, text: 'has arrived' })
  await settled(before)
  goOffline(weather)
  await until(() => before.sync.status.value.connection === 'offline', before.sync.status)
  const waiting = before.sync.submit('applications.note', { applicationId: id, text: 'has not' })
  await before.close(true)
  const copies = readdirSync(folder)
  const after = await openDesk(town.url, 'anna', weather, before.file, { unsent: kept })
  const left = readdirSync(folder)
  await after.close()
  const nameOf = (saved: typeof sent): string => (saved.ok ? `${saved.value.commandId}.sealed` : 'refused')
  expect({ copies, left }).toEqual({ copies: [nameOf(sent), nameOf(waiting)], left: [nameOf(waiting)] })
})

test('the copy of a move that was refused goes with the later one that the service took', async () => {
  const town = await startTown()
  const folder = mkdtempSync(join(tmpdir(), 'rathaus-unsent-'))
  onTestFinished(async () => {
    await town.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const wall = onTheWall(plusCalendarDays(germanDayAt(Date.now()), 7))
  const appointment = anAppointment({ startsAt: wall.at(540) })
  await town.change([
    { table: 'places', row: aPlace() }, { table: 'resources', row: aResource() }, { table: 'appointment_services', row: aService() },
    { table: 'opening_hours', row: someHours({ weekdays: [1, 2, 3, 4, 5, 6, 7], onHolidays: true }) }, { table: 'appointments', row: appointment },
  ])
  const desk = await openDesk(town.url, 'anna', createWeather(), undefined, { unsent: createUnsent(folder, () => recoveryKey, silentLog) })
  await settled(desk)
  const move = async (minute: number): Promise<number> => {
    desk.sync.submit('appointments.move', { appointmentId: appointment.id, resourceId: counterId(1), startsAt: wall.at(minute), minutes: 15 })
    await settled(desk)
    return desk.sync.attention().length
  }
  const seen = []
  for (const minute of [60, 600]) seen.push({ attention: await move(minute), copies: readdirSync(folder).length })
  await desk.close()
  expect(seen).toEqual([{ attention: 1, copies: 1 }, { attention: 0, copies: 0 }])
})
