import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantFromMs } from '../time.ts'
import { compareVersions, ReleaseManifest, ReleaseVersion, shareAt } from './release-manifest.ts'
import { aRelease } from './testing.ts'

const seed = Math.floor(Math.random() * 2 ** 31)

test(`versions have one order, by numbers and not by letters (seed ${seed})`, () => {
  const version = fc.tuple(fc.nat(99_999), fc.nat(99_999), fc.nat(99_999))
  fc.assert(fc.property(version, version, (one, other) => {
    const difference = compareVersions(one.join('.'), other.join('.'))
    const place = one.findIndex((part, index) => part !== other[index])
    expect(Math.sign(difference)).toBe(place < 0 ? 0 : Math.sign((one[place] ?? 0) - (other[place] ?? 0)))
  }), { seed })
  expect(['0.9.0', '0.10.0', '0.2.11'].toSorted(compareVersions)).toEqual(['0.2.11', '0.9.0', '0.10.0'])
})

test.each(['1.2', '1.2.3-beta.1', '01.2.3', 'v1.2.3', '1.2.3\n', '', '1.2.999999'])('"%s" is no version', text => {
  expect(ReleaseVersion.safeParse(text).success).toBe(false)
})

test.each([
  ['a path out of the folder', { name: '../setup.exe' }], ['a folder', { name: 'a/setup.exe' }], ['a hidden file', { name: '.setup.exe' }],
  ['a hash in capitals', { sha256: 'A'.repeat(64) }], ['an empty file', { bytes: 0 }], ['a field nobody knows', { url: 'https://elsewhere.example' }],
])('an installer with %s is none', (_what, part) => {
  const release = aRelease()
  const files = [{ ...release.files[0], ...part }]
  expect([ReleaseManifest.safeParse(release).success, ReleaseManifest.safeParse({ ...release, files }).success]).toEqual([true, false])
})

test('the last stage that has begun counts, in whatever order they stand', () => {
  const stages = [{ from: instantFromMs(2_000), percent: 100 }, { from: instantFromMs(1_000), percent: 5 }]
  expect([0, 999, 1_000, 1_999, 2_000, 9_000].map(nowMs => shareAt({ stages }, nowMs))).toEqual([0, 0, 5, 5, 100, 100])
})
