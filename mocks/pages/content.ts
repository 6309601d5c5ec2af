import { people } from '../cloud/people.ts';
import { seedState } from '../cloud/seed.ts';
import type { Issue, PageData, Remark, Ticket } from './page-data.ts';

/** What stands on the pages: fixed, so that pictures and tests are the same every time. */
const { emma, ravi, ada, olga, liam, noor, pat, una, cora, bot, dan, sue, ivo, gus, eve } = people;

type Line = readonly [string, Issue['column'], string | null, string, Issue['kind'], Issue['priority'], string];

const lines: readonly Line[] = [
  ['Launch page: final layout', 'In progress', emma.accountId, una.accountId, 'story', 'high', 'Launch'],
  ['Payment form loses the address', 'To do', pat.accountId, cora.accountId, 'bug', 'high', 'Checkout'],
  ['Nightly build on the new runner', 'Done', liam.accountId, bot.accountId, 'task', 'medium', 'Platform'],
  ['Move analytics to the shared site', 'To do', una.accountId, ravi.accountId, 'task', 'medium', 'Launch'],
  ['Hand over the brand files', 'To do', dan.accountId, emma.accountId, 'task', 'low', 'Brand'],
  ['Translate the help texts', 'In progress', gus.accountId, noor.accountId, 'story', 'medium', 'Help'],
  ['Rotate the signing keys', 'In progress', ravi.accountId, ada.accountId, 'task', 'high', 'Platform'],
  ['Check the partner portal', 'Done', ivo.accountId, pat.accountId, 'story', 'medium', 'Launch'],
  ['Form takes markup as a name', 'To do', eve.accountId, liam.accountId, 'bug', 'high', 'Checkout'],
  ['Retire the old board', 'Done', sue.accountId, ada.accountId, 'task', 'low', 'Platform'],
  ['Deploy preview for every branch', 'In progress', bot.accountId, liam.accountId, 'task', 'medium', 'Platform'],
  ['Pick the hero picture', 'To do', null, emma.accountId, 'story', 'low', 'Brand'],
];

export const issues: readonly Issue[] = lines.map(
  ([summary, column, assignee, reporter, kind, priority, label], index) => ({
    key: `ACME-${index + 1}`,
    summary,
    column,
    assignee,
    reporter,
    kind,
    priority,
    label,
  }),
);

const remark = (
  author: { accountId: string },
  when: string,
  text: string,
  mention?: { accountId: string },
): Remark => ({
  author: author.accountId,
  when,
  text,
  mention: mention?.accountId ?? null,
});

/** Comments on every issue: one by each kind of person. */
export const remarks: readonly Remark[] = [
  remark(emma, '3 days ago', 'The layout is ready for review. Can you look at the header,', liam),
  remark(pat, '3 days ago', 'We will send the logo in its final colours tomorrow, as agreed with', cora),
  remark(una, '2 days ago', 'The copy is with the writers, I am waiting for', noor),
  remark(cora, '2 days ago', 'From our side the texts are fine.'),
  remark(bot, 'yesterday', 'Preview deployed.'),
  remark(dan, 'yesterday', 'My notes are in the attached file.'),
  remark(eve, '4 hours ago', 'Please try my display name in every list. It is', eve),
  remark(gus, '1 hour ago', 'Picture sizes are in the page of the launch space.'),
];

/** Three customers beside Cora; the seed makes the same ones every time. */
const [customer1 = cora, customer2 = cora, customer3 = cora] = seedState().accounts.filter(
  ({ accountType, accountId }) => accountType === 'customer' && accountId !== cora.accountId,
);

const asked: readonly (readonly [string, string, string | null, string])[] = [
  ['Invoice shows the wrong address', cora.accountId, ravi.accountId, 'Waiting for support'],
  ['New laptop for the design team', emma.accountId, ravi.accountId, 'In progress'],
  ['Cannot open the partner portal', pat.accountId, null, 'Waiting for support'],
  ['Reset my second factor', noor.accountId, ada.accountId, 'Waiting for customer'],
  ['Order confirmation is missing', customer1.accountId, null, 'Open'],
  ['Where do I find the price list?', customer2.accountId, ravi.accountId, 'In progress'],
  ['Access to the audit folder', olga.accountId, ada.accountId, 'Pending'],
  ['Delivery came without screws', customer3.accountId, null, 'Open'],
];

export const tickets: readonly Ticket[] = asked.map(([summary, reporter, assignee, status], index) => ({
  key: `HELP-${index + 1}`,
  summary,
  reporter,
  assignee,
  status,
}));

export const wiki: PageData['wiki'] = {
  title: 'Getting started',
  author: ada.accountId,
  contributors: [emma.accountId, gus.accountId, una.accountId, dan.accountId],
  paragraphs: [
    { text: 'Welcome to the launch space. Questions about layout go to', mention: emma.accountId, after: '.' },
    { text: 'Partners are looked after by', mention: pat.accountId, after: ', who also keeps the list of contacts.' },
    { text: 'For access to anything, ask', mention: ravi.accountId, after: 'before you ask anybody else.' },
  ],
  remarks: [
    remark(gus, '2 days ago', 'I added the picture sizes.'),
    remark(liam, 'yesterday', 'Thanks, merged. Could you check the last table,', una),
    remark(eve, '3 hours ago', 'My name reads well here, too.'),
  ],
};
