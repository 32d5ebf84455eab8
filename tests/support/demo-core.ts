import { implement } from '@orpc/server'
import type { CoreRouter } from '../../main/core/router/router.ts'
import type { Actor } from '../../shared/actor.ts'
import { gatherNow, momentOf, type Change } from '../../shared/command.ts'
import { commandNamed } from '../../shared/commands.ts'
import { coreContract } from '../../shared/contract/contract.ts'
import type { SessionState } from '../../shared/contract/session.ts'
import type { AttentionItem, Changed, Status } from '../../shared/contract/status.ts'
import { decideCommand } from '../../shared/decide.ts'
import { CommandId, derivedUuid, TownId } from '../../shared/ids.ts'
import type { Json } from '../../shared/json.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import type { RowOf, TableName } from '../../shared/tables.ts'
import { instantFromMs } from '../../shared/time.ts'
import { demoFile, demoRows, DEPARTMENTS, FORMS, SERVICES, STAFF } from './demo-data.ts'
import { demoAround } from './demo-around.ts'
import { cellsOf, countsOf, listOf } from './demo-list.ts'
import { DEMO_NOW_MS } from './demo-now.ts'
import { channel, type Channel } from './demo-channel.ts'
import { withUnanswered } from './unanswered.ts'

type Pending = { readonly id: CommandId; readonly name: string; readonly applicationId: string; readonly tentative: boolean }
type SignedIn = Extract<SessionState, { readonly kind: 'signed-in' }>

/** What a test may do to the desk from outside. */
export interface DemoCore {
  readonly router: ReturnType<typeof routerOf>
  readonly desk: Desk
}

export interface Desk {
  readonly session: Channel<SessionState>
  readonly status: Channel<Status>
  readonly changes: Channel<Changed>
  readonly present: Channel<{ people: { personId: (typeof STAFF)[number]['personId']; name: string; recordId: string }[] }>
  readonly rows: ReturnType<typeof demoRows>
  readonly attention: AttentionItem[]
  readonly pending: Pending[]
  readonly preferences: Map<string, Json>
  /** What the administration allows at this computer. */
  languages: ('de' | 'en')[]
  who: number
  made: number
  /** A list that takes its time: no rows before this is over. */
  listsHeld: Promise<void> | undefined
  /** How often the place of a case in a list was asked for. */
  located: number
}

/** A core that keeps everything in memory and decides by the same commands: for looking at the screens and testing them. */
export function createDemoCore(rowCount: number): DemoCore {
  const desk: Desk = {
    session: channel<SessionState>({ kind: 'signed-out', offlineUnlock: null, problem: null }),
    status: channel<Status>(statusWith({})),
    changes: channel<Changed>({ tables: [], ids: [] }),
    present: channel({ people: [] }),
    rows: demoRows(rowCount), attention: [], pending: [], preferences: new Map(), languages: ['de', 'en'], who: 0, made: 0, listsHeld: undefined, located: 0,
  }
  return { desk, router: routerOf(desk) }
}

export const statusWith = (change: Partial<Status>): Status => ({
  connection: 'online', since: instantFromMs(DEMO_NOW_MS - 3_600_000), outbox: { count: 0, oldestAt: null }, attention: 0, load: null, ready: true,
  lastSyncAt: instantFromMs(DEMO_NOW_MS), clockAheadMinutes: 0, problem: null, ...change,
})

export function signedIn(who: number): SignedIn {
  const person = STAFF[who] ?? STAFF[0]
  return {
    kind: 'signed-in', townName: 'Tangerhütte', pinSet: true, keyInFile: true,
    person: {
      accountId: derivedUuid(person.personId, 'account') as SignedIn['person']['accountId'], personId: person.personId, name: person.name,
      grants: DEPARTMENTS.flatMap(({ id }) => (person.role === 'lead' ? (['clerk', 'lead'] as const) : (['clerk'] as const)).map(role => ({ role, departmentId: id, viaPersonId: null, viaName: null }))),
    },
  }
}

const actorOf = (desk: Desk): Actor => ({ townId: TownId.parse('tangerhuette'), ...signedIn(desk.who).person })

