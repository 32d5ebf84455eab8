import { capture } from '../domains/applications/capture-command.ts'
import { certify } from '../domains/applications/certify-command.ts'
import { ask, extend, resume } from '../domains/applications/clock-commands.ts'
import { addComment, seeComments } from '../domains/applications/comment-commands.ts'
import { approve, claim, note, propose, reject, release, returnProposal } from '../domains/applications/commands.ts'
import { handOver } from '../domains/applications/hand-over-commands.ts'
import { assign, close, exported, followUp, tag } from '../domains/applications/handling-commands.ts'
import { link, merge, unlink, unmerge } from '../domains/applications/link-commands.ts'
import { reopen } from '../domains/applications/reopen-commands.ts'
import { addTask, finishTask, reopenTask } from '../domains/applications/task-commands.ts'
import { addFile, noteOnFile, removeFileNote, turnFile } from '../domains/applications/file-commands.ts'
import { beginDraft, discardDraft, offer, publish, saveDraft, withdraw } from '../domains/applications/service-commands.ts'
import { setBlock, switchBlock } from '../domains/letters/block-commands.ts'
import {
  beginLetterDraft, discardLetterDraft, offerTemplate, publishTemplate, saveLetterDraft, setLetterhead, withdrawTemplate,
} from '../domains/letters/template-commands.ts'
import { setPersonFigures } from '../domains/reports/commands.ts'
import { answer, make, see } from '../domains/staff/suggestion-commands.ts'
import { book, cancel, changePerson, move, walkIn } from '../domains/appointments/booking-commands.ts'
import { call, redirect, step, takeBack } from '../domains/appointments/counter-commands.ts'
import { deleteHours, setHours } from '../domains/appointments/hours-commands.ts'
import { setAppointmentService, setPlace, setResource } from '../domains/appointments/place-commands.ts'
import { appointmentQueries } from './appointments.ts'
import { applicationQueries } from './applications.ts'
import { captureQueries } from './capture.ts'
import { departmentsContract, staffDeskContract } from './staff.ts'
import { aroundQueries } from './around.ts'
import { letterQueries } from './letters.ts'
import { peopleDeskContract } from './people.ts'
import { portalLinkDeskContract } from './portal-link.ts'
import { serviceExchangeDeskContract, townSetupDeskContract } from './town-setup.ts'
import { privacyDeskContract } from './privacy.ts'
import { auditDeskContract } from './audit.ts'
import { protectionDeskContract } from './protection.ts'
import { bulkContract, exportContract } from './bulk.ts'
import { filesContract } from './files.ts'
import { handlingContract } from './handling.ts'
import { changeView, deleteView, saveView } from '../domains/applications/saved-view-commands.ts'
import { viewQueries } from './views.ts'
import { diagnosisContract } from './diagnosis.ts'
import { entryFor } from './entry.ts'
import { hallsContract } from './halls.ts'
import { reportQueries } from './reports.ts'
import { messagesContract } from './messages.ts'
import { serviceQueries } from './services.ts'
import { serviceCardsContract } from './service-cards.ts'
import { sessionContract } from './session.ts'
import { preferencesContract, statusContract } from './status.ts'
import { suggestionQueries } from './suggestions.ts'
import { alertsDeskContract } from './alerts.ts'
import { noticeClockContract } from './notice-clock.ts'
import { noticeDeliveriesContract } from './notice-deliveries.ts'
import { noticeImportContract } from './notice-import.ts'
import { noticeLinksContract } from './notice-links.ts'
import { noticesContract } from './notices.ts'
import { vaccinationsContract } from './vaccinations.ts'

/** What the page may ask of the core. Names are `domain.verb`, the same as in handlers, tests, audit log and metrics. */
export const coreContract = {
  session: sessionContract,
  status: statusContract,
  preferences: preferencesContract,
  diagnosis: diagnosisContract,
  people: peopleDeskContract,
  privacy: privacyDeskContract,
  audit: auditDeskContract,
  protection: protectionDeskContract,
  portalLink: portalLinkDeskContract,
  townSetup: townSetupDeskContract,
  serviceExchange: serviceExchangeDeskContract,
  files: filesContract,
  applications: {
    ...applicationQueries,
    ...aroundQueries,
    ...captureQueries,
    capture: entryFor(capture),
    claim: entryFor(claim),
    release: entryFor(release),
    propose: entryFor(propose),
    approve: entryFor(approve),
    return: entryFor(returnProposal),
    reject: entryFor(reject),
    note: entryFor(note),
    ask: entryFor(ask),
    resume: entryFor(resume),
    extend: entryFor(extend),
    'add-file': entryFor(addFile),
    'turn-file': entryFor(turnFile),
    'note-on-file': entryFor(noteOnFile),
    'remove-file-note': entryFor(removeFileNote),
    certify: entryFor(certify),
    link: entryFor(link),
    unlink: entryFor(unlink),
    merge: entryFor(merge),
    unmerge: entryFor(unmerge),
    'hand-over': entryFor(handOver),
    reopen: entryFor(reopen),
    assign: entryFor(assign),
    'follow-up': entryFor(followUp),
    tag: entryFor(tag),
    close: entryFor(close),
    exported: entryFor(exported),
  },
  comments: { add: entryFor(addComment), see: entryFor(seeComments) },
  tasks: { add: entryFor(addTask), finish: entryFor(finishTask), reopen: entryFor(reopenTask) },
  letters: {
    ...letterQueries,
    'begin-draft': entryFor(beginLetterDraft),
    'save-draft': entryFor(saveLetterDraft),
    'discard-draft': entryFor(discardLetterDraft),
    publish: entryFor(publishTemplate),
    withdraw: entryFor(withdrawTemplate),
    offer: entryFor(offerTemplate),
    'set-letterhead': entryFor(setLetterhead),
    'set-block': entryFor(setBlock),
    'switch-block': entryFor(switchBlock),
  },
  handling: handlingContract,
  bulk: bulkContract,
  export: exportContract,
  reports: { ...reportQueries, 'set-person-figures': entryFor(setPersonFigures) },
  staff: staffDeskContract,
  departments: departmentsContract,
  suggestions: { ...suggestionQueries, make: entryFor(make), answer: entryFor(answer), see: entryFor(see) },
  views: { ...viewQueries, save: entryFor(saveView), change: entryFor(changeView), delete: entryFor(deleteView) },
  services: {
    ...serviceQueries,
    'begin-draft': entryFor(beginDraft),
    'save-draft': entryFor(saveDraft),
    'discard-draft': entryFor(discardDraft),
    publish: entryFor(publish),
    withdraw: entryFor(withdraw),
    offer: entryFor(offer),
  },
  appointments: {
    ...appointmentQueries,
    book: entryFor(book),
    'walk-in': entryFor(walkIn),
    move: entryFor(move),
    'change-person': entryFor(changePerson),
    cancel: entryFor(cancel),
    call: entryFor(call),
    step: entryFor(step),
    redirect: entryFor(redirect),
    'take-back': entryFor(takeBack),
  },
  hours: { set: entryFor(setHours), delete: entryFor(deleteHours) },
  places: { set: entryFor(setPlace), 'set-resource': entryFor(setResource), 'set-service': entryFor(setAppointmentService) },
  halls: hallsContract,
  'service-cards': serviceCardsContract,
  vaccinations: vaccinationsContract,
  alerts: alertsDeskContract,
  notices: noticesContract,
  noticeClock: noticeClockContract,
  noticeDeliveries: noticeDeliveriesContract,
  noticeImport: noticeImportContract,
  noticeLinks: noticeLinksContract,
  messages: messagesContract,
}
export type CoreContract = typeof coreContract
