import { useTranslation } from 'react-i18next'
import { useCore } from '../core-client/core-context.tsx'
import type { RefusalShown } from './error-sentences.ts'
import { refusalToast } from './refusal-toast.ts'
import { useToast, type ToastMessage } from './toasts.tsx'

export type CommandAnswer = { readonly ok: true } | { readonly ok: false; readonly error: RefusalShown }

export type CommandText =
  | 'staff.set-deputy' | 'staff.end-deputy' | 'staff.add' | 'staff.change' | 'staff.move' | 'staff.leave' | 'staff.come-back' | 'staff.hand-over'
  | 'departments.add' | 'departments.rename' | 'departments.order' | 'departments.close' | 'departments.reopen' | 'applications.capture' | 'applications.claim' | 'applications.release' | 'applications.propose' | 'applications.approve' | 'applications.return'
  | 'applications.reject' | 'applications.note' | 'applications.ask' | 'applications.resume' | 'applications.extend' | 'applications.certify'
  | 'applications.assign' | 'applications.follow-up' | 'applications.tag' | 'applications.close' | 'messages.send' | 'messages.mark-read' | 'messages.begin-call' | 'messages.answer' | 'messages.note' | 'messages.read' | 'messages.assign' | 'messages.close' | 'messages.reopen' | 'messages.redirect' | 'messages.link' | 'messages.unlink' | 'messages.set-desk' | 'messages.set-absence'
  | 'reports.set-person-figures' | 'suggestions.make' | 'suggestions.answer' | 'suggestions.see'
  | 'services.begin-draft' | 'services.save-draft' | 'services.discard-draft' | 'services.publish' | 'services.withdraw' | 'services.offer'
  | 'letters.begin-draft' | 'letters.save-draft' | 'letters.discard-draft' | 'letters.publish' | 'letters.withdraw' | 'letters.offer' | 'letters.set-letterhead' | 'letters.set-block' | 'letters.switch-block'
  | 'applications.link' | 'applications.unlink' | 'applications.merge' | 'applications.unmerge' | 'applications.hand-over' | 'applications.reopen'
  | 'applications.turn-file' | 'applications.note-on-file' | 'applications.remove-file-note'
  | 'appointments.book' | 'appointments.walk-in' | 'appointments.move' | 'appointments.change-person' | 'appointments.cancel' | 'appointments.call'
  | 'appointments.step' | 'appointments.redirect' | 'appointments.take-back' | 'hours.set' | 'hours.delete' | 'places.set' | 'places.set-resource' | 'places.set-service'
  | 'service-cards.set-organisation' | 'service-cards.request' | 'service-cards.renew' | 'service-cards.correct' | 'service-cards.withdraw' | 'service-cards.approve' | 'service-cards.refuse' | 'service-cards.issue' | 'service-cards.hand-over' | 'service-cards.block'
  | 'people.reveal' | 'halls.set' | 'halls.request' | 'halls.approve' | 'halls.refuse' | 'halls.correct' | 'halls.contract' | 'halls.hand-over' | 'halls.take-back' | 'halls.cancel'
  | 'notices.set-kind' | 'notices.set-law' | 'notices.take-out-law' | 'notices.mend' | 'notices.leave-out' | 'notices.take-in' | 'notices.submit' | 'notices.return' | 'notices.release' | 'notices.take-back' | 'notices.pause' | 'notices.resume' | 'notices.cancel' | 'notices.repeat'
  | 'notices.enter-consent' | 'notices.withdraw-consent'
  | 'notices.choose-way' | 'notices.printed' | 'notices.booked'
  | 'notices.record' | 'notices.correct' | 'notices.send-again'
  | 'vaccinations.set-vaccine' | 'vaccinations.add-batch' | 'vaccinations.block-batch' | 'vaccinations.set-rules' | 'vaccinations.set-session' | 'vaccinations.turn-session' | 'vaccinations.set-stock' | 'vaccinations.set-stand-by' | 'vaccinations.check-in'
  | 'vaccinations.change-person' | 'vaccinations.add-history' | 'vaccinations.remove-history' | 'vaccinations.answer' | 'vaccinations.judge' | 'vaccinations.consent' | 'vaccinations.end-observation' | 'vaccinations.leave' | 'vaccinations.take-over'
  | 'vaccinations.document' | 'vaccinations.correct' | 'vaccinations.void' | 'vaccinations.note-signed' | 'vaccinations.keep-both' | 'vaccinations.open-recall' | 'vaccinations.note-contact' | 'vaccinations.close-recall' | 'vaccinations.suspect'
  | 'vaccinations.note-reported'
  | 'alerts.begin' | 'alerts.write' | 'alerts.submit' | 'alerts.wish' | 'alerts.withdraw' | 'alerts.follow-up' | 'alerts.release' | 'alerts.release-alone' | 'alerts.review' | 'alerts.return' | 'alerts.reject'
  | 'alerts.stop' | 'alerts.set-topic' | 'alerts.set-template' | 'alerts.set-settings' | 'alerts.acknowledge'
  | 'views.save' | 'views.change' | 'views.delete' | 'comments.add' | 'tasks.add' | 'tasks.finish' | 'tasks.reopen'

/** What counts only once the service has said yes, and how that is told. */
const RESERVED = { 'applications.approve': 'done.reserved', 'applications.extend': 'done.extensionReserved', 'applications.certify': 'done.certificateReserved', 'applications.hand-over': 'done.handOverReserved', 'appointments.move': 'done.moveReserved', 'halls.approve': 'done.reserved', 'service-cards.approve': 'done.reserved', 'service-cards.refuse': 'done.reserved' } as const

const isReserved = (name: CommandText): name is keyof typeof RESERVED => Object.hasOwn(RESERVED, name)

/**
 * Tells the person what became of a command: saved, saved for later, not clear yet, or refused with the reason.
 * Without a link to the core nothing is tried, so that nobody believes something is saved that is not. `more` stands beside what was saved, to take it back.
 */
export function useCommandResult(name: CommandText): (run: () => Promise<CommandAnswer>, more?: Pick<ToastMessage, 'action'>) => Promise<boolean> {
  const { t } = useTranslation()
  const core = useCore()
  const show = useToast()
  const refused = (refusal: RefusalShown): false => {
    show(refusalToast(t, refusal))
    return false
  }
  return async (run, more = {}) => {
    if (core.connection.get() !== 'open') {
      show({ kind: 'refused', title: t('connection.notSaved') })
      return false
    }
    try {
      const answer = await run()
      if (!answer.ok) return refused(answer.error)
      const isOnline = core.status.get()?.connection === 'online'
      // What is wished for follows from no connection: only that is said, and not that it is on its way.
      if (isOnline) show({ kind: 'done', title: t(`done.${name}`), ...more })
      else if (isReserved(name)) show({ kind: 'waiting', title: t(RESERVED[name]), text: t('case.tentativeMeaning') })
      else show({ kind: 'waiting', title: t(`done.${name}`), ...(name === 'alerts.wish' ? {} : { text: t('done.offline') }), ...more })
      return true
    } catch {
      return refused({ code: 'request/unexpected' })
    }
  }
}
