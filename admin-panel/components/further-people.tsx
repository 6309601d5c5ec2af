import type { AuditEvent } from '../../core/audit/index.ts';
import { furtherPeople } from '../words/audit.ts';

/** Whom the sentence about an event leaves out: nobody, in most. */
export function FurtherPeople({ event }: { event: AuditEvent }) {
  const people = furtherPeople(event);
  if (people.length === 0) return null;
  return (
    <details className="gh-more">
      <summary>{people.length} more on the list</summary>
      <ul className="gh-plain">
        {people.map((name, index) => (
          <li key={keyOf(name, index)} className="gh-name">
            {name}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Two who cannot be read may have one text. */
const keyOf = (name: string, index: number): string => `${index} ${name}`;
