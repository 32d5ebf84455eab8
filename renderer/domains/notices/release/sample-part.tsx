import { useEffect, useEffectEvent, useId, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoticeId, NoticeRunId } from '../../../../shared/ids.ts'
import { ActionButton } from '../../../ui/button.tsx'
import { useSample } from '../queries.ts'
import { LetterButton } from '../run/letter-button.tsx'
import { NoticeFacts } from '../run/notice-facts.tsx'

interface Props {
  readonly runId: NoticeRunId
  readonly looked: readonly NoticeId[]
  readonly onLook: (noticeId: NoticeId) => void
}

/** Whoever prepared the run must not know which ones are drawn. */
const newSeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0

/** Some notices of a run, one after the other: the extremes, and others by chance. */
export function SamplePart({ runId, looked, onLook }: Props): ReactElement {
  const { t } = useTranslation()
  const headingId = useId()
  const [seed] = useState(newSeed)
  const [place, setPlace] = useState(0)
  const sample = useSample(runId, seed)
  const shown = sample?.[place]
  const look = useEffectEvent(onLook)
  const shownId = shown?.notice.id
  useEffect(() => { if (shownId) look(shownId) }, [shownId])
  if (!sample) return <p className="muted">{t('common.loading')}</p>
  const count = sample.length
  return (
    <section className="notice-sample" aria-labelledby={headingId}>
      <div className="notice-sample__head">
        <h3 id={headingId} className="notice-view__heading">{t('notices.sample.title')}</h3>
        <span className="muted">{t('notices.sample.looked', { looked: looked.length, count })}</span>
        <span className="row notice-sample__ways">
          <ActionButton icon="left" refusal={place === 0 ? t('notices.sample.isFirst') : undefined} onPress={() => setPlace(place - 1)}>{t('notices.sample.before')}</ActionButton>
          <ActionButton icon="right" refusal={place >= count - 1 ? t('notices.sample.isLast') : undefined} onPress={() => setPlace(place + 1)}>{t('notices.sample.next')}</ActionButton>
        </span>
      </div>
      {shown && (
        <div className="notice-sample__one" aria-live="polite">
          <p className="muted">{t('notices.sample.place', { place: place + 1, count, number: shown.notice.number })} · {shown.reasons.map(reason => t(`notices.sample.reasons.${reason}`)).join(', ')}</p>
          <NoticeFacts content={shown.notice.content} />
          <LetterButton notice={shown.notice} />
        </div>
      )}
    </section>
  )
}
