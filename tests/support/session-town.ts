import { rmSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import type { Session } from '../../main/core/session/session.ts'
import { createService, type Service } from '../../service/app.ts'
import { createLog } from '../../service/log.ts'
import { testDatabase } from '../../service/store/testing.ts'
import { TEST_SETTINGS } from '../../service/testing.ts'
import { sessionDesk, type DeskSettings, type TestDesk } from './session-desk.ts'

export const PIN = '482913'

/** A service for the tests of one file, and desks that sign in to it; all of it ends with the tests. */
export interface SessionTown {
  service(): Service
  /** To be removed when the tests end. */
  readonly folders: string[]
  aDesk(settings?: DeskSettings): TestDesk
  signedInDesk(settings?: DeskSettings): Promise<TestDesk>
  deskWithPin(settings?: DeskSettings): Promise<TestDesk>
}

export function sessionTown(): SessionTown {
  const folders: string[] = []
  const sessions: Session[] = []
  let service: Service | undefined
  beforeAll(async () => {
    service = await createService({ ...TEST_SETTINGS, demo: true, rows: 0 }, { database: await testDatabase(), log: createLog({ write: () => undefined }) })
    await service.listen()
  }, 120_000)
  afterEach(async () => { for (const session of sessions.splice(0)) await session.close() })
  afterAll(async () => {
    await service?.close()
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  })
  return townOf(() => service, folders, sessions)
}

function townOf(running: () => Service | undefined, folders: string[], sessions: Session[]): SessionTown {
  const service = (): Service => {
    const found = running()
    if (!found) throw new Error('the service of these tests is not running')
    return found
  }
  const aDesk: SessionTown['aDesk'] = (settings = {}) =>
    sessionDesk(service().url(), settings, (session, folder) => {
      sessions.push(session)
      folders.push(folder)
    })
  const signedInDesk: SessionTown['signedInDesk'] = async settings => {
    const desk = aDesk(settings)
    expect(await desk.signIn()).toEqual({ ok: true, value: {} })
    return desk
  }
  const deskWithPin: SessionTown['deskWithPin'] = async settings => {
    const desk = await signedInDesk(settings)
    expect(await desk.session.setPin(PIN)).toEqual({ ok: true, value: {} })
    return desk
  }
  return { service, folders, aDesk, signedInDesk, deskWithPin }
}
