import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'

/** Where a packaged service has its files; the units of systemd name the same. */
export interface Places {
  readonly settings: string
  readonly townsFolder: string
  readonly tlsFolder: string
  readonly backupKey: string
  /** Private: signs backups. */
  readonly signingKey: string
  readonly stateFolder: string
  readonly backupFolder: string
}

/** `RATHAUS_ROOT` puts all of it below a folder, for a rehearsal on a machine that has a service already. */
export function placesBelow(root: string): Places {
  const settingsFolder = join(root, '/etc/rathaus-service')
  return {
    settings: join(settingsFolder, 'service.env'), townsFolder: join(settingsFolder, 'towns'), tlsFolder: join(settingsFolder, 'tls'), backupKey: join(settingsFolder, 'backup-key.pem'), signingKey: join(settingsFolder, 'backup-signing-key.pem'),
    stateFolder: join(root, '/var/lib/rathaus-service'), backupFolder: join(root, '/var/backups/rathaus-service'),
  }
}

export type Environment = Readonly<Record<string, string | undefined>>

/**
 * The settings of the service, from their file and not by its environment, where its children would have them too. What stands in the environment wins, so that one
 * thing can be tried out. Null where the file is not to be read: nothing was set up, or this account may not.
 */
export function settingsOf(places: Places, environment: Environment): Environment | null {
  try {
    return { ...parseEnv(readFileSync(places.settings, 'utf8')), ...environment }
  } catch {
    return null
  }
}
