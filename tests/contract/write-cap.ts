import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { capXml } from '../../shared/formats/cap/xml.ts'
import { capFiles } from './cap-files.ts'

// Writes every kind of CAP file that leaves a town into a folder, for programs that know the schema of OASIS.
const [folder] = process.argv.slice(2)
if (!folder) throw new Error('node tests/contract/write-cap.ts FOLDER')
for (const { name, alert } of capFiles()) writeFileSync(join(folder, `${name}.xml`), capXml(alert))
