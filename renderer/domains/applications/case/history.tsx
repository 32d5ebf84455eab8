import { useState, type ReactElement } from 'react'
import type * as z from 'zod'
import { useTranslation } from 'react-i18next'
import type { WholeCase } from '../../../../shared/contract/applications.ts'
import { Button } from '../../../ui/button.tsx'
import { ChoiceFilter } from '../../../ui/choice-filter.tsx'
import { formatPlainDay } from '../../../ui/format.ts'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import { PendingMark } from '../../../ui/pending-mark.tsx'
import { FullTime } from '../../../ui/time.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { storyText } from './handling-words.ts'
import { groupsIn, STORY_GROUPS, storyOf, type StoryGroup, type StoryLine } from './story.ts'

const ICONS: Readonly<Record<StoryLine['kind'], IconName>> = {
  received: 'inbox', captured: 'pencil', claimed: 'person', released: 'undo', proposed: 'scales', approved: 'checkCircle', returned: 'undo', rejected: 'crossCircle',
  noted: 'pencil', viewed: 'eye', sent: 'send', answered: 'mail', asked: 'pause', resumed: 'clock', extended: 'calendar',
  assigned: 'person', 'handed-over': 'send', 'followed-up': 'clock', tagged: 'pencil', 'task-added': 'pencil', 'task-done': 'check', 'task-reopened': 'undo', 'task-freed': 'undo',
  closed: 'crossCircle', reopened: 'undo', merged: 'people', unmerged: 'undo', linked: 'people', unlinked: 'undo', certified: 'checkCircle', 'file-added': 'file',
  'letter-provided': 'mail',
}

const SHOWN = 12

/** What happened on the case, the newest first; long stories are folded, and one may ask for some kinds of lines alone. */
export function History({ whole }: { readonly whole: z.infer<typeof WholeCase> }): ReactElement {
  const { t } = useTranslation()
  const [groups, setGroups] = useState<readonly StoryGroup[]>([])
  const [isWhole, setWhole] = useState(false)
  const story = storyOf(whole, groups)
  const folded = isWhole ? 0 : Math.max(0, story.length - SHOWN)
  return (
    <section className="panel" aria-labelledby="history-title">
      <header className="panel__head">
        <h2 id="history-title" className="panel__title">{t('history.title')}</h2>
        <ChoiceFilter
          label={t('work.story.filter')}
          items={groupsIn(whole).map(group => ({ id: group, name: t(`work.story.groups.${group}`) }))}
          selected={groups}
          onChange={ids => setGroups(STORY_GROUPS.filter(group => ids.includes(group)))}
        />
      </header>
      {story.length === 0 && <p className="muted">{t(groups.length > 0 ? 'work.story.nothing' : 'history.empty')}</p>}
      <ol className="story">
        {story.slice(0, story.length - folded).map(line => <Line key={line.id} line={line} channel={t(`channel.${whole.application.channel}`)} />)}
      </ol>
      {folded > 0 && <Button kind="quiet" onPress={() => setWhole(true)}>{t('work.story.all', { count: folded })}</Button>}
    </section>
  )
}

/** Lines whose sentence holds their text. */
const IN_SENTENCE: readonly StoryLine['kind'][] = ['sent', 'answered', 'assigned', 'handed-over']

function Line({ line, channel }: { readonly line: StoryLine; readonly channel: string }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const inSentence = IN_SENTENCE.includes(line.kind)
  const text = storyText(t, language, line)
  return (
    <li className="story__line">
      <span className="story__icon"><Icon name={ICONS[line.kind]} size={16} /></span>
      <div>
        <p>
          {t(`history.${line.kind}`, { name: line.name ?? t(line.kind === 'sent' ? 'history.system' : 'history.somebody'), channel, subject: line.text ?? '', until: line.until ? formatPlainDay(line.until, language) : '' })}
          {line.actingFor && <span className="muted"> ({t('history.actingFor', { name: line.actingFor })})</span>}
        </p>
        {text && !inSentence && <p className="story__text">{text}</p>}
        <p className="story__time"><FullTime at={line.at} />{line.isPending && <PendingMark />}</p>
      </div>
    </li>
  )
}
