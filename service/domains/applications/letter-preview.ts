import { stateOf, type RecordRef, type State } from '../../../shared/command.ts'
import { letterOn, missingIn, proposalRecords } from '../../../shared/domains/applications/proposal.ts'
import { letterDocument } from '../../../shared/domains/letters/letter-document.ts'
import { refuse, type Result } from '../../../shared/result.ts'
import type { RowOf, TableName } from '../../../shared/tables.ts'
import { instantFromMs, type Clock } from '../../../shared/time.ts'
import type { LetterPreview, LetterPreviewQuery } from '../../../shared/wire/letters.ts'
import type { Access } from '../../store/access.ts'
import type { Database } from '../../store/database.ts'
import { loadRecords } from '../../store/records.ts'
import type { Typesetter } from '../letters/typesetter.ts'

export interface LetterPreviewParts {
  readonly database: Database
  readonly clock: Clock
  /** Null where letters cannot be set. */
  readonly typesetter: Typesetter | null
}

/** The letter of a decision as it would be written now, for whoever may see the case. Nothing is kept of it. */
export async function previewLetter({ database, clock, typesetter }: LetterPreviewParts, access: Access, query: LetterPreviewQuery): Promise<Result<LetterPreview>> {
  const state = await gathered(database, access, query)
  const application = state.get('applications', query.applicationId)
  const service = application && state.get('services', application.serviceId)
  if (!application || !service || !access.scopes.has(application.scope)) return refuse('commands/record-missing', { table: 'applications' })
  const proposed = application.status === 'proposed' && application.decisionId ? state.get('decisions', application.decisionId) : undefined
  const clerkName = proposed?.proposedByName ?? access.actor.name
  const written = letterOn(state, { application, service, said: query, kind: query.outcome, chosen: query.letter, clerkName })
  if (!written.ok) return written
  if (!written.value) return { ok: true, value: { missing: [], pdf: null } }
  if (!typesetter) return refuse('letters/no-typesetter')
  const dated = instantFromMs(clock.nowMs())
  const set = await typesetter.typeset(letterDocument(written.value, { dated, verification: null, isDraft: true }))
  if (!set.ok) return set
  return { ok: true, value: { missing: [...missingIn(written.value, dated)], pdf: Buffer.from(set.value).toString('base64') } }
}

/** As a command would gather them, without locks; two steps reach what the application points to. */
async function gathered(database: Database, { actor }: Access, query: LetterPreviewQuery): Promise<State> {
  const rows = new Map<string, RowOf<TableName>>()
  const state = stateOf(rows)
  for (const records of [(): readonly RecordRef[] => proposalRecords(query, state), () => [...proposalRecords(query, state), ...decisionOf(query, state)]])
    for (const [key, row] of await loadRecords(database.db, actor.townId, records(), false)) rows.set(key, row)
  return state
}

function decisionOf({ applicationId }: LetterPreviewQuery, state: State): readonly RecordRef[] {
  const id = state.get('applications', applicationId)?.decisionId
  return id ? [{ table: 'decisions', id }] : []
}
