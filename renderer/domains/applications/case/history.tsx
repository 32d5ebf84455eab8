import { useState, type ReactElement } from 'react'
import type * as z from 'zod'
import { useTranslation } from 'react-i18next'
import type { WholeCase } from '../../../../shared/contract/applications.ts'
import { Button } from '../../../ui/button.tsx'
import { formatPlainDay } from '../../../ui/format.ts'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import { PendingMark } from '../../../ui/pending-mark.tsx'
import { FullTime } from '../../../ui/time.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { storyOf, type StoryLine } from './story.ts'

const ICONS: Readonly<Record<StoryLine['kind'], IconName>> = {
  received: 'inbox', captured: 'pencil', claimed: 'person', released: 'undo', proposed: 'scales', approved: 'checkCircle', returned: 'undo', rejected: 'crossCircle',
  noted: 'pencil', viewed: 'eye', sent: 'send', answered: 'mail', asked: 'pause', resumed: 'clock', extended: 'calendar',
  assigned: 'person', 'handed-over': 'send', 'followed-up': 'clock', tagged: 'pencil', 'task-added': 'pencil', 'task-done': 'check', 'task-reopened': 'undo',
  closed: 'crossCircle', reopened: 'undo', merged: 'people', unmerged: 'undo', linked: 'people', unlinked: 'undo', certified: 'checkCircle', 'file-added': 'file',
  'letter-provided': 'mail',
}

/** What happened on the case, the newest first. */
export function History({ whole }: { readonly whole: z.infer<typeof WholeCase> }): ReactElement {
  const { t } = useTranslation()
  const [withViews, setWithViews] = useState(false)
  const hasViews = whole.events.some(({ kind }) => kind === 'viewed')
  const story = storyOf(whole, withViews)
  return (
    <section className="panel" aria-labelledby="history-title">
      <header className="panel__head">
        <h2 id="history-title" className="panel__title">{t('history.title')}</h2>
        {hasViews && !withViews && <Button kind="quiet" onPress={() => setWithViews(true)}>{t('history.showViews')}</Button>}
      </header>
      {story.length === 0 && <p className="muted">{t('history.empty')}</p>}
      <ol className="story">
        {story.map(line => <Line key={line.id} line={line} channel={t(`channel.${whole.application.channel}`)} />)}
      </ol>
    </section>
  )
}

function Line({ line, channel }: { readonly line: StoryLine; readonly channel: string }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const inSentence = line.kind === 'sent' || line.kind === 'answered'
  return (
    <li className="story__line">
      <span className="story__icon"><Icon name={ICONS[line.kind]} size={16} /></span>
      <div>
        <p>{t(`history.${line.kind}`, { name: line.name ?? t(line.kind === 'sent' ? 'history.system' : 'history.somebody'), channel, subject: line.text ?? '', until: line.until ? formatPlainDay(line.until, language) : '' })}</p>
        {line.text && !inSentence && <p className="story__text">{line.text}</p>}
        <p className="story__time"><FullTime at={line.at} />{line.isPending && <PendingMark />}</p>
      </div>
    </li>
  )
}
