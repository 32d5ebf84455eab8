import { readFileSync, statSync, type Stats } from 'node:fs'
import { dirname } from 'node:path'
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

/** Set by the administration for everybody at this computer; counts more than anything else. */
export interface PolicyPlace {
  readonly file: string
  /** Whose the file and its folder must be; null on Windows, where the installer gives the folder its rights and Node shows no owner. */
  readonly administrator: number | null
}

export interface SettingsSources {
  readonly policy: PolicyPlace
  readonly environment: Readonly<Record<string, string | undefined>>
  /** `config.json` in the profile of this person. */
  readonly configFile: string
}

const FROM_ENVIRONMENT = 'RATHAUS_SERVICE_URL'

/** The settings of the first source that has any. A source that is there but wrong is told, never passed over. */
export function readSettings({ policy, environment, configFile }: SettingsSources): Result<Settings, SettingsProblem> {
  const fromEnvironment = environment[FROM_ENVIRONMENT]
  if (isThere(policy.file)) return isOpenToOthers(policy) ? wrong(policy.file, { line: null, setting: '', kind: 'unprotected' }) : readFile(policy.file, Policy)
  if (fromEnvironment !== undefined) return check(Policy, FROM_ENVIRONMENT, { serviceUrl: fromEnvironment }, () => null)
  if (isThere(configFile)) return readFile(configFile, OwnSettings)
  return { ok: false, error: { kind: 'none', policyFile: policy.file } }
}

/** Only a file that is not there is none: one in a folder that may not be entered is one that cannot be read. */
function isThere(file: string): boolean {
  try {
    statSync(file)
    return true
  } catch (error) {
    return !(error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
  }
}

/** Whether somebody else than the administration could write a policy, or lay another in its place. */
function isOpenToOthers({ file, administrator }: PolicyPlace): boolean {
  if (administrator === null) return false
  const others = ({ uid, mode }: Stats): boolean => uid !== administrator || (mode & 0o022) !== 0
  try {
    return [file, dirname(file)].some(path => others(statSync(path)))
  } catch {
    // Reading it tells what is wrong.
    return false
  }
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

/**
 * Where the administration puts the settings for a computer. Never by a name of the environment, which everybody sets for
 * themself: Windows calls the drive that it starts from C:.
 */
export function policyPlaceOf(platform: string): PolicyPlace {
  if (platform === 'win32') return { file: 'C:\\ProgramData\\Rathaus Desk\\policy.json', administrator: null }
  return { file: platform === 'darwin' ? '/Library/Application Support/Rathaus Desk/policy.json' : '/etc/rathaus-desk/policy.json', administrator: 0 }
}
