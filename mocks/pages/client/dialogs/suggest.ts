import { send } from '../kit/send.ts';

export type Recipient =
  | {
      readonly kind: 'user';
      readonly id: string;
      readonly name: string;
      readonly avatar: string;
      readonly newToProduct: boolean;
      /** Null when the viewer may not see it. */
      readonly email: string | null;
    }
  | { readonly kind: 'email'; readonly email: string };

export interface Option {
  readonly recipient: Recipient;
  readonly title: string;
  readonly byline: string;
}

interface Recommended {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  readonly avatarUrl: string;
  readonly nonLicensedUser: boolean;
}

const isEmail = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

/** Whom the picker offers for a typed text: people the service finds, else the address itself when it is one. */
export async function suggest(text: string, product: 'jira' | 'confluence'): Promise<readonly Option[]> {
  const { body } = await send('/gateway/api/v1/recommendations', {
    queryString: text,
    maxNumberOfResults: 6,
    context: { productKey: product, contextType: 'share' },
  });
  const users = (body as { recommendedUsers?: readonly Recommended[] } | null)?.recommendedUsers ?? [];
  if (users.length === 0 && isEmail(text))
    return [{ recipient: { kind: 'email', email: text }, title: text, byline: 'Add user' }];
  return users.map(({ id, name, email, avatarUrl, nonLicensedUser }) => ({
    recipient: { kind: 'user', id, name, avatar: avatarUrl, newToProduct: nonLicensedUser, email: email ?? null },
    title: name,
    byline: nonLicensedUser ? `Invite to ${product === 'confluence' ? 'Confluence' : 'Jira'}` : (email ?? ''),
  }));
}

/** How a recipient is named to the person. */
export const nameOf = (recipient: Recipient): string => (recipient.kind === 'email' ? recipient.email : recipient.name);

/** Whether adding the recipient gives somebody access to the product who has none. */
export const isNew = (recipient: Recipient): boolean => recipient.kind === 'email' || recipient.newToProduct;
