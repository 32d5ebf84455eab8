import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { COMMANDS } from '../../commands.ts'
import { TABLE_NAMES } from '../../tables.ts'
import { ACTION_GROUPS, ACTIONS_BY_DOMAIN, actionWords, HEALTH_TABLES } from './action-words.ts'
import { recordWords } from './record-words.ts'

const SERVICE = join(import.meta.dirname, '../../../service')
/** Of the demo and of tests alone. */
const ELSEWHERE = /^(?:demo\/)|\.test\.ts$|testing\.ts$/

test('every command has words in the audit log, in both languages', () => {
  expect(COMMANDS.map(({ name }) => name).filter(name => !actionWords(name))).toEqual([])
  for (const actions of ACTIONS_BY_DOMAIN.values()) for (const action of actions) expect(Object.values(actionWords(action) ?? {}).every(words => words.length > 3), action).toBe(true)
})

test('so does everything else that the service writes there', () => {
  const sources = readdirSync(SERVICE, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.ts') && !ELSEWHERE.test(path)).map(path => readFileSync(join(SERVICE, path), 'utf8').split('\n').filter(line => !line.includes('function ')).join('\n'))
  const written = sources.flatMap(source => [...source.matchAll(/(?:action: |noteAccess\([^\n]*?, |noteFile\([^\n]*?, |noted\([^\n]*?, |originOf\([^\n]*?, |byCitizen\([^\n]*?, )'([a-z-]+(?:\.[a-z-]+)?)'/g)].map(([, action]) => action ?? ''))
  expect(written.length).toBeGreaterThan(60)
  expect([...new Set(written)].filter(action => !actionWords(action))).toEqual([])
})

test('every kind of record has a word, and what counts as health data is a table', () => {
  expect(TABLE_NAMES.filter(table => recordWords(table).de === table)).toEqual([])
  expect(HEALTH_TABLES.filter(table => !TABLE_NAMES.includes(table as never))).toEqual([])
})

test('groups hold what they say', () => {
  expect(ACTION_GROUPS.viewed).toEqual(expect.arrayContaining(['applications.view', 'notices.view-letter', 'people.viewed', 'people.reveal', 'privacy.person-searched', 'audit.searched']))
  expect(ACTION_GROUPS['given-out']).toEqual(expect.arrayContaining(['applications.exported', 'privacy.person-exported', 'audit.exported', 'notices.view-print']))
  expect(ACTION_GROUPS.deleted).toEqual(expect.arrayContaining(['privacy.deleted', 'messages.forgotten', 'service-cards.photos-deleted', 'views.delete']))
  expect(ACTION_GROUPS.rights).toEqual(expect.arrayContaining(['staff.set-deputy', 'town-setup.add-person']))
})
