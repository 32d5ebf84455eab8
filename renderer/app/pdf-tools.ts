import { bytesOfBase64 } from '../domains/applications/case/letter/bytes.ts'
import { printPdf } from '../domains/applications/case/letter/print-pdf.ts'
import { PdfView } from '../domains/applications/case/pdf-view.tsx'
import type { PdfTools } from '../ui/pdf-sheet.tsx'

/** PDFs are shown and printed as a case does it with its letters. */
export const PDF_TOOLS: PdfTools = { PdfView, print: printPdf, bytesOf: bytesOfBase64 }
