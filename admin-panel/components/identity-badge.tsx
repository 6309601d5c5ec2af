import { useId, useLayoutEffect, useRef, useState } from 'react';
import type { IdentityType, IdentityView } from '../../core/identity/index.ts';
import { identityTypeWords } from '../words/requests.ts';

type Identity = Pick<IdentityView, 'type' | 'subStates' | 'label' | 'reasons'>;

interface Props {
  /** Null when there is none (yet): then `type` is shown, and nothing at all when that is unknown too. */
  readonly identity: Identity | null;
  readonly type?: IdentityType;
  /** Whose badge it is, for people who hear it out of context. */
  readonly name: string;
}

/** How somebody stands to the organization; why, on hover and focus. Never colour alone: shape and word differ too. */
export function IdentityBadge({ identity, type = 'unknown', name }: Props) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  if (identity === null && type === 'unknown') return null;
  const label = identity?.label ?? identityTypeWords[type];
  const reasons = identity?.reasons ?? ['So it stood when the request was made; the directory gives no details now.'];
  const show = () => setOpen(true);
  const hide = () => setOpen(false);
  return (
    <span className="gh-badge-box">
      <button
        ref={button}
        type="button"
        className={`gh-badge gh-badge-${toneOf(identity, type)}`}
        aria-describedby={isOpen ? id : undefined}
        aria-label={`${name}: ${label}. Why?`}
        onMouseEnter={show}
        onMouseLeave={hide}
        onFocus={show}
        onBlur={hide}
        onKeyDown={(event) => {
          if (event.key === 'Escape') hide();
        }}
      >
        <span aria-hidden="true" className="gh-badge-mark" />
        {label}
      </button>
      {isOpen && <Card id={id} reasons={reasons} anchor={button.current} />}
    </span>
  );
}

/** In the top layer, so that the table does not cut it off. */
function Card({ id, reasons, anchor }: { id: string; reasons: readonly string[]; anchor: HTMLElement | null }) {
  const card = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (!card.current || !anchor) return;
    card.current.showPopover();
    place(card.current, anchor);
  }, [anchor]);
  return (
    <span ref={card} id={id} role="tooltip" popover="manual" className="gh-card">
      {reasons.map((reason) => (
        <span key={reason} className="gh-card-line">
          {reason}
        </span>
      ))}
    </span>
  );
}

/** Below the badge, or above when there is no room. */
function place(card: HTMLElement, anchor: HTMLElement): void {
  const box = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = card;
  const below = box.bottom + 6 + height <= innerHeight;
  card.style.left = `${Math.max(8, Math.min(box.left, innerWidth - width - 8))}px`;
  card.style.top = `${below ? box.bottom + 6 : box.top - height - 6}px`;
}

type Tone = 'managed' | 'external' | 'alert' | 'portal' | 'app' | 'off' | 'unknown';

function toneOf(identity: Identity | null, type: IdentityType): Tone {
  const actual = identity?.type ?? type;
  if (actual === 'unknown') return 'unknown';
  const states = identity?.subStates ?? [];
  if (states.includes('deactivated') || states.includes('suspended')) return 'off';
  if (states.includes('unclaimed')) return 'alert';
  return actual === 'portal-only' ? 'portal' : actual;
}
