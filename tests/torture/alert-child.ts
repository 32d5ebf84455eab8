import { writeSync } from 'node:fs'
import { systemClock } from '../../service/clock.ts'
import { openAlertChannel } from '../../service/domains/alerts/ways/open-channel.ts'
import { NO_WAYS } from '../../service/domains/alerts/ways/way-settings.ts'
import { standardErrorLog } from '../../service/log.ts'
import { openDatabase } from '../../service/store/database.ts'
import { TEST_TOWN } from '../../service/store/testing.ts'

// All of the service that sends messages to the public, until it is killed or its standard input ends. Begins when it is told to.
const [, , databaseUrl = '', smtpUrl = ''] = process.argv
const channel = await openAlertChannel({
  database: await openDatabase(databaseUrl), townId: TEST_TOWN, clock: systemClock, log: standardErrorLog(), fetch, settings: NO_WAYS, smtpUrl,
  mailFrom: 'warnung@tangerhuette.example', url: () => 'https://rathaus.example', measure: () => undefined,
})
process.stdin.once('data', () => channel.start())
process.stdin.once('end', () => process.exit(0))
writeSync(1, 'warm\n')
