import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ok, type Result } from '../../shared/result.ts'
import { lineOf } from './json-line.ts'
import { mistakesIn, OwnSettings, Policy, type MistakeKind } from './policy.ts'

/** What this desk is set to, from wherever it was read. */
export type Settings = Policy

/** A mistake with its place, as somebody who opens the file looks for it. */
export interface SettingsMistake {
  /** Counted from 1; null where the source has no lines. */
  readonly line: number | null
  /** `proxy.server`; empty for the file as a whole. */
  readonly setting: string
  readonly kind: MistakeKind
}

/** Why there are no settings. */
export type SettingsProblem =
  /** Nobody has set anything; `policyFile` is where the administration would. */
  | { readonly kind: 'none'; readonly policyFile: string }
  | { readonly kind: 'wrong'; readonly file: string; readonly mistakes: readonly SettingsMistake[] }

export interface SettingsSources {
  /** Set by the administration for everybody at this computer; counts more than anything else. */
  readonly policyFile: string
  readonly environment: Readonly<Record<string, string | undefined>>
  /** `config.json` in the profile of this person. */
  readonly configFile: string
}

const FROM_ENVIRONMENT = 'RATHAUS_SERVICE_URL'

/** The settings of the first source that has any. A source that is there but wrong is told, never passed over. */
export function readSettings({ policyFile, environment, configFile }: SettingsSources): Result<Settings, SettingsProblem> {
  const fromEnvironment = environment[FROM_ENVIRONMENT]
  if (existsSync(policyFile)) return readFile(policyFile, Policy)
  if (fromEnvironment !== undefined) return check(Policy, FROM_ENVIRONMENT, { serviceUrl: fromEnvironment }, () => null)
  if (existsSync(configFile)) return readFile(configFile, OwnSettings)
  return { ok: false, error: { kind: 'none', policyFile } }
}

function readFile(file: string, schema: typeof Policy | typeof OwnSettings): Result<Settings, SettingsProblem> {
  let text: string
  try {
    // Editors on Windows write a mark in front that JSON does not know.
    text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  } catch {
    return wrong(file, { line: null, setting: '', kind: 'unreadable' })
  }
  try {
    const value: unknown = JSON.parse(text)
    return check(schema, file, value, path => lineOf(text, path))
  } catch (error) {
    return wrong(file, { line: lineOfBreak(error), setting: '', kind: 'json' })
  }
}

/** V8 says the line where JSON breaks off; at the very end of a text it says none. */
const lineOfBreak = (error: unknown): number | null => Number(/\(line (\d+) /.exec(error instanceof Error ? error.message : '')?.[1] ?? 0) || null

function check(schema: typeof Policy | typeof OwnSettings, file: string, value: unknown, lineAt: (path: readonly (string | number)[]) => number | null): Result<Settings, SettingsProblem> {
  const result = schema.safeParse(value, { reportInput: true })
  if (result.success) return ok(result.data)
  return wrong(file, ...mistakesIn(result.error).map(({ path, kind }) => ({ line: lineAt(path), setting: path.join('.'), kind })))
}

const wrong = (file: string, ...mistakes: readonly SettingsMistake[]): Result<Settings, SettingsProblem> => ({ ok: false, error: { kind: 'wrong', file, mistakes } })

/** Where the administration puts the settings for a computer; only administrators can write there. */
export function policyFileOf(platform: string, environment: Readonly<Record<string, string | undefined>>): string {
  if (platform === 'win32') return join(environment['ProgramData'] ?? 'C:\\ProgramData', 'Rathaus Desk', 'policy.json')
  return platform === 'darwin' ? '/Library/Application Support/Rathaus Desk/policy.json' : '/etc/rathaus-desk/policy.json'
}
