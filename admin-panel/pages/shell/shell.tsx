import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { routes } from '../../../core/contract/routes/index.ts';
import type { Me } from '../../../core/contract/routes/session.ts';
import { useApi } from '../../api/api.tsx';
import { useQuery } from '../../api/use-query.ts';
import { Logo } from '../../components/logo.tsx';
import { SignOutButton } from '../../components/sign-out-button.tsx';
import { useTitle } from '../../components/title.ts';
import { addressOf, type Place } from '../../navigation.ts';
import { openQueue } from '../queue/use-request-list.ts';
import { sectionOf, sections } from '../sections.ts';
import { Crumbs } from './crumbs.tsx';
import { LiveMark } from './live-mark.tsx';
import { StatusStrip } from './status-strip.tsx';

/** Top bar, state of the organization, and the page. */
export function Shell(props: { me: Me; place: Place; onSignedOut: () => void; children: ReactNode }) {
  const { me, place } = props;
  const { value: asked, error } = useQuery(routes.listRequests, openQueue);
  // An old number is none: there is no room beside it to say that it is old.
  const open = error === null ? (asked?.counts['in-review'] ?? null) : null;
  const main = useRef<HTMLElement>(null);
  const { isUnderHeader } = useApi().host;
  const address = addressOf(place);
  // A request is called by its page, which knows its number.
  useTitle(place.page === 'request' ? null : `${open === null || open === 0 ? '' : `(${open}) `}${sectionOf(place)}`);
  const shown = useRef(address);
  useLayoutEffect(() => {
    if (shown.current !== address && place.page === 'request') arriveAt(main.current);
    shown.current = address;
  }, [address, place.page]);

  return (
    <>
      <button type="button" className="gh-skip" onClick={() => main.current?.focus()}>
        Skip to content
      </button>
      {isUnderHeader ? (
        <div className="gh-top">
          <Sections place={place} open={open} />
          <LiveMark />
        </div>
      ) : (
        <header className="gh-top">
          <div className="gh-brand">
            <Logo size={24} />
            <span className="gh-brand-name">Gatehouse</span>
            <span className="gh-brand-org">{me.organization.name}</span>
          </div>
          <Sections place={place} open={open} />
          <LiveMark />
          <div className="gh-me">
            <div className="gh-me-text">
              <span className="gh-me-name">{me.name}</span>
              <span className="gh-subtle">{rolesOf(me)}</span>
            </div>
            <SignOutButton onSignedOut={props.onSignedOut} />
          </div>
        </header>
      )}
      <StatusStrip isAdmin={me.roles.includes('admin')} />
      <main ref={main} tabIndex={-1} className={isUnderHeader ? 'gh-main gh-main-under' : 'gh-main'}>
        {isUnderHeader && <Crumbs place={place} />}
        {props.children}
      </main>
    </>
  );
}

const Sections = ({ place, open }: { place: Place; open: number | null }) => (
  <nav aria-label="Sections" className="gh-sections">
    {sections.map(({ name, place: target, pages }) => (
      <a key={name} href={addressOf(target)} aria-current={pages.includes(place.page) ? 'page' : undefined}>
        {name}
        {name === 'Review queue' && open !== null && open > 0 && (
          <span className="gh-open-count">
            {open}
            <span className="gh-hidden"> open</span>
          </span>
        )}
      </a>
    ))}
  </nav>
);

/** The link that led here is gone, and the focus with it: reading goes on at the top of the page. */
function arriveAt(main: HTMLElement | null): void {
  if (document.activeElement === document.body) main?.focus({ preventScroll: true });
  if (main && main.getBoundingClientRect().top < 0) main.scrollIntoView();
}

const rolesOf = ({ roles }: Me): string =>
  roles
    .filter((role) => role !== 'member')
    .map((role) => `${role.charAt(0).toUpperCase()}${role.slice(1)}`)
    .join(', ');
