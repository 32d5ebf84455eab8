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

/**
 * The kind of installer that a desk can put in its own place; undefined where only the administration can: an AppImage
 * lies wherever somebody put it, and a disk image is opened by hand.
 */
export function ownKind({ platform, environment }: Pick<InstallPlace, 'platform' | 'environment'>): InstallerFile['kind'] | undefined {
  if (platform === 'win32') return 'nsis'
  return platform === 'linux' && environment['APPIMAGE'] === undefined ? 'deb' : undefined
}

/** How the installer is started; both ask for an administrator, because the program's folder belongs to nobody else. */
export function installCommand(kind: 'nsis' | 'deb', path: string, { resources, program }: InstallPlace, startsAgain: boolean): Command {
  if (kind === 'nsis') return { file: join(resources, 'elevate.exe'), args: [path, '/S', '--updated', ...(startsAgain ? ['--force-run'] : [])] }
  const install = ['/usr/bin/dpkg', '--install', path]
  if (!startsAgain) return { file: '/usr/bin/pkexec', args: install }
  return { file: '/bin/sh', args: ['-c', '/usr/bin/pkexec "$2" "$3" "$4"; exec "$1"', 'sh', program, ...install] }
}
