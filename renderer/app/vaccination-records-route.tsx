import type { ReactElement } from 'react'
import { RecordsPage } from '../domains/vaccinations/records/records-page.tsx'
import { PdfToolsContext } from '../ui/pdf-sheet.tsx'
import { PDF_TOOLS } from './pdf-tools.ts'

/** Documentations of vaccinations, with letters shown and printed as a case does it with its own. */
export const VaccinationRecordsRoute = (): ReactElement => <PdfToolsContext value={PDF_TOOLS}><RecordsPage /></PdfToolsContext>
