import { people } from '../cloud/people.ts';

/** What stands on the pages: fixed, so that pictures and tests are the same every time. */
export interface Issue {
  readonly key: string;
  readonly summary: string;
  readonly column: 'To do' | 'In progress' | 'Done';
  readonly assignee: string | null;
  readonly reporter: string;
}

const issue = (
  n: number,
  summary: string,
  column: Issue['column'],
  assignee: string | null,
  reporter: string,
): Issue => ({
  key: `ACME-${n}`,
  summary,
  column,
  assignee,
  reporter,
});
const { emma, ravi, ada, liam, noor, pat, una, cora, bot, dan, sue, ivo, gus, eve } = people;

export const issues: readonly Issue[] = [
  issue(1, 'Launch page: final layout', 'In progress', emma.accountId, una.accountId),
  issue(2, 'Payment form loses the address', 'To do', pat.accountId, cora.accountId),
  issue(3, 'Nightly build on the new runner', 'Done', liam.accountId, bot.accountId),
  issue(4, 'Move analytics to the shared site', 'To do', una.accountId, ravi.accountId),
  issue(5, 'Handover of the brand files', 'To do', dan.accountId, emma.accountId),
  issue(6, 'Translate the help texts', 'In progress', gus.accountId, noor.accountId),
  issue(7, 'Rotate the signing keys', 'In progress', ravi.accountId, ada.accountId),
  issue(8, 'Check the partner portal', 'Done', ivo.accountId, pat.accountId),
  issue(9, 'Form takes markup as a name', 'To do', eve.accountId, liam.accountId),
  issue(10, 'Retire the old board', 'Done', sue.accountId, ada.accountId),
];

/** Comments on every issue, one by each kind of person. */
export const comments: readonly { readonly author: string; readonly text: string; readonly mention: string | null }[] =
  [
    {
      author: emma.accountId,
      text: 'The layout is ready for review. Can you look at the header, ',
      mention: liam.accountId,
    },
    { author: pat.accountId, text: 'We will send the logo in the final colours tomorrow, as agreed with ', mention: cora.accountId },
    { author: una.accountId, text: 'Copy is with the writers, ', mention: noor.accountId },
    { author: cora.accountId, text: 'From our side the texts are fine.', mention: null },
    { author: bot.accountId, text: 'Preview deployed.', mention: null },
    { author: dan.accountId, text: 'I leave my notes in the attached file.', mention: null },
    { author: eve.accountId, text: 'Please try my display name in every list.', mention: eve.accountId },
  ];

export const wikiPage = {
  title: 'Getting started',
  author: ada.accountId,
  contributors: [emma.accountId, gus.accountId, pat.accountId],
  paragraphs: [
    { text: 'Welcome to the launch space. Questions about layout go to ', mention: emma.accountId },
    { text: 'Partners are looked after by ', mention: pat.accountId },
    { text: 'For access to anything, ask ', mention: ravi.accountId },
  ],
  comments: [
    { author: gus.accountId, text: 'I added the picture sizes.' },
    { author: liam.accountId, text: 'Thanks, merged.' },
  ],
} as const;
