import type * as z from 'zod'
import type { Role } from './actor.ts'
import { defineCommand, type Change, type Command, type Moment, type RecordRef, type State } from './command.ts'
import type { DepartmentId, PersonId } from './ids.ts'
import { ok, refuse, type Result } from './result.ts'
import { TOWN_SCOPE } from './scope.ts'
import type { RowBase } from './table.ts'
import type { Instant } from './time.ts'

/** What is drafted belongs to the whole town. */
const ADMINISTRATORS = ['administrator'] as const satisfies readonly Role[]

/** Something of the town being written or changed; nothing follows from it until it is published. */
interface Draft extends RowBase {
  readonly basedOn: string | number | null
  readonly changedBy: PersonId
  readonly changedByName: string
  readonly changedAt: Instant
  /** Published or thrown away; an open draft has null. */
  readonly settledAt: Instant | null
}

/** What every draft says of itself beside its content: which one it is, and who wrote in it last. */
type Head = Pick<Draft, 'id' | 'scope' | 'version' | 'changedBy' | 'changedByName' | 'changedAt' | 'settledAt'>

/** A kind of thing that is drafted, and how input names one. */
interface Kind<Row extends Draft, Named, Input extends Named & Pick<Row, 'basedOn'>> {
  readonly domain: 'services' | 'letters'
  readonly drafts: 'service_drafts' | 'letter_drafts'
  /** Where the published ones stand. */
  readonly published: 'services' | 'letter_templates'
  readonly named: z.ZodType<Named>
  readonly saved: z.ZodType<Input>
  readonly begun: z.ZodType<Input & { readonly departmentId: DepartmentId }>
  readonly idOf: (input: Named) => string
  /** The row once somebody has written in it; `before` is the open draft it takes the place of. */
  readonly written: (head: Head, input: Input, before: Row | undefined) => Row
}

interface DraftCommands<Row extends Draft, Named, Input> {
  /** Begins to write or change one, once for everybody. */
  readonly begin: Command<Input & { readonly departmentId: DepartmentId }>
  /** Keeps what has been written; somebody else's words are never written over unseen. */
  readonly save: Command<Input>
  /** Throws a draft away; what is published stays as it is. */
  readonly discard: Command<Named>
  /** Takes what is published out of use. */
  readonly withdraw: Command<Named>
  /** Puts what was withdrawn back into use. */
  readonly offer: Command<Named>
  readonly rows: DraftRows<Row, Named>
}

/** What is drafted as records: for each kind's own command that publishes. */
interface DraftRows<Row extends Draft, Named> {
  theDraft(input: Named): RecordRef
  thePublished(input: Named): RecordRef
  openDraft(state: State, input: Named): Result<Row>
  settled(draft: Row, moment: Moment): Change
}

/** The commands that are the same for all that is drafted. Publishing is each kind's own. */
export function draftCommands<Row extends Draft, Named, Input extends Named & Pick<Row, 'basedOn'>>(kind: Kind<Row, Named, Input>): DraftCommands<Row, Named, Input> {
  const rows = rowsOf(kind)
  return { rows, ...writing(kind, rows), withdraw: switching(kind, rows, 'withdraw'), offer: switching(kind, rows, 'offer') }
}

/** A draft's row as a change; the table is the one the kind names. */
const put = (table: 'service_drafts' | 'letter_drafts', row: Draft): Change => ({ table, row }) as Change

function rowsOf<Row extends Draft, Named, Input extends Named & Pick<Row, 'basedOn'>>({ domain, drafts, published, idOf }: Kind<Row, Named, Input>): DraftRows<Row, Named> {
  return {
    theDraft: input => ({ table: drafts, id: idOf(input) }),
    thePublished: input => ({ table: published, id: idOf(input) }),
    openDraft: (state, input) => {
      const draft = state.get(drafts, idOf(input)) as Row | undefined
      return draft?.settledAt === null ? ok(draft) : refuse(`${domain}/no-draft`)
    },
    settled: (draft, { now }) => put(drafts, { ...draft, settledAt: now }),
  }
}

function writing<Row extends Draft, Named, Input extends Named & Pick<Row, 'basedOn'>>(kind: Kind<Row, Named, Input>, rows: DraftRows<Row, Named>) {
  const { domain, drafts, published, idOf } = kind
  const every = { version: 1, offline: 'queue', roles: ADMINISTRATORS } as const
  const written = ({ id, scope, version }: RowBase, input: Input, { actor, now }: Moment, before: Row | undefined): Change =>
    put(drafts, kind.written({ id, scope, version, changedBy: actor.personId, changedByName: actor.name, changedAt: now, settledAt: null }, input, before))
  const begin = defineCommand({
    ...every,
    name: `${domain}.begin-draft`,
    input: kind.begun,
    onlyIfUnchanged: false,
    // The department stands first because the draft itself may not be there yet.
    reads: input => [{ table: 'departments', id: input.departmentId }, rows.theDraft(input), rows.thePublished(input)],
    decide: (state, input, moment) => {
      const draft = state.get(drafts, idOf(input))
      if (draft?.settledAt === null) return refuse(`${domain}/draft-open`, { name: draft.changedByName })
      if (input.basedOn === null && state.get(published, idOf(input))) return refuse(`${domain}/id-taken`)
      return ok([written({ id: idOf(input), scope: TOWN_SCOPE, version: draft?.version ?? 0 }, input, moment, undefined)])
    },
  })
  const save = defineCommand({
    ...every,
    name: `${domain}.save-draft`,
    input: kind.saved,
    onlyIfUnchanged: true,
    reads: input => [rows.theDraft(input)],
    decide: (state, input, moment) => {
      const draft = rows.openDraft(state, input)
      return draft.ok ? ok([written(draft.value, input, moment, draft.value)]) : draft
    },
  })
  const discard = defineCommand({
    ...every,
    name: `${domain}.discard-draft`,
    input: kind.named,
    onlyIfUnchanged: true,
    reads: input => [rows.theDraft(input)],
    decide: (state, input, moment) => {
      const draft = rows.openDraft(state, input)
      return draft.ok ? ok([rows.settled(draft.value, moment)]) : draft
    },
  })
  return { begin, save, discard }
}

function switching<Row extends Draft, Named, Input extends Named & Pick<Row, 'basedOn'>>({ domain, published, named, idOf }: Kind<Row, Named, Input>, rows: DraftRows<Row, Named>, name: 'withdraw' | 'offer'): Command<Named> {
  const active = name === 'offer'
  return defineCommand({
    name: `${domain}.${name}`,
    version: 1,
    input: named,
    offline: 'online-only',
    roles: ADMINISTRATORS,
    onlyIfUnchanged: true,
    reads: input => [rows.thePublished(input)],
    decide: (state, input) => {
      const row = state.get(published, idOf(input))
      if (!row || row.active === active) return refuse(`${domain}/wrong-state`)
      return ok([{ table: published, row: { ...row, active } } as Change])
    },
  })
}
