import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { InstallerFile } from '../../../shared/formats/release-manifest.ts'

/** A program to start, with its arguments one by one; no shell reads a path. */
export interface Command {
  readonly file: string
  readonly args: readonly string[]
}

export interface InstallPlace {
  readonly platform: string
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Where the program's own resources are. */
  readonly resources: string
  /** The program itself, to be started again. */
  readonly program: string
}

/** Lies beside the program where NSIS installed it, and in no MSI. */
const elevatorIn = (resources: string): string => join(resources, 'elevate.exe')

/** What this program came by. */
export function kindHere({ platform, environment, resources }: Pick<InstallPlace, 'platform' | 'environment' | 'resources'>): InstallerFile['kind'] {
  if (platform === 'win32') return existsSync(elevatorIn(resources)) ? 'nsis' : 'msi'
  if (platform === 'darwin') return 'dmg'
  return environment['APPIMAGE'] === undefined ? 'deb' : 'AppImage'
}

/**
 * Whether a desk can start the installer itself: an AppImage lies wherever somebody put it, a disk image is opened by hand,
 * and an MSI comes by the administration's own means.
 */
export const isOwn = (kind: InstallerFile['kind']): kind is 'nsis' | 'deb' => kind === 'nsis' || kind === 'deb'

/** An installer on the disk, as the signed list has it. */
export interface Installer {
  readonly path: string
  /** SHA-256 in lower-case hex. */
  readonly sha256: string
}

/**
 * How the installer is started; both ask for an administrator, because the program's folder belongs to nobody else. On Debian
 * a program of root's proves the file once more, after the password. The shell stays and waits, because pkexec refuses
 * whoever's parent has ended.
 */
export function installCommand(kind: 'nsis' | 'deb', { path, sha256 }: Installer, { resources, program }: Pick<InstallPlace, 'resources' | 'program'>, startsAgain: boolean): Command {
  if (kind === 'nsis') return { file: elevatorIn(resources), args: [path, '/S', '--updated', ...(startsAgain ? ['--force-run'] : [])] }
  const then = startsAgain ? 'exec "$1"' : 'exit'
  return { file: '/bin/sh', args: ['-c', `/usr/bin/pkexec "$2" "$3" "$4"; ${then}`, 'sh', program, join(resources, 'install-update.sh'), path, sha256] }
}