function rowIn(desk: Desk, table: TableName, id: string): RowOf<TableName> | undefined {
  if (table === 'services') return SERVICES.find(service => service.id === id)
  if (table === 'applications') return desk.rows.applications.get(id)
  if (table === 'tasks') return desk.rows.tasks.get(id)
  if (table === 'comments') return desk.rows.comments.get(id)
  if (table === 'departments') return DEPARTMENTS.map(department => ({ ...department, scope: 'town', version: 1, position: 1, letterhead: null, closedAt: null })).find(department => department.id === id)
  return table === 'decisions' ? desk.rows.decisions.get(id) : undefined
}

function write(desk: Desk, { table, row }: Change): void {
  if (table === 'applications') desk.rows.applications.set(row.id, row)
  if (table === 'decisions') desk.rows.decisions.set(row.id, row)
  if (table === 'application_events') desk.rows.events.set(row.id, row)
  if (table === 'tasks') desk.rows.tasks.set(row.id, row)
  if (table === 'comments') desk.rows.comments.set(row.id, row)
  if (table === 'messages') desk.rows.messages.set(row.id, desk.status.now().connection === 'online' ? { ...row, version: 1, providedAt: row.sentAt } : row)
}

/** Runs a command by its own rule; without a connection it stays pending. */
export function run(desk: Desk, name: string, input: { readonly applicationId: string; readonly text?: string }): Result<{ commandId: CommandId }> {
  const command = commandNamed(name)
  if (!command) throw new Error(`no command ${name}`)
  const id = CommandId.parse(derivedUuid('demo-command', String(desk.made++)))
  const now = instantFromMs(DEMO_NOW_MS + desk.made * 1000)
  const result = decideCommand(command, input, gatherNow(command, input, record => rowIn(desk, record.table, record.id)), momentOf(actorOf(desk), now, id))
  if (!result.ok) return result
  const isOnline = desk.status.now().connection === 'online'
  for (const change of result.value) write(desk, change)
  if (!isOnline) desk.pending.push({ id, name, applicationId: input.applicationId, tentative: command.offline === 'tentative' })
  const oldestAt = desk.pending.length > 0 ? instantFromMs(DEMO_NOW_MS) : null
  desk.status.tell({ ...desk.status.now(), outbox: { count: desk.pending.length, oldestAt } })
  desk.changes.tell({ tables: ['applications', 'decisions', 'application_events', 'messages', 'tasks', 'comments'], ids: [input.applicationId] })
  return ok({ commandId: id })
}

function wholeCase(desk: Desk, id: string) {
  const application = desk.rows.applications.get(id)
  const service = SERVICES.find(candidate => candidate.id === application?.serviceId)
  const form = FORMS.find(candidate => candidate.id === application?.formId)
  if (!application || !service || !form) return refuse('applications/not-found')
  const ofCase = <Row extends { readonly applicationId: string }>(rows: ReadonlyMap<string, Row>): Row[] => [...rows.values()].filter(row => row.applicationId === id)
  return ok({
    application, service, form, departmentName: DEPARTMENTS.find(({ id: department }) => department === application.departmentId)?.name ?? '',
    department: null, letterTemplates: [], textBlocks: [], earlierDecisions: [],
    decision: (application.decisionId && desk.rows.decisions.get(application.decisionId)) || null,
    events: ofCase(desk.rows.events), messages: ofCase(desk.rows.messages), attachments: ofCase(desk.rows.attachments),
    tasks: ofCase(desk.rows.tasks), comments: ofCase(desk.rows.comments),
    pending: desk.pending.filter(({ applicationId }) => applicationId === id).map(({ id: command, name, tentative }) => ({ id: command, name, tentative })),
  })
}

const routerOf = (desk: Desk): CoreRouter =>
  withUnanswered({ session: sessionRouter(desk), status: statusRouter(desk), preferences: preferencesRouter(desk), people: peopleRouter(), ...commandRouter(desk) })

/** Nobody stands under secrecy here. */
const peopleRouter = () => ({ secrets: implement(coreContract).people.secrets.handler(() => ({ recordIds: [] })) })

