/** Up to white space or what ends a link in text. */
const MAILTO = /\bmailto:[^\s<>"]*/giu;
/** Fields of a link that name people besides those before the `?`. */
const NAMES_PEOPLE = /^(?:to|cc|bcc)$/i;

/**
 * A text with each `mailto:` link in it replaced by the people it names, separated by commas: `mailto:a@x.example?cc=b@x.example`
 * is `a@x.example,b@x.example`. Source: RFC 6068.
 */
export const withoutMailto = (text: string): string => text.replace(MAILTO, peopleOfLink);

function peopleOfLink(link: string): string {
  const [to = '', ...query] = link.slice('mailto:'.length).split('?');
  const also = query
    .flatMap((fields) => fields.split('&'))
    .flatMap((field) => {
      const [name = '', ...value] = field.split('=');
      // What is no field belongs to an address that nobody encoded.
      return value.length === 0 || NAMES_PEOPLE.test(name) ? [value.length === 0 ? name : value.join('=')] : [];
    });
  return [to, ...also].map(decoded).join(',');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // A stray percent sign: the text stands for itself.
  }
}
