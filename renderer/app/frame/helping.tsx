import { useNavigate, useRouterState } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { usePerson } from '../../core-client/core-context.tsx'
import { DiagnosisDialog } from '../../domains/help/diagnosis/diagnosis-dialog.tsx'
import { HelpPanel } from '../../domains/help/help-panel.tsx'
import { helpAt } from '../../domains/help/screens.ts'
import { TourCard } from '../../domains/help/tour/tour-card.tsx'
import { useTour } from '../../domains/help/tour/use-tour.ts'
import { worksOnCases } from '../pages.ts'
import type { FrameState } from './use-frame.ts'

/** What helps on every screen: the page of help for it, the tour of the first day, and the diagnosis for the administrator. */
export function Helping({ frame }: { readonly frame: FrameState }): ReactElement {
  const pathname = useRouterState({ select: ({ location }) => location.pathname })
  const navigate = useNavigate()
  const tour = useTour()
  const startTour = (): void => {
    frame.close()
    tour.start()
  }
  const openScreen = (screen: 'applications' | 'day' | 'capture'): void =>
    void (screen === 'applications' ? navigate({ to: '/applications', search: { view: 'all' } }) : navigate({ to: '/$page', params: { page: screen } }))
  return (
    <>
      {frame.open === 'help' && (
        <HelpPanel screen={helpAt(pathname)} onClose={frame.close} onShortcuts={() => frame.show('shortcuts')} onTour={startTour} onDiagnosis={() => frame.show('diagnosis')} />
      )}
      <TourCard worksOnCases={worksOnCases(usePerson())} onOpen={openScreen} />
      {frame.open === 'diagnosis' && <DiagnosisDialog onClose={frame.close} />}
    </>
  )
}
