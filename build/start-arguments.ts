import { homedir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { ok, type Result } from '../shared/result.ts'

const Port = z.coerce.number().int().min(0).max(65_535)

const StartArguments = z.object({
  headless: z.boolean().default(false),
  'quiet-town': z.boolean().default(false),
  port: Port.default(0),
  'service-port': Port.default(0),
  rows: z.coerce.number().int().min(0).max(2_000_000).default(3_000),
  seed: z.coerce.number().int().min(0).max(4_294_967_295).default(1),
  profile: z.string().min(1).default(() => join(homedir(), '.rathaus-desk-demo')),
  now: z
    .string()
    .refine(text => !Number.isNaN(Date.parse(text)), { error: 'must be a time like 2026-11-22T20:38:00Z' })
    .optional(),
})
export type StartArguments = z.infer<typeof StartArguments>

const flag = { type: 'boolean' } as const
const value = { type: 'string' } as const

/** What the demo is started with, or every mistake in it at once as sentences. */
export function readStartArguments(args: readonly string[]): Result<StartArguments, readonly string[]> {
  const options = {
    headless: flag, 'quiet-town': flag, port: value, 'service-port': value, rows: value, seed: value, profile: value, now: value,
  }
  try {
    const result = StartArguments.safeParse(parseArgs({ args: [...args], options }).values)
    if (result.success) return ok(result.data)
    return { ok: false, error: result.error.issues.map(issue => `--${issue.path.join('.')}: ${issue.message}`) }
  } catch (error) {
    return { ok: false, error: [error instanceof Error ? error.message : String(error)] }
  }
}
