import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { isLoopback } from './addresses.ts'
import { ok, type Result } from '../../shared/result.ts'

/** An address this desk may talk to: encrypted, or on this very computer. */
const Address = z
  .url({ protocol: /^https?$/, error: 'must be an address like https://rathaus.example' })
  .refine(text => isEncryptedOrHere(text), { error: 'must begin with https:// (http:// only on this computer itself)' })
  .refine(text => URL.canParse(text) && new URL(text).username === '', { error: 'must not contain a name or password' })

const Settings = z.strictObject({
  /** Where the central service is, without a slash at the end. */
  serviceUrl: Address.transform(text => text.replace(/\/+$/, '')),
  /** Where people sign in, when that is not the service itself: origins the system's browser may be sent to. */
  signInOrigins: z.array(Address.transform(text => new URL(text).origin)).max(20).default([]),
})
export type Settings = Readonly<z.infer<typeof Settings>>

/** Why there are no settings; a sentence for the log and the start screen. */
export type SettingsProblem = string

export interface SettingsSources {
  /** Set by the administration for everybody at this computer; counts more than anything else. */
  readonly policyFile: string
  readonly environment: Readonly<Record<string, string | undefined>>
  /** `config.json` in the profile of this person. */
  readonly configFile: string
}

/** The settings of the first source that has any. A source that is there but wrong is told, never passed over. */
export function readSettings({ policyFile, environment, configFile }: SettingsSources): Result<Settings, SettingsProblem> {
  const fromEnvironment = environment['RATHAUS_SERVICE_URL']
  if (existsSync(policyFile)) return readFile(policyFile)
  if (fromEnvironment !== undefined) return check('RATHAUS_SERVICE_URL', { serviceUrl: fromEnvironment })
  if (existsSync(configFile)) return readFile(configFile)
  return { ok: false, error: `No service is set: neither ${policyFile} nor RATHAUS_SERVICE_URL nor ${configFile} is there.` }
}

function readFile(path: string): Result<Settings, SettingsProblem> {
  try {
    return check(path, JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    return { ok: false, error: `${path} cannot be read: ${error instanceof Error ? error.message : 'unknown reason'}` }
  }
}

function check(source: string, value: unknown): Result<Settings, SettingsProblem> {
  const result = Settings.safeParse(value)
  if (result.success) return ok(result.data)
  const mistakes = result.error.issues.map(issue => `${issue.path.join('.') || 'settings'} ${issue.message}`)
  return { ok: false, error: `${source}: ${mistakes.join('; ')}` }
}

function isEncryptedOrHere(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return url.protocol === 'https:' || isLoopback(url)
}

/** Where the administration puts the settings for a computer; only administrators can write there. */
export function policyFileOf(platform: string, environment: Readonly<Record<string, string | undefined>>): string {
  if (platform === 'win32') return join(environment['ProgramData'] ?? 'C:\\ProgramData', 'Rathaus Desk', 'policy.json')
  return platform === 'darwin' ? '/Library/Application Support/Rathaus Desk/policy.json' : '/etc/rathaus-desk/policy.json'
}
