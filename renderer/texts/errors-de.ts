import type { ErrorCode } from '../../shared/errors.ts'

/** What a person reads about an error: what happened, what it means for their work, what they can do now. */
export interface ErrorSentences {
  readonly happened: string
  readonly meaning: string
  readonly todo: string
}

const ADMINISTRATION = 'Bitte wenden Sie sich an Ihre Systemverwaltung und nennen Sie die Kennung unten.'

export const errorsDe = {
  'applications/not-found': { happened: 'Diesen Vorgang gibt es hier nicht.', meaning: 'Er wurde gelöscht, oder er gehört zu einem Amt, in dem Sie nicht arbeiten.', todo: 'Suchen Sie über das Aktenzeichen. Fehlt Ihnen ein Recht, fragen Sie Ihre Teamleitung.' },
  'applications/already-claimed': { happened: 'Der Vorgang ist schon übernommen: {{assignee}} bearbeitet ihn.', meaning: 'Ihre Übernahme gilt nicht, an dem Vorgang hat sich dadurch nichts geändert.', todo: 'Nehmen Sie einen anderen Vorgang, oder sprechen Sie sich ab: Nach dem Zurücklegen können Sie ihn übernehmen.' },
  'applications/not-assigned-to-you': { happened: 'Sie bearbeiten diesen Vorgang nicht, sondern: {{assignee}}.', meaning: 'Vorschlagen, nachfordern, die Frist verlängern und zurücklegen kann nur, wer den Vorgang übernommen hat.', todo: 'Übernehmen Sie den Vorgang, sobald er frei ist.' },
  'applications/wrong-status': { happened: 'Der Vorgang steht auf „{{status}}“.', meaning: 'In diesem Stand geht das nicht.', todo: 'Sehen Sie im Verlauf nach, was geschehen ist, und entscheiden Sie neu.' },
  'applications/reason-missing': { happened: 'Die Begründung fehlt.', meaning: 'Eine Ablehnung, Rückgabe oder Verlängerung braucht einen Grund, den andere verstehen.', todo: 'Schreiben Sie mindestens drei Zeichen in das Feld für die Begründung.' },
  'applications/own-proposal': { happened: 'Diese Entscheidung haben Sie selbst vorgeschlagen oder mitgeschrieben.', meaning: 'Nach dem Vier-Augen-Prinzip gibt eine andere Person frei, auch in Vertretung und mit einem zweiten Konto.', todo: 'Bitten Sie eine andere Teamleitung um die Freigabe.' },
  'applications/proposal-changed': { happened: 'Der Vorschlag ist nicht mehr der, den Sie gesehen haben.', meaning: 'Er wurde geändert, zurückgezogen oder schon erledigt. Ihre Freigabe oder Rückgabe gilt nicht.', todo: 'Öffnen Sie den Vorgang, lesen Sie den jetzigen Stand und entscheiden Sie neu.' },
  'applications/clock-runs': { happened: 'Die Frist läuft bereits.', meaning: 'Es wird auf keine Antwort mehr gewartet. Jemand hat die Unterlagen schon für vollständig erklärt, oder die Antwort ist da. Es wurde nichts geändert.', todo: 'Arbeiten Sie weiter. Fehlt noch etwas, fordern Sie es nach.' },
  'applications/clock-stands': { happened: 'Für diesen Vorgang läuft gerade keine Frist.', meaning: 'Sie ruht bis zur Antwort, oder es ist keine festgelegt. Was nicht läuft, lässt sich nicht verlängern.', todo: 'Ist alles da, wählen Sie „Unterlagen vollständig“. Danach können Sie die Frist verlängern.' },
  'applications/not-extendable': { happened: 'Diese Frist lässt sich nicht verlängern.', meaning: 'Das Gesetz gibt sie fest vor: Der Eingang einer Gewerbeanzeige ist innerhalb von drei Tagen zu bestätigen (§ 15 GewO).', todo: 'Bestätigen Sie den Eingang bis zum Ende der Frist. Fehlt etwas, fordern Sie es nach.' },
  'applications/extended-before': { happened: 'Die Frist wurde schon am {{at, day}} verlängert.', meaning: 'Eine Frist darf nur einmal verlängert werden. Es wurde nichts geändert.', todo: 'Entscheiden Sie bis zum Ende der Frist. Fehlt etwas, fordern Sie es nach.' },
  'applications/extension-too-late': { happened: 'Die Frist ist schon am {{due, day}} abgelaufen.', meaning: 'Verlängern lässt sie sich nur, solange sie läuft. Es wurde nichts geändert, der Bürger hat nichts erfahren.', todo: 'Entscheiden Sie so bald wie möglich. Klären Sie mit Ihrer Teamleitung, was der Ablauf der Frist bewirkt.' },
  'applications/extension-not-later': { happened: 'Der neue Tag liegt nicht nach dem {{due, day}}.', meaning: 'Verlängern heißt: auf einen späteren Tag. Es wurde nichts geändert.', todo: 'Nehmen Sie einen Tag nach dem {{due, day}}.' },
  'applications/link-loop': { happened: 'Diese beiden Vorgänge lassen sich so nicht verknüpfen.', meaning: 'Ein Vorgang kann nicht Teil seiner selbst sein und nicht Teil eines Vorgangs, der schon zu einem anderen gehört. Es wurde nichts geändert.', todo: 'Nehmen Sie den Vorgang, der ganz oben steht.' },
  'applications/kept-ended': { happened: 'Der Vorgang {{reference}} steht auf „{{status}}“.', meaning: 'Ein beendeter Vorgang nimmt keinen anderen mehr auf und gibt keinen mehr heraus. Es wurde nichts geändert.', todo: 'Soll es dennoch sein, nimmt die Teamleitung {{reference}} zuerst wieder auf.' },
  'applications/not-merged': { happened: 'Dieser Vorgang ist mit keinem anderen zusammengeführt.', meaning: 'Die Zusammenführung ist schon aufgehoben, oder es gab keine. Es wurde nichts geändert.', todo: 'Sehen Sie im Verlauf nach, was geschehen ist.' },
  'applications/merged-away': { happened: 'Dieser Vorgang ist als Doppel in einem anderen aufgegangen.', meaning: 'Er wird nicht wieder aufgenommen, solange die Zusammenführung besteht. Es wurde nichts geändert.', todo: 'Heben Sie zuerst die Zusammenführung auf.' },
  'applications/unknown-department': { happened: 'Dieses Amt gibt es nicht.', meaning: 'Der Vorgang bleibt, wo er ist.', todo: 'Wählen Sie ein Amt aus der Liste.' },
  'applications/same-department': { happened: 'Der Vorgang liegt bereits in diesem Amt.', meaning: 'Es wurde nichts geändert.', todo: 'Wählen Sie ein anderes Amt, oder weisen Sie den Vorgang einer Kollegin oder einem Kollegen zu.' },
  'applications/assignee-unfit': { happened: 'An {{name}} kann dieser Vorgang nicht gehen.', meaning: 'Die Person bearbeitet keine Vorgänge dieses Amtes, oder ihr Konto ist abgeschaltet. Es wurde nichts geändert.', todo: 'Wählen Sie eine andere Person. Soll es diese sein, braucht sie zuerst das Recht in diesem Amt.' },
  'applications/too-many-tags': { happened: 'Mehr als {{most}} Schlagwörter trägt ein Vorgang nicht.', meaning: 'Es wurde nichts geändert.', todo: 'Nehmen Sie Schlagwörter heraus, die niemand mehr braucht.' },
  'applications/nothing-to-do': { happened: 'Der Vorgang ist schon so.', meaning: 'Es gab nichts zu ändern.', todo: 'Arbeiten Sie weiter.' },

  'comments/empty': { happened: 'Der Kommentar ist leer.', meaning: 'Es wurde nichts gespeichert.', todo: 'Schreiben Sie einen Text und speichern Sie noch einmal.' },
  'tasks/empty': { happened: 'Die Aufgabe hat noch keinen Namen.', meaning: 'Es wurde nichts gespeichert.', todo: 'Schreiben Sie in wenigen Worten, was zu tun ist.' },
  'tasks/not-found': { happened: 'Diese Aufgabe gibt es hier nicht.', meaning: 'Sie gehört zu einem Vorgang, den Sie nicht sehen dürfen, oder der Vorgang ist inzwischen in einem anderen Amt.', todo: 'Öffnen Sie den Vorgang neu.' },
  'tasks/not-a-colleague': { happened: 'Diese Person arbeitet nicht in dem Amt, in dem der Vorgang liegt.', meaning: 'Sie würde die Aufgabe nicht sehen. Es wurde nichts gespeichert.', todo: 'Wählen Sie jemanden aus dem Amt, oder geben Sie den Vorgang ab.' },
  'tasks/for-leads': { happened: 'Diesen Schritt erledigt die Teamleitung.', meaning: 'So ist es für diese Leistung festgelegt. Es wurde nichts geändert.', todo: 'Bitten Sie Ihre Teamleitung, den Schritt zu erledigen.' },

  'privacy/list-changed': { happened: 'Die Liste hat sich seit der Vorschau geändert.', meaning: 'Es wurde nichts gelöscht: Gelöscht wird nur, was Sie gesehen haben.', todo: 'Sehen Sie sich die neue Liste an und bestätigen Sie noch einmal.' },

  'messages/empty': { happened: 'Die Nachricht ist leer.', meaning: 'Es wurde nichts gesendet.', todo: 'Schreiben Sie einen Text und senden Sie noch einmal.' },
  'messages/not-found': { happened: 'Diese Nachricht gibt es nicht mehr.', meaning: 'Sie wurde gelöscht oder gehört zu einem Vorgang, den Sie nicht sehen dürfen.', todo: 'Öffnen Sie den Vorgang neu.' },

  'intake/unknown-service': { happened: 'Diese Leistung bietet die Stadt nicht an.', meaning: 'Der Antrag wurde nicht angenommen.', todo: 'Prüfen Sie die Kennung der Leistung.' },
  'intake/wrong-form-version': { happened: 'Das Formular ist veraltet.', meaning: 'Der Antrag wurde nicht angenommen, weil es eine neuere Fassung gibt.', todo: 'Laden Sie das Formular neu und füllen Sie es noch einmal aus.' },
  'intake/invalid-form': { happened: 'Angaben im Formular fehlen oder passen nicht.', meaning: 'Der Antrag wurde nicht angenommen.', todo: 'Berichtigen Sie die genannten Angaben.' },
  'intake/attachment-too-large': { happened: 'Eine Anlage ist zu groß.', meaning: 'Der Antrag wurde nicht angenommen. Erlaubt sind 25 MB je Datei und 100 MB insgesamt.', todo: 'Verkleinern oder teilen Sie die Datei.' },
  'intake/attachment-forbidden': { happened: 'Diese Art von Datei ist nicht erlaubt.', meaning: 'Der Antrag wurde nicht angenommen. Erlaubt sind PDF, Bilder und reiner Text.', todo: 'Wandeln Sie die Datei in PDF um.' },
  'intake/attachment-broken': { happened: 'Eine Anlage ist beschädigt oder nicht das, was ihr Name sagt.', meaning: 'Der Antrag wurde nicht angenommen.', todo: 'Öffnen Sie die Datei, speichern Sie sie neu und hängen Sie sie noch einmal an.' },
  'intake/too-many-attachments': { happened: 'Es sind zu viele Anlagen.', meaning: 'Der Antrag wurde nicht angenommen. Erlaubt sind 20.', todo: 'Fassen Sie Dateien zusammen.' },
  'intake/key-reused': { happened: 'Unter diesem Schlüssel wurde schon ein anderer Antrag eingereicht.', meaning: 'Der neue Antrag wurde nicht angenommen, der frühere bleibt.', todo: 'Reichen Sie ihn mit einem neuen Schlüssel ein.' },

  'commands/unknown': { happened: 'Der zentrale Dienst kennt diese Änderung nicht.', meaning: 'Programm und Dienst passen nicht zusammen. Ihre Eingabe ist hier gespeichert, aber nicht ausgeführt.', todo: 'Kopieren Sie Ihren Text. Aktualisieren Sie das Programm und versuchen Sie es dann noch einmal.' },
  'commands/outdated-version': { happened: 'Diese Änderung stammt aus einer älteren Fassung des Programms.', meaning: 'Sie ist hier gespeichert, aber nicht ausgeführt.', todo: 'Aktualisieren Sie das Programm und wenden Sie die Änderung dann noch einmal an.' },
  'commands/invalid-input': { happened: 'Die Eingabe passt nicht zu dieser Änderung.', meaning: 'Es wurde nichts geändert.', todo: 'Prüfen Sie Ihre Eingabe. Kommt die Meldung wieder, nennen Sie der Systemverwaltung die Kennung unten.' },
  'commands/mismatch': { happened: 'Unter derselben Kennung liegt beim Dienst schon eine andere Änderung.', meaning: 'Das sollte nie geschehen. Ihre Änderung wurde nicht ausgeführt und wird nicht noch einmal gesendet.', todo: ADMINISTRATION },
  'commands/record-missing': { happened: 'Den Vorgang zu dieser Änderung gibt es für Sie nicht mehr.', meaning: 'Er wurde gelöscht oder einem anderen Amt zugeordnet. Ihre Änderung wurde nicht ausgeführt.', todo: 'Kopieren Sie Ihren Text, wenn Sie ihn noch brauchen, und nehmen Sie den Hinweis zur Kenntnis.' },
  'commands/changed-meanwhile': { happened: 'Der Vorgang wurde in der Zwischenzeit von jemand anderem geändert.', meaning: 'Damit niemand etwas Ungesehenes überschreibt, wurde Ihre Änderung nicht ausgeführt.', todo: 'Vergleichen Sie unten, was sich geändert hat. Passt Ihre Änderung noch, wenden Sie sie noch einmal an.' },
  'commands/blocked': { happened: 'Diese Änderung baut auf einer anderen auf, die nicht angenommen wurde.', meaning: 'Sie wurde deshalb gar nicht erst versucht.', todo: 'Klären Sie zuerst die andere Änderung. Danach können Sie diese noch einmal anwenden.' },
  'commands/not-allowed': { happened: 'Dafür fehlt Ihnen das Recht.', meaning: 'Es wurde nichts geändert.', todo: 'Bitten Sie eine Person mit diesem Recht, oder fragen Sie Ihre Teamleitung.' },
  'commands/online-only': { happened: 'Das geht nur mit Verbindung.', meaning: 'Es wurde nichts geändert und nichts vorgemerkt.', todo: 'Versuchen Sie es noch einmal, sobald das Netz wieder da ist.' },

  'session/signed-out': { happened: 'Sie sind abgemeldet.', meaning: 'Was Sie gespeichert haben, liegt sicher auf diesem Arbeitsplatz.', todo: 'Melden Sie sich an.' },
  'session/expired': { happened: 'Ihre Anmeldung ist abgelaufen.', meaning: 'Was Sie gespeichert haben, liegt sicher auf diesem Arbeitsplatz und wird nach der Anmeldung übertragen.', todo: 'Melden Sie sich noch einmal an.' },
  'session/unknown-account': { happened: 'Für dieses Konto gibt es in dieser Stadt keinen Zugang.', meaning: 'Die Anmeldung hat geklappt, aber das Konto ist hier nicht eingetragen oder nicht mehr aktiv.', todo: 'Melden Sie sich mit Ihrem Dienstkonto an, oder bitten Sie die Systemverwaltung um den Zugang.' },
  'session/locked': { happened: 'Der Arbeitsplatz ist gesperrt.', meaning: 'Es kann nichts gelesen oder geändert werden.', todo: 'Entsperren Sie ihn mit Ihrer PIN, oder melden Sie sich an.' },
  'session/wrong-pin': { happened: 'Die PIN stimmt nicht.', meaning: 'Nach fünf falschen Eingaben ist nur noch die Anmeldung möglich.', todo: 'Versuchen Sie es noch einmal, oder melden Sie sich an.' },
  'session/pin-too-simple': { happened: 'Diese PIN ist zu leicht zu erraten.', meaning: 'Sie wurde nicht gespeichert.', todo: 'Nehmen Sie mindestens 6 Zeichen, keine Wiederholungen und keine Reihen wie 123456.' },
  'session/no-offline-unlock': { happened: 'Ohne Netz lässt sich dieser Arbeitsplatz gerade nicht öffnen.', meaning: 'Das geht nur mit PIN und höchstens 24 Stunden nach der letzten Anmeldung.', todo: 'Stellen Sie die Verbindung her und melden Sie sich an.' },
  'session/sign-in-failed': { happened: 'Die Anmeldung hat nicht geklappt.', meaning: 'Der Anmeldedienst hat nicht geantwortet, oder die Anmeldung wurde abgebrochen.', todo: 'Prüfen Sie die Verbindung und versuchen Sie es noch einmal.' },

  'sync/scope-forbidden': { happened: 'Für einen Bereich haben Sie kein Recht mehr.', meaning: 'Seine Vorgänge werden von diesem Arbeitsplatz entfernt.', todo: 'Wenn das ein Irrtum ist, fragen Sie Ihre Teamleitung.' },
  'sync/cursor-too-old': { happened: 'Dieser Arbeitsplatz war lange nicht verbunden.', meaning: 'Die Vorgänge werden einmal neu geladen. Ihre eigenen Änderungen bleiben erhalten.', todo: 'Sie brauchen nichts zu tun.' },
  'sync/service-away': { happened: 'Der zentrale Dienst ist nicht erreichbar.', meaning: 'Sie können weiterarbeiten. Ihre Änderungen werden hier gespeichert und später übertragen.', todo: 'Sie brauchen nichts zu tun. Dauert es länger, prüfen Sie das Netz.' },
  'sync/client-too-old': { happened: 'Dieses Programm ist zu alt für den zentralen Dienst.', meaning: 'Es wird nichts mehr übertragen. Was Sie gespeichert haben, bleibt sicher hier.', todo: 'Aktualisieren Sie das Programm. Danach wird alles übertragen.' },
  'sync/mass-delete-stopped': { happened: 'Der zentrale Dienst wollte auf einmal sehr viele Vorgänge entfernen.', meaning: 'Zur Sicherheit wurde das angehalten. Sie sehen den Stand von vorher.', todo: ADMINISTRATION },
  'sync/damaged-reply': { happened: 'Eine Antwort des zentralen Dienstes war unvollständig.', meaning: 'Sie wurde nicht übernommen und wird noch einmal angefordert.', todo: 'Sie brauchen nichts zu tun. Bleibt die Meldung, verständigen Sie die Systemverwaltung.' },

  'storage/disk-full': { happened: 'Der Speicherplatz auf diesem Rechner ist voll.', meaning: 'Ihre letzte Eingabe wurde nicht gespeichert. Alles Frühere ist sicher.', todo: 'Schaffen Sie Platz auf der Festplatte und speichern Sie dann noch einmal.' },
  'storage/unreadable': { happened: 'Der Datenbestand auf diesem Rechner ist beschädigt.', meaning: 'Er wurde beiseitegelegt und nicht gelöscht. Die Vorgänge werden neu geladen.', todo: ADMINISTRATION },
  'storage/newer-database': { happened: 'Der Datenbestand stammt von einer neueren Fassung des Programms.', meaning: 'Er wurde nicht angerührt.', todo: 'Aktualisieren Sie das Programm.' },
  'storage/in-use': { happened: 'Rathaus Desk läuft auf diesem Rechner schon.', meaning: 'Zwei Programme dürfen nicht denselben Datenbestand benutzen.', todo: 'Wechseln Sie zum offenen Fenster, oder schließen Sie es und versuchen Sie es noch einmal.' },
  'keychain/locked': { happened: 'Der Schlüsselbund Ihres Rechners ist gesperrt.', meaning: 'Ohne ihn kann der Datenbestand nicht geöffnet werden.', todo: 'Entsperren Sie den Schlüsselbund und versuchen Sie es noch einmal.' },
  'keychain/missing': { happened: 'Dieser Rechner hat keinen Schlüsselbund.', meaning: 'Ohne ihn dürfen keine echten Daten gespeichert werden; nur die Vorführung startet.', todo: 'Bitten Sie die Systemverwaltung, den Schlüsselbund einzurichten.' },
  'keychain/key-lost': { happened: 'Der Schlüssel zum Datenbestand ist nicht mehr da.', meaning: 'Der bisherige Bestand bleibt unlesbar liegen. Die Vorgänge werden neu geladen; noch nicht übertragene Änderungen kann nur die Systemverwaltung retten.', todo: ADMINISTRATION },

  'blobs/not-found': { happened: 'Diese Datei gibt es nicht.', meaning: 'Sie wurde entfernt, oder Sie dürfen sie nicht sehen.', todo: 'Öffnen Sie den Vorgang neu.' },
  'blobs/hash-differs': { happened: 'Die Datei ist auf dem Weg verändert worden.', meaning: 'Sie wurde nicht übernommen.', todo: 'Versuchen Sie es noch einmal. Bleibt die Meldung, verständigen Sie die Systemverwaltung.' },
  'blobs/too-large': { happened: 'Die Datei ist zu groß.', meaning: 'Erlaubt sind 25 MB.', todo: 'Verkleinern oder teilen Sie die Datei.' },
  'blobs/not-here-yet': { happened: 'Die Datei ist noch nicht auf diesem Arbeitsplatz.', meaning: 'Ohne Verbindung kann sie nicht geholt werden.', todo: 'Versuchen Sie es noch einmal, sobald das Netz wieder da ist.' },
  'blobs/forbidden-kind': { happened: 'Die Datei „{{filename}}“ ist von einer Art, die nicht angenommen wird.', meaning: 'Angenommen werden PDF, Bilder (PNG, JPEG, WebP, TIFF) und reiner Text; Name und Inhalt müssen zueinander passen. Sie wurde nicht übernommen.', todo: 'Speichern oder drucken Sie das Dokument als PDF und fügen Sie dieses hinzu.' },
  'blobs/infected': { happened: 'In der Datei „{{filename}}“ hat der Virenscanner etwas gefunden.', meaning: 'Sie wurde nicht übernommen und liegt nirgends im Rathaus. Sonst ist nichts verloren.', todo: 'Öffnen Sie die Datei nicht. Verständigen Sie die Systemverwaltung und bitten Sie um eine neue Fassung.' },
  'files/broken': { happened: 'Diese Datei lässt sich nicht anzeigen.', meaning: 'Sie ist beschädigt oder nicht das, was ihr Name sagt.', todo: 'Speichern Sie die Datei und öffnen Sie sie mit einem anderen Programm, oder bitten Sie um eine neue Fassung.' },
  'files/protected': { happened: 'Diese PDF-Datei ist mit einem Kennwort geschützt.', meaning: 'Ohne das Kennwort kann sie hier niemand lesen.', todo: 'Bitten Sie um eine Fassung ohne Kennwort.' },
  'files/not-burnt': { happened: 'Die geschwärzte Fassung hat die Prüfung nicht bestanden.', meaning: 'Unter einer Schwärzung war noch etwas zu lesen. Die Fassung wurde verworfen, das Original ist unverändert.', todo: 'Schwärzen Sie noch einmal. Bleibt die Meldung, verständigen Sie die Systemverwaltung und geben Sie nichts weiter.' },
  'files/too-many-notes': { happened: 'An dieser Datei hängen schon 100 Anmerkungen.', meaning: 'Mehr kann sie nicht tragen. Die neue wurde nicht gespeichert.', todo: 'Entfernen Sie Anmerkungen, die erledigt sind.' },

  'request/invalid': { happened: 'Die Anfrage war nicht verständlich.', meaning: 'Es wurde nichts geändert.', todo: 'Versuchen Sie es noch einmal. Bleibt die Meldung, nennen Sie der Systemverwaltung die Kennung unten.' },
  'request/too-large': { happened: 'Die Anfrage war zu groß.', meaning: 'Es wurde nichts geändert.', todo: 'Kürzen Sie den Text oder teilen Sie ihn auf.' },
  'request/too-many': { happened: 'Es kamen zu viele Anfragen in kurzer Zeit.', meaning: 'Diese wurde nicht ausgeführt.', todo: 'Warten Sie einen Augenblick und versuchen Sie es noch einmal.' },
  'request/not-found': { happened: 'Das Gesuchte gibt es nicht.', meaning: 'Die Adresse ist falsch oder veraltet.', todo: 'Gehen Sie zurück zur Liste.' },
  'request/unexpected': { happened: 'Im Programm ist ein Fehler aufgetreten.', meaning: 'Diese Änderung wurde nicht gespeichert. Alles Frühere ist sicher.', todo: 'Versuchen Sie es noch einmal. Bleibt die Meldung, nennen Sie der Systemverwaltung die Kennung unten.' },

  'start/port-in-use': { happened: 'Der Anschluss, den das Programm braucht, ist belegt.', meaning: 'Das Programm konnte nicht starten.', todo: 'Beenden Sie das andere Programm, oder wählen Sie beim Start einen anderen Anschluss.' },
  'start/settings-invalid': { happened: 'Die Einstellungen sind nicht vollständig.', meaning: 'Das Programm konnte nicht starten.', todo: 'Berichtigen Sie die genannten Einstellungen.' },
} satisfies Readonly<Record<ErrorCode, ErrorSentences>>
