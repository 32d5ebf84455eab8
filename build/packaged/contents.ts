import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from '../paths.ts'

/** All that a packaged desk consists of; whatever else turns up was not meant for people's computers. */
const MEANT: readonly RegExp[] = [
  /^\/package\.json$/,
  /^\/out\/main\/[\w.-]+\.js$/,
  /^\/out\/preload\/preload\.cjs$/,
  /^\/out\/renderer\/((assets|pdfjs\/(cmaps|standard_fonts|wasm))\/)?[\w.-]+\.(html|js|css|woff2|ttf|svg|png|json|bcmap|pfb)$/,
  /^\/node_modules\/better-sqlite3\/(package\.json|LICENSE|lib\/[\w/-]+\.js|prebuilds\/(linux|win32|darwin)-(x64|arm64)\.node)$/,
  /^\/node_modules\/keytar\/(package\.json|lib\/keytar\.js|build\/Release\/keytar\.node)$/,
  /^\/node_modules\/@napi-rs\/keyring(-[\w-]+)?\/(package\.json|LICENSE[\w.-]*|index\.js|keytar\.js|keyring\.[\w-]+\.node)$/,
]

/** Never, wherever it stands: sources, maps, tests, notes. */
const NEVER = /\.(map|ts|tsx|md|test\.\w+|spec\.\w+|ya?ml|db|pem|key|log)$|\/(tests?|docs|src|deps)\//

const LICENCE = /\/LICENSE[\w.-]*$/

/** The names in an archive, as `/out/main/main.js`. */
export function listArchive(archive: string): readonly string[] {
  const tool = join(ROOT, 'node_modules/@electron/asar/bin/asar.js')
  return execFileSync(process.execPath, [tool, 'list', archive], { encoding: 'utf8', maxBuffer: 64 * 1024 ** 2 }).split(/\r?\n/).map(name => name.replaceAll('\\', '/')).filter(name => name !== '')
}

/** Names that are no folders and were not meant to be there. */
export function unexpectedIn(names: readonly string[]): readonly string[] {
  const folders = new Set(names.flatMap(name => name.split('/').slice(0, -1).map((_, index, parts) => parts.slice(0, index + 1).join('/'))))
  return names.filter(name => !folders.has(name) && ((NEVER.test(name) && !LICENCE.test(name)) || !MEANT.some(pattern => pattern.test(name))))
}