function sessionRouter(desk: Desk) {
  const os = implement(coreContract).session
  const enter = (): void => desk.session.tell(signedIn(desk.who))
  return {
    watch: os.watch.handler(({ signal }) => desk.session.follow(signal)),
    signIn: os.signIn.handler(() => { enter(); return ok({ authorizationUrl: null }) }),
    signOut: os.signOut.handler(() => { desk.session.tell({ kind: 'signed-out', offlineUnlock: null, problem: null }); return ok({}) }),
    lock: os.lock.handler(() => { desk.session.tell({ kind: 'locked', name: STAFF[desk.who]?.name ?? '', pinSet: true, attemptsLeft: 5 }); return ok({}) }),
    unlock: os.unlock.handler(({ input }) => {
      const before = desk.session.now()
      if (input.pin === '824613') { enter(); return ok({}) }
      if (before.kind !== 'locked') return refuse('session/wrong-pin')
      const attemptsLeft = before.attemptsLeft - 1
      desk.session.tell({ ...before, attemptsLeft, pinSet: attemptsLeft > 0 })
      return refuse('session/wrong-pin', { attemptsLeft })
    }),
    startAfresh: os.startAfresh.handler(() => refuse('keychain/key-lost')),
    setPin: os.setPin.handler(({ input }) => (input.pin.length < 6 ? refuse('session/pin-too-simple') : ok({}))),
    active: os.active.handler(() => ({})),
  }
}

function statusRouter(desk: Desk) {
  const os = implement(coreContract).status
  return {
    watch: os.watch.handler(({ signal }) => desk.status.follow(signal)),
    changes: os.changes.handler(({ signal }) => desk.changes.follow(signal)),
    pending: os.pending.handler(() => ({
      commands: desk.pending.map(({ id, name, applicationId }) => ({ id, name, recordedAt: instantFromMs(DEMO_NOW_MS), attempts: 2, subject: desk.rows.applications.get(applicationId)?.subject ?? null, table: 'applications' as const, recordId: applicationId })),
    })),
    attention: os.attention.handler(() => ({ items: [...desk.attention] })),
    settle: os.settle.handler(({ input }) => {
      const index = desk.attention.findIndex(item => item.id === input.id)
      if (index >= 0) desk.attention.splice(index, 1)
      desk.status.tell({ ...desk.status.now(), attention: desk.attention.length })
      return ok({})
    }),
  }
}

function preferencesRouter(desk: Desk) {
  const os = implement(coreContract).preferences
  return {
    get: os.get.handler(({ input }) => ({ value: desk.preferences.get(input.key) ?? null })),
    languages: os.languages.handler(() => ({ languages: desk.languages })),
    set: os.set.handler(({ input }) => { desk.preferences.set(input.key, input.value); return {} }),
  }
}

