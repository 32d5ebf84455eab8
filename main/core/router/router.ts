import { implement, type Router } from '@orpc/server'
import { coreContract, type CoreContract } from '../../../shared/contract/contract.ts'
import { commandNamed } from '../../../shared/commands.ts'
import type { Desk } from '../desk.ts'
import type { Session } from '../session/session.ts'
import { applicationsRouter } from './applications.ts'
import { deputiesRouter } from './deputies.ts'
import { bulkRouter, exportRouter } from './bulk.ts'
import { handlingRouter } from './handling.ts'
import { lettersRouter } from './letters.ts'
import { privacyRouter } from './privacy.ts'
import { reportsRouter } from './reports.ts'
import { filesRouter } from './files.ts'
import { servicesRouter } from './services.ts'
import { sessionRouter } from './session.ts'
import { viewsRouter } from './views.ts'
import { preferencesRouter, statusRouter } from './status.ts'
import { suggestionsRouter } from './suggestions.ts'

/** What the page may ask of the core, entry by entry; every input is checked by the contract before it comes here. */
export function createRouter({ session, desk }: { readonly session: Session; readonly desk: Desk }): Router<CoreContract, Record<never, never>> {
  const os = implement(coreContract)
  const submit = (name: string) => ({ input }: { readonly input: unknown }) => {
    const open = desk.shown()
    if (!open.ok) return open
    return commandNamed(name)?.offline === 'online-only' ? open.value.sync.run(name, input) : open.value.sync.submit(name, input)
  }
  return os.router({
    session: sessionRouter(session),
    status: statusRouter(desk),
    preferences: preferencesRouter(desk),
    privacy: privacyRouter(desk),
    files: filesRouter(desk),
    applications: {
      ...applicationsRouter(desk),
      capture: os.applications.capture.handler(submit('applications.capture')),
      claim: os.applications.claim.handler(submit('applications.claim')),
      release: os.applications.release.handler(submit('applications.release')),
      propose: os.applications.propose.handler(submit('applications.propose')),
      approve: os.applications.approve.handler(submit('applications.approve')),
      return: os.applications.return.handler(submit('applications.return')),
      reject: os.applications.reject.handler(submit('applications.reject')),
      note: os.applications.note.handler(submit('applications.note')),
      ask: os.applications.ask.handler(submit('applications.ask')),
      resume: os.applications.resume.handler(submit('applications.resume')),
      extend: os.applications.extend.handler(submit('applications.extend')),
      'add-file': os.applications['add-file'].handler(submit('applications.add-file')),
      'turn-file': os.applications['turn-file'].handler(submit('applications.turn-file')),
      'note-on-file': os.applications['note-on-file'].handler(submit('applications.note-on-file')),
      'remove-file-note': os.applications['remove-file-note'].handler(submit('applications.remove-file-note')),
      certify: os.applications.certify.handler(submit('applications.certify')),
      link: os.applications.link.handler(submit('applications.link')),
      unlink: os.applications.unlink.handler(submit('applications.unlink')),
      merge: os.applications.merge.handler(submit('applications.merge')),
      unmerge: os.applications.unmerge.handler(submit('applications.unmerge')),
      'hand-over': os.applications['hand-over'].handler(submit('applications.hand-over')),
      reopen: os.applications.reopen.handler(submit('applications.reopen')),
      assign: os.applications.assign.handler(submit('applications.assign')),
      'follow-up': os.applications['follow-up'].handler(submit('applications.follow-up')),
      tag: os.applications.tag.handler(submit('applications.tag')),
      close: os.applications.close.handler(submit('applications.close')),
      exported: os.applications.exported.handler(submit('applications.exported')),
    },
    comments: { add: os.comments.add.handler(submit('comments.add')), see: os.comments.see.handler(submit('comments.see')) },
    tasks: {
      add: os.tasks.add.handler(submit('tasks.add')),
      finish: os.tasks.finish.handler(submit('tasks.finish')),
      reopen: os.tasks.reopen.handler(submit('tasks.reopen')),
    },
    letters: lettersRouter(desk),
    handling: handlingRouter(desk),
    bulk: bulkRouter(desk),
    export: exportRouter(desk),
    reports: { ...reportsRouter(desk), 'set-person-figures': os.reports['set-person-figures'].handler(submit('reports.set-person-figures')) },
    staff: {
      ...deputiesRouter(desk),
      'set-deputy': os.staff['set-deputy'].handler(submit('staff.set-deputy')),
      'end-deputy': os.staff['end-deputy'].handler(submit('staff.end-deputy')),
    },
    suggestions: {
      ...suggestionsRouter(desk),
      make: os.suggestions.make.handler(submit('suggestions.make')),
      answer: os.suggestions.answer.handler(submit('suggestions.answer')),
      see: os.suggestions.see.handler(submit('suggestions.see')),
    },
    views: {
      ...viewsRouter(desk),
      save: os.views.save.handler(submit('views.save')),
      change: os.views.change.handler(submit('views.change')),
      delete: os.views.delete.handler(submit('views.delete')),
    },
    services: {
      ...servicesRouter(desk),
      'begin-draft': os.services['begin-draft'].handler(submit('services.begin-draft')),
      'save-draft': os.services['save-draft'].handler(submit('services.save-draft')),
      'discard-draft': os.services['discard-draft'].handler(submit('services.discard-draft')),
      publish: os.services.publish.handler(submit('services.publish')),
      withdraw: os.services.withdraw.handler(submit('services.withdraw')),
      offer: os.services.offer.handler(submit('services.offer')),
    },
    messages: {
      send: os.messages.send.handler(submit('messages.send')),
      'mark-read': os.messages['mark-read'].handler(submit('messages.mark-read')),
    },
  })
}
