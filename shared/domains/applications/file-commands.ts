import * as z from 'zod'
import { grantsFor } from '../../actor.ts'
import { defineCommand, type Change, type Moment, type RecordRef, type State } from '../../command.ts'
import { plainName } from '../../formats/file-name.ts'
import { AttachmentId } from '../../ids.ts'
import { KeptFile, refusalOfFile } from '../../kept-file.ts'
import { ok, refuse, type Refusal, type Result } from '../../result.ts'
import { departmentOf } from '../../scope.ts'
import { historyLine } from './history.ts'
import { UNMARKED } from './new-file.ts'
import { OnApplication, put, theApplication } from './on-application.ts'
import { CASE_WORKERS, RELEASERS } from './rules.ts'
import { FILE_ROTATIONS, MOST_FILE_NOTES, PageArea, type Application, type Attachment } from './tables.ts'

const AddFile = OnApplication.extend({
  file: KeptFile,
  /** Scanned here, brought or sent later, or made from another file of the case. */
  kind: z.enum(['scan', 'answer', 'derived']),
  derivedFrom: AttachmentId.nullable(),
  /** Whether the file it was made from is not to be passed on from now on: that is what a redacted copy is for. */
  withholdsOriginal: z.boolean(),
})
type AddFile = z.infer<typeof AddFile>

/** Puts a file into the case (Datei hinzufügen). Its bytes are at the service before the command is. */
export const addFile = defineCommand({
  name: 'applications.add-file',
  version: 1,
  input: AddFile,
  offline: 'queue',
  roles: CASE_WORKERS,
  onlyIfUnchanged: false,
  needsBlobs: ({ file }) => [file.id],
  reads: input => [
    ...theApplication(input),
    { table: 'attachments', id: input.file.id },
    ...(input.derivedFrom ? [{ table: 'attachments', id: input.derivedFrom } as const] : []),
  ],
  decide: (state, input, moment) => {
    const application = state.get('applications', input.applicationId)
    if (!application) return refuse('applications/not-found')
    const file = { ...input.file, filename: plainName(input.file.filename) }
    const refusal = refusalOfFile(file) ?? refusalIn(application, state, input)
    if (refusal) return { ok: false, error: refusal }
    const isCounted = input.kind !== 'derived'
    return ok([
      { table: 'attachments', row: rowOf(application, { ...input, file }, moment) },
      ...withheldOriginal(state, input),
      ...(isCounted ? [put({ ...application, attachmentCount: application.attachmentCount + 1 })] : []),
      historyLine(application, 'file-added', file.filename, moment),
    ])
  },
})

function refusalIn(application: Application, state: State, { kind, file, derivedFrom }: AddFile): Refusal | null {
  // Somebody else's file must not come into another case under its own id.
  if (state.get('attachments', file.id)) return { code: 'blobs/not-found' }
  const original = derivedFrom && state.get('attachments', derivedFrom)
  // Nor may this case mark another one's file as not to be passed on.
  if ((derivedFrom !== null || kind === 'derived') && (!original || original.applicationId !== application.id)) return { code: 'blobs/not-found' }
  // A proposal covers the papers it was made on; copies of them change nothing about it.
  return kind !== 'derived' && application.status === 'proposed' ? { code: 'applications/wrong-status', facts: { status: application.status } } : null
}

const rowOf = (application: Application, { file, kind, derivedFrom }: AddFile, { actor, now }: Moment): Attachment => ({
  ...UNMARKED,
  ...file,
  scope: application.scope,
  version: 0,
  applicationId: application.id,
  addedAt: now,
  kind,
  derivedFrom,
  addedByName: actor.name,
})

function withheldOriginal(state: State, { derivedFrom, withholdsOriginal }: AddFile): readonly Change[] {
  const original = derivedFrom && withholdsOriginal ? state.get('attachments', derivedFrom) : undefined
  return original ? [{ table: 'attachments', row: { ...original, isWithheld: true } }] : []
}

const OnFile = OnApplication.extend({ attachmentId: AttachmentId })

const theFile = (input: z.infer<typeof OnFile>): readonly RecordRef[] =>
  [...theApplication(input), { table: 'attachments', id: input.attachmentId }]

/** The file, if it belongs to the case. */
function fileOf(state: State, input: z.infer<typeof OnFile>): Result<Attachment> {
  const file = state.get('attachments', input.attachmentId)
  return file && file.applicationId === input.applicationId ? ok(file) : refuse('blobs/not-found')
}

const changed = (row: Attachment): Result<readonly Change[]> => ok([{ table: 'attachments', row }])

/** Turns a file for everybody who looks at it (drehen); its bytes stay as they came. */
export const turnFile = defineCommand({
  name: 'applications.turn-file',
  version: 1,
  input: OnFile.extend({ rotation: z.literal(FILE_ROTATIONS) }),
  offline: 'queue',
  roles: CASE_WORKERS,
  onlyIfUnchanged: false,
  reads: theFile,
  decide: (state, input) => {
    const file = fileOf(state, input)
    return file.ok ? changed({ ...file.value, rotation: input.rotation }) : file
  },
})

/** Writes a note beside a part of a page (Anmerkung); colleagues see it, the file does not hold it. */
export const noteOnFile = defineCommand({
  name: 'applications.note-on-file',
  version: 1,
  input: OnFile.extend({ area: PageArea, text: z.string().max(1_000) }),
  offline: 'queue',
  roles: CASE_WORKERS,
  onlyIfUnchanged: false,
  reads: theFile,
  decide: (state, input, { actor, now, newId }) => {
    const file = fileOf(state, input)
    if (!file.ok) return file
    const text = input.text.trim()
    if (!text) return refuse('messages/empty')
    if (file.value.notes.length >= MOST_FILE_NOTES) return refuse('files/too-many-notes')
    const note = { id: newId('note'), area: input.area, text, authorId: actor.personId, authorName: actor.name, at: now }
    return changed({ ...file.value, notes: [...file.value.notes, note] })
  },
})

/** Takes a note off again: whoever wrote it, or a lead. */
export const removeFileNote = defineCommand({
  name: 'applications.remove-file-note',
  version: 1,
  input: OnFile.extend({ noteId: z.uuid() }),
  offline: 'queue',
  roles: CASE_WORKERS,
  onlyIfUnchanged: false,
  reads: theFile,
  decide: (state, input, { actor }) => {
    const file = fileOf(state, input)
    if (!file.ok) return file
    const note = file.value.notes.find(({ id }) => id === input.noteId)
    if (note && note.authorId !== actor.personId && grantsFor(actor, RELEASERS, departmentOf(file.value.scope)).length === 0) return refuse('commands/not-allowed')
    return changed({ ...file.value, notes: file.value.notes.filter(({ id }) => id !== input.noteId) })
  },
})

export const fileCommands = [addFile, turnFile, noteOnFile, removeFileNote] as const
