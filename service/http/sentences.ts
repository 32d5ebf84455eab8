import type { ErrorCode } from '../../shared/errors.ts'
import type { Bilingual } from '../../shared/json.ts'

/** Codes that only a desk meets and the service never answers with. */
type DeskOnly = 'files/broken' | 'files/protected' | 'files/not-burnt' | 'commands/unclear' | `bulk/${string}` | `storage/${string}` | `keychain/${string}` | 'session/locked' | 'session/wrong-pin' | 'session/pin-too-simple' | 'session/no-offline-unlock'

/** What the service says with a code: what is wrong and what to do. `{fact}` is filled in from the refusal. */
const SENTENCES: Readonly<Record<Exclude<ErrorCode, DeskOnly>, Bilingual>> = {
  'applications/not-found': { de: 'Diesen Antrag gibt es nicht oder Sie dürfen ihn nicht sehen. Prüfen Sie das Aktenzeichen.', en: 'There is no such application, or you may not see it. Check the reference.' },
  'applications/already-claimed': { de: 'Der Antrag ist schon übernommen. Sprechen Sie mit der Person, die ihn bearbeitet.', en: 'The application has been claimed already. Talk to the person who works on it.' },
  'applications/not-assigned-to-you': { de: 'Der Antrag ist nicht Ihnen zugeordnet. Übernehmen Sie ihn zuerst.', en: 'The application is not assigned to you. Claim it first.' },
  'applications/wrong-status': { de: 'In diesem Bearbeitungsstand geht das nicht. Laden Sie den Antrag neu.', en: 'This cannot be done in the present status. Load the application again.' },
  'applications/reason-missing': { de: 'Es fehlt eine Begründung. Schreiben Sie mindestens drei Zeichen.', en: 'A reason is missing. Write at least three characters.' },
  'applications/own-proposal': { de: 'Den eigenen Vorschlag darf man nicht selbst freigeben. Bitten Sie eine andere berechtigte Person.', en: 'Nobody may release their own proposal. Ask another person who has the right.' },
  'applications/proposal-changed': { de: 'Der Vorschlag hat sich inzwischen geändert. Lesen Sie ihn neu und entscheiden Sie dann.', en: 'The proposal has changed meanwhile. Read it again, then decide.' },
  'applications/clock-runs': { de: 'Die Frist läuft bereits; es wird auf nichts gewartet.', en: 'The period is running already; nothing is waited for.' },
  'applications/clock-stands': { de: 'Zurzeit läuft keine Frist, die verlängert werden könnte.', en: 'No period is running that could be extended.' },
  'applications/not-extendable': { de: 'Diese Frist kann nach dem Gesetz nicht verlängert werden.', en: 'By law this period cannot be extended.' },
  'applications/extended-before': { de: 'Die Frist wurde schon einmal verlängert; das geht nur einmal.', en: 'The period has been extended before; that can be done once only.' },
  'applications/extension-too-late': { de: 'Die Frist ist schon abgelaufen und kann nicht mehr verlängert werden.', en: 'The period is over and can no longer be extended.' },
  'applications/extension-not-later': { de: 'Der neue Tag liegt nicht nach dem Ende der Frist. Nehmen Sie einen späteren.', en: 'The new day is not after the end of the period. Take a later one.' },
  'applications/service-withdrawn': { de: 'Diese Leistung bietet die Stadt nicht mehr an.', en: 'The town no longer offers this service.' },
  'applications/captured-before': { de: 'Dieser Antrag ist schon aufgenommen.', en: 'This application has been taken down already.' },
  'applications/receipt-in-future': { de: 'Der Tag des Eingangs liegt in der Zukunft.', en: 'The day of receipt lies in the future.' },
  'applications/receipt-too-old': { de: 'Der Tag des Eingangs liegt zu weit zurück.', en: 'The day of receipt lies too far back.' },
  'applications/link-loop': { de: 'Diese beiden Anträge lassen sich so nicht verknüpfen. Nehmen Sie den, der ganz oben steht.', en: 'These two applications cannot be linked this way. Choose the one at the top.' },
  'applications/kept-ended': { de: 'Der Antrag {reference} ist beendet. Nehmen Sie ihn zuerst wieder auf.', en: 'Application {reference} is finished. Reopen it first.' },
  'applications/not-merged': { de: 'Der Antrag ist mit keinem anderen zusammengeführt. Laden Sie ihn neu.', en: 'The application is not merged with any other. Load it again.' },
  'applications/merged-away': { de: 'Der Antrag ist als Doppel in einem anderen aufgegangen. Heben Sie zuerst die Zusammenführung auf.', en: 'The application was merged into another one. Undo the merge first.' },
  'applications/unknown-department': { de: 'Dieses Amt gibt es nicht. Wählen Sie ein anderes.', en: 'There is no such department. Choose another one.' },
  'applications/same-department': { de: 'Der Antrag liegt bereits in diesem Amt. Wählen Sie ein anderes.', en: 'The application already lies in this department. Choose another one.' },
  'comments/empty': { de: 'Der Kommentar ist leer. Schreiben Sie einen Text.', en: 'The comment is empty. Write something.' },
  'tasks/empty': { de: 'Die Aufgabe hat keinen Namen. Schreiben Sie, was zu tun ist.', en: 'The task has no name. Write what is to be done.' },
  'tasks/not-found': { de: 'Diese Aufgabe gibt es nicht oder Sie dürfen sie nicht sehen. Laden Sie den Antrag neu.', en: 'There is no such task, or you may not see it. Load the application again.' },
  'tasks/not-a-colleague': { de: 'Diese Person arbeitet nicht in dem Amt. Wählen Sie jemand anderen.', en: 'This person does not work in the department. Choose somebody else.' },
  'tasks/for-leads': { de: 'Diesen Schritt erledigt die Teamleitung. Bitten Sie sie darum.', en: 'This step is done by a team lead. Ask them to do it.' },
  'applications/assignee-unfit': { de: 'An {name} kann der Antrag nicht gehen: Die Person bearbeitet keine Anträge dieses Amtes.', en: 'The application cannot go to {name}, who does not work on applications of this department.' },
  'applications/too-many-tags': { de: 'Mehr als {most} Schlagwörter trägt ein Antrag nicht. Nehmen Sie welche heraus.', en: 'An application carries {most} tags at most. Take some off.' },
  'applications/nothing-to-do': { de: 'Der Antrag ist schon so; es gab nichts zu ändern.', en: 'The application already is like that; there was nothing to change.' },
  'privacy/list-changed': { de: 'Die Liste hat sich geändert, es wurde nichts gelöscht. Rufen Sie die Vorschau noch einmal ab.', en: 'The list has changed, nothing was deleted. Ask for the preview again.' },
  'services/draft-open': { de: 'Für diese Leistung gibt es schon einen Entwurf von {name}. Arbeiten Sie an ihm weiter.', en: 'There is a draft of this service by {name} already. Go on with that one.' },
  'services/no-draft': { de: 'Der Entwurf wurde inzwischen veröffentlicht oder verworfen. Öffnen Sie die Leistung neu.', en: 'The draft has been published or thrown away meanwhile. Open the service again.' },
  'services/id-taken': { de: 'Eine Leistung mit diesem Namen gibt es schon. Nehmen Sie einen anderen.', en: 'A service of this name exists already. Take another name.' },
  'services/incomplete': { de: 'Der Entwurf ist noch nicht vollständig ({field}). Ergänzen Sie, was fehlt.', en: 'The draft is not complete yet ({field}). Add what is missing.' },
  'services/outdated-draft': { de: 'Die Leistung wurde geändert, nachdem dieser Entwurf begonnen war. Vergleichen Sie zuerst.', en: 'The service was changed after this draft had begun. Compare first.' },
  'services/wrong-state': { de: 'Die Leistung ist bereits in diesem Stand. Laden Sie sie neu.', en: 'The service is in this state already. Load it again.' },
  'applications/steps-open': { de: 'Der Schritt „{step}“ ist noch offen. Erledigen Sie ihn zuerst.', en: 'The step “{step}” is still open. Do it first.' },
  'applications/not-deemed-granted': { de: 'Die Genehmigung gilt nicht als erteilt. Entscheiden Sie über den Antrag.', en: 'Approval is not deemed given. Decide on the application.' },
  'applications/deemed-granted': { de: 'Die Genehmigung gilt schon als erteilt (§ 42a VwVfG); ablehnen lässt sich der Antrag nicht mehr.', en: 'Approval is already deemed given (section 42a VwVfG); the application can no longer be refused.' },
  'applications/certified-before': { de: 'Die Bescheinigung ist schon ausgestellt. Sie liegt bei den Unterlagen.', en: 'The certificate has been made out already. It is among the files.' },
  'letters/part-missing': { de: 'Dem Bescheid fehlt ein Teil ({part}). Ergänzen Sie ihn.', en: 'The letter lacks a part ({part}). Add it.' },
  'letters/template-changed': { de: 'Die Vorlage des Bescheids hat sich geändert. Sehen Sie die Vorschau noch einmal an.', en: 'The template of the letter has changed. Look at the preview again.' },
  'letters/no-template': { de: 'Für dieses Schreiben gibt es keine Vorlage. Die Verwaltung der Vorlagen muss sie anlegen.', en: 'There is no template for this letter. An administrator has to add it.' },
  'letters/no-typesetter': { de: 'Hier können keine Bescheide als PDF gesetzt werden, weil der Schriftsatz fehlt.', en: 'Letters cannot be made as PDF here, because the typesetter is not there.' },
  'letters/not-typeset': { de: 'Der Bescheid konnte nicht gesetzt werden. Suchen Sie nach ungewöhnlichen Zeichen im Text.', en: 'The letter could not be set. Look for unusual signs in the text.' },
  'reports/agreement-missing': { de: 'Nennen Sie die Vereinbarung mit der Personalvertretung.', en: 'Name the agreement with the staff council.' },
  'views/name-missing': { de: 'Die Ansicht braucht einen Namen.', en: 'The view needs a name.' },
  'views/not-yours': { de: 'Diese Ansicht gehört {owner}. Speichern Sie eine eigene.', en: 'This view belongs to {owner}. Save one of your own.' },
  'suggestions/empty': { de: 'Der Vorschlag ist leer. Schreiben Sie einen Text.', en: 'The suggestion is empty. Write a text.' },
  'suggestions/answer-missing': { de: 'Schreiben Sie eine Antwort.', en: 'Write an answer.' },

  'staff/own-deputy': { de: 'Niemand vertritt sich selbst. Wählen Sie eine andere Person.', en: 'Nobody stands in for themself. Choose somebody else.' },
  'staff/deputy-unfit': { de: '{name} kann diese Vertretung nicht übernehmen.', en: '{name} cannot take this over.' },
  'staff/deputy-period': { de: 'Der letzte Tag liegt vor dem ersten oder ist schon vorbei.', en: 'The last day lies before the first or is over.' },
  'staff/deputy-too-long': { de: 'Eine Vertretung dauert höchstens {days} Tage.', en: 'Nobody stands in for longer than {days} days.' },
  'staff/deputy-already': { de: 'Diese Person vertritt an einigen dieser Tage schon.', en: 'This person stands in on some of these days already.' },
  'staff/deputy-over': { de: 'Diese Vertretung ist schon vorbei.', en: 'This deputyship is over already.' },
  'messages/empty': { de: 'Die Nachricht ist leer. Schreiben Sie einen Text.', en: 'The message is empty. Write a text.' },
  'messages/not-found': { de: 'Diese Nachricht gibt es nicht. Öffnen Sie das Postfach neu.', en: 'There is no such message. Open the mailbox again.' },
  'intake/unknown-service': { de: 'Diese Leistung gibt es hier nicht. Die Liste steht unter /public/v1/services.', en: 'There is no such service here. The list is at /public/v1/services.' },
  'intake/service-withdrawn': { de: 'Die Stadt bietet diese Leistung nicht mehr an. Die Liste steht unter /public/v1/services.', en: 'The town no longer offers this service. The list is at /public/v1/services.' },
  'intake/wrong-form-version': { de: 'Das Formular ist veraltet, aktuell ist Version {current} (geändert: {field}). Laden Sie es neu und füllen Sie es noch einmal aus.', en: 'The form is out of date, the current version is {current} (changed: {field}). Load it again and fill it in anew.' },
  'intake/invalid-form': { de: 'Angaben im Formular fehlen oder sind ungültig ({field}). Bessern Sie diese Felder nach.', en: 'Something in the form is missing or invalid ({field}). Correct these fields.' },
  'intake/attachment-too-large': { de: 'Ein Anhang ist zu groß (Datei {file}). Verkleinern Sie die Datei.', en: 'An attachment is too large (file {file}). Make the file smaller.' },
  'intake/attachment-forbidden': { de: 'Diese Art von Datei wird nicht angenommen (Datei {file}). Senden Sie sie als PDF oder Bild.', en: 'This kind of file is not accepted (file {file}). Send it as PDF or picture.' },
  'intake/attachment-broken': { de: 'Ein Anhang ist beschädigt (Datei {file}). Hängen Sie die Datei noch einmal an.', en: 'An attachment is damaged (file {file}). Attach the file again.' },
  'intake/too-many-attachments': { de: 'Die Anhänge sind zusammen zu groß oder zu viele. Lassen Sie einige weg.', en: 'The attachments are too many or too large together. Leave some out.' },
  'intake/key-reused': { de: 'Unter diesem Schlüssel liegt schon ein anderer Antrag. Nehmen Sie einen neuen Schlüssel.', en: 'Another application was handed over under this key. Use a new key.' },
  'commands/unknown': { de: 'Diesen Vorgang kennt der Dienst nicht. Aktualisieren Sie das Programm.', en: 'The service does not know this command. Update the program.' },
  'commands/outdated-version': { de: 'Das Programm ist für diesen Vorgang zu alt. Aktualisieren Sie es.', en: 'The program is too old for this command. Update it.' },
  'commands/invalid-input': { de: 'Die Angaben passen nicht zu diesem Vorgang. Prüfen Sie die Eingabe.', en: 'The input does not fit this command. Check what was entered.' },
  'commands/mismatch': { de: 'Unter dieser Kennung wurde schon etwas anderes gesendet. Melden Sie das der Betreuung.', en: 'Something else was sent under this id before. Report it to support.' },
  'commands/record-missing': { de: 'Das gibt es nicht oder Sie dürfen es nicht sehen. Laden Sie die Liste neu.', en: 'It does not exist, or you may not see it. Load the list again.' },
  'commands/changed-meanwhile': { de: 'Inzwischen hat jemand anderes etwas geändert. Sehen Sie den neuen Stand an und entscheiden Sie noch einmal.', en: 'Somebody else changed it meanwhile. Look at the present state and decide again.' },
  'commands/blocked': { de: 'Ein früherer Schritt wurde abgelehnt. Klären Sie zuerst diesen.', en: 'An earlier step was refused. Settle that one first.' },
  'commands/not-allowed': { de: 'Dafür fehlt Ihnen das Recht. Wenden Sie sich an Ihre Leitung.', en: 'You do not have the right to do this. Ask your team lead.' },
  'commands/online-only': { de: 'Das geht nur mit Verbindung. Versuchen Sie es später noch einmal.', en: 'This works only with a connection. Try again later.' },
  'session/signed-out': { de: 'Sie sind nicht angemeldet. Melden Sie sich an.', en: 'You are not signed in. Sign in.' },
  'session/expired': { de: 'Ihre Anmeldung ist abgelaufen. Melden Sie sich neu an.', en: 'Your sign-in has expired. Sign in again.' },
  'session/unknown-account': { de: 'Zu dieser Anmeldung gibt es hier kein Konto. Wenden Sie sich an die Verwaltung der Konten.', en: 'There is no account for this sign-in. Ask the administrator.' },
  'session/sign-in-failed': { de: 'Die Anmeldung konnte nicht geprüft werden. Versuchen Sie es gleich noch einmal.', en: 'The sign-in could not be checked. Try again in a moment.' },
  'sync/scope-forbidden': { de: 'Dieser Bereich gehört nicht zu Ihren Rechten. Laden Sie die Sitzung neu.', en: 'This scope is not among your rights. Load the session again.' },
  'sync/cursor-too-old': { de: 'Der Stand ist zu alt oder unbekannt. Laden Sie den Bereich neu.', en: 'The cursor is too old or unknown. Load the scope afresh.' },
  'sync/service-away': { de: 'Der Dienst ist gerade nicht bereit. Versuchen Sie es gleich noch einmal.', en: 'The service is not ready just now. Try again in a moment.' },
  'sync/client-too-old': { de: 'Dieses Programm ist zu alt für den Dienst. Aktualisieren Sie es.', en: 'This program is too old for the service. Update it.' },
  'sync/mass-delete-stopped': { de: 'Ungewöhnlich viele Löschungen wurden angehalten. Melden Sie das der Betreuung.', en: 'Unusually many deletions were stopped. Report it to support.' },
  'sync/damaged-reply': { de: 'Eine Antwort kam beschädigt an. Versuchen Sie es noch einmal.', en: 'A reply arrived damaged. Try again.' },
  'blobs/not-found': { de: 'Diese Datei gibt es nicht oder Sie dürfen sie nicht sehen.', en: 'There is no such file, or you may not see it.' },
  'blobs/hash-differs': { de: 'Die Datei kam verändert an. Senden Sie sie von vorn.', en: 'The file arrived changed. Send it again from the start.' },
  'blobs/too-large': { de: 'Die Datei ist zu groß, erlaubt sind {limit} Bytes. Verkleinern Sie sie.', en: 'The file is too large, {limit} bytes are allowed. Make it smaller.' },
  'blobs/not-here-yet': { de: 'Die Datei ist noch unterwegs. Versuchen Sie es gleich noch einmal.', en: 'The file is still on its way. Try again in a moment.' },
  'blobs/forbidden-kind': { de: 'Angenommen werden nur PDF, Bilder (PNG, JPEG, WebP, TIFF) und reiner Text. Speichern Sie das Dokument als PDF.', en: 'Only PDF, pictures (PNG, JPEG, WebP, TIFF) and plain text are accepted. Save the document as a PDF.' },
  'blobs/infected': { de: 'In der Datei „{filename}“ hat der Virenscanner etwas gefunden; sie wurde nicht angenommen. Senden Sie eine saubere Fassung.', en: 'The virus scanner found something in the file “{filename}”; it was not accepted. Send a clean version.' },
  'files/too-many-notes': { de: 'Die Datei trägt schon hundert Anmerkungen. Entfernen Sie zuerst einige.', en: 'The file already carries a hundred notes. Remove some first.' },
  'request/invalid': { de: 'Die Anfrage ist nicht gültig ({reason}). Prüfen Sie sie anhand von /docs.', en: 'The request is not valid ({reason}). Check it against /docs.' },
  'request/too-large': { de: 'Die Anfrage ist zu groß. Teilen Sie sie auf.', en: 'The request is too large. Split it.' },
  'request/too-many': { de: 'Zu viele Anfragen. Warten Sie {seconds} Sekunden.', en: 'Too many requests. Wait {seconds} seconds.' },
  'request/not-found': { de: 'Diese Adresse gibt es nicht. Alle Adressen stehen unter /docs.', en: 'There is no such address. All addresses are at /docs.' },
  'request/unexpected': { de: 'Im Dienst ist ein Fehler aufgetreten. Nennen Sie der Betreuung die Nummer {id}.', en: 'Something went wrong in the service. Tell support the number {id}.' },
  'start/port-in-use': { de: 'Der Port {port} ist belegt. Beenden Sie das andere Programm oder wählen Sie mit --port einen anderen.', en: 'Port {port} is in use. Stop the other program or choose another one by --port.' },
  'start/settings-invalid': { de: 'Die Einstellungen sind nicht gültig.', en: 'The settings are not valid.' },
}

const byCode: ReadonlyMap<string, Bilingual> = new Map(Object.entries(SENTENCES))

const UNTOLD: Bilingual = { de: 'Das ist hier nicht möglich.', en: 'This is not possible here.' }

/** The sentence of a code in both languages, facts filled in; a fact that is not known leaves no trace. */
export function sentenceOf(code: ErrorCode, facts: Readonly<Record<string, string | number>> = {}): Bilingual {
  const { de, en } = byCode.get(code) ?? UNTOLD
  return { de: fill(de, facts), en: fill(en, facts) }
}

function fill(sentence: string, facts: Readonly<Record<string, string | number>>): string {
  return sentence
    .replace(/ \(((?:\w+ )?)\{(\w+)\}\)/g, (_, before: string, name: string) => (Object.hasOwn(facts, name) ? ` (${before}${facts[name]})` : ''))
    .replace(/\{(\w+)\}/g, (_, name: string) => (Object.hasOwn(facts, name) ? String(facts[name]) : '…'))
}
