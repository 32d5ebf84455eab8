import { createWorker } from '../../service/delivery/worker.ts'
import { NO_FIT_CONNECT, type FitConnectSettings } from '../../service/fit-connect/fit-connect-settings.ts'
import { openFitConnect } from '../../service/fit-connect/open-fit-connect.ts'
import { createIntake } from '../../service/intake/intake.ts'
import { createMailboxKeys } from '../../service/intake/mailbox-keys.ts'
import { TOWN_ID } from '../../service/intake/testing.ts'
import { systemClock } from '../../service/clock.ts'
import { standardErrorLog } from '../../service/log.ts'
import { NO_SCANNER } from '../../service/scanning/scanner.ts'
import { openDatabase } from '../../service/store/database.ts'

// A process that takes in what the portal has and answers it: ready when it says so, and at work once it is told to.
const [databaseUrl = '', settings = '{}'] = process.argv.slice(2)
const database = await openDatabase(databaseUrl)
const log = { ...standardErrorLog(), info: () => undefined, warn: () => undefined }
const intake = createIntake({ database, townId: TOWN_ID, clock: systemClock, mailboxKeys: createMailboxKeys(database), scanner: NO_SCANNER })
const link = openFitConnect(
  { ...NO_FIT_CONNECT, ...(JSON.parse(settings) as Partial<FitConnectSettings>), fitConnectAskSeconds: 1 },
  { database, townId: TOWN_ID, townName: 'Stadt Tangerhütte', clock: systemClock, log, fetch, intake, scanner: NO_SCANNER, backoffMs: () => 30, keyBits: 2_048 },
)
if (!link) throw new Error('the town is linked')
const worker = createWorker({ database, townId: TOWN_ID, clock: systemClock, deliver: link.deliver, log, random: () => 0 })
process.stdout.write('ready\n')
process.stdin.once('data', () => {
  link.start()
  worker.start()
})
