import type { Output } from '../../../core/contract/client.ts';
import type { routes } from '../../../core/contract/routes/index.ts';
import type { SeatLine } from '../../../core/licence/index.ts';
import { useLocale } from '../../components/clock.tsx';
import { capital, where } from '../../words/requests.ts';
import { costWords, lineChange, overWords } from '../../words/seats.ts';

type Together = NonNullable<Output<typeof routes.listRequests>['together']>;

/** Each row says what it takes alone; this is what all of them take, whoever is named in several counted once. */
export function AllOpen({ together: { requests, lines } }: { together: Together }) {
  if (requests < 2 || lines.length === 0) return null;
  return (
    <section className="gh-together" aria-labelledby="gh-together">
      <h2 id="gh-together">All {requests} open requests together</h2>
      <ul>
        {lines.map((line) => (
          <Line key={`${line.cloudId} ${line.product}`} line={line} />
        ))}
      </ul>
    </section>
  );
}

function Line({ line }: { line: SeatLine }) {
  const locale = useLocale();
  const over = overWords(line.after);
  return (
    <li className="gh-name">
      {capital(where(line))}: <span className="gh-number">{lineChange(line)}</span>
      {over !== null && <strong className="gh-danger">, {over}</strong>}
      <span className="gh-subtle"> · {costWords(line.cost, locale)}</span>
    </li>
  );
}
