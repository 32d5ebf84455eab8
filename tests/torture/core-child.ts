import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { createRandom, type Random } from '../../service/demo/random.ts'
import { openDesk, type LiveDesk } from '../sync/support/desk.ts'
import { createWeather } from '../sync/support/weather.ts'

/** What a life is told on standard input before it opens the file. */
export interface Life {
  readonly url: string
  readonly login: string
  readonly file: string
  readonly seed: number
  readonly applications: readonly string[]
}

// One life of a desk that will be killed: opens the file, looks whether it is sound, and works until the end. An id is
// told only after the core has said that the command is saved.
const lines = createInterface({ input: process.stdin })
tell('warm')
for await (const line of lines) await live(JSON.parse(line) as Life)

async function live({ url, login, file, seed, applications }: Life): Promise<void> {
  const desk = await openDesk(url, login, createWeather(), file)
  tell(`integrity ${String(desk.cache.db.pragma('integrity_check', { simple: true }))}`)
  const random = createRandom(seed)
  for (;;) {
    const id = submitSomething(desk, random, applications)
    if (id) tell(`saved ${id}`)
    await pause(random.between(0, 5))
  }
}

function submitSomething({ sync }: LiveDesk, random: Random, applications: readonly string[]): string | null {
  const applicationId = random.pick(applications)
  const name = random.pick(['applications.note', 'applications.note', 'applications.claim', 'applications.release'])
  const result = sync.submit(name, name === 'applications.note' ? { applicationId, text: `${random.between(0, 1_000_000)}` } : { applicationId })
  return result.ok ? result.value.commandId : null
}

function tell(text: string): void {
  writeSync(1, `${text}\n`)
}
