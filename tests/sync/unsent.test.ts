import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { silentLog } from '../../main/core/log.ts'
import { createUnsent, type Unsent } from '../../main/core/sync/unsent.ts'
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
