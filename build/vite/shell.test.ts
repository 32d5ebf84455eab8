import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MessageToCore } from '../../main/electron/core-messages.ts'
import { parseSource } from '../lint/source.ts'
import { ROOT } from '../paths.ts'
import { mainConfig, preloadConfig, workerFiles } from './shell.ts'

// The real bundles, in a folder that has nothing but the native modules beside it, as in the package.
const folder = mkdtempSync(join(tmpdir(), 'rathaus-bundles-'))
const main = join(folder, 'main')

beforeAll(async () => {
  await build(mainConfig(main))
  await build(preloadConfig(join(folder, 'preload')))
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const specifiers = (file: string): readonly string[] => parseSource(file, readFileSync(file, 'utf8')).imports.map(({ specifier }) => specifier)
const workers = workerFiles().map(file => `${basename(file, '.ts')}.js`)

test('there is a bundle for each process and each thread', () => {
  expect(workers.length).toBeGreaterThan(0)
  expect(['main.js', 'core-process.js', ...workers].filter(file => !existsSync(join(main, file)))).toEqual([])
})

test('bundles import each other, Node, Electron and the native modules, and nothing else', () => {
  const foreign = readdirSync(main).flatMap(file => specifiers(join(main, file)).filter(specifier => {
    if (specifier.startsWith('./')) return !existsSync(join(main, specifier))
    return !/^(node:|electron$|better-sqlite3$|keytar$|@napi-rs\/keyring)/.test(specifier) && !builtinModules.includes(specifier)
  }).map(specifier => `${file}: ${specifier}`))
  expect(foreign).toEqual([])
})

test('the process with the windows never loads the database, and the core never loads Electron', () => {
  const reached = (file: string, seen = new Set<string>()): readonly string[] => {
    if (seen.has(file)) return []
    seen.add(file)
    return specifiers(join(main, file)).flatMap(specifier => (specifier.startsWith('./') ? reached(specifier.slice(2), seen) : [specifier]))
  }
  expect(reached('main.js')).not.toContain('better-sqlite3')
  expect(reached('core-process.js')).not.toContain('electron')
  expect(reached('core-process.js')).toContain('better-sqlite3')
})

test('the preload script is one CommonJS file over Electron alone', () => {
  const text = readFileSync(join(folder, 'preload/preload.cjs'), 'utf8')
  expect([readdirSync(join(folder, 'preload')), [...text.matchAll(/require\("(.*?)"\)/g)].map(match => match[1]), text.length < 1_000]).toEqual([['preload.cjs'], ['electron'], true])
})

test('the bundled core starts, says so, and ends when it is asked to', async () => {
  const harness = join(folder, 'harness.mjs')
  writeFileSync(harness, `import { EventEmitter } from 'node:events'
    process.parentPort = Object.assign(new EventEmitter(), { postMessage: message => process.send(message) })
    await import('./main/core-process.js')
    process.on('message', data => process.parentPort.emit('message', { data, ports: [] }))`)
  const child = fork(harness, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
  const say = (message: MessageToCore): boolean => child.send(message)
  say({ kind: 'start', service: { url: 'http://127.0.0.1:9', idleMs: 600_000, signInMs: 43_200_000, languages: ['de'] }, proxy: null, version: '0.1.0', profileDir: join(folder, 'profile'), now: null })
  expect((await once(child, 'message'))[0]).toEqual({ kind: 'started' })
  say({ kind: 'close' })
  expect(await once(child, 'exit')).toEqual([0, null])
})

test.each(workers)('the bundled %s starts as a thread', async file => {
  const worker = new Worker(join(main, file), { workerData: { file: join(folder, 'none/cache.db'), key: new Uint8Array(32) } })
  expect((await once(worker, 'message'))[0]).toBe('has-begun')
  worker.postMessage({ request: 1, body: { kind: 'close' } })
  expect((await once(worker, 'message'))[0]).toMatchObject({ request: 1 })
  await worker.terminate()
})
