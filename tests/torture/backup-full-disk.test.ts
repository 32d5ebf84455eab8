import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { newBackupKey } from '../../service/operate/backup/backup-key.ts'
import { openDatabase } from '../../service/store/database.ts'
import { addTestTown } from '../../service/store/testing.ts'

const CHILD = join(import.meta.dirname, 'backup-child.ts')
/** Enough for the files of the database, too little for all of it in one. */
const ROOM_BYTES = 20 * 1024 * 1024

test('a disk that fills up while a backup is written: said with the way out, the half of it removed, the earlier one and the database as they were', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rathaus-full-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const data = join(folder, 'town')
  const database = await openDatabase(data)
  await addTestTown(database)
  await database.close()
  const earlier = 'rathaus-2026-11-01T02-15-00Z.backup'
  writeFileSync(join(folder, earlier), 'an earlier one')
  const { publicKey } = newBackupKey()
  const { stdout, stderr } = spawnSync('prlimit', [`--fsize=${ROOM_BYTES}`, process.execPath, CHILD, data, folder, publicKey], { encoding: 'utf8' })
  expect(JSON.parse(stdout || JSON.stringify(stderr))).toEqual({ ok: false, error: [expect.stringMatching(/kein Platz mehr; die halbe Sicherung ist wieder entfernt.*--to/)] })
  expect(readdirSync(folder).toSorted()).toEqual([earlier, 'town'])
  const again = await openDatabase(data)
  const cases = await again.db.selectFrom('applications').select('id').execute()
  await again.close()
  expect(cases).toHaveLength(1)
})
