import { expect, test } from 'vitest'
import type { Actor } from '../../actor.ts'
import { contentHash } from '../../canonical.ts'
import { gatherNow, momentOf, recordKey, type Command } from '../../command.ts'
import { decideCommand } from '../../decide.ts'
import { CommandId, DepartmentId, derivedUuid, TopicId } from '../../ids.ts'
import { TOWN_SCOPE } from '../../scope.ts'
import type { AnyRow, TableName } from '../../tables.ts'
import { setAlertSettings, setTemplate, setTopic } from './catalogue-commands.ts'
import { alertCommands } from './commands.ts'
import { begin, followUp, submit } from './compose-commands.ts'
import { release, releaseAlone, returnAlert, review } from './release-commands.ts'
import { AlertTemplate, MOST_EARLIER, type Alert } from './tables.ts'
import { aContent, ALERT_NOW, anAlert, aTopic, aTownsSettings, aWording, somebody } from './testing.ts'

const CLERK = somebody(1, 'clerk')
const LEAD = somebody(2, 'lead')
const OFFICER = somebody(3, 'officer')

const department = { id: DepartmentId.parse('ordnung'), scope: TOWN_SCOPE, version: 1, name: 'Ordnung', position: 1, letterhead: null, closedAt: null }

/** Rows in which commands are decided one after the other. */
function aTown() {
  const rows = new Map<string, AnyRow>()
  const put = (table: TableName, row: AnyRow): void => void rows.set(recordKey({ table, id: row.id }), row)
  put('departments', department)
  put('alert_topics', aTopic())
  put('alert_settings', aTownsSettings())
  let count = 0
  return {
    put,
    drop: (table: TableName, id: string): void => void rows.delete(recordKey({ table, id })),
    alert: (id: string) => rows.get(recordKey({ table: 'alerts', id })) as Alert,
    /** The code of the refusal, or the id of the first row that was written. */
    run: <Input>(command: Command<Input>, input: NoInfer<Input>, actor: Actor): string => {
      const gathered = gatherNow(command, input, record => rows.get(recordKey(record)))
      const decided = decideCommand(command, input, gathered, momentOf(actor, ALERT_NOW, CommandId.parse(derivedUuid('test/command', String(++count)))))
      if (!decided.ok) return decided.error.code
      for (const { table, row } of decided.value) put(table, row)
      return decided.value[0]?.row.id ?? 'nothing'
    },
  }
}
type Town = ReturnType<typeof aTown>

const seenOf = (town: Town, alertId: string) => ({ alertId: town.alert(alertId).id, contentHash: contentHash(town.alert(alertId).content) })

/** A message that has gone out; its id. */
function out(town: Town): string {
  const id = town.run(begin, { topicId: aTopic().id, mode: 'live', content: aContent() }, CLERK)
  town.run(submit, seenOf(town, id), CLERK)
  return town.run(release, { ...seenOf(town, id), typed: 'ECHT' }, LEAD)
}

test('nothing that leads outward can wait in a desk and go by itself, however old', () => {
  const waiting = alertCommands.filter(({ offline }) => offline !== 'online-only').map(({ name }) => name)
  expect(waiting.toSorted()).toEqual(['acknowledge', 'begin', 'follow-up', 'review', 'set-settings', 'set-template', 'set-topic', 'wish', 'write'].map(name => `alerts.${name}`))
})

test('nobody begins a message for a department in which they do not write', () => {
  const town = aTown()
  town.put('alert_topics', aTopic({ departmentId: DepartmentId.parse('bau') }))
  const asked = { topicId: aTopic().id, mode: 'live', content: aContent() } as const
  expect([town.run(begin, asked, CLERK), town.run(begin, asked, LEAD)]).toEqual(['commands/not-allowed', 'commands/not-allowed'])
  expect(town.run(begin, asked, OFFICER)).toMatch(/^[\da-f-]{36}$/)
})

test('an update that was written before the all-clear does not go out after it, by no path', () => {
  const town = aTown()
  const fire = out(town)
  const on = { alertId: town.alert(fire).id }
  const stale = town.run(followUp, { ...on, kind: 'update', content: aContent({ wordings: [aWording({ headline: 'Es brennt noch' })] }) }, CLERK)
  const pending = town.run(followUp, { ...on, kind: 'update', content: aContent({ wordings: [aWording({ headline: 'Es brennt immer noch' })] }) }, CLERK)
  town.run(submit, seenOf(town, pending), CLERK)
  const over = town.run(followUp, { ...on, kind: 'all-clear', content: aContent({ urgency: 'Past' }) }, CLERK)
  town.run(submit, seenOf(town, over), CLERK)
  expect(town.run(release, { ...seenOf(town, over), typed: 'ECHT' }, LEAD)).toBe(over)
  expect(town.alert(fire).endedById).toBe(over)
  expect([
    town.run(submit, seenOf(town, stale), CLERK), town.run(release, { ...seenOf(town, pending), typed: 'ECHT' }, LEAD),
    town.run(releaseAlone, { ...seenOf(town, pending), typed: 'ECHT', reason: 'Gefahr im Verzug' }, OFFICER), town.run(followUp, { ...on, kind: 'update', content: aContent() }, CLERK),
  ]).toEqual(['alerts/overtaken', 'alerts/overtaken', 'alerts/overtaken', 'alerts/wrong-stage'])
  expect([town.alert(stale).released, town.alert(pending).released]).toEqual([null, null])
})

