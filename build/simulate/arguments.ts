import { parseArgs } from 'node:util'
import * as z from 'zod'
import type { Result } from '../../shared/result.ts'

const SimulateArguments = z.object({
  service: z.url({ protocol: /^https?$/, error: 'must be the address of the service, for instance http://127.0.0.1:4000' }),
  rate: z.coerce.number().positive().max(60_000).default(6),
  seed: z.coerce.number().int().min(0).max(4_294_967_295).default(1),
  /** The demo's portal of the state; some of the citizens hand in there. */
  'fit-connect': z.url({ protocol: /^https?$/, error: 'must be the address of the demo’s portal' }).optional(),
  count: z.coerce.number().int().min(1).optional(),
})
export type SimulateArguments = z.infer<typeof SimulateArguments>

const value = { type: 'string' } as const

/** How the citizens shall be played, or every mistake in it at once as sentences. */
export function readSimulateArguments(args: readonly string[]): Result<SimulateArguments, readonly string[]> {
  try {
    const { values } = parseArgs({ args: [...args], options: { service: value, rate: value, seed: value, count: value, 'fit-connect': value } })
    const result = SimulateArguments.safeParse(values)
    if (result.success) return { ok: true, value: result.data }
    return { ok: false, error: result.error.issues.map(issue => `--${issue.path.join('.')}: ${issue.message}`) }
  } catch (error) {
    return { ok: false, error: [error instanceof Error ? error.message : String(error)] }
  }
}
