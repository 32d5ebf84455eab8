import { serve } from '../../../cache/worker-side.ts'
import type { ImportRequest } from './import-request.ts'
import { createTableDesk } from './table-desk.ts'

const desk = createTableDesk()

serve<ImportRequest>('reader', (_, request) => desk.answer(request))
