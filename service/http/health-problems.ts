import type { Bilingual } from '../../shared/json.ts'
import type { HealthProblem } from './health.ts'

/** What is wrong and what to do about it. Grave is what wants somebody today. */
export const PROBLEMS: Readonly<Record<HealthProblem, Bilingual & { readonly isGrave: boolean }>> = {
  'audit-tampered': {
    isGrave: true,
    de: 'Das Protokoll wurde verändert. Lassen Sie die Datenbank nicht weiter benutzen und holen Sie Datenschutz und IT-Sicherheit.',
    en: 'The audit log was altered. Stop using the database and call data protection and security.',
  },
  'certificate-expired': {
    isGrave: true,
    de: 'Das Zertifikat ist abgelaufen, kein Arbeitsplatz kommt mehr herein. Legen Sie ein neues an seine Stelle (TLS_CERT_FILE); der Dienst nimmt es innerhalb einer Minute.',
    en: 'The certificate has expired and no desk gets in. Put a new one into its place (TLS_CERT_FILE); the service takes it within a minute.',
  },
  'clock-differs': {
    isGrave: true,
    de: 'Die Uhr dieses Rechners und die der Datenbank gehen um über eine Minute auseinander. Stellen Sie sie: timedatectl set-ntp true',
    en: 'The clocks of this machine and of the database differ by more than a minute. Set them: timedatectl set-ntp true',
  },
  'disk-full': {
    isGrave: true,
    de: 'Eine Platte ist fast voll (unter 0,5 GB; welche, sagt rathaus-service check). Schaffen Sie jetzt Platz, zum Beispiel mit apt-get clean, sonst wird bald nichts mehr gespeichert.',
    en: 'A disk is all but full (below 0.5 GB; rathaus-service check says which). Make room now, for example by apt-get clean, or soon nothing will be saved.',
  },
  'backup-old': {
    isGrave: true,
    de: 'Seit über zwei Tagen ist keine Sicherung gelungen. Sehen Sie nach (systemctl status rathaus-service-backup) oder machen Sie jetzt eine: rathaus-service backup',
    en: 'No backup has succeeded for more than two days. Look (systemctl status rathaus-service-backup) or make one now: rathaus-service backup',
  },
  'backup-failed': {
    isGrave: false,
    de: 'Die letzte Sicherung ist gescheitert. Den Grund nennt rathaus-service log; unten steht, wann die letzte gelungen ist.',
    en: 'The last backup has failed. rathaus-service log says why; when the last one succeeded stands below.',
  },
  'rehearsal-failed': {
    isGrave: false,
    de: 'Die letzte Probe einer Sicherung ist nicht gelungen. Proben Sie noch einmal, auch eine andere: rathaus-service restore --dry-run',
    en: 'The last rehearsal of a backup did not succeed. Rehearse again, another one too: rathaus-service restore --dry-run',
  },
  'certificate-refused': {
    isGrave: false,
    de: 'Ein neues Zertifikat liegt da, passt aber nicht; das bisherige gilt weiter. Was nicht passt, sagt: rathaus-service check',
    en: 'A new certificate is there and does not fit; the former one goes on. What does not fit is told by: rathaus-service check',
  },
  'certificate-expiring': {
    isGrave: false,
    de: 'Das Zertifikat läuft in weniger als 30 Tagen ab. Beantragen Sie ein neues und legen Sie es an die Stelle des alten (TLS_CERT_FILE); ein Neustart ist nicht nötig.',
    en: 'The certificate expires in less than 30 days. Apply for a new one and put it into the place of the old one (TLS_CERT_FILE); no restart is needed.',
  },
  'disk-nearly-full': {
    isGrave: false,
    de: 'Auf einer Platte sind unter 5 GB frei; welche, sagt rathaus-service check. Schaffen Sie Platz, oder geben Sie ihr mehr.',
    en: 'Less than 5 GB are free on a disk; rathaus-service check says which. Make room, or give it more.',
  },
  'restored': {
    isGrave: false,
    de: 'Die Datenbank wurde in den letzten 14 Tagen aus einer Sicherung zurückgeholt. Was seit der Sicherung geschah, gilt nicht mehr: Schneiden Sie gestohlene Rechner noch einmal ab, tragen Sie ein, wer gegangen ist und wem Rechte genommen wurden, und löschen Sie noch einmal, was gelöscht war. Von wann sie war, steht im Protokoll.',
    en: 'The database was brought back from a backup within the last 14 days. What was done since the backup no longer holds: cut off stolen computers again, enter who has left and who lost rights, and delete again what was deleted. The audit log says of when it was.',
  },
  'program-replaced': {
    isGrave: false,
    de: 'Auf der Platte liegt eine andere Fassung des Programms als die, die läuft. Starten Sie den Dienst neu: systemctl restart rathaus-service',
    en: 'The program on the disk is another version than the one that runs. Restart the service: systemctl restart rathaus-service',
  },
  'audit-not-verified': {
    isGrave: false,
    de: 'Das Protokoll wurde seit zwei Tagen nicht geprüft. Das Protokoll des Dienstes nennt den Grund (rathaus-service log).',
    en: 'The audit log has not been verified for two days. The service’s log says why (rathaus-service log).',
  },
  'maintenance-failed': {
    isGrave: false,
    de: 'Eine wiederkehrende Aufgabe ist fehlgeschlagen. Das Protokoll des Dienstes nennt sie (rathaus-service log).',
    en: 'A recurring task has failed. The service’s log names it (rathaus-service log).',
  },
  'deliveries-waiting': {
    isGrave: false,
    de: 'E-Mails warten seit über einer Stunde. Prüfen Sie den Mailserver (SMTP_URL): rathaus-service check',
    en: 'E-mails have been waiting for more than an hour. Check the mail server (SMTP_URL): rathaus-service check',
  },
  'deliveries-failed': {
    isGrave: false,
    de: 'E-Mails konnten nicht zugestellt werden. Das Protokoll des Dienstes nennt ihre Kennungen.',
    en: 'E-mails could not be delivered. The service’s log names their ids.',
  },
}
