/** One page of help per screen; `help-pages-de.ts` has the same pages and says how they are written. */
export const helpPagesEn = {
  start: `# First steps
    Your areas are on the left, the work is in the middle, search and the state of the transfer are above.
    1. Open a view under “Cases”, for example **Unassigned**.
    2. Open a case with Enter and take it on.
    3. What you save is safe at once, also without a network: [transfer](help:transfer).
    F6 leads from region to region, Esc goes back. All keys are under “Keyboard shortcuts” at the end of this help.`,
  transfer: `# Saved and transferred
    **Saved** means: your work lies encrypted on this computer. **Transferred** means: the town's service has it.
    - Without a network you go on working. Above you see how much is waiting; it goes out by itself once the network is back.
    - Approvals and bookings are only **reserved** without a network.
    - If the service does not accept something, nothing is lost: [needs attention](help:attention).`,
  attention: `# Needs attention
    One of your changes was not accepted, mostly because somebody else was faster.
    1. Open “Needs attention” above and read what happened.
    2. Compare field by field: what you saw, what holds now, what you wanted.
    3. Apply it again, go on in the case, or take note of it. You can copy your text before.`,
  applications: `# The list of cases
    Choose the view on the left; search, filter and sort above. Enter opens a row, Space selects it.
    - Selected cases are worked on together; before that you see for which it is possible.
    - Save filters and columns you often need as a view of your own.
    - Record a new one: [record an application](help:capture). Open one: [a case](help:case).`,
  case: `# A case
    Reference, state and deadline are above; beside them application, files, messages and history.
    1. **Take** the case; then it is yours.
    2. If something is missing, **ask for it**: the deadline is on hold until the answer is there.
    3. **Propose the decision.** A second person approves it, then the letter goes out.
    A button that is not possible now says why beside it. Related: [messages](help:messages), [people](help:people).`,
  messages: `# Messages
    Here you read and answer what citizens write, also without an application.
    - The others see who works on a message, so that two do not answer.
    - The answer lies in the portal's mailbox. The e-mail only says that something is waiting there.
    - If a message becomes an application, record it beside it: [record an application](help:capture).`,
  day: `# My day
    What is overdue, due today or soon, and what has rested for long. Each number leads to its cases.
    - As a lead you see the same numbers per person.
    - Follow-ups appear when the day or the expected answer is there.`,
  calendar: `# Calendar
    The day by counters, the week, the month or a list to print.
    - Move an appointment with the mouse, with Alt and the arrow keys, or in the window. If the time is not free, the next free one is named.
    - Without a network a booking is reserved until the service has agreed.
    - Who waits is at the [counter](help:counter); when it is open, under [opening hours](help:hours).`,
  counter: `# Counter
    You see who waits and who is next.
    1. Choose your counter.
    2. Call the next person; two counters never call the same one.
    3. Finish, or redirect with a note.
    A step can be taken back for ten seconds.`,
  hours: `# Opening hours
    Hours, closed days, places, counters and concerns. Before saving you see whose appointment would then lie outside.
    - A change can also hold from a later day on.
    - Absences can be read from another calendar's file.`,
  people: `# People
    Search by name in any spelling, birth date, telephone, address or payment reference.
    - Possible duplicates stand side by side; a merge can be taken back.
    - With a **block on disclosure** you first say what you need address and telephone for.
    The file is explained in [file of a person](help:person).`,
  person: `# File of a person
    All your departments have to do with one person, ordered by day.
    - If a record is in the wrong file, give it to the right one with a button; before that you read what follows.
    - Looking is logged. Disclosure and deletion are done by [data protection](help:privacy).`,
  halls: `# Rooms and houses
    The plan shows lettings with preparation and cleaning.
    1. Record the request, one or a series.
    2. Print the contract; number and letter need a connection.
    3. After the letting, take the house back and settle the deposit.`,
  'service-cards': `# Service ID cards
    One person applies with a photo, a second one approves, the head issues.
    - What is to be extended stands on top.
    - A lost card is blocked at once, also without a network.`,
  vaccination: `# Vaccination day
    The board shows who is where and for how long. At your station you lead one person after the other, by keyboard and scanner.
    - What the documentation lacks is named one by one.
    - Without a network somebody goes from station to station with the slip.
    Correct later: [vaccination records](help:vaccination-records).`,
  'vaccination-records': `# Vaccination records
    After naming the purpose you find documentations of all years. A correction is a new version beside the old one.
    - Recalls are worked off as a list.
    - With a suspicion of harm, what is left of the 24 hours stands large.`,
  'vaccination-planning': `# Vaccination planning
    Sessions with stations, vaccines and stock, and the vaccination rules.
    - A rule gets a new edition from a day on; try it before.
    - If you cancel a day, it says who needs to be told.`,
  notices: `# Notices
    Here many notices are made at once, for example from the budget program.
    1. [Read a file](help:notice-import) and check it.
    2. Submit it; a second person [releases the run](help:notice-run).
    3. Then you see what went out: [deliveries](help:notice-deliveries).`,
  'notice-run': `# A run of notices
    Each row is a notice. What is wrong is corrected or held back.
    - Whoever releases is never the one who made the run.
    - Sending can be paused and resumed. What failed is repeated.`,
  'notice-import': `# Read a file
    1. Choose the file and the kind of notices.
    2. Say which column is what.
    3. Read the preview. Only then a [run](help:notice-run) is made.`,
  'notice-consents': `# Consents to the mailbox
    Only who has consented gets notices in the mailbox; everybody else gets a letter. A withdrawal holds at once.`,
  'notice-deliveries': `# Deliveries
    What is still to be delivered, what came back and what has to go another way.
    - If a letter came back, enter the new address and prepare it anew.
    - What you print in the house is entered as printed.`,
  'notice-finality': `# What is final when
    For each notice: when it counts as made known and when the period ends, with the edition of the law that held on that day. Objections stop the period; that is said.`,
  'notice-settings': `# Law of notices
    Kinds of notices, editions of laws with their first day, and prices of letters. Try an edition before you enter it. It holds for all new [notices](help:notices).`,
  alerts: `# Messages to the public
    What holds, what waits for release and what ends soon.
    - Write, release and follow: [a message](help:alert).
    - For practice there are drills: nothing of them goes out, and that stands large above.`,
  alert: `# A message
    1. Write in the order of the screen: what, where, what to do.
    2. Submit it. A second person reads and releases it.
    3. The board shows for each way what arrived. Even then it can still be stopped.
    Releasing needs a connection; after a lost answer the program asks by itself.`,
  'alert-catalogue': `# Topics and templates
    Topics people subscribe to, templates with gaps, and the localities on the map. It also says which way is ready. It is used by [messages](help:alerts).`,
  capture: `# Record an application
    For applications on paper and by telephone, in the same form as in the portal, also without a network.
    1. Find the service.
    2. Enter the answers and attach the scanned paper.
    3. Save. The reference comes once the application is transferred.`,
  services: `# Services
    Form, steps, periods, fees and documents of a service. You change a **draft**; only publishing makes it hold, and open applications keep their version. Letters for it: [letters](help:letters).`,
  letters: `# Letters
    Templates with placeholders, shared text blocks and the letterhead of each department. The preview shows the finished sheet. Here, too: draft, then publish.`,
  reports: `# Reports
    What is stuck, where and for how long. A table behind each chart, cases behind each number. Small numbers are hidden, so that nobody recognises single people.`,
  suggestions: `# Suggestions
    What could be better in the program or in a form: write it down, everybody reads along, and the answer stands beside it. Please nothing about citizens.`,
  deputies: `# Deputies
    Who stands in for you from when until when. What somebody does in your place bears both names. Whoever acts as a deputy still approves nothing they proposed themselves.`,
  staff: `# People and rights
    Take in, move, let leave, and block computers.
    - When somebody leaves, sessions and keys end; what they had in hand you pass on.
    - **Laptop stolen?** Block the computer: it erases itself at the next connection and says so.
    Who may what is shown in [who may what](help:rights).`,
  rights: `# Who may what
    Per task and per person, what the program allows. To print and as a table. It is changed under [people and rights](help:staff).`,
  privacy: `# Data protection
    Deletion by rule and, for the data protection officer, disclosure for a person. What happens here stands in the [log](help:audit).`,
  audit: `# Log
    Who did or looked at what and when. Each search stands in the log itself. Under “Check” you verify that it is unchanged.`,
  protection: `# Data protection overview
    Requests under the GDPR with their last day, what can be deleted, disclosures given, and the register of processing. Each part can be printed.`,
  'portal-link': `# Portal link
    What is waiting from the state's portal and for how long, with keys and mappings of forms. If there is a warning here, look at it soon: applications are waiting.`,
  'town-setup': `# Setting up
    Seven steps for a new town. The program itself knows what is done; leave and go on later. Then: [people and rights](help:staff), [services](help:services), [letters](help:letters).`,
  diagnosis: `# Open a diagnosis
    Here you read a diagnosis that somebody made at their desk.
    1. Choose the file.
    2. Read what probably is the cause and what helps.
    The file holds numbers, times and codes of errors, no names, no texts and no cases. Only this screen reads it; it is kept nowhere.`,
} as const
