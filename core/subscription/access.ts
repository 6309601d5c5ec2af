import { productName } from '../organization/product-name.ts';
import { because, type Reason } from '../reason.ts';
import type { BillableAccount, ProductAccess, SubscriptionFacts } from './account.ts';
import type { BillingRules, ProductRule } from './rules.ts';
import { all, any, type Finding } from './tri.ts';

const yes: Finding = { answer: 'yes', reasons: [], verified: true };
const found = (answer: Finding['answer'], reason: Reason, verified = true): Finding => ({
  answer,
  reasons: [reason],
  verified,
});

/** Whether some access takes the person off the bill whatever else he uses: Enterprise plans, Statuspage Startup and higher. */
export function takenOff(
  { access }: BillableAccount,
  { hasEnterprisePlan }: SubscriptionFacts,
  rules: BillingRules,
): Finding {
  if (access === null) return yes;
  return all(
    access
      .filter(({ role }) => role !== 'customer' && role !== 'user-access-admin')
      .flatMap((one) => [enterprise(one, hasEnterprisePlan, rules), excluding(one, rules)]),
  );
}

function enterprise({ plan, product }: ProductAccess, hasEnterprisePlan: boolean | null, rules: BillingRules): Finding {
  const { counted, verified } = rules.enterprisePlan;
  if (plan === 'enterprise')
    return found(
      counted,
      because('enterprise-plan', `${productName(product)} is on an Enterprise plan, which includes the subscription`),
      verified,
    );
  if (plan !== null || hasEnterprisePlan === false || counted === 'yes') return yes;
  return found('unknown', because('plan-unknown', `which plan ${productName(product)} is on is not known`));
}

function excluding(access: ProductAccess, rules: BillingRules): Finding {
  const rule = ruleFor(access, rules);
  const name = productName(access.product);
  if (rule === 'edition-unknown')
    return rules.products.some(({ product, effect }) => product === access.product && effect === 'excludes')
      ? found('unknown', because('edition-of-product-unknown', `the edition of ${name} is not known`))
      : yes;
  if (rule?.effect !== 'excludes') return yes;
  return found(
    'no',
    because('excluded-product', `people with ${name} ${access.edition ?? ''} are not counted, whatever else they use`),
    rule.verified,
  );
}

/** The rule for a product in its edition. An edition not known only matters where rules tell editions apart. */
function ruleFor({ product, edition }: ProductAccess, rules: BillingRules): ProductRule | 'edition-unknown' | null {
  const ofProduct = rules.products.filter((rule) => rule.product === product);
  const named = ofProduct.filter(({ editions }) => editions !== null);
  if (edition === null && named.length > 0) return 'edition-unknown';
  const exact = named.find(({ editions }) => editions?.includes(edition ?? '') ?? false);
  return exact ?? ofProduct.find(({ editions }) => editions === null) ?? null;
}

/** Whether any access makes the person one of those counted. */
export function accessCounts(account: BillableAccount, rules: BillingRules): Finding {
  const guest = guestCounts(account, rules);
  if (account.access === null)
    return any([guest, found('unknown', because('access-unknown', 'it is not known which apps the person can enter'))]);
  const listed = account.access.map((access) => one(access, account, rules));
  // "No guest" explains nothing: what explains a no is the access there is, or that there is none.
  const none = found('no', because('no-access', 'the person has access to no supported app'));
  return any([
    ...(listed.length > 0 ? listed : [none]),
    ...(guest.answer === 'no' && guest.reasons.length === 0 ? [] : [guest]),
  ]);
}

function one(access: ProductAccess, account: BillableAccount, rules: BillingRules): Finding {
  const name = productName(access.product);
  switch (access.role) {
    case 'customer':
      return found(
        rules.jsmCustomers.counted,
        because(
          'jsm-customer',
          rules.jsmCustomers.counted === 'yes'
            ? `customers of ${name} are counted`
            : `customers of ${name} are not counted, only agents`,
        ),
        rules.jsmCustomers.verified,
      );
    case 'user-access-admin':
      return found('no', because('no-product-access', `the role user-access-admin gives no access to ${name}`));
    case 'guest':
      return access.product === 'confluence'
        ? guestFinding(account, rules)
        : found('unknown', because('guest-not-stated', `whether guests of ${name} are counted is not stated`));
    case 'user':
    case 'admin':
    case 'agent':
      return product(access, rules);
    default:
      return found(
        'unknown',
        because('role-not-stated', `whether the role ${access.role} in ${name} is counted is not stated`),
      );
  }
}

function product(access: ProductAccess, rules: BillingRules): Finding {
  const rule = ruleFor(access, rules);
  const name = productName(access.product);
  if (rule === 'edition-unknown')
    return found('unknown', because('edition-of-product-unknown', `the edition of ${name} is not known`));
  if (rule === null || rule.effect === 'unknown')
    return found('unknown', because('product-not-stated', `whether access to ${name} is counted is not stated`));
  if (rule.effect === 'excludes')
    return found(
      'no',
      because('excluded-product', `people with ${name} ${access.edition ?? ''} are not counted`),
      rule.verified,
    );
  const base = found('yes', because('supported-product', `the person has access to ${name}`), rule.verified);
  if (access.sandbox === true)
    return all([
      { ...base, reasons: [] },
      found(
        rules.sandboxOnly.counted,
        because('sandbox', `the person has access to ${name} in a sandbox`),
        rules.sandboxOnly.verified,
      ),
    ]);
  if (access.sandbox === null && rules.sandboxOnly.counted !== 'yes')
    return found('unknown', because('sandbox-unknown', `whether ${name} is a sandbox is not known`));
  if (access.plan === 'free')
    return all([
      { ...base, reasons: [] },
      found(
        rules.freeProducts.counted,
        because('free-product', `the person has access to ${name}; free plans count too`),
        rules.freeProducts.verified,
      ),
    ]);
  return base;
}

/** Whether being a Confluence guest counts the person. No reasons when there is no sign of a guest. */
export function guestCounts(account: BillableAccount, rules: BillingRules): Finding {
  const listed = account.access?.some(({ product: of, role }) => of === 'confluence' && role === 'guest') ?? false;
  if (listed || account.isConfluenceGuest === true) return guestFinding(account, rules);
  if (account.isConfluenceGuest === null && account.access === null)
    return found('unknown', because('guest-unknown', 'it is not known whether the person is a Confluence guest'));
  return { answer: 'no', reasons: [], verified: true };
}

function guestFinding({ identityType }: BillableAccount, rules: BillingRules): Finding {
  const rule = identityType === 'external' ? rules.externalConfluenceGuests : rules.confluenceGuests;
  return found(
    rule.counted,
    because(
      'confluence-guest',
      rule.counted === 'no' ? 'Confluence guests are not counted' : 'the person is a Confluence guest',
    ),
    rule.verified,
  );
}
