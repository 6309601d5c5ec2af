import type { ReactNode } from 'react';
import { Glyph, type GlyphName } from './glyph.tsx';

type Tone = 'information' | 'warning' | 'danger' | 'success';
const glyphs: Record<Tone, GlyphName> = { information: 'info', warning: 'warning', danger: 'danger', success: 'check' };

interface Props {
  readonly tone: Tone;
  readonly title?: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** `alert` interrupts people who listen to the page; `status` waits. Leave out for what was there from the start. */
  readonly role?: 'alert' | 'status';
}

export const Notice = ({ tone, title, children, actions, role }: Props) => (
  <div className={`gh-notice gh-notice-${tone}`} role={role}>
    <Glyph name={glyphs[tone]} />
    <div className="gh-notice-body">
      {title !== undefined && <p className="gh-notice-title">{title}</p>}
      {children !== undefined && <div>{children}</div>}
      {actions !== undefined && <div className="gh-notice-actions">{actions}</div>}
    </div>
  </div>
);
