import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { grantsIn } from '../../../shared/actor.ts'
import type { ShownServiceCard } from '../../../shared/contract/service-cards.ts'
import { cardStateOn, isOut } from '../../../shared/domains/service-cards/card-steps.ts'
import type { ServiceCardId } from '../../../shared/ids.ts'
import { useCore, usePerson, useStatus } from '../../core-client/core-context.tsx'
import { ActionButton, Button } from '../../ui/button.tsx'
import { csvName, offerDownload } from '../../ui/download.ts'
import { SheetButton } from '../../ui/sheet-button.tsx'
import { LeftOut } from '../people/left-out.tsx'
import { useSecrecyRefusal } from '../people/use-secrets.ts'
import { csvOf } from './cards-csv.ts'
import { inParts, useCardCommand } from './mutations.ts'
import type { KnownCards } from './queries.ts'
import { RenewDialog } from './renew-dialog.tsx'
import { useSecretCards } from './secret-cards.ts'

interface Props {
  readonly known: KnownCards
  /** What is shown. */
  readonly found: readonly ShownServiceCard[]
  readonly picked: readonly ShownServiceCard[]
  readonly today: string
  readonly onDone: () => void
}

/** Printed at once. */
const MOST_ON_SHEET = 60

const idsOf = (cards: readonly ShownServiceCard[]): readonly ServiceCardId[] => cards.map(({ id }) => id)

/** What can be done with the cards that were chosen, each step with those it is for; and the list as a file. */
export function BatchBar({ known, found, picked, today, onDone }: Props): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const isOnline = useStatus()?.connection === 'online'
  const [isRenewing, setRenewing] = useState(false)
  const approve = useCardCommand('approve')
  const issue = useCardCommand('issue')
  const { approvable, issuable, renewable, printable } = useLists(picked)
  const run = async (cards: readonly ShownServiceCard[], step: (input: { cardIds: ServiceCardId[] }) => Promise<boolean>): Promise<void> => {
    if (await inParts(idsOf(cards), cardIds => step({ cardIds }))) onDone()
  }
  return (
    <>
      {approvable.length > 0 && <Button icon="check" isDisabled={approve.isRunning} onPress={() => void run(approvable, approve.run)}>{t('serviceCards.stepMany.approve', { count: approvable.length })}</Button>}
      {issuable.length > 0 && <ActionButton icon="pencil" refusal={isOnline ? undefined : t('serviceCards.issueOffline')} onPress={() => void run(issuable, issue.run)}>{t('serviceCards.stepMany.issue', { count: issuable.length })}</ActionButton>}
      {renewable.length > 0 && <Button icon="turn" onPress={() => setRenewing(true)}>{t('serviceCards.stepMany.renew', { count: renewable.length })}</Button>}
      {printable.length > 0 && (printable.length > MOST_ON_SHEET
        ? <ActionButton icon="print" refusal={t('serviceCards.tooManyOnSheet', { most: MOST_ON_SHEET })} onPress={() => undefined}>{t('serviceCards.stepMany.sheet', { count: printable.length })}</ActionButton>
        : <SheetButton label={t('serviceCards.stepMany.sheet', { count: printable.length })} title={t('serviceCards.sheetsTitle')} offline={t('serviceCards.sheetOffline')} ask={() => client['service-cards'].sheet({ cardIds: [...idsOf(printable)], form: 'sheet' })} />)}
      <CsvButton known={known} found={found} today={today} />
      {isRenewing && <RenewDialog known={known} cards={renewable} onDone={onDone} onClose={() => setRenewing(false)} />}
    </>
  )
}

/** Which of the chosen cards the person may take which step with. */
function useLists(picked: readonly ShownServiceCard[]): Readonly<Record<'approvable' | 'issuable' | 'renewable' | 'printable', readonly ShownServiceCard[]>> {
  const person = usePerson()
  return {
    approvable: picked.filter(({ scope, status, authors, photoId }) => status === 'requested' && photoId !== null && !authors.includes(person.personId) && grantsIn(person, ['lead', 'officer'], scope).length > 0),
    issuable: picked.filter(({ scope, status }) => status === 'approved' && grantsIn(person, ['lead'], scope).length > 0),
    renewable: picked.filter(card => isOut(card) && card.renewedById === null && grantsIn(person, ['clerk', 'lead'], card.scope).length > 0),
    printable: picked.filter(isOut),
  }
}

/** A file goes from hand to hand: whoever stands under secrecy is not in it. */
function CsvButton({ known, found, today }: Pick<Props, 'known' | 'found' | 'today'>): ReactElement {
  const { t } = useTranslation()
  const isSecret = useSecretCards(known.cards)
  const unknown = useSecrecyRefusal()
  const told = found.filter(card => !isSecret(card))
  const save = (): void => {
    const heads = (['familyName', 'givenName', 'organisation', 'unit', 'rank', 'duty', 'number', 'validFrom', 'validUntil', 'state'] as const).map(head => t(`serviceCards.${head}`))
    const text = csvOf(heads, told, {
      organisation: ({ organisationId }) => known.organisations.find(({ id }) => id === organisationId)?.name ?? '', state: card => t(`serviceCards.states.${cardStateOn(card, today)}`),
    })
    offerDownload(new Blob([text]), csvName([t('serviceCards.csvName'), today]))
  }
  return (
    <>
      <ActionButton icon="download" refusal={unknown ?? (told.length === 0 ? t('serviceCards.nothing') : undefined)} onPress={save}>{t('serviceCards.csv')}</ActionButton>
      {unknown === undefined && <LeftOut count={found.length - told.length} />}
    </>
  )
}
