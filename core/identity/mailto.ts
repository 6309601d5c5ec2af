/** Up to white space or what ends a link in text. */
const MAILTO = /\bmailto:[^\s<>"]*/giu;
/** Fields of a link that name people besides those before the `?`. */
const NAMES_PEOPLE = /^(?:to|cc|bcc)$/i;
/** Those that hold what is written to them; an address in any other may be one more of them. */
const IS_TEXT = /^(?:subject|body|comments|keywords|in-reply-to|references|message-id)$/i;
const HAS_ADDRESS = /[@＠﹫]|%40/i;

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
      const [name = '', ...values] = field.split('=');
      // What is no field belongs to an address that nobody encoded.
      if (values.length === 0) return [name];
      const value = values.join('=');
      const called = decoded(name);
      return NAMES_PEOPLE.test(called) || (!IS_TEXT.test(called) && HAS_ADDRESS.test(value)) ? [value] : [];
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
