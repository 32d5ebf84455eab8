import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder, testCache } from './testing.ts'

const CANARY = 'ZZCANARY-Kanarienvogel'

// Files the sorter unlinks at once are seen by the names the process opens, so the trace tells more than the folder.
test('a sort larger than every buffer writes nothing outside the cache, and nothing in plain text', () => {
  const folder = temporaryFolder()
  const file = join(folder.path, 'cache.db')
  testCache(file).close()
  const script = join(folder.path, 'sort.ts')
  writeFileSync(script, `
    import { testCache } from ${JSON.stringify(new URL('./testing.ts', import.meta.url).href)}
    const { db } = testCache(${JSON.stringify(file)})
    db.exec("CREATE TABLE big AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 90000) SELECT i, '${CANARY} ' || hex(randomblob(400)) AS text FROM n")
    db.prepare('SELECT text FROM big ORDER BY substr(text, 30)').all()
    db.exec('CREATE INDEX big_text ON big (text)')
    process.exit(0)
  `)
  // What Node keeps of compiled code is ours and says nothing of anybody.
  const env = { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' }
  const { status, stderr } = spawnSync('strace', ['-f', '-e', 'trace=open,openat,creat', process.execPath, script], { encoding: 'utf8', maxBuffer: 1e9, env })
  const created = [...stderr.matchAll(/"([^"]*)", [A-Z_|]*O_CREAT/g)].map(([, path]) => path ?? '')
  const elsewhere = created.filter(path => !path.startsWith(file) && !path.startsWith('/proc/') && !path.startsWith('/dev/'))
  const files = readdirSync(folder.path).map(name => join(folder.path, name)).filter(path => path !== script && statSync(path).isFile())
  const inPlainText = files.filter(path => readFileSync(path).includes('ZZCANARY'))
  expect({ status, elsewhere, inPlainText }).toEqual({ status: 0, elsewhere: [], inPlainText: [] })
  expect(created.some(path => path.startsWith(file))).toBe(true)
  folder[Symbol.dispose]()
})
