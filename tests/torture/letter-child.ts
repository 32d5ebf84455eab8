import { createTypesetter } from '../../service/domains/letters/typesetter.ts'
import { openNoticePost } from '../../service/domains/notices/open-notices.ts'
import { createPreflighter } from '../../service/domains/notices/preflight/preflighter.ts'
import { NO_PRINT_CENTRE, type PrintCentreSettings } from '../../service/domains/notices/print-centre/print-centre-settings.ts'
import { systemClock } from '../../service/clock.ts'
import { standardErrorLog } from '../../service/log.ts'
import { openDatabase } from '../../service/store/database.ts'
import { TEST_TOWN } from '../../service/store/testing.ts'

// A process that checks and sends: ready when it says so, and at work once it is told to.
const [databaseUrl = '', printCentre = '{}'] = process.argv.slice(2)
const database = await openDatabase(databaseUrl)
const log = { ...standardErrorLog(), warn: () => undefined }
const finishing = { typesetter: createTypesetter({ log }), preflighter: createPreflighter() }
const post = openNoticePost({
  database, townId: TEST_TOWN, clock: systemClock, log, fetch, finishing, heldForMs: 700, backoffMs: () => 30,
  settings: { ...NO_PRINT_CENTRE, ...(JSON.parse(printCentre) as Partial<PrintCentreSettings>), printCentreLettersPerCall: 3, printCentreAskSeconds: 1 },
})
process.stdout.write('ready\n')
process.stdin.once('data', () => post.start())
