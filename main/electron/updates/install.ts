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

/** What this program came by. */
export function kindHere({ platform, environment }: Pick<InstallPlace, 'platform' | 'environment'>): InstallerFile['kind'] {
  if (platform === 'win32') return 'nsis'
  if (platform === 'darwin') return 'dmg'
  return environment['APPIMAGE'] === undefined ? 'deb' : 'AppImage'
}

/** Whether a desk can start the installer itself: an AppImage lies wherever somebody put it, and a disk image is opened by hand. */
export const isOwn = (kind: InstallerFile['kind']): kind is 'nsis' | 'deb' => kind === 'nsis' || kind === 'deb'

/** How the installer is started; both ask for an administrator, because the program's folder belongs to nobody else. */
export function installCommand(kind: 'nsis' | 'deb', path: string, { resources, program }: Pick<InstallPlace, 'resources' | 'program'>, startsAgain: boolean): Command {
  if (kind === 'nsis') return { file: join(resources, 'elevate.exe'), args: [path, '/S', '--updated', ...(startsAgain ? ['--force-run'] : [])] }
  const install = ['/usr/bin/dpkg', '--install', path]
  if (!startsAgain) return { file: '/usr/bin/pkexec', args: install }
  return { file: '/bin/sh', args: ['-c', '/usr/bin/pkexec "$2" "$3" "$4"; exec "$1"', 'sh', program, ...install] }
}
