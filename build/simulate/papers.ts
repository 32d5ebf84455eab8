import { crc32, deflateSync } from 'node:zlib'
import type { Citizen } from '../../service/demo/citizen.ts'
import { pagePdf } from '../../service/demo/page-pdf.ts'
import type { Random } from '../../service/demo/random.ts'
import type { Submission } from '../../shared/wire/public.ts'

type Paper = Submission['attachments'][number]

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

/** What citizens attach: nothing most of the time, else a scanned page or a photo. */
export function papersOf(citizen: Citizen, random: Random): readonly Paper[] {
  if (!random.chance(0.4)) return []
  const papers = [random.chance(0.7) ? scan(citizen, random) : photo(random)]
  return random.chance(0.2) ? [...papers, photo(random)] : papers
}

function scan(citizen: Citizen, random: Random): Paper {
  const title = random.pick(['Nachweis', 'Bescheinigung', 'Vollmacht', 'Versicherungsschein'])
  const lines = [title, '', `${citizen.firstName} ${citizen.lastName}`, `${citizen.street} ${citizen.houseNumber}`, `${citizen.postalCode} ${citizen.locality}`]
  return { filename: `${title.toLowerCase()}.pdf`, mediaType: 'application/pdf', content: base64(pagePdf(lines)) }
}

const photo = (random: Random): Paper => ({
  filename: `foto-${random.between(1000, 9999)}.png`,
  mediaType: 'image/png',
  content: base64(plainPng(160, 120, [random.between(60, 220), random.between(60, 220), random.between(60, 220)])),
})

/** A picture in one colour: small, and valid for every program that shows pictures. */
export function plainPng(width: number, height: number, colour: readonly [red: number, green: number, blue: number]): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const line = Buffer.from([0, ...Array.from({ length: width }, () => colour).flat()])
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => line)))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))])
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  checksum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, checksum])
}
