/** Letters, digits and what ids of people have in the key of their own space. A number alone is an id, and a name has blanks. */
const FORM = /^(?!\d+$)~?[a-z0-9][\w:.-]*$/i;

/** Whether a text may be the key of a project or space, as in "OPS" or "~712020:ab-c". Apart from schemas: scripts in pages ask it. */
export const isContainerKey = (text: string): boolean => FORM.test(text);
