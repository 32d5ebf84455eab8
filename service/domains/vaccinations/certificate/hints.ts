import type { Both } from './words.ts'

export interface Hint {
  readonly title: Both
  readonly text: Both
}

/**
 * What § 22 Abs. 3 IfSG wants pointed out: how to behave at unusual reactions, what may be claimed after harm, and where.
 * Which authority of social compensation that is differs from state to state.
 */
export const hintsWith = (claimsOffice: string): readonly Hint[] => [
  {
    title: { de: 'Ungewöhnliche Reaktionen.', en: '' },
    text: {
      de: 'Rötung, Schwellung, Schmerzen an der Einstichstelle, Müdigkeit oder leichtes Fieber vergehen meist nach ein bis drei Tagen. Halten Beschwerden länger an oder sind sie stärker, wenden Sie sich an Ihre Ärztin oder Ihren Arzt und zeigen Sie dieses Blatt. Bei Atemnot, Schwellungen im Gesicht, Ohnmacht oder Krampfanfällen rufen Sie sofort den Notruf 112.',
      en: 'Redness, swelling, pain, tiredness or a slight fever mostly pass within one to three days. If symptoms are stronger or last longer, see a doctor and show this sheet. With difficulty in breathing, a swollen face, fainting or seizures call 112 at once.',
    },
  },
  {
    title: { de: 'Ansprüche.', en: '' },
    text: {
      de: 'Wer durch eine Schutzimpfung eine gesundheitliche Schädigung erleidet, die über das übliche Ausmaß einer Impfreaktion hinausgeht, kann Ansprüche nach dem Sozialen Entschädigungsrecht haben (§ 24 SGB XIV).',
      en: 'Whoever is harmed by a vaccination beyond the usual reaction may be entitled to social compensation (section 24 of Book XIV of the German Social Code).',
    },
  },
  {
    title: { de: 'Wo sie geltend zu machen sind.', en: '' },
    text: {
      de: `${claimsOffice} Auskunft gibt auch das Gesundheitsamt, dem Ihre Ärztin oder Ihr Arzt einen Verdacht meldet.`,
      en: 'Claims are made at the authority named above; the public health office gives information, too.',
    },
  },
]
