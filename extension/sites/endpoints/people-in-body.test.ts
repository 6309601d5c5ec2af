import { describe, expect, it } from 'vitest';
import { kindOfWhom } from '../../../core/identity/index.ts';
import { readBody } from './body.ts';
import { peopleIn } from './people-in-body.ts';

const liam = '557058:3d1f0a52-0005-4e11-8a01-000000000005';
const emma = '712020:0f8fad5b-d9cb-469f-a165-70867728950e';
const customer = 'qm:6a1d2c3b-0009-4e11-8a01-000000000009:7f3b2a10-0009-4e11-8a01-000000000009';
const hex = '5b10a2844c20165700ede215';

/** Each member in one word: an address or id as it is, `?text` for somebody who cannot be read, `+n` for others. */
const said = (body: unknown): string[] => {
  const read = readBody(typeof body === 'string' ? body : JSON.stringify(body));
  if (read.state !== 'read') return [read.state];
  return peopleIn(read.json).map((whom) => {
    const kind = kindOfWhom(whom);
    if (kind === 'unreadable') return `?${whom.text}`;
    return kind === 'more' ? `+${whom.more}` : (whom.email ?? whom.accountId ?? '');
  });
};

describe('whom a body names', () => {
  it.each<[string, unknown, string[]]>([
    ['ids in one text', { accountIds: `${liam},${emma}` }, [liam, emma]],
    ['ids in one text of a form', `accountIds=${liam}%2C${emma}`, [liam, emma]],
    ['ids apart by spaces', { accountIds: `${liam} ${emma}` }, [liam, emma]],
    ['an id and an address in one text', { users: `${liam}; eve@x.example` }, [liam, 'eve@x.example']],
    ['an id beside an address', { users: `liam@x.example ${emma}` }, ['liam@x.example', emma]],
    ['an id of hexadecimal digits beside an address', { users: `liam@x.example ${hex}` }, ['liam@x.example', hex]],
    [
      'several by what they do',
      { users: [{ id: emma }], collaborators: [hex], owners: [{ id: liam }] },
      [emma, hex, liam],
    ],
    ['on whose behalf', { onBehalfOf: ['eve outside'] }, ['?eve outside']],
    ['whose a thing is', { owner: hex, contributors: 7, contact: 'Eve' }, []],
    ['a list of those it comes from', { from: ['eve'], emails: ['liam@x.example'] }, ['?eve', 'liam@x.example']],
    [
      'what a call does besides',
      { emails: ['liam@x.example'], sendEmail: 'true', notifyUsers: 'yes', hasMembers: '3', showUsers: 'no' },
      ['liam@x.example'],
    ],
    [
      'numbers under names that only start like a switch',
      { userIds: 10042, userId: '10042', user: 7, username: '8', userKey: '9', hasUser: 1, can_user: 2, USER_ID: 3 },
      ['?10042', '?10042', '?7', '?8', '?9', '?3'],
    ],
    ['such a number in a form', 'emails=liam%40x.example&userId=10042', ['liam@x.example', '?10042']],
    [
      'lists of those who act, or of what nobody is to read',
      { actor: ['eve'], sender: ['kim'], usersSecret: ['jo'], password: 'x@y.example', author: 'a@x.example' },
      ['?eve', '?kim', '?jo'],
    ],
    ['people under a name like that', { notifyUsers: ['Eve'], sendEmail: 'kim@x.example' }, ['?Eve', 'kim@x.example']],
    ['a form with a switch', 'emails=liam%40x.example&notifyUsers=true', ['liam@x.example']],
    [
      'the names of companies',
      { customerName: 'Acme', accountName: 'Pat @ Acme', emails: ['eve@x.example'] },
      ['eve@x.example'],
    ],
    ['an address as a name', { customerName: 'eve@x.example' }, ['eve@x.example']],
    ['addresses of pages', { continueUrl: `https://acme.atlassian.net/people/@me`, link: '/wiki/x?u=a@b.example' }, []],
    ['an @ between words', { entityTitle: 'Mail @ Acme' }, []],
    ['an ARI', { users: [`ari:cloud:identity::user/${liam}`] }, [liam]],
    [
      'an ARI of an unusual id',
      { users: ['ari:cloud:identity::user/1234567:0f8fad5b-d9cb-469f-a165-70867728950e'] },
      ['1234567:0f8fad5b-d9cb-469f-a165-70867728950e'],
    ],
    [
      'an encoded ARI of an unusual id',
      { users: ['ari%3Acloud%3Aidentity%3A%3Auser%2F1234567%3A0f8fad5b-d9cb-469f-a165-70867728950e'] },
      ['1234567:0f8fad5b-d9cb-469f-a165-70867728950e'],
    ],
    ['an id in capitals', { accountIds: [liam.toUpperCase()] }, [liam]],
    ['an id in a field of no known name', { subjects: [liam], x: { y: customer } }, [liam, customer]],
    ['what may be anything’s id in such a field', { boards: [hex] }, []],
    ['whoever acts', { actor: liam, senderEmail: 'emma@x.example', emails: ['eve@x.example'] }, ['eve@x.example']],
    [
      'copies',
      { to: ['eve@x.example', 'liam'], cc: [hex], bcc: 'kim@x.example' },
      ['eve@x.example', '?liam', hex, 'kim@x.example'],
    ],
    ['a range of dates', { from: '2026-11-01', to: '2026-11-26' }, []],
    ['people as names of fields', { users: { 'eve@x.example': { role: 'x' }, [liam]: {} } }, ['eve@x.example', liam]],
    ['ids as names of fields', { users: { [hex]: 'admin' } }, [hex]],
    [
      'a name of a field that cannot be read, beside one that can',
      { roles: { 'liam@x.example': 1, 'eve＠y.example': 1, 'kim outside': 1 } },
      ['liam@x.example', '?eve＠y.example', '?kim outside'],
    ],
    ['a field beside a person’s own name', { 'liam@x.example': { role: 'admin' }, role: 'x' }, ['liam@x.example']],
    [
      'a list of no known name, one of whom cannot be read',
      { whoever: ['liam@x.example', 'eve outside', 7, null, { handle: 'kim' }] },
      ['liam@x.example', '?eve outside', '?7', '?null', '?{"handle":"kim"}'],
    ],
    [
      'records with a field of no known name',
      { whoever: [{ contact: 'liam@x.example' }, { contact: 'eve' }, { contact: null }, { other: 'x' }] },
      ['liam@x.example', '?eve', '?null', '?{"other":"x"}'],
    ],
    [
      'records of which one names somebody, however deep',
      { requests: [{ payload: { to: 'liam@x.example' } }, { payload: { to: 'eve' } }, {}] },
      ['liam@x.example', '?{"payload":{"to":"eve"}}', '?{}'],
    ],
    [
      'records that name somebody each in a field of its own',
      { x: [{ c: 'liam@x.example' }, { d: 'eve' }] },
      ['liam@x.example', '?{"d":"eve"}'],
    ],
    [
      'a record of people under names of their own',
      { users: { a: { email: 'liam@x.example' }, b: { handle: 'eve' }, c: null, type: 'x' } },
      ['liam@x.example', '?eve', '?null'],
    ],
    ['such a record of texts', { members: { first: 'liam@x.example', second: 'eve' } }, ['liam@x.example', '?eve']],
    ['a list by numbers', { users: { 0: 'liam@x.example', 1: 'eve' } }, ['liam@x.example', '?eve']],
    ['a list by numbers elsewhere', { x: { 0: 'liam@x.example', 1: 'eve' } }, ['liam@x.example', '?eve']],
    [
      'people as names of fields, one of them a word',
      { members: { 'liam@x.example': {}, eve: {}, role: 'x' } },
      ['liam@x.example', '?eve'],
    ],
    ['words beside such a name elsewhere', { grants: { 'liam@x.example': 'x', eve: 'x' } }, ['liam@x.example', '?eve']],
    ['a column', { csv: 'email\nliam@x.example\neve\n' }, ['liam@x.example', '?eve']],
    ['a table', { csv: 'name,email\r\nLiam,liam@x.example\r\nEve,eve' }, ['liam@x.example', '?Eve', '?eve']],
    ['a list in a text of no known name', { x: 'liam@x.example, eve' }, ['liam@x.example', '?eve']],
    [
      'people by what they get',
      { invites: ['eve'], invitations: ['kim'], teammates: ['jo'], agents: [hex], invited: true, admins: 3 },
      ['?eve', '?kim', '?jo', hex],
    ],
    [
      'a user among other resources',
      { resources: [`ari:cloud:identity::user/${liam}`, 'ari:cloud:jira::site/x'] },
      [liam],
    ],
    [
      'an address in a field of no known name of a person',
      { users: [{ contact: 'eve@x.example' }] },
      ['eve@x.example'],
    ],
    [
      'two names of one person',
      { users: [{ accountId: emma, email: 'liam@x.example', id: liam }] },
      [emma, 'liam@x.example', liam],
    ],
    [
      'two names of one person, one of which cannot be read',
      {
        users: [
          { email: 'liam@x.example', id: '557058 3d1f0a52-0005' },
          { email: 'kim@x.example', name: 'eve＠y.example' },
        ],
      },
      ['liam@x.example', '?557058 3d1f0a52-0005', 'kim@x.example', '?eve＠y.example'],
    ],
    [
      'a person’s own name and number',
      { users: [{ email: 'liam@x.example', id: 3, accountName: 'Liam Chen', isUser: true, displayName: 'Liam' }] },
      ['liam@x.example'],
    ],
    [
      'invisible signs',
      { emails: ['eve\u200B@x.example', 'liam@ac\u00ADme.example'] },
      ['?eve‹U+200B›@x.example', '?liam@ac‹U+00AD›me.example'],
    ],
    ['a name beside one person', { emails: ['liam@x.example'], inviteeName: 'Liam Chen' }, ['liam@x.example']],
    [
      'a name beside several, or alone',
      { a: { emails: ['liam@x.example', 'eve@x.example'], inviteeName: 'Kim' }, b: { inviteeName: 'Jo' } },
      ['liam@x.example', 'eve@x.example', '?Kim', '?Jo'],
    ],
    [
      'what somebody logs in by, and a name that may be an address',
      { emails: ['liam@x.example'], userName: 'eve', inviteeName: 'eve＠y.example' },
      ['liam@x.example', '?eve', '?eve＠y.example'],
    ],
    [
      'what a record of a person holds besides',
      {
        users: [
          {
            email: 'liam@x.example',
            emailHash: hex,
            key: 'JIRAUSER10100',
            displayName: 'Liam @ Acme',
            userInviteId: hex,
          },
          { email: 'kim@x.example', inviteeSource: '0f8fad5b-d9cb-469f-a165-70867728950e', name: 'eve @ y.example' },
        ],
        currentUserId: hex,
        supportEmail: 'help@x.example',
      },
      ['liam@x.example', 'kim@x.example', '?eve @ y.example'],
    ],
    [
      'such a key alone, and lists of such',
      { users: [{ key: 'JIRAUSER10100' }], supportEmails: ['eve'] },
      ['?JIRAUSER10100', '?eve'],
    ],
    [
      'what is made',
      { createUser: { email: 'liam@x.example', id: '7' }, createUsers: ['eve'] },
      ['liam@x.example', '?eve'],
    ],
    ['numbers', { userIds: [7], memberId: 8 }, ['?7', '?8']],
    [
      'a link',
      { emails: 'mailto:a@x.example,b@x.example?cc=c%40x.example&subject=d@x.example' },
      ['a@x.example', 'b@x.example', 'c@x.example'],
    ],
    ['a field twice', '{"emails":["liam@x.example"],"emails":["eve@x.example"]}', ['unreadable']],
    [
      'a field twice in a text',
      { payload: '{"users":["liam@x.example"],"users":["eve@x.example"]}' },
      ['liam@x.example', 'eve@x.example'],
    ],
  ])('%s', (_, body, people) => expect(said(body)).toEqual(people));

  it('keeps the text of an id that may be a word', () => {
    const word = 'internationalizations';
    expect(peopleIn({ users: [word, { id: word }] })).toEqual([
      { email: null, accountId: word, text: word },
      { email: null, accountId: word, text: word },
    ]);
    expect(said({ users: [{ email: 'eve@x.example', name: word }] })).toEqual(['eve@x.example']);
  });

  it.each<[string, string, string[]]>([
    ['a list of records', `users[0][id]=${liam}&users[1][id]=${hex}`, [liam, hex]],
    [
      'records without numbers',
      'users[][email]=a@x.example&users[][email]=b@x.example',
      ['a@x.example', 'b@x.example'],
    ],
    ['dots', `input.users.0.id=${hex}`, [hex]],
    ['a name twice, once deeper', 'users=a@x.example&users[0][email]=b@x.example', ['a@x.example', 'b@x.example']],
    ['an address as a name', 'users[eve@x.example]=admin', ['eve@x.example']],
    ['a field of no known name', 'a[0][email]=eve%40x.example&a[1][email]=liam', ['eve@x.example', '?liam']],
    ['too many steps', `${'a[b]'.repeat(9)}[email]=eve%40x.example`, ['eve@x.example']],
    ['prototypes', '__proto__[users][]=eve%40x.example', ['eve@x.example']],
  ])('in a form: %s', (_, body, people) => expect(said(body)).toEqual(people));

  it.each([
    'message',
    'comment',
    'note',
    'notes',
    'noteText',
    'notesText',
    'notificationText',
    'customMessage',
    'description',
    'text',
    'body',
    'reason',
    'query',
    'subject',
    'title',
    'summary',
    'content',
  ])('not who is mentioned in a %s, but who is all of it', (name) => {
    const prose = (value: unknown) => said({ emails: ['liam@x.example'], [name]: value }).slice(1);
    expect(prose('Please ask eve@x.example')).toEqual([]);
    expect(prose({ value: 'Please ask eve@x.example', mention: { attrs: { id: liam } } })).toEqual([]);
    expect(prose('eve@x.example, kim@x.example')).toEqual(['eve@x.example', 'kim@x.example']);
    expect(prose({ users: ['Eve'] })).toEqual(['?Eve']);
  });
});
