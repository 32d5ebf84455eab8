import { expect, test } from 'vitest'
import { contentHash } from '../../canonical.ts'
import { rowsUnderCommands } from '../../testing.ts'
import { begin, followUp, submit, write } from './compose-commands.ts'
import { release } from './release-commands.ts'
import { Content } from './content.ts'
import { aContent, ALERT_NOW, anImprint, aTopic, aTownsSettings, somebody } from './testing.ts'
import { AlertId, CommandId, derivedUuid } from '../../ids.ts'

const [clerk, lead] = [somebody(1, 'clerk'), somebody(2, 'lead')]
const content = (more: Partial<Content> = {}): Content => Content.parse(aContent(more))
const both = [{ kind: 'locality', name: 'Tangerhütte' }, { kind: 'locality', name: 'Uchtdorf' }] as const

/** All commands of these rows bear one id, so there is one message begun and one that follows. */
const FIRST = AlertId.parse(derivedUuid(CommandId.parse('0192a000-0000-7000-8000-00000000c0de'), 'alert'))

test.each([
  ['a way', content({ areas: [...both], channels: ['email'] })],
  ['a place', content({ areas: [both[0]] })],
] as const)('a later message that leaves %s out is not begun', (_name, fewer) => {
  const rows = rowsUnderCommands([{ table: 'alert_topics', row: aTopic() }, { table: 'alert_settings', row: aTownsSettings() }], clerk, ALERT_NOW)
  const first = content({ areas: [...both] })
  expect(rows.run(begin, { topicId: first.topicId, mode: 'live' as const, content: first })).toBe('ok')
  expect(rows.run(submit, { alertId: FIRST, contentHash: contentHash(first) })).toBe('ok')
  expect(rows.run(release, { alertId: FIRST, contentHash: contentHash(first), typed: 'ECHT' }, lead)).toBe('ok')
  expect(rows.run(followUp, { alertId: FIRST, kind: 'all-clear' as const, content: fewer })).toEqual({ code: 'alerts/fewer-people' })
})

test.each<[string, Partial<Content>]>([
  ['a way', { channels: ['email'] }], ['a place', { areas: [both[0]] }],
])('nor sent where %s was left out while it was written', (_name, fewer) => {
  const before = content({ areas: [...both] })
  const earlier = [{ alertId: AlertId.parse(derivedUuid('test', 'before')), identifier: 'x', sender: 'y', sentAt: ALERT_NOW }]
  const rows = rowsUnderCommands([
    { table: 'alert_topics', row: aTopic() }, { table: 'alert_settings', row: aTownsSettings() },
  ], clerk, ALERT_NOW)
  expect(rows.run(begin, { topicId: before.topicId, mode: 'live' as const, content: before })).toBe('ok')
  const begun = rows.get('alerts', FIRST)
  if (!begun) throw new Error('no message')
  const released = { at: ALERT_NOW, byPersonId: lead.personId, byName: lead.name, contentHash: contentHash(before), ...anImprint(), emergency: null }
  const more = rowsUnderCommands([
    { table: 'alert_topics', row: aTopic() }, { table: 'alert_settings', row: aTownsSettings() },
    { table: 'alerts', row: { ...begun, id: earlier[0]?.alertId ?? FIRST, released } }, { table: 'alerts', row: { ...begun, kind: 'all-clear', earlier } },
  ], clerk, ALERT_NOW)
  const narrowed = content({ areas: [...both], ...fewer })
  expect(more.run(write, { alertId: FIRST, content: narrowed })).toBe('ok')
  expect(more.run(submit, { alertId: FIRST, contentHash: contentHash(narrowed) })).toBe('ok')
  expect(more.run(release, { alertId: FIRST, contentHash: contentHash(narrowed), typed: 'echt' }, lead)).toEqual({ code: 'alerts/fewer-people' })
})
