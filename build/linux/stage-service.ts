import { chmod, copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { PROGRAM_LIST, sha256Of } from '../../service/operate/program-files.ts'
import { PROGRAM_VERSION } from '../operate/program-version.ts'
import { ROOT } from '../paths.ts'
import { filesBelow, neededPackages } from './needed-packages.ts'

/** What is only for those who build and try it. */
const isForTests = (path: string): boolean => /\.test\.tsx?$|\/testing\.ts$|\/operate\/rehearse\/|\/(rehearse-install|first-sign-in|guide-steps)\.ts$|tsconfig\.json$/.test(path)
const isOfNoUse = (path: string): boolean => /\.(map|d\.[cm]?ts|md|markdown)$/.test(path) && !/licen[cs]e|notice/i.test(path)

const PAGES = ['docs/operation.md', 'docs/install-service.md', 'docs/towns.md', 'docs/scale.md', 'docs/portal-link.md', 'docs/errors.md', 'LICENSE']

/** The files of the service's own, relative to the root. */
export function ownFiles(): readonly string[] {
  const sources = ['shared', 'service', 'build/operate'].flatMap(folder => filesBelow(ROOT, folder, path => /\.(ts|typ)$/.test(path) && !isForTests(path)))
  return [...sources, 'build/paths.ts', ...PAGES, ...filesBelow(ROOT, 'docs/dashboards', () => true)]
}

/** The packages that these files need, each with all of its files. */
export async function packageFiles(own: readonly string[]): Promise<readonly string[]> {
  const sources = await Promise.all(own.filter(path => path.endsWith('.ts')).map(path => readFile(join(ROOT, path), 'utf8')))
  return neededPackages(ROOT, sources).flatMap(folder => filesBelow(ROOT, folder, path => !isOfNoUse(path)))
}

/** Lays the program out below a folder: sources, packages, a Node of its own, and the list by which it knows itself again. */
export async function stageProgram(folder: string): Promise<void> {
  const own = ownFiles()
  const files = [...own, ...(await packageFiles(own))]
  for (const path of files) await copyTo(join(ROOT, path), join(folder, path))
  await copyTo(join(ROOT, 'node_modules/node/bin/node'), join(folder, 'bin/node'))
  await chmod(join(folder, 'bin/node'), 0o755)
  await writeFile(join(folder, 'package.json'), `${JSON.stringify({ name: 'rathaus-service', version: PROGRAM_VERSION, type: 'module', private: true }, null, 2)}\n`)
  // A page that somebody has written into keeps nobody from starting the program.
  const listed = [...files.filter(path => !path.startsWith('docs/')), 'bin/node', 'package.json'].toSorted()
  const lines: string[] = []
  for (const path of listed) lines.push(`${await sha256Of(join(folder, path))}  ${path}\n`)
  await writeFile(join(folder, PROGRAM_LIST), lines.join(''))
}

async function copyTo(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  await copyFile(from, to)
}
