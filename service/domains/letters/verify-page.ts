import type { Kysely } from 'kysely'
import type { TownId } from '../../../shared/ids.ts'
import { writtenDay } from '../../../shared/domains/letters/letter-for.ts'
import { html } from '../../portal/html.ts'
import { page, type Frame } from '../../portal/layout.ts'
import type { Schema } from '../../store/schema.ts'
import type { LettersTable } from './tables.ts'
import { printedCode, typedCode } from './verification-code.ts'

/** What is told of a letter: nothing that points to a person. */
export type GenuineLetter = Pick<LettersTable, 'code' | 'authority' | 'dated' | 'sha256'>

export async function genuineLetter(db: Kysely<Schema>, townId: TownId, typed: string): Promise<GenuineLetter | undefined> {
  return db
    .selectFrom('letters')
    .select(['code', 'authority', 'dated', 'sha256'])
    .where('town_id', '=', townId)
    .where('code', '=', typedCode(typed))
    .executeTakeFirst()
}

const TEXTS = {
  de: {
    title: 'Echtheit eines Schreibens', genuine: 'Dieses Schreiben gibt es.',
    compare: 'Stimmen Behörde und Datum mit Ihrem Schreiben überein, ist es von uns. Haben Sie es als Datei, können Sie auch deren Prüfsumme vergleichen.',
    authority: 'Behörde', date: 'Datum', code: 'Prüfnummer', hash: 'Prüfsumme der Datei (SHA-256)',
    unknownTitle: 'Dieses Schreiben kennen wir nicht', unknown: 'Bitte prüfen Sie die Prüfnummer auf dem Schreiben. Stimmt sie und bleibt es dabei, fragen Sie uns, bevor Sie etwas bezahlen.',
  },
  en: {
    title: 'Is this letter genuine?', genuine: 'This letter exists.',
    compare: 'If authority and date are those of your letter, it is ours. If you have it as a file, you can compare its checksum, too.',
    authority: 'Authority', date: 'Date', code: 'Verification number', hash: 'Checksum of the file (SHA-256)',
    unknownTitle: 'We do not know this letter', unknown: 'Please check the verification number on the letter. If it is right and this does not change, ask us before you pay anything.',
  },
} as const

/** Says that a letter exists, or that none does under this number. */
export function verifyPage(frame: Frame, letter: GenuineLetter | undefined): string {
  const texts = TEXTS[frame.language]
  if (!letter) return page(frame, texts.unknownTitle, html`<p>${texts.unknown}</p>`)
  return page(
    frame,
    texts.title,
    html`<p class="good" role="status"><strong>${texts.genuine}</strong></p>
<dl><dt>${texts.authority}</dt><dd>${letter.authority}</dd>
<dt>${texts.date}</dt><dd>${frame.language === 'de' ? writtenDay(letter.dated) : letter.dated}</dd>
<dt>${texts.code}</dt><dd>${printedCode(letter.code)}</dd>
<dt>${texts.hash}</dt><dd class="code">${letter.sha256}</dd></dl>
<p>${texts.compare}</p>`,
  )
}
