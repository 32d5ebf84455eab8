import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../../ui/use-language.ts'
import type { Wording } from '../../../../shared/domains/alerts/content.ts'
import { broadcastLength, requestedText } from '../../../../shared/domains/alerts/county-request.ts'
import { MOST_PARTS, MOST_SHORT } from '../../../../shared/domains/alerts/problems.ts'
import { inDefaultAlphabet, MOST_BROADCAST, mobileLength, smsParts, type ForeignCharacter } from '../../../../shared/formats/gsm.ts'
import { Button } from '../../../ui/button.tsx'

interface ShortProps {
  readonly text: string
  /** The same as it is sent, with what stands before it. */
  readonly sent: string
  readonly hasSms: boolean
  readonly onChange: (text: string) => void
}

/** One SMS alone holds more than each of several. */
const ALONE = { 'gsm-7': 160, 'ucs-2': 70 } as const
const EACH = { 'gsm-7': 153, 'ucs-2': 67 } as const

/** How long the short text is as an SMS, and which signs make it shorter than it need be. */
export function ShortLength({ text, sent, hasSms, onChange }: ShortProps): ReactElement {
  const { t } = useTranslation()
  const signs = Array.from(text).length
  if (!hasSms) return <p className={signs > MOST_SHORT ? 'alert-length late' : 'alert-length'}>{t('alerts.length', { count: signs, most: MOST_SHORT })}</p>
  const { encoding, units, foreign } = mobileLength(sent)
  const parts = smsParts(sent)
  const before = sent.slice(0, -text.trim().normalize('NFC').length || sent.length).trim()
  const most = parts === 1 ? ALONE[encoding] : parts * EACH[encoding]
  return (
    <>
      <p className={parts > MOST_PARTS ? 'alert-length late' : 'alert-length'}>{t('alerts.lengthSms', { count: parts, units, most })}{before !== '' && t('alerts.lengthBefore', { before })}</p>
      <Foreign foreign={foreign} limits={{ long: ALONE['gsm-7'], brief: ALONE['ucs-2'] }} onReplace={() => onChange(inDefaultAlphabet(text))} />
    </>
  )
}

interface BroadcastProps {
  readonly wordings: readonly Wording[]
  readonly onChange: (wordings: Wording[]) => void
}

/** How long the German words are as a cell broadcast, which the county sends: all of them together. */
export function BroadcastLength({ wordings, onChange }: BroadcastProps): ReactElement | null {
  const { t } = useTranslation()
  const german = wordings.find(({ language }) => language === 'de')
  if (!german) return null
  const { units, most, isTooLong, foreign } = broadcastLength(requestedText({ wordings: [german] }))
  const replaced: Wording = { ...german, headline: inDefaultAlphabet(german.headline), text: inDefaultAlphabet(german.text), instruction: inDefaultAlphabet(german.instruction) }
  return (
    <div>
      <p className={isTooLong ? 'alert-length soon' : 'alert-length'}>{t('alerts.lengthBroadcast', { count: units, most })}</p>
      <Foreign
        foreign={foreign} limits={{ long: MOST_BROADCAST['gsm-7'], brief: MOST_BROADCAST['ucs-2'] }}
        onReplace={() => onChange(wordings.map(wording => (wording === german ? replaced : wording)))}
      />
    </div>
  )
}

interface ForeignProps {
  readonly foreign: readonly ForeignCharacter[]
  readonly limits: { readonly long: number; readonly brief: number }
  readonly onReplace: () => void
}

function Foreign({ foreign, limits, onReplace }: ForeignProps): ReactElement | null {
  const { t } = useTranslation()
  const list = new Intl.ListFormat(useLanguage(), { type: 'conjunction' })
  if (foreign.length === 0) return null
  const quoted = (signs: readonly ForeignCharacter[]): string => list.format(signs.map(({ character }) => t('alerts.sign', { sign: shown(character) })))
  const fixed = foreign.filter(({ replacement }) => replacement === null)
  return (
    <div className="alert-advice">
      <p>{t('alerts.foreign', { count: foreign.length, signs: quoted(foreign), long: limits.long, brief: limits.brief })}</p>
      {fixed.length > 0 && <p>{t('alerts.foreignFixed', { count: fixed.length, signs: quoted(fixed) })}</p>}
      {fixed.length < foreign.length && <Button kind="secondary" onPress={onReplace}>{t('alerts.replaceAll')}</Button>}
    </div>
  )
}

/** Signs that nobody can see are named by their number. */
const shown = (character: string): string => (/[\p{C}\p{Z}]/u.test(character) ? `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}` : character)
