import { expect, test } from 'vitest'
import { gatherNow, momentOf, recordKey, type Change } from '../../command.ts'
import { decideCommand } from '../../decide.ts'
import { AttachmentId, CommandId } from '../../ids.ts'
import type { AnyRow } from '../../tables.ts'
import { instantFromMs } from '../../time.ts'
import { anActor } from '../staff/testing.ts'
import { addFile, noteOnFile, removeFileNote, turnFile } from './file-commands.ts'
import { UNMARKED } from './new-file.ts'
import { MOST_FILE_NOTES, type Application, type Attachment } from './tables.ts'
import { anApplication } from './testing.ts'

const NOW = instantFromMs(Date.UTC(2026, 10, 22, 9))
const idOf = (digit: number): AttachmentId => AttachmentId.parse(`0192a000-0000-7000-8000-0000000000f${digit}`)
const SHA = 'a'.repeat(64)
const AREA = { page: 1, left: 0.1, top: 0.1, width: 0.2, height: 0.1 }

const aFile = (overrides: Partial<Attachment> = {}): Attachment => {
  const { id: applicationId, scope } = anApplication()
  return { id: idOf(1), scope, version: 1, applicationId, filename: 'Ausweis.pdf', mediaType: 'application/pdf', size: 3, sha256: SHA, addedAt: NOW, kind: 'application', ...UNMARKED, ...overrides }
}

function decide<Input>(command: Parameters<typeof decideCommand<Input>>[0], input: Input, { application = anApplication(), files = [], actor = anActor() }: { application?: Application; files?: readonly Attachment[]; actor?: ReturnType<typeof anActor> } = {}) {
  const rows = new Map<string, AnyRow>([[recordKey({ table: 'applications', id: application.id }), application], ...files.map(file => [recordKey({ table: 'attachments', id: file.id }), file] as const)])
  const gathered = gatherNow(command, input, record => rows.get(recordKey(record)))
  return decideCommand(command, input, gathered, momentOf(actor, NOW, CommandId.parse('0192a000-0000-7000-8000-0000000000e1')))
}

const changesOf = (decided: ReturnType<typeof decide>): readonly Change[] => {
  if (!decided.ok) throw new Error(decided.error.code)
  return decided.value
}

const adding = (overrides: Partial<Parameters<typeof addFile.decide>[1]> = {}) => ({
  applicationId: anApplication().id, file: { id: idOf(2), filename: 'Scan.pdf', mediaType: 'application/pdf', size: 3, sha256: SHA },
  kind: 'scan' as const, derivedFrom: null, withholdsOriginal: false, ...overrides,
})

test('a file that is added is counted, told in the history and carries who added it', () => {
  const changes = changesOf(decide(addFile, adding()))
  expect(changes.map(({ table }) => table)).toEqual(['attachments', 'applications', 'application_events'])
  expect(changes).toMatchObject([
    { row: { id: idOf(2), filename: 'Scan.pdf', kind: 'scan', scan: 'not-scanned', addedByName: anActor().name, isWithheld: false } },
    { row: { attachmentCount: 1 } },
    { row: { kind: 'file-added', text: 'Scan.pdf' } },
  ])
})

test('a redacted copy marks the original as not to be passed on and is not counted: what a proposal covers stays the same', () => {
  const application = anApplication({ status: 'proposed', attachmentCount: 1 })
  const input = adding({ kind: 'derived', derivedFrom: idOf(1), withholdsOriginal: true })
  const changes = changesOf(decide(addFile, input, { application, files: [aFile()] }))
  expect(changes).toMatchObject([
    { table: 'attachments', row: { id: idOf(2), kind: 'derived', derivedFrom: idOf(1) } },
    { table: 'attachments', row: { id: idOf(1), isWithheld: true } },
    { table: 'application_events' },
  ])
})

test.each([
  ['while a decision is proposed', adding(), { application: anApplication({ status: 'proposed' }) }, 'applications/wrong-status'],
  ['under an id that is taken', adding(), { files: [aFile({ id: idOf(2) })] }, 'blobs/not-found'],
  ['made from a file of another case', adding({ kind: 'derived', derivedFrom: idOf(1) }), { files: [aFile({ applicationId: '0192a000-0000-7000-8000-0000000000ff' as Attachment['applicationId'] })] }, 'blobs/not-found'],
  ['that would mark a file of another case', adding({ derivedFrom: idOf(1), withholdsOriginal: true }), { files: [aFile({ applicationId: '0192a000-0000-7000-8000-0000000000ff' as Attachment['applicationId'] })] }, 'blobs/not-found'],
  ['of a kind that is not accepted', adding({ file: { ...adding().file, mediaType: 'application/zip' } }), {}, 'blobs/forbidden-kind'],
  ['whose name hides what it is', adding({ file: { ...adding().file, filename: 'brief.pdf.exe' } }), {}, 'blobs/forbidden-kind'],
  ['that is too large', adding({ file: { ...adding().file, size: 26_214_401 } }), {}, 'blobs/too-large'],
] as const)('refuses a file %s', (_, input, given, code) => {
  expect(decide(addFile, input, given)).toMatchObject({ ok: false, error: { code } })
})

test('a turn is for everybody and leaves the bytes alone', () => {
  const input = { applicationId: anApplication().id, attachmentId: idOf(1), rotation: 90 as const }
  expect(decide(turnFile, input, { files: [aFile()] })).toMatchObject({ ok: true, value: [{ row: { rotation: 90, sha256: SHA } }] })
})

test('a note goes beside what is there, and only its author or a lead takes it off', () => {
  const on = { applicationId: anApplication().id, attachmentId: idOf(1) }
  const [noted] = changesOf(decide(noteOnFile, { ...on, area: AREA, text: ' Stempel fehlt ' }, { files: [aFile()] }))
  const file = noted?.row as Attachment
  expect(file.notes).toMatchObject([{ text: 'Stempel fehlt', area: AREA, authorName: anActor().name }])
  const removal = { ...on, noteId: file.notes[0]?.id ?? '' }
  expect(decide(removeFileNote, removal, { files: [file], actor: anActor('clerk', '2') })).toMatchObject({ ok: false, error: { code: 'commands/not-allowed' } })
  expect(decide(removeFileNote, removal, { files: [file], actor: anActor('lead', '3') })).toMatchObject({ ok: true, value: [{ row: { notes: [] } }] })
  expect(decide(removeFileNote, removal, { files: [file] })).toMatchObject({ ok: true, value: [{ row: { notes: [] } }] })
  const full = { ...file, notes: Array.from({ length: MOST_FILE_NOTES }, () => file.notes[0]) as Attachment['notes'] }
  expect(decide(noteOnFile, { ...on, area: AREA, text: 'noch eine' }, { files: [full] })).toMatchObject({ ok: false, error: { code: 'files/too-many-notes' } })
})
