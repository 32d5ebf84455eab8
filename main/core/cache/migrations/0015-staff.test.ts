import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openConnection } from '../connection.ts'
import { temporaryFolder, TEST_KEY } from '../testing.ts'
import { MIGRATIONS } from './list.ts'
import { migrate } from './run.ts'

const LEAVES = '2026-12-01T00:00:00.000Z'

test('what a newer service had told of leavers and closed departments before the update stands in their rows', () => {
  const folder = temporaryFolder()
  const db = openConnection(join(folder.path, 'cache.db'), TEST_KEY, 'writer')
  onTestFinished(() => {
    db.close()
    folder[Symbol.dispose]()
  })
  migrate(db, MIGRATIONS.slice(0, 14))
  for (const id of ['goes', 'stays']) db.prepare(`INSERT INTO staff VALUES (?, 'town', 3, ?, ?, ?, '[]', '[]', 1)`).run(id, id, id, id)
  for (const id of ['closed', 'open']) db.prepare(`INSERT INTO departments VALUES (?, 'town', 3, ?, 1, NULL)`).run(id, id)
  const keep = db.prepare(`INSERT INTO unknown_fields (table_name, record_id, scope, fields) VALUES (?, ?, 'town', ?)`)
  keep.run('staff', 'goes', JSON.stringify({ leavesAt: LEAVES }))
  keep.run('staff', 'stays', JSON.stringify({ leavesAt: null }))
  keep.run('departments', 'closed', JSON.stringify({ closedAt: LEAVES }))
  migrate(db, MIGRATIONS)
  expect(db.prepare('SELECT id, leaves_at FROM staff ORDER BY id').raw().all()).toEqual([['goes', LEAVES], ['stays', null]])
  expect(db.prepare('SELECT id, closed_at FROM departments ORDER BY id').raw().all()).toEqual([['closed', LEAVES], ['open', null]])
})