test('a flood that is spoken of for weeks still has its next message', () => {
  const town = aTown()
  const earlier = Array.from({ length: MOST_EARLIER }, (_, index) => ({ alertId: anAlert().id, identifier: `tangerhuette.${index}`, sender: 'warnung', sentAt: ALERT_NOW }))
  const fire = out(town)
  town.put('alerts', { ...town.alert(fire), earlier })
  const next = town.run(followUp, { alertId: town.alert(fire).id, kind: 'update', content: aContent() }, CLERK)
  expect(town.alert(next).earlier.map(({ identifier }) => identifier)).toEqual([...earlier.slice(1).map(({ identifier }) => identifier), `tangerhuette.${fire}`])
})

test('the second person is none of those who wrote or gave it on, by whichever account or lent right', () => {
  const town = aTown()
  const id = town.run(begin, { topicId: aTopic().id, mode: 'live', content: aContent() }, CLERK)
  town.run(submit, seenOf(town, id), somebody(4, 'clerk'))
  const asked = { ...seenOf(town, id), typed: 'ECHT' }
  const refused = [somebody(1, 'lead'), somebody(1, 'officer'), somebody(4, 'lead'), somebody(5, 'lead', 1), somebody(6, 'officer', 4)].map(person => town.run(release, asked, person))
  expect(new Set(refused)).toEqual(new Set(['alerts/own-words']))
  expect([town.run(release, { ...asked, typed: 'ÜBUNG' }, LEAD), town.run(release, { ...asked, contentHash: contentHash('else') }, LEAD)]).toEqual(['alerts/word-wrong', 'alerts/changed-meanwhile'])
  expect(town.run(release, asked, LEAD)).toBe(id)
  expect([town.run(release, asked, OFFICER), town.run(returnAlert, { alertId: asked.alertId, reason: 'zu spät' }, LEAD)]).toEqual(['alerts/wrong-stage', 'alerts/wrong-stage'])
})

test('what changed around a message after it was given on stops it: its topic, its end, whom it replaces', () => {
  const town = aTown()
  const id = town.run(begin, { topicId: aTopic().id, mode: 'live', content: aContent() }, CLERK)
  town.run(submit, seenOf(town, id), CLERK)
  const asked = { ...seenOf(town, id), typed: 'ECHT' }
  for (const topic of [aTopic({ active: false }), aTopic({ channels: ['feed'] })]) {
    town.put('alert_topics', topic)
    expect(town.run(release, asked, LEAD)).toBe('alerts/incomplete')
  }
  town.put('alert_topics', aTopic())
  town.put('alerts', { ...town.alert(id), content: aContent({ channels: ['email'] }) })
  expect(town.run(release, asked, LEAD)).toBe('alerts/changed-meanwhile')
})

test('who sent alone is looked at by another one, once, and only for a hazard', () => {
  const town = aTown()
  const id = town.run(begin, { topicId: aTopic().id, mode: 'live', content: aContent() }, OFFICER)
  const asked = { ...seenOf(town, id), typed: 'ECHT', reason: 'Niemand erreichbar' }
  expect([town.run(releaseAlone, { ...asked, reason: '  ' }, OFFICER), town.run(releaseAlone, asked, LEAD)]).toEqual(['alerts/reason-missing', 'commands/not-allowed'])
  expect(town.run(releaseAlone, asked, OFFICER)).toBe(id)
  const looked = { alertId: asked.alertId, verdict: 'confirmed', note: '' } as const
  expect([town.run(review, looked, OFFICER), town.run(review, looked, somebody(7, 'officer', 3)), town.run(review, looked, LEAD), town.run(review, looked, somebody(8, 'officer'))])
    .toEqual(['alerts/own-words', 'alerts/own-words', id, 'alerts/reviewed-before'])
  town.put('alert_topics', aTopic({ kind: 'news' }))
  const news = town.run(begin, { topicId: aTopic().id, mode: 'live', content: aContent() }, OFFICER)
  expect(town.run(releaseAlone, { ...asked, ...seenOf(town, news) }, OFFICER)).toBe('alerts/no-emergency')
})

test('topics, templates and settings can be made where there are none yet, by whoever answers for the whole town alone', () => {
  const town = aTown()
  town.drop('alert_settings', 'alerts')
  const { id: _id, scope: _scope, version: _version, ...topic } = aTopic()
  const { id: _settings, scope: _s, version: _v, ...settings } = aTownsSettings()
  const topicId = TopicId.parse('neue-nachbarn')
  const template = AlertTemplate.omit({ id: true, scope: true, version: true }).parse({
    name: 'Willkommen', topicId, event: 'Treffen', category: 'Other', severity: 'Minor', minutes: 60, wordings: [aWording()], allClear: [aWording()], isOneClick: false, position: 1, active: true,
  })
  const templateId = AlertTemplate.shape.id.parse(derivedUuid('test/template', 'willkommen'))
  const ofDepartment: Actor = { ...OFFICER, grants: [{ role: 'officer', departmentId: DepartmentId.parse('ordnung'), viaPersonId: null, viaName: null }] }
  const all = (actor: Actor) => [town.run(setTopic, { topicId, content: topic }, actor), town.run(setTemplate, { templateId, content: template }, actor), town.run(setAlertSettings, { content: settings }, actor)]
  for (const actor of [CLERK, LEAD, ofDepartment]) expect(all(actor)).toEqual(['commands/not-allowed', 'commands/not-allowed', 'commands/not-allowed'])
  expect(all(OFFICER)).toEqual([topicId, templateId, 'alerts'])
  expect([town.run(setTopic, { topicId, content: { ...topic, departmentId: DepartmentId.parse('nowhere') } }, OFFICER), town.run(setTopic, { topicId, content: { ...topic, kind: 'news' } }, OFFICER)]).toEqual(['commands/record-missing', 'alerts/other-topic'])
})
