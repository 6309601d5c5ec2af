import { isKnownProduct, type Product, productNamed } from '../../../core/organization/index.ts';
import { isRecord, isSaid, jsonIn, listOf } from './body.ts';
import type { Json } from './json.ts';
import { isProse } from './people-fields.ts';
import { comesFrom } from './product-fields.ts';

/** What is bought or given: there an app may be called by an ordinary word. */
const BOUGHT = /offering|bundle|sku|service|access|grant|entitle|collection/;
const ORDINARY = /^(?:goals|projects|assets|focus|talent|studio|analytics)$/i;
/** What may be called like an app and is none: places, groups, people, and what something looks like. */
const CALLED =
  /(?:project|space|container|group|team|user|account|person|people|member|invitee|recipient|customer|company|file|page|issue|board|portal|desk|filter|parent)s?(?:ids?|keys?|names?|titles?)*$|(?<!app|product|offering)displaynames?$|(?:full|first|last|nick|given|family)names?$|comment|message|description|icon|label|tags?$|theme|(?:source|origin|referr?er)$/;
/** Names of apps are short and have none of these signs: most texts of a body are done with here. */
const MAY_BE_NAMES = /^[^@/:=<>?%]{1,40}$/;

/** Names are looked at by their ends: that of a list counts for each of its entries. */
const LONGEST = 100;

interface Field {
  readonly name: string;
  /** The name of the record that it stands in. */
  readonly within: string;
  readonly value: Json;
}

/**
 * The apps of the vocabulary that stand in a body as the whole text of a field, or as its name: whatever the field is called, it says
 * which app is meant. `of-jira` for the word that names the whole family. Prose, names of others and where somebody comes from aside.
 * Without recursion: a page chooses how deep a body is.
 */
export function appsMentioned(body: Json): (Product | 'of-jira')[] {
  const found: (Product | 'of-jira')[] = [];
  const open: Field[] = [{ name: '', within: '', value: body }];
  for (let field = open.pop(); field !== undefined; field = open.pop()) {
    const { name, value } = field;
    if (typeof value === 'string') {
      const inside = jsonIn(value);
      if (inside !== null) open.push({ ...field, value: inside });
      else if (MAY_BE_NAMES.test(value) && !isCalled(field))
        found.push(...mentionedBy(value, BOUGHT.test(lettersOf(`${field.within}${name}`))));
    } else if (isRecord(value)) {
      const mayMention = !isCalled(field);
      for (const [own, inner] of Object.entries(value)) {
        if (comesFrom(own)) continue;
        if (mayMention && MAY_BE_NAMES.test(own) && isSaid(inner) && inner !== false)
          found.push(...mentionedBy(own, false));
        open.push({ name: own.slice(-LONGEST), within: name, value: inner });
      }
    } else for (const inner of listOf(value)) open.push({ ...field, value: inner });
  }
  return found;
}

const lettersOf = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '');

const isCalled = ({ name, within }: Field): boolean =>
  isProse(name) || CALLED.test(lettersOf(name)) || CALLED.test(lettersOf(`${within}${name}`));

function mentionedBy(text: string, isBought: boolean): (Product | 'of-jira')[] {
  return text.split(/[,;]/).flatMap((word): (Product | 'of-jira')[] => {
    const app = productNamed(word);
    if (!isKnownProduct(app) || (!isBought && ORDINARY.test(word.trim()))) return [];
    return /^\s*jira\s*$/i.test(word) ? ['of-jira'] : [app];
  });
}
