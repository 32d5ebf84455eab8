export const noticeSettingsEn = {
  title: 'Kinds of notices and law',
  intro: 'What notices are written with, by which law they become final, and what a letter costs.',
  parts: 'Parts of the settings', kindsPart: 'Kinds of notices', lawsPart: 'Law', pricesPart: 'Prices',
  offline: 'This needs a connection to the town hall.',
  save: 'Save',
  missing: 'Please fill this in.',
  kinds: {
    count_one: '1 kind of notice', count_other: '{{count}} kinds of notices', none: 'No kind of notice yet. For each it stands here with which template and by which law it is written. Make the first one with “New kind of notice”.', notLed: 'A kind of notice belongs to a department, and you lead none that writes letters.', new: 'New kind of notice', change: 'Change a kind of notice',
    meaning: 'Runs that were given for release already keep the template, the print and the waiting time with which they were given.',
    yes: 'yes', no: 'no', withTemplate: 'Template: {{title}}', law: 'Law', title: 'Name', paper: 'Print', cooling: 'Take back', hold: 'Waiting time', mailbox: 'Mailbox', kept: 'Kept for', state: 'State', active: 'in use', inactive: 'out of use',
    minutes_one: '1 minute', minutes_other: '{{count}} minutes', days_one: '1 day', days_other: '{{count}} days', noDays: 'none', years_one: '1 year', years_other: '{{count}} years',
  },
  field: {
    title: 'Name', department: 'Department', template: 'Template', law: 'Law', cooling: 'Release can be taken back: minutes', hold: 'Waiting time at the print centre: days', years: 'Kept for: years',
    color: 'Print in colour. Each letter costs more, see prices.', duplex: 'Print on both sides. Saves sheets with long notices.', mailbox: 'Offer the mailbox: whoever agreed gets the notice there instead of by post.', active: 'In use: new runs of this kind are possible.',
  },
  hint: {
    title: 'Stands in lists, reports and for citizens on the portal, not in the letter.', template: 'All templates for notices that are published. They are written under Letters.',
    law: 'Announcement and deadlines follow it. It stays once a run of this kind was released.', cooling: 'For so long nothing leaves after the release. 0 to 1,440.',
    hold: 'For so long a letter waits there to be printed and can be called back. 0: at once. At most 31.', years: 'For so long runs and notices are kept, from the end of the year. Holds for earlier runs too. 1 to 30.',
  },
  wrong: { title: 'Please enter a name.', departmentId: 'Please choose a department.', templateId: 'Please choose a template.', ruleSetId: 'Please choose a law.', coolingMinutes: 'Please enter a number from 0 to 1,440.', holdDays: 'Please enter a number from 0 to 31.', retentionYears: 'Please enter a number from 1 to 30.' },
  choose: 'Please choose',
  laws: {
    meaning: 'For a notice the version of the day on which it left holds, also where the law changes after that. What holds already stays.',
    new: 'Another law', change: 'Enter a change', changeOf: '{{title}}: enter a change', takeOut: 'Take out', takeOutOf: '{{title}}: take out the version from {{day}}',
    takeOutText: 'This version does not hold yet. The one that holds until then stays.', from: 'From {{day}}', holds: 'holds', ahead: 'does not hold yet', past: 'held before', earlier_one: '1 earlier version', earlier_other: '{{count}} earlier versions',
    postInland: 'Letter inland', postAbroad: 'Letter abroad', mailbox: 'Mailbox', byHand: 'Handed over', objection: 'Objection', longObjection: 'Without a right instruction', lawsuit: 'Lawsuit after a decision', periodShift: 'A period that ends on a day off',
    rule: {
      'after-days_one': 'announced on the day after', 'after-days_other': 'announced on day {{count}} after', 'after-months_one': 'announced a month after', 'after-months_other': 'announced {{count}} months after',
      'after-retrieval_one': 'announced on the day after it was opened, if that is done on the first day; otherwise not at all', 'after-retrieval_other': 'announced on the day after it was opened, if that is done within {{count}} days; otherwise not at all', 'on-receipt': 'announced when receipt is proved',
    },
    stays: 'also on a day off', moves: 'on a day off only on the next working day', sameDay: 'announced on the same day', months_one: '1 month', months_other: '{{count}} months', periodStays: 'stays', periodMoves: 'moves to the next working day',
  },
  law: {
    title: 'Name', titleHint: 'What it is called where kinds of notices are set.', from: 'Holds from', fromHint: 'DD.MM.YYYY. For notices that leave on that day or later.', fromWrong: 'Please enter a date such as 01.01.2027.',
    kind: 'Announced', kinds: { 'after-days': 'so many days after', 'after-months': 'so many months after', 'after-retrieval': 'after it was opened, within so many days', 'on-receipt': 'when receipt is proved' },
    days: 'Days', months: 'Months', basis: 'Basis', basisHint: 'As the reasons should quote it: § 41 Abs. 2 Satz 1 VwVfG.', shift: 'On a day off moves on by', shiftHint: 'Empty: the day stays.',
    incomplete: 'Something is still missing, or a number is not possible.', number: 'Please enter a number from 1 to 60.', basisMissing: 'Please name the basis.', announcement: 'Announcement: {{way}}',
  },
  trial: {
    title: 'Trial', text: 'What the same delivery means by the version so far and by the new one. Nothing of it is stored.', day: 'Day of the delivery', way: 'Way', before: 'So far', after: 'New', none: 'No rule: this law does not exist yet.', notYet: 'As soon as the new version is complete, it stands here.',
    ways: { inland: 'letter inland', abroad: 'letter abroad', 'mailbox-opened': 'mailbox, opened on the day after', mailbox: 'mailbox, not opened', 'by-hand': 'handed over' },
  },
  prices: {
    valid: 'Valid from {{day}}. Source: {{source}}. Without VAT.', none: 'No price list is kept for today.', meaning: 'The prices come with the program. What a run costs is said before each release.',
    caption: 'Prices per letter', what: 'What', black: 'black and white', color: 'colour', simplex: 'letter of one sheet, one side', duplex: 'letter of one sheet, both sides', sheet: 'each further sheet', step: 'From {{letters}} letters together each costs {{less}} less.',
  },
}
