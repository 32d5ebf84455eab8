import { Fragment, useEffect, useMemo, useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Colleague } from '../../../../shared/contract/around.ts'
import type { Comment } from '../../../../shared/domains/applications/work-tables.ts'
import type { ApplicationId, CommentId } from '../../../../shared/ids.ts'
import { usePerson } from '../../../core-client/core-context.tsx'
import { useDraft } from '../../../core-client/use-draft.tsx'
import { Button } from '../../../ui/button.tsx'
import { MentionArea } from '../../../ui/mention-area.tsx'
import { mentionsIn } from '../../../ui/mentions.ts'
import { PendingMark } from '../../../ui/pending-mark.tsx'
import { RelativeTime } from '../../../ui/time.tsx'
import { useApplicationCommand } from '../mutations.ts'
import { useAddComment, useSeeComments } from '../work-mutations.ts'
import type { Whole } from './case-actions.ts'

const SHOWN = 4

/** What colleagues say to each other about the case, and the field for a comment or for a note in the file. */
export function CommentsPanel({ whole, colleagues }: { readonly whole: Whole; readonly colleagues: readonly Colleague[] }): ReactElement {
  const { t } = useTranslation()
  const [withOlder, setWithOlder] = useState(false)
  const { comments, application } = whole
  const older = withOlder ? 0 : Math.max(0, comments.length - SHOWN)
  const isNew = useNewToMe(application.id, comments)
  return (
    <section className="panel" aria-labelledby="comments-title">
      <header className="panel__head"><h2 id="comments-title" className="panel__title">{t('work.comments.title')}</h2></header>
      {older > 0 && <Button kind="quiet" onPress={() => setWithOlder(true)}>{t('work.comments.older', { count: older })}</Button>}
      {comments.length > 0 && (
        <ol className="comments">
          {comments.slice(older).map(comment => <OneComment key={comment.id} comment={comment} isNew={isNew(comment.id)} colleagues={colleagues} />)}
        </ol>
      )}
      <CommentForm applicationId={application.id} colleagues={colleagues} />
    </section>
  )
}

interface OneProps {
  readonly comment: Comment
  readonly isNew: boolean
  readonly colleagues: readonly Colleague[]
}

function OneComment({ comment, isNew, colleagues }: OneProps): ReactElement {
  const { t } = useTranslation()
  return (
    <li className={isNew ? 'comment comment--new' : 'comment'}>
      <p className="comment__head">
        <strong>{comment.authorName}</strong>
        <span className="muted"><RelativeTime at={comment.at} /></span>
        {isNew && <span className="comment__mark">{t('work.comments.forYou')}</span>}
        {comment.version === 0 && <PendingMark />}
      </p>
      <p className="comment__text"><WithMentions text={comment.text} names={colleagues.map(({ name }) => name)} /></p>
    </li>
  )
}

/** The names of colleagues stand out. */
function WithMentions({ text, names }: { readonly text: string; readonly names: readonly string[] }): ReactElement {
  const pieces = text.split(/(@)/)
  return <>{pieces.map((piece, index) => {
    const name = pieces[index - 1] === '@' ? names.find(candidate => piece.startsWith(candidate)) : undefined
    if (piece === '@' && names.some(candidate => pieces[index + 1]?.startsWith(candidate))) return null
    // Pieces of one text never change places.
    return name ? <Fragment key={index}><span className="comment__mention">@{name}</span>{piece.slice(name.length)}</Fragment> : <Fragment key={index}>{piece}</Fragment>
  })}</>
}

function CommentForm({ applicationId, colleagues }: { readonly applicationId: ApplicationId; readonly colleagues: readonly Colleague[] }): ReactElement {
  const { t } = useTranslation()
  const { personId } = usePerson()
  const { draft: { note }, change } = useDraft(applicationId)
  const comment = useAddComment()
  const file = useApplicationCommand('note')
  const people = useMemo(
    () => colleagues.filter(other => other.personId !== personId).map(({ isLead, ...other }) => ({ ...other, note: isLead ? t('work.comments.lead') : undefined })),
    [colleagues, personId, t],
  )
  const text = note.trim()
  const isBusy = text === '' || comment.isRunning || file.isRunning
  const say = async (): Promise<void> => {
    if (isBusy) return
    if (await comment.run({ applicationId, text, mentions: mentionsIn(text, people).map(person => person.personId) })) change({ note: '' })
  }
  const keep = async (): Promise<void> => {
    if (!isBusy && await file.run({ applicationId, text })) change({ note: '' })
  }
  return (
    <form noValidate className="stack" onSubmit={event => { event.preventDefault(); void say() }}>
      <MentionArea
        label={t('work.comments.label')}
        hint={t('work.comments.hint')}
        name="comment"
        value={note}
        maxLength={4_000}
        people={people}
        listLabel={t('work.comments.suggestions')}
        onChange={value => change({ note: value })}
        onSubmit={() => void say()}
      />
      <div className="row row--end">
        <Button isDisabled={isBusy} onPress={() => void keep()}>{t('work.comments.note')}</Button>
        <Button type="submit" isDisabled={isBusy}>{t('work.comments.save')}</Button>
      </div>
    </form>
  )
}

/** Comments that mention the person are marked as read once they are on the screen; here they stay marked until the case is left. */
function useNewToMe(applicationId: ApplicationId, comments: readonly Comment[]): (id: CommentId) => boolean {
  const { personId } = usePerson()
  const see = useSeeComments()
  const told = useRef(new Set<CommentId>())
  useEffect(() => {
    const fresh = comments.filter(({ id, mentions, seenBy }) => mentions.includes(personId) && !seenBy.includes(personId) && !told.current.has(id))
    if (fresh.length === 0) return
    for (const { id } of fresh) told.current.add(id)
    see({ applicationId, commentIds: fresh.slice(0, MOST_AT_ONCE).map(({ id }) => id) })
  }, [applicationId, comments, personId, see])
  const unseen = new Set(comments.filter(({ mentions, seenBy }) => mentions.includes(personId) && !seenBy.includes(personId)).map(({ id }) => id))
  return id => unseen.has(id) || told.current.has(id)
}

const MOST_AT_ONCE = 50
