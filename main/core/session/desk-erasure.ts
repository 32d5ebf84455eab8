import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DESK_STANDING_PATH, DeskAnswer, type DeskQuestion } from '../../../shared/wire/staff.ts'

const TIMEOUT_MS = 10_000

/** What the service says has to go from this computer; null where nobody answers, or not as the service would. */
export async function askWhatToErase(serviceUrl: string, fetch: typeof globalThis.fetch, question: DeskQuestion): Promise<DeskAnswer | null> {
  try {
    const response = await fetch(new URL(DESK_STANDING_PATH, serviceUrl), {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(question), signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const answer = response.ok ? DeskAnswer.safeParse(await response.json()) : undefined
    return answer?.success ? answer.data : null
  } catch {
    return null
  }
}

/**
 * Removes every file of an account: caches of all generations, what was put aside of them, copies of its commands for this desk.
 * What nobody but the holder of the town's recovery key can read stays: commands that were not sent.
 */
export function eraseFiles(profileDir: string, accountKey: string): void {
  for (const name of readdirSync(profileDir)) if (name.startsWith(accountKey)) rmSync(join(profileDir, name), { recursive: true, force: true })
}
