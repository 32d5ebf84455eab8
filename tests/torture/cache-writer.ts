import { writeSync } from 'node:fs'
import { setMeta } from '../../main/core/cache/meta.ts'
import { openCache } from '../../main/core/cache/open.ts'
import { putBase } from '../../main/core/cache/rows.ts'
import { anApplication } from '../../shared/domains/applications/testing.ts'
import { ApplicationId, EventId } from '../../shared/ids.ts'

// Writes one transaction after the other and says each one's number once it is committed, until it is killed.
const [, , file = '', held = '0'] = process.argv
const opened = openCache({ file, key: new Uint8Array(32).fill(11) })
if (!opened.ok) throw new Error(opened.error.code)
const { db } = opened.value

const idOf = (number: number): string => `0192a000-0000-7000-8000-${String(number).padStart(12, '0')}`
const say = (line: string): void => void writeSync(1, `${line}\n`)

const write = db.transaction((number: number) => {
  const row = anApplication({ id: ApplicationId.parse(idOf(number)), number, searchText: `Zaunkönig ${'Wort '.repeat(number % 200)}` })
  putBase(db, 'applications', row)
  putBase(db, 'application_events', {
    id: EventId.parse(idOf(number)), scope: row.scope, version: 1, applicationId: row.id, kind: 'received', at: row.receivedAt,
    actorId: null, actorName: null, actingFor: null, actingForName: null, text: null, commandId: null,
  })
  if (number > 1) putBase(db, 'applications', anApplication({ id: ApplicationId.parse(idOf(number - 1)), number: number - 1, version: 2, searchText: 'Zaunkönig' }))
  setMeta(db, 'written', String(number))
})

say('open')
for (let number = Number(held) + 1; ; number++) {
  write(number)
  say(String(number))
}
