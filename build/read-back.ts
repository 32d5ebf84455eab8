import type { BuildResult } from 'electron-builder'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { listArchive, unexpectedIn } from './packaged/contents.ts'
import { wrongInDebian } from './packaged/debian.ts'
import { wrongFuses } from './packaged/fuses.ts'

/** Called by electron-builder when every installer is made: what is wrong with any of them ends the packaging. */
export async function afterAllArtifactBuild({ outDir, artifactPaths }: Pick<BuildResult, 'outDir' | 'artifactPaths'>): Promise<string[]> {
  const wrong = [
    ...(await Promise.all(laidOut(outDir).map(wrongInFolder))).flat(),
    ...artifactPaths.filter(path => path.endsWith('.deb')).flatMap(path => wrongInDebian(path).map(what => `${path}: ${what}`)),
  ]
  if (wrong.length > 0) throw new Error(`These installers must not leave the house:\n${wrong.join('\n')}`)
  return []
}

interface LaidOut {
  readonly program: string
  readonly resources: string
}

/** The folders from which installers were made, of every platform that was packaged. */
function laidOut(outDir: string): readonly LaidOut[] {
  return readdirSync(outDir).filter(name => /-unpacked$|^mac/.test(name) && statSync(join(outDir, name)).isDirectory()).map(name => {
    const folder = join(outDir, name)
    if (name.startsWith('mac')) return { program: join(folder, 'Rathaus Desk.app'), resources: join(folder, 'Rathaus Desk.app/Contents/Resources') }
    return { program: join(folder, name.startsWith('win') ? 'Rathaus Desk.exe' : 'rathaus-desk'), resources: join(folder, 'resources') }
  })
}

async function wrongInFolder({ program, resources }: LaidOut): Promise<readonly string[]> {
  const fuses = await wrongFuses(program)
  const unexpected = unexpectedIn(listArchive(join(resources, 'app.asar')))
  // A folder beside the archive would be looked at by an Electron whose fuse somebody has blown back.
  const beside = ['app', 'default_app.asar', 'app-update.yml'].filter(name => existsSync(join(resources, name)))
  return [...fuses.map(name => `${program}: fuse ${name}`), ...unexpected.map(name => `${resources}: ${name} was not meant to be packed`), ...beside.map(name => `${resources}: ${name}`)]
}