function commandRouter(desk: Desk) {
  const { applications: os, messages, comments, tasks } = implement(coreContract)
  return {
    applications: {
      ...queriesRouter(desk),
      offer: os.offer.handler(({ input: { serviceId } }) => {
        const service = SERVICES.find(({ id }) => id === serviceId)
        const form = FORMS.find(candidate => candidate.serviceId === serviceId && candidate.formVersion === service?.formVersion)
        return service && form ? ok({ service, form }) : refuse('intake/unknown-service')
      }),
      claim: os.claim.handler(({ input }) => run(desk, 'applications.claim', input)),
      release: os.release.handler(({ input }) => run(desk, 'applications.release', input)),
      propose: os.propose.handler(({ input }) => run(desk, 'applications.propose', input)),
      approve: os.approve.handler(({ input }) => run(desk, 'applications.approve', input)),
      return: os.return.handler(({ input }) => run(desk, 'applications.return', input)),
      reject: os.reject.handler(({ input }) => run(desk, 'applications.reject', input)),
      ask: os.ask.handler(({ input }) => run(desk, 'applications.ask', input)),
      resume: os.resume.handler(({ input }) => run(desk, 'applications.resume', input)),
      extend: os.extend.handler(({ input }) => run(desk, 'applications.extend', input)),
      link: os.link.handler(({ input }) => run(desk, 'applications.link', input)),
      unlink: os.unlink.handler(({ input }) => run(desk, 'applications.unlink', input)),
      merge: os.merge.handler(({ input }) => run(desk, 'applications.merge', input)),
      unmerge: os.unmerge.handler(({ input }) => run(desk, 'applications.unmerge', input)),
      'hand-over': os['hand-over'].handler(({ input }) => run(desk, 'applications.hand-over', input)),
      reopen: os.reopen.handler(({ input }) => run(desk, 'applications.reopen', input)),
      note: os.note.handler(({ input }) => run(desk, 'applications.note', input)),
      assign: os.assign.handler(({ input }) => run(desk, 'applications.assign', input)),
      'follow-up': os['follow-up'].handler(({ input }) => run(desk, 'applications.follow-up', input)),
      tag: os.tag.handler(({ input }) => run(desk, 'applications.tag', input)),
      close: os.close.handler(({ input }) => run(desk, 'applications.close', input)),
      exported: os.exported.handler(({ input }) => run(desk, 'applications.exported', { ...input, applicationId: '' })),
    },
    comments: {
      add: comments.add.handler(({ input }) => run(desk, 'comments.add', input)),
      see: comments.see.handler(({ input }) => run(desk, 'comments.see', input)),
    },
    tasks: {
      add: tasks.add.handler(({ input }) => run(desk, 'tasks.add', input)),
      finish: tasks.finish.handler(({ input }) => run(desk, 'tasks.finish', input)),
      reopen: tasks.reopen.handler(({ input }) => run(desk, 'tasks.reopen', input)),
    },
    messages: {
      send: messages.send.handler(({ input }) => run(desk, 'messages.send', input)),
      'mark-read': messages['mark-read'].handler(({ input }) => run(desk, 'messages.mark-read', input)),
    },
  }
}

function queriesRouter(desk: Desk) {
  const os = implement(coreContract).applications
  const me = (): string => signedIn(desk.who).person.personId
  const all = (): readonly RowOf<'applications'>[] => [...desk.rows.applications.values()]
  return {
    list: os.list.handler(async ({ input }) => {
      await desk.listsHeld
      const rows = listOf(all(), input, me())
      return { rows: rows.slice(input.start, input.end).map(cellsOf), total: rows.length, capped: false }
    }),
    locate: os.locate.handler(({ input }) => {
      desk.located++
      const index = listOf(all(), input, me()).findIndex(({ id }) => id === input.id)
      return { index: index < 0 ? null : index }
    }),
    count: os.count.handler(() => ({ counts: countsOf(all(), me()), at: instantFromMs(DEMO_NOW_MS) })),
    get: os.get.handler(({ input }) => wholeCase(desk, input.id)),
    around: os.around.handler(({ input }) => demoAround(desk.rows, input.id)),
    search: os.search.handler(({ input }) => ({
      hits: listOf(all(), { ...EVERYTHING, search: input.text }, me()).slice(0, input.limit).map(({ id, reference, subject, applicantName, locality, status, outcome }) => ({ id, reference, subject, applicantName, locality, status, outcome })),
    })),
    services: os.services.handler(() => ({ services: [...SERVICES] })),
    facets: os.facets.handler(() => ({
      localities: [...new Set(all().map(({ locality }) => locality))].toSorted((one, other) => one.localeCompare(other, 'de')),
      departments: DEPARTMENTS.map(department => ({ ...department, isClosed: false })), staff: STAFF.map(({ personId, name }) => ({ personId, name })),
    })),
    attachment: os.attachment.handler(({ input }) => {
      const found = desk.rows.attachments.get(input.id)
      if (!found) return refuse('blobs/not-found')
      return ok({ filename: found.filename, mediaType: found.mediaType, content: demoFile(found.mediaType) })
    }),
    open: os.open.handler(() => ({})),
    present: os.present.handler(({ signal }) => desk.present.follow(signal)),
  }
}

const EVERYTHING = {
  view: 'all' as const, sort: { field: 'receivedAt' as const, direction: 'desc' as const },
  filters: { status: [], outcome: [], serviceId: [], locality: [], departmentId: [], assigneeId: [], receivedFrom: null, receivedTo: null, dueFrom: null, dueTo: null, restsUntil: null, form: [] },
}
