import { useId, useRef } from 'react';
import type { IdentityType } from '../../core/identity/types.ts';
import type { IdentityView } from '../../core/identity/view.ts';
import { identityTypeWords } from '../words/requests.ts';

interface Props {
  /** Null when there is none (yet): then `type` is shown, and nothing at all when that is unknown too. */
  readonly identity: Pick<IdentityView, 'type' | 'subStates' | 'label' | 'reasons'> | null;
  readonly type?: IdentityType;
  /** Whose badge it is, for people who hear it out of context. */
  readonly name: string;
}

/** How somebody stands to the organization; why, on hover and focus. Never colour alone: shape and word differ too. */
export function IdentityBadge({ identity, type = 'unknown', name }: Props) {
  const card = useRef<HTMLSpanElement>(null);
  const id = useId();
  if (identity === null && type === 'unknown') return null;
  const label = identity?.label ?? identityTypeWords[type];
  const kind = toneOf(identity, type);
  const reasons = identity?.reasons ?? ['So it stood when the request was made; the directory gives no details now.'];
  const show = (anchor: HTMLElement) => {
    if (!card.current || card.current.matches(':popover-open')) return;
    card.current.showPopover();
    place(card.current, anchor);
  };
  const hide = () => {
    if (card.current?.matches(':popover-open')) card.current.hidePopover();
  };
  return (
    <span className="gh-badge-box">
      <button
        type="button"
        className={`gh-badge gh-badge-${kind}`}
        aria-describedby={id}
        aria-label={`${name}: ${label}. Why?`}
        onMouseEnter={(event) => show(event.currentTarget)}
        onMouseLeave={hide}
        onFocus={(event) => show(event.currentTarget)}
        onBlur={hide}
        onKeyDown={(event) => {
          if (event.key === 'Escape') hide();
        }}
      >
        <span aria-hidden="true" className="gh-badge-mark" />
        {label}
      </button>
      <span ref={card} id={id} role="tooltip" popover="manual" className="gh-card">
        {reasons.map((reason) => (
          <span key={reason} className="gh-card-line">
            {reason}
          </span>
        ))}
      </span>
    </span>
  );
}

type Tone = 'managed' | 'external' | 'alert' | 'portal' | 'app' | 'off' | 'unknown';

function toneOf(identity: Props['identity'], type: IdentityType): Tone {
  const actual = identity?.type ?? type;
  if (actual === 'unknown') return 'unknown';
  const states = identity?.subStates ?? [];
  if (states.includes('deactivated') || states.includes('suspended')) return 'off';
  if (states.includes('unclaimed')) return 'alert';
  return actual === 'portal-only' ? 'portal' : actual;
}

/** Below the badge, or above when there is no room; the top layer keeps it from being cut off by the table. */
function place(card: HTMLElement, anchor: HTMLElement): void {
  const box = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = card;
  const below = box.bottom + 6 + height <= innerHeight;
  card.style.left = `${Math.max(8, Math.min(box.left, innerWidth - width - 8))}px`;
  card.style.top = `${below ? box.bottom + 6 : box.top - height - 6}px`;
}
