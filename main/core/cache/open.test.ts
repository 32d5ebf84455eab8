import { spawnSync } from 'node:child_process'
import { closeSync, copyFileSync, ftruncateSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { anApplication } from '../../../shared/domains/applications/testing.ts'
import { refuse } from '../../../shared/result.ts'
import { openConnection } from './connection.ts'
import { attempt } from './failures.ts'
import { MIGRATIONS } from './migrations/list.ts'
import { silentLog } from '../log.ts'
import { getMeta } from './meta.ts'
import { openCache, type Cache } from './open.ts'
import { quarantine } from './quarantine.ts'
import { getBase, putBase } from './rows.ts'
import { createSoundness, type Soundness } from './soundness.ts'
import { temporaryFolder, testCache, TEST_KEY } from './testing.ts'

function aLook(cache: Cache): { readonly soundness: Soundness; readonly found: string[] } {
  const found: string[] = []
  const soundness = createSoundness({ cache, clock: { nowMs: () => 8_000 }, log: silentLog, onDamaged: () => void found.push('damaged') })
  return { soundness, found }
}

const OTHER_KEY = new Uint8Array(32).fill(9)
const CANARY = 'ZZCANARY-Wilhelmine-Kanarienvogel'

function aFile(): string {
  const folder = temporaryFolder()
  onTestFinished(() => folder[Symbol.dispose]())
  return join(folder.path, 'town', 'cache.db')
}

/** A file with one application in it, closed. */
function aFilledFile(): string {
  const file = aFile()
  const cache = testCache(file)
  putBase(cache.db, 'applications', anApplication({ applicantName: CANARY }))
  cache.close()
  return file
}

describe('opening the cache', () => {
  test('every protection is on, also when the file is opened again', () => {
    const file = aFilledFile()
    const { db, close } = testCache(file)
    const names = ['cipher', 'algorithm', 'journal_mode', 'synchronous', 'foreign_keys', 'temp_store', 'secure_delete', 'trusted_schema', 'page_size']
    expect(names.map(name => db.pragma(name, { simple: true }))).toEqual(['aegis', 'aegis-256', 'wal', 2, 1, 2, 1, 0, 16_384])
    close()
  })

  test('nothing of a row stands in the file or beside it in plain text', () => {
    const file = aFile()
    const cache = testCache(file)
    putBase(cache.db, 'applications', anApplication({ applicantName: CANARY }))
    const contents = ['', '-wal', '-shm', '.mark', '.lock'].map(ending => readFileSync(file + ending).toString('latin1'))
    expect(contents.filter(content => content.includes('ZZCANARY'))).toEqual([])
    cache.close()
  })

  test('a second opener is refused while the file is open, and let in afterwards', () => {
    const file = aFile()
    const first = testCache(file)
    expect(openCache({ file, key: TEST_KEY })).toEqual(refuse('storage/in-use'))
    first.close()
    testCache(file).close()
  })

  test('a wrong key is told apart from damage and changes nothing', () => {
    const file = aFilledFile()
    const before = readFileSync(file)
    expect(openCache({ file, key: OTHER_KEY })).toEqual(refuse('keychain/key-lost'))
    expect(readFileSync(file)).toEqual(before)
    testCache(file).close()
  })

  test('a file of a newer application is refused untouched', () => {
    const file = aFilledFile()
    const db = openConnection(file, TEST_KEY, 'writer')
    db.pragma(`user_version=${MIGRATIONS.length + 1}`)
    db.close()
    const before = readFileSync(file)
    expect(openCache({ file, key: TEST_KEY })).toEqual(refuse('storage/newer-database'))
    expect(readFileSync(file)).toEqual(before)
  })

  test('a damaged file is refused, put aside whole, and a fresh one takes its place', () => {
    const file = aFilledFile()
    flipByte(file, 200)
    expect(openCache({ file, key: TEST_KEY })).toEqual(refuse('storage/unreadable'))
    const damaged = readFileSync(file)
    const { movedTo, isComplete } = quarantine(file, TEST_KEY)
    expect({ isComplete, kept: readFileSync(movedTo).equals(damaged) }).toEqual({ isComplete: false, kept: true })
    testCache(file).close()
  })

  test('what was not transferred yet is read out of a file that is put aside', () => {
    const file = aFile()
    const cache = testCache(file)
    const insert = cache.db.prepare("INSERT INTO outbox (id, name, envelope, state, recorded_at, tentative) VALUES (?, 'applications.note', ?, ?, '', 0)")
    insert.run('1', '{"id":"1"}', 'pending')
    insert.run('2', '{"id":"2"}', 'attention')
    insert.run('3', '{"id":"3"}', 'pending')
    insert.run('4', '{"id":"4"}', 'settled')
    cache.db.prepare("UPDATE outbox SET code = 'commands/blocked' WHERE id = '2'").run()
    cache.close()
    expect(quarantine(file, TEST_KEY)).toMatchObject({
      movedTo: `${file}.damaged-1`, isComplete: true,
      commands: [{ envelope: '{"id":"1"}', state: 'pending' }, { envelope: '{"id":"2"}', state: 'attention', code: 'commands/blocked' }, { envelope: '{"id":"3"}', state: 'pending' }],
    })
  })

  test('bytes flipped or cut anywhere are found out or harmless, never shown', () => {
    const file = aFilledFile()
    const copy = `${file}-copy`
    const size = statSync(file).size
    const outcomes = Array.from({ length: 120 }, (_, index) => {
      copyFileSync(file, copy)
      copyFileSync(`${file}.mark`, `${copy}.mark`)
      const at = Math.floor((size / 120) * index) + (index % 97)
      if (index % 4 === 0) cutAt(copy, at)
      else flipByte(copy, at)
      return readAll(copy)
    })
    expect(outcomes.filter(outcome => outcome !== 'found out' && outcome !== 'right')).toEqual([])
    expect(outcomes).toContain('found out')
  })

  test('after an unclean end the file is read through', async () => {
    const file = aFile()
    const cache = testCache(file)
    putBase(cache.db, 'applications', anApplication())
    for (const ending of ['', '-wal', '.mark']) copyFileSync(file + ending, `${file}2${ending}`)
    cache.close()
    const crashed = testCache(`${file}2`)
    const { soundness, found } = aLook(crashed)
    await soundness.look()
    await soundness.close()
    expect({ wasUnclean: crashed.wasUnclean, found, checkedAt: getMeta(crashed.db, 'cache/checked-at') }).toEqual({ wasUnclean: true, found: [], checkedAt: '8000' })
    expect(getBase(crashed.db, 'applications', anApplication().id)).toEqual(anApplication())
    crashed.close()
  })

  test('a page that is damaged far behind the opening is found by the look, once; a file that closed well is not looked at', async () => {
    const file = aFilledFile()
    flipByte(file, 16_384 * 9 + 500)
    const cache = testCache(file)
    const { soundness, found } = aLook(cache)
    expect(found).toEqual([])
    await Promise.all([soundness.look(), soundness.look()])
    await soundness.close()
    cache.close()
    expect(found).toEqual(['damaged'])
  })

  test('closing does not wait for a look that is under way', async () => {
    const cache = testCache(aFilledFile())
    const { soundness, found } = aLook(cache)
    const looking = soundness.look()
    await soundness.close()
    await looking
    cache.close()
    expect(found).toEqual([])
  })

  test('the key stands in no message', () => {
    const file = aFilledFile()
    flipByte(file, 200)
    const opened = attempt(() => openConnection(file, TEST_KEY, 'writer'))
    expect(JSON.stringify(opened)).not.toContain(Buffer.from(TEST_KEY).toString('hex').slice(0, 8))
  })
})

describe('the disk', () => {
  test('every commit is made durable, also after the file is opened again', () => {
    const file = aFilledFile()
    const commits = 40
    const { status, stderr } = runWriter(file, commits, ['strace', '-f', '-e', 'trace=fsync,fdatasync'])
    expect(status).toBe(0)
    expect((stderr.match(/f(?:data)?sync\(/g) ?? []).length).toBeGreaterThanOrEqual(commits)
  })

  test('a full disk is a refusal, and everything acknowledged before is still there', () => {
    const file = aFile()
    testCache(file).close()
    const { status, stdout } = runWriter(file, 5_000, ['bash', '-c', 'ulimit -f 2500; exec "$@"', 'bash'])
    const acknowledged = stdout.split('\n').filter(line => line.startsWith('ack ')).length
    expect({ status, last: stdout.trim().split('\n').at(-1) }).toEqual({ status: 0, last: 'storage/disk-full' })
    const cache = testCache(file)
    expect(cache.db.prepare('SELECT count(*) FROM applications').pluck().get()).toBe(acknowledged)
    expect(cache.db.pragma('integrity_check', { simple: true })).toBe('ok')
    cache.close()
  })
})

/** A process of its own that writes applications, one transaction each, and says which are committed. */
function runWriter(file: string, commits: number, through: readonly string[]) {
  const script = join(file, '..', 'writer.ts')
  const from = (name: string): string => JSON.stringify(new URL(name, import.meta.url).href)
  writeFileSync(script, `
    import { testCache } from ${from('./testing.ts')}
    import { attempt } from ${from('./failures.ts')}
    import { putBase } from ${from('./rows.ts')}
    import { anApplication } from ${from('../../../shared/domains/applications/testing.ts')}
    const { db } = testCache(${JSON.stringify(file)})
    for (let number = 1; number <= ${commits}; number++) {
      const id = '0192a000-0000-7000-8000-' + String(number).padStart(12, '0')
      const result = attempt(() => putBase(db, 'applications', anApplication({ id, number, searchText: 'Wort '.repeat(300) })))
      if (!result.ok) { process.stdout.write(result.error.code + '\\n'); break }
      process.stdout.write('ack ' + number + '\\n')
    }
    process.exit(0)
  `)
  const [command, ...args] = through
  return spawnSync(command ?? '', [...args, process.execPath, script], { encoding: 'utf8', maxBuffer: 1e8 })
}

function flipByte(file: string, at: number): void {
  const byte = readFileSync(file)[at] ?? 0
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.from([byte ^ 1]), 0, 1, at)
  closeSync(handle)
}

function cutAt(file: string, length: number): void {
  const handle = openSync(file, 'r+')
  ftruncateSync(handle, length)
  closeSync(handle)
}

function readAll(file: string): string {
  const opened = openCache({ file, key: TEST_KEY })
  if (!opened.ok) return opened.error.code === 'storage/unreadable' ? 'found out' : opened.error.code
  const { db, close } = opened.value
  const read = attempt(() => db.prepare('SELECT applicant_name FROM applications').pluck().all())
  const isSound = attempt(() => db.pragma('quick_check', { simple: true }))
  close()
  if (!read.ok || !isSound.ok || isSound.value !== 'ok') return 'found out'
  return JSON.stringify(read.value) === JSON.stringify([CANARY]) ? 'right' : `shown: ${JSON.stringify(read.value)}`
}
