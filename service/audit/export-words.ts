import { actionWords } from '../../shared/domains/audit/action-words.ts'
import { recordWords } from '../../shared/domains/audit/record-words.ts'
import type { TableCell } from '../../shared/formats/csv.ts'
import type { Instant } from '../../shared/time.ts'
import type { AuditEntry, AuditExportQuery } from '../../shared/wire/audit.ts'
import { momentIn } from '../delivery/when.ts'
import type { AuditReader } from './reader.ts'

/** What an export says of itself: as of `head`, so that all files of it have the same entries. */
export interface ExportFacts {
  readonly reader: AuditReader
  readonly query: AuditExportQuery
  readonly head: { readonly entries: number; readonly hash: string }
  readonly count: number
  readonly townName: string
  readonly now: Instant
}

export const CSV_HEADS = ['Nummer', 'Zeitpunkt', 'Zeitpunkt (UTC)', 'Wer', 'Was', 'Kennung', 'Worauf', 'Zweck', 'Geändert', 'Prüfsumme'] as const

/** One entry as a line to be read. */
export const csvCells = ({ position, at, personName, action, subject, purpose, records }: AuditEntry, hash: string): readonly TableCell[] => [
  position, momentIn('de', at), at, personName ?? 'Dienst oder Bürgerin/Bürger', actionWords(action)?.de ?? action, action, subject, purpose,
  records.map(({ table, count }) => `${count} × ${recordWords(table).de}`).join(', ') || null, hash,
]

/** What is in the ZIP and how it is checked without any program of ours. */
export const readMe = ({ query, head, count, townName, now, reader }: ExportFacts, kid: string): string => `Auszug aus dem Protokoll von Rathaus Desk
${townName}

Erstellt: ${momentIn('de', now)} (${now}) von ${reader.actor.name}
Grund: ${query.reason}
Zeitraum: ${query.from} bis ${query.to}
Wer: ${query.who || 'alle'}
Worauf: ${query.record || 'alles'}
Aktionen: ${query.actions.length > 0 ? query.actions.join(', ') : 'alle'}
Teil: ${query.part === 'health' ? 'Gesundheitsdaten' : 'alles außer Gesundheitsdaten'}
Einträge in diesem Auszug: ${count}
Stand des ganzen Protokolls: ${head.entries} Einträge, Prüfsumme des letzten ${head.hash || '(keine)'}

DATEIEN
eintraege.jsonl   je Zeile ein Eintrag: number (Nummer), position, previous (Prüfsumme davor),
                  hash (Prüfsumme), entry (der Text, der geprüft wird, Wort für Wort)
eintraege.csv     dieselben Einträge zum Lesen, für Excel und LibreOffice
schluessel.pem    öffentlicher Schlüssel der Stadt (Ed25519, Kennung ${kid})
SHA256SUMS        Prüfsummen der Dateien
SHA256SUMS.sig    Unterschrift der Stadt darunter

PRÜFEN (Linux, macOS oder WSL; nichts davon ist von uns)
1. Sind die Dateien unverändert?
     sha256sum -c SHA256SUMS
2. Sind sie von der Stadt? (OpenSSL ab 3.0)
     openssl pkeyutl -verify -pubin -inkey schluessel.pem -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig
   Vergleichen Sie schluessel.pem mit einem früheren Auszug oder fragen Sie die Stadt.
   Sie unterschreibt jedes Jahr mit einem neuen Schlüssel.
3. Stimmt ein Eintrag? Seine Prüfsumme ist SHA-256 über
     previous, Zeilenvorschub, number, Zeilenvorschub, position, Zeilenvorschub, entry
   Für alle Einträge:
     jq -j '[.previous, (.number|tostring), (.position|tostring), .entry] | join("\\n") + "\\u0000"' eintraege.jsonl |
       while IFS= read -r -d '' text; do printf '%s' "$text" | sha256sum | cut -d' ' -f1; done > berechnet.txt
     jq -r .hash eintraege.jsonl | diff - berechnet.txt && echo "Alle Einträge stimmen."
4. Fehlt einer? Wo zwei Einträge aufeinander folgen (number um 1 größer), ist previous des
   späteren die Prüfsumme des früheren. In einem Auszug nach Zeit, Person, Vorgang oder Aktion
   fehlen mit Absicht Nummern, und Einträge zu Gesundheitsdaten stehen in einem eigenen Auszug;
   lückenlos sind beide zusammen über die ganze Zeit, auch in mehreren Zeiträumen nacheinander.
5. Wurde das ganze Protokoll neu geschrieben? Das zeigt nur ein Anker: der Stand, der jede
   Nacht an eine andere Stelle geht. Wo number gleich der Zahl der Einträge im Anker ist,
   muss hash gleich der Prüfsumme im Anker sein.
`
