import { homedir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { ok, type Result } from '../../shared/result.ts'
import { instantFromMs } from '../../shared/time.ts'

const Port = z.coerce.number().int().min(0).max(65_535)

/** What a desk without Electron is started with. */
const DeskArguments = z.object({
  service: z.url({ protocol: /^https?$/, error: 'must be an address like https://rathaus.example' }).transform(url => url.replace(/\/$/, '')),
  port: Port.default(0),
  profile: z.string().min(1),
  headless: z.boolean().default(false),
  now: z
    .string()
    .refine(text => !Number.isNaN(Date.parse(text)), { error: 'must be a time like 2026-11-22T20:38:00Z' })
    .transform(text => instantFromMs(Date.parse(text)))
    .optional(),
})
export type DeskArguments = z.infer<typeof DeskArguments>

/** The arguments, or every mistake in them at once as sentences. */
export function readDeskArguments(args: readonly string[]): Result<DeskArguments, readonly string[]> {
  const parsed = parseOptions(args)
  if (!parsed.ok) return parsed
  const result = DeskArguments.safeParse({ profile: join(homedir(), '.rathaus-desk'), ...parsed.value })
  if (result.success) return ok(result.data)
  return { ok: false, error: result.error.issues.map(issue => `--${issue.path.join('.')}: ${issue.message}`) }
}

function parseOptions(args: readonly string[]): Result<Readonly<Record<string, string | boolean | undefined>>, readonly string[]> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        service: { type: 'string' },
        port: { type: 'string' },
        profile: { type: 'string' },
        headless: { type: 'boolean' },
        now: { type: 'string' },
      },
    })
    return ok(values)
  } catch (error) {
    return { ok: false, error: [error instanceof Error ? error.message : String(error)] }
  }
}
