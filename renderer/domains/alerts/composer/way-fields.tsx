import type { ReactElement } from 'react'
import { Checkbox, CheckboxGroup, FieldError, Label } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { CHANNELS, type Channel } from '../../../../shared/domains/alerts/content.ts'
import type { Alert } from '../../../../shared/domains/alerts/tables.ts'
import type { Audience } from '../../../../shared/wire/alerts.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { formatNumber, formatRelative } from '../../../ui/format.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { listed } from '../in-words.ts'
import { COUNTED_CHANNELS, reachOf, waysOf } from '../release/reach.ts'
import { fieldId } from './composer-problems.ts'
import type { Composing } from './composing.ts'
import { useKnownAudience, type KnownAudience } from './use-audience.ts'

/** By which ways it goes out, and how many each reaches. */
export function WayFields({ alert, content, topic, change, errorAt }: Composing): ReactElement {
  const { t } = useTranslation()
  const offered = CHANNELS.filter(channel => topic?.channels.includes(channel) || content.channels.includes(channel))
  const known = useKnownAudience({ topicId: content.topicId, mode: alert.mode, areas: content.areas, channels: offered, earlier: alert.earlier.map(({ alertId }) => alertId) })
  const choose = (chosen: readonly string[]): void => change({ channels: CHANNELS.filter(channel => chosen.includes(channel)) })
  return (
    <section className="panel" aria-labelledby="alert-ways">
      <h2 id="alert-ways" className="panel__title">{t('alerts.ways')}</h2>
      <CheckboxGroup id={fieldId('channels')} className="field" validationBehavior="aria" isInvalid={errorAt('channels') !== undefined} value={[...content.channels]} onChange={choose}>
        <Label className="sr-only">{t('alerts.ways')}</Label>
        <div className="alert-ways">
          {offered.map(channel => (
            <Checkbox key={channel} value={channel} className="segment alert-way">
              {({ isSelected }) => (
                <>
                  <span className={isSelected ? 'tick tick--on' : 'tick'} aria-hidden="true">{isSelected && <Icon name="check" size={14} />}</span>
                  <span className="alert-way__name">{t(`alertBoard.ways.${channel}`)}</span>
                  <span className="alert-way__count"><Count channel={channel} known={known} /></span>
                </>
              )}
            </Checkbox>
          ))}
        </div>
        <FieldError className="field__hint field__hint--error">{errorAt('channels')}</FieldError>
      </CheckboxGroup>
      {known && <Together mode={alert.mode} channels={content.channels} audience={known.audience} />}
      <Age known={known} />
    </section>
  )
}

function Count({ channel, known }: { readonly channel: Channel; readonly known: KnownAudience | undefined }): string {
  const { t } = useTranslation()
  const language = useLanguage()
  if (known?.audience.away.includes(channel)) return t('alerts.away')
  if (!COUNTED_CHANNELS.includes(channel)) return t('alerts.forAll')
  if (!known) return t('alerts.notKnown')
  const ways = known.audience.ways.filter(way => way.channel === channel)
  const people = (of: 'de' | 'en'): number => ways.filter(way => way.language === of).reduce((sum, way) => sum + way.people, 0)
  const [all, english] = [people('de') + people('en'), people('en')]
  const count = t('alerts.people', { count: all })
  return english > 0 ? t('alerts.ofThemEnglish', { count, english: formatNumber(english, language) }) : count
}

interface TogetherProps {
  readonly mode: Alert['mode']
  readonly channels: readonly Channel[]
  readonly audience: Audience
}

/** How many they are over all chosen ways and from where, and which ways carry nothing. */
function Together({ mode, channels, audience }: TogetherProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const reach = reachOf({ ...audience, ways: audience.ways.filter(({ channel }) => channels.includes(channel)) }, mode)
  const { away } = waysOf(channels, audience)
  return (
    <>
      {reach.kind === 'upTo' && <p>{t('alerts.together', { people: t('alertRelease.people.upTo', { count: reach.count }) })} <span className="muted">{t('alertRelease.countedTwice')}</span></p>}
      {away.length > 0 && <p className="soon"><Icon name="cloudWait" size={16} />{t('alertRelease.away', { ways: listed(away.map(channel => t(`alertBoard.ways.${channel}`)), language) })}</p>}
      {audience.localities.length > 0 && (
        <details>
          <summary>{t('alerts.byPlace')}</summary>
          <ul className="alert-way__places">
            {audience.localities.map(({ name, people }) => <li key={name}><span>{name || t('alerts.allPlaces')}</span><span>{formatNumber(people, language)}</span></li>)}
          </ul>
        </details>
      )}
    </>
  )
}

const OLD_MS = 120_000

/** Told once the figures are no longer of now. */
function Age({ known }: { readonly known: KnownAudience | undefined }): ReactElement | null {
  const { t } = useTranslation()
  const language = useLanguage()
  const nowMs = useNow()
  if (!known) return <p className="muted">{t('alerts.countUnknown')}</p>
  if (nowMs - known.atMs < OLD_MS) return null
  return <p className="soon"><Icon name="clock" size={16} />{t('alerts.countedAt', { when: formatRelative(instantFromMs(known.atMs), nowMs, language) })}</p>
}
