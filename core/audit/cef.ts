import type { AuditEntry } from './chain.ts';
import { detailsOf, mappingOf, messageOf, severities } from './mapping.ts';
import { cut, oneLine, withBreaks } from './text.ts';

/** Keys of the CEF dictionary for what it has a word for; everything else gets a key of our own. */
const dictionary: Readonly<Record<string, string>> = {
  requestId: 'externalId',
  siteHost: 'dhost',
  reason: 'reason',
  justification: 'reason',
  note: 'reason',
  why: 'reason',
  intent: 'act',
};

/** Octets of one value at most: the dictionary's longest fields take 1,023. */
const VALUE = 1023;

/**
 * An entry of the log as one line of ArcSight's Common Event Format, version 0. In the header `|` and `\` are escaped, in values `\`,
 * `=` and line ends.
 * @param productVersion of Gatehouse
 */
export function toCef({ seq, event }: AuditEntry, productVersion: string): string {
  const { name, severity, outcome } = mappingOf(event);
  const header = ['CEF:0', 'Gatehouse', 'Gatehouse', productVersion, event.type, name]
    .map((field) => headerField(field))
    .join('|');
  const { actor } = event;
  const fields: [string, string][] = [
    ['rt', String(Date.parse(event.at))],
    ['suser', actor.name],
    ...(actor.kind === 'person' ? [['suid', actor.subject] as [string, string]] : []),
    ['outcome', outcome],
    ['msg', messageOf(event)],
    ['GatehouseOrg', event.orgId],
    ['GatehouseSeq', String(seq)],
    ...detailsOf(event).map(([key, value]): [string, string] => [dictionary[key] ?? ownKey(key), value]),
  ];
  const extension = fields.filter(([, value]) => value !== '').map(([key, value]) => `${key}=${extensionValue(value)}`);
  return `${header}|${severities[severity].cef}|${extension.join(' ')}`;
}

const ownKey = (name: string): string => `Gatehouse${name.charAt(0).toUpperCase()}${name.slice(1)}`;

const headerField = (text: string): string => oneLine(text).replace(/[\\|]/g, '\\$&');

const extensionValue = (text: string): string =>
  cut(withBreaks(text), VALUE).replace(/[\\=]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
