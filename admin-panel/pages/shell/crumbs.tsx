import { routes } from '../../../core/contract/routes/index.ts';
import type { RequestId } from '../../../core/ids.ts';
import { useQuery } from '../../api/use-query.ts';
import { addressOf, type Place } from '../../navigation.ts';
import { useListBefore } from '../coming-back.tsx';
import { sectionOf } from '../sections.ts';

/** Where one is, in a line: the product around the panel has the title. */
export function Crumbs({ place }: { place: Place }) {
  const list = useListBefore();
  const isList = place.page !== 'request';
  return (
    <nav aria-label="Breadcrumbs" className="gh-crumbs">
      <ol>
        {isList ? (
          <li aria-current="page">{sectionOf(place)}</li>
        ) : (
          <>
            <li>
              <a href={addressOf(list)}>{sectionOf(list)}</a>
            </li>
            <li aria-current="page">
              <NumberOf id={place.id} />
            </li>
          </>
        )}
      </ol>
    </nav>
  );
}

function NumberOf({ id }: { id: RequestId }) {
  const { value } = useQuery(routes.getRequest, { params: { id } });
  return value === null ? 'Request' : `Request #${value.request.number}`;
}
